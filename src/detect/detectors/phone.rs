//! Phone numbers.
//!
//! Format: ITU-T E.164 for international writing (`+31 …`, `0031 …`, `+31 (0)6 …`); the national plans of the Netherlands, Belgium, Germany, France
//! and the United Kingdom, which all begin with a 0; the North American plan's three, three and four digits. Without a plus sign a number must be grouped as
//! people group phone numbers, or stand after a word such as "bel". It cannot know whether the number is in use or whose it is.

mod countries;

use super::{Detector, Found, Look, Trigger, context};
use crate::{Kind, Severity};
use countries::is_international;
use text::names::{Names, names};
use text::{Gap, Text, Word, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::Phone,
    rule: "phone",
    looks: &[Look { at: Trigger::Code, find }],
    #[cfg(test)]
    hits: &[
        ("Bel 06-12345678 of kom langs", "06-12345678"),
        ("06 - 1234 5678!", "06 - 1234 5678"),
        ("06-12 34 56 78", "06-12 34 56 78"),
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
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("+49 (0) 171 3920047", "+49 (0) 171 3920047"),
        ("☎ 0171/3920047", "0171/3920047"),
        ("tel:+31612345678", "+31612345678"),
        ("0031612345678", "0031612345678"),
        ("toll-free: 1-800-555-0199", "1-800-555-0199"),
        ("WhatsApp: 612 345 678", "612 345 678"),
        ("gsm 0470.12.34.56", "0470.12.34.56"),
        ("bel 0900-1234", "0900-1234"),
        ("To order, call 020 7946 0321", "020 7946 0321"),
        ("01-42-68-53-00", "01-42-68-53-00"),
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
        "Op 03-04-25 09.30 uur",
        "BE 0403.019.261 is ons ondernemingsnummer",
        "Open van 08.00-12.00 en 13.00-17.00",
        "Reeks 250 350 4500 is uitverkocht",
        "Tussen 09:00 en 17:30 bel ik 120 mensen",
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
static NAMES: Names = names![
    "app" "appel" "appelle" "appelez" "appje" "bel" "belt" "bellen" "bereikbaar" "bereiken" "call" "cell" "centrale"
    "doorkiesnummer" "durchwahl" "fax" "festnetz" "fixe" "fon" "gsm" "handy" "handynummer" "joignable" "landline" "mob"
    "mobiel" "mobile" "mobil" "nummer" "phone" "portable" "reach" "ring" "ruf" "rufnummer" "signal" "sms" "switchboard"
    "tel" "telefon" "telefonisch" "telefonnummer" "telefoon" "telefoonnummer" "telephone" "text" "toll" "whatsapp"
];
/// Of these, the ones after which a number needs no further sign that it is one.
static CERTAIN: Names = names![
    "cell" "fon" "gsm" "handy" "handynummer" "mob" "mobiel" "mobile" "mobil" "phone" "rufnummer" "tel" "telefon"
    "telefonnummer" "telefoon" "telefoonnummer" "telephone" "whatsapp"
];
/// Bytes around the number in which such a word counts.
const REACH: u32 = 24;

/// A number as it is read, group by group.
#[derive(Default)]
struct Digits {
    all: Vec<u8>,
    /// How many digits each group has.
    groups: Vec<usize>,
    /// What stands before each group but the first.
    joints: Vec<Gap>,
}

fn find(text: &Text, place: usize) -> Option<Found> {
    let first = text.words.get(place).filter(|word| word.is_number())?;
    let before = text.glyph_before(first.start as usize);
    let start = opening(text, first, before)?;
    let plus = before == Some(b'+');
    if !(plus || may_begin(text, place, first))
        || text.gap(place).is_some_and(|gap| continues(text, place, gap))
        || follows_account(text, place)
    {
        return None;
    }
    let mut digits = Digits::default();
    let mut best = None;
    for last in place..place + GROUPS_MAX {
        let Some(word) = text.words.get(last).filter(|word| word.is_number()) else { break };
        if last > place {
            let Some(gap) = text.gap(last).filter(|gap| JOINTS.contains(gap)) else { break };
            digits.joints.push(gap);
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
        || (!plus
            && context::is_reference(text, place, last)
            && !context::is_announced(text, place, last, &NAMES, REACH))
    {
        return None;
    }
    let severity = if is_service(&digits) { Severity::Low } else { Kind::Phone.severity() };
    Some(Found { start, end, confidence, severity })
}

/// Whether a number without a plus sign may begin with this word.
fn may_begin(text: &Text, place: usize, first: &Word) -> bool {
    let mut spelling = text.spelling(first);
    match spelling.next() {
        Some(b'0') => true,
        Some(b'1') if first.end - first.start == 1 => true,
        _ => spelling.count() == 2 || context::is_announced(text, place, place, &CERTAIN, REACH),
    }
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
        Some(b'.' | b',' | b'-' | b'/' | b'_' | b'=' | b'#') if first.is(flag::GLUED) => None,
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
    let named = context::is_named(text, first, last, &NAMES, REACH);
    let grouped = digits.groups.len() > 1;
    match *digits.all {
        [b'0', b'0', ref rest @ ..] if is_international(rest) => Some(if grouped || named { 92 } else { 75 }),
        [b'0', b'0', ..] => None,
        [b'0', ..] if is_national(digits) && !is_enterprise(digits) => match (named, grouped, digits.all.len()) {
            (true, _, _) => Some(96),
            (false, true, _) => Some(88),
            (false, false, 10) => Some(75),
            _ => None,
        },
        [b'0', b'8' | b'9', b'0', ..] if named && *digits.groups == [4, 4] => Some(85),
        [b'0', ..] => None,
        _ if is_north_american(digits) && (named || digits.joints.last() != Some(b" \0\0\0")) => {
            Some(if named { 94 } else { 75 })
        }
        _ if named && *digits.groups == [3, 4] => Some(80),
        _ if digits.groups.len() > 2 && (8..=10).contains(&digits.all.len()) => {
            let certain = context::is_announced(text, first, last, &CERTAIN, REACH);
            (certain && digits.groups.iter().all(|group| *group > 1) && is_even(digits)).then_some(80)
        }
        _ => None,
    }
}

/// One sort of sign between all groups.
fn is_even(digits: &Digits) -> bool {
    digits.joints.windows(2).all(|pair| pair.first() == pair.last())
}

/// A national number with its leading 0: nine to twelve digits, grouped as in the plans named above, and no date.
fn is_national(digits: &Digits) -> bool {
    let second_is_zero = digits.all.get(1) == Some(&b'0');
    let is_date = match *digits.groups {
        [2, 2, 4, ..] => matches!(digits.all.get(4..6), Some(b"19" | b"20")),
        [2, 2, 2, ..] => digits.joints.first() == digits.joints.get(1) && !is_even(digits),
        _ => false,
    };
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
    let after_one = digits.all.first() == Some(&b'1');
    match *digits.groups {
        [3, 3, 4] => begins(0) && begins(3),
        [1, 3, 3, 4] => after_one && begins(1) && begins(4),
        _ => false,
    }
}

/// A Belgian enterprise number: four, three and three digits, the last two a check by modulo 97 (Crossroads Bank for Enterprises).
fn is_enterprise(digits: &Digits) -> bool {
    let rest = |digits: &[u8]| digits.iter().fold(0, |rest, digit| (rest * 10 + u32::from(*digit & 15)) % 97);
    let check = |(body, check): (&[u8], &[u8])| rest(body) + rest(check) == 97;
    *digits.groups == [4, 3, 3] && digits.all.split_at_checked(8).is_some_and(check)
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
