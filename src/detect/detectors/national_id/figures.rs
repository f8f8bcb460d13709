//! Personal numbers of digits alone.

#[cfg(test)]
mod tests;

use super::{Needs, judge, words, words::Name};
use crate::Found;
use crate::digits::{Number, Part, passes_luhn, remainder, value, weighted};
use text::Text;

/// A country's number.
struct Format {
    length: usize,
    /// Whether the check passes.
    check: fn(&[u8]) -> bool,
    /// Groupings in which it needs no name, and what it needs otherwise.
    telling: &'static [&'static [u8]],
    needs: Needs,
    name: &'static Name,
}

/// Every format, in the order in which they are tried.
static FORMATS: &[Format] = &[
    // Burgerservicenummer (Wet algemene bepalingen burgerservicenummer; logical design BSN, RvIG).
    Format { length: 9, check: is_dutch, telling: &[], needs: Needs::Name, name: &words::NL },
    // Rijksregisternummer (royal decree of 3 April 1984).
    Format { length: 11, check: is_belgian, telling: &[&[2, 2, 2, 3, 2]], needs: Needs::AnyName, name: &words::BE },
    // Steuerliche Identifikationsnummer (§ 139b AO; ISO 7064 modulo 11,10).
    Format { length: 11, check: is_german, telling: &[], needs: Needs::AnyName, name: &words::DE_TAX },
    // Numéro d'inscription au répertoire (décret 82-103).
    Format {
        length: 15,
        check: is_french,
        telling: &[&[1, 2, 2, 2, 3, 3, 2], &[13, 2]],
        needs: Needs::AnyName,
        name: &words::FR,
    },
    Format { length: 13, check: is_french_without_key, telling: &[], needs: Needs::Name, name: &words::FR },
    // PESEL (ustawa o ewidencji ludności).
    Format { length: 11, check: is_polish, telling: &[], needs: Needs::Name, name: &words::PL },
    // Número de identificação fiscal (Decreto-Lei 14/2013), of natural persons.
    Format { length: 9, check: is_portuguese, telling: &[], needs: Needs::Name, name: &words::PT },
    // NHS number (NHS Data Model and Dictionary).
    Format { length: 10, check: is_nhs, telling: &[], needs: Needs::Name, name: &words::NHS },
    // Personnummer (Skatteverket, SKV 704), ten or twelve digits.
    Format { length: 10, check: is_swedish, telling: &[], needs: Needs::Name, name: &words::SE },
    Format { length: 12, check: is_swedish_in_full, telling: &[], needs: Needs::Name, name: &words::SE },
    // CPR-nummer (CPR-kontoret); its check was given up in 2007, so only the date is left.
    Format { length: 10, check: is_danish, telling: &[], needs: Needs::Name, name: &words::DK },
    // Fødselsnummer (Skatteetaten), D-numbers with 40 added to the day.
    Format { length: 11, check: is_norwegian, telling: &[], needs: Needs::AnyName, name: &words::NO },
    // Sozialversicherungsnummer (§ 31 ASVG).
    Format { length: 10, check: is_austrian, telling: &[], needs: Needs::Name, name: &words::AT },
    // AHV-Nummer (AHVV Art. 133bis), with the check of EAN-13.
    Format { length: 13, check: is_swiss, telling: &[&[3, 4, 4, 2]], needs: Needs::AnyName, name: &words::CH },
    // Social Security number (Social Security Administration, randomization of 2011): no check, some numbers are never given.
    Format { length: 9, check: is_american, telling: &[&[3, 2, 4]], needs: Needs::Name, name: &words::US },
];

pub(super) fn find(text: &Text, place: usize) -> Option<Found> {
    let number = Number::read(text, place)?;
    FORMATS.iter().find_map(|format| {
        let Part { digits, groups, last } = number.head(format.length)?;
        if !(format.check)(digits) {
            return None;
        }
        let needs = if format.telling.contains(&groups) { Needs::Nothing } else { format.needs };
        judge(text, place, last, needs, format.name)
    })
}

/// The digits from `start`, `length` of them, as a number.
fn part(digits: &[u8], start: usize, length: usize) -> u32 {
    value(digits.get(start..start + length).unwrap_or_default())
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// The 11-test: weights 9 to 2, and -1 for the last digit.
fn is_dutch(digits: &[u8]) -> bool {
    let sum = weighted(digits, &[9, 8, 7, 6, 5, 4, 3, 2, -1]);
    sum > 0 && sum % 11 == 0
}

/// Birth date, serial, and 97 less the remainder; those born from 2000 count with a 2 before.
fn is_belgian(digits: &[u8]) -> bool {
    let (Some(body), check) = (digits.get(..9), part(digits, 9, 2)) else { return false };
    let (month, day) = (part(digits, 2, 2) % 20, part(digits, 4, 2));
    let rest = remainder(body, 97);
    // 2,000,000,000 leaves 90 by 97.
    let later = (rest + 2_000_000_000 % 97) % 97;
    month <= 12 && day <= 31 && (check == 97 - rest || check == 97 - later)
}

fn is_german(digits: &[u8]) -> bool {
    let Some((check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10, |product, digit| {
        let sum = (u32::from(*digit) + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    let mut counts = [0u8; 10];
    for digit in body {
        if let Some(count) = counts.get_mut(usize::from(*digit)) {
            *count += 1;
        }
    }
    // One digit occurs twice or three times in the first ten, the others once at most.
    let repeated = counts.iter().filter(|count| **count > 1).count();
    let valid = (11 - product) % 10 == u32::from(*check);
    valid && body.first() != Some(&0) && repeated == 1 && counts.iter().all(|count| *count <= 3)
}

/// Sex, year, month, department, place, serial, and a key by modulo 97.
fn is_french(digits: &[u8]) -> bool {
    let Some(body) = digits.get(..13) else { return false };
    is_french_without_key(body) && part(digits, 13, 2) + remainder(body, 97) == 97
}

/// The key is often written apart.
fn is_french_without_key(digits: &[u8]) -> bool {
    let valid_month = matches!(part(digits, 3, 2), 1..=12 | 20 | 30..=42 | 50..=99);
    matches!(digits.first(), Some(1 | 2 | 3 | 4 | 7 | 8)) && valid_month
}

/// Birth date with the century in the month, serial, and a weighted check.
fn is_polish(digits: &[u8]) -> bool {
    let sum = weighted(digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    is_day(part(digits, 4, 2), part(digits, 2, 2) % 20) && sum % 10 == 0
}

fn is_portuguese(digits: &[u8]) -> bool {
    let sum = weighted(digits, &[9, 8, 7, 6, 5, 4, 3, 2]);
    let check = match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    matches!(digits.first(), Some(1..=4)) && digits.last().is_some_and(|last| i32::from(*last) == check)
}

fn is_nhs(digits: &[u8]) -> bool {
    weighted(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
}

/// Birth date (60 added to the day for those without residence), serial, Luhn check.
fn is_swedish(digits: &[u8]) -> bool {
    is_day(part(digits, 4, 2) % 60, part(digits, 2, 2)) && passes_luhn(digits)
}

fn is_swedish_in_full(digits: &[u8]) -> bool {
    matches!(part(digits, 0, 2), 18..=20) && digits.get(2..).is_some_and(is_swedish)
}

fn is_danish(digits: &[u8]) -> bool {
    is_day(part(digits, 0, 2), part(digits, 2, 2))
}

/// Birth date, serial, and two weighted checks by modulo 11.
fn is_norwegian(digits: &[u8]) -> bool {
    let one = weighted(digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
    let two = weighted(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
    is_day(part(digits, 0, 2) % 40, part(digits, 2, 2)) && one % 11 == 0 && two % 11 == 0
}

/// Serial, check, birth date; months beyond twelve serve when serials run out.
fn is_austrian(digits: &[u8]) -> bool {
    let sum = weighted(digits, &[3, 7, 9, -1, 5, 8, 4, 2, 1, 6]);
    digits.first() != Some(&0) && sum % 11 == 0 && (1..=31).contains(&part(digits, 4, 2)) && part(digits, 6, 2) <= 15
}

fn is_swiss(digits: &[u8]) -> bool {
    let sum = weighted(digits, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]);
    part(digits, 0, 3) == 756 && sum % 10 == 0
}

fn is_american(digits: &[u8]) -> bool {
    let (area, group, serial) = (part(digits, 0, 3), part(digits, 3, 2), part(digits, 5, 4));
    area != 0 && area != 666 && area < 900 && group != 0 && serial != 0
}
