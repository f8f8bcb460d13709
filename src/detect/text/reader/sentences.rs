//! Where a sentence begins and ends, and what stands in quotation marks.

use super::{DOTTED, Reader};
use crate::fold::hash;
use crate::names::{Names, names};
use crate::{Word, Zone, flag};

/// Words that a full stop may follow without ending the sentence; single letters and short numbers need no entry.
static ABBREVIATIONS: Names = names![
    "art" "bijv" "bv" "bzw" "ca" "dhr" "dr" "drs" "evt" "excl" "geb" "ggf" "incl" "inkl" "ing" "ir" "jr" "max" "min" "mevr"
    "mio" "mln" "mr" "mrs" "ms" "mw" "nr" "prof" "resp" "sr" "st" "str" "tel" "vs" "zzgl"
];

impl Reader<'_> {
    pub(super) fn newline(&mut self, here: usize) {
        self.end_line();
        let is_empty = self.bytes.get(self.line..here).is_some_and(<[u8]>::is_empty);
        if is_empty {
            self.quote = None;
        }
        self.line = self.at;
        let goes_on = match self.last {
            b':' => true,
            b',' => !is_empty,
            b'a' => !is_empty && self.ascii_at(self.at).is_ascii_lowercase(),
            _ => false,
        };
        if !goes_on {
            self.next |= flag::FIRST;
        }
        self.space();
    }

    pub(super) fn stop(&mut self, ascii: u8) {
        if self.is_word_at(self.at) {
            if ascii == b'.' && self.next & flag::GLUED != 0 && self.last == b'a' {
                self.run |= DOTTED;
                let begins = self.text.words.last().filter(|word| !word.is(flag::GLUED));
                if begins.is_some_and(|word| word.hash == hash("www")) {
                    self.mask_run();
                }
            }
            return;
        }
        if ascii == b'.' && self.last == b'a' && self.text.words.last().is_some_and(abbreviates) {
            return;
        }
        if ascii == b'?'
            && self.next & flag::FIRST == 0
            && let Some(sentence) = self.text.sentences.last_mut()
        {
            sentence.question = true;
        }
        self.next |= flag::FIRST;
    }

    pub(super) fn quotation(&mut self, here: usize) {
        match self.quote.take() {
            Some(start) => self.text.quotes.push(Zone { start, end: self.at as u32 }),
            None => self.quote = Some(here as u32),
        }
    }
}

/// Whether a full stop after this word need not end the sentence: `dr.`, `J.`, `1.`
fn abbreviates(word: &Word) -> bool {
    let length = word.end - word.start;
    length == 1 || (length == 2 && word.is_number()) || ABBREVIATIONS.has(word)
}
