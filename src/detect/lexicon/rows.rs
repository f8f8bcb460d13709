//! Rows of numbers as build.rs lays them down, and the phrases in them.

use super::NEEDS;
use super::clues::Clues;
use super::element::{BLOCK, CHOICES, LANGUAGE_SHIFT, ROW_MASK};
use super::languages::Languages;
use super::matcher::Line;
use text::effort;

/// Where rows begin, in two parts, which pack better than one: row `n` begins at `bases[n / 16] + offsets[n]`.
pub(super) struct Starts<O: 'static, const BASES: usize, const OFFSETS: usize> {
    pub(super) bases: [u32; BASES],
    pub(super) offsets: [O; OFFSETS],
}

/// Rows of numbers, one after the other; each ends where the next begins.
pub(super) struct Rows<O: 'static, const BASES: usize, const OFFSETS: usize, const ALL: usize> {
    pub(super) starts: Starts<O, BASES, OFFSETS>,
    pub(super) all: [u16; ALL],
}

impl<O: Copy + Into<u32>, const BASES: usize, const OFFSETS: usize, const ALL: usize> Rows<O, BASES, OFFSETS, ALL> {
    /// Where a row begins.
    #[inline(always)]
    fn start(&self, row: usize) -> Option<usize> {
        Some((*self.starts.bases.get(row / BLOCK)? + (*self.starts.offsets.get(row)?).into()) as usize)
    }
}

/// What gives rows by their numbers.
pub(super) trait Table {
    /// The row of this number, empty when there is none.
    fn of(&self, row: u16) -> &[u16];
}

impl<O: Copy + Into<u32>, const BASES: usize, const OFFSETS: usize, const ALL: usize> Table
    for Rows<O, BASES, OFFSETS, ALL>
{
    #[inline(always)]
    fn of(&self, row: u16) -> &[u16] {
        let row = usize::from(row);
        let ends = self.start(row).zip(self.start(row + 1));
        ends.and_then(|(from, to)| self.all.get(from..to)).unwrap_or_default()
    }
}

/// Where phrases are looked up.
pub(super) struct Anchors<W, P, A> {
    /// For every word the rows of `phrases` that it may begin a match of, each with its language.
    pub(super) by_word: W,
    /// The phrases around each set of words.
    pub(super) phrases: P,
    /// The phrases around each of the choices that are looked up by themselves.
    pub(super) around: A,
}

impl<W: Table, P: Table, A: Table> Anchors<W, P, A> {
    /// Calls `found` with the target, the first and the last word of every phrase of the languages `spoken` around the word at a place.
    #[inline(always)]
    pub(super) fn each(
        &'static self,
        line: &Line,
        place: usize,
        spoken: Languages,
        found: &mut dyn FnMut(u16, usize, usize),
    ) {
        let rows = line.word(place).map_or(&[][..], |word| self.by_word.of(word.id));
        for row in rows {
            if spoken.has(usize::from(row >> LANGUAGE_SHIFT)) {
                self.around(line, self.phrases.of(row & ROW_MASK), (place, place), found);
            }
        }
    }

    /// The same for the phrases of a row around the words found so far. Choices hold only smaller choices, so this ends.
    fn around(
        &'static self,
        line: &Line,
        row: &'static [u16],
        inside: (usize, usize),
        found: &mut dyn FnMut(u16, usize, usize),
    ) {
        for phrase in phrases(row) {
            effort::spend(1);
            if !phrase.may_stand_among(line.clues) {
                continue;
            }
            let Some((first, last)) = line.matches(&phrase, inside) else { continue };
            match phrase.target.checked_sub(CHOICES) {
                Some(choices) => self.around(line, self.around.of(choices), (first, last), found),
                None => found(phrase.target, first, last),
            }
        }
    }
}

/// A phrase without the words it is looked up by: the elements before and after them, outwards.
pub(super) struct Phrase {
    /// Place of its rule or its mark; from [`CHOICES`] on, the number of the choices it is one of.
    target: u16,
    /// The places in [`NEEDS`] of two sets of clues.
    needs: [u8; 2],
    pub(super) before: &'static [u16],
    pub(super) after: &'static [u16],
}

impl Phrase {
    /// Whether a sentence with these clues may hold it.
    #[inline(always)]
    fn may_stand_among(&self, clues: Clues) -> bool {
        let [one, other] = self.needs.map(|set| NEEDS.get(usize::from(set)).is_none_or(|set| set.meet(clues)));
        one && other
    }
}

/// The phrases of a row of the tables.
#[inline(always)]
fn phrases(mut row: &'static [u16]) -> impl Iterator<Item = Phrase> {
    std::iter::from_fn(move || {
        let [target, lengths, needs, elements @ ..] = row else { return None };
        let [before, after] = lengths.to_le_bytes();
        let (before, rest) = elements.split_at_checked(usize::from(before))?;
        let (after, rest) = rest.split_at_checked(usize::from(after))?;
        row = rest;
        Some(Phrase { target: *target, needs: needs.to_le_bytes(), before, after })
    })
}
