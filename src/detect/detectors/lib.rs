//! Identifiers, recognised by format and check: one detector a file, and all files look alike.
//!
//! A detector looks at what the reader noted: words with digits, `@` signs, words that announce something, masked stretches. It
//! answers from bounded looks around the place, so that a scan stays linear. To add one: write a file like its neighbours and
//! name it twice below.

mod bank_account;
mod birth_date;
mod context;
mod crypto_wallet;
mod digits;
mod email;
mod finding;
mod licence_plate;
mod national_id;
mod online_id;
mod payment_card;
mod phone;
mod postal_address;
mod secret;
#[cfg(test)]
mod tests;
mod travel_document;

pub use finding::{Finding, Kind, Severity, sort};
use text::names::Names;
use text::{Text, Word, effort, flag};

/// Every detector; where findings overlap, the one named first wins.
const DETECTORS: &[Detector] = &[
    secret::DETECTOR,
    email::DETECTOR,
    crypto_wallet::DETECTOR,
    bank_account::DETECTOR,
    online_id::DETECTOR,
    payment_card::DETECTOR,
    birth_date::DETECTOR,
    national_id::DETECTOR,
    licence_plate::DETECTOR,
    postal_address::DETECTOR,
    phone::DETECTOR,
    travel_document::DETECTOR,
];

/// A recogniser of one sort of identifier.
struct Detector {
    /// What its findings disclose.
    kind: Kind,
    /// The name of its rule, which is also its file's name.
    rule: &'static str,
    /// What it looks at, and how.
    looks: &'static [Look],
    /// Texts and what it must find in them.
    #[cfg(test)]
    hits: &'static [(&'static str, &'static str)],
    /// Texts in which it must find nothing.
    #[cfg(test)]
    misses: &'static [&'static str],
}

/// What wakes a detector, and the question put to it there.
struct Look {
    at: Trigger,
    /// Answers whether there is an identifier at the trigger.
    find: fn(&Text, usize) -> Option<Found>,
}

/// What wakes detectors, and what `find` is given.
enum Trigger {
    /// An `@` after a word: its offset.
    At,
    /// A word with a digit: its place among the words.
    Number,
    /// Of these, one that is long, mixed with letters or followed by another, as most identifiers are: its place.
    Code,
    /// A word of this set: its place.
    Name(&'static Names),
    /// A run of characters without white space in a masked stretch: its offset.
    Masked,
}

/// What a detector answers.
struct Found {
    start: usize,
    end: usize,
    /// How sure, in percent.
    confidence: u8,
    severity: Severity,
}

impl Found {
    /// The stretch from the word at `first` to the one at `last`, at the kind's own severity.
    #[inline(never)]
    fn words(text: &Text, first: usize, last: usize, confidence: u8, kind: Kind) -> Option<Found> {
        let start = text.words.get(first)?.start as usize;
        let end = text.words.get(last)?.end as usize;
        Some(Found { start, end, confidence, severity: kind.severity() })
    }
}

/// Findings of all detectors, none overlapping another, sorted by where they start.
#[inline(never)]
pub fn find(text: &Text) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let triggers = Triggers::of(text);
    for detector in DETECTORS {
        for look in detector.looks {
            let earlier = findings.len();
            let mut free = 0;
            triggers.each(&look.at, |trigger| {
                let Some(found) = (look.find)(text, trigger) else { return };
                if found.start < free || overlaps(findings.get(..earlier).unwrap_or_default(), &found) {
                    return;
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
            });
            if findings.len() > earlier {
                sort(&mut findings);
            }
        }
    }
    findings
}

/// A text with what wakes detectors.
struct Triggers<'t> {
    text: &'t Text<'t>,
    /// Places for [`Trigger::Code`].
    codes: Vec<u32>,
    /// Places of words that may be a [`Trigger::Name`].
    named: Vec<u32>,
}

/// Lets every word pass that wakes a detector, so that one pass over the words serves them all.
static WAKING: Names = Names::either(&email::SIGNS, &secret::NAMES);

impl<'t> Triggers<'t> {
    #[inline(never)]
    fn of(text: &'t Text<'t>) -> Triggers<'t> {
        let codes = text.numbers.iter().copied().filter(|place| is_code(text, *place as usize)).collect();
        Triggers { text, codes, named: WAKING.passing(&text.words) }
    }

    /// Calls `visit` for every trigger of a sort, in order.
    fn each(&self, trigger: &Trigger, mut visit: impl FnMut(usize)) {
        let text = self.text;
        match trigger {
            Trigger::At => text.ats.iter().for_each(|at| visit(*at as usize)),
            Trigger::Number => text.numbers.iter().for_each(|place| visit(*place as usize)),
            Trigger::Code => self.codes.iter().for_each(|place| visit(*place as usize)),
            Trigger::Name(names) => {
                let places = self.named.iter().map(|place| *place as usize);
                places.filter(|place| text.words.get(*place).is_some_and(|word| names.has(word))).for_each(visit);
            }
            Trigger::Masked => text.zones.iter().for_each(|zone| {
                let (start, end) = (zone.start as usize, zone.end as usize);
                effort::spend(end - start);
                let masked = text.source.get(start..end).unwrap_or_default();
                // Each run is found by where it stands in the stretch that it was split from.
                masked
                    .split_ascii_whitespace()
                    .for_each(|run| visit(start + (run.as_ptr() as usize - masked.as_ptr() as usize)));
            }),
        }
    }
}

/// Whether a word with a digit may be part of an identifier, which has more digits than a house number, a time, an amount or a year, or as many
/// groups as an address of the internet.
fn is_code(text: &Text, place: usize) -> bool {
    /// Bytes between two groups at most, such as ` - ` with spaces that do not break.
    const APART: u32 = 6;
    const GROUPS: usize = 4;
    const FIGURES: u32 = 6;
    let Some((word, behind)) = text.words.get(place..).and_then(<[Word]>::split_first) else { return false };
    let mut figures = word.end - word.start;
    if figures >= if word.is_number() { 5 } else { 4 } {
        return true;
    }
    let (mut groups, mut end) = (1, word.end);
    for next in behind.iter().take(GROUPS - 1).take_while(|next| next.is(flag::DIGIT)) {
        if next.start - end > APART {
            break;
        }
        (groups, figures, end) = (groups + 1, figures + next.end - next.start, next.end);
    }
    groups == GROUPS || figures >= FIGURES
}

/// Whether one of these findings, which are sorted and apart, overlaps.
fn overlaps(findings: &[Finding], found: &Found) -> bool {
    let after = findings.partition_point(|finding| finding.end <= found.start);
    findings.get(after).is_some_and(|finding| finding.start < found.end)
}
