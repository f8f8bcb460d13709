//! What a member can do about a finding from where it is shown.

use super::{Choice, Choices};
use crate::detect::{Kind, Term};
use serde::{Deserialize, Serialize};

/// How far an ignored finding stays away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// In this item only.
    Here,
    /// Wherever the same words disclose the same kind.
    Everywhere,
}

/// One act of the member's on a card, in the panel, in the composer's notice or in the popup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Not to be shown again: the item's fingerprint in this tab and the place of the finding among what was found there, those in the
    /// text first.
    Ignore {
        /// The item, by its fingerprint in this tab.
        item: u32,
        /// Place of the finding among the item's findings, those in the text first.
        finding: usize,
        /// How far.
        scope: Scope,
    },
    /// No more findings of this kind.
    SwitchOff(Kind),
    /// These words are sensitive to me.
    AddTerm(String),
    /// These words no longer are.
    RemoveTerm(String),
}

impl Choices {
    /// The choices after an act. What is ignored is kept apart, for each member: see [`super::Key`].
    pub fn after(mut self, act: &Act) -> Choices {
        let detection = &mut self.detection;
        match act {
            Act::Ignore { .. } => {}
            Act::SwitchOff(_) if self.locked.contains(&Choice::KindsOff) => {}
            Act::SwitchOff(kind) if detection.kinds_off.contains(kind) => {}
            Act::SwitchOff(kind) => detection.kinds_off.push(*kind),
            Act::AddTerm(words) => {
                let mut terms: Vec<Term> = detection.terms.own().to_vec();
                let words = words.trim();
                if !words.is_empty() && !terms.iter().any(|term| term.text == words) {
                    terms.push(Term {
                        text: words.into(),
                        kind: Kind::Confidential,
                        same_case: false,
                        inflected: false,
                    });
                    detection.terms = detection.terms.with_own(terms);
                }
            }
            Act::RemoveTerm(words) => {
                let terms = detection.terms.own().iter().filter(|term| term.text != words.trim());
                detection.terms = detection.terms.with_own(terms.cloned().collect());
            }
        }
        self
    }
}
