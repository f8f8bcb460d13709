//! The words on one side of an anchor, and the places among them that a match can reach: a set of bits, in which bit `n` says that `n` words
//! can be taken in.

use super::element::{Element, OPTIONAL, Sieve};
use super::rows::Table;
use super::*;

/// Words on each side of an anchor that a match may take in: the bits of a set of places.
const WINDOW: usize = 31;
/// Words of a name at most, with those that lead it in.
const NAME_MAX: u32 = 7;
/// The number of no word, not even of one that no lexicon names.
const NO_WORD: u16 = u16::MAX;

/// What stands on one side of an anchor, from it outwards. The words are those of the sentence, and are handed in: two numbers alone are
/// passed on without a detour through memory, which is slow where wasm is lowered.
#[derive(Clone, Copy)]
pub(super) struct Side {
    /// The place of the first word outwards. Before the beginning places wrap round, and so are behind the end too.
    pub(super) first: usize,
    pub(super) way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Left,
    Right,
}

impl Side {
    /// The word that follows when this many words are taken in.
    #[inline(always)]
    fn word(self, words: &[Word], taken: u32) -> Option<&Word> {
        effort::spend(1);
        let distance = taken as usize;
        words.get(match self.way {
            Way::Left => self.first.wrapping_sub(distance),
            Way::Right => self.first.wrapping_add(distance),
        })
    }

    /// Whether the word to the right of the border reached has this flag.
    pub(super) fn opens(self, words: &[Word], taken: u32, flag: u16) -> bool {
        let word = match self.way {
            Way::Left => words.get(self.first.wrapping_add(1).wrapping_sub(taken as usize)),
            Way::Right => self.word(words, taken),
        };
        word.is_some_and(|word| word.is(flag))
    }

    /// Whether the word beside the anchor may be what these elements begin with: a look that spares most walks.
    #[inline(always)]
    pub(super) fn may_begin(self, words: &[Word], elements: &[u16]) -> bool {
        let [code, rest @ ..] = elements else { return true };
        if code & OPTIONAL != 0 {
            return true;
        }
        let id = || self.word(words, 0).map_or(NO_WORD, |word| word.id);
        match Element::of(*code) {
            Element::Word(number) => id() == number,
            Element::Set(length) => rest.get(..usize::from(length)).is_some_and(|set| holds(set, id())),
            Element::Group(_) => Sieve::of(rest).0.may_pass(id()),
            Element::Shared(choices) => Sieve::of(SHARED.of(choices)).0.may_pass(id()),
            _ => true,
        }
    }

    /// The places of which `is` holds for the next word, and the places after it.
    #[inline(always)]
    pub(super) fn take(self, words: &[Word], reached: u32, is: impl Fn(&Word) -> bool) -> u32 {
        self.stay(words, reached, is) << 1
    }

    /// The places of which `is` holds for the next word.
    #[inline(always)]
    pub(super) fn stay(self, words: &[Word], reached: u32, is: impl Fn(&Word) -> bool) -> u32 {
        each(reached, |taken| if self.word(words, taken).is_some_and(&is) { 1 << taken } else { 0 })
    }

    /// The places after a name of every length possible, with what may lead it in: `de gemeente Rietveen`.
    pub(super) fn names(self, words: &[Word], taken: u32) -> u32 {
        let mut places = 0;
        for place in taken..(taken + NAME_MAX).min(WINDOW as u32) {
            let Some(word) = self.word(words, place) else { break };
            let part = name_part(word);
            // A frequent word begins no name, but it may go on with one or end it: `Van Elk`.
            let ends = match (self.way, part) {
                (_, Part::Name) => true,
                (Way::Right, Part::Frequent) => places != 0,
                (Way::Left, _) => places != 0 && is_listed(word, BEFORE_NAMES),
                _ => false,
            };
            let goes_on = match self.way {
                Way::Left if places == 0 => part == Part::Frequent,
                Way::Right if places == 0 => is_listed(word, BEFORE_NAMES),
                _ => is_listed(word, INSIDE_NAMES),
            };
            if ends {
                places |= 1 << (place + 1);
            } else if !goes_on {
                break;
            }
        }
        places
    }
}

/// Whether a set, which is sorted, holds a word.
#[inline(always)]
pub(super) fn holds(set: &[u16], word: u16) -> bool {
    set.binary_search(&word).is_ok()
}

/// Joins what `step` makes of each place reached.
#[inline(always)]
pub(super) fn each(reached: u32, step: impl Fn(u32) -> u32) -> u32 {
    let mut left = reached;
    let mut places = 0;
    while left != 0 {
        places |= step(left.trailing_zeros());
        left &= left - 1;
    }
    places
}

pub(super) fn stay(taken: u32, matched: bool) -> u32 {
    if matched { 1 << taken } else { 0 }
}

/// What a word is to a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A capitalised word or a mention.
    Name,
    /// A capitalised word that is frequent, and so may just begin a sentence.
    Frequent,
    Other,
}

fn name_part(word: &Word) -> Part {
    match word.is(flag::CAPITAL) {
        _ if word.is(flag::MENTION) => Part::Name,
        true if is_listed(word, COMMON) => Part::Frequent,
        true => Part::Name,
        false => Part::Other,
    }
}
