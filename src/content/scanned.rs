//! An item with what was found in it.

use super::Kept;
use crate::{
    detect::{self, AttachedFinding, Finding, Kind},
    lifeline::Lifeline,
    linkedin::Found,
};

/// An item with what was found in it.
#[derive(Debug)]
pub struct Scanned {
    /// The item, and where it stands.
    pub found: Found,
    /// What was found in its text.
    pub findings: Vec<Finding>,
    /// What was found beside it: in descriptions of pictures, in titles.
    pub attached: Vec<AttachedFinding>,
    /// Tells the item from others in this tab.
    pub fingerprint: u32,
    /// Findings that the member ignores, left out of the others.
    pub ignored: u32,
    /// The member wants to be warned about this author's items.
    pub(super) concerns: bool,
    /// The round in which it was scanned: see [`super::ScannedPage::begin_anew`].
    pub(super) round: u32,
}

impl Scanned {
    /// Advertisements are read, but never warned about.
    pub fn is_warned_about(&self) -> bool {
        !self.found.item.promoted && self.concerns && self.kinds().next().is_some()
    }

    /// What each finding discloses, those in the text first.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.all().map(|finding| finding.kind)
    }

    /// Each finding, those in the text first.
    pub fn all(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.attached.iter().map(|attached| &attached.finding))
    }

    /// The words of a finding, by its place among all.
    pub fn quote(&self, place: usize) -> &str {
        let (words, finding) = match place.checked_sub(self.findings.len()) {
            None => (&self.found.item.text, self.findings.get(place)),
            Some(beside) => match self.attached.get(beside) {
                Some(attached) => (&attached.words, Some(&attached.finding)),
                None => return "",
            },
        };
        finding.and_then(|finding| words.get(finding.start..finding.end)).unwrap_or_default()
    }

    /// An item that was not looked into.
    pub(super) fn unread(found: Found, fingerprint: u32, concerns: bool, round: u32) -> Scanned {
        Scanned { found, findings: Vec::new(), attached: Vec::new(), fingerprint, ignored: 0, concerns, round }
    }

    /// Finds what the item discloses, but for what the member ignores.
    pub(super) fn scan(&mut self, lifeline: &Lifeline, kept: &Kept) {
        let item = &self.found.item;
        let settings = &kept.choices.detection;
        let (findings, attached) = lifeline.guard(item, || {
            let findings = detect::scan(item, settings);
            let attached = detect::scan_attached(item, settings, &findings);
            (findings, attached)
        });
        let all = findings.len() + attached.len();
        let is_shown = |finding: &Finding, words: &str| {
            !kept.ignores(finding.kind, words.get(finding.start..finding.end).unwrap_or_default(), item)
        };
        self.findings = findings.into_iter().filter(|finding| is_shown(finding, &item.text)).collect();
        self.attached = attached.into_iter().filter(|attached| is_shown(&attached.finding, &attached.words)).collect();
        self.ignored = u32::try_from(all - self.findings.len() - self.attached.len()).unwrap_or(u32::MAX);
    }
}
