//! Finds what may be sensitive in an [`Item`]: pure, so that it runs the same in a page, in an export and on the host.

mod detectors;
mod effort;
mod finding;
mod lexicon;
mod settings;
mod text;

pub use finding::{Finding, Kind, Severity};
pub use settings::Settings;

use crate::item::Item;

/// What an item's text may disclose, sorted by where it starts.
///
/// Kinds that `settings` switches off are left out. Takes time in proportion to the text's length.
pub fn scan(item: &Item, settings: &Settings) -> Vec<Finding> {
    let mut text = text::read(&item.text);
    let mut findings = lexicon::find(&mut text);
    findings.extend(detectors::find(&text));
    findings.retain(|finding| !settings.kinds_off.contains(&finding.kind));
    findings.sort_by_key(|finding| (finding.start, finding.end));
    findings
}
