//! What the member is writing, with what was found in it.

use super::{Tab, ToldDraft};
use crate::{
    detect::Finding,
    linkedin::{Draft, Place},
};

/// A text in the making with what was found in it.
#[derive(Debug)]
pub struct ScannedDraft {
    /// The text, and where it stands.
    pub draft: Draft,
    /// What was found in it.
    pub findings: Vec<Finding>,
    /// Tells the words from others in this tab.
    pub fingerprint: u32,
}

impl Tab {
    /// After the posts, because a comment is for whoever can read the post above it.
    pub(super) fn read_drafts(&mut self) {
        if self.rests() || self.place == Place::Messaging {
            self.report.composer = None;
            return;
        }
        self.page.read_drafts(&self.watch.roots(), &self.kept);
        let first = self.page.drafts().first().map(|scanned| &scanned.draft);
        self.report.composer =
            first.map(|draft| ToldDraft { text: draft.words.text.clone(), audience: draft.audience });
    }
}
