//! Dates of birth.
//!
//! Format: a whole date with a year, in figures (`12-11-1968`, `1968-11-12`, `12.11.68`) or with the month's name in Dutch, English, German
//! or French, near a word that speaks of birth in the same sentence. The order of day and month is left open. It cannot know whose birth
//! it is: what an organisation or an idea is said to be born on is passed over, and so are births of long ago.

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use std::ops::RangeInclusive;
use text::fold::hash;
use text::names::{Names, names};
use text::{Gap, Text, Word, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::BirthDate,
    rule: "birth_date",
    looks: &[Look { at: Trigger::Number, find }],
    #[cfg(test)]
    hits: &[
        ("Geboren op 4 februari 1975 in een sneeuwstorm", "4 februari 1975"),
        ("meneer R. Zwaan, geboren 12-11-1968", "12-11-1968"),
        ("mijn zus Wil (geb. 30 augustus 1981)", "30 augustus 1981"),
        ("geboortedatum: 19/06/1977", "19/06/1977"),
        ("Ik ben op 3 maart 1990 geboren", "3 maart 1990"),
        ("Born July 9th 1985, so old", "July 9th 1985"),
        ("DOB 03/11/2003", "03/11/2003"),
        ("She was born on 1 May, 1969", "1 May, 1969"),
        ("Meine Tochter, geb. am 24.12.2011", "24.12.2011"),
        ("Geburtsdatum 1. Januar 1970", "1. Januar 1970"),
        ("née le 1er août 1992 à Lyon", "1er août 1992"),
        ("Date de naissance : 05/04/1988", "05/04/1988"),
        ("Birthday: 1990-12-31", "1990-12-31"),
        ("verjaardag 5 mei '82", "5 mei '82"),
        ("D.O.B. 22/10/1979, dear airline", "22/10/1979"),
        ("*12.05.1984 in Graz", "12.05.1984"),
        ("Onze zoon is geboren! 3 september 2025", "3 september 2025"),
        ("Happy birthday to me! 4/9/1977", "4/9/1977"),
    ],
    #[cfg(test)]
    misses: &[
        "Op 12-11-2024 zien we jullie graag",
        "Ons bedrijf is geboren op 1 januari 2020",
        "Vincent van Gogh is geboren op 30 maart 1853",
        "Geboren in 1975",
        "Mijn verjaardag is op 4 februari",
        "born in 1999, hired in 2021, promoted on 1 March 2024",
        "Kom op mijn verjaardag, 12-05-2025 vanaf 16 uur",
        "Our company birthday is July 9th 2015",
        "Le projet est né le 3 mars 2021",
        "De baan is geboren uit nood. Start 01-02-2025",
        "geboren 45-13-1968",
        "Vul als geboortedatum bij het voorbeeld 01-01-1990 in",
    ],
};

/// Words that speak of birth.
static BIRTHS: Names = names![
    "birth" "birthdate" "born" "dob" "geb" "gebdatum" "geboorte" "geboortedag" "geboortedatum" "geboortejaar" "geboren" "geburt"
    "geburtsdatum" "naissance" "ne" "nee"
];
/// Words that also speak of the party, so that a date of late is none of birth.
static BIRTHDAYS: Names = names!["anniversaire" "bday" "birthday" "geburtstag" "jarig" "verjaardag"];
/// Years that are no longer of late.
const PAST: RangeInclusive<u32> = 1915..=2018;
/// Bytes around the date in which such a word counts.
const REACH: u32 = 40;
/// Bytes before the date in which it leaves no doubt.
const CLOSE: u32 = 16;

/// What is born without being somebody.
static THINGS: Names = names![
    "agency" "association" "bedrijf" "brand" "company" "concept" "entreprise" "firma" "idea" "idee" "internet" "marke"
    "marque" "merk" "organisatie" "organisation" "organization" "platform" "podcast" "product" "project" "projekt" "projet"
    "societe" "startup" "stichting" "unternehmen" "verein" "vereniging" "webshop"
];

/// Months, written out or cut short.
static MONTHS: Names = names![
    "januari" "january" "januar" "janner" "janvier" "jan" "februari" "february" "februar" "fevrier" "feb" "fev"
    "maart" "march" "marz" "maerz" "mars" "mrt" "mar" "april" "avril" "apr" "avr" "mei" "may" "mai" "juni" "june" "juin"
    "jun" "juli" "july" "juillet" "jul" "augustus" "august" "aout" "aug" "september" "septembre" "sept" "sep"
    "oktober" "october" "octobre" "okt" "oct" "november" "novembre" "nov" "december" "dezember" "decembre" "dec" "dez"
];

/// Years in which somebody alive may be born.
const YEARS: RangeInclusive<u32> = 1915..=2030;

fn find(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place).filter(|word| word.end - word.start <= 4)?;
    if word.is(flag::GLUED) && matches!(text.glyph_before(word.start as usize), Some(b'-' | b'.' | b'/' | b',')) {
        return None;
    }
    let (first, last, year) = in_figures(text, place).or_else(|| with_month(text, place))?;
    // Of late, more things happen to people than being born.
    let reach = if PAST.contains(&year) { REACH } else { CLOSE };
    let born = context::is_named(text, first, last, &BIRTHS, reach)
        || context::is_mentioned(text, first, &BIRTHS, CLOSE)
        || (PAST.contains(&year) && is_marked(text, first));
    let celebrated = || {
        let near = context::is_named(text, first, last, &BIRTHDAYS, REACH);
        PAST.contains(&year) && (near || context::is_mentioned(text, first, &BIRTHDAYS, REACH))
    };
    if !(born || celebrated())
        || context::is_named(text, first, last, &THINGS, REACH)
        || context::is_lesson(text, first, last)
    {
        return None;
    }
    let announced = context::is_announced(text, first, last, &BIRTHS, CLOSE);
    Found::words(text, first, last, if announced { 97 } else { 90 }, Kind::BirthDate)
}

/// `D.O.B. …`, `b. 4 May 1950`, `*12.05.1984`.
fn is_marked(text: &Text, first: usize) -> bool {
    let before = |back: usize| first.checked_sub(back).and_then(|place| text.words.get(place)).map(|word| word.hash);
    let b = before(1) == Some(hash("b")) && matches!(text.gap(first), Some([b'.', b' ' | b':' | 0, ..]));
    let star = || {
        let start = text.words.get(first).map_or(0, |word| word.start as usize);
        text.glyph_before(start) == Some(b'*') && text.glyph_before(start.saturating_sub(1)) != Some(b'*')
    };
    b || star()
}

/// `12-11-1968`, `12 / 11 / 68`, `1968-11-12`.
fn in_figures(text: &Text, place: usize) -> Option<(usize, usize, u32)> {
    let gap = text.gap(place + 1).filter(is_dash)?;
    if text.gap(place + 2)? != gap {
        return None;
    }
    let numbers = [number(text, place)?, number(text, place + 1)?, number(text, place + 2)?];
    let (one, two, year) = match numbers.map(|(_, digits)| digits) {
        [1 | 2, 1 | 2, 2 | 4] => (numbers[0].0, numbers[1].0, numbers[2]),
        [4, 1 | 2, 1 | 2] => (numbers[2].0, numbers[1].0, numbers[0]),
        _ => return None,
    };
    let year = full_year(year)?;
    let goes_on = text.gap(place + 3).is_some_and(|next| next == gap && number(text, place + 3).is_some());
    (is_date(one, two) && !goes_on).then_some((place, place + 2, year))
}

fn is_dash(gap: &Gap) -> bool {
    [*b"-\0\0\0", *b"/\0\0\0", *b".\0\0\0", *b" - \0", *b" / \0", *b". \0\0"].contains(gap)
}

/// `4 februari 1975`, `1. Januar 1970`, `1er août 1992`, `July 9th, 1985`.
fn with_month(text: &Text, place: usize) -> Option<(usize, usize, u32)> {
    let may = |place: usize| text.words.get(place).is_some_and(|word| MONTHS.has(word) || is_of(word));
    if !may(place + 1) && !place.checked_sub(1).is_some_and(may) {
        return None;
    }
    let day = day(text, place)?;
    let month_before =
        place.checked_sub(1).filter(|before| is_month(text, *before)).filter(|_| text.gap(place) == Some(*b" \0\0\0"));
    let (first, year_place) = match month_before {
        Some(before) => (before, place + 1),
        None => {
            let skip = usize::from(text.words.get(place + 1).is_some_and(is_of));
            let month = place + 1 + skip;
            if !is_month(text, month) || !is_near(text, month) {
                return None;
            }
            (place, month + 1)
        }
    };
    let skip = usize::from(text.words.get(year_place).is_some_and(|word| word.hash == hash("de")));
    let last = year_place + skip;
    let year = full_year(number(text, last)?)?;
    let near = is_near(text, last) || matches!(text.gap(last), Some([b' ', b'\'', 0, 0]));
    ((1..=31).contains(&day) && near).then_some((first, last, year))
}

/// One mark and a space at most stand before the word.
fn is_near(text: &Text, place: usize) -> bool {
    matches!(text.gap(place), Some([b' ' | b'-' | b'/', 0, 0, 0] | [b'.' | b',', b' ', 0, 0]))
}

/// `4th of July`, `4 de mayo`.
fn is_of(word: &Word) -> bool {
    [hash("of"), hash("de")].contains(&word.hash)
}

fn is_month(text: &Text, place: usize) -> bool {
    text.words.get(place).is_some_and(|word| MONTHS.has(word))
}

/// A day of the month: `4`, `9th`, `1er`, `2e`.
fn day(text: &Text, place: usize) -> Option<u32> {
    let word: &Word = text.words.get(place)?;
    let spelling = text.spelling(word);
    let figures = text.spelling(word).take_while(u8::is_ascii_digit).count();
    let ending: Vec<u8> = spelling.skip(figures).map(|letter| letter.to_ascii_lowercase()).collect();
    if !(1..=2).contains(&figures)
        || !matches!(&*ending, b"" | b"st" | b"nd" | b"rd" | b"th" | b"er" | b"e" | b"de" | b"ste")
    {
        return None;
    }
    Some(text.spelling(word).take(figures).fold(0, |value, digit| value * 10 + u32::from(digit & 15)))
}

/// A word of digits: its value, and how many digits it has.
fn number(text: &Text, place: usize) -> Option<(u32, usize)> {
    let word = text.words.get(place).filter(|word| word.is_number() && word.end - word.start <= 4)?;
    let value = text.spelling(word).fold(0, |value, digit| value * 10 + u32::from(digit & 15));
    Some((value, text.spelling(word).count()))
}

fn is_date(one: u32, two: u32) -> bool {
    let (low, high) = (one.min(two), one.max(two));
    (1..=12).contains(&low) && (1..=31).contains(&high)
}

/// A year in which somebody alive may be born, of four digits or of two.
fn full_year((year, digits): (u32, usize)) -> Option<u32> {
    match digits {
        2 => Some(if year > 30 { 1900 + year } else { 2000 + year }),
        4 => YEARS.contains(&year).then_some(year),
        _ => None,
    }
}
