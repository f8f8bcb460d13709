//! What the member is writing, with what was found in it.

use crate::{detect::Finding, linkedin::Draft};

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
