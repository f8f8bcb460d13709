//! What a word is about, in whatever language it is said: the concepts of `concepts/*.toml`.
//!
//! A concept is a name and the words that say it, one file a language: `ontslag*`, `laid_off` and `licenci*` are all `dismissal`. What the
//! model learns about a concept from one language holds for the others, and for words that its examples never used.

mod tables {
    //! What build.rs made of the files.

    include!(concat!(env!("OUT_DIR"), "/concepts.rs"));
}

use super::affix::{self, PREFIX, SHORTEST, SUFFIX};
use super::letters::Letters;
pub(crate) use tables::NAMES;
use tables::*;
use text::{Text, Word, fold};

/// A concept's place in [`NAMES`], counted from 1; 0 is none.
pub(crate) type Concept = u8;

/// The concepts of the words at a place: at most two, and the words that say them (more than one for a phrase).
#[derive(Clone, Copy, Default)]
pub(crate) struct Said {
    pub(crate) concepts: [Concept; 2],
    pub(crate) words: u8,
}

/// What the word says, or the phrase that begins with it; `rest` are the words after it.
pub(crate) fn said(text: &Text, word: &Word, rest: &[Word]) -> Said {
    let whole = look_up(word.hash);
    if let Some(entry) = whole {
        if entry.goes_on()
            && let Some(said) = phrase(word.hash, rest)
        {
            return said;
        }
        if entry.concepts() != [0, 0] {
            return Said { concepts: entry.concepts(), words: 1 };
        }
    }
    if !may_have_affix(text, word) {
        return Said::default();
    }
    let letters = Letters::of(text, word);
    let affix = letters
        .prefixes()
        .rev()
        .find_map(|hash| look_up(hash ^ PREFIX))
        .or_else(|| letters.suffixes().rev().find_map(|hash| look_up(hash ^ SUFFIX)));
    affix.map_or(Said::default(), |entry| Said { concepts: entry.concepts(), words: 1 })
}

/// Whether any beginning or ending in the files may be this word's: most words are told apart by their first and last four letters.
#[inline(always)]
fn may_have_affix(text: &Text, word: &Word) -> bool {
    let bytes = text.source.as_bytes().get(word.start as usize..word.end as usize).unwrap_or_default();
    let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) else { return false };
    holds(&BEGINNINGS, first) || holds(&ENDINGS, last)
}

/// Whether a set holds these letters, as far as a look tells.
#[inline(always)]
fn holds(set: &[u32; 512], letters: &[u8; SHORTEST]) -> bool {
    let bit = affix::place(*letters);
    !letters.is_ascii() || set.get((bit >> 5) as usize).is_some_and(|bits| bits & 1 << (bit & 31) != 0)
}

/// Whether a sentence in which this is said is worth weighing: the concept alone speaks for some kind.
pub(crate) fn is_telling(concept: Concept) -> bool {
    TELLING.get(usize::from(concept >> 5)).is_some_and(|bits| bits & 1 << (concept & 31) != 0)
}

/// The longest phrase that begins with the word of this hash.
fn phrase(first: u32, rest: &[Word]) -> Option<Said> {
    let mut hash = first;
    let mut found = None;
    for (word, words) in rest.iter().zip(2..) {
        hash = join(hash, word.hash);
        let Some(entry) = look_up(hash) else { break };
        if entry.concepts() != [0, 0] {
            found = Some(Said { concepts: entry.concepts(), words });
        }
        if !entry.goes_on() {
            break;
        }
    }
    found
}

/// The hash of a phrase that is one word longer.
fn join(phrase: u32, word: u32) -> u32 {
    fold::finish(phrase.rotate_left(9) ^ word)
}

/// What an entry says: a concept, perhaps a second one, and 1 where a phrase goes on from here.
#[derive(Clone, Copy)]
struct Entry([u8; 3]);

impl Entry {
    fn concepts(self) -> [Concept; 2] {
        let [one, two, _] = self.0;
        [one, two]
    }

    fn goes_on(self) -> bool {
        let [.., goes_on] = self.0;
        goes_on != 0
    }
}

#[inline(always)]
fn look_up(hash: u32) -> Option<Entry> {
    let bucket = (hash >> BUCKET_SHIFT) as usize;
    let (from, to) = (*BUCKETS.get(bucket)?, *BUCKETS.get(bucket + 1)?);
    let key = hash as u16;
    let keys = KEYS.get(usize::from(from)..usize::from(to))?;
    let at = keys.iter().position(|known| *known == key)?;
    ENTRIES.get(usize::from(from) + at).copied().map(Entry)
}

/// The hash of a concept's name, by which features know it; shapes have numbers beyond all names.
pub(crate) fn name_hash(concept: Concept) -> u32 {
    let place = usize::from(concept);
    NAME_HASHES.get(place).copied().unwrap_or((place + 0x1_0000 - NAME_HASHES.len()) as u32)
}
