//! The words of all lexicons, numbered, and the table that finds a word's number by its hash.
//!
//! A perfect hash by displacement (Belazzougui, Botelho and Dietzfelbinger, "Hash, displace, and compress", 2009): words share a bucket, and for
//! each bucket a displacement is searched that leads all its words to places of their own.

use super::fold;
use super::places::{self, BUCKETS};
use std::collections::{BTreeMap, BTreeSet};

/// Of a hundred places so many are taken.
const FULL: usize = 95;

/// Every word of every lexicon; a word's number is its place, counted from 1.
pub(super) struct Vocabulary {
    displacements: Vec<u8>,
    /// What tells the word of each place from words of no lexicon; 0 where there is none.
    keys: Vec<u16>,
    numbers: BTreeMap<String, u16>,
}

impl Vocabulary {
    pub(super) fn new(words: &BTreeSet<String>) -> Result<Self, String> {
        let mut buckets: Vec<(usize, Vec<&String>)> = (0..BUCKETS).map(|bucket| (bucket, Vec::new())).collect();
        for word in words {
            if let Some((_, bucket)) = buckets.get_mut(places::bucket(fold::hash(word))) {
                bucket.push(word);
            }
        }
        // The fullest first, while there is room.
        buckets.sort_by_key(|(_, bucket)| usize::MAX - bucket.len());
        let size = words.len() * 100 / FULL + 1;
        let mut vocabulary =
            Vocabulary { displacements: vec![0; BUCKETS], keys: vec![0; size], numbers: BTreeMap::new() };
        let mut taken = vec![false; size];
        for (bucket, words) in buckets {
            let mut choices = (0..=u8::MAX).filter(|displacement| {
                let at = |word: &&String| places::place(fold::hash(word), *displacement, size);
                let found: BTreeSet<usize> = words.iter().map(at).collect();
                let is_free = |place: &usize| taken.get(*place) == Some(&false);
                found.len() == words.len() && found.iter().all(is_free)
            });
            let displacement = { choices.next() }
                .ok_or("no place is left for some words (make FULL smaller), or two have the same hash")?;
            vocabulary.displacements.get_mut(bucket).into_iter().for_each(|of_bucket| *of_bucket = displacement);
            for word in words {
                let hash = fold::hash(word);
                let place = places::place(hash, displacement, size);
                taken.get_mut(place).into_iter().for_each(|taken| *taken = true);
                vocabulary.keys.get_mut(place).into_iter().for_each(|key| *key = places::key(hash));
                let number = u16::try_from(place + 1).map_err(|_| "there are too many words")?;
                vocabulary.numbers.insert(word.clone(), number);
            }
        }
        Ok(vocabulary)
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn number(&self, word: &str) -> Result<u16, String> {
        self.numbers.get(word).copied().ok_or_else(|| format!("the word `{word}` is missing"))
    }

    pub(super) fn numbers<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Result<BTreeSet<u16>, String> {
        words.into_iter().map(|word| self.number(word)).collect()
    }

    /// The word of each number.
    pub(super) fn words(&self) -> BTreeMap<u16, &str> {
        self.numbers.iter().map(|(word, number)| (*number, word.as_str())).collect()
    }

    pub(super) fn write(&self, source: &mut String) {
        let (displacements, keys) = (&self.displacements, &self.keys);
        *source += &format!("pub(super) static DISPLACEMENTS: [u8; {BUCKETS}] = {displacements:?};\n");
        *source += &format!("pub(super) static KEYS: [u16; {}] = {keys:?};\n", keys.len());
    }
}
