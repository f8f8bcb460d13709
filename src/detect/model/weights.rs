//! The weights, as build.rs made them of `weights.bin`: borrowed, never built.

mod tables {
    use super::Kind;

    include!(concat!(env!("OUT_DIR"), "/weights.rs"));
}

use super::feature::{bucket, check};
use super::{Kind, Scores};
pub(super) use tables::{BIASES, KINDS, RULES, THRESHOLDS};
use tables::{BUCKETS, ROWS, STARTS};

/// Sums above the threshold that are worth one percent of confidence.
const PER_PERCENT: i32 = 3;

/// How sure a sum this far above its threshold is, in percent.
pub(super) fn confidence(above: i32) -> u8 {
    (60 + above / PER_PERCENT).clamp(60, 95) as u8
}

/// Adds a feature's weights to the sums.
#[inline(always)]
pub(super) fn add(feature: u32, scores: &mut Scores) {
    for entry in row(feature) {
        let (kind, weight) = entry_of(*entry);
        if let Some(score) = scores.get_mut(kind) {
            *score += weight;
        }
    }
}

/// A feature's weight for one kind.
pub(super) fn of(feature: u32, kind: usize) -> i32 {
    let mut entries = row(feature).iter().map(|entry| entry_of(*entry));
    entries.find(|(known, _)| *known == kind).map_or(0, |(_, weight)| weight)
}

/// The place of a kind, and a weight for it.
#[inline(always)]
fn entry_of(entry: u16) -> (usize, i32) {
    let [kind, weight] = entry.to_le_bytes();
    (usize::from(kind), i32::from(weight as i8))
}

/// The entries of a feature. A bucket is rows one after the other: the feature's check and how many entries it has, and those.
#[inline(always)]
fn row(feature: u32) -> &'static [u16] {
    let bucket = bucket(feature, BUCKETS);
    let (Some(from), Some(to)) = (STARTS.get(bucket), STARTS.get(bucket + 1)) else { return &[] };
    let mut rows = ROWS.get(*from as usize..*to as usize).unwrap_or_default();
    while let [head, rest @ ..] = rows {
        let [known, count] = head.to_le_bytes();
        let Some((row, after)) = rest.split_at_checked(usize::from(count)) else { break };
        if known == check(feature) {
            return row;
        }
        rows = after;
    }
    &[]
}
