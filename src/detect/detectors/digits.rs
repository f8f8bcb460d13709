//! Numbers as people write them: digits in groups, with one sign between.

use text::{Text, flag};

/// Digits and groups that are read at most.
const DIGITS_MAX: usize = 24;
const GROUPS_MAX: usize = 10;

/// A number that begins with a word of digits and goes on as long as single signs join further digits to it.
pub(super) struct Number {
    digits: [u8; DIGITS_MAX],
    /// How many digits each group has; zero beyond the last.
    groups: [u8; GROUPS_MAX],
    /// Place of the first word.
    first: usize,
    /// Digits stand before it or after it, a space away.
    led: bool,
    followed: bool,
}

/// The head of a [`Number`] that may stand by itself.
#[derive(Clone, Copy)]
pub(super) struct Part<'n> {
    /// Digits as values from 0 to 9.
    pub(super) digits: &'n [u8],
    /// How many digits each group has.
    pub(super) groups: &'n [u8],
    /// Place of the last word.
    pub(super) last: usize,
}

impl Number {
    /// Reads the number that begins with the word at `place`; nothing when that word continues something before it.
    #[inline(never)]
    pub(super) fn read(text: &Text, place: usize) -> Option<Number> {
        let first = text.words.get(place).filter(|word| word.is_number())?;
        let led = match text.gap(place) {
            Some([b' ', 0, 0, 0]) => text.words.get(place.checked_sub(1)?).is_some_and(|word| word.is_number()),
            _ if first.is(flag::GLUED) && !opens(text.glyph_before(first.start as usize)) => return None,
            _ => false,
        };
        let mut number =
            Number { digits: [0; DIGITS_MAX], groups: [0; GROUPS_MAX], first: place, led, followed: false };
        let mut room = number.digits.iter_mut();
        for (offset, group) in number.groups.iter_mut().enumerate() {
            let word = text.words.get(place + offset).filter(|word| word.is_number())?;
            for digit in text.spelling(word) {
                *room.next()? = digit.checked_sub(b'0')?;
                *group += 1;
            }
            if !joins(text, place + offset + 1) {
                return closes(text, place + offset).then_some(number);
            }
        }
        number.followed = true;
        Some(number)
    }

    /// The first `length` digits, when they are whole groups and stand by themselves: nothing follows, or they are one unbroken group and
    /// what is near is a space away.
    #[inline(never)]
    pub(super) fn head(&self, length: usize) -> Option<Part<'_>> {
        let mut count = 0;
        let groups = 1 + self.groups.iter().position(|group| {
            count += usize::from(*group);
            count >= length
        })?;
        let alone = !self.led && !self.followed && self.groups.get(groups).is_none_or(|next| *next == 0);
        if count != length || !(alone || groups == 1) {
            return None;
        }
        Some(Part {
            digits: self.digits.get(..length)?,
            groups: self.groups.get(..groups)?,
            last: self.first + groups - 1,
        })
    }

    /// All its digits, however many there are.
    #[inline(never)]
    pub(super) fn whole(&self) -> Option<Part<'_>> {
        self.head(self.groups.iter().map(|group| usize::from(*group)).sum())
    }
}

/// Whether a number may begin after this character without a space between.
fn opens(before: Option<u8>) -> bool {
    matches!(before, None | Some(b'(' | b'[' | b'"' | b'\'' | b':' | b'=' | b'*' | b'|' | b'>' | b'~' | 0))
}

/// Whether the word at `place` continues a number before it.
fn joins(text: &Text, place: usize) -> bool {
    let numbers = place.checked_sub(1).and_then(|before| text.words.get(before..=place));
    numbers.is_some_and(|pair| pair.iter().all(|word| word.is_number()))
        && matches!(text.gap(place), Some([b' ' | b'.' | b'-' | b'/', 0, 0, 0]))
}

/// Whether nothing glued to the word at `place` makes it part of something longer, an amount or a share.
fn closes(text: &Text, place: usize) -> bool {
    let end = text.words.get(place).map_or(0, |word| word.end as usize);
    let next = text.words.get(place + 1).filter(|next| next.is(flag::GLUED));
    let mut after = text.glyphs(end).map(|glyph| glyph.ascii);
    match (after.next(), next) {
        (Some(b'%'), _) => false,
        (Some(b'-' | b'_' | b'/' | b'@' | b'=' | b'&' | b'+' | b'#'), Some(_)) => false,
        (Some(b'.' | b',' | b':' | b'\''), Some(next)) => !next.is(flag::DIGIT),
        _ => true,
    }
}

/// The Luhn check of ISO/IEC 7812-1 annex B over all digits.
#[inline(never)]
pub(super) fn passes_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(place, digit)| luhn_value(*digit, place % 2 == 1)).sum();
    sum.is_multiple_of(10)
}

fn luhn_value(digit: u8, doubled: bool) -> u32 {
    let value = u32::from(digit) << u32::from(doubled);
    if value > 9 { value - 9 } else { value }
}

/// The remainder of the decimal number by a small divisor, digit by digit, so that no wide arithmetic is needed.
#[inline(never)]
pub(super) fn remainder(digits: &[u8], divisor: u32) -> u32 {
    digits.iter().fold(0, |rest, digit| (rest * 10 + u32::from(*digit)) % divisor)
}

/// The sum of digits times weights.
#[inline(never)]
pub(super) fn weighted(digits: &[u8], weights: &[i32]) -> i32 {
    digits.iter().zip(weights).map(|(digit, weight)| i32::from(*digit) * weight).sum()
}

/// The number that these few digits write.
pub(super) fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, digit| value.wrapping_mul(10).wrapping_add(u32::from(*digit)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::read;

    /// The first `length` digits of the number that begins with the first word of digits at or behind a place.
    fn head(text: &str, place: usize, length: usize) -> Option<String> {
        let text = read(text);
        let place = (place..text.words.len()).find(|place| text.words[*place].is_number())?;
        let number = Number::read(&text, place)?;
        let part = number.head(length)?;
        Some(part.digits.iter().map(|digit| char::from(b'0' + digit)).collect())
    }

    #[test]
    fn a_number_stands_by_itself() {
        for text in [
            "111222333",
            "bsn 111222333",
            "(111222333)",
            "bsn:111222333",
            "bsn=111222333",
            "111222333.",
            "111222333, ja",
            "111222333.Bel",
            "111222333:ja",
            "111-222-333",
            "111.222.333",
            "111/222/333",
            "1 1 1 2 2 2 3 3 3",
        ] {
            assert_eq!(head(text, 0, 9).as_deref(), Some("111222333"), "{text}");
        }
        for text in [
            "a-111222333",
            "a_111222333",
            "111222333%",
            "111222333-a",
            "111222333_a",
            "111222333/a",
            "111222333@a",
            "111222333=a",
            "111222333&a",
            "111222333+a",
            "111222333#a",
            "111222333,50",
            "111222333:12",
            "111222333'12",
            "111 222  333",
            "111,222,333",
            "111 222 3334",
            "111222333,50 euro",
        ] {
            assert_eq!(head(text, 0, 9), None, "{text}");
        }
    }

    #[test]
    fn groups_are_all_of_a_number_or_one_is() {
        assert_eq!(head("12 345 6789", 1, 7), None, "digits stand before");
        assert_eq!(head("12 3456789", 1, 7).as_deref(), Some("3456789"), "one group may stand beside others");
        assert_eq!(head("345 6789 12", 0, 7), None, "digits stand behind");
        assert_eq!(head("1 2 3 4 5 6 7 8 9 0", 0, 10).as_deref(), Some("1234567890"));
        assert_eq!(head("1 2 3 4 5 6 7 8 9 0 1", 0, 10), None, "more groups than are read");
        assert_eq!(head("123456789012 123456789012", 0, 24).as_deref(), Some("123456789012123456789012"));
        assert_eq!(head("123456789012 1234567890123", 0, 24), None, "more digits than are read");
    }

    #[test]
    fn luhn_sees_any_wrong_digit_and_most_that_change_places() {
        for number in ["4111111111111111", "378282246310005", "6759649826438453", "79927398713", "00"] {
            let right: Vec<u8> = number.bytes().map(|digit| digit - b'0').collect();
            assert!(passes_luhn(&right), "{number}");
            for (place, digit) in (0..right.len()).flat_map(|place| (0..10).map(move |digit| (place, digit))) {
                let mut wrong = right.clone();
                wrong[place] = digit;
                assert!(wrong == right || !passes_luhn(&wrong), "{wrong:?}");
            }
            for place in 1..right.len() {
                let mut wrong = right.clone();
                wrong.swap(place - 1, place);
                // Luhn does not tell 09 from 90.
                assert!(wrong == right || [0, 9].contains(&wrong[place]) || !passes_luhn(&wrong), "{wrong:?}");
            }
        }
    }
}
