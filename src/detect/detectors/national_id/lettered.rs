//! Personal numbers with letters in them.

#[cfg(test)]
mod tests;

use super::{Needs, judge, words, words::Name};
use crate::Found;
use text::{Text, flag};

/// A country's number.
struct Format {
    /// What each character is: `A` a letter, `9` a digit, `X` either.
    shape: &'static [u8],
    /// Whether the check passes, given the characters in upper case.
    check: fn(&[u8]) -> bool,
    /// Whether it needs no name when its groups stand apart, and what it needs otherwise.
    telling: bool,
    needs: Needs,
    name: &'static Name,
}

static FORMATS: &[Format] = &[
    // National Insurance number (HMRC, NIM39110).
    Format { shape: b"AA999999A", check: is_british, telling: true, needs: Needs::AnyName, name: &words::UK },
    // Documento nacional de identidad and número de identidad de extranjero (Ministerio del Interior).
    Format { shape: b"99999999A", check: is_spanish, telling: false, needs: Needs::Name, name: &words::ES },
    Format {
        shape: b"A9999999A",
        check: is_spanish_of_foreigner,
        telling: false,
        needs: Needs::AnyName,
        name: &words::ES,
    },
    // Codice fiscale (D.M. 12 March 1974).
    Format { shape: b"AAAAAA99A99A999A", check: is_italian, telling: true, needs: Needs::Nothing, name: &words::IT },
    // Henkilötunnus (Digi- ja väestötietovirasto); its sign between is left out here.
    Format { shape: b"999999999A", check: is_finnish, telling: true, needs: Needs::AnyName, name: &words::FI },
    Format {
        shape: b"999999A999X",
        check: is_finnish_of_this_century,
        telling: false,
        needs: Needs::AnyName,
        name: &words::FI,
    },
    Format { shape: b"9999999999", check: is_finnish, telling: false, needs: Needs::Name, name: &words::FI },
    // Personal Public Service number (Department of Social Protection).
    Format { shape: b"9999999A", check: is_irish, telling: false, needs: Needs::Name, name: &words::IE },
    Format { shape: b"9999999AA", check: is_irish, telling: false, needs: Needs::Name, name: &words::IE },
    // Versicherungsnummer (§ 147 SGB VI, VKVV § 2).
    Format {
        shape: b"99999999A999",
        check: is_german_pension,
        telling: true,
        needs: Needs::AnyName,
        name: &words::DE_PENSION,
    },
    // The French number of somebody born in Corsica.
    Format { shape: b"999999A99999999", check: is_corsican, telling: true, needs: Needs::AnyName, name: &words::FR },
];

/// Characters of the longest format.
const LONGEST: usize = 16;

pub(super) fn find(text: &Text, place: usize) -> Option<Found> {
    let first = opening(text, place)?;
    let mut characters = Vec::with_capacity(LONGEST);
    let mut best = None;
    for last in first..first + LONGEST {
        let Some(word) = text.words.get(last) else { break };
        if last > first && !matches!(text.gap(last), Some([b' ' | b'-' | b'.' | b'/', 0, 0, 0])) {
            break;
        }
        characters.extend(text.spelling(word).take(LONGEST + 1).map(|character| character.to_ascii_uppercase()));
        if characters.len() > LONGEST {
            break;
        }
        let goes_on = text.words.get(last + 1).is_some_and(|next| next.is(flag::DIGIT) || next.is(flag::GLUED))
            && matches!(text.gap(last + 1), Some([b'-' | b'_' | b'/' | b'@', 0, 0, 0]));
        let grouped = last > first;
        let format = FORMATS.iter().find(|format| fits(&characters, format.shape) && (format.check)(&characters));
        if let Some(format) = format.filter(|_| !goes_on && is_upper(text, first, last)) {
            best = Some((last, if format.telling && grouped { Needs::Nothing } else { format.needs }, format.name));
        }
    }
    let (last, needs, name) = best?;
    judge(text, first, last, needs, name)
}

/// Where a number begins that holds the word at `place`: there, or at one or two letters before.
fn opening(text: &Text, place: usize) -> Option<usize> {
    let word = text.words.get(place)?;
    if word.is(flag::GLUED) && !matches!(text.glyph_before(word.start as usize), Some(b'(' | b'"' | b':' | b'=' | b'-'))
    {
        return None;
    }
    let letters = |word: &&text::Word| !word.is(flag::DIGIT | flag::LOWER) && word.end - word.start <= 2;
    let before = place.checked_sub(1).filter(|before| text.words.get(*before).is_some_and(|word| letters(&word)));
    match before.filter(|_| matches!(text.gap(place), Some([b' ' | b'-', 0, 0, 0]))) {
        Some(before) if word.is_number() => Some(before),
        _ if word.is(flag::GLUED) && text.glyph_before(word.start as usize) == Some(b'-') => None,
        _ => Some(place),
    }
}

fn fits(characters: &[u8], shape: &[u8]) -> bool {
    characters.len() == shape.len()
        && characters.iter().zip(shape).all(|(character, kind)| match kind {
            b'A' => character.is_ascii_uppercase(),
            b'9' => character.is_ascii_digit(),
            _ => true,
        })
}

/// Its letters are in upper case, or all of them in lower case within one word.
fn is_upper(text: &Text, first: usize, last: usize) -> bool {
    let words = text.words.get(first..=last).unwrap_or_default();
    first == last || words.iter().all(|word| !word.is(flag::LOWER))
}

/// The digits among the characters, as one number by modulo.
fn modulo(characters: &[u8], divisor: u32) -> u32 {
    let digits = characters.iter().filter(|character| character.is_ascii_digit());
    digits.fold(0, |rest, digit| (rest * 10 + u32::from(digit & 15)) % divisor)
}

fn letter(alphabet: &[u8], place: u32) -> Option<u8> {
    alphabet.get(place as usize).copied()
}

/// Prefixes that are never given, and the four suffixes.
fn is_british(characters: &[u8]) -> bool {
    let [one, two, .., suffix] = *characters else { return false };
    let never = [*b"BG", *b"GB", *b"KN", *b"NK", *b"NT", *b"TN", *b"ZZ"].contains(&[one, two]);
    !never && !b"DFIQUV".contains(&one) && !b"DFIOQUV".contains(&two) && (b'A'..=b'D').contains(&suffix)
}

fn is_spanish(characters: &[u8]) -> bool {
    let (Some(body), check) = (characters.get(..8), characters.last().copied()) else { return false };
    letter(b"TRWAGMYFPDXBNJZSQVHLCKE", modulo(body, 23)) == check
}

fn is_spanish_of_foreigner(characters: &[u8]) -> bool {
    let [first, body @ .., check] = characters else { return false };
    let Some(head) = b"XYZ".iter().position(|letter| letter == first) else { return false };
    // The first letter counts as 0, 1 or 2 before seven digits.
    let rest = (head as u32 * 10_000_000 + modulo(body, 23)) % 23;
    letter(b"TRWAGMYFPDXBNJZSQVHLCKE", rest) == Some(*check)
}

/// Characters at odd places count by a table, those at even places by their value.
fn is_italian(characters: &[u8]) -> bool {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let Some((check, body)) = characters.split_last() else { return false };
    let sum: u32 = body
        .iter()
        .enumerate()
        .map(|(place, character)| {
            let value = if character.is_ascii_digit() { character & 15 } else { character.wrapping_sub(b'A') };
            if place % 2 == 0 { ODD.get(usize::from(value)).copied().unwrap_or(0) } else { u32::from(value) }
        })
        .sum();
    u32::from(check.wrapping_sub(b'A')) == sum % 26
}

fn is_finnish(characters: &[u8]) -> bool {
    let (Some(body), check) = (characters.get(..9), characters.last().copied()) else { return false };
    let day = modulo(body.get(..2).unwrap_or_default(), 100);
    let month = modulo(body.get(2..4).unwrap_or_default(), 100);
    let valid = (1..=31).contains(&day) && (1..=12).contains(&month);
    valid && letter(b"0123456789ABCDEFHJKLMNPRSTUVWXY", modulo(body, 31)) == check
}

/// A letter between date and serial says which century.
fn is_finnish_of_this_century(characters: &[u8]) -> bool {
    let (Some(date), Some(rest)) = (characters.get(..6), characters.get(7..)) else { return false };
    is_finnish(&[date, rest].concat())
}

fn is_irish(characters: &[u8]) -> bool {
    let (Some(body), Some(check)) = (characters.get(..7), characters.get(7)) else { return false };
    let second = match characters.get(8) {
        None | Some(b'W') => 0,
        Some(second @ b'A'..=b'I') => u32::from(second - b'A') + 1,
        Some(_) => return false,
    };
    let weights = (2..=8).rev();
    let sum: u32 = body.iter().zip(weights).map(|(digit, weight): (_, u32)| u32::from(digit & 15) * weight).sum();
    letter(b"WABCDEFGHIJKLMNOPQRSTUV", (sum + second * 9) % 23) == Some(*check)
}

/// Area, birth date, initial, serial, and a check over digit sums.
fn is_german_pension(characters: &[u8]) -> bool {
    let Some((check, body)) = characters.split_last() else { return false };
    let values = body.iter().flat_map(|character| {
        let value = if character.is_ascii_digit() { character & 15 } else { character.wrapping_sub(b'A' - 1) };
        let tens = (!character.is_ascii_digit()).then_some(value / 10);
        tens.into_iter().chain([value % 10])
    });
    let weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
    let cross = |product: u32| product / 10 + product % 10;
    let sum: u32 = values.zip(weights).map(|(value, weight)| cross(u32::from(value) * weight)).sum();
    sum % 10 == u32::from(check & 15)
}

/// `2A` counts as 19 and `2B` as 18.
fn is_corsican(characters: &[u8]) -> bool {
    let [b'1' | b'2', .., _] = characters else { return false };
    let department = match characters.get(5..7) {
        Some(b"2A") => [b'1', b'9'],
        Some(b"2B") => [b'1', b'8'],
        _ => return false,
    };
    let parts = (characters.get(..5), characters.get(7..13), characters.get(13..));
    let (Some(head), Some(tail), Some(key)) = parts else { return false };
    let body: Vec<u8> = head.iter().chain(&department).chain(tail).copied().collect();
    modulo(&body, 97) + modulo(key, 100) == 97
}
