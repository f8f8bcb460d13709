//! What the model weighs: everything about one sentence that may tell a disclosure, each as one number.

use super::concepts::{self, Concept};
use super::tokens::{Token, shape};
use crate::detect::text::{Text, fold};
use std::ops::Range;

/// Concepts that a concept is paired with: those before it in the sentence, the nearest ones.
const PAIRED: usize = 10;
/// Words of a sentence are counted in steps of this many.
const LENGTH_STEP: u32 = 4;

/// What sort of thing a feature is, so that the same word counts apart in each: the highest four bits of its number.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Sort {
    Word = 1,
    Stem,
    Pair,
    Concept,
    Concepts,
    Before,
    After,
    Question,
    Length,
}

/// Place of the sort in a feature.
const SORT_SHIFT: u32 = 28;

/// How much a feature counts while it is learnt, beside a word: a concept is worth more examples than a word is, because what is learnt
/// about it holds for words that no example uses; what stands in the sentence before or after is worth less.
#[cfg(feature = "train")]
pub(super) fn value(feature: u32) -> f32 {
    const CONCEPT: u32 = Sort::Concept as u32;
    const CONCEPTS: u32 = Sort::Concepts as u32;
    const BEFORE: u32 = Sort::Before as u32;
    const AFTER: u32 = Sort::After as u32;
    const LENGTH: u32 = Sort::Length as u32;
    match feature >> SORT_SHIFT {
        CONCEPT => 3.0,
        CONCEPTS => 0.7,
        BEFORE | AFTER | LENGTH => 0.3,
        _ => 1.0,
    }
}

/// A set of concepts.
#[derive(Clone, Copy, Default)]
struct ConceptSet([u32; 8]);

impl ConceptSet {
    fn of(tokens: &[Token]) -> ConceptSet {
        let mut set = ConceptSet::default();
        for concept in tokens.iter().flat_map(Token::concepts) {
            if let Some(bits) = set.0.get_mut(usize::from(concept / 32)) {
                *bits |= 1 << (concept % 32);
            }
        }
        set
    }

    fn each(self) -> impl Iterator<Item = Concept> {
        self.0.into_iter().zip(0..).flat_map(|(bits, high): (u32, u8)| {
            let mut left = bits;
            std::iter::from_fn(move || {
                let low = left.trailing_zeros();
                left &= left.wrapping_sub(1);
                (low < 32).then(|| high * 32 + low as Concept)
            })
        })
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

/// One sentence and what stands around it.
pub(super) struct Passage<'t> {
    tokens: &'t [Token],
    /// Places of its words in the text.
    pub(super) words: Range<usize>,
    question: bool,
    own: ConceptSet,
    before: ConceptSet,
    after: ConceptSet,
}

/// The sentences of a text.
pub(super) fn passages<'t>(text: &Text, tokens: &'t [Token]) -> Vec<Passage<'t>> {
    let mut passages: Vec<Passage> = Vec::with_capacity(text.sentences.len());
    let ends = text.sentences.iter().skip(1).map(|sentence| sentence.first as usize).chain([tokens.len()]);
    let mut before = ConceptSet::default();
    for (sentence, end) in text.sentences.iter().zip(ends) {
        let words = sentence.first as usize..end;
        let tokens = tokens.get(words.clone()).unwrap_or_default();
        let own = ConceptSet::of(tokens);
        if let Some(last) = passages.last_mut() {
            last.after = own;
        }
        let after = ConceptSet::default();
        passages.push(Passage { tokens, words, question: sentence.question, own, before, after });
        before = own;
    }
    passages
}

impl Passage<'_> {
    /// Calls `visit` with every feature and the place in the sentence that it is about; what is about the whole sentence has none.
    pub(super) fn each(&self, mut visit: impl FnMut(u32, Option<usize>)) {
        let mut said = [0; PAIRED];
        let mut count = 0;
        let mut seen = Seen::default();
        for (place, token) in self.tokens.iter().enumerate() {
            let here = Some(place);
            if token.hash == 0 || !seen.is_new(token.hash) {
                continue;
            }
            visit(feature(Sort::Word, token.hash, 0), here);
            for stem in token.stems.into_iter().filter(|stem| *stem != 0) {
                visit(feature(Sort::Stem, stem, 0), here);
            }
            if let Some(next) = self.tokens.get(place + 1) {
                visit(feature(Sort::Pair, token.hash, next.hash), here);
            }
            for concept in token.concepts() {
                let name = concepts::name_hash(concept);
                visit(feature(Sort::Concept, name, 0), here);
                for other in said.iter().take(count) {
                    visit(feature(Sort::Concepts, *other, name), here);
                }
            }
            for concept in token.concepts() {
                said.rotate_right(1);
                said[0] = concepts::name_hash(concept);
                count = (count + 1).min(PAIRED);
            }
        }
        for concept in self.before.each() {
            visit(feature(Sort::Before, concepts::name_hash(concept), 0), None);
        }
        for concept in self.after.each() {
            visit(feature(Sort::After, concepts::name_hash(concept), 0), None);
        }
        if self.question {
            visit(feature(Sort::Question, 0, 0), None);
            for concept in self.own.each() {
                visit(feature(Sort::Question, concepts::name_hash(concept), 0), None);
            }
        }
        visit(feature(Sort::Length, self.tokens.len() as u32 / LENGTH_STEP, 0), None);
    }
}

/// A number for a feature, the same in every build: concepts go in by name.
#[inline(always)]
fn feature(sort: Sort, one: u32, two: u32) -> u32 {
    let mixed = fold::finish(one.wrapping_mul(0x85EB_CA6B).wrapping_add(two.rotate_left(15)).wrapping_add(sort as u32));
    mixed >> (32 - SORT_SHIFT) | (sort as u32) << SORT_SHIFT
}

const _: () = assert!(shape::COUNT <= 256, "a set of concepts has 256 bits");
