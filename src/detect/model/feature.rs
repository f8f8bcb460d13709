//! The numbers by which features are known; build/model.rs shares this file.

use super::fold;

/// What sort of thing a feature is, so that the same word counts apart in each: the highest four bits of its number.
#[derive(Clone, Copy)]
#[repr(u32)]
pub(crate) enum Sort {
    /// A word as it stands.
    Word = 1,
    /// A concept that the sentence says.
    Concept,
    /// Two concepts, in their order.
    Concepts,
    /// A concept in a question.
    Question,
}

/// Place of the sort in a feature.
pub(crate) const SORT_SHIFT: u32 = 28;

/// A number for a feature, the same in every build: concepts go in by name.
#[inline(always)]
pub(crate) fn feature(sort: Sort, one: u32, two: u32) -> u32 {
    let mixed = fold::finish(one.wrapping_mul(0x85EB_CA6B).wrapping_add(two.rotate_left(15)).wrapping_add(sort as u32));
    mixed >> (32 - SORT_SHIFT) | (sort as u32) << SORT_SHIFT
}

/// What tells a feature from most others of its bucket: its lowest bits.
#[inline(always)]
pub(crate) const fn check(feature: u32) -> u8 {
    feature as u8
}

/// The bucket of a feature, of so many (a power of two): by the bits between its check and its sort, because sorts are few.
#[inline(always)]
pub(crate) const fn bucket(feature: u32, buckets: usize) -> usize {
    (feature >> u8::BITS) as usize & (buckets - 1)
}
