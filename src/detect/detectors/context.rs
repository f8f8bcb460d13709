//! Words around an identifier that say what it is, or that it is something else.

use crate::detect::text::fold::hash;
use crate::detect::text::{Text, flag};

/// Words that make a number a reference of some sort, no matter what its format would allow.
#[rustfmt::skip]
const REFERENCES: &[u32] = &[
    hash("artikelnummer"), hash("bestelling"), hash("bestelnummer"), hash("btw"), hash("dossiernummer"),
    hash("ean"), hash("factuur"), hash("factuurnummer"), hash("invoice"), hash("isbn"), hash("issn"), hash("kvk"),
    hash("order"), hash("ordernummer"), hash("ref"), hash("referentie"), hash("reference"), hash("serienummer"),
    hash("ticket"), hash("ticketnummer"), hash("tracking"), hash("vat"), hash("versie"), hash("version"),
    hash("zaaknummer"),
];

/// Words of lessons and templates, in which a number is nobody's.
#[rustfmt::skip]
const LESSONS: &[u32] = &[
    hash("dummy"), hash("example"), hash("fictief"), hash("fictieve"), hash("fictitious"), hash("format"),
    hash("placeholder"), hash("sample"), hash("template"), hash("testdata"), hash("testnummer"), hash("voorbeeld"),
    hash("voorbeeldnummer"), hash("elfproef"),
];

/// Bytes before a number in which a reference word counts.
const REFERENCE_REACH: u32 = 24;
/// Bytes around an identifier in which a lesson word counts.
const LESSON_REACH: u32 = 60;

/// Whether the words `first..=last` are presented as some other sort of number, such as an order's.
pub(super) fn is_reference(text: &Text, first: usize, last: usize) -> bool {
    let opens = text.words.get(first).map_or(0, |word| word.start);
    text.near(first, last, REFERENCE_REACH).any(|word| word.start < opens && REFERENCES.contains(&word.hash))
}

/// Whether the words `first..=last` stand in a lesson or a template.
pub(super) fn is_lesson(text: &Text, first: usize, last: usize) -> bool {
    // `example` may also be the end of an address, glued to what stands before it.
    text.near(first, last, LESSON_REACH).any(|word| !word.is(flag::GLUED) && LESSONS.contains(&word.hash))
}
