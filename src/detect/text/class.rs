//! What each ASCII byte is to the reader, as tables that the compiler fills in.

use super::flag;

/// The lower-case form of letters, digits as they are, 0 for everything that ends a word.
static LOWER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// The [`flag`]s that a byte gives its word.
static FLAGS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'A'..=b'Z' => flag::UPPER as u8,
            b'a'..=b'z' => flag::LOWER as u8,
            b'0'..=b'9' => flag::DIGIT as u8,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// The lower-case form of a letter or a digit; 0 for everything that ends a word.
#[inline(always)]
pub(super) fn lower(byte: u8) -> u8 {
    LOWER.get(usize::from(byte)).copied().unwrap_or(0)
}

/// The [`flag`]s that a byte gives its word.
#[inline(always)]
pub(super) fn flags(byte: u8) -> u8 {
    FLAGS.get(usize::from(byte)).copied().unwrap_or(0)
}
