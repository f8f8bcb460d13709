//! The weights, as build.rs made them of `weights.bin`: borrowed, never built.

mod tables {
    use super::Kind;

    include!(concat!(env!("OUT_DIR"), "/weights.rs"));
}

use super::{Kind, Scores};
pub(super) use tables::{BIASES, KINDS, RULES, THRESHOLDS};
use tables::{BUCKET_SHIFT, ROWS, STARTS};

/// Sums above the threshold that are worth one percent of confidence.
const PER_PERCENT: i32 = 3;

/// How sure a sum this far above its threshold is, in percent.
pub(super) fn confidence(above: i32) -> u8 {
    (60 + above / PER_PERCENT).clamp(60, 95) as u8
}

/// Adds a feature's weights to the sums.
#[inline(always)]
pub(super) fn add(feature: u32, scores: &mut Scores) {
    for pair in row(feature).chunks_exact(2) {
        if let [kind, weight] = pair
            && let Some(score) = scores.get_mut(usize::from(*kind))
        {
            *score += i32::from(*weight as i8);
        }
    }
}

/// A feature's weight for one kind.
pub(super) fn of(feature: u32, kind: usize) -> i32 {
    let pairs = row(feature).chunks_exact(2);
    let mut weights = pairs.filter(|pair| pair.first().is_some_and(|known| usize::from(*known) == kind));
    weights.next().and_then(|pair| pair.last()).map_or(0, |weight| i32::from(*weight as i8))
}

/// Kinds and weights of a feature, in turns. A bucket is rows one after the other: check, count, kinds and weights.
#[inline(always)]
fn row(feature: u32) -> &'static [u8] {
    let bucket = (feature >> BUCKET_SHIFT) as usize;
    let (Some(from), Some(to)) = (STARTS.get(bucket), STARTS.get(bucket + 1)) else { return &[] };
    let mut rows = ROWS.get(*from as usize..*to as usize).unwrap_or_default();
    while let [check, count, rest @ ..] = rows {
        let (row, after) = rest.split_at_checked(2 * usize::from(*count)).unwrap_or((rest, &[]));
        if *check == feature as u8 {
            return row;
        }
        rows = after;
    }
    &[]
}
