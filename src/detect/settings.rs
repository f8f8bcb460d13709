//! What the member or an employer chose about detection: plain data, as stored.

use super::terms::Terms;
use super::{Finding, Kind, Severity};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The choices, as stored. What is left out keeps its usual value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Kinds that are switched off.
    pub kinds_off: Vec<Kind>,
    /// Kinds that are shown with another severity than their rules say.
    pub severities: HashMap<Kind, Severity>,
    /// Languages whose rules are switched off, such as `fr`. Identifiers and terms are of no language.
    pub languages_off: Vec<String>,
    /// Names and words that are sensitive to this member or employer.
    pub terms: Terms,
}

impl Settings {
    /// Leaves out what is switched off, and changes severities.
    pub(super) fn apply(&self, findings: &mut Vec<Finding>) {
        findings.retain(|finding| !self.kinds_off.contains(&finding.kind));
        for finding in findings {
            if let Some(severity) = self.severities.get(&finding.kind) {
                finding.severity = *severity;
            }
        }
    }
}
