//! Matches one pattern around one word.
//!
//! From the anchor outwards, a set of places that can be reached is carried from element to element as bits, so that choices and gaps cost
//! no backtracking: the work is bounded by the elements of the pattern times the words of its window.

use super::element::{Element, OPTIONAL, Sieve};
use super::rows::Table;
use super::side::{Side, Way, each, holds, stay};
use super::*;
use std::ops::Range;
use text::fold::{Fold, fold};

/// Letters of a compound at most.
const COMPOUND_MAX: usize = 48;

/// One sentence, by the places of its words in the text.
pub(super) struct Line<'t> {
    text: &'t Text<'t>,
    start: usize,
    words: &'t [Word],
    /// What can be told of it at once.
    pub(super) clues: Clues,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t Text<'t>, sentence: usize, clues: Clues) -> Self {
        let first = |at: usize| text.sentences.get(at).map(|sentence: &Sentence| sentence.first as usize);
        let start = first(sentence).unwrap_or(0);
        let end = first(sentence + 1).unwrap_or(text.words.len());
        Line { text, start, words: text.words.get(start..end).unwrap_or_default(), clues }
    }

    /// The places of its words in the text.
    pub(super) fn places(&self) -> Range<usize> {
        self.start..self.start + self.words.len()
    }

    /// The word at a place of the text; `None` outside the sentence.
    #[inline(always)]
    pub(super) fn word(&self, place: usize) -> Option<&'t Word> {
        self.words.get(place.wrapping_sub(self.start))
    }

    /// The first and the last word of the shortest match around these words, by their places in the text.
    #[inline(always)]
    pub(super) fn matches(&self, phrase: &Phrase, (first, last): (usize, usize)) -> Option<(usize, usize)> {
        let right = Side { first: (last + 1).wrapping_sub(self.start), way: Way::Right };
        let left = Side { first: first.wrapping_sub(self.start + 1), way: Way::Left };
        if !right.may_begin(self.words, phrase.after) || !left.may_begin(self.words, phrase.before) {
            return None;
        }
        let right = self.reached(phrase.after, right)?;
        let left = self.reached(phrase.before, left)?;
        Some((first - left, last + right))
    }

    /// The fewest words beside the anchor that these elements, with which they [may begin](Side::may_begin), take in.
    #[inline(always)]
    fn reached(&self, elements: &[u16], side: Side) -> Option<usize> {
        match elements {
            [] => return Some(0),
            [code] if matches!(Element::of(*code), Element::Word(_)) && code & OPTIONAL == 0 => return Some(1),
            _ => {}
        }
        Some(self.walk(elements, 1, side))
            .filter(|reached| *reached != 0)
            .map(|reached| reached.trailing_zeros() as usize)
    }

    /// The places reached after these elements.
    fn walk(&self, mut elements: &[u16], mut reached: u32, side: Side) -> u32 {
        while let [code, rest @ ..] = elements {
            let kept = if code & OPTIONAL != 0 { reached } else { 0 };
            let mut after = rest;
            let mut body = |length: u16| {
                let (body, next) = after.split_at_checked(usize::from(length)).unwrap_or_default();
                after = next;
                body
            };
            let stepped = match Element::of(*code) {
                Element::Word(number) => side.take(self.words, reached, |word| word.id == number),
                Element::Set(length) => {
                    let set = body(length);
                    side.take(self.words, reached, |word| holds(set, word.id))
                }
                Element::Gap(size) => (0..size).fold(reached, |reached, _| reached | reached << 1),
                Element::Shared(choices) => self.choose(SHARED.of(choices), reached, side),
                Element::Group(length) => self.choose(body(length), reached, side),
                Element::Name => each(reached, |taken| side.names(self.words, taken)),
                Element::Number => side.take(self.words, reached, |word| word.is(flag::DIGIT)),
                Element::Affixed(affixes) => side.take(self.words, reached, |word| self.is_affixed(word, affixes)),
                Element::Start => each(reached, |taken| stay(taken, side.opens(self.words, taken, flag::FIRST))),
                Element::Tag => each(reached, |taken| stay(taken, side.opens(self.words, taken, flag::HASHTAG))),
            };
            reached = kept | stepped;
            if reached == 0 {
                return 0;
            }
            elements = after;
        }
        reached
    }

    /// The places reached after any one of these choices.
    fn choose(&self, body: &[u16], mut reached: u32, side: Side) -> u32 {
        let (sieve, mut choices) = Sieve::of(body);
        if !sieve.is_open() {
            reached = side.stay(self.words, reached, |word| sieve.may_pass(word.id));
            if reached == 0 {
                return 0;
            }
        }
        let mut places = 0;
        while let [length, rest @ ..] = choices {
            let Some((choice, after)) = rest.split_at_checked(usize::from(*length)) else { break };
            places |= self.walk(choice, reached, side);
            choices = after;
        }
        places
    }

    /// Apart from [`Line::walk`], because its letters stand on the stack, and few walks come by here.
    #[inline(never)]
    fn is_affixed(&self, word: &Word, affixes: u16) -> bool {
        let Some(affixes) = AFFIXES.get(usize::from(affixes)) else { return false };
        let mut letters = [0; COMPOUND_MAX];
        let Some(spelling) = self.spell(word, &mut letters) else { return false };
        if begins_with_one(spelling, affixes.prefixes) {
            return true;
        }
        spelling.reverse();
        begins_with_one(spelling, affixes.suffixes)
    }

    /// A word's folded letters in lower case; `None` when they are too many.
    fn spell<'b>(&self, word: &Word, letters: &'b mut [u8; COMPOUND_MAX]) -> Option<&'b mut [u8]> {
        let source = self.text.source.get(word.start as usize..word.end as usize)?;
        let mut length = 0;
        let mut put = |letter: u8| {
            *letters.get_mut(length)? = letter.to_ascii_lowercase();
            length += 1;
            Some(())
        };
        for c in source.chars() {
            effort::spend(1);
            match fold(c) {
                Fold::Ascii(letter) => put(letter)?,
                Fold::Pair(one, two) => {
                    put(one)?;
                    put(two)?;
                }
                Fold::Foreign | Fold::Symbol => put(0)?,
                Fold::Skip => {}
            }
        }
        letters.get_mut(..length)
    }
}

/// Whether a word begins with one of these, which are sorted and none of which begins with another.
fn begins_with_one(word: &[u8], beginnings: &[&str]) -> bool {
    let after = beginnings.partition_point(|beginning| beginning.as_bytes() <= word);
    let before = after.checked_sub(1).and_then(|at| beginnings.get(at));
    before.is_some_and(|beginning| word.starts_with(beginning.as_bytes()))
}
