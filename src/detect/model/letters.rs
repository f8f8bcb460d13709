//! The letters at the two ends of a word, hashed: what inflected and compound words have in common.

use super::affix::{LONGEST, SHORTEST};
use text::{Text, Word, fold};

const COUNT: usize = LONGEST - SHORTEST + 1;

/// Letters of a word that are read from each end.
const READ: usize = LONGEST;

/// Hashes of a word's beginnings and endings, from short to long.
pub(super) struct Letters {
    prefixes: [u32; COUNT],
    suffixes: [u32; COUNT],
    count: usize,
}

impl Letters {
    pub(super) fn of(text: &Text, word: &Word) -> Letters {
        let mut head = [0; READ];
        let mut tail = [0; READ];
        let bytes = text.source.as_bytes().get(word.start as usize..word.end as usize).unwrap_or_default();
        let length = if bytes.is_ascii() {
            fill(&mut head, bytes.iter().copied());
            fill(&mut tail, bytes.iter().rev().copied())
        } else {
            fill(&mut head, text.spelling(word));
            let mut spelled = [0; 4 * READ];
            let all = fill(&mut spelled, text.spelling(word));
            fill(&mut tail, spelled.iter().take(all).rev().copied())
        };
        let mut letters = Letters { prefixes: [0; COUNT], suffixes: [0; COUNT], count: 0 };
        letters.count = (length + 1).saturating_sub(SHORTEST);
        hash_ends(&head, length, &mut letters.prefixes);
        hash_ends(&tail, length, &mut letters.suffixes);
        letters
    }

    /// Beginnings of four letters and more.
    pub(super) fn prefixes(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.prefixes.iter().take(self.count).copied()
    }

    /// Endings of four letters and more.
    pub(super) fn suffixes(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.suffixes.iter().take(self.count).copied()
    }
}

/// Fills a row with lower-case letters, and returns how many there were room for.
fn fill(row: &mut [u8], letters: impl Iterator<Item = u8>) -> usize {
    row.iter_mut().zip(letters).map(|(slot, letter)| *slot = letter.to_ascii_lowercase()).count()
}

fn hash_ends(letters: &[u8; READ], length: usize, hashes: &mut [u32; COUNT]) {
    let mut hash = fold::SEED;
    let mut room = hashes.iter_mut();
    for (place, letter) in letters.iter().take(length).enumerate() {
        hash = fold::step(hash, *letter);
        if place + 1 >= SHORTEST
            && let Some(slot) = room.next()
        {
            *slot = fold::finish(hash);
        }
    }
}
