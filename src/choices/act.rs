//! What a member can do about a finding from where it is shown.

use crate::detect::Kind;

/// How far an ignored finding stays away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In this item only.
    Here,
    /// Wherever the same words disclose the same kind.
    Everywhere,
}

/// One act of the member's on a card, in the panel or in the composer's notice.
#[derive(Clone, Debug, PartialEq, Eq)]
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
