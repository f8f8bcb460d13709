//! Folds the characters people type to the ASCII that patterns are written in, and hashes words.
//!
//! build.rs includes this file too, so that a lexicon's words and a post's words meet in the same hash. Only the letters,
//! digits and marks of LinkedIn posts in Western Europe fold; other scripts keep their code point.

/// What a character amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// One ASCII character, case kept: `É` is `E`, bold `𝗪` is `W`, `’` is `'`, a no-break space is a space.
    Ascii(u8),
    /// Two ASCII letters: `ß` is `ss`, `œ` is `oe`.
    Pair(u8, u8),
    /// Nothing at all: zero-width characters, soft hyphens, direction marks, combining accents.
    Skip,
    /// A letter of another script.
    Foreign,
    /// Anything else, such as an emoji.
    Symbol,
}

/// The base letters of U+00C0 to U+017F; a digit stands for a pair, a space for a symbol.
const LATIN: &[u8; 192] = b"AAAAAA0CEEEEIIIIDNOOOOO OUUUUY12aaaaaa3ceeeeiiiidnooooo ouuuuy2yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi45JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo67RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// Letters that Unicode left out of its mathematical alphabets because it already had them (U+2102 to U+2134).
#[rustfmt::skip]
const LETTERLIKE: &[(u32, u8)] = &[
    (0x2102, b'C'), (0x210A, b'g'), (0x210B, b'H'), (0x210C, b'H'), (0x210D, b'H'), (0x210E, b'h'), (0x2110, b'I'),
    (0x2111, b'I'), (0x2112, b'L'), (0x2115, b'N'), (0x2119, b'P'), (0x211A, b'Q'), (0x211B, b'R'), (0x211C, b'R'),
    (0x211D, b'R'), (0x2124, b'Z'), (0x2128, b'Z'), (0x212C, b'B'), (0x212D, b'C'), (0x212F, b'e'), (0x2130, b'E'),
    (0x2131, b'F'), (0x2133, b'M'), (0x2134, b'o'),
];

/// What `c` amounts to.
pub fn fold(c: char) -> Fold {
    let code = c as u32;
    match code {
        0..=0x7F => Fold::Ascii(code as u8),
        0xC0..=0x17F => latin(code - 0xC0),
        0xA0 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => Fold::Ascii(b' '),
        0x85 | 0x2028 | 0x2029 => Fold::Ascii(b'\n'),
        0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF => Fold::Skip,
        0x300..=0x36F | 0xFE00..=0xFE0F | 0x1AB0..=0x1AFF | 0x20D0..=0x20FF => Fold::Skip,
        0xAB | 0xBB | 0x201C..=0x201F | 0x2033 => Fold::Ascii(b'"'),
        0xB4 | 0x2BC | 0x2018..=0x201B | 0x2032 => Fold::Ascii(b'\''),
        0x2010..=0x2015 | 0x2212 => Fold::Ascii(b'-'),
        0x2026 => Fold::Ascii(b'.'),
        0x218 => Fold::Ascii(b'S'),
        0x219 => Fold::Ascii(b's'),
        0x21A => Fold::Ascii(b'T'),
        0x21B => Fold::Ascii(b't'),
        0x1E9E => Fold::Pair(b'S', b'S'),
        0x2102..=0x2134 => letterlike(code),
        0x24B6..=0x24CF => Fold::Ascii(letter(code - 0x24B6, true)),
        0x24D0..=0x24E9 => Fold::Ascii(letter(code - 0x24D0, false)),
        0xFB01 => Fold::Pair(b'f', b'i'),
        0xFB02 => Fold::Pair(b'f', b'l'),
        0xFF01..=0xFF5E => Fold::Ascii((code - 0xFEE0) as u8),
        0x1D400..=0x1D6A3 => {
            let place = (code - 0x1D400) % 52;
            Fold::Ascii(letter(place % 26, place < 26))
        }
        0x1D7CE..=0x1D7FF => Fold::Ascii(b'0' + ((code - 0x1D7CE) % 10) as u8),
        0x1F130..=0x1F149 => Fold::Ascii(letter(code - 0x1F130, true)),
        0x1F150..=0x1F169 => Fold::Ascii(letter(code - 0x1F150, true)),
        0x1F170..=0x1F189 => Fold::Ascii(letter(code - 0x1F170, true)),
        0x180..=0x2AF | 0x370..=0x1FFF | 0x2C00..=0x2DFF | 0x3040..=0xD7FF | 0xF900..=0xFDFF | 0x20000.. => {
            Fold::Foreign
        }
        _ => Fold::Symbol,
    }
}

fn letter(place: u32, upper: bool) -> u8 {
    (if upper { b'A' } else { b'a' }) + place as u8
}

fn latin(place: u32) -> Fold {
    match LATIN.get(place as usize).copied().unwrap_or(b' ') {
        b'0' => Fold::Pair(b'A', b'E'),
        b'1' => Fold::Pair(b'T', b'h'),
        b'2' if place < 0x30 => Fold::Pair(b's', b's'),
        b'2' => Fold::Pair(b't', b'h'),
        b'3' => Fold::Pair(b'a', b'e'),
        b'4' => Fold::Pair(b'I', b'J'),
        b'5' => Fold::Pair(b'i', b'j'),
        b'6' => Fold::Pair(b'O', b'E'),
        b'7' => Fold::Pair(b'o', b'e'),
        b' ' => Fold::Symbol,
        ascii => Fold::Ascii(ascii),
    }
}

fn letterlike(code: u32) -> Fold {
    LETTERLIKE.iter().find(|(from, _)| *from == code).map_or(Fold::Symbol, |(_, to)| Fold::Ascii(*to))
}

/// A word's hash before its first character.
pub const SEED: u32 = 0x811C_9DC5;

/// Takes one more folded character (FNV-1a: one multiplication, which JavaScript's `Math.imul` does natively).
#[inline(always)]
pub const fn step(hash: u32, lower: u8) -> u32 {
    (hash ^ lower as u32).wrapping_mul(0x0100_0193)
}

/// Takes one more letter of another script.
pub const fn step_foreign(hash: u32, c: char) -> u32 {
    let code = c as u32;
    step(step(step(hash, (code >> 16) as u8), (code >> 8) as u8), code as u8)
}

/// Spreads the hash over all 32 bits, so that any of them may choose a bucket.
#[inline(always)]
pub const fn finish(hash: u32) -> u32 {
    let mixed = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
    mixed ^ (mixed >> 13)
}

/// The folded letters and digits of a text, in their own case.
pub fn letters_as_written(text: &str) -> impl Iterator<Item = u8> {
    let ascii = text.chars().flat_map(|c| match fold(c) {
        Fold::Ascii(one) => [one, 0],
        Fold::Pair(one, two) => [one, two],
        Fold::Foreign | Fold::Symbol | Fold::Skip => [0, 0],
    });
    ascii.filter(u8::is_ascii_alphanumeric)
}

/// The folded letters and digits of a text, in lower case.
pub fn letters(text: &str) -> impl Iterator<Item = u8> {
    letters_as_written(text).map(|letter| letter.to_ascii_lowercase())
}

/// The hash of a word that is written in lower-case ASCII.
pub const fn hash(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let mut rest = bytes;
    let mut hash = SEED;
    while let [first, tail @ ..] = rest {
        hash = step(hash, *first);
        rest = tail;
    }
    finish(hash)
}

/// Whether an apostrophe after these letters ends the word, as in `l'équipe`, `j'ai`, `qu'on`; in `we're` it does not.
/// Takes the hash before [`finish`].
pub fn elides(hash: u32) -> bool {
    const QU: u32 = step(step(SEED, b'q'), b'u');
    hash == QU || b"cdjlmnst".iter().any(|letter| step(SEED, *letter) == hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_accents_and_ligatures_become_plain() {
        let plain: String = "ÀÉÎÕÜçñøßÆœŁžŠĳÿ"
            .chars()
            .flat_map(|c| match fold(c) {
                Fold::Ascii(a) => vec![a as char],
                Fold::Pair(a, b) => vec![a as char, b as char],
                other => panic!("{c} became {other:?}"),
            })
            .collect();
        assert_eq!(plain, "AEIOUcnossAEoeLzSijy");
    }

    #[test]
    fn lettered_fonts_become_plain() {
        for (fancy, plain) in
            [('𝗪', b'W'), ('𝒶', b'a'), ('ℎ', b'h'), ('𝟵', b'9'), ('Ｚ', b'Z'), ('🅰', b'A'), ('ⓔ', b'e')]
        {
            assert_eq!(fold(fancy), Fold::Ascii(plain), "{fancy}");
        }
    }

    #[test]
    fn the_unseen_is_skipped_and_other_scripts_keep_their_letters() {
        for c in ['\u{200B}', '\u{AD}', '\u{200F}', '\u{301}', '\u{FE0F}'] {
            assert_eq!(fold(c), Fold::Skip, "{c:?}");
        }
        assert_eq!(fold('ж'), Fold::Foreign);
        assert_eq!(fold('🚀'), Fold::Symbol);
        assert_eq!(fold('×'), Fold::Symbol);
    }
}
