//! Matches one pattern around one word.
//!
//! From the anchor outwards, a set of places that can be reached is carried from element to element as bits, so that choices and gaps cost
//! no backtracking: the work is bounded by the elements of the pattern times the words of its window.

use super::element::{Element, OPTIONAL, Sieve};
use super::rows::Table;
use super::*;
use crate::detect::text::fold::{Fold, fold};
use std::ops::Range;

/// Words on each side of an anchor that a match may take in: the bits of a set of places.
const WINDOW: usize = 31;
/// Words of a name at most, with those that lead it in.
const NAME_MAX: u32 = 7;
/// The number of no word, not even of one that no lexicon names.
const NO_WORD: u16 = u16::MAX;
/// Letters of a compound at most.
const COMPOUND_MAX: usize = 48;

/// One sentence, by the places of its words in the text.
pub(super) struct Line<'t> {
    text: &'t Text<'t>,
    start: usize,
    words: &'t [Word],
}

/// What stands on one side of an anchor, from it outwards.
#[derive(Clone, Copy)]
struct Side<'t> {
    /// The words of the sentence, and the place among them of the first one outwards. Before the beginning places wrap round, and so are
    /// behind the end too.
    words: &'t [Word],
    first: usize,
    way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
}

impl<'t> Side<'t> {
    /// The word that follows when this many words are taken in.
    #[inline(always)]
    fn word(self, taken: u32) -> Option<&'t Word> {
        effort::spend(1);
        let distance = taken as usize;
        self.words.get(match self.way {
            Way::Left => self.first.wrapping_sub(distance),
            Way::Right => self.first.wrapping_add(distance),
        })
    }

    /// Whether the word to the right of the border reached has this flag.
    fn opens(self, taken: u32, flag: u16) -> bool {
        let word = match self.way {
            Way::Left => self.words.get(self.first.wrapping_add(1).wrapping_sub(taken as usize)),
            Way::Right => self.word(taken),
        };
        word.is_some_and(|word| word.is(flag))
    }

    /// Whether the word beside the anchor may be what these elements begin with: a look that spares most walks.
    #[inline(always)]
    fn may_begin(self, elements: &[u16]) -> bool {
        let [code, rest @ ..] = elements else { return true };
        if code & OPTIONAL != 0 {
            return true;
        }
        let id = || self.word(0).map_or(NO_WORD, |word| word.id);
        match Element::of(*code) {
            Element::Word(number) => id() == number,
            Element::Set(length) => rest.get(..usize::from(length)).is_some_and(|words| holds(words, id())),
            Element::Group(_) => Sieve::of(rest).0.may_pass(id()),
            Element::Shared(choices) => Sieve::of(SHARED.of(choices)).0.may_pass(id()),
            _ => true,
        }
    }

    /// The places of which `is` holds for the next word, and the places after it.
    #[inline(always)]
    fn take(self, reached: u32, is: impl Fn(&Word) -> bool) -> u32 {
        self.stay(reached, is) << 1
    }

    /// The places of which `is` holds for the next word.
    #[inline(always)]
    fn stay(self, reached: u32, is: impl Fn(&Word) -> bool) -> u32 {
        each(reached, |taken| if self.word(taken).is_some_and(&is) { 1 << taken } else { 0 })
    }

    /// The places after a name of every length possible, with what may lead it in: `de gemeente Rietveen`.
    fn names(self, taken: u32) -> u32 {
        let mut places = 0;
        for place in taken..(taken + NAME_MAX).min(WINDOW as u32) {
            let Some(word) = self.word(place) else { break };
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

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t Text<'t>, sentence: usize) -> Self {
        let first = |at: usize| text.sentences.get(at).map(|sentence: &Sentence| sentence.first as usize);
        let start = first(sentence).unwrap_or(0);
        let end = first(sentence + 1).unwrap_or(text.words.len());
        Line { text, start, words: text.words.get(start..end).unwrap_or_default() }
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
        let right = Side { words: self.words, first: (last + 1).wrapping_sub(self.start), way: Way::Right };
        let left = Side { words: self.words, first: first.wrapping_sub(self.start + 1), way: Way::Left };
        if !right.may_begin(phrase.after) || !left.may_begin(phrase.before) {
            return None;
        }
        let right = self.reached(phrase.after, right)?;
        let left = self.reached(phrase.before, left)?;
        Some((first - left, last + right))
    }

    /// The fewest words beside the anchor that these elements take in.
    #[inline(always)]
    fn reached(&self, elements: &[u16], side: Side) -> Option<usize> {
        if elements.is_empty() {
            return Some(0);
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
                Element::Word(number) => side.take(reached, |word| word.id == number),
                Element::Set(length) => {
                    let words = body(length);
                    side.take(reached, |word| holds(words, word.id))
                }
                Element::Gap(size) => (0..size).fold(reached, |reached, _| reached | reached << 1),
                Element::Shared(choices) => self.choose(SHARED.of(choices), reached, side),
                Element::Group(length) => self.choose(body(length), reached, side),
                Element::Name => each(reached, |taken| side.names(taken)),
                Element::Number => side.take(reached, |word| word.is(flag::DIGIT)),
                Element::Affixed(affixes) => side.take(reached, |word| self.is_affixed(word, affixes)),
                Element::Start => each(reached, |taken| stay(taken, side.opens(taken, flag::FIRST))),
                Element::Tag => each(reached, |taken| stay(taken, side.opens(taken, flag::HASHTAG))),
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
            reached = side.stay(reached, |word| sieve.may_pass(word.id));
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

/// Whether a set, which is sorted, holds a word.
#[inline(always)]
fn holds(words: &[u16], word: u16) -> bool {
    words.binary_search(&word).is_ok()
}

/// Joins what `step` makes of each place reached.
#[inline(always)]
fn each(reached: u32, step: impl Fn(u32) -> u32) -> u32 {
    let mut left = reached;
    let mut places = 0;
    while left != 0 {
        places |= step(left.trailing_zeros());
        left &= left - 1;
    }
    places
}

fn stay(taken: u32, matched: bool) -> u32 {
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

/// Whether a word is on one of the lists of the files.
#[inline(always)]
pub(super) fn is_listed(word: &Word, list: u8) -> bool {
    LISTS.get(usize::from(word.id)).is_some_and(|lists| lists & list != 0)
}
