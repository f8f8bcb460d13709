//! The room at a desk: one limit for all that is held there and grows with the history.

use super::{Entry, Found, Share};
use crate::archive::Record;

/// Bytes at a desk: more than any history known takes. It is half of what the module may have; the other half is for the picture, for a
/// list while it is put in order, and for the gaps between what comes and goes.
pub const ROOM: usize = 500 << 20;

/// How often a list that grows has its length in memory, at most: as it is, and twice that, to which it is being moved.
const GROWING: usize = 3;
/// What the list takes for one text while it is put in order: its rank and its place.
const RANKED: usize = size_of::<([i64; 3], u32)>();
/// What the memory's own keeping of accounts adds to a text: a record, its strings and its findings are a piece each.
const PIECES: usize = 6 * 16;

/// What a text takes, with so many findings.
pub(super) fn weight(record: &Record, findings: usize) -> usize {
    let named: usize = [&record.item.id, &record.link].into_iter().flatten().map(String::len).sum();
    let words = record.item.text.len() + record.file.len() + named;
    GROWING * (size_of::<Entry>() + RANKED) + size_of::<Record>() + PIECES + words + findings * size_of::<Found>()
}

/// What a text takes that waits: as if one thing were found in it.
pub(super) fn waiting(record: &Record) -> usize {
    weight(record, 1)
}

/// Room for so much, as far as it is taken.
#[derive(Debug)]
pub(super) struct Room {
    most: usize,
    taken: usize,
    is_full: bool,
}

impl Default for Room {
    fn default() -> Room {
        Room::of(ROOM)
    }
}

impl Room {
    pub(super) const fn of(most: usize) -> Room {
        Room { most, taken: 0, is_full: false }
    }

    /// The same, with nothing in it.
    pub(super) const fn cleared(&self) -> Room {
        Room::of(self.most)
    }

    /// What of it is for the texts of each helper, which wait until it is known what is found in them: all helpers' are half. Helper and
    /// desk count alike, so both know which text is the last.
    pub(super) fn for_helper(&self, share: Share) -> Room {
        let helpers = usize::try_from(share.of.saturating_sub(1)).unwrap_or(usize::MAX);
        Room::of(self.most / 2 / helpers.max(1))
    }

    /// Takes room for something. What comes behind the first that does not fit has none either, however small it is: so while a
    /// history is read, what is left out is all that comes behind a place.
    pub(super) fn take(&mut self, weight: usize) -> bool {
        // Never counted beyond the limit: in a module, sizes have 32 bits, and would begin again at nothing.
        let taken = self.taken.checked_add(weight).filter(|taken| *taken <= self.most && !self.is_full);
        self.is_full = taken.is_none();
        self.taken = taken.unwrap_or(self.taken);
        !self.is_full
    }

    /// Gives back what was taken. What waited is then weighed anew with what was found in it: so of the texts that helpers scanned one in the
    /// middle may be left out.
    pub(super) fn give_back(&mut self, weight: usize) {
        self.taken = self.taken.saturating_sub(weight);
        self.is_full = false;
    }

    pub(super) const fn is_full(&self) -> bool {
        self.is_full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_counted_beyond_the_limit_not_even_where_numbers_end() {
        for most in [100, usize::MAX] {
            let mut room = Room::of(most);
            assert!(room.take(most - 10));
            assert!(room.take(10), "what just fits has room");
            for weight in [1, 11, most] {
                assert!(!room.take(weight), "{weight} more than {most}");
                assert_eq!(room.taken, most);
            }
        }
    }

    #[test]
    fn behind_the_first_that_does_not_fit_there_is_room_for_nothing() {
        let mut room = Room::of(100);
        assert!(room.take(60) && !room.take(41) && !room.take(1) && room.is_full());
        room.give_back(10);
        assert!(room.take(50) && !room.is_full(), "what is given back is room again");
        assert!(room.cleared().take(100));
    }

    #[test]
    fn what_waits_for_all_helpers_takes_half() {
        let of = |of| Room::of(600).for_helper(Share { place: 1, of }).most;
        assert_eq!([of(2), of(3), of(4)], [300, 150, 100]);
        assert_eq!(of(1), 300, "without a helper nothing waits");
    }

    #[test]
    fn a_text_weighs_its_words_its_links_and_its_findings() {
        let mut record = crate::archive::Record {
            number: 1,
            item: crate::item::Item::default(),
            source: crate::archive::Source::Shares,
            file: "Shares.csv".into(),
            row: 1,
            date: None,
            link: None,
        };
        let bare = weight(&record, 0);
        assert!(bare > size_of::<Record>());
        record.item.text = "a".repeat(700);
        record.link = Some("b".repeat(50));
        assert_eq!(weight(&record, 0), bare + 750);
        assert_eq!(weight(&record, 3), bare + 750 + 3 * size_of::<Found>());
    }
}
