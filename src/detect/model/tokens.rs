//! The words of a text as the model sees them: what they are about, what they look like.

use super::concepts::{self, Concept, Said};
use crate::Finding;
use text::names::{Names, names};
use text::{Text, Word, flag};

/// What is no word of the concept files, but read from how a word is written: numbered after the concepts.
pub(super) mod shape {
    use crate::model::concepts::{Concept, NAMES};

    const FIRST: Concept = NAMES.len() as Concept + 1;
    /// A capitalised word that does not begin a sentence and that nothing is known of.
    pub(crate) const NAME: Concept = FIRST;
    /// The same in a text in German, where every noun is capitalised.
    pub(crate) const NOUN: Concept = FIRST + 1;
    /// Digits.
    pub(crate) const NUMBER: Concept = FIRST + 2;
    /// A year.
    pub(crate) const YEAR: Concept = FIRST + 3;
    /// A number with a sign of money.
    pub(crate) const MONEY: Concept = FIRST + 4;
    /// A number with a percent sign.
    pub(crate) const PERCENT: Concept = FIRST + 5;
    /// Somebody tagged.
    pub(crate) const MENTION: Concept = FIRST + 6;
    /// Concepts and shapes, none included.
    pub(crate) const COUNT: usize = FIRST as usize + 7;
}

/// One word of a text.
#[derive(Clone, Copy, Default)]
pub(super) struct Token {
    pub(super) hash: u32,
    concepts: [Concept; 2],
}

impl Token {
    /// What it says.
    pub(super) fn concepts(&self) -> impl Iterator<Item = Concept> + use<> {
        self.concepts.into_iter().filter(|concept| *concept != 0)
    }
}

/// All words of a text. The words of a phrase after its first say nothing by themselves, and those of identifiers nothing at all:
/// an account number is no figure of the business.
pub(super) fn tokens(text: &Text, identifiers: &[Finding]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.words.len());
    let mut inside = 0;
    let german = is_german(text);
    let mut identifiers = identifiers.iter().peekable();
    for (place, word) in text.words.iter().enumerate() {
        while identifiers.next_if(|finding| finding.end <= word.start as usize).is_some() {}
        if identifiers.peek().is_some_and(|finding| finding.start < word.end as usize) {
            tokens.push(Token::default());
            continue;
        }
        let rest = text.words.get(place + 1..).unwrap_or_default();
        let mut said = if inside > 0 { Said::default() } else { concepts::said(text, word, rest) };
        if inside > 0 {
            inside -= 1;
        } else if said.words > 1 {
            inside = said.words - 1;
        }
        if said.concepts == [0, 0] && inside == 0 {
            said.concepts = [shape_of(text, place, word, german), 0];
        }
        tokens.push(Token { hash: word.hash, concepts: said.concepts });
    }
    tokens
}

fn shape_of(text: &Text, place: usize, word: &Word, german: bool) -> Concept {
    if word.is(flag::MENTION) {
        return shape::MENTION;
    }
    if word.is(flag::DIGIT) {
        if goes_on(text, place) {
            return 0;
        }
        let source = text.source;
        let before = source.get(..word.start as usize).unwrap_or_default().trim_end_matches(' ');
        let after = source.get(word.end as usize..).unwrap_or_default();
        if before.ends_with(['€', '$', '£']) || after.trim_start().starts_with(['€', '$', '£']) {
            return shape::MONEY;
        }
        if after.trim_start().starts_with('%') {
            return shape::PERCENT;
        }
        let is_year = word.is_number()
            && word.end - word.start == 4
            && source
                .get(word.start as usize..)
                .is_some_and(|digits| digits.starts_with("20") || digits.starts_with("19"));
        return if is_year { shape::YEAR } else { shape::NUMBER };
    }
    match word.is(flag::CAPITAL) && !word.is(flag::FIRST | flag::HASHTAG) {
        true if german => shape::NOUN,
        true => shape::NAME,
        false => 0,
    }
}

/// Whether a number is part of a longer one, of a date or of a time: `2.400`, `12/06`, `7:45`, `0031 20`.
fn goes_on(text: &Text, place: usize) -> bool {
    let is_number = |place: usize| text.words.get(place).is_some_and(|word| word.is(flag::DIGIT));
    let before = place > 0 && is_number(place - 1);
    let is_glued = |place: usize, marks: &[u8]| {
        text.gap(place).is_some_and(|[mark, rest @ ..]| rest == [0; 3] && marks.contains(&mark))
    };
    (before && is_glued(place, b".,:/- ")) || (is_number(place + 1) && is_glued(place + 1, b"/:-"))
}

/// Whether most of the small words that tell languages apart are German.
fn is_german(text: &Text) -> bool {
    static GERMAN: Names = names!["und" "der" "das" "ist" "nicht" "wir" "ich" "mit" "fur" "ein" "eine" "auf"];
    static OTHERS: Names = names!["de" "het" "een" "en" "the" "and" "to" "is" "of" "le" "la" "et"];
    let count = |names: &Names| text.words.iter().take(60).filter(|word| names.has(word)).count();
    count(&GERMAN) > count(&OTHERS)
}

const _: () = assert!(shape::COUNT <= 256, "a concept's number is a byte");
