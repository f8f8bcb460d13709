//! How well the weights do: thresholds from the texts held back, and tables as the labels count.

use crate::Post;
use crate::corpus::{Example, kind_of};
use crate::learn::Sample;
use anyhow::{Context, Result};
use deksel::detect::training::KINDS;
use std::{fs, path::Path};

/// A kind's threshold is never so low that its findings on the texts held back are right less often than this.
const PRECISION: f32 = 0.6;

/// As in src/detect/model/mod.rs.
const AGAIN: i32 = 64;

fn score(sample: &Sample, weights: &[i32]) -> i32 {
    let bias = weights.last().copied().unwrap_or(0);
    bias + sample.features.iter().map(|at| weights[*at as usize].clamp(-127, 127)).sum::<i32>()
}

/// What a threshold gives: labels, labels found, findings, findings that are right.
#[derive(Clone, Copy, Default)]
struct Count {
    labels: usize,
    found: usize,
    findings: usize,
    right: usize,
}

impl Count {
    fn precision(self) -> f32 {
        self.right as f32 / (self.findings as f32).max(1.0)
    }

    fn recall(self) -> f32 {
        self.found as f32 / (self.labels as f32).max(1.0)
    }

    fn f1(self) -> f32 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }

    fn add(&mut self, other: Count) {
        self.labels += other.labels;
        self.found += other.found;
        self.findings += other.findings;
        self.right += other.right;
    }
}

fn count(post: &Post, kind: usize, scores: &[i32], threshold: i32) -> Count {
    let marks: Vec<_> =
        post.example.marks.iter().filter(|(known, _)| *known == KINDS[kind]).map(|(_, mark)| mark).collect();
    let best = scores.iter().copied().max().unwrap_or(i32::MIN);
    let is_found = |score: i32| score >= threshold && (score == best || score >= threshold + AGAIN);
    let findings: Vec<_> =
        post.spans.iter().zip(scores).filter(|(_, score)| is_found(**score)).map(|(span, _)| span).collect();
    let meet = |one: &std::ops::Range<usize>, two: &std::ops::Range<usize>| one.start < two.end && two.start < one.end;
    Count {
        labels: marks.len(),
        found: marks.iter().filter(|mark| findings.iter().any(|finding| meet(finding, mark))).count(),
        findings: findings.len(),
        right: findings.iter().filter(|finding| marks.iter().any(|mark| meet(finding, mark))).count(),
    }
}

/// For each kind the threshold with the best F1.
pub fn thresholds(posts: &[Post], weights: &[Vec<i32>]) -> Vec<i32> {
    let best = |kind: usize| {
        let scores: Vec<Vec<i32>> = posts
            .iter()
            .map(|post| post.samples.iter().map(|sample| score(sample, &weights[kind])).collect())
            .collect();
        let at = |threshold: i32| {
            let mut total = Count::default();
            for (post, scores) in posts.iter().zip(&scores) {
                total.add(count(post, kind, scores, threshold));
            }
            total
        };
        let tried = (-60..=90).step_by(3).map(|threshold| (threshold, at(threshold)));
        let tried = tried.filter(|(_, count)| count.precision() >= PRECISION);
        // Neighbouring thresholds give about the same: smooth over them, so that chance decides less.
        let tried: Vec<(i32, f32)> = tried.map(|(threshold, count)| (threshold, count.f1())).collect();
        let smooth = tried.windows(5).map(|five| (five[2].0, five.iter().map(|(_, f1)| f1).sum::<f32>()));
        smooth.fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best }).0
    };
    (0..KINDS.len()).map(best).collect()
}

/// Prints precision, recall and F1 of each kind and over all.
pub fn table(posts: &[Post], weights: &[Vec<i32>], thresholds: &[i32], worst: usize) {
    let mut totals = vec![Count::default(); KINDS.len()];
    let (mut empty, mut false_on_empty) = (0, 0);
    let mut shown = 0;
    for post in posts {
        let mut findings = 0;
        for (kind, total) in totals.iter_mut().enumerate() {
            let scores: Vec<i32> = post.samples.iter().map(|sample| score(sample, &weights[kind])).collect();
            let counted = count(post, kind, &scores, thresholds[kind]);
            findings += counted.findings;
            total.add(counted);
            if shown < worst && (counted.found < counted.labels || counted.right < counted.findings) {
                shown += 1;
                let what = if counted.found < counted.labels { "missed" } else { "false" };
                println!(
                    "{what}\t{}\t{}\t{:?} < {}\t{}",
                    KINDS[kind].name(),
                    post.example.place,
                    scores,
                    thresholds[kind],
                    post.example.text.replace('\n', " / ")
                );
            }
        }
        if post.example.marks.is_empty() {
            empty += 1;
            false_on_empty += findings;
        }
    }
    let mut all = Count::default();
    println!("{:14} {:>6} {:>8} {:>6} {:>6} {:>6} {:>5}", "kind", "labels", "findings", "prec", "rec", "F1", "from");
    for ((kind, total), threshold) in KINDS.iter().zip(&totals).zip(thresholds) {
        all.add(*total);
        println!(
            "{:14} {:6} {:8} {:6.3} {:6.3} {:6.3} {threshold:5}",
            kind.name(),
            total.labels,
            total.findings,
            total.precision(),
            total.recall(),
            total.f1()
        );
    }
    let labelled: Vec<f32> = totals.iter().filter(|total| total.labels > 0).map(|total| total.f1()).collect();
    println!(
        "{:14} {:6} {:8} {:6.3} {:6.3} {:6.3}   macro {:.3}, false per 100 empty {:.1} ({empty})",
        "all",
        all.labels,
        all.findings,
        all.precision(),
        all.recall(),
        all.f1(),
        labelled.iter().sum::<f32>() / labelled.len().max(1) as f32,
        100.0 * false_on_empty as f32 / (empty as f32).max(1.0),
    );
}

/// Reads labelled examples: `{"text", "labels": [{"kind", "quote"}]}` a line.
pub fn labelled(path: &Path) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for line in fs::read_to_string(path).with_context(|| path.display().to_string())?.lines() {
        let row: serde_json::Value = serde_json::from_str(line)?;
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let mut marks = Vec::new();
        for label in row["labels"].as_array().into_iter().flatten() {
            let quote = label["quote"].as_str().unwrap_or_default();
            let start = text.find(quote).unwrap_or_default();
            marks.push((kind_of(label["kind"].as_str().unwrap_or_default())?, start..start + quote.len()));
        }
        examples.push(Example { text, marks, place: row["id"].as_str().unwrap_or_default().to_owned() });
    }
    Ok(examples)
}
