//! What the beginnings and endings of words are looked up by. Shared with build.rs.

/// What is added to a hash so that beginnings, endings and phrases are looked up apart.
pub(crate) const PREFIX: u32 = 0x51ED_270B;
pub(crate) const SUFFIX: u32 = 0x9E37_79B1;

/// Letters of the shortest and the longest beginning or ending that are looked at.
pub(crate) const SHORTEST: usize = 4;
pub(crate) const LONGEST: usize = 12;

/// The place of four letters, in either case, in a set of 2^14 bits.
#[inline(always)]
pub(crate) fn place(letters: [u8; SHORTEST]) -> u32 {
    const LOWER: u32 = 0x2020_2020;
    (u32::from_le_bytes(letters) | LOWER).wrapping_mul(0x9E37_79B1) >> 18
}
