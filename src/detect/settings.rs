//! What the member or an employer chose about detection: plain data, as stored.

use super::terms::Terms;
use super::{Finding, Kind, Severity};
use crate::detect::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The choices, as stored. What is left out keeps its usual value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Kinds that are switched off.
    pub kinds_off: BTreeSet<Kind>,
    /// Kinds that are shown with another severity than their rules say.
    pub severities: BTreeMap<Kind, Severity>,
    /// Names and words that are sensitive to this member or employer.
    pub terms: Terms,
    /// [`Fingerprint`]s of findings that are not to be shown again.
    pub ignored: BTreeSet<Fingerprint>,
}

/// Tells one disclosure from another without holding its words: the same words disclosing the same kind have the same one,
/// in whatever case, font or accents they are written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

impl Fingerprint {
    /// The fingerprint of a finding in the text it was found in: 16 hexadecimal digits.
    pub fn of(finding: &Finding, text: &str) -> Fingerprint {
        let quote = text.get(finding.start..finding.end).unwrap_or_default();
        let seeds = [fold::hash(finding.kind.name()), fold::hash("fingerprint") ^ fold::hash(finding.kind.name())];
        let hash = |seed: u32| fold::letters(quote).fold(seed, fold::step);
        let [one, two] = seeds.map(|seed| fold::finish(hash(seed)));
        Fingerprint(format!("{one:08x}{two:08x}"))
    }
}

impl Settings {
    /// Leaves out what is switched off or ignored, and changes severities.
    pub(super) fn apply(&self, findings: &mut Vec<Finding>, text: &str) {
        findings.retain(|finding| {
            !self.kinds_off.contains(&finding.kind)
                && (self.ignored.is_empty() || !self.ignored.contains(&Fingerprint::of(finding, text)))
        });
        for finding in findings {
            if let Some(severity) = self.severities.get(&finding.kind) {
                finding.severity = *severity;
            }
        }
    }
}
