//! What is not prose: addresses of pages and resources, and code. The reader masks it.

use super::{DOTTED, Reader};
use crate::fold::hash;
use crate::{Zone, flag};

/// A line with this many signs of code is masked: `x = f();` has three, prose with one bracket none.
const CODE_SIGNS: u8 = 3;

impl Reader<'_> {
    /// Masks the line when it looks like code.
    pub(super) fn end_line(&mut self) {
        if self.signs >= CODE_SIGNS {
            self.mask(self.line, self.at);
        }
        self.signs = 0;
    }

    pub(super) fn colon(&mut self) {
        self.next |= flag::CLAUSE;
        let is_address = self.ascii_at(self.at) == b'/' && self.ascii_at(self.at + 1) == b'/';
        let is_name = self.is_word_at(self.at) && self.text.words.last().is_some_and(|word| word.hash == hash("urn"));
        if self.last == b'a' && (is_address || is_name) {
            self.mask_run();
        } else if self.ascii_at(self.at) == b':' || self.last == b'"' {
            self.signs = self.signs.saturating_add(2);
        }
    }

    /// `lnkd.in/abc`: a dotted run whose last word is a name of letters goes on after a slash.
    pub(super) fn slash(&mut self) {
        let named = self
            .text
            .words
            .last()
            .is_some_and(|word| !word.is(flag::DIGIT) && word.is(flag::GLUED) && word.end - word.start >= 2);
        if self.run == DOTTED && named && self.last == b'a' && self.is_word_at(self.at) {
            self.mask_run();
        } else if self.last == b'<' || self.ascii_at(self.at) == b'>' {
            self.signs = self.signs.saturating_add(2);
        }
    }

    pub(super) fn backtick(&mut self, here: usize) {
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

    pub(super) fn bracket(&mut self, ascii: u8) {
        self.next |= flag::CLAUSE;
        if ascii == b')' && self.last == b'(' {
            self.signs = self.signs.saturating_add(2);
        }
    }

    pub(super) fn semicolon(&mut self) {
        self.next |= flag::CLAUSE;
        if matches!(self.ascii_at(self.at), 0 | b'\n' | b'\r') {
            self.signs = self.signs.saturating_add(2);
        }
    }

    pub(super) fn operator(&mut self, ascii: u8) {
        let doubled = self.ascii_at(self.at) == ascii || (ascii == b'=' && self.ascii_at(self.at) == b'>');
        let signs = if doubled { 2 } else { u8::from(ascii == b'=') };
        self.signs = self.signs.saturating_add(signs);
    }

    /// Masks from the beginning of the run up to white space, quotation marks or brackets that cannot be the address's.
    pub(super) fn mask_run(&mut self) {
        let rest = self.text.source.get(self.at..).unwrap_or_default();
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '\u{200B}' | '”' | '»');
        let length = rest.find(ends).unwrap_or(rest.len());
        let address =
            rest.get(..length).unwrap_or_default().trim_end_matches(['.', ',', ';', '!', '?', ')', ']', '\'']);
        self.at += address.len();
        let run = self.text.words.iter().rev().find(|word| !word.is(flag::GLUED));
        self.mask(run.map_or(self.at, |word| word.start as usize), self.at);
    }

    /// Makes a zone, and forgets the words and triggers already read from it.
    fn mask(&mut self, start: usize, end: usize) {
        while let Some(word) = self.text.words.pop_if(|word| word.start as usize >= start) {
            if word.is(flag::FIRST) {
                self.next |= flag::FIRST;
                self.text.sentences.pop();
                self.sentence = self.text.sentences.last().map_or(0, |sentence| sentence.first);
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
