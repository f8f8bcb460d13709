//! Learns the weights of src/detect/model. See `./build.sh train`.
#![allow(
    clippy::indexing_slicing,
    reason = "a program for the workshop; every index is a number of a feature or a kind"
)]

mod corpus;
mod draw;
mod learn;
mod patterns;
mod report;

use anyhow::Result;
use corpus::Example;
use deksel::detect::training::{KINDS, sentences, value};
use learn::{Sample, Settings};
use std::{collections::HashMap, env, fs, path::Path, thread};

const CORPUS: &str = "tools/model/corpus";
const PATTERNS: &str = "tools/model/patterns";
const WEIGHTS: &str = "src/detect/model/weights.bin";
/// Every line of this number is held back.
const HELD: usize = 5;
/// A feature is kept when this many sentences have it.
const SEEN: u32 = 3;
/// Weights nearer to zero than this are left out.
const FAINT: f32 = 0.13;
/// Steps of a weight in one.
const STEPS: f32 = 16.0;

/// A text's sentences with what they disclose.
pub struct Post {
    /// The text.
    pub example: Example,
    /// Where its sentences are.
    pub spans: Vec<std::ops::Range<usize>>,
    /// Its sentences.
    pub samples: Vec<Sample>,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let option = |name: &str| {
        arguments.iter().position(|known| known == name).and_then(|at| arguments.get(at + 1)).map(String::as_str)
    };
    let number = |name: &str, usual: f32| option(name).and_then(|value| value.parse().ok()).unwrap_or(usual);
    let settings = Settings {
        rate: number("--rate", 0.3),
        l1: number("--l1", 8.0),
        l2: number("--l2", 1.0),
        rounds: number("--rounds", 16.0) as usize,
        positive: number("--positive", 2.0),
    };
    let examples = corpus::read(Path::new(option("--corpus").unwrap_or(CORPUS)))?;
    let (held, learnt): (Vec<_>, Vec<_>) = examples.into_iter().enumerate().partition(|(at, _)| at % HELD == HELD - 1);
    let mut raw: Vec<Example> = learnt.into_iter().map(|(_, example)| example).collect();
    raw.extend(patterns::read(Path::new(PATTERNS), number("--times", 15.0) as usize)?);
    let mut dictionary = Dictionary::default();
    for example in &raw {
        dictionary.count(&example.text);
    }
    let dictionary = dictionary.kept();
    let posts: Vec<Post> = raw.into_iter().map(|example| post(example, &dictionary)).collect();
    let held: Vec<Post> = held.into_iter().map(|(_, example)| post(example, &dictionary)).collect();
    let samples: Vec<&Sample> = posts.iter().flat_map(|post| &post.samples).collect();
    eprintln!(
        "{} texts, {} sentences, {} features; {} texts held back",
        posts.len(),
        samples.len(),
        dictionary.len(),
        held.len()
    );
    let weights = learn_all(&samples, &values(&dictionary), settings);
    let weights: Vec<Vec<i32>> =
        weights.iter().map(|weights| weights.iter().map(|weight| quantised(*weight)).collect()).collect();
    let thresholds = report::thresholds(&held, &weights);
    let offset = number("--offset", 34.0) as i32;
    let thresholds: Vec<i32> = thresholds.iter().map(|threshold| threshold + offset).collect();
    println!("held back:");
    report::table(&held, &weights, &thresholds, number("--held-worst", 0.0) as usize);
    if let Some(path) = option("--measure") {
        let measured: Vec<Post> =
            report::labelled(Path::new(path))?.into_iter().map(|example| post(example, &dictionary)).collect();
        println!("{path}:");
        report::table(&measured, &weights, &thresholds, number("--worst", 0.0) as usize);
    }
    let rows = (0..dictionary.len()).filter(|at| weights.iter().any(|weights| weights[*at] != 0)).count();
    let pairs: usize = weights.iter().map(|weights| weights.iter().filter(|weight| **weight != 0).count()).sum();
    eprintln!("{rows} rows, {pairs} weights");
    if arguments.iter().any(|argument| argument == "--write") {
        let bytes = written(&dictionary, &weights, &thresholds);
        eprintln!("{} bytes", bytes.len());
        fs::write(WEIGHTS, bytes)?;
    }
    Ok(())
}

/// A weight as it ships; one that tells next to nothing is left out.
fn quantised(weight: f32) -> i32 {
    if weight.abs() < FAINT { 0 } else { (weight * STEPS).round() as i32 }
}

/// How much each feature counts while it is learnt.
fn values(dictionary: &HashMap<u32, u32>) -> Vec<f32> {
    let mut values = vec![1.0; dictionary.len()];
    for (feature, at) in dictionary {
        values[*at as usize] = value(*feature);
    }
    values
}

/// Each kind by itself, on as many threads as there are processors.
fn learn_all(samples: &[&Sample], values: &[f32], settings: Settings) -> Vec<Vec<f32>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut learnt = vec![Vec::new(); KINDS.len()];
    thread::scope(|scope| {
        let tasks: Vec<_> = (0..threads)
            .map(|thread| {
                let kinds = (thread..KINDS.len()).step_by(threads);
                scope.spawn(move || {
                    kinds.map(|kind| (kind, learn::learn(samples, values, kind, settings))).collect::<Vec<_>>()
                })
            })
            .collect();
        for (kind, weights) in tasks.into_iter().flat_map(|task| task.join().unwrap_or_default()) {
            learnt[kind] = weights;
        }
    });
    learnt
}

/// Features and how often they are seen.
#[derive(Default)]
struct Dictionary(HashMap<u32, u32>);

impl Dictionary {
    fn count(&mut self, text: &str) {
        for sentence in sentences(text) {
            let mut features = sentence.features;
            features.sort_unstable();
            features.dedup();
            for feature in features {
                *self.0.entry(feature).or_default() += 1;
            }
        }
    }

    fn kept(self) -> HashMap<u32, u32> {
        let mut kept: Vec<u32> =
            self.0.into_iter().filter(|(_, seen)| *seen >= SEEN).map(|(feature, _)| feature).collect();
        kept.sort_unstable();
        kept.into_iter().zip(0..).collect()
    }
}

fn post(example: Example, dictionary: &HashMap<u32, u32>) -> Post {
    let (mut spans, mut samples) = (Vec::new(), Vec::new());
    for sentence in sentences(&example.text) {
        let (mut kinds, mut unclear) = (0, 0);
        for (kind, mark) in &example.marks {
            let Some(place) = KINDS.iter().position(|known| known == kind) else { continue };
            let common = sentence.span.end.min(mark.end).saturating_sub(sentence.span.start.max(mark.start));
            if 10 * common >= 4 * mark.len() || 10 * common >= 6 * sentence.span.len() {
                kinds |= 1 << place;
            } else if common > 0 {
                unclear |= 1 << place;
            }
        }
        let features = sentence.features.iter().filter_map(|feature| dictionary.get(feature).copied()).collect();
        spans.push(sentence.span);
        samples.push(Sample { features, kinds, unclear: unclear & !kinds });
    }
    Post { example, spans, samples }
}

/// The file that build/model.rs reads, which says what is in it.
fn written(dictionary: &HashMap<u32, u32>, weights: &[Vec<i32>], thresholds: &[i32]) -> Vec<u8> {
    let mut bytes = vec![KINDS.len() as u8];
    for ((kind, weights), threshold) in KINDS.iter().zip(weights).zip(thresholds) {
        bytes.push(deksel::detect::Kind::ALL.iter().position(|known| known == kind).unwrap_or_default() as u8);
        bytes.extend((weights[dictionary.len()] as i16).to_le_bytes());
        bytes.extend((*threshold as i16).to_le_bytes());
    }
    let mut features: Vec<_> = dictionary.iter().collect();
    features.sort_unstable();
    for (hash, place) in features {
        let row = weights.iter().enumerate().map(|(kind, weights)| (kind, weights[*place as usize].clamp(-127, 127)));
        let row: Vec<_> = row.filter(|(_, weight)| *weight != 0).collect();
        if !row.is_empty() {
            bytes.extend(hash.to_le_bytes());
            bytes.push(row.len() as u8);
            bytes.extend(row.iter().flat_map(|(kind, weight)| [*kind as u8, *weight as i8 as u8]));
        }
    }
    bytes
}
