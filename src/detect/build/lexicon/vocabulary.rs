//! The words of all lexicons, and the tables that find a word's number by its hash.
//!
//! A perfect hash by displacement (Belazzougui, Botelho and Dietzfelbinger, "Hash, displace, and compress", 2009): words share a bucket, and for
//! each bucket a displacement is searched that leads all its words to places of their own.

use super::fold;
use super::places::{self, BUCKETS};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Of a hundred places so many are taken: as many as leave every word one.
const FULL: RangeInclusive<usize> = 70..=97;

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
        let mut buckets: Vec<(usize, Vec<&str>)> = (0..BUCKETS).map(|bucket| (bucket, Vec::new())).collect();
        for word in numbers.keys() {
            if let Some((_, bucket)) = buckets.get_mut(places::bucket(fold::hash(word))) {
                bucket.push(word);
            }
        }
        // The fullest first, while there is room.
        buckets.sort_by_key(|(_, bucket)| usize::MAX - bucket.len());
        let (displacements, words) = { FULL.rev() }
            .find_map(|full| placed(&buckets, numbers.len() * 100 / full + 1))
            .ok_or("two words have the same hash, or there are too few buckets")?;
        let key = |word: &Option<&str>| word.map_or(0, |word| places::key(fold::hash(word)));
        let number = |word: &Option<&str>| word.and_then(|word| numbers.get(word)).copied().unwrap_or(0);
        let (keys, numbers_by_place) = words.iter().map(|word| (key(word), number(word))).unzip();
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

/// The displacement of each bucket, and the word of each of `size` places; `None` when a bucket finds no places for its words.
fn placed<'w>(buckets: &[(usize, Vec<&'w str>)], size: usize) -> Option<(Vec<u8>, Vec<Option<&'w str>>)> {
    let (mut displacements, mut placed) = (vec![0; BUCKETS], vec![None; size]);
    for (bucket, words) in buckets {
        let places = |displacement| words.iter().map(move |word| places::place(fold::hash(word), displacement, size));
        let displacement = (0..=u8::MAX).find(|displacement| {
            let found: BTreeSet<usize> = places(*displacement).collect();
            found.len() == words.len() && found.iter().all(|place| placed.get(*place) == Some(&None))
        })?;
        *displacements.get_mut(*bucket)? = displacement;
        for (word, place) in words.iter().zip(places(displacement)) {
            *placed.get_mut(place)? = Some(*word);
        }
    }
    Some((displacements, placed))
}
