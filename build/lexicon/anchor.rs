//! Chooses the words by which a phrase is looked up: those of a place that is always there and seldom in a text.

use super::phrase::{Choices, Place, Sequence};
use std::collections::{BTreeMap, BTreeSet};

/// How often words stand in the sentences of all rules' hits and misses: a sample of what people write.
pub(super) struct Frequencies<'s> {
    counts: BTreeMap<&'s str, u32>,
    common: &'s BTreeSet<String>,
}

/// A phrase and the place of its anchor.
pub(super) struct Anchored {
    pub(super) sequence: Sequence,
    pub(super) anchor: usize,
    cost: u32,
}

/// What a word of the lists of frequent words costs at least.
const COMMON: u32 = 200;
/// What looking a phrase up costs, beside how often that happens.
const PHRASE: u32 = 3;
/// A phrase whose anchor costs less is not spelled out to find a better one.
const CHEAP: u32 = 30;
/// The most plain phrases that one is spelled out to; more is a slip of the pen.
const SPELLED_MAX: usize = 64;

/// Whether a phrase has words to look it up by.
pub(super) fn anchorable(sequence: &[Place]) -> bool {
    Frequencies::of(std::iter::empty(), &BTreeSet::new()).anchored(sequence).is_some()
}

impl<'s> Frequencies<'s> {
    pub(super) fn of(words: impl Iterator<Item = &'s str>, common: &'s BTreeSet<String>) -> Frequencies<'s> {
        let mut counts = BTreeMap::new();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
        Frequencies { counts, common }
    }

    fn cost(&self, words: &BTreeSet<&str>) -> u32 {
        let each = words.iter().map(|word| {
            let seen = 4 + self.counts.get(word).copied().unwrap_or(0);
            if self.common.contains(*word) { seen.max(COMMON) } else { seen }
        });
        each.sum()
    }

    /// The phrase with its anchor; as several phrases, one for each choice of a place, where that makes anchors rarer by far.
    pub(super) fn anchored(&self, sequence: &[Place]) -> Option<Vec<Anchored>> {
        let anchors = sequence.iter().enumerate().filter_map(|(at, place)| match place {
            Place::Choice { of, optional: false } => Some((self.cost(&of.spelled()?), at)),
            _ => None,
        });
        let plain = anchors
            .min()
            .map(|(cost, anchor)| vec![Anchored { sequence: sequence.to_vec(), anchor, cost: cost + PHRASE }]);
        let total = |phrases: &Vec<Anchored>| phrases.iter().map(|phrase| phrase.cost).sum::<u32>();
        let known = plain.as_ref().map(total);
        if known.is_some_and(|cost| cost < CHEAP) {
            return plain;
        }
        let spelled = (0..sequence.len()).filter_map(|at| self.spelled_at(sequence, at));
        let spelled = spelled.min_by_key(total).filter(|found| known.is_none_or(|cost| 2 * total(found) < cost));
        spelled.or(plain)
    }

    /// The phrase once for each choice of one of its places, where those are phrases.
    fn spelled_at(&self, sequence: &[Place], at: usize) -> Option<Vec<Anchored>> {
        let (before, rest) = sequence.split_at_checked(at)?;
        let Some((Place::Choice { of, optional: false }, after)) = rest.split_first() else { return None };
        if of.phrases.is_empty() || of.spelled().is_some() {
            return None;
        }
        let words = Choices { phrases: Vec::new(), is_class: false, ..of.clone() };
        let has_words = words != Choices::default();
        let words = has_words.then(|| vec![Place::Choice { of: words, optional: false }]);
        let mut found = Vec::new();
        for choice in of.phrases.iter().cloned().chain(words) {
            found.extend(self.anchored(&[before, &choice, after].concat())?);
        }
        Some(found).filter(|found| found.len() <= SPELLED_MAX)
    }
}
