//! What the model weighs: everything about one sentence that may tell a disclosure, each as one number.

use super::concepts;
#[cfg(feature = "train")]
use super::feature::SORT_SHIFT;
use super::feature::{Sort, feature};
use super::tokens::Token;
use std::ops::Range;
use text::Text;

/// Concepts that a concept is paired with: those before it in the sentence, the nearest ones.
const PAIRED: usize = 10;

/// How much a feature counts while it is learnt, beside a word: a concept is worth more examples than a word is, because what is learnt
/// about it holds for words that no example uses.
#[cfg(feature = "train")]
pub(super) fn value(feature: u32) -> f32 {
    const CONCEPT: u32 = Sort::Concept as u32;
    const CONCEPTS: u32 = Sort::Concepts as u32;
    match feature >> SORT_SHIFT {
        CONCEPT => 3.0,
        CONCEPTS => 0.7,
        _ => 1.0,
    }
}

/// The words of a sentence so far, so that each counts once. A word whose bit
/// another has taken is lost: one in a hundred of a sentence of twenty.
#[derive(Default)]
struct Seen([u32; 32]);

impl Seen {
    fn is_new(&mut self, hash: u32) -> bool {
        let Some(bits) = self.0.get_mut((hash >> 5 & 31) as usize) else { return false };
        let bit = 1 << (hash & 31);
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }
}

/// One sentence.
pub(super) struct Passage<'t> {
    tokens: &'t [Token],
    /// Places of its words in the text.
    pub(super) words: Range<usize>,
    question: bool,
}

/// The sentences of a text in which a concept is said that tells something; all of them when `every` is set, to learn from.
pub(super) fn passages<'t>(text: &Text, tokens: &'t [Token], every: bool) -> Vec<Passage<'t>> {
    let ends = text.sentences.iter().skip(1).map(|sentence| sentence.first as usize).chain([tokens.len()]);
    let sentences = text.sentences.iter().zip(ends).filter_map(|(sentence, end)| {
        let words = sentence.first as usize..end;
        let tokens = tokens.get(words.clone())?;
        let is_weighed = every || tokens.iter().flat_map(Token::concepts).any(concepts::is_telling);
        is_weighed.then_some(Passage { tokens, words, question: sentence.question })
    });
    sentences.collect()
}

impl Passage<'_> {
    /// Calls `visit` with every feature and the place in the sentence that it is about.
    pub(super) fn each(&self, mut visit: impl FnMut(u32, usize)) {
        let mut said = [0; PAIRED];
        let mut count = 0;
        let mut seen = Seen::default();
        for (place, token) in self.tokens.iter().enumerate() {
            if token.hash == 0 || !seen.is_new(token.hash) {
                continue;
            }
            visit(feature(Sort::Word, token.hash, 0), place);
            for concept in token.concepts() {
                let name = concepts::name_hash(concept);
                visit(feature(Sort::Concept, name, 0), place);
                if self.question {
                    visit(feature(Sort::Question, name, 0), place);
                }
                for other in said.iter().take(count) {
                    visit(feature(Sort::Concepts, *other, name), place);
                }
            }
            for concept in token.concepts() {
                said.rotate_right(1);
                said[0] = concepts::name_hash(concept);
                count = (count + 1).min(PAIRED);
            }
        }
    }
}
