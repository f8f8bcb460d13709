//! Matches one pattern around one word.
//!
//! From the anchor outwards, a set of places that can be reached is carried from element to element as bits, so that choices and gaps cost
//! no backtracking: the work is bounded by the elements of the pattern times the words of its window.

use super::element::{Element, OPTIONAL};
use super::*;
use crate::detect::text::fold::{Fold, fold};
use std::ops::Range;

/// Words on each side of an anchor that a match may take in: the bits of a set of places.
const WINDOW: usize = 31;
/// Words of a name at most, with those that lead it in.
const NAME_MAX: u32 = 7;
/// Letters of a compound at most.
const COMPOUND_MAX: usize = 48;

/// One sentence, by the places of its words in the text.
pub(super) struct Line<'t> {
    text: &'t Text<'t>,
    start: usize,
    words: &'t [Word],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
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
    pub(super) fn word(&self, place: usize) -> Option<&'t Word> {
        self.words.get(place.checked_sub(self.start)?)
    }

    /// The first and the last word of the shortest match around these words, by their places in the text.
    pub(super) fn matches(&self, phrase: &Phrase, (first, last): (usize, usize)) -> Option<(usize, usize)> {
        if self.rules_out(phrase.before, first, Side::Left) || self.rules_out(phrase.after, last, Side::Right) {
            return None;
        }
        let right = self.reached(phrase.after, last, Side::Right)?;
        let left = self.reached(phrase.before, first, Side::Left)?;
        Some((first - left, last + right))
    }

    /// Whether the word beside the anchor is another than must stand there: a look that spares most walks.
    #[inline(always)]
    fn rules_out(&self, elements: &[u16], anchor: usize, side: Side) -> bool {
        let [code, rest @ ..] = elements else { return false };
        let is = |wanted: &dyn Fn(u16) -> bool| self.beside(anchor, 0, side).is_some_and(|word| wanted(word.id));
        match Element::of(*code) {
            _ if code & OPTIONAL != 0 => false,
            Element::Word(number) => !is(&|id| id == number),
            Element::Set(length) => !is(&|id| rest.iter().take(usize::from(length)).any(|word| *word == id)),
            _ => false,
        }
    }

    /// The fewest words beside the anchor that these elements take in.
    fn reached(&self, elements: &[u16], anchor: usize, side: Side) -> Option<usize> {
        Some(self.walk(elements, 1, anchor, side))
            .filter(|reached| *reached != 0)
            .map(|reached| reached.trailing_zeros() as usize)
    }

    /// The places reached after these elements.
    fn walk(&self, mut elements: &[u16], mut reached: u32, anchor: usize, side: Side) -> u32 {
        while let [code, rest @ ..] = elements {
            let element = Element::of(*code);
            let Some((body, after)) = rest.split_at_checked(element.body()) else { return 0 };
            let kept = if code & OPTIONAL != 0 { reached } else { 0 };
            reached = kept | self.step(element, body, reached, anchor, side);
            if reached == 0 {
                return 0;
            }
            elements = after;
        }
        reached
    }

    /// The places reached after one more element.
    fn step(&self, element: Element, body: &[u16], reached: u32, anchor: usize, side: Side) -> u32 {
        match element {
            Element::Word(number) => self.take(reached, anchor, side, |word| word.id == number),
            Element::Set(_) => self.take(reached, anchor, side, |word| body.binary_search(&word.id).is_ok()),
            Element::Affixed(affixes) => self.take(reached, anchor, side, |word| self.is_affixed(word, affixes)),
            Element::Group(_) => self.choose(body, reached, anchor, side),
            Element::Shared(choices) => self.choose(SHARED.of(choices), reached, anchor, side),
            Element::Name => each(reached, |taken| self.names(anchor, taken, side)),
            Element::Number => self.take(reached, anchor, side, |word| word.is(flag::DIGIT)),
            Element::Start => each(reached, |taken| stay(taken, self.opens(anchor, taken, side, flag::FIRST))),
            Element::Tag => each(reached, |taken| stay(taken, self.opens(anchor, taken, side, flag::HASHTAG))),
            Element::Gap(size) => (0..size).fold(reached, |reached, _| reached | reached << 1),
        }
    }

    /// The places reached after one more word of which `is` holds.
    #[inline(always)]
    fn take(&self, reached: u32, anchor: usize, side: Side, is: impl Fn(&Word) -> bool) -> u32 {
        each(reached, |taken| match self.beside(anchor, taken, side) {
            Some(word) if is(word) => 2 << taken,
            _ => 0,
        })
    }

    /// The places reached after any one of these choices.
    fn choose(&self, mut choices: &[u16], reached: u32, anchor: usize, side: Side) -> u32 {
        let mut places = 0;
        while let [length, rest @ ..] = choices {
            let Some((choice, after)) = rest.split_at_checked(usize::from(*length)) else { break };
            places |= self.walk(choice, reached, anchor, side);
            choices = after;
        }
        places
    }

    /// The word that follows when `taken` words beside the anchor are taken in.
    fn beside(&self, anchor: usize, taken: u32, side: Side) -> Option<&'t Word> {
        effort::spend(1);
        let distance = taken as usize + 1;
        match side {
            Side::Left => self.word(anchor.checked_sub(distance)?),
            Side::Right => self.word(anchor + distance),
        }
    }

    /// Whether the word to the right of the border reached has this flag.
    fn opens(&self, anchor: usize, taken: u32, side: Side, flag: u16) -> bool {
        let place = match side {
            Side::Left => anchor.checked_sub(taken as usize),
            Side::Right => Some(anchor + taken as usize + 1),
        };
        place.and_then(|place| self.word(place)).is_some_and(|word| word.is(flag))
    }

    /// The places after a name of every length possible, with what may lead it in: `de gemeente Rietveen`.
    fn names(&self, anchor: usize, taken: u32, side: Side) -> u32 {
        let mut places = 0;
        for place in taken..(taken + NAME_MAX).min(WINDOW as u32) {
            let Some(word) = self.beside(anchor, place, side) else { break };
            let part = name_part(word);
            // A frequent word begins no name, but it may go on with one or end it: `Van Elk`.
            let ends = match (side, part) {
                (_, Part::Name) => true,
                (Side::Right, Part::Frequent) => places != 0,
                (Side::Left, _) => places != 0 && is_listed(word, BEFORE_NAMES),
                _ => false,
            };
            let goes_on = match side {
                Side::Left if places == 0 => part == Part::Frequent,
                Side::Right if places == 0 => is_listed(word, BEFORE_NAMES),
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

/// Joins what `step` makes of each place reached.
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
fn is_listed(word: &Word, list: u8) -> bool {
    LISTS.get(usize::from(word.id)).is_some_and(|lists| lists & list != 0)
}
