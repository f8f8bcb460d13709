//! The words of all lexicons, and the tables that find a word's number by its hash.
//!
//! A perfect hash by displacement (Belazzougui, Botelho and Dietzfelbinger, "Hash, displace, and compress", 2009): words share a bucket, and for
//! each bucket a displacement is searched that leads all its words to places of their own.

use super::fold;
use super::places::{self, BUCKETS};
use std::collections::{BTreeMap, BTreeSet};

/// Of a hundred places so many are taken.
const FULL: usize = 95;

/// Every word of every lexicon with its number.
pub(super) struct Vocabulary {
    displacements: Vec<u8>,
    /// What tells the word of each place from words of no lexicon, and its number; 0 where there is none.
    keys: Vec<u16>,
    numbers_by_place: Vec<u16>,
    numbers: BTreeMap<String, u16>,
}

impl Vocabulary {
    pub(super) fn new(numbers: BTreeMap<String, u16>) -> Result<Self, String> {
        let mut buckets: Vec<(usize, Vec<&String>)> = (0..BUCKETS).map(|bucket| (bucket, Vec::new())).collect();
        for word in numbers.keys() {
            if let Some((_, bucket)) = buckets.get_mut(places::bucket(fold::hash(word))) {
                bucket.push(word);
            }
        }
        // The fullest first, while there is room.
        buckets.sort_by_key(|(_, bucket)| usize::MAX - bucket.len());
        let size = numbers.len() * 100 / FULL + 1;
        let (mut displacements, mut keys, mut numbers_by_place) = (vec![0; BUCKETS], vec![0; size], vec![0; size]);
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
            displacements.get_mut(bucket).into_iter().for_each(|of_bucket| *of_bucket = displacement);
            for word in words {
                let hash = fold::hash(word);
                let place = places::place(hash, displacement, size);
                taken.get_mut(place).into_iter().for_each(|taken| *taken = true);
                keys.get_mut(place).into_iter().for_each(|key| *key = places::key(hash));
                let number = numbers.get(word).copied().unwrap_or_default();
                numbers_by_place.get_mut(place).into_iter().for_each(|of_place| *of_place = number);
            }
        }
        Ok(Vocabulary { displacements, keys, numbers_by_place, numbers })
    }

    /// The largest number.
    pub(super) fn largest(&self) -> usize {
        self.numbers.values().max().copied().map_or(0, usize::from)
    }

    pub(super) fn number(&self, word: &str) -> Result<u16, String> {
        self.numbers.get(word).copied().ok_or_else(|| format!("the word `{word}` is missing"))
    }

    pub(super) fn numbers<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Result<BTreeSet<u16>, String> {
        words.into_iter().map(|word| self.number(word)).collect()
    }

    /// A word of each number.
    pub(super) fn words(&self) -> BTreeMap<u16, &str> {
        self.numbers.iter().map(|(word, number)| (*number, word.as_str())).collect()
    }

    pub(super) fn write(&self, source: &mut String) {
        let size = self.keys.len();
        let [low, high]: [Vec<u8>; 2] =
            [0, 8].map(|shift| self.numbers_by_place.iter().map(|number| (number >> shift) as u8).collect());
        *source += &format!("pub(super) static DISPLACEMENTS: [u8; {BUCKETS}] = {:?};\n", self.displacements);
        *source += &format!("pub(super) static KEYS: [u16; {size}] = {:?};\n", self.keys);
        *source += &format!("pub(super) static NUMBERS_LOW: [u8; {size}] = {low:?};\n");
        *source += &format!("pub(super) static NUMBERS_HIGH: [u8; {size}] = {high:?};\n");
    }
}
