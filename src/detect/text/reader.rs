//! The pass: classifies bytes, hashes words, finds sentences, notes triggers, masks what is not prose.
//!
//! Linear: every step moves forward, and the few looks ahead are bounded or consumed.

mod mask;
mod sentences;

use super::class::{class, flags, lower};
use super::fold::{self, Fold, fold};
use super::{Sentence, Text, Word, flag};
use crate::effort;

/// Longer sentences are cut, so that whatever looks through a sentence takes bounded time.
const SENTENCE_MAX: u32 = 128;

/// Reads a text; beyond 4 GiB nothing is read.
pub fn read(source: &str) -> Text<'_> {
    let mut reader = Reader::new(source);
    loop {
        // Most of a text is words with single spaces between.
        reader.words();
        let Some(byte) = reader.bytes.get(reader.at).copied() else { break };
        effort::spend(1);
        if byte == b' ' {
            reader.at += 1;
            reader.space();
        } else if byte < 0x80 {
            reader.mark(byte, reader.at + 1);
        } else {
            reader.beyond_ascii();
        }
    }
    reader.end_line();
    reader.text
}

/// What a run of words may have held: a full stop inside it, an `@`.
const DOTTED: u8 = 1;
const AT: u8 = 2;

struct Reader<'t> {
    text: Text<'t>,
    bytes: &'t [u8],
    at: usize,
    /// Flags that the next word starts with.
    next: u16,
    /// Place of the first word of the sentence.
    sentence: u32,
    /// What the run of words without white space that we are in has held so far.
    run: u8,
    /// Where the line began, and its signs of code.
    line: usize,
    signs: u8,
    /// The last character that was not white space.
    last: u8,
    /// Where a quotation was opened.
    quote: Option<u32>,
}

impl<'t> Reader<'t> {
    fn new(source: &'t str) -> Self {
        let readable = u32::try_from(source.len()).map_or("", |_| source);
        Reader {
            text: Text {
                source: readable,
                words: Vec::with_capacity(readable.len() / 6 + 4),
                sentences: Vec::with_capacity(readable.len() / 64 + 4),
                ats: Vec::new(),
                numbers: Vec::new(),
                zones: Vec::new(),
                quotes: Vec::new(),
            },
            bytes: readable.as_bytes(),
            at: 0,
            next: flag::FIRST,
            sentence: 0,
            run: 0,
            line: 0,
            signs: 0,
            last: b'\n',
            quote: None,
        }
    }

    /// The character at an offset and the offset after it.
    fn char_at(&self, at: usize) -> Option<(char, usize)> {
        let c = self.text.source.get(at..)?.chars().next()?;
        Some((c, at + c.len_utf8()))
    }

    /// The character here and the offset after it. Most are ASCII, also in words that are not.
    #[inline(always)]
    fn next_char(&self) -> Option<(char, usize)> {
        match self.bytes.get(self.at) {
            Some(byte @ 0..0x80) => Some((char::from(*byte), self.at + 1)),
            _ => self.char_at(self.at),
        }
    }

    /// The folded ASCII at an offset; 0 at the end and for what has none.
    fn ascii_at(&self, at: usize) -> u8 {
        match self.bytes.get(at) {
            Some(byte) if *byte < 0x80 => *byte,
            Some(_) => match self.char_at(at).map(|(c, _)| fold(c)) {
                Some(Fold::Ascii(ascii) | Fold::Pair(ascii, _)) => ascii,
                Some(Fold::Foreign) => b'x',
                _ => 0,
            },
            None => 0,
        }
    }

    fn is_word_at(&self, at: usize) -> bool {
        lower(class(self.ascii_at(at))) != 0
    }

    fn is_space_at(&self, at: usize) -> bool {
        at >= self.bytes.len() || self.ascii_at(at).is_ascii_whitespace()
    }

    /// Reads words of ASCII with single spaces between, as far as they go.
    ///
    /// What changes with each of them is kept in variables, because memory is slow where wasm is lowered.
    fn words(&mut self) {
        let bytes = self.bytes;
        let mut at = self.at;
        let mut next = self.next;
        while let Some(first) = bytes.get(at).map(|byte| class(*byte)).filter(|class| lower(*class) != 0) {
            let start = at;
            let mut hash = fold::step(fold::SEED, lower(first));
            let mut seen = first;
            at += 1;
            let end = loop {
                let Some(byte) = bytes.get(at) else { break b'\n' };
                let class = class(*byte);
                if lower(class) == 0 {
                    break *byte;
                }
                hash = fold::step(hash, lower(class));
                seen |= class;
                at += 1;
            };
            effort::spend(at - start);
            if end == b'\'' || end >= 0x80 {
                (self.at, self.next) = (at, next);
                self.long_way(start, hash, flags(seen), flags(first));
                return;
            }
            if next == 0 {
                self.push_plain(start, at, hash, flags(seen), flags(first));
            } else {
                self.push(start, at, hash, flags(seen), flags(first), next);
            }
            if end != b' ' {
                next = flag::GLUED;
                break;
            }
            at += 1;
            next = 0;
        }
        (self.at, self.next) = (at, next);
    }

    /// Goes on with a word that holds more than ASCII letters and digits.
    #[inline(never)]
    fn long_way(&mut self, start: usize, mut hash: u32, mut seen: u16, mut first: u16) {
        let mut end = self.at;
        while let Some((c, after)) = self.next_char() {
            effort::spend(1);
            match fold(c) {
                // In words only: `we're`, but not `'90` or `1'000`.
                Fold::Ascii(b'\'') if seen & flag::DIGIT == 0 && self.is_word_at(after) && !fold::elides(hash) => {
                    hash = fold::step(hash, b'\'');
                }
                Fold::Ascii(ascii) if lower(class(ascii)) != 0 => {
                    hash = fold::step(hash, lower(class(ascii)));
                    seen |= flags(class(ascii));
                }
                Fold::Pair(one, two) => {
                    hash = fold::step(fold::step(hash, lower(class(one))), lower(class(two)));
                    seen |= flags(class(one));
                }
                Fold::Foreign => {
                    hash = fold::step_foreign(hash, c);
                    seen |= flag::LOWER;
                }
                Fold::Skip => {
                    self.at = after;
                    continue;
                }
                _ => break,
            }
            first = if first == 0 { seen } else { first };
            self.at = after;
            end = after;
        }
        self.push(start, end, hash, seen, first, self.next);
        self.next = flag::GLUED;
    }

    /// Keeps a word: its hash before it is finished, what it holds, what its first character is, and how it stands.
    #[inline(always)]
    fn push(&mut self, start: usize, end: usize, hash: u32, seen: u16, first: u16, stands: u16) {
        let place = self.text.words.len() as u32;
        let mut flags = seen | stands | ((first & flag::UPPER) * flag::CAPITAL);
        if flags & flag::GLUED == 0 {
            self.run = 0;
        }
        if flags & flag::FIRST != 0 || place - self.sentence >= SENTENCE_MAX {
            flags |= flag::FIRST;
            self.sentence = place;
            self.text.sentences.push(Sentence { first: place, question: false });
        }
        if flags & (flag::DIGIT | flag::HASHTAG) == flag::DIGIT {
            self.text.numbers.push(place);
        }
        let hash = fold::finish(hash);
        self.text.words.push(Word { hash, start: start as u32, end: end as u32, id: 0, flags });
        self.last = b'a';
    }

    /// The same for a word behind a single space and another word, of which there is less to say.
    #[inline(always)]
    fn push_plain(&mut self, start: usize, end: usize, hash: u32, seen: u16, first: u16) {
        let place = self.text.words.len() as u32;
        if seen & flag::DIGIT != 0 || place - self.sentence >= SENTENCE_MAX {
            return self.push(start, end, hash, seen, first, 0);
        }
        (self.run, self.last) = (0, b'a');
        let flags = seen | ((first & flag::UPPER) * flag::CAPITAL);
        let hash = fold::finish(hash);
        self.text.words.push(Word { hash, start: start as u32, end: end as u32, id: 0, flags });
    }

    fn beyond_ascii(&mut self) {
        let Some((c, after)) = self.char_at(self.at) else {
            self.at = self.bytes.len();
            return;
        };
        match fold(c) {
            Fold::Ascii(ascii) if lower(class(ascii)) == 0 => self.mark(ascii, after),
            Fold::Ascii(_) | Fold::Pair(..) | Fold::Foreign => self.long_way(self.at, fold::SEED, 0, 0),
            Fold::Skip => self.at = after,
            Fold::Symbol => {
                self.at = after;
                self.space();
            }
        }
    }

    /// A character that is no part of a word, and the offset after it.
    fn mark(&mut self, ascii: u8, after: usize) {
        let here = self.at;
        self.at = after;
        match ascii {
            b' ' | b'\t' | b'\r' => return self.space(),
            b'\n' => return self.newline(here),
            b'.' | b'!' | b'?' => self.stop(ascii),
            b':' => self.colon(),
            b'/' => self.slash(),
            b'@' if self.last == b'a' && self.next & flag::GLUED != 0 => {
                self.text.ats.push(here as u32);
                self.run |= AT;
            }
            b'@' => self.next |= flag::MENTION,
            b'#' if self.is_word_at(after) => self.next |= flag::HASHTAG,
            b'"' => self.quotation(here),
            b'`' => return self.backtick(here),
            b',' | b'-' if self.is_space_at(after) => self.next |= flag::CLAUSE,
            b'(' | b')' => self.bracket(ascii),
            b'{' | b'}' => self.signs = self.signs.saturating_add(1),
            b';' => self.semicolon(),
            b'=' | b'<' | b'&' | b'|' => self.operator(ascii),
            _ => {}
        }
        self.last = ascii;
    }

    fn space(&mut self) {
        self.next &= !(flag::GLUED | flag::HASHTAG | flag::MENTION);
    }
}
