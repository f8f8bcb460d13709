//! Postal addresses: a street with house number and place, or a postcode with house number.
//!
//! Format: the number follows the street in the Netherlands (NEN 5825; postcodes of four digits and two letters), Belgium, Germany and
//! their neighbours (four or five digits before the place), and goes before it in France, Britain and the United States (UPU, Postal addressing
//! systems). A street is told by its last or first word, see `street`. A street without a place is no address. It cannot know whether the
//! address exists or who lives there.

mod postcode;
mod street;

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use street::Street;
use text::fold::hash;
use text::names::{Names, names};
use text::{Text, Word, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::PostalAddress,
    rule: "postal_address",
    looks: &[Look { at: Trigger::Number, find }],
    #[cfg(test)]
    hits: &[
        ("Je vindt ons op Havenstraat 218-B, 3511 XX Utrecht", "Havenstraat 218-B, 3511 XX Utrecht"),
        ("📍 Molenweg 7\n8301 AB Emmeloord", "Molenweg 7\n8301 AB Emmeloord"),
        ("wij zitten in de Sint Jorisstraat 44 te Cuijk, welkom", "Sint Jorisstraat 44 te Cuijk"),
        ("bij mij thuis op Wilgenlaan 3 in Goor", "Wilgenlaan 3 in Goor"),
        ("Burgemeester van der Laanplein 12a, Almere", "Burgemeester van der Laanplein 12a, Almere"),
        ("Het feest is op Lindenlaan 27 Hilversum", "Lindenlaan 27 Hilversum"),
        ("Werkstatt: Lindenstr. 14, 50674 Köln", "Lindenstr. 14, 50674 Köln"),
        ("Lange Voorhout 5, 2514EA Den Haag", "Lange Voorhout 5, 2514EA Den"),
        ("In de zaal (Beukenstraat 9, Wetteren). 12 euro de man", "Beukenstraat 9, Wetteren"),
        ("Mijn postcode is 3511 XX, huisnummer 218", "3511 XX, huisnummer 218"),
        ("Kerkstraat 12 bus 4, 2000 Antwerpen", "Kerkstraat 12 bus 4, 2000 Antwerpen"),
        ("rue de la Loi 16, 1040 Bruxelles", "rue de la Loi 16, 1040 Bruxelles"),
        ("Besucht uns: Hauptstraße 5, 10115 Berlin", "Hauptstraße 5, 10115 Berlin"),
        ("Am Alten Markt 3, D-14467 Potsdam", "Am Alten Markt 3, D-14467 Potsdam"),
        ("au 12 bis rue des Lilas, 75002 Paris", "12 bis rue des Lilas, 75002 Paris"),
        ("4 avenue Jean Jaurès à Lyon", "4 avenue Jean Jaurès à Lyon"),
        ("the new studio at 48 Tanner's Row, Sheffield S3 8XY", "48 Tanner's Row, Sheffield S3 8XY"),
        ("17 Copperfield Lane, Norwich", "17 Copperfield Lane, Norwich"),
        ("Coupure Links 265, 9000 Gent", "Coupure Links 265, 9000 Gent"),
        ("2100 Elm Blvd, Suite 300, Ann Arbor, MI 48105", "2100 Elm Blvd, Suite 300, Ann Arbor, MI 48105"),
        ("1200 Elm Street, Springfield, IL 62704", "1200 Elm Street, Springfield, IL 62704"),
    ],
    #[cfg(test)]
    misses: &[
        "We wonen al jaren in de Havenstraat 218",
        "Op de Wall Street 3 procent lager",
        "In 2024 AI 3 keer genoemd",
        "Van onderweg 2 in Utrecht gekocht",
        "Modell 7, 25000 Euro",
        "Im Werk 3, 10000 Teile am Tag",
        "iPhone 15, 2000 Stück verkauft",
        "De A12, 3 in Utrecht en 4 in Den Haag",
        "Postcode 3511 XX is een wijk",
        "Top 3: Kalverstraat 1, Leidsestraat 2, Dam 3",
        "Team 4, Utrecht wint",
        "We sold 17 Lanes, Norwich is next",
        "Vul het adres in, zoals het voorbeeld: Havenstraat 1, 1234 AB Plaats",
        "In 2000 Antwerpen, in 2010 Gent",
        "Geboren 1749 in Frankfurt",
        "Op 12 maart, 2000 Antwerpenaren op de been",
    ],
};

/// Words that speak of where somebody lives.
static HOMES: Names = names![
    "adres" "adressen" "bezorgen" "bezorgd" "huis" "huisadres" "huisnummer" "huisnr" "postcode" "thuis" "thuisadres" "wonen" "woon" "woont"
    "woonadres" "zip" "address" "postal"
];
/// Bytes around a postcode in which such a word counts.
const REACH: u32 = 40;

/// Words between a postcode and a house number.
static NUMBERS: Names = names!["huisnr" "huisnummer" "nr" "nummer" "no"];

/// Words that lead from a street to a place.
static PLACES: Names = names!["te" "in" "a" "zu"];

/// Words that belong to a house number.
static SUFFIXES: Names = names!["bis" "ter" "hs" "boven" "bus" "box" "bte" "boite" "huis" "apt" "suite" "unit" "flat"];

/// Towns beside which a postcode is one even after a name that does not look like a street's.
static TOWNS: Names = names![
    "aalst" "antwerpen" "anvers" "basel" "berlin" "bern" "bruges" "brugge" "brussel" "bruxelles" "charleroi" "dresden" "dusseldorf"
    "frankfurt" "gand" "geneve" "genk" "gent" "graz" "hamburg" "hannover" "hasselt" "koln" "kortrijk" "lausanne" "leipzig" "leuven"
    "liege" "lille" "linz" "luik" "luxembourg" "lyon" "marseille" "mechelen" "mons" "munchen" "namen" "namur" "nantes" "nurnberg"
    "oostende" "paris" "roeselare" "stuttgart" "toulouse" "turnhout" "wien" "zurich"
];

/// What proves that a street is followed by its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// A Dutch postcode.
    Postcode,
    /// A postcode of digits before a place.
    Figures,
    /// The name of a place alone.
    Place,
}

fn find(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place).filter(|word| word.end - word.start <= 6)?;
    let (first, last, confidence) = street_first(text, place)
        .or_else(|| number_first(text, place, word))
        .or_else(|| postcode_first(text, place))?;
    if context::is_lesson(text, first, last) || context::is_reference(text, first, last) {
        return None;
    }
    Found::words(text, first, last, confidence, Kind::PostalAddress)
}

/// `Havenstraat 218-B, 3511 XX Utrecht`.
fn street_first(text: &Text, place: usize) -> Option<(usize, usize, u8)> {
    let before = text.words.get(place.checked_sub(1)?)?;
    if !before.is(flag::CAPITAL) || before.is(flag::DIGIT) || !is_house_number(text, place) {
        return None;
    }
    let (last, evidence) = (place + 1..=place + 4)
        .take_while(|next| *next == place + 1 || is_suffix(text, next - 1))
        .find_map(|next| evidence(text, next))?;
    if ![*b" \0\0\0", *b". \0\0"].contains(&text.gap(place)?) {
        return None;
    }
    let (street, first) = street::before(text, place)?;
    let proved = match street {
        Street::Certain => true,
        Street::Likely => evidence != Evidence::Place && !is_round(text, last),
        Street::Possible => evidence == Evidence::Postcode || (evidence == Evidence::Figures && is_town(text, last)),
    };
    proved.then_some((first, last, if evidence == Evidence::Place { 88 } else { 96 }))
}

/// `48 Tanner's Row, Sheffield S3 8XY`, `12 rue des Lilas, 75002 Paris`.
fn number_first(text: &Text, place: usize, word: &Word) -> Option<(usize, usize, u8)> {
    let beside = text.words.get(place + 1)?;
    let may = beside.is(flag::CAPITAL) || street::opens(beside) || SUFFIXES.has(beside);
    if !may || word.is(flag::GLUED) || !is_house_number(text, place) {
        return None;
    }
    let next = place + 1 + usize::from(is_suffix(text, place + 1));
    let end = street::after(text, next)?;
    let suite = is_suffix_word(text, end + 1) && is_house_number(text, end + 2);
    let end = if suite { end + 2 } else { end };
    let british = || postcode::british(text, end + 1).map(|last| (last, Evidence::Postcode));
    let (last, evidence) = evidence(text, end + 1).or_else(british)?;
    let last = postcode::british(text, last + 1).or_else(|| postcode::american(text, last + 1)).unwrap_or(last);
    Some((place, last, if evidence == Evidence::Place { 90 } else { 95 }))
}

/// `3511 XX, huisnummer 218`, near a word about where somebody lives.
fn postcode_first(text: &Text, place: usize) -> Option<(usize, usize, u8)> {
    let last = postcode::dutch(text, place)?;
    let number = last + 1 + usize::from(text.words.get(last + 1).is_some_and(|word| NUMBERS.has(word)));
    let near = is_beside(text, last + 1) && is_beside(text, number) && is_house_number(text, number);
    (near && context::is_named(text, place, number, &HOMES, REACH)).then_some((place, number, 92))
}

/// One to five digits, and a letter or two at most.
fn is_house_number(text: &Text, place: usize) -> bool {
    let is_short = |word: &&Word| word.is(flag::DIGIT) && word.end - word.start <= 6;
    let Some(word) = text.words.get(place).filter(is_short) else { return false };
    if let (true, Some(first @ b'0'..=b'9')) = (word.is_number(), text.source.as_bytes().get(word.start as usize)) {
        return *first != b'0' && word.end - word.start <= 5;
    }
    let figures = text.spelling(word).take_while(u8::is_ascii_digit).count();
    let letters = text.spelling(word).count() - figures;
    (1..=5).contains(&figures) && letters <= 2 && text.spelling(word).next() != Some(b'0')
}

/// Whether the word may belong to the house number before it.
fn is_suffix(text: &Text, place: usize) -> bool {
    let Some(word) = text.words.get(place) else { return false };
    let short = word.end - word.start <= 2 && (word.is_number() || !word.is(flag::DIGIT));
    let glued = matches!(text.gap(place), Some([b'-' | b'/', 0, 0, 0]));
    SUFFIXES.has(word)
        || (short && (glued || word.is(flag::UPPER)))
        || (word.is_number() && place > 0 && is_suffix_word(text, place - 1))
}

fn is_suffix_word(text: &Text, place: usize) -> bool {
    text.words.get(place).is_some_and(|word| SUFFIXES.has(word))
}

fn is_town(text: &Text, place: usize) -> bool {
    text.words.get(place).is_some_and(|word| TOWNS.has(word))
}

/// Whether what stands before the word is a round number, counted rather than a postcode: `10000 Teile`.
fn is_round(text: &Text, place: usize) -> bool {
    let code = place.checked_sub(1).and_then(|before| text.words.get(before));
    code.is_some_and(|word| {
        word.is_number() && text.source.get(..word.end as usize).is_some_and(|head| head.ends_with("00"))
    })
}

/// Whether only spaces, line breaks and marks of lists stand between the word and the one before it.
fn is_beside(text: &Text, place: usize) -> bool {
    text.gap(place).is_some_and(|gap| gap.iter().all(|sign| b" ,\n\r-|.\0".contains(sign)))
}

/// What follows a house number at `place`: the last word of it, and what it proves.
fn evidence(text: &Text, place: usize) -> Option<(usize, Evidence)> {
    let word = text.words.get(place)?;
    let may = word.is(flag::DIGIT | flag::CAPITAL) || PLACES.has(word);
    if !may || !is_beside(text, place) {
        return None;
    }
    if let Some(last) = postcode::dutch(text, place) {
        let named = is_name(text, last + 1) && text.gap(last + 1) != Some(*b". \0\0");
        return Some((last + usize::from(named), Evidence::Postcode));
    }
    // `D-14467`.
    let country =
        word.end - word.start <= 2 && !word.is(flag::DIGIT | flag::LOWER) && text.gap(place + 1) == Some(*b"-\0\0\0");
    let code = place + usize::from(country);
    let figures = text.words.get(code).filter(|word| word.is_number()).map_or(0, |word| word.end - word.start);
    if (4..=5).contains(&figures) && is_name(text, code + 1) && text.gap(code + 1) == Some(*b" \0\0\0") {
        return Some((code + 1, Evidence::Figures));
    }
    if PLACES.has(word) {
        let named = is_name(text, place + 1) && text.gap(place + 1) == Some(*b" \0\0\0");
        return named.then_some((place + 1, Evidence::Place));
    }
    // In a list the next street looks like a place.
    let spaced = matches!(text.gap(place), Some([b' ', 0, 0, 0] | [b',', b' ', 0, 0]));
    let numbered = text.gap(place + 1) == Some(*b" \0\0\0") && is_house_number(text, place + 1);
    let listed = numbered || street::ending(text, word) == Some(Street::Certain);
    (spaced && is_name(text, place) && !listed).then_some((place, Evidence::Place))
}

/// Letters, the first a capital.
fn is_name(text: &Text, place: usize) -> bool {
    text.words
        .get(place)
        .is_some_and(|word| word.is(flag::CAPITAL) && !word.is(flag::DIGIT) && word.end - word.start > 1)
}

/// Whether the word is one that joins names, as in `van der Laan`.
fn is_joint(word: &Word) -> bool {
    #[rustfmt::skip]
    const JOINTS: &[u32] = &[
        hash("van"), hash("de"), hash("der"), hash("den"), hash("het"), hash("t"), hash("ten"), hash("ter"), hash("op"), hash("la"), hash("le"),
        hash("les"), hash("du"), hash("des"), hash("l"), hash("d"), hash("of"), hash("von"), hash("und"), hash("et"), hash("s"), hash("dem"),
        hash("saint"),
    ];
    JOINTS.contains(&word.hash)
}
