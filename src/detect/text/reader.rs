//! The pass: classifies bytes, hashes words, finds sentences, notes triggers, masks what is not prose.
//!
//! Linear: every step moves forward, and the few looks ahead are bounded or consumed.

use super::class::{flags, lower};
use super::fold::{self, Fold, fold, hash};
use super::{Sentence, Text, Word, Zone, flag};

/// A line with this many signs of code is masked: `x = f();` has three, prose with one bracket none.
const CODE_SIGNS: u8 = 3;

/// Longer sentences are cut, so that whatever looks through a sentence takes bounded time.
const SENTENCE_MAX: u32 = 128;

/// Words that a full stop may follow without ending the sentence; single letters and short numbers need no entry.
const ABBREVIATIONS: &[u32] = &[
    hash("art"),
    hash("bijv"),
    hash("bv"),
    hash("bzw"),
    hash("ca"),
    hash("dhr"),
    hash("dr"),
    hash("drs"),
    hash("evt"),
    hash("excl"),
    hash("ggf"),
    hash("incl"),
    hash("inkl"),
    hash("ing"),
    hash("ir"),
    hash("jr"),
    hash("max"),
    hash("min"),
    hash("mevr"),
    hash("mio"),
    hash("mln"),
    hash("mr"),
    hash("mrs"),
    hash("ms"),
    hash("mw"),
    hash("nr"),
    hash("prof"),
    hash("resp"),
    hash("sr"),
    hash("st"),
    hash("str"),
    hash("tel"),
    hash("vs"),
    hash("zzgl"),
];

/// Reads a text; beyond 4 GiB nothing is read.
pub(crate) fn read(source: &str) -> Text<'_> {
    let mut reader = Reader::new(source);
    while let Some(byte) = reader.bytes.get(reader.at).copied() {
        if lower(byte) != 0 {
            reader.word();
        } else if byte < 0x80 {
            reader.mark(byte, reader.at + 1);
        } else {
            reader.beyond_ascii();
        }
    }
    reader.end_line();
    reader.text
}

struct Reader<'t> {
    text: Text<'t>,
    bytes: &'t [u8],
    at: usize,
    /// Flags that the next word starts with.
    next: u16,
    /// Where the run without white space began that we are in, and what it has held so far.
    run: usize,
    run_dotted: bool,
    run_at: bool,
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
            run: 0,
            run_dotted: false,
            run_at: false,
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
        lower(self.ascii_at(at)) != 0
    }

    fn is_space_at(&self, at: usize) -> bool {
        at >= self.bytes.len() || self.ascii_at(at).is_ascii_whitespace()
    }

    /// A word begins here.
    fn word(&mut self) {
        let start = self.at;
        let mut end = start;
        let mut hash = fold::SEED;
        let mut seen = 0u8;
        let mut capital = None;
        while let Some(byte) = self.bytes.get(self.at).copied() {
            let low = lower(byte);
            if low != 0 {
                hash = fold::step(hash, low);
                seen |= flags(byte);
                capital.get_or_insert(seen);
                self.at += 1;
                end = self.at;
                continue;
            }
            let Some((folded, after)) = (match byte {
                b'\'' => Some((Fold::Ascii(b'\''), self.at + 1)),
                0..0x80 => None,
                _ => self.char_at(self.at).map(|(c, after)| (fold(c), after)),
            }) else {
                break;
            };
            match folded {
                Fold::Ascii(b'\'') if self.is_word_at(after) && !fold::elides(hash) => {
                    hash = fold::step(hash, b'\'');
                }
                Fold::Ascii(ascii) if lower(ascii) != 0 => {
                    hash = fold::step(hash, lower(ascii));
                    seen |= flags(ascii);
                }
                Fold::Pair(one, two) => {
                    hash = fold::step(fold::step(hash, lower(one)), lower(two));
                    seen |= flags(one);
                }
                Fold::Foreign => {
                    hash = self.char_at(self.at).map_or(hash, |(c, _)| fold::step_foreign(hash, c));
                    seen |= flag::LOWER as u8;
                }
                Fold::Skip => {
                    self.at = after;
                    continue;
                }
                _ => break,
            }
            capital.get_or_insert(seen);
            self.at = after;
            end = after;
        }
        let capital = capital.is_some_and(|first| u16::from(first) & flag::UPPER != 0);
        self.push(start, end, fold::finish(hash), u16::from(seen) | if capital { flag::CAPITAL } else { 0 });
    }

    fn push(&mut self, start: usize, end: usize, hash: u32, seen: u16) {
        let place = self.text.words.len() as u32;
        let long = self.text.sentences.last().is_some_and(|sentence| place - sentence.first >= SENTENCE_MAX);
        let flags = seen | self.next | if long { flag::FIRST } else { 0 };
        if flags & flag::FIRST != 0 {
            self.text.sentences.push(Sentence { first: place, question: false });
        }
        if flags & flag::DIGIT != 0 && flags & flag::HASHTAG == 0 {
            self.text.numbers.push(place);
        }
        self.text.words.push(Word { hash, start: start as u32, end: end as u32, id: 0, flags });
        self.next = flag::GLUED;
        self.last = b'a';
    }

    fn beyond_ascii(&mut self) {
        let Some((c, after)) = self.char_at(self.at) else {
            self.at = self.bytes.len();
            return;
        };
        match fold(c) {
            Fold::Ascii(ascii) if lower(ascii) == 0 => self.mark(ascii, after),
            Fold::Ascii(_) | Fold::Pair(..) | Fold::Foreign => self.word(),
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
                self.run_at = true;
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
        self.run = self.at;
        self.run_dotted = false;
        self.run_at = false;
    }

    fn newline(&mut self, here: usize) {
        self.end_line();
        if self.bytes.get(self.line..here).is_some_and(<[u8]>::is_empty) {
            self.quote = None;
        }
        self.line = self.at;
        if !matches!(self.last, b',' | b':') {
            self.next |= flag::FIRST;
        }
        self.space();
    }

    /// Masks the line when it looks like code.
    fn end_line(&mut self) {
        if self.signs >= CODE_SIGNS {
            self.mask(self.line, self.at);
        }
        self.signs = 0;
    }

    fn stop(&mut self, ascii: u8) {
        if self.is_word_at(self.at) {
            if ascii == b'.' && self.next & flag::GLUED != 0 && self.last == b'a' {
                self.run_dotted = true;
                let begins = self.text.words.last().filter(|word| word.start as usize == self.run);
                if begins.is_some_and(|word| word.hash == hash("www")) {
                    self.mask_run();
                }
            }
            return;
        }
        if ascii == b'.' && self.last == b'a' && self.text.words.last().is_some_and(abbreviates) {
            return;
        }
        if ascii == b'?' && self.next & flag::FIRST == 0 {
            if let Some(sentence) = self.text.sentences.last_mut() {
                sentence.question = true;
            }
        }
        self.next |= flag::FIRST;
    }

    fn colon(&mut self) {
        self.next |= flag::CLAUSE;
        if self.ascii_at(self.at) == b'/' && self.ascii_at(self.at + 1) == b'/' && self.last == b'a' {
            self.mask_run();
        } else if self.is_word_at(self.at) && self.text.words.last().is_some_and(|word| word.hash == hash("urn")) {
            self.mask_run();
        } else if self.ascii_at(self.at) == b':' || self.last == b'"' {
            self.signs = self.signs.saturating_add(2);
        }
    }

    /// `lnkd.in/abc`: a dotted run whose last word is a name of letters goes on after a slash.
    fn slash(&mut self) {
        let named = self.text.words.last().is_some_and(|word| {
            !word.is(flag::DIGIT)
                && word.is(flag::GLUED)
                && word.end - word.start >= 2
                && word.start as usize > self.run
        });
        if self.run_dotted && !self.run_at && named && self.last == b'a' && self.is_word_at(self.at) {
            self.mask_run();
        } else if self.last == b'<' || self.ascii_at(self.at) == b'>' {
            self.signs = self.signs.saturating_add(2);
        }
    }

    fn quotation(&mut self, here: usize) {
        match self.quote.take() {
            Some(start) => self.text.quotes.push(Zone { start, end: self.at as u32 }),
            None => self.quote = Some(here as u32),
        }
    }

    fn backtick(&mut self, here: usize) {
        let rest = self.text.source.get(here..).unwrap_or_default();
        let close = if rest.starts_with("```") {
            rest.get(3..).and_then(|inner| inner.find("```")).map_or(1, |at| at + 6)
        } else {
            let inner = rest.get(1..).unwrap_or_default();
            inner
                .find(['`', '\n'])
                .filter(|at| inner.get(*at..).is_some_and(|end| end.starts_with('`')))
                .map_or(1, |at| at + 2)
        };
        if close > 1 {
            self.at = here + close;
            self.mask(here, self.at);
        }
    }

    fn bracket(&mut self, ascii: u8) {
        self.next |= flag::CLAUSE;
        if ascii == b')' && self.last == b'(' {
            self.signs = self.signs.saturating_add(2);
        }
    }

    fn semicolon(&mut self) {
        self.next |= flag::CLAUSE;
        if matches!(self.ascii_at(self.at), 0 | b'\n' | b'\r') {
            self.signs = self.signs.saturating_add(2);
        }
    }

    fn operator(&mut self, ascii: u8) {
        let doubled = self.ascii_at(self.at) == ascii || (ascii == b'=' && self.ascii_at(self.at) == b'>');
        let signs = if doubled { 2 } else { u8::from(ascii == b'=') };
        self.signs = self.signs.saturating_add(signs);
    }

    /// Masks from the beginning of the run up to white space, quotation marks or brackets that cannot be the address's.
    fn mask_run(&mut self) {
        let rest = self.text.source.get(self.at..).unwrap_or_default();
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '\u{200B}' | '”' | '»');
        let length = rest.find(ends).unwrap_or(rest.len());
        let address =
            rest.get(..length).unwrap_or_default().trim_end_matches(['.', ',', ';', '!', '?', ')', ']', '\'']);
        self.at += address.len();
        self.mask(self.run, self.at);
    }

    /// Makes a zone, and forgets the words and triggers already read from it.
    fn mask(&mut self, start: usize, end: usize) {
        while let Some(word) = self.text.words.pop_if(|word| word.start as usize >= start) {
            if word.is(flag::FIRST) {
                self.next |= flag::FIRST;
                self.text.sentences.pop();
            }
        }
        let left = self.text.words.len() as u32;
        while self.text.numbers.pop_if(|place| *place >= left).is_some() {}
        while self.text.ats.pop_if(|at| *at as usize >= start).is_some() {}
        while self.text.zones.pop_if(|zone| zone.start as usize >= start).is_some() {}
        self.text.zones.push(Zone { start: start as u32, end: end as u32 });
        self.last = b'/';
        self.space();
    }
}

/// Whether a full stop after this word need not end the sentence: `dr.`, `J.`, `1.`
fn abbreviates(word: &Word) -> bool {
    let length = word.end - word.start;
    length == 1 || (length == 2 && word.is_number()) || ABBREVIATIONS.contains(&word.hash)
}
