//! Payment card numbers.
//!
//! Format: ISO/IEC 7812-1, twelve to nineteen digits that end with a Luhn check; the ranges and lengths that the schemes publish for
//! Visa, Mastercard, Maestro, American Express, Diners Club, Discover, JCB and UnionPay. One number in ten passes the check, so the number
//! must also be grouped as on a card, or be named as one, or at least begin like the two schemes that most cards are of. It cannot know
//! whether the card was ever issued; a test card that somebody shows as their own is found.

use super::digits::{Number, Part, passes_luhn, value};
use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::Text;
use text::names::{Names, names};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::PaymentCard,
    rule: "payment_card",
    looks: &[Look { at: Trigger::Code, find }],
    #[cfg(test)]
    hits: &[
        ("Pas op: onze zakelijke kaart 4111 1111 1111 1111 wordt misbruikt", "4111 1111 1111 1111"),
        ("creditcard 5555-5555-5555-4444, geldig tot 08/29", "5555-5555-5555-4444"),
        ("Mijn Amex is 378282246310005", "378282246310005"),
        ("3714 496353 98431 wird abgelehnt", "3714 496353 98431"),
        ("carte bancaire : 4000.0025.0000.3155", "4000.0025.0000.3155"),
        ("my Maestro card 6759 6498 2643 8453 stopped working", "6759 6498 2643 8453"),
        ("4242424242424242 staat nog op mijn scherm", "4242424242424242"),
        ("card number 5105 1051 0510 5100 exp 09/27 cvc 123", "5105 1051 0510 5100"),
        ("2223 0031 2200 3222 was geweigerd", "2223 0031 2200 3222"),
        ("Maestro 6759 649826 438453", "6759 649826 438453"),
        ("5105 1051 0510 5100 09/27 en 5105 1051 0510 5100 09/2027", "5105 1051 0510 5100"),
    ],
    #[cfg(test)]
    misses: &[
        "4111 1111 1111 1112 wordt misbruikt",
        "Ordernummer 4111 1111 1111 1111",
        "urn:li:activity:4111111111111111",
        "https://www.linkedin.com/feed/update/4242424242424242",
        "Use test card 4242 4242 4242 4242 in the sandbox",
        "Commande n° 4000 0025 0000 3155, toujours rien",
        "1755000000000 is een tijdstip in milliseconden",
        "5555-5555-5555-4444-1234 heeft een groep te veel",
        "De teller: 0.4242424242424242",
        "Kaart 12 4111 1111 1111 1111",
        "Tracking 6759649826438453",
        "De teller: 6759649826438453",
        "De teller: 6759 649826 438453",
        "Kaart 41 1111 1111 1111 11",
        "Kaart 5018 0000 0041",
        "Kaart 2100 0000 0000 0005",
    ],
};

/// Words that name a card.
static CARDS: Names = names![
    "amex" "bankpas" "bankpasje" "betaalkaart" "betaalpas" "bedrijfskaart" "card" "cardnumber" "cb" "creditcard" "creditcardnummer"
    "creditcards" "creditkarte" "debitcard" "ec" "express" "kaart" "kaartnummer" "karte" "kartennummer" "kreditkarte"
    "kreditkartennummer" "carte" "maestro" "mastercard" "pas" "pasnummer" "visa" "bancontact" "tankkarte" "tankpas" "firmenkarte"
    "diners" "jcb" "unionpay" "discover" "bankkarte" "bankkaart" "debetkaart" "kaartgegevens" "bancaire" "debit" "credit"
];
/// Bytes around the number in which such a word counts.
const REACH: u32 = 90;

/// First and last of the leading four digits, and the fewest and most digits of the whole.
#[rustfmt::skip]
const RANGES: &[(u32, u32, usize, usize)] = &[
    (2221, 2720, 16, 16), // Mastercard
    (3000, 3059, 14, 14), (3095, 3095, 14, 14), (3600, 3699, 14, 14), (3800, 3999, 14, 14), // Diners Club
    (3400, 3499, 15, 15), (3700, 3799, 15, 15), // American Express
    (3528, 3589, 16, 16), // JCB
    (4000, 4999, 16, 16), (4000, 4999, 13, 13), (4000, 4999, 19, 19), // Visa
    (5000, 5099, 12, 19), (5600, 5899, 12, 19), (6300, 6399, 12, 19), (6700, 6799, 12, 19), // Maestro
    (5100, 5599, 16, 16), // Mastercard
    (6011, 6011, 16, 19), (6440, 6499, 16, 19), (6500, 6599, 16, 19), // Discover
    (6200, 6299, 16, 19), // UnionPay
];

fn find(text: &Text, place: usize) -> Option<Found> {
    let first = text.words.get(place).filter(|word| word.end - word.start >= 4)?;
    if !text.spelling(first).next().is_some_and(|digit| (b'2'..=b'6').contains(&digit)) {
        return None;
    }
    let number = Number::read(text, place)?;
    let part = [16, 15, 14, 19, 18, 17, 13, 12]
        .into_iter()
        .find_map(|length| number.head(length))
        .or_else(|| dated(&number))?;
    if !is_issued(part.digits) || !passes_luhn(part.digits) {
        return None;
    }
    let named = || context::is_named(text, place, part.last, &CARDS, REACH);
    let confidence = match part.groups {
        [4, 4, 4, 4] | [4, 6, 5] | [4, 6, 4] | [4, 4, 4, 4, 1..=3] => 97,
        [13..=19] if named() => 97,
        [16] if matches!(part.digits, [4, ..] | [5, 1..=5, ..]) => 72,
        _ if part.digits.len() >= 13 && named() => 90,
        _ => return None,
    };
    if context::is_reference(text, place, part.last) || context::is_documented(text, place, part.last) {
        return None;
    }
    Found::words(text, place, part.last, confidence, Kind::PaymentCard)
}

/// Sixteen digits in fours before a date of expiry: `4111 1111 1111 1111 09/27`.
fn dated(number: &Number) -> Option<Part<'_>> {
    let whole = number.whole()?;
    let (digits, groups) = (whole.digits.get(..16)?, whole.groups.get(..4)?);
    let after = whole.groups.get(4..)?;
    (groups == [4; 4] && matches!(after, [2, 2 | 4] | [2, 2, 3])).then_some(Part {
        digits,
        groups,
        last: whole.last - after.len(),
    })
}

fn is_issued(digits: &[u8]) -> bool {
    let head = value(digits.get(..4).unwrap_or_default());
    RANGES
        .iter()
        .any(|(low, high, fewest, most)| (*low..=*high).contains(&head) && (*fewest..=*most).contains(&digits.len()))
}
