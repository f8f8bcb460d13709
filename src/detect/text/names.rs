//! Sets of words.

use crate::{Word, effort};

/// A set of words, known by their hashes. A filter of 1,024 bits answers for nearly every word that is not in it.
pub struct Names {
    filter: [u32; 32],
    /// In order.
    words: &'static [u32],
}

/// Hashes in order, for [`Names::new`].
#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it")]
pub const fn sorted<const COUNT: usize>(mut hashes: [u32; COUNT]) -> [u32; COUNT] {
    let mut end = 1;
    while end < COUNT {
        let mut place = end;
        while place > 0 && hashes[place - 1] > hashes[place] {
            (hashes[place - 1], hashes[place]) = (hashes[place], hashes[place - 1]);
            place -= 1;
        }
        end += 1;
    }
    hashes
}

impl Names {
    /// The set of these hashes, which are in order.
    #[expect(clippy::indexing_slicing, reason = "the compiler evaluates it, and the place is below 32")]
    pub const fn new(words: &'static [u32]) -> Names {
        let mut filter = [0; 32];
        let mut rest = words;
        while let [word, tail @ ..] = rest {
            filter[(*word >> 5 & 31) as usize] |= 1 << (*word & 31);
            rest = tail;
        }
        Names { filter, words }
    }

    /// A filter for words of either set; it holds none itself.
    #[expect(clippy::indexing_slicing, reason = "the compiler evaluates it, and the place is below 32")]
    pub const fn either(one: &Names, other: &Names) -> Names {
        let mut filter = one.filter;
        let mut place = 0;
        while place < filter.len() {
            filter[place] |= other.filter[place];
            place += 1;
        }
        Names { filter, words: &[] }
    }

    /// The places of words that the filter lets pass.
    #[inline(never)]
    pub fn passing(&self, words: &[Word]) -> Vec<u32> {
        effort::spend(words.len());
        (0..).zip(words).filter(|(_, word)| self.may_have(word)).map(|(place, _)| place).collect()
    }

    /// Whether the word is in the set.
    pub fn has(&self, word: &Word) -> bool {
        self.may_have(word) && self.holds(word.hash)
    }

    /// Kept apart: it is asked in many places, and seldom.
    #[inline(never)]
    fn holds(&self, hash: u32) -> bool {
        self.words.binary_search(&hash).is_ok()
    }

    /// Whether the filter lets the word pass.
    #[inline(always)]
    pub fn may_have(&self, word: &Word) -> bool {
        let bits = self.filter.get((word.hash >> 5 & 31) as usize).copied().unwrap_or(0);
        bits >> (word.hash & 31) & 1 == 1
    }
}

/// The set of these words, written in lower-case ASCII.
#[macro_export]
macro_rules! names {
    ($($word:literal)*) => {
        $crate::names::Names::new(&const { $crate::names::sorted([$($crate::fold::hash($word)),*]) })
    };
}
pub use crate::names;
