//! The member's or employer's own terms, such as names of clients and code names: whole words, found wherever they stand.

use super::{Finding, Kind};
use serde::{Deserialize, Serialize};
use std::collections::BinaryHeap;
use text::{Text, Word, effort, fold, read};

/// The names of the rules in findings, for a member's own term and for an employer's.
const OWN: &str = "own-term";
const EMPLOYERS: &str = "employer-term";
const CONFIDENCE: u8 = 95;
/// Words of a term at most; the rest of a longer one is not looked at.
const WORDS_MAX: usize = 8;

/// Endings of an inflected last word, in any of the languages: `Acme's`, `Projekten`.
const ENDINGS: [&str; 20] = [
    "s", "'s", "es", "e", "en", "n", "er", "ern", "em", "ers", "x", "je", "jes", "tje", "tjes", "se", "ne", "nen",
    "ed", "ing",
];

/// One term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What it reads, such as `Project Merel`.
    pub text: String,
    /// What it discloses; `confidential` unless said otherwise.
    #[serde(default = "confidential")]
    pub kind: Kind,
    /// Only where upper and lower case are the same.
    #[serde(default)]
    pub same_case: bool,
    /// Also where the last word has an ending.
    #[serde(default)]
    pub inflected: bool,
}

fn confidential() -> Kind {
    Kind::Confidential
}

/// All terms, the member's own and an employer's, looked up by the first word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Lists", into = "Lists")]
pub struct Terms {
    /// The member's own, and behind them the employer's.
    list: Vec<Term>,
    /// How many are the member's own.
    own: usize,
    /// The hash of every form of a first word, with the place of its term; sorted.
    firsts: Vec<(u32, usize)>,
    /// For every term the hashes of its words; the last word's are all its forms.
    words: Vec<Vec<Vec<u32>>>,
}

impl From<Vec<Term>> for Terms {
    fn from(own: Vec<Term>) -> Terms {
        Terms::joined(own, Vec::new())
    }
}

/// Terms as they travel to a worker.
#[derive(Serialize, Deserialize)]
struct Lists {
    own: Vec<Term>,
    employers: Vec<Term>,
}

impl From<Lists> for Terms {
    fn from(Lists { own, employers }: Lists) -> Terms {
        Terms::joined(own, employers)
    }
}

impl From<Terms> for Lists {
    fn from(terms: Terms) -> Lists {
        Lists { own: terms.own().to_vec(), employers: terms.employers().to_vec() }
    }
}

/// The hashes of a term's words, one list of forms a word.
fn forms(term: &Term) -> Vec<Vec<u32>> {
    let text = read(&term.text);
    let mut words: Vec<Vec<u32>> = text.words.iter().take(WORDS_MAX).map(|word| vec![word.hash]).collect();
    if let (true, Some(forms), Some(last)) = (term.inflected, words.last_mut(), text.words.last()) {
        let stem = text.spelling(last).fold(fold::SEED, |hash, letter| fold::step(hash, letter.to_ascii_lowercase()));
        forms.extend(ENDINGS.iter().map(|ending| fold::finish(ending.bytes().fold(stem, fold::step))));
    }
    words
}

impl Terms {
    /// The member's own terms, and those of an employer.
    pub fn joined(own: Vec<Term>, employers: Vec<Term>) -> Terms {
        let count = own.len();
        let list: Vec<Term> = own.into_iter().chain(employers).collect();
        let words: Vec<Vec<Vec<u32>>> = list.iter().map(forms).collect();
        let firsts = words.iter().enumerate();
        let firsts: BinaryHeap<(u32, usize)> = firsts
            .flat_map(|(place, words)| words.first().into_iter().flatten().map(move |hash| (*hash, place)))
            .collect();
        Terms { list, own: count, firsts: firsts.into_sorted_vec(), words }
    }

    /// The member's own terms, in the order in which they were given.
    pub fn own(&self) -> &[Term] {
        self.list.get(..self.own).unwrap_or_default()
    }

    /// The employer's terms, in the order in which they were given.
    pub fn employers(&self) -> &[Term] {
        self.list.get(self.own..).unwrap_or_default()
    }

    /// The same with other terms of the member's own.
    pub fn with_own(&self, own: Vec<Term>) -> Terms {
        Terms::joined(own, self.employers().to_vec())
    }

    /// Every place where a term stands.
    pub(super) fn find(&self, text: &Text) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.firsts.is_empty() {
            return findings;
        }
        for (place, word) in text.words.iter().enumerate() {
            effort::spend(1);
            let from = self.firsts.partition_point(|(hash, _)| *hash < word.hash);
            let begun = self.firsts.get(from..).unwrap_or_default().iter().take_while(|(hash, _)| *hash == word.hash);
            let here = text.words.get(place..).unwrap_or_default();
            findings.extend(begun.filter_map(|(_, term)| self.finding(*term, text, here)));
        }
        findings
    }

    fn finding(&self, place: usize, text: &Text, words: &[Word]) -> Option<Finding> {
        let (forms, term) = (self.words.get(place)?, self.list.get(place)?);
        let words = words.get(..forms.len())?;
        let matches = words.iter().zip(forms).all(|(word, forms)| {
            effort::spend(1);
            forms.contains(&word.hash)
        });
        let (start, end) = (words.first()?.start as usize, words.last()?.end as usize);
        let same_case = || {
            fold::letters_as_written(text.source.get(start..end).unwrap_or_default())
                .zip(fold::letters_as_written(&term.text))
                .all(|(one, other)| one == other)
        };
        (matches && (!term.same_case || same_case())).then_some(Finding {
            kind: term.kind,
            start,
            end,
            severity: term.kind.severity(),
            confidence: CONFIDENCE,
            rule: if place < self.own { OWN } else { EMPLOYERS },
        })
    }
}
