//! Finds what may be sensitive in an [`Item`]: pure, so that it runs the same in a page, in an export and on the host.
//!
//! ```text
//! text ── read ──▶ words, sentences, triggers, zones ──┬─ lexicon ───▶ phrases around rare words ──▶ marks decide ──┬─▶ findings
//!                                                      └─ detectors ─▶ formats and checks at triggers ──────────────┘
//! ```
//!
//! - `text` reads the bytes once: it folds case, accents and lettered fonts, hashes each word, keeps its place in the original, and masks
//!   what is not prose (page addresses, URNs, code), so that no number in there is ever looked at.
//! - `detectors` recognise identifiers, one file each, from the triggers (a word with a digit, an `@`).
//! - `lexicon` recognises what is told in words, from one data file a language: in all languages
//!   but those of which a longer text holds no telling word.
//!
//! Nothing is built at run time: build.rs writes the tables, a scan borrows them. Hot loops and tables are 8, 16 and 32 bits wide, because
//! 64-bit arithmetic is slow where wasm is lowered to JavaScript. Every look around a trigger or a word is bounded (a sentence has at most
//! 128 words, a pattern a window of 31), so that a scan grows as its text does.
//!
//! This package, `text` and `detectors` are compiled for speed where the rest of what runs in a tab is compiled for size.

mod attached;
mod counted;
pub mod item;
mod lexicon;
#[cfg(feature = "model")]
mod model;
mod settings;
mod terms;
#[cfg(test)]
mod tests;
pub mod utf16;

pub use attached::{AttachedFinding, Part, scan_attached};
pub use counted::{CountedFinding, counted};
use detectors::sort;
pub use detectors::{Finding, Kind, Severity};
pub use lexicon::LANGUAGES;
#[cfg(feature = "train")]
pub use model::training;
pub use settings::Settings;
pub use terms::{Term, Terms};

use item::Item;
use text::Text;

/// What an item's text may disclose, sorted by where it starts.
///
/// `settings` leave kinds out, change severities and add terms. Takes time in proportion to the text's length.
pub fn scan(item: &Item, settings: &Settings) -> Vec<Finding> {
    scan_text(&item.text, settings)
}

/// What an item's text may disclose, also where no rule but the model says so: for where time and size are less dear than in a tab.
#[cfg(feature = "model")]
pub fn scan_thoroughly(item: &Item, settings: &Settings) -> Vec<Finding> {
    found(&item.text, settings, model::add)
}

fn scan_text(words: &str, settings: &Settings) -> Vec<Finding> {
    found(words, settings, |_, _, _| {})
}

/// What the rules find, and what `second_opinion` adds when it is told the text, the identifiers in it and the disclosures so far.
fn found(
    words: &str,
    settings: &Settings,
    second_opinion: impl FnOnce(&Text, &[Finding], &mut Vec<Finding>),
) -> Vec<Finding> {
    let mut text = text::read(words);
    let mut findings = lexicon::find(&mut text, &settings.languages_off);
    let identifiers = detectors::find(&text);
    second_opinion(&text, &identifiers, &mut findings);
    findings.extend(identifiers);
    findings.extend(settings.terms.find(&text));
    settings.apply(&mut findings);
    sort(&mut findings);
    findings
}

/// A text in lower case, for comparing: letter by letter, and with one Greek sigma. (`str::to_lowercase` brings tables to tell the one that
/// ends a word.)
pub fn lower_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ς' { 'σ' } else { letter }).collect()
}

/// The letters and digits of a quote as they are compared: in lower case, without accents, in plain letters.
pub fn normalised(quote: &str) -> impl Iterator<Item = u8> {
    text::fold::letters(quote)
}
