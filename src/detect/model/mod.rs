//! Disclosures told in words that no phrase foresaw: a small linear model over each sentence.
//!
//! A sentence is words, and above all concepts (`concepts/*.toml`) and pairs of those. Each of these features has a weight for every kind it
//! tells something about; their sum beside the kind's threshold decides. A sentence without any telling concept is passed over, which is what
//! makes this quick. `./build.sh train` learns the weights from tools/model/corpus, where all sentences are invented.

mod affix;
mod concepts;
mod feature;
mod features;
mod letters;
mod tokens;
#[cfg(feature = "train")]
pub mod training;
mod weights;

use super::{Finding, Kind};
use features::Passage;
use text::{Text, effort, fold};
use weights::{KINDS, RULES};

/// Sums of weights, one for each kind that the model knows.
type Scores = [i32; KINDS.len()];

/// In one text a kind's second finding, and every further one, must be this much surer than its best.
const AGAIN: i32 = 64;

/// Adds what the model finds: at most one finding of a kind in a sentence, and none where a finding of its kind is already.
pub(super) fn add(text: &Text, identifiers: &[Finding], findings: &mut Vec<Finding>) {
    let tokens = tokens::tokens(text, identifiers);
    let passages = features::passages(text, &tokens, false);
    let mut best = [i32::MIN; KINDS.len()];
    let mut over = Vec::new();
    for passage in &passages {
        let scores = score(passage);
        let mut is_over = false;
        for ((best, score), threshold) in best.iter_mut().zip(scores).zip(weights::THRESHOLDS) {
            *best = score.max(*best);
            is_over |= score >= threshold;
        }
        if is_over {
            over.push((passage, scores));
        }
    }
    let known = findings.len();
    for (passage, scores) in over {
        let sums = scores.into_iter().zip(best).zip(weights::THRESHOLDS);
        for (place, (kind, ((score, best), threshold))) in KINDS.into_iter().zip(sums).enumerate() {
            let needed = if score == best { threshold } else { threshold + AGAIN };
            let known = findings.get(..known).unwrap_or_default();
            if score >= needed
                && !known.iter().any(|finding| finding.kind == kind && overlaps(text, passage, finding))
                && let Some((start, end)) = stretch(text, passage, place)
            {
                findings.push(Finding {
                    kind,
                    start,
                    end,
                    severity: kind.severity(),
                    confidence: weights::confidence(score - threshold),
                    rule: RULES.get(place).copied().unwrap_or_default(),
                });
            }
        }
    }
}

/// The sums of a sentence.
fn score(passage: &Passage) -> Scores {
    let mut scores = weights::BIASES;
    passage.each(|feature, _| {
        effort::spend(1);
        weights::add(feature, &mut scores);
    });
    scores
}

/// Whether a finding lies in this sentence.
fn overlaps(text: &Text, passage: &Passage, finding: &Finding) -> bool {
    let word = |place: usize| text.words.get(place);
    let starts = word(passage.words.start).is_some_and(|word| finding.end > word.start as usize);
    starts && word(passage.words.end - 1).is_some_and(|word| finding.start < word.end as usize)
}

/// The words of a sentence that speak most for a kind: the stretch with the highest sum.
fn stretch(text: &Text, passage: &Passage, kind: usize) -> Option<(usize, usize)> {
    let mut sums = vec![0i32; passage.words.len()];
    passage.each(|feature, place| {
        if let Some(sum) = sums.get_mut(place) {
            *sum += weights::of(feature, kind);
        }
    });
    let (mut best, mut from, mut sum) = ((i32::MIN, 0, 0), 0, 0);
    for (place, weight) in sums.into_iter().enumerate() {
        if sum <= 0 {
            (sum, from) = (0, place);
        }
        sum += weight;
        if sum > best.0 {
            best = (sum, from, place);
        }
    }
    let word = |place: usize| text.words.get(passage.words.start + place);
    Some((word(best.1)?.start as usize, word(best.2)?.end as usize))
}
