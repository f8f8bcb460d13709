//! The one place where UTF-8 byte offsets become UTF-16 code units, in which JavaScript counts.

/// The length of `text` in UTF-16 code units.
pub fn length(text: &str) -> u32 {
    text.chars().map(width).sum()
}

/// The width of a character in UTF-16 code units: 1 or 2.
pub const fn width(letter: char) -> u32 {
    if (letter as u32) < 0x1_0000 { 1 } else { 2 }
}
