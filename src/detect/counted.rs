//! Findings as JavaScript counts: one pass turns byte offsets into UTF-16 code units.

use super::{Finding, Severity};
use crate::utf16;
use serde::Serialize;

/// A finding whose place is counted in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountedFinding<'a> {
    /// The kind's name, such as `bank_account`.
    pub kind: &'static str,
    /// First code unit in the text.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
    /// How much harm the disclosure can do.
    pub severity: Severity,
    /// How sure the rule is, in percent.
    pub confidence: u8,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// The words themselves.
    pub quote: &'a str,
}

/// Counts the findings of a text; they come in the order of their starts.
pub fn counted<'a>(findings: &[Finding], text: &'a str) -> Vec<CountedFinding<'a>> {
    let (mut byte, mut units) = (0, 0);
    let stretch = |from, to| text.get(from..to).unwrap_or_default();
    let count = |finding: &Finding| {
        units += utf16::length(stretch(byte, finding.start));
        byte = finding.start;
        let quote = stretch(finding.start, finding.end);
        CountedFinding {
            kind: finding.kind.name(),
            start: units,
            end: units + utf16::length(quote),
            severity: finding.severity,
            confidence: finding.confidence,
            rule: finding.rule,
            quote,
        }
    };
    findings.iter().map(count).collect()
}
