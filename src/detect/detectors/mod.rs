//! Identifiers, recognised by format and check: one detector a file, and all files look alike.
//!
//! A detector is asked about every trigger of its sort that the reader noted. It answers from bounded looks around the
//! trigger, so that a scan stays linear. To add one: write a file like its neighbours and name it twice below.

mod bank_account;
mod context;
mod email;
mod national_id;
mod phone;
#[cfg(test)]
mod tests;

use super::text::Text;
use super::{Finding, Kind, Severity};

/// Every detector; where findings overlap, the one named first wins.
const DETECTORS: &[Detector] = &[email::DETECTOR, bank_account::DETECTOR, national_id::DETECTOR, phone::DETECTOR];

/// A recogniser of one sort of identifier.
struct Detector {
    /// What its findings disclose.
    kind: Kind,
    /// The name of its rule, which is also its file's name.
    rule: &'static str,
    /// What it looks at.
    trigger: Trigger,
    /// Answers whether there is an identifier at the trigger.
    find: fn(&Text, usize) -> Option<Found>,
    /// Texts and what it must find in them.
    #[cfg(test)]
    hits: &'static [(&'static str, &'static str)],
    /// Texts in which it must find nothing.
    #[cfg(test)]
    misses: &'static [&'static str],
}

/// What the reader notes for detectors, and what `find` is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trigger {
    /// An `@` after a word: its offset.
    At,
    /// A word with a digit: its place among the words.
    Number,
}

/// What a detector answers.
struct Found {
    start: usize,
    end: usize,
    /// How sure, in percent.
    confidence: u8,
    severity: Severity,
}

/// Findings of all detectors, none overlapping another, in no particular order.
pub(super) fn find(text: &Text) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for detector in DETECTORS {
        let triggers = match detector.trigger {
            Trigger::At => &text.ats,
            Trigger::Number => &text.numbers,
        };
        let earlier = findings.len();
        let mut free = 0;
        for trigger in triggers {
            let Some(found) = (detector.find)(text, *trigger as usize) else { continue };
            if found.start < free || overlaps(findings.get(..earlier).unwrap_or_default(), &found) {
                continue;
            }
            free = found.end;
            findings.push(Finding {
                kind: detector.kind,
                start: found.start,
                end: found.end,
                severity: found.severity,
                confidence: found.confidence,
                rule: detector.rule,
            });
        }
        findings.sort_unstable_by_key(|finding| finding.start);
    }
    findings
}

/// Whether one of these findings, which are sorted and apart, overlaps.
fn overlaps(findings: &[Finding], found: &Found) -> bool {
    let after = findings.partition_point(|finding| finding.end <= found.start);
    findings.get(after).is_some_and(|finding| finding.start < found.end)
}
