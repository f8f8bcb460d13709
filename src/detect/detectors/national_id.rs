//! Personal numbers given by a state: the Dutch burgerservicenummer (BSN).
//!
//! Format: nine digits, in one piece or grouped, that pass the 11-test (Wet algemene bepalingen burgerservicenummer; logical design BSN,
//! RvIG). The test passes one number in eleven, so a word that names the number must stand near it in the same sentence, and the number may
//! be no part of a longer one. It cannot know whether the number was ever given out.

use super::{Detector, Found, Trigger, context};
use crate::detect::Kind;
use crate::detect::text::Text;
use crate::detect::text::fold::hash;

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::NationalId,
    rule: "national_id",
    trigger: Trigger::Number,
    find,
    #[cfg(test)]
    hits: &[
        ("Mijn BSN is 111222333, wie regelt dit?", "111222333"),
        ("burgerservicenummer: 1112.22.333", "1112.22.333"),
        ("Op de foto staat 111 222 333, haar BSN-nummer.", "111 222 333"),
        ("My citizen service number (111222333) leaked", "111222333"),
    ],
    #[cfg(test)]
    misses: &[
        "Ordernummer 111222333 is verzonden",
        "Mijn BSN is 111222334",
        "Mijn BSN kwijt. De teller staat op 111222333",
        "BSN 1112223330 is te lang, 0-111222333 ook",
        "Een BSN zoals 111222333 haalt de elfproef",
        "bsn in https://zorg.example/111222333",
        "Wij leveren aan BSNL 111222333 stuks",
    ],
};

const DIGITS: usize = 9;
/// Bytes around the number in which its name counts.
const REACH: u32 = 40;

/// Words that name the number.
const NAMES: &[u32] = &[
    hash("bsn"),
    hash("burgerservicenr"),
    hash("burgerservicenummer"),
    hash("bsnnr"),
    hash("bsnnummer"),
    hash("sofi"),
    hash("sofinr"),
    hash("sofinummer"),
    hash("sofienummer"),
];
/// Words that name it together, in English.
const ENGLISH: &[u32] = &[hash("citizen"), hash("service"), hash("number")];

fn find(text: &Text, place: usize) -> Option<Found> {
    let (digits, last) = collect(text, place)?;
    if !passes_eleven(&digits) || !is_named(text, place, last) || context::is_lesson(text, place, last) {
        return None;
    }
    let start = text.words.get(place)?.start as usize;
    let end = text.words.get(last)?.end as usize;
    Some(Found { start, end, confidence: 97, severity: Kind::NationalId.severity() })
}

/// Nine digits that begin with the word at `place`, grouped or not, and the place of their last word; nothing when they belong to more.
fn collect(text: &Text, place: usize) -> Option<([u8; DIGITS], usize)> {
    if joins(text, place) {
        return None;
    }
    let mut digits = [0; DIGITS];
    let mut room = digits.iter_mut();
    let mut last = place;
    loop {
        let word = text.words.get(last).filter(|word| word.is_number())?;
        for digit in text.spelling(word) {
            *room.next()? = digit.checked_sub(b'0')?;
        }
        if !joins(text, last + 1) {
            break;
        }
        last += 1;
    }
    room.next().is_none().then_some((digits, last))
}

/// Whether the word at `place` continues a number before it.
fn joins(text: &Text, place: usize) -> bool {
    let numbers = place.checked_sub(1).and_then(|before| text.words.get(before..=place));
    numbers.is_some_and(|pair| pair.iter().all(|word| word.is_number()))
        && matches!(text.gap(place), Some([b' ' | b'.' | b'-' | b'/' | b',', 0, 0, 0]))
}

/// The 11-test: weights 9 to 2, and -1 for the last digit.
fn passes_eleven(digits: &[u8; DIGITS]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.iter().zip(weights).map(|(digit, weight)| i32::from(*digit) * weight).sum();
    sum > 0 && sum % 11 == 0
}

fn is_named(text: &Text, first: usize, last: usize) -> bool {
    let near = |name: u32| text.near(first, last, REACH).any(|word| word.hash == name);
    NAMES.iter().any(|name| near(*name)) || ENGLISH.iter().all(|name| near(*name))
}
