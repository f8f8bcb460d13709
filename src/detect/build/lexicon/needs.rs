//! The clues that phrases need: which words are clues, and what each phrase asks of a sentence besides the words it is looked up by.

use super::clues::{Clues, NAME_CLUE, NO_CLUE, NUMBER_CLUE};
use std::collections::{BTreeMap, BTreeSet};

/// Of these one must stand in the sentence.
pub(super) type Need = BTreeSet<Clue>;

/// What a phrase can need.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clue {
    Word(String),
    Name,
    Number,
}

/// Needs with how often each would be asked for.
pub(super) type Asked = BTreeMap<Need, u64>;

/// Needs whose words are clues: the more, the more phrases can be ruled out, and the more words share a clue.
const NEEDS_MAX: usize = 600;

/// Clues that there can be.
const CLUES_MAX: u8 = 64;

/// The clue of every word that is needed much.
pub(super) struct OfWords(BTreeMap<String, u8>);

impl OfWords {
    /// Gives out clues to what is needed most. Words of a need share a clue, and so do needs that are seldom asked for.
    pub(super) fn new(asked: &Asked) -> OfWords {
        let mut of_words = OfWords(BTreeMap::new());
        let clues = (0..CLUES_MAX).filter(|clue| ![NO_CLUE, NAME_CLUE, NUMBER_CLUE].contains(clue));
        let mut given: Vec<(u64, u8)> = clues.map(|clue| (0, clue)).collect();
        for (need, often) in most_asked(asked).into_iter().take(NEEDS_MAX) {
            let words = need.iter().filter_map(|clue| match clue {
                Clue::Word(word) => Some(word),
                Clue::Name | Clue::Number => None,
            });
            let new: Vec<&String> = words.filter(|word| !of_words.0.contains_key(*word)).collect();
            if !new.is_empty()
                && let Some((asked, clue)) = given.iter_mut().min()
            {
                *asked += often;
                of_words.0.extend(new.into_iter().map(|word| (word.clone(), *clue)));
            }
        }
        of_words
    }

    /// The clue of a word.
    pub(super) fn of(&self, word: &str) -> u8 {
        self.0.get(word).copied().unwrap_or(NO_CLUE)
    }

    /// The clues of a need; `None` where a word of it is no clue.
    fn clues(&self, need: &Need) -> Option<Clues> {
        let mut clues = Clues::default();
        for clue in need {
            clues.join(Clues::of(match clue {
                Clue::Word(word) => self.0.get(word).copied()?,
                Clue::Name => NAME_CLUE,
                Clue::Number => NUMBER_CLUE,
            }));
        }
        Some(clues)
    }
}

/// Sets of clues that are named by their places, of which the first asks for nothing.
pub(super) struct Sets<'w> {
    of_words: &'w OfWords,
    sets: Vec<Clues>,
}

/// Sets that a byte can name.
const SETS_MAX: usize = 256;

impl<'w> Sets<'w> {
    /// The sets that are asked for most.
    pub(super) fn new(of_words: &'w OfWords, asked: &Asked) -> Sets<'w> {
        let mut sets = vec![Clues::ANY];
        for set in most_asked(asked).into_iter().filter_map(|(need, _)| of_words.clues(need)) {
            if sets.len() < SETS_MAX && !sets.contains(&set) {
                sets.push(set);
            }
        }
        Sets { of_words, sets }
    }

    /// The place of the smallest set that holds all clues of a need; 0 where there is none.
    pub(super) fn place(&self, need: &Need) -> u8 {
        let Some(wanted) = self.of_words.clues(need) else { return 0 };
        let holding = (0..=u8::MAX).zip(&self.sets).filter(|(_, set)| holds(**set, wanted));
        { holding }.min_by_key(|(_, set)| set.low.count_ones() + set.high.count_ones()).map_or(0, |(place, _)| place)
    }

    /// The sets as Rust source.
    pub(super) fn write(&self) -> String {
        format!("pub(super) static NEEDS: [Clues; {}] = {:?};\n", self.sets.len(), self.sets)
    }
}

fn most_asked(asked: &Asked) -> Vec<(&Need, u64)> {
    let mut most: Vec<(&Need, u64)> = asked.iter().map(|(need, often)| (need, *often)).collect();
    most.sort_by_key(|(_, often)| u64::MAX - often);
    most
}

/// Whether all clues of a set are in another.
const fn holds(set: Clues, wanted: Clues) -> bool {
    (wanted.low & !set.low) | (wanted.high & !set.high) == 0
}
