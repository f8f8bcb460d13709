//! The words of all lexicons and the sets of words that patterns use, numbered.

use super::fold;
use super::phrase::{Place, Words};
use super::tables::{GAP, NAME, NUMBER, OPTIONAL, START, TAG};
use std::collections::{BTreeMap, BTreeSet};

/// Every word of every lexicon, in the order of buckets; a word's number is its place, counted from 1.
pub(super) struct Vocabulary {
    pub(super) words: Vec<String>,
    hashes: Vec<u32>,
    buckets: usize,
    places: BTreeMap<String, usize>,
}

impl Vocabulary {
    pub(super) fn new(words: BTreeSet<&String>) -> Result<Self, String> {
        let buckets = (2 * words.len()).next_power_of_two().max(2);
        let shift = 32 - buckets.trailing_zeros();
        let mut sorted: Vec<(u32, &String)> = words.into_iter().map(|word| (fold::hash(word), word)).collect();
        sorted.sort_unstable_by_key(|(hash, _)| (hash >> shift, *hash));
        if let Some((_, none)) = sorted.iter().find(|(hash, _)| *hash == 0) {
            return Err(format!("the word `{none}` has the hash 0, which stands for no word"));
        }
        if let Some([(_, one), (_, two)]) = sorted.array_windows().find(|[one, two]| one.0 == two.0) {
            return Err(format!("the words `{one}` and `{two}` have the same hash"));
        }
        let places = sorted.iter().enumerate().map(|(place, (_, word))| ((*word).clone(), place)).collect();
        let (hashes, words) = sorted.into_iter().map(|(hash, word)| (hash, word.clone())).unzip();
        Ok(Vocabulary { words, hashes, buckets, places })
    }

    pub(super) fn place(&self, word: &str) -> Result<usize, String> {
        self.places.get(word).copied().ok_or_else(|| format!("the word `{word}` is missing"))
    }

    pub(super) fn write(&self, source: &mut String) {
        let shift = 32 - self.buckets.trailing_zeros();
        let starts: Vec<usize> = (0..=self.buckets)
            .map(|bucket| self.hashes.partition_point(|hash| ((hash >> shift) as usize) < bucket))
            .collect();
        let largest = starts.array_windows().map(|[start, end]| end - start).max().unwrap_or(0);
        // Padded, so that the last bucket too can be read to the size of the largest.
        let padded = [self.hashes.clone(), vec![0; largest]].concat();
        *source += &format!("pub(super) const BUCKET_SHIFT: u32 = {shift};\n");
        *source += &format!("pub(super) const BUCKET_MAX: usize = {largest};\n");
        *source += &format!("pub(super) static BUCKETS: [u16; {}] = {starts:?};\n", starts.len());
        *source += &format!("pub(super) static HASHES: [u32; {}] = {padded:?};\n", padded.len());
    }
}

/// The distinct sets of words that patterns use, numbered.
pub(super) struct ClassTable<'v> {
    vocabulary: &'v Vocabulary,
    pub(super) sets: Vec<Words>,
    numbers: BTreeMap<Words, u16>,
}

impl<'v> ClassTable<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        ClassTable { vocabulary, sets: Vec::new(), numbers: BTreeMap::new() }
    }

    pub(super) fn number(&mut self, words: &Words) -> Result<u16, String> {
        if let Some(number) = self.numbers.get(words) {
            return Ok(*number);
        }
        let number = u16::try_from(self.sets.len()).map_err(|_| "too many word classes")?;
        self.sets.push(words.clone());
        self.numbers.insert(words.clone(), number);
        Ok(number)
    }

    /// A place as the matcher reads it: a word's number, a class's number after all words, or something special.
    pub(super) fn element(&mut self, place: &Place) -> Result<u16, String> {
        Ok(match place {
            Place::Word { words, optional } => {
                let plain = words.prefixes.is_empty() && words.suffixes.is_empty();
                let value = match words.whole.first().filter(|_| plain && words.whole.len() == 1) {
                    Some(word) => self.vocabulary.place(word)? + 1,
                    None => self.vocabulary.words.len() + 1 + usize::from(self.number(words)?),
                };
                let value = u16::try_from(value).map_err(|_| "too many words")?;
                value | if *optional { OPTIONAL } else { 0 }
            }
            Place::Gap(size) => GAP + size,
            Place::Name => NAME,
            Place::Number => NUMBER,
            Place::Start => START,
            Place::Tag => TAG,
        })
    }

    /// For the number of every word the classes that hold it.
    pub(super) fn members(&self) -> BTreeMap<u16, Vec<usize>> {
        let mut members: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (class, set) in self.sets.iter().enumerate() {
            for word in &set.whole {
                if let Some(place) = self.vocabulary.places.get(word) {
                    members.entry(*place as u16 + 1).or_default().push(class);
                }
            }
        }
        members
    }

    pub(super) fn affixes(&self) -> String {
        let affixes = self.sets.iter().map(|set| {
            let prefixes = shortest(set.prefixes.iter().cloned().collect());
            let suffixes = shortest(set.suffixes.iter().map(|suffix| suffix.chars().rev().collect()).collect());
            format!("Affixes {{ prefixes: &{prefixes:?}, suffixes: &{suffixes:?} }}")
        });
        affixes.collect::<Vec<_>>().join(", ")
    }
}

/// Leaves out what begins with another.
fn shortest(beginnings: BTreeSet<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for beginning in beginnings {
        if !kept.last().is_some_and(|last| beginning.starts_with(last.as_str())) {
            kept.push(beginning);
        }
    }
    kept
}
