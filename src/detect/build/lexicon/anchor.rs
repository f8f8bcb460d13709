//! Chooses where a phrase is looked up, at the place that is always there and seldom in a text, and what it needs besides.

use super::needs::{Clue, Need};
use super::phrase::{Choices, Place};
use std::collections::{BTreeMap, BTreeSet};

/// How often words stand in a sample of what people write.
pub(super) struct Frequencies<'s> {
    counts: BTreeMap<&'s str, u32>,
    common: &'s BTreeSet<String>,
}

/// How much more often than in the sample, which is about disclosures, a word of the lists of frequent words stands in texts at large.
const COMMON: u32 = 4;
/// How often each of them is taken to stand in the sample at least.
const COMMON_LEAST: u32 = 50;
/// How often names and numbers are taken to stand in it.
const NAMES: u32 = 5_000;
const NUMBERS: u32 = 2_000;

/// Whether a phrase can be looked up at all.
pub(super) fn anchorable(sequence: &[Place]) -> bool {
    Frequencies::of(std::iter::empty(), &BTreeSet::new()).anchor(sequence).is_some()
}

impl<'s> Frequencies<'s> {
    pub(super) fn of(words: impl Iterator<Item = &'s str>, common: &'s BTreeSet<String>) -> Frequencies<'s> {
        let mut counts = BTreeMap::new();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
        Frequencies { counts, common }
    }

    /// The place of the anchor.
    pub(super) fn anchor(&self, sequence: &[Place]) -> Option<usize> {
        self.cheapest(sequence).map(|(_, at)| at)
    }

    fn cheapest(&self, sequence: &[Place]) -> Option<(u32, usize)> {
        let places = sequence.iter().enumerate().filter_map(|(at, place)| match place {
            Place::Choice { of, optional: false } => Some((self.cost(of)?, at)),
            _ => None,
        });
        places.min()
    }

    /// How often any of these choices is looked up; `None` where one cannot be.
    pub(super) fn cost(&self, of: &Choices) -> Option<u32> {
        if !of.prefixes.is_empty() || !of.suffixes.is_empty() {
            return None;
        }
        let words = of.whole.iter().map(|word| Some(self.often(word)));
        words.chain(of.phrases.iter().map(|phrase| Some(self.cheapest(phrase)?.0))).sum()
    }

    fn often(&self, word: &str) -> u32 {
        let seen = 1 + self.counts.get(word).copied().unwrap_or(0);
        if self.common.contains(word) { COMMON * seen.max(COMMON_LEAST) } else { seen }
    }

    /// What must stand in a sentence for these places to be there, each need with how often it is met, the rarest first.
    pub(super) fn needs<'p>(&self, places: impl IntoIterator<Item = &'p Place>) -> Vec<(u32, Need)> {
        let needs = places.into_iter().filter_map(|place| match place {
            Place::Choice { of, optional: false } => self.need(of),
            Place::Name => Some(Need::from([Clue::Name])),
            Place::Number => Some(Need::from([Clue::Number])),
            Place::Choice { optional: true, .. } | Place::Gap(_) | Place::Start | Place::Tag => None,
        });
        let mut needs: Vec<(u32, Need)> = needs.map(|need| (self.met(&need), need)).collect();
        needs.sort();
        needs
    }

    /// One clue of each of the choices; `None` where one of them has none.
    fn need(&self, of: &Choices) -> Option<Need> {
        if !of.prefixes.is_empty() || !of.suffixes.is_empty() {
            return None;
        }
        let mut need: Need = of.whole.iter().cloned().map(Clue::Word).collect();
        for phrase in &of.phrases {
            need.extend(self.needs(phrase).into_iter().next()?.1);
        }
        Some(need)
    }

    fn met(&self, need: &Need) -> u32 {
        let each = need.iter().map(|clue| match clue {
            Clue::Word(word) => self.often(word),
            Clue::Name => NAMES,
            Clue::Number => NUMBERS,
        });
        each.sum()
    }
}
