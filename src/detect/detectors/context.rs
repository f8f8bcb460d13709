//! Words around an identifier that say what it is, or that it is something else.

use std::ops::Range;
use text::fold::hash;
use text::names::{Names, names};
use text::{Text, effort, flag};

/// Words that make a number a reference of some sort, no matter what its format would allow.
static REFERENCES: Names = names![
    "artikelnummer" "artikelnr" "barcode" "bestelling" "bestelnummer" "bestelnr" "boekingsnummer" "btw" "dossiernummer"
    "dossiernr" "ean" "factuur" "factuurnummer" "factuurnr" "isbn" "issn" "kbo" "klantnummer" "kvk" "lidnummer"
    "ledennummer" "offertenummer" "onderdeel" "ondernemingsnummer" "order" "ordernummer" "ordernr" "ordernumber" "orders"
    "pakket" "personeelsnummer" "personeelsnr" "polisnummer" "projectnummer" "referentie" "reserveringsnummer" "serienummer"
    "studentnummer" "ticket" "ticketnummer" "trackingnummer" "versie" "volgnummer" "zaaknummer" "zending"
    "arxiv" "doi" "invoice" "parcel" "patent" "po" "ref" "reference" "release" "serial" "sku" "tracking" "vat" "version"
    "aktenzeichen" "auftrag" "auftragsnummer" "bestellnummer" "bestellung" "kundennummer" "lieferschein" "matrikelnummer"
    "rechnung" "rechnungsnummer" "sendung" "sendungsnummer" "seriennummer" "ust" "vorgangsnummer"
    "bce" "colis" "commande" "devis" "facture" "rcs" "serie" "siren" "siret" "suivi" "tva"
];

/// Words of lessons, in which an identifier is nobody's.
static LESSONS: Names = names![
    "dummy" "example" "examples" "fictional" "fictitious" "format" "ipsum" "lorem" "placeholder" "placeholders" "regex"
    "regexp" "testdata" "unittest" "unittests" "made-up" "rfc"
    "elfproef" "fictief" "fictieve" "sjabloon" "testkaart" "testkaarten" "testkaartnummer" "testnummer" "testnummers"
    "verzonnen" "voorbeeld" "voorbeelden" "voorbeeldadres" "voorbeeldnummer" "oefenopgave"
    "beispiel" "beispiele" "beispielnummer" "beispieladresse" "fiktiv" "fiktive" "mustermann" "musternummer" "platzhalter"
    "testnummer" "testkarte" "testkarten" "testdaten"
    "exemple" "exemples" "fictif" "fictive" "fictifs"
];

/// Words of documentation and instruction, near which a key or a number of a machine is nobody's.
static MANUALS: Names = names![
    "docs" "documentatie" "documentation" "dokumentation" "handleiding" "manual" "quickstart" "readme" "sample" "snippet"
    "template" "tutorial" "tutorials" "tutoriel" "anleitung" "vorlage" "modele" "syntax" "cursus" "lesson"
    "replace" "vervang" "ersetze" "remplacez"
];

/// Words after "test" that make the pair a lesson: "a test card".
static TESTED: Names = names![
    "account" "accounts" "bsn" "card" "cards" "case" "cases" "data" "fixture" "iban" "key" "keys" "number" "numbers"
    "nummer" "token" "tokens" "value" "values" "vector" "vectors" "wallet"
];

/// Bytes before a number in which a reference word counts.
const REFERENCE_REACH: u32 = 24;
/// Bytes around an identifier in which a lesson word counts.
const LESSON_REACH: u32 = 60;

/// Whether the words `first..=last` are presented as some other sort of number, such as an order's.
#[inline(never)]
pub(super) fn is_reference(text: &Text, first: usize, last: usize) -> bool {
    is_announced(text, first, last, &REFERENCES, REFERENCE_REACH)
}

/// Whether the words `first..=last` stand in a lesson.
pub(super) fn is_lesson(text: &Text, first: usize, last: usize) -> bool {
    teaches(text, first, last, false)
}

/// Whether the words `first..=last` stand in a lesson or in documentation.
pub(super) fn is_documented(text: &Text, first: usize, last: usize) -> bool {
    teaches(text, first, last, true)
}

/// Whether a word of lessons stands near; with `manuals`, also one of documentation.
#[inline(never)]
fn teaches(text: &Text, first: usize, last: usize, manuals: bool) -> bool {
    let mut range = around(text, first, last, LESSON_REACH);
    range.any(|place| {
        let Some(word) = text.words.get(place) else { return false };
        // `example` may also be the end of an address, glued to what stands before it.
        if (first..=last).contains(&place) || word.is(flag::GLUED) {
            return false;
        }
        if word.hash == hash("test") || word.hash == hash("unit") {
            return text.words.get(place + 1).is_some_and(|next| TESTED.has(next) || next.hash == hash("test"));
        }
        let in_passing = || {
            let before = place.checked_sub(1).and_then(|before| text.words.get(before));
            before.is_some_and(|before| [hash("for"), hash("par"), hash("zum")].contains(&before.hash))
        };
        (LESSONS.has(word) || (manuals && MANUALS.has(word))) && !is_domain(text, place) && !in_passing()
    })
}

/// Whether the word at `place` begins an address, such as `example.com`.
fn is_domain(text: &Text, place: usize) -> bool {
    text.gap(place + 1) == Some(*b".\0\0\0") && text.words.get(place + 1).is_some_and(|next| next.is(flag::GLUED))
}

/// Whether a word of the set stands within `reach` bytes of the words `first..=last`, in the same sentence.
#[inline(never)]
pub(super) fn is_named(text: &Text, first: usize, last: usize, names: &Names, reach: u32) -> bool {
    text.near(first, last, reach).any(|word| names.has(word))
}

/// Likewise, but only before them.
#[inline(never)]
pub(super) fn is_announced(text: &Text, first: usize, last: usize, names: &Names, reach: u32) -> bool {
    let opens = text.words.get(first).map_or(0, |word| word.start);
    text.near(first, last, reach).take_while(|word| word.start < opens).any(|word| names.has(word))
}

/// Whether a word of the set stands within `reach` bytes before the word at `place`, in whichever sentence.
#[inline(never)]
pub(super) fn is_mentioned(text: &Text, place: usize, names: &Names, reach: u32) -> bool {
    let Some(opens) = text.words.get(place).map(|word| word.start) else { return false };
    let before = text.words.get(..place).unwrap_or_default().iter().rev();
    before.inspect(|_| effort::spend(1)).take_while(|word| word.end + reach >= opens).any(|word| names.has(word))
}

/// The places of the words in the same sentence within `reach` bytes of the words `first..=last`, those included.
fn around(text: &Text, first: usize, last: usize, reach: u32) -> Range<usize> {
    let opens = text.words.get(first).map_or(0, |word| word.start);
    let mut low = first;
    while let Some(word) = low.checked_sub(1).and_then(|before| text.words.get(before)) {
        effort::spend(1);
        if word.end + reach < opens || text.words.get(low).is_none_or(|word| word.is(flag::FIRST)) {
            break;
        }
        low -= 1;
    }
    let closes = text.words.get(last).map_or(0, |word| word.end);
    let mut high = last + 1;
    while text.words.get(high).is_some_and(|word| !word.is(flag::FIRST) && word.start <= closes + reach) {
        effort::spend(1);
        high += 1;
    }
    low..high
}
