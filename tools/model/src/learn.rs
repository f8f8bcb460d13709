//! Logistic regression, one kind against the rest, by FTRL-proximal (McMahan et al., Ad Click Prediction, 2013): few weights differ from
//! zero, which is what keeps the model small. Sentences come in a fixed order, so that the same corpus gives the same weights.

use crate::draw::Draw;

/// How a kind is learnt.
#[derive(Clone, Copy)]
pub struct Settings {
    /// How far one sentence moves a weight.
    pub rate: f32,
    /// How hard a weight is held at zero.
    pub l1: f32,
    /// How hard a weight is drawn towards zero.
    pub l2: f32,
    /// How often every sentence is seen.
    pub rounds: usize,
    /// Weight of a sentence that discloses the kind, beside 1 for one that does not.
    pub positive: f32,
}

/// A sentence as numbers of features.
pub struct Sample {
    /// Numbers of its features.
    pub features: Vec<u32>,
    /// Bits of the kinds it discloses.
    pub kinds: u32,
    /// Bits of the kinds for which it is not counted.
    pub unclear: u32,
}

/// The weights of all features for one kind, the bias last.
pub fn learn(samples: &[&Sample], values: &[f32], kind: usize, settings: Settings) -> Vec<f32> {
    let features = values.len();
    let bias = features;
    let mut z = vec![0f32; features + 1];
    let mut n = vec![0f32; features + 1];
    let weight = |z: f32, n: f32, l1: f32| {
        if z.abs() <= l1 { 0.0 } else { -(z - z.signum() * l1) / ((1.0 + n.sqrt()) / settings.rate + settings.l2) }
    };
    let mut draw = Draw::new(kind as u32 + 1);
    let mut places: Vec<usize> = (0..samples.len()).collect();
    let mut weights = Vec::new();
    for _ in 0..settings.rounds {
        draw.shuffle(&mut places);
        for sample in places.iter().filter_map(|place| samples.get(*place)) {
            if sample.unclear >> kind & 1 != 0 {
                continue;
            }
            let truth = if sample.kinds >> kind & 1 != 0 { 1.0 } else { 0.0 };
            weights.clear();
            weights.extend(sample.features.iter().map(|at| weight(z[*at as usize], n[*at as usize], settings.l1)));
            let sum: f32 = sample.features.iter().zip(&weights).map(|(at, weight)| values[*at as usize] * weight).sum();
            weights.push(weight(z[bias], n[bias], 0.0));
            let sum = sum + weight(z[bias], n[bias], 0.0);
            let weighed = if truth > 0.0 { settings.positive } else { 1.0 };
            let slope = weighed * (1.0 / (1.0 + (-sum).exp()) - truth);
            if slope.abs() < 1e-4 {
                continue;
            }
            for (at, weight) in sample.features.iter().map(|at| *at as usize).chain([bias]).zip(&weights) {
                let slope = slope * values.get(at).copied().unwrap_or(1.0);
                let grown = (n[at] + slope * slope).sqrt() - n[at].sqrt();
                z[at] += slope - grown / settings.rate * weight;
                n[at] += slope * slope;
            }
        }
    }
    let mut learnt: Vec<f32> = z.iter().zip(&n).map(|(z, n)| weight(*z, *n, settings.l1)).collect();
    for (weight, value) in learnt.iter_mut().zip(values) {
        *weight *= value;
    }
    learnt[bias] = weight(z[bias], n[bias], 0.0);
    learnt
}
