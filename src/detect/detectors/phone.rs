//! Phone numbers.
//!
//! Format: ITU-T E.164 for international writing (`+31 …`, `0031 …`, `+31 (0)6 …`); the national plans of the Netherlands, Belgium, Germany, France
//! and the United Kingdom, which all begin with a 0; the North American plan's three, three and four digits. Without a plus sign a number must be grouped as
//! people group phone numbers, or stand after a word such as "bel". It cannot know whether the number is in use or whose it is.

use super::{Detector, Found, Trigger, context};
use crate::detect::text::fold::hash;
use crate::detect::text::{Gap, Text, Word};
use crate::detect::{Kind, Severity};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::Phone,
    rule: "phone",
    trigger: Trigger::Number,
    find,
    #[cfg(test)]
    hits: &[
        ("Bel 06-12345678 of kom langs", "06-12345678"),
        ("06 - 1234 5678!", "06 - 1234 5678"),
        ("Tel.: (020) 123 45 67", "(020) 123 45 67"),
        ("+31 (0)6 12 34 56 78", "+31 (0)6 12 34 56 78"),
        ("0031 6 12345678", "0031 6 12345678"),
        ("085-0001234 tussen 9 en 17 uur", "085-0001234"),
        ("app 0612345678", "0612345678"),
        ("Belgisch: 0470 12 34 56", "0470 12 34 56"),
        ("appelle le 06 39 98 00 11", "06 39 98 00 11"),
        ("Ruf an: 030 23125 000", "030 23125 000"),
        ("call 07700 900000", "07700 900000"),
        ("(212) 555-0142", "(212) 555-0142"),
        ("+1 212-555-0142", "+1 212-555-0142"),
        ("mijn nummer is 𝟬𝟲-𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴", "𝟬𝟲-𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴"),
        ("06-12345678 - 2 personen", "06-12345678"),
        ("Call 555-0142 and ask for Ines", "555-0142"),
    ],
    #[cfg(test)]
    misses: &[
        "Op 01-02-2024 om 10.30 uur",
        "Tussen 01-02-2024 en 05-02-2024",
        "01-02-2024 - 05-02-2024",
        "Bestelling 0612 3456 78 is onderweg",
        "https://example.com/tel/0612345678",
        "urn:li:activity:0612345678901234567",
        "Meer dan +100 000 volgers",
        "0,0612345678 procent",
        "0.0612345678",
        "€ 0612 34 56 78",
        "ISBN 0306406152",
        "#0612345678",
        "2 84 03 75 056 123 55",
        "1234567890123",
        "const belNummer = \"0612345678\";",
        "Versie 10.4.2.118 en 2024-2025",
        "from 2019 to 2025-2026",
        "De fout staat in NL00 ABCD 0123 4567 89",
    ],
};

/// Groups and digits that a number has at most.
const GROUPS_MAX: usize = 8;
const DIGITS_MAX: usize = 15;

/// What may stand between two groups.
#[rustfmt::skip]
const JOINTS: &[Gap] = &[
    *b" \0\0\0", *b"-\0\0\0", *b".\0\0\0", *b"/\0\0\0", *b" - \0", *b"- \0\0", *b") \0\0", *b")\0\0\0", *b" (\0\0",
    *b"(\0\0\0", *b")-\0\0", *b" / \0",
];
/// Of these, the ones after which something else may also begin.
const LOOSE: &[Gap] = &[*b" - \0", *b" / \0", *b" (\0\0"];

/// Words that announce a phone number.
#[rustfmt::skip]
const NAMES: &[u32] = &[
    hash("app"), hash("appel"), hash("appelle"), hash("appelez"), hash("appje"), hash("bel"), hash("bellen"),
    hash("belt"), hash("bereikbaar"), hash("call"), hash("fon"), hash("gsm"), hash("handy"), hash("mob"),
    hash("mobiel"), hash("mobile"), hash("mobil"), hash("nummer"), hash("phone"), hash("portable"), hash("ring"),
    hash("ruf"), hash("sms"), hash("tel"), hash("telefon"), hash("telefoon"), hash("telefoonnummer"),
    hash("telephone"), hash("text"), hash("whatsapp"),
];
/// Bytes around the number in which such a word counts.
const REACH: u32 = 24;

/// Country codes and the digits a national number has there, without its leading 0 (ITU-T E.164, national plans).
#[rustfmt::skip]
const COUNTRIES: &[(&str, usize, usize)] = &[
    ("1", 10, 10), ("7", 10, 10), ("20", 8, 10), ("27", 9, 9), ("30", 10, 10), ("31", 9, 9), ("32", 8, 9),
    ("33", 9, 9), ("34", 9, 9), ("36", 8, 9), ("39", 6, 11), ("40", 9, 9), ("41", 9, 9), ("43", 7, 13),
    ("44", 9, 10), ("45", 8, 8), ("46", 7, 10), ("47", 8, 8), ("48", 9, 9), ("49", 7, 12), ("52", 10, 10),
    ("55", 10, 11), ("60", 8, 10), ("61", 9, 9), ("62", 8, 12), ("63", 8, 10), ("64", 8, 10), ("65", 8, 8),
    ("66", 8, 9), ("81", 9, 10), ("82", 8, 10), ("84", 9, 10), ("86", 10, 11), ("90", 10, 10), ("91", 10, 10),
    ("92", 9, 10), ("212", 9, 9), ("213", 8, 9), ("216", 8, 8), ("234", 8, 10), ("254", 9, 9), ("297", 7, 7),
    ("298", 6, 6), ("350", 8, 8), ("351", 9, 9), ("352", 5, 9), ("353", 7, 9), ("354", 7, 7), ("355", 8, 9),
    ("356", 8, 8), ("357", 8, 8), ("358", 6, 10), ("359", 8, 9), ("370", 8, 8), ("371", 8, 8), ("372", 7, 8),
    ("373", 8, 8), ("377", 8, 9), ("380", 9, 9), ("381", 8, 9), ("385", 8, 9), ("386", 8, 8), ("420", 9, 9),
    ("421", 9, 9), ("423", 7, 7), ("597", 6, 7), ("599", 7, 8), ("852", 8, 8), ("886", 8, 9), ("966", 8, 9),
    ("971", 8, 9), ("972", 8, 9),
];

/// A number as it is read, group by group.
#[derive(Default)]
struct Digits {
    all: Vec<u8>,
    /// How many digits each group has.
    groups: Vec<usize>,
}

fn find(text: &Text, place: usize) -> Option<Found> {
    let first = text.words.get(place).filter(|word| word.is_number())?;
    let before = text.glyph_before(first.start as usize);
    let start = opening(text, first, before)?;
    let plus = before == Some(b'+');
    let may_begin = plus || text.spelling(first).next() == Some(b'0') || text.spelling(first).count() == 3;
    if !may_begin || text.gap(place).is_some_and(|gap| continues(text, place, gap)) || follows_account(text, place) {
        return None;
    }
    let mut digits = Digits::default();
    let mut best = None;
    for last in place..place + GROUPS_MAX {
        let Some(word) = text.words.get(last).filter(|word| word.is_number()) else { break };
        if last > place && !text.gap(last).is_some_and(|gap| JOINTS.contains(&gap)) {
            break;
        }
        let length = text.spelling(word).take(DIGITS_MAX + 1).inspect(|digit| digits.all.push(*digit)).count();
        digits.groups.push(length);
        if digits.all.len() > DIGITS_MAX {
            break;
        }
        let closed = !text.gap(last + 1).is_some_and(|gap| !LOOSE.contains(&gap) && continues(text, last + 1, gap));
        if closed && let Some(confidence) = judge(text, &digits, plus, (place, last)) {
            best = Some((last, confidence));
        }
    }
    let (last, confidence) = best?;
    let end = text.words.get(last)?.end as usize;
    if context::is_lesson(text, place, last)
        || is_amount(text, start, end)
        || (!plus && context::is_reference(text, place, last))
    {
        return None;
    }
    let severity = if is_service(&digits) { Severity::Low } else { Kind::Phone.severity() };
    Some(Found { start, end, confidence, severity })
}

/// Where the number begins, its plus sign or bracket taken in.
fn opening(text: &Text, first: &Word, before: Option<u8>) -> Option<usize> {
    let start = first.start as usize;
    let sign = |mark: char| {
        text.source.get(..start).and_then(|head| head.char_indices().next_back()).filter(|(_, c)| *c == mark)
    };
    match before {
        Some(b'+') => Some(sign('+').map_or(start, |(at, _)| at)),
        Some(b'(') => {
            let bracket = sign('(').map_or(start, |(at, _)| at);
            let closes = text.source.get(first.end as usize..).is_some_and(|rest| rest.starts_with(')'));
            Some(if closes { bracket } else { start })
        }
        Some(b'.' | b',' | b'-' | b'/' | b'_' | b'=' | b'#') if first.is(crate::detect::text::flag::GLUED) => None,
        _ => Some(start),
    }
}

/// Whether the word at `place` is digits that go on from a number before it.
fn continues(text: &Text, place: usize, gap: Gap) -> bool {
    let pair = place.checked_sub(1).and_then(|before| text.words.get(before..=place));
    pair.is_some_and(|pair| pair.iter().all(|word| word.is_number()))
        && (matches!(gap, [b' ' | b'-' | b'.' | b'/' | b',' | b':', 0, 0, 0]))
}

/// Whether the digits go on from the head of an account number, such as `NL00 ABCD`, even a wrong one.
fn follows_account(text: &Text, place: usize) -> bool {
    let before = text.words.get(place.saturating_sub(2)..place).unwrap_or_default();
    before.iter().any(|word| {
        let spelling: Vec<u8> = text.spelling(word).take(5).collect();
        matches!(*spelling, [a, b, c, d] if [a, b].iter().all(u8::is_ascii_alphabetic) && [c, d].iter().all(u8::is_ascii_digit))
    })
}

/// How sure these digits are a phone number, in percent.
fn judge(text: &Text, digits: &Digits, plus: bool, (first, last): (usize, usize)) -> Option<u8> {
    if plus {
        return is_international(&digits.all).then_some(97);
    }
    let named = text.near(first, last, REACH).any(|word| NAMES.contains(&word.hash));
    let grouped = digits.groups.len() > 1;
    match *digits.all {
        [b'0', b'0', ref rest @ ..] => (grouped && is_international(rest)).then_some(92),
        [b'0', ..] if is_national(digits) => match (named, grouped, digits.all.len()) {
            (true, _, _) => Some(96),
            (false, true, _) => Some(88),
            (false, false, 10) => Some(75),
            _ => None,
        },
        _ if is_north_american(digits) => Some(if named { 94 } else { 75 }),
        _ if named && grouped && *digits.groups == [3, 4] => Some(80),
        _ => None,
    }
}

fn is_international(digits: &[u8]) -> bool {
    COUNTRIES.iter().any(|(code, fewest, most)| {
        let Some(national) = digits.strip_prefix(code.as_bytes()) else { return false };
        let national = if *code == "39" { national } else { national.strip_prefix(b"0").unwrap_or(national) };
        (*fewest..=*most).contains(&national.len()) && (*code == "39" || national.first() != Some(&b'0'))
    })
}

/// A national number with its leading 0: nine to twelve digits, grouped as in the plans named above, and no date.
fn is_national(digits: &Digits) -> bool {
    let second_is_zero = digits.all.get(1) == Some(&b'0');
    let is_date = matches!(*digits.groups, [2, 2, 4, ..]) && matches!(digits.all.get(4..6), Some(b"19" | b"20"));
    let shaped = match *digits.groups {
        [whole] => (9..=11).contains(&whole),
        [head, .., tail] => (2..=5).contains(&head) && tail >= 2,
        [] => false,
    };
    (9..=12).contains(&digits.all.len()) && !second_is_zero && !is_date && shaped
}

/// Area code, exchange and line: neither of the first two begins with 0 or 1.
fn is_north_american(digits: &Digits) -> bool {
    let begins = |at: usize| digits.all.get(at).is_some_and(|digit| (b'2'..=b'9').contains(digit));
    *digits.groups == [3, 3, 4] && begins(0) && begins(3)
}

/// Whether it is money or a share rather than a number to call.
fn is_amount(text: &Text, start: usize, end: usize) -> bool {
    let before = text.source.get(..start).map(str::trim_end).and_then(|head| head.chars().next_back());
    let after = text.source.get(end..).map(str::trim_start).and_then(|rest| rest.chars().next());
    let is_unit = |c: Option<char>| matches!(c, Some('€' | '$' | '£' | '%'));
    is_unit(before) || is_unit(after)
}

/// Dutch, Belgian, German and British numbers that only organisations have: 0800, 085, 088, 0900.
fn is_service(digits: &Digits) -> bool {
    [b"080", b"085", b"088", b"090"].iter().any(|head| digits.all.starts_with(*head))
}
