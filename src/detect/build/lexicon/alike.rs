//! Numbers the words: those that all phrases and lists treat alike share a number, for which word of them is said makes no difference.
//!
//! `monday` and `tuesday` do, when no phrase has one without the other. A third of the numbers are spared so, and every table is shorter.

use super::anchor::Frequencies;
use super::phrase::{Choices, Place};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Places of phrases from which on a word is frequent in them: such words come first, so that the numbers that are written most often are alike.
const OFTEN: usize = 8;

/// What the phrases and lists make of a word. It is in the order of numbers, too: neighbours are alike, and what is alike packs well.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct Treated {
    /// In how many places, where they are many.
    often: Reverse<usize>,
    lists: Reverse<u8>,
    /// The sets with which phrases are looked up, and all sets that it is in, in the order of the files.
    looked_up: BTreeSet<usize>,
    sets: BTreeSet<usize>,
}

/// Gathers what phrases make of words.
pub(super) struct Alike<'p> {
    frequencies: &'p Frequencies<'p>,
    sets: BTreeMap<&'p BTreeSet<String>, usize>,
    /// Sets of classes, which are written once.
    classes: BTreeSet<usize>,
    words: BTreeMap<&'p str, Treated>,
}

impl<'p> Alike<'p> {
    pub(super) fn new(frequencies: &'p Frequencies<'p>) -> Self {
        Alike { frequencies, sets: BTreeMap::new(), classes: BTreeSet::new(), words: BTreeMap::new() }
    }

    /// Adds the words of the list that has this bit.
    pub(super) fn add_list(&mut self, bit: usize, words: impl IntoIterator<Item = &'p String>) {
        for word in words {
            self.words.entry(word).or_default().lists.0 |= 1 << bit;
        }
    }

    /// Adds a phrase.
    pub(super) fn add_phrase(&mut self, places: &'p [Place]) {
        self.add_places(places, self.frequencies.anchor(places));
    }

    fn add_places(&mut self, places: &'p [Place], anchor: Option<usize>) {
        for (at, place) in places.iter().enumerate() {
            if let Place::Choice { of, .. } = place {
                self.add_choices(of, anchor == Some(at));
            }
        }
    }

    fn add_choices(&mut self, of: &'p Choices, is_anchor: bool) {
        let next = self.sets.len();
        let set = *self.sets.entry(&of.whole).or_insert(next);
        let is_written = !is_anchor && (!of.is_class || self.classes.insert(set));
        for word in &of.whole {
            let treated = self.words.entry(word).or_default();
            treated.often.0 += usize::from(is_written);
            treated.looked_up.extend(is_anchor.then_some(set));
            treated.sets.insert(set);
        }
        for phrase in &of.phrases {
            self.add_places(phrase, if is_anchor { self.frequencies.anchor(phrase) } else { None });
        }
    }

    /// The numbers of the words, counted from 1.
    pub(super) fn numbers(self) -> Result<BTreeMap<String, u16>, String> {
        let mut alike: BTreeMap<Treated, Vec<&str>> = BTreeMap::new();
        for (word, mut treated) in self.words {
            if treated.often.0 < OFTEN {
                treated.often.0 = 0;
            }
            alike.entry(treated).or_default().push(word);
        }
        let mut numbers = BTreeMap::new();
        for (number, words) in (1..).zip(alike.into_values()) {
            let number = u16::try_from(number).map_err(|_| "there are too many words")?;
            numbers.extend(words.into_iter().map(|word| (word.to_owned(), number)));
        }
        Ok(numbers)
    }
}
