//! Where a word stands in the vocabulary, by its hash; build/lexicon shares this file.

/// Buckets of words, each with a displacement that leads its words to places of their own.
pub(crate) const BUCKETS: usize = 8192;

/// A word's bucket.
#[inline(always)]
pub(crate) const fn bucket(hash: u32) -> usize {
    hash as usize % BUCKETS
}

/// What tells a word from others that are led to the same place.
#[inline(always)]
pub(crate) const fn key(hash: u32) -> u16 {
    (hash >> 16) as u16
}

/// A word's place among `size`, by the displacement of its bucket.
#[inline(always)]
pub(crate) const fn place(hash: u32, displacement: u8, size: usize) -> usize {
    let displaced = (hash ^ (displacement as u32).wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    (((displaced >> 16) * size as u32) >> 16) as usize
}
