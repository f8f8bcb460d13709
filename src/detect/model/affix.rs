//! What the beginnings and endings of words are looked up by. Shared with build.rs.

/// What is added to a hash so that beginnings, endings and phrases are looked up apart.
pub(crate) const PREFIX: u32 = 0x51ED_270B;
pub(crate) const SUFFIX: u32 = 0x9E37_79B1;

/// Letters of the shortest and the longest beginning or ending that are looked at.
pub(crate) const SHORTEST: usize = 4;
pub(crate) const LONGEST: usize = 12;
