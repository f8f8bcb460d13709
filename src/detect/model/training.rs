//! What the trainer sees of a text: the features of its sentences.

use super::{features, tokens};
use crate::Kind;
use std::ops::Range;
use text::read;

/// The kinds that the model tells apart, in the order of its weights.
pub const KINDS: [Kind; super::weights::KINDS.len()] = super::weights::KINDS;

/// One sentence.
pub struct Sentence {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Its features; one that occurs twice counts twice.
    pub features: Vec<u32>,
}

/// How much a feature counts while it is learnt, beside a word.
pub fn value(feature: u32) -> f32 {
    features::value(feature)
}

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let text = read(text);
    let identifiers = detectors::find(&text);
    let tokens = tokens::tokens(&text, &identifiers);
    let passages = features::passages(&text, &tokens, true);
    let sentences = passages.iter().filter_map(|passage| {
        let words = text.words.get(passage.words.clone())?;
        let mut features = Vec::new();
        passage.each(|feature, _| features.push(feature));
        Some(Sentence { span: words.first()?.start as usize..words.last()?.end as usize, features })
    });
    sentences.collect()
}
