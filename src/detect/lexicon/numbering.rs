//! The pass over all words of a text: their numbers in the vocabulary, and what it tells of each sentence and of the text.

use super::clues::{Clues, NAME_CLUE, NUMBER_CLUE};
use super::languages::{Heard, Languages};
use super::places;
use super::tables::{COMMON, DISPLACEMENTS, KEYS, NUMBERS_HIGH, NUMBERS_LOW, RULE_ANCHOR, TRAITS};
use text::{Word, effort, flag};

/// What one pass over all words tells.
pub(super) struct Numbered {
    /// The places of words that rules are looked up by.
    pub(super) anchors: Vec<u32>,
    /// The clues of each sentence.
    pub(super) clues: Vec<Clues>,
    /// The languages of the text.
    pub(super) spoken: Languages,
}

/// Gives every word its number in the vocabulary.
///
/// The loop writes into room that is already there, so that nothing in it is a call, and asks little that a processor cannot foresee: what a
/// word does not tell is joined as nothing.
#[inline(never)]
pub(super) fn number_words(words: &mut [Word], sentences: usize) -> Numbered {
    let mut anchors = vec![0; words.len()];
    let mut clues = vec![Clues::default(); sentences];
    let (mut found, mut left) = (0, clues.iter_mut());
    let mut heard = Heard::default();
    let mut here = Clues::default();
    for (place, word) in (0..).zip(words) {
        effort::spend(1);
        if word.is(flag::FIRST)
            && place > 0
            && let Some(clues) = left.next()
        {
            *clues = std::mem::take(&mut here);
        }
        word.id = number(word.hash);
        let Some(traits) = TRAITS.get(usize::from(word.id)) else { continue };
        here.join(Clues::of(traits.clue));
        here.join(Clues::of_one(NUMBER_CLUE, word.is(flag::DIGIT)));
        here.join(Clues::of_one(NAME_CLUE, word.is(flag::CAPITAL | flag::MENTION)));
        heard.hear(traits.lists & COMMON);
        if let Some(next) = anchors.get_mut(found) {
            *next = place;
        }
        found += usize::from(traits.lists & RULE_ANCHOR != 0);
    }
    left.next().into_iter().for_each(|clues| *clues = here);
    anchors.truncate(found);
    Numbered { anchors, clues, spoken: heard.languages() }
}

/// A word's number in the vocabulary, which words that mean the same to all phrases share; 0 when no lexicon names it.
#[inline(always)]
fn number(hash: u32) -> u16 {
    let displacement = DISPLACEMENTS.get(places::bucket(hash)).copied().unwrap_or(0);
    let place = places::place(hash, displacement, KEYS.len());
    if KEYS.get(place) != Some(&places::key(hash)) {
        return 0;
    }
    let half = |halves: &[u8]| halves.get(place).copied().unwrap_or(0);
    u16::from_le_bytes([half(&NUMBERS_LOW), half(&NUMBERS_HIGH)])
}
