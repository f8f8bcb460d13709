//! Account numbers from before or beside the IBAN, each with its check and with a word that names it near.
//!
//! - United Kingdom: sort code of three pairs and an account of eight digits (Pay.UK; its modulus tables are not carried, so both
//!   must be there).
//! - United States: routing number of nine digits with the 3-7-1 check (American Bankers Association), and the account after it.
//! - Netherlands: nine or ten digits with the 11-test, as used until 2014. Belgium: 3-7-2 digits with modulo 97.
//! - France: relevé d'identité bancaire, 5-5-11-2 characters, here of digits, with the key by modulo 97.

use crate::Kind;
use crate::context::{is_announced, is_documented, is_named};
use crate::digits::{Number, Part, remainder, weighted};
use crate::{Found, context};
use text::Text;
use text::names::{Names, names};

static SORT_CODES: Names = names!["sort" "sortcode"];
static CODES: Names = names!["code" "sortcode" "account" "acc" "acct"];
static ROUTINGS: Names = names!["aba" "routing" "rtn"];
static ACCOUNTS: Names = names!["account" "acc" "acct" "accountnumber" "konto" "kontonummer"];
static REKENINGEN: Names = names!["bankrekening" "bankrekeningnummer" "giro" "gironummer" "rekening" "rekeningnr" "rekeningnummer" "rek" "reknr" "compte"];
static RIBS: Names = names!["compte" "rib" "bancaire"];

/// Bytes around a number in which such a word counts.
const REACH: u32 = 40;
/// Bytes before a number in which "rekening" names it; farther off it is mostly another word ("rekening houden met").
const CLOSE: u32 = 12;
/// Words between a bank's code and the account at most.
const APART: usize = 5;

pub(super) fn find(text: &Text, place: usize) -> Option<Found> {
    let number = Number::read(text, place)?;
    let (part, last) = british(text, place, &number)
        .or_else(|| american(text, place, &number))
        .or_else(|| dutch(text, place, &number))
        .or_else(|| belgian(text, place, &number))
        .or_else(|| french(text, place, &number))?;
    if is_documented(text, place, last) || context::is_reference(text, place, part.last) {
        return None;
    }
    Found::words(text, place, last, 93, Kind::BankAccount)
}

fn british<'n>(text: &Text, place: usize, number: &'n Number) -> Option<(Part<'n>, usize)> {
    let part = number.head(6).filter(|part| matches!(part.groups, [2, 2, 2] | [6]))?;
    let near = |names| is_named(text, place, part.last, names, REACH);
    if !(near(&SORT_CODES) && near(&CODES)) {
        return None;
    }
    let account = account_after(text, part.last, 8..=8);
    let is_before = is_announced(text, place, part.last, &ACCOUNTS, REACH);
    (account.is_some() || is_before).then_some((part, account.unwrap_or(part.last)))
}

fn american<'n>(text: &Text, place: usize, number: &'n Number) -> Option<(Part<'n>, usize)> {
    let part = number.head(9).filter(|part| part.groups == [9])?;
    let valid = weighted(part.digits, &[3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
    let named = valid && is_named(text, place, part.last, &ROUTINGS, REACH);
    named.then(|| (part, account_after(text, part.last, 6..=17).unwrap_or(part.last)))
}

/// The account that follows a bank's code, with a word for it between or nothing but signs.
fn account_after(text: &Text, last: usize, length: std::ops::RangeInclusive<u32>) -> Option<usize> {
    let next = last + 1..=last + 1 + APART;
    next.into_iter().find(|place| {
        text.words.get(*place).is_some_and(|word| word.is_number() && length.contains(&(word.end - word.start)))
    })
}

fn dutch<'n>(text: &Text, place: usize, number: &'n Number) -> Option<(Part<'n>, usize)> {
    // What is grouped as an IBAN ends is left of one that is broken.
    let part = number.head(9).or_else(|| number.head(10)).filter(|part| part.groups != [4, 4, 2])?;
    let weights: &[i32] =
        if part.digits.len() == 9 { &[9, 8, 7, 6, 5, 4, 3, 2, 1] } else { &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1] };
    let sum = weighted(part.digits, weights);
    let named = sum > 0 && sum % 11 == 0 && is_announced(text, place, part.last, &REKENINGEN, CLOSE);
    named.then_some((part, part.last))
}

fn belgian<'n>(text: &Text, place: usize, number: &'n Number) -> Option<(Part<'n>, usize)> {
    let part = number.head(12).filter(|part| part.groups == [3, 7, 2])?;
    let (body, check) = part.digits.split_at_checked(10)?;
    let rest = remainder(body, 97);
    let valid = remainder(check, 100) == if rest == 0 { 97 } else { rest };
    (valid && is_named(text, place, part.last, &REKENINGEN, REACH)).then_some((part, part.last))
}

fn french<'n>(text: &Text, place: usize, number: &'n Number) -> Option<(Part<'n>, usize)> {
    // The longest that is read; a bank's code, a branch's, the account and the key.
    let part = number.whole().filter(|part| part.groups == [5, 5, 11, 2])?;
    (remainder(part.digits, 97) == 0 && is_named(text, place, part.last, &RIBS, REACH)).then_some((part, part.last))
}
