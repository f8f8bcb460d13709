//! What can be told of a sentence without following a phrase through it; build/lexicon shares this file.
//!
//! Words that phrases need beside the one by which they are looked up are clues, and so are names and numbers. The clues of a sentence are
//! bits, and most phrases are ruled out by one look at them. Words may share a bit: a clue that is there promises nothing.

/// A set of clues, in two halves, because 64-bit arithmetic is slow where wasm is lowered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clues {
    pub(crate) low: u32,
    pub(crate) high: u32,
}

/// The clue of words that no phrase asks for. Every sentence has at least this one, so [`Clues::ANY`] is met.
#[allow(dead_code, reason = "for build.rs")]
pub(crate) const NO_CLUE: u8 = 0;
/// The clue of a capitalised word or a mention.
pub(crate) const NAME_CLUE: u8 = 1;
/// The clue of a word with a digit.
pub(crate) const NUMBER_CLUE: u8 = 2;
impl Clues {
    /// What asks for nothing.
    pub(crate) const ANY: Clues = Clues { low: u32::MAX, high: u32::MAX };

    /// One clue alone.
    #[inline(always)]
    pub(crate) const fn of(clue: u8) -> Clues {
        let bit = 1 << (clue & 31);
        let high = (clue >> 5 & 1) as u32;
        Clues { low: bit & high.wrapping_sub(1), high: bit & 0u32.wrapping_sub(high) }
    }

    /// One clue alone, if it is there.
    #[inline(always)]
    pub(crate) const fn of_one(clue: u8, is_there: bool) -> Clues {
        let Clues { low, high } = Clues::of(clue);
        let mask = 0u32.wrapping_sub(is_there as u32);
        Clues { low: low & mask, high: high & mask }
    }

    /// Takes in the clues of another set.
    #[inline(always)]
    pub(crate) const fn join(&mut self, other: Clues) {
        self.low |= other.low;
        self.high |= other.high;
    }

    /// Whether the sets have a clue in common.
    #[inline(always)]
    pub(crate) const fn meet(self, other: Clues) -> bool {
        (self.low & other.low) | (self.high & other.high) != 0
    }
}
