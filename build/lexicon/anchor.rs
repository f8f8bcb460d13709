//! Chooses where a phrase is looked up: at the place that is always there and seldom in a text.

use super::phrase::{Choices, Place};
use std::collections::{BTreeMap, BTreeSet};

/// How often words stand in the sentences of all rules' hits and misses: a sample of what people write.
pub(super) struct Frequencies<'s> {
    counts: BTreeMap<&'s str, u32>,
    common: &'s BTreeSet<String>,
}

/// How much more often than in the sample, which is about disclosures, a word of the lists of frequent words stands in texts at large.
const COMMON: u32 = 20;
/// How often each of them is taken to stand in the sample at least.
const COMMON_LEAST: u32 = 50;

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
    fn cost(&self, of: &Choices) -> Option<u32> {
        if !of.prefixes.is_empty() || !of.suffixes.is_empty() {
            return None;
        }
        let words = of.whole.iter().map(|word| {
            let seen = 1 + self.counts.get(word.as_str()).copied().unwrap_or(0);
            Some(if self.common.contains(word) { COMMON * seen.max(COMMON_LEAST) } else { seen })
        });
        words.chain(of.phrases.iter().map(|phrase| Some(self.cheapest(phrase)?.0))).sum()
    }
}
