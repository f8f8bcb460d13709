//! What a sentence holds, at a glance: most patterns are ruled out by one of their words that is not there.

use super::tables::{FIRST_CLASS, WORD_CLASSES};
use crate::detect::{effort, text::Word};

/// Words and classes of a sentence as a set of 1,024 bits, in which two may share one: it says "no" for sure and "yes" perhaps.
pub(super) struct Signature([u32; 32]);

impl Signature {
    /// The signature of a sentence.
    pub(super) fn of(words: &[Word]) -> Signature {
        let mut signature = Signature([0; 32]);
        for word in words.iter().filter(|word| word.id != 0) {
            signature.add(word.id);
            for class in WORD_CLASSES.of(word.id) {
                effort::spend(1);
                signature.add(FIRST_CLASS + class);
            }
        }
        signature
    }

    /// Whether both elements may be there.
    pub(super) fn has(&self, elements: [u16; 2]) -> bool {
        elements.into_iter().all(|element| {
            let (word, bit) = place(element);
            self.0.get(word).is_some_and(|bits| bits & bit != 0)
        })
    }

    fn add(&mut self, element: u16) {
        let (word, bit) = place(element);
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= bit;
        }
    }
}

/// An element's bit: numbers that are near each other, as those of neighbouring words are, fall far apart.
#[inline(always)]
fn place(element: u16) -> (usize, u32) {
    let hash = u32::from(element).wrapping_mul(0x9E37_79B1) >> 22;
    ((hash >> 5) as usize, 1 << (hash & 31))
}
