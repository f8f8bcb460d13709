//! Chooses where a phrase is looked up, at the place that is always there and seldom in a text, and lays the phrases down by that.

use super::element::CHOICES;
use super::encoder::{Encoder, Way};
use super::phrase::{Choices, Place};
use super::rows;
use super::vocabulary::Vocabulary;
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

/// The phrases that are looked up by each set of words of a language, and those that are looked up where choices were found, in the order of
/// the files: neighbours are alike, and what is alike packs well. Languages follow each other, as their files do.
#[derive(Default)]
pub(super) struct Anchors {
    lists: BTreeMap<(usize, BTreeSet<u16>), usize>,
    phrases: Vec<Vec<u16>>,
    choices: BTreeMap<(usize, Choices), usize>,
    around: Vec<Vec<u16>>,
}

impl Anchors {
    /// Adds a phrase: its target, the lengths of what stands before and after the anchor, and those elements, outwards.
    pub(super) fn add(
        &mut self,
        sequence: &[Place],
        (target, language): (usize, usize),
        frequencies: &Frequencies,
        encoder: &mut Encoder,
    ) -> Result<(), String> {
        let anchor = frequencies.anchor(sequence).ok_or("a phrase has lost its anchor")?;
        let (before, rest) = sequence.split_at_checked(anchor).ok_or("an anchor is outside its phrase")?;
        let Some((Place::Choice { of, .. }, after)) = rest.split_first() else {
            return Err("an anchor is no word".into());
        };
        let before = encoder.places(before, Way::Leftwards)?;
        let after = encoder.places(after, Way::Rightwards)?;
        let head = [target, before.len(), after.len()].map(u16::try_from);
        let head = head.into_iter().collect::<Result<Vec<_>, _>>().map_err(|_| "a phrase is too long")?;
        let row = match of.spelled() {
            Some(words) => self.looked_up_by(language, encoder.vocabulary.numbers(words)?),
            None => self.looked_up_around(of, language, frequencies, encoder)?,
        };
        row.ok_or("a row is lost")?.extend([head, before, after].concat());
        Ok(())
    }

    /// The words that anything is looked up by.
    pub(super) fn words(&self) -> impl Iterator<Item = u16> {
        self.lists.keys().flat_map(|(_, words)| words).copied()
    }

    fn looked_up_by(&mut self, language: usize, words: BTreeSet<u16>) -> Option<&mut Vec<u16>> {
        let list = *self.lists.entry((language, words)).or_insert(self.phrases.len());
        if list == self.phrases.len() {
            self.phrases.push(Vec::new());
        }
        self.phrases.get_mut(list)
    }

    /// The phrases around these choices, each of which is looked up by itself.
    fn looked_up_around(
        &mut self,
        of: &Choices,
        language: usize,
        frequencies: &Frequencies,
        encoder: &mut Encoder,
    ) -> Result<Option<&mut Vec<u16>>, String> {
        let next = self.around.len();
        let number = *self.choices.entry((language, of.clone())).or_insert(next);
        if number == next {
            self.around.push(Vec::new());
            let target = (usize::from(CHOICES) + number, language);
            let words = Choices { whole: of.whole.clone(), ..Choices::default() };
            if !words.whole.is_empty() {
                self.add(&[Place::Choice { of: words, optional: false }], target, frequencies, encoder)?;
            }
            for phrase in &of.phrases {
                self.add(phrase, target, frequencies, encoder)?;
            }
        }
        Ok(self.around.get_mut(number))
    }

    /// Writes them as Rust source.
    pub(super) fn write(
        &self,
        name: &str,
        languages: usize,
        vocabulary: &Vocabulary,
        source: &mut String,
    ) -> Result<(), String> {
        let mut lists = vec![Vec::new(); vocabulary.len() + 1];
        let mut ends = vec![0; languages];
        for ((language, words), list) in &self.lists {
            let list = u16::try_from(*list).map_err(|_| "too many anchors")?;
            ends.get_mut(*language).into_iter().for_each(|end| *end = (*end).max(list + 1));
            for word in words {
                if let Some(lists) = lists.get_mut(usize::from(*word)) {
                    lists.push(list);
                }
            }
        }
        lists.iter_mut().for_each(|lists| lists.sort_unstable());
        let (sorts, values): (Vec<_>, Vec<_>) =
            [&lists, &self.phrases, &self.around].map(|of| rows::rows(of)).into_iter().unzip();
        let [by_word, phrases, around] = values.as_slice() else { return Ok(()) };
        *source += &format!(
            "pub(super) static {name}: Anchors<{}> = Anchors {{ by_word: {by_word}, phrases: {phrases}, ends: {ends:?}, around: {around} }};\n",
            sorts.join(", ")
        );
        Ok(())
    }
}
