//! What each ASCII byte is to the reader, as a table that the compiler fills in.

use super::flag;

/// Low byte: the lower-case form of letters, digits as they are, 0 for everything that ends a word. High byte: the [`flag`]s that the byte
/// gives its word.
static CLASS: [u16; 256] = {
    let mut table = [0; 256];
    let mut left: &mut [u16] = &mut table;
    let mut byte = 0u8;
    while let [first, rest @ ..] = left {
        let flags = match byte {
            b'A'..=b'Z' => flag::UPPER,
            b'a'..=b'z' => flag::LOWER,
            b'0'..=b'9' => flag::DIGIT,
            _ => 0,
        };
        if flags != 0 {
            *first = flags << 8 | byte.to_ascii_lowercase() as u16;
        }
        byte = byte.wrapping_add(1);
        left = rest;
    }
    table
};

/// What a byte is; the classes of several may be joined with `|` to know all their [`flags`].
#[inline(always)]
pub(super) fn class(byte: u8) -> u16 {
    CLASS.get(usize::from(byte)).copied().unwrap_or(0)
}

/// The lower-case form of a letter or a digit; 0 for everything that ends a word.
#[inline(always)]
pub(super) const fn lower(class: u16) -> u8 {
    class as u8
}

/// The [`flag`]s that a byte gives its word.
#[inline(always)]
pub(super) const fn flags(class: u16) -> u16 {
    class >> 8
}
