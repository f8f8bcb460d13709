//! The words of all lexicons, numbered, and the table that finds a word's number by its hash.

use super::{fold, rows};
use std::collections::{BTreeMap, BTreeSet};

/// Words in a bucket, on average, at most.
const BUCKET: usize = 2;

/// Every word of every lexicon, in the order of buckets; a word's number is its place, counted from 1.
pub(super) struct Vocabulary {
    /// The words of each bucket, by the sixteen bits that tell them apart.
    buckets: Vec<Vec<u16>>,
    shift: u32,
    bucket_shift: u32,
    numbers: BTreeMap<String, u16>,
}

impl Vocabulary {
    pub(super) fn new(words: &BTreeSet<String>) -> Result<Self, String> {
        let buckets = (words.len() / BUCKET).next_power_of_two().max(2);
        let bucket_shift = 32 - buckets.trailing_zeros();
        // Of the bits that choose no bucket sixteen are kept: those that tell all words apart.
        let choices = (0..bucket_shift.saturating_sub(15)).filter_map(|shift| {
            let mut sorted: Vec<(u32, u16, &String)> = words
                .iter()
                .map(|word| (fold::hash(word), word))
                .map(|(hash, word)| (hash >> bucket_shift, (hash >> shift) as u16, word))
                .collect();
            sorted.sort_unstable();
            let twice = sorted.array_windows().find(|[one, two]| (one.0, one.1) == (two.0, two.1));
            twice.is_none().then_some((shift, sorted))
        });
        let (shift, sorted) =
            { choices }.next().ok_or("two words have the same hash in every way: change fold::finish")?;
        let mut keys = vec![Vec::new(); buckets];
        for (bucket, key, _) in &sorted {
            if let Some(bucket) = keys.get_mut(*bucket as usize) {
                bucket.push(*key);
            }
        }
        let numbers = sorted.iter().zip(1..).map(|((.., word), number)| ((*word).clone(), number)).collect();
        Ok(Vocabulary { buckets: keys, shift, bucket_shift, numbers })
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(super) fn number(&self, word: &str) -> Result<u16, String> {
        self.numbers.get(word).copied().ok_or_else(|| format!("the word `{word}` is missing"))
    }

    pub(super) fn numbers<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Result<BTreeSet<u16>, String> {
        words.into_iter().map(|word| self.number(word)).collect()
    }

    pub(super) fn write(&self, source: &mut String) {
        *source += &format!("pub(super) const BUCKET_SHIFT: u32 = {};\n", self.bucket_shift);
        *source += &format!("pub(super) const KEY_SHIFT: u32 = {};\n", self.shift);
        *source += &rows::table("BUCKETS", &self.buckets);
    }
}
