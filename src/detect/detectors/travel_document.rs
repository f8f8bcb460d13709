//! Numbers of passports, identity cards and driving licences.
//!
//! Format: eight to sixteen capitals and digits. Passports and identity cards have nine (ICAO Doc 9303, part 4 and 5: two letters, six letters or
//! digits and a digit in the Netherlands; a letter of the authority and eight characters in Germany; two digits, two letters and five digits
//! in France; nine digits in the United Kingdom and the United States; eight characters or three, seven and two digits in Belgium); driving
//! licences ten digits in the Netherlands and Belgium, sixteen characters in the United Kingdom (DVLA), eleven in Germany, twelve digits in
//! France. Their checks are not public or not printed with them, so a word that names the document must stand near. It cannot know whether
//! the document was ever issued.

use super::digits::Number;
use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::fold::hash;
use text::names::{Names, names};
use text::{Text, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::TravelDocument,
    rule: "travel_document",
    looks: &[Look { at: Trigger::Code, find }],
    #[cfg(test)]
    hits: &[
        ("Mijn nieuwe paspoort is binnen! (nr. NXK4P72R6, voor de zekerheid)", "NXK4P72R6"),
        ("een kopie van mijn rijbewijs (5482917306)", "5482917306"),
        ("ID-kaart van een meneer, documentnummer IRB2F94K1", "IRB2F94K1"),
        ("They lost my passport (UK, 533401872) again", "533401872"),
        ("driving licence FINCH803167RA9QT in the front pocket", "FINCH803167RA9QT"),
        ("My replacement passport C7K3P91LM has been sent", "C7K3P91LM"),
        ("J'ai perdu mon passeport (n° 14AV82715)", "14AV82715"),
        ("Reisepass C01X00T47 verloren", "C01X00T47"),
        ("Führerschein B072RRE2I55", "B072RRE2I55"),
        ("identiteitskaart 592-1234567-89", "592-1234567-89"),
        ("carte d'identité 880692310285", "880692310285"),
        ("passport no. 53 340 1872", "53 340 1872"),
        ("ID-bewijs gevonden, nr ILP92HK65", "ILP92HK65"),
        ("Mijn ID (IS84K2LL7) ligt in het hotel", "IS84K2LL7"),
    ],
    #[cfg(test)]
    misses: &[
        "Ordernummer NXK4P72R6",
        "Credential ID IS84K2LL7",
        "Mijn paspoort is kwijt, bel 0612345678",
        "Paspoort verlengd op 12-03-2024 voor 84,75 euro",
        "Met mijn paspoort naar vlucht KL1009",
        "Je paspoort voor groei: 20250318 stappen",
        "Het paspoort is 10 jaar geldig, tot 2034",
        "Rijbewijs gehaald! 40 lessen, 2 examens",
        "https://paspoort.example/NXK4P72R6",
        "Een voorbeeld van een paspoortnummer is SPECI2014",
        "Passport control took 45 minutes at gate B12",
    ],
};

/// Words that name a document or its number.
static DOCUMENTS: Names = names![
    "paspoort" "paspoortnummer" "paspoortnr" "reisdocument" "documentnummer" "documentnr" "identiteitskaart"
    "identiteitskaartnummer" "identiteitsbewijs" "idkaart" "id-kaart" "eid" "rijbewijs" "rijbewijsnummer" "rijbewijsnr"
    "verblijfsdocument" "verblijfsvergunning" "verblijfskaart" "noodpaspoort"
    "passport" "passports" "passportnumber" "licence" "license" "visa"
    "reisepass" "reisepassnummer" "pass" "passnummer" "ausweis" "ausweisnummer" "personalausweis" "personalausweisnummer" "perso"
    "fuhrerschein" "fuehrerschein" "fuhrerscheinnummer" "dokumentennummer" "aufenthaltstitel"
    "passeport" "permis" "cni" "titre"
];

/// Words that name one together with a word after it, such as `ID card`.
static HALVES: Names =
    names!["id" "identity" "identite" "residence" "driving" "drivers" "driver's" "conduire" "travel"];
static OTHER_HALVES: Names = names!["bewijs" "card" "kaart" "karte" "carte" "permit" "document" "nachweis" "number" "nummer" "licence" "license"];

/// Words for whose it is.
static OWNERS: Names =
    names!["haar" "her" "his" "ma" "mein" "meine" "mijn" "my" "onze" "our" "sa" "sein" "their" "zijn"];

/// Words that say of what follows that it is a number, so that the document may be named a sentence before.
static NUMBERS: Names = names!["no" "nr" "number" "numero" "nummer"];

/// Bytes around the number in which such a word counts, in the same sentence.
const REACH: u32 = 50;
/// Bytes before a number that mixes letters and digits in which such a word counts, also in the sentence before.
const LONG_REACH: u32 = 90;

/// Bytes of "no." and the like.
const NO: u32 = 6;

/// Characters of a number at least and at most.
const SHORTEST: usize = 8;
const LONGEST: usize = 16;

fn find(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place)?;
    let (last, confidence) = if word.is_number() { in_figures(text, place)? } else { mixed(text, place)? };
    if context::is_reference(text, place, last) || context::is_lesson(text, place, last) {
        return None;
    }
    Found::words(text, place, last, confidence, Kind::TravelDocument)
}

/// Capitals and digits in one word.
fn mixed(text: &Text, place: usize) -> Option<(usize, u8)> {
    let word = text.words.get(place).filter(|word| word.is(flag::UPPER) && !word.is(flag::LOWER))?;
    let characters: Vec<u8> = text.spelling(word).take(LONGEST + 1).collect();
    let digits = characters.iter().filter(|character| character.is_ascii_digit()).count();
    if !(SHORTEST..=LONGEST).contains(&characters.len()) || digits < 2 || is_joined(text, place) {
        return None;
    }
    let near = is_named(text, place, place) || is_somebodys(text, place);
    let told = near || context::is_mentioned(text, place, &DOCUMENTS, LONG_REACH);
    told.then_some((place, if near { 95 } else { 85 }))
}

/// Eight to twelve digits in one piece, or grouped as documents group them.
fn in_figures(text: &Text, place: usize) -> Option<(usize, u8)> {
    let number = Number::read(text, place)?;
    let part = [9, 10, 12, 8, 11].into_iter().find_map(|length| number.head(length))?;
    let date = matches!(part.digits, [1, 9, _, _, 0 | 1, _, _, _] | [2, 0, _, _, 0 | 1, _, _, _]);
    let shaped = match part.groups {
        // Ten digits from 0 on are a phone number.
        [10] if part.digits.first() == Some(&0) => false,
        [8..=12] => !date,
        [3, 7, 2] | [2, 3, 4] | [3, 3, 3] | [4, 4, 4] | [3, 3, 4] | [2, 2, 2, 2, 2] => true,
        _ => false,
    };
    // "no." before it looks like the end of a sentence.
    let announced = context::is_announced(text, place, part.last, &NUMBERS, NO);
    let reach = if announced { LONG_REACH } else { NO };
    let named = is_named(text, place, part.last) || context::is_mentioned(text, place, &DOCUMENTS, reach);
    (shaped && named).then_some((part.last, 90))
}

fn is_named(text: &Text, first: usize, last: usize) -> bool {
    let near = |names| context::is_named(text, first, last, names, REACH);
    near(&DOCUMENTS) || (near(&HALVES) && near(&OTHER_HALVES))
}

/// `my ID (…)`: without an owner, "ID" also names certificates and meetings.
fn is_somebodys(text: &Text, place: usize) -> bool {
    let pair = place.checked_sub(2).and_then(|from| text.words.get(from..place));
    matches!(pair, Some([owner, id]) if OWNERS.has(owner) && id.hash == hash("id"))
}

/// Whether the word is glued to others and so part of something else.
fn is_joined(text: &Text, place: usize) -> bool {
    let glued = |place: usize| {
        text.words.get(place).is_some_and(|word| word.is(flag::GLUED))
            && matches!(text.gap(place), Some([b'-' | b'_' | b'/' | b'@' | b'.' | b'=', 0, 0, 0]))
    };
    glued(place) || glued(place + 1)
}
