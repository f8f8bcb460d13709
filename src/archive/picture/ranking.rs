//! What occurs most, in bounded memory.

use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Different things that are counted at a time.
const KEYS_MAX: usize = 20_000;
/// Record numbers that are kept of each.
const RECORDS_MAX: usize = 1000;

/// How often something occurs, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// How often.
    pub count: u64,
    /// The numbers of the records, in order; the first thousand.
    pub records: Vec<u32>,
}

impl Counted {
    /// Counts one more. Records come in the order of their numbers.
    pub(super) fn add(&mut self, record: u32) {
        self.count += 1;
        if self.records.len() < RECORDS_MAX && self.records.last() != Some(&record) {
            self.records.push(record);
        }
    }
}

/// Counts things of any sort. Where there are too many, those that occur least are forgotten.
pub(super) struct Ranking<K> {
    counted: BTreeMap<K, Counted>,
}

impl<K> Default for Ranking<K> {
    fn default() -> Ranking<K> {
        Ranking { counted: BTreeMap::new() }
    }
}

impl<K: Ord + Clone> Ranking<K> {
    /// Counts a thing once more.
    pub(super) fn add(&mut self, key: K, record: u32) {
        let mut least = 1;
        while self.counted.len() >= KEYS_MAX && !self.counted.contains_key(&key) {
            self.counted.retain(|_, counted| counted.count > least);
            least *= 2;
        }
        self.counted.entry(key).or_default().add(record);
    }

    /// Those that occur most, the most frequent first.
    pub(super) fn most(&self, count: usize) -> Vec<(K, Counted)> {
        let mut all: Vec<_> = self.counted.iter().collect();
        all.sort_by_key(|(_, counted)| Reverse(counted.count));
        all.into_iter().take(count).map(|(key, counted)| (key.clone(), counted.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_occurs_most_survives_a_flood_of_what_occurs_once() {
        let mut ranking = Ranking::default();
        for record in 0..100_000 {
            ranking.add(record, record);
            ranking.add(7, record);
        }
        assert!(ranking.counted.len() <= KEYS_MAX);
        let (key, counted) = ranking.most(1).remove(0);
        assert_eq!((key, counted.count, counted.records.len()), (7, 100_001, RECORDS_MAX));
    }
}
