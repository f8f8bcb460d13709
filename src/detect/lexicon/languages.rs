//! The languages that a text is in.

use super::COMMON;

/// Languages, as bits at their places.
#[derive(Clone, Copy)]
pub(super) struct Languages(u8);

impl Languages {
    /// Whether the language at this place is one of them.
    #[inline(always)]
    pub(super) fn has(self, language: usize) -> bool {
        self.0 >> language & 1 == 1
    }

    /// The languages at these places.
    pub(super) fn of(places: impl Iterator<Item = u8>) -> Languages {
        Languages(places.fold(0, |languages, place| languages | 1 << place))
    }
}

/// What has been heard of a text: a frequent word that only one language has tells that it is spoken.
#[derive(Default)]
pub(super) struct Heard {
    languages: u8,
    words: u32,
}

/// Telling words from which on a language without any is taken not to be spoken; a headline or a telegram has fewer.
const ENOUGH: u32 = 4;

impl Heard {
    /// Hears a word that is frequent in these languages.
    #[inline(always)]
    pub(super) fn hear(&mut self, frequent: u8) {
        let tells = u8::from(frequent != 0 && frequent & frequent.wrapping_sub(1) == 0);
        self.languages |= frequent * tells;
        self.words += u32::from(tells);
    }

    /// The languages that the text may be in.
    pub(super) fn languages(&self) -> Languages {
        Languages(if self.words < ENOUGH { COMMON } else { self.languages })
    }
}
