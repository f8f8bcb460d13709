//! Bank account numbers: IBAN, and the older national ones that people still write.
//!
//! Format and check: ISO 13616-1, lengths from the IBAN Registry that SWIFT keeps; ISO 7064 modulo 97-10. The check refuses 96 of 97
//! mistyped numbers, so no word nearby is needed. National numbers need one (see `national`).
//! It cannot know whether the account exists or whose it is.

mod national;

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::{Text, Word};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::BankAccount,
    rule: "bank_account",
    looks: &[Look { at: Trigger::Code, find }, Look { at: Trigger::Code, find: national::find }],
    #[cfg(test)]
    hits: &[
        ("Graag naar NL91ABNA0417164300, dank!", "NL91ABNA0417164300"),
        ("IBAN: nl91 abna 0417 1643 00 t.n.v. de club", "nl91 abna 0417 1643 00"),
        ("op BE68 5390 0754 7034.", "BE68 5390 0754 7034"),
        ("DE 89 3704 0044 0532 0130 00 bitte", "DE 89 3704 0044 0532 0130 00"),
        ("GB82-WEST-1234-5698-7654-32", "GB82-WEST-1234-5698-7654-32"),
        ("NL91\u{A0}ABNA\u{A0}0417\u{A0}1643\u{A0}00", "NL91\u{A0}ABNA\u{A0}0417\u{A0}1643\u{A0}00"),
        ("NO93 8601 1117 947", "NO93 8601 1117 947"),
        ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84 MALT 0110 0001 2345 MTLC AST0 01S"),
        ("Sort code 20-00-00, account number 55779911, thanks", "20-00-00, account number 55779911"),
        ("account 55779911 sort code 20 00 00", "20 00 00"),
        ("Sort code 20-00-00 is that of my account 55779911", "20-00-00 is that of my account 55779911"),
        ("routing number 021000021, account 123456789012", "021000021, account 123456789012"),
        ("Rekeningnummer 12.34.56.789 van de vereniging", "12.34.56.789"),
        ("op rekening 539-0075470-34 van de club", "539-0075470-34"),
        ("RIB : 30004 00977 08967681318 85", "30004 00977 08967681318 85"),
    ],
    #[cfg(test)]
    misses: &[
        "NL92ABNA0417164300 klopt niet",
        "Op het formulier staat rekening NL00 BANK 0123 4567 89",
        "XX91ABNA0417164300",
        "NL91ABNA04171643001 is te lang",
        "NL91/ABNA/0417/1643/00",
        "NL91  ABNA  0417  1643  00",
        "NL91ABNA04171643",
        "https://bank.example/pay/NL91ABNA0417164300",
        "#NL91ABNA0417164300",
        "Een voorbeeld van een rekening is NL91ABNA0417164300",
        "Sort the code by 20-00-00 and account for it",
        "routing number 021000022",
        "my account 20-00-00 55779911",
        "Access code 20-00-00, number 55779911",
        "We sort 20-00-00 before 55779911",
        "rekening 000000000",
        "De teller: 539-0075470-34",
        "De teller: 30004 00977 08967681318 85",
        "Factuurnummer van rekening 539-0075470-34",
        "Een voorbeeld: rekening 539-0075470-34 van de club",
        "In rekening gebracht: 123456788 stuks",
        "Op 20-00-00 staat de teller",
        "Klantrekening 12.34.56.788",
        "Rekening gehouden met 12.34.56.789 gevallen",
    ],
};

/// Country codes and how many characters the whole number has.
#[rustfmt::skip]
const LENGTHS: &[(&[u8; 2], usize)] = &[
    (b"AD", 24), (b"AE", 23), (b"AL", 28), (b"AT", 20), (b"AZ", 28), (b"BA", 20), (b"BE", 16), (b"BG", 22),
    (b"BH", 22), (b"BI", 27), (b"BR", 29), (b"BY", 28), (b"CH", 21), (b"CR", 22), (b"CY", 28), (b"CZ", 24),
    (b"DE", 22), (b"DJ", 27), (b"DK", 18), (b"DO", 28), (b"EE", 20), (b"EG", 29), (b"ES", 24), (b"FI", 18),
    (b"FK", 18), (b"FO", 18), (b"FR", 27), (b"GB", 22), (b"GE", 22), (b"GI", 23), (b"GL", 18), (b"GR", 27),
    (b"GT", 28), (b"HN", 28), (b"HR", 21), (b"HU", 28), (b"IE", 22), (b"IL", 23), (b"IQ", 23), (b"IS", 26),
    (b"IT", 27), (b"JO", 30), (b"KW", 30), (b"KZ", 20), (b"LB", 28), (b"LC", 32), (b"LI", 21), (b"LT", 20),
    (b"LU", 20), (b"LV", 21), (b"LY", 25), (b"MC", 27), (b"MD", 24), (b"ME", 22), (b"MK", 19), (b"MN", 20),
    (b"MR", 27), (b"MT", 31), (b"MU", 30), (b"NI", 28), (b"NL", 18), (b"NO", 15), (b"OM", 23), (b"PK", 24),
    (b"PL", 28), (b"PS", 29), (b"PT", 25), (b"QA", 29), (b"RO", 24), (b"RS", 22), (b"RU", 33), (b"SA", 24),
    (b"SC", 31), (b"SD", 18), (b"SE", 24), (b"SI", 19), (b"SK", 24), (b"SM", 27), (b"SO", 23), (b"ST", 25),
    (b"SV", 28), (b"TL", 23), (b"TN", 24), (b"TR", 26), (b"UA", 29), (b"VA", 22), (b"VG", 24), (b"XK", 20),
    (b"YE", 30),
];

/// The longest number registered.
const LONGEST: usize = 33;

fn find(text: &Text, place: usize) -> Option<Found> {
    let first = country_place(text, place)?;
    let start = text.words.get(first)?.start as usize;
    let (characters, end) = collect(text, start)?;
    let last = text.words.partition_point(|word| (word.start as usize) < end).checked_sub(1)?;
    let rest = modulo_97(&characters)?;
    if rest != 1 || context::is_lesson(text, first, last) {
        return None;
    }
    Some(Found { start, end, confidence: 99, severity: Kind::BankAccount.severity() })
}

/// The word that opens with country and check digits: `NL91…`, or `NL` before `91`.
fn country_place(text: &Text, place: usize) -> Option<usize> {
    let word = text.words.get(place)?;
    let mut spelling = text.spelling(word);
    let head = [spelling.next()?, spelling.next()?];
    if head.iter().all(u8::is_ascii_alphabetic) {
        return spelling.take(2).all(|digit| digit.is_ascii_digit()).then_some(place);
    }
    let before = place.checked_sub(1)?;
    let country = text.words.get(before)?;
    let is_pair = |word: &Word| text.spelling(word).count() == 2;
    (word.is_number() && is_pair(word) && is_pair(country) && text.gap(place)? == *b" \0\0\0").then_some(before)
}

/// The number's characters in upper case, and where it ends; single spaces, hyphens and full stops may group them.
fn collect(text: &Text, start: usize) -> Option<(Vec<u8>, usize)> {
    let mut characters = Vec::with_capacity(LONGEST);
    let mut length = LONGEST;
    let mut end = start;
    let mut separated = true;
    for glyph in text.glyphs(start) {
        let ascii = glyph.ascii.to_ascii_uppercase();
        if characters.len() == length {
            return (!ascii.is_ascii_alphanumeric()).then_some((characters, end));
        }
        if ascii.is_ascii_alphanumeric() {
            characters.push(ascii);
            end = glyph.end;
            separated = false;
        } else if separated || !matches!(ascii, b' ' | b'-' | b'.') {
            return None;
        } else {
            separated = true;
        }
        if let [one, two] = *characters {
            length = LENGTHS.iter().find(|(country, _)| **country == [one, two])?.1;
        }
    }
    (characters.len() == length).then_some((characters, end))
}

/// The number's remainder by 97, its first four characters moved to the end and letters counted from ten.
fn modulo_97(characters: &[u8]) -> Option<u32> {
    let (head, body) = characters.split_at_checked(4)?;
    body.iter().chain(head).try_fold(0u32, |rest, character| {
        let value = char::from(*character).to_digit(36)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::read;

    /// A made-up number of a country: so many characters, the check digits right.
    fn number(country: &[u8; 2], length: usize) -> String {
        let country = str::from_utf8(country).unwrap();
        let account: String = (4..length).map(|place| char::from(b"4750129386"[place % 10])).collect();
        let figures = format!("{account}{country}00")
            .chars()
            .map(|sign| sign.to_digit(36).unwrap().to_string())
            .collect::<String>();
        let rest = figures.chars().fold(0, |rest, figure| (rest * 10 + figure.to_digit(10).unwrap()) % 97);
        format!("{country}{:02}{account}", 98 - rest)
    }

    #[test]
    fn a_number_has_its_country_s_length() {
        for (country, length) in LENGTHS {
            let right = number(country, *length);
            assert_eq!(find(&read(&right), 0).map(|found| (found.start, found.end)), Some((0, *length)), "{right}");
            for wrong in [number(country, length - 1), number(country, length + 1)] {
                assert!(find(&read(&wrong), 0).is_none(), "{wrong}");
            }
        }
    }

    #[test]
    fn a_number_with_one_wrong_digit_is_not_found() {
        let right = "BE68539007547034";
        for (place, digit) in (2..right.len()).flat_map(|place| (b'0'..=b'9').map(move |digit| (place, digit))) {
            let mut wrong = right.as_bytes().to_vec();
            wrong[place] = digit;
            let wrong = String::from_utf8(wrong).unwrap();
            assert!(wrong == right || find(&read(&wrong), 0).is_none(), "{wrong}");
        }
    }
}
