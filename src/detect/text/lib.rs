//! A text as the detectors see it: words with their place in the original, sentences, triggers and masked zones.
//!
//! [`read`] makes it in one pass over the bytes and copies nothing: a [`Word`] is a hash and a span. What must never be
//! taken for prose (addresses, code) becomes a [`Zone`], and neither words nor triggers are kept from inside it.

mod class;
pub mod effort;
pub mod fold;
pub mod names;
mod reader;
#[cfg(test)]
mod tests;

pub use reader::read;

use fold::{Fold, fold};

/// A text after the pass. All offsets are bytes of `source`, on character boundaries.
pub struct Text<'t> {
    /// The original.
    pub source: &'t str,
    /// Every word outside zones, in order.
    pub words: Vec<Word>,
    /// Where sentences begin, in order; each has at least one word.
    pub sentences: Vec<Sentence>,
    /// Offsets of `@` that follow a word.
    pub ats: Vec<u32>,
    /// Places in `words` of those with a digit, hashtags left out.
    pub numbers: Vec<u32>,
    /// What was masked, in order.
    pub zones: Vec<Zone>,
    /// Stretches between double quotation marks, in order.
    pub quotes: Vec<Zone>,
}

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The hash of its folded, lower-case letters ([`fold::hash`]).
    pub hash: u32,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Its number in the lexicons' vocabulary; 0 when no lexicon names it.
    pub id: u16,
    flags: u16,
}

/// What a word looks like or how it stands; combined with `|`.
pub mod flag {
    /// Holds an upper-case letter.
    pub const UPPER: u16 = 1;
    /// Holds a lower-case letter.
    pub const LOWER: u16 = 1 << 1;
    /// Holds a digit.
    pub const DIGIT: u16 = 1 << 2;
    /// Its first letter is upper case.
    pub const CAPITAL: u16 = 1 << 3;
    /// First of its sentence.
    pub const FIRST: u16 = 1 << 4;
    /// No white space before it.
    pub const GLUED: u16 = 1 << 5;
    /// A hashtag.
    pub const HASHTAG: u16 = 1 << 6;
    /// Follows an `@` that is not an address's.
    pub const MENTION: u16 = 1 << 7;
    /// A comma, colon, bracket or dash stands before it.
    pub const CLAUSE: u16 = 1 << 8;
}

impl Word {
    /// Whether any of these [`flag`]s is set.
    pub fn is(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }

    /// Only digits.
    pub fn is_number(&self) -> bool {
        self.flags & (flag::UPPER | flag::LOWER | flag::DIGIT) == flag::DIGIT
    }
}

/// Where a sentence begins, and how it ends.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Place of its first word in `words`.
    pub first: u32,
    /// It ends with a question mark.
    pub question: bool,
}

/// A stretch of the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

/// One folded character and where it stands in the original.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// ASCII; 0 for letters of other scripts and symbols.
    pub ascii: u8,
    /// Its first byte in the original.
    pub start: usize,
    /// The byte after it in the original.
    pub end: usize,
}

/// What stands between two words, folded; more than four characters are `????`.
pub type Gap = [u8; 4];

/// What a character beyond ASCII is in a [`Glyph`]; nothing when it is not seen. Kept apart, because detectors read glyphs in many places.
#[inline(never)]
fn plain(c: char) -> Option<u8> {
    match fold(c) {
        Fold::Ascii(ascii) | Fold::Pair(ascii, _) => Some(ascii),
        Fold::Foreign | Fold::Symbol => Some(0),
        Fold::Skip => None,
    }
}

impl<'t> Text<'t> {
    /// The folded characters from an offset on; what is not seen is left out.
    pub fn glyphs(&self, from: usize) -> impl Iterator<Item = Glyph> + use<'t> {
        self.source.get(from..).unwrap_or_default().char_indices().filter_map(move |(at, c)| {
            effort::spend(1);
            let start = from + at;
            let ascii = if c.is_ascii() { c as u8 } else { plain(c)? };
            Some(Glyph { ascii, start, end: start + c.len_utf8() })
        })
    }

    /// The folded character before an offset; `None` at the beginning.
    pub fn glyph_before(&self, offset: usize) -> Option<u8> {
        let before = self.source.get(..offset).unwrap_or_default();
        before.chars().rev().inspect(|_| effort::spend(1)).find_map(|c| match fold(c) {
            Fold::Ascii(ascii) | Fold::Pair(_, ascii) => Some(ascii),
            Fold::Foreign | Fold::Symbol => Some(0),
            Fold::Skip => None,
        })
    }

    /// A word's folded characters, in its own case.
    pub fn spelling(&self, word: &Word) -> impl Iterator<Item = u8> + use<'t> {
        let end = word.end as usize;
        self.glyphs(word.start as usize).take_while(move |glyph| glyph.start < end).map(|glyph| glyph.ascii)
    }

    /// What stands between the words at `place - 1` and `place`; `None` where there are no such words.
    pub fn gap(&self, place: usize) -> Option<Gap> {
        let start = self.words.get(place.checked_sub(1)?)?.end as usize;
        let end = self.words.get(place)?.start as usize;
        if let Some([byte @ 0..0x80]) = self.source.as_bytes().get(start..end) {
            return Some([*byte, 0, 0, 0]);
        }
        let mut gap = Gap::default();
        let mut room = gap.iter_mut();
        for glyph in self.glyphs(start).take_while(|glyph| glyph.start < end) {
            match room.next() {
                Some(slot) => *slot = glyph.ascii,
                None => return Some(*b"????"),
            }
        }
        Some(gap)
    }

    /// The words of the same sentence that stand, wholly or in part, within `reach` bytes of the words `first..=last`,
    /// those words left out.
    pub fn near(&self, first: usize, last: usize, reach: u32) -> impl Iterator<Item = &Word> {
        let opens = self.words.get(first).map_or(0, |word| word.start);
        let closes = self.words.get(last).map_or(0, |word| word.end);
        let mut open = self.words.get(first).is_some_and(|word| !word.is(flag::FIRST));
        let before = self.words.get(..first).unwrap_or_default().iter().rev().take_while(move |word| {
            effort::spend(1);
            let within = open && word.end + reach >= opens;
            open = !word.is(flag::FIRST);
            within
        });
        let after = self.words.get(last + 1..).unwrap_or_default().iter();
        before.chain(after.take_while(move |word| !word.is(flag::FIRST) && word.start <= closes + reach))
    }
}
