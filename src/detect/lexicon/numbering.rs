//! The pass over all words of a text: their numbers in the vocabulary, and what it tells of each sentence and of the text.

use super::clues::{Clues, NAME_CLUE, NUMBER_CLUE};
use super::languages::{Heard, Languages};
use super::places;
use super::tables::{COMMON, DISPLACEMENTS, KEYS, RULE_ANCHOR, TRAITS};
use text::effort;
use text::{Word, flag};

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
/// The loop writes into room that is already there: where it might have to ask for more, an engine would look up the memory anew for every word.
#[inline(never)]
pub(super) fn number_words(words: &mut [Word], sentences: usize) -> Numbered {
    const TELLING: u16 = flag::FIRST | flag::DIGIT | flag::CAPITAL | flag::MENTION;
    let mut anchors = vec![0; words.len()];
    let mut clues = vec![Clues::default(); sentences];
    let (mut free, mut left) = (anchors.iter_mut(), clues.iter_mut());
    let mut heard = Heard::default();
    let mut here = Clues::default();
    for (place, word) in (0..).zip(words) {
        effort::spend(1);
        if word.is(TELLING) {
            if word.is(flag::FIRST)
                && place > 0
                && let Some(clues) = left.next()
            {
                *clues = std::mem::take(&mut here);
            }
            if word.is(flag::DIGIT) {
                here.join(Clues::of(NUMBER_CLUE));
            }
            if word.is(flag::CAPITAL | flag::MENTION) {
                here.join(Clues::of(NAME_CLUE));
            }
        }
        word.id = number(word.hash);
        if word.id == 0 {
            continue;
        }
        let Some(traits) = TRAITS.get(usize::from(word.id)) else { continue };
        here.join(Clues::of(traits.clue));
        heard.hear(traits.lists & COMMON);
        if traits.lists & RULE_ANCHOR != 0
            && let Some(anchor) = free.next()
        {
            *anchor = place;
        }
    }
    left.next().into_iter().for_each(|clues| *clues = here);
    let unused = free.len();
    anchors.truncate(anchors.len() - unused);
    Numbered { anchors, clues, spoken: heard.languages() }
}

/// A word's number in the vocabulary, counted from 1; 0 when no lexicon names it.
#[inline(always)]
fn number(hash: u32) -> u16 {
    let displacement = DISPLACEMENTS.get(places::bucket(hash)).copied().unwrap_or(0);
    let place = places::place(hash, displacement, KEYS.len());
    if KEYS.get(place) == Some(&places::key(hash)) { place as u16 + 1 } else { 0 }
}
