//! Lays phrases down by the words that they are looked up by.

use super::anchor::Frequencies;
use super::element::{CHOICES, LANGUAGE_SHIFT, ROW_MASK};
use super::encoder::{Encoder, Way};
use super::needs::{Asked, Need, Sets};
use super::phrase::{Choices, Place};
use super::rows;
use super::vocabulary::Vocabulary;
use std::collections::{BTreeMap, BTreeSet};

/// A phrase without its anchor.
struct Laid {
    /// A rule or a mark, or from [`CHOICES`] on the choices that were found.
    target: u16,
    /// What stands before and after the anchor, outwards.
    before: Vec<u16>,
    after: Vec<u16>,
    /// What must stand beside the anchor, each with how often it does, the rarest first.
    needs: Vec<(u32, Need)>,
    /// How often it is looked up.
    often: u32,
}

/// The phrases that are looked up by each set of words of a language, and those that are looked up where choices were found, in the order of
/// the files: neighbours are alike, and what is alike packs well.
#[derive(Default)]
pub(super) struct Lookup {
    lists: BTreeMap<(usize, BTreeSet<u16>), usize>,
    phrases: Vec<Vec<Laid>>,
    choices: BTreeMap<(usize, Choices), usize>,
    around: Vec<Vec<Laid>>,
}

impl Lookup {
    /// Adds a phrase.
    pub(super) fn add(
        &mut self,
        sequence: &[Place],
        (target, language): (usize, usize),
        frequencies: &Frequencies,
        encoder: &mut Encoder,
    ) -> Result<(), String> {
        let anchor = frequencies.anchor(sequence).ok_or("a phrase has lost its anchor")?;
        let (before, rest) = sequence.split_at_checked(anchor).ok_or("an anchor is outside its phrase")?;
        let Some((Place::Choice { of, .. }, after)) = rest.split_first() else {
            return Err("an anchor is no word".into());
        };
        let laid = Laid {
            target: u16::try_from(target).map_err(|_| "there are too many rules")?,
            before: encoder.places(before, Way::Leftwards)?,
            after: encoder.places(after, Way::Rightwards)?,
            needs: frequencies.needs(before.iter().chain(after)),
            often: frequencies.cost(of).unwrap_or_default(),
        };
        let row = match of.spelled() {
            Some(words) => self.looked_up_by(language, encoder.vocabulary.numbers(words)?),
            None => self.looked_up_around(of, language, frequencies, encoder)?,
        };
        row.ok_or("a row is lost")?.push(laid);
        Ok(())
    }

    /// The words that anything is looked up by.
    pub(super) fn words(&self) -> impl Iterator<Item = u16> {
        self.lists.keys().flat_map(|(_, words)| words).copied()
    }

    fn looked_up_by(&mut self, language: usize, words: BTreeSet<u16>) -> Option<&mut Vec<Laid>> {
        let list = *self.lists.entry((language, words)).or_insert(self.phrases.len());
        if list == self.phrases.len() {
            self.phrases.push(Vec::new());
        }
        self.phrases.get_mut(list)
    }

    /// The phrases around these choices, each of which is looked up by itself.
    fn looked_up_around(
        &mut self,
        of: &Choices,
        language: usize,
        frequencies: &Frequencies,
        encoder: &mut Encoder,
    ) -> Result<Option<&mut Vec<Laid>>, String> {
        let next = self.around.len();
        let number = *self.choices.entry((language, of.clone())).or_insert(next);
        if number == next {
            self.around.push(Vec::new());
            let target = (usize::from(CHOICES) + number, language);
            let words = Choices { whole: of.whole.clone(), ..Choices::default() };
            if !words.whole.is_empty() {
                self.add(&[Place::Choice { of: words, optional: false }], target, frequencies, encoder)?;
            }
            for phrase in &of.phrases {
                self.add(phrase, target, frequencies, encoder)?;
            }
        }
        Ok(self.around.get_mut(number))
    }

    /// What its phrases need, and how often it would be asked for.
    pub(super) fn asked(&self) -> Asked {
        let mut asked = Asked::new();
        for laid in self.phrases.iter().chain(&self.around).flatten() {
            for need in self.two_needs(laid).into_iter().flatten() {
                *asked.entry(need).or_default() += u64::from(laid.often);
            }
        }
        asked
    }

    /// The two needs of a phrase that are met most seldom. What is around choices needs what any of the phrases around them does.
    fn two_needs(&self, laid: &Laid) -> [Option<Need>; 2] {
        let mut needs = laid.needs.clone();
        needs.extend(laid.target.checked_sub(CHOICES).and_then(|choices| self.need_around(choices)));
        needs.sort();
        let mut needs = needs.into_iter().map(|(_, need)| need);
        [needs.next(), needs.next()]
    }

    /// What must stand beside choices for any phrase around them; `None` where one needs nothing.
    fn need_around(&self, choices: u16) -> Option<(u32, Need)> {
        let mut around = (0, Need::new());
        for laid in self.around.get(usize::from(choices))? {
            let further = laid.target.checked_sub(CHOICES).and_then(|choices| self.need_around(choices));
            let (often, need) = laid.needs.iter().cloned().chain(further).min()?;
            around.0 += often;
            around.1.extend(need);
        }
        Some(around)
    }

    /// Rows of phrases as the crate reads them: the target, the lengths of what stands before and after the anchor, the sets of clues
    /// that must be met, and the elements.
    fn encode(&self, rows: &[Vec<Laid>], needs: Option<&Sets>) -> Result<Vec<Vec<u16>>, String> {
        let mut encoded = Vec::new();
        for row in rows {
            let mut numbers = Vec::new();
            for laid in row {
                let two = |one: usize, other: usize| -> Result<u16, String> {
                    let [one, other] =
                        [one, other].map(|number| u8::try_from(number).map_err(|_| "a phrase is too long"));
                    Ok(u16::from_le_bytes([one?, other?]))
                };
                let sets =
                    self.two_needs(laid).map(|need| need.zip(needs).map_or(0, |(need, needs)| needs.place(&need)));
                numbers.extend([laid.target, two(laid.before.len(), laid.after.len())?, u16::from_le_bytes(sets)]);
                numbers.extend(laid.before.iter().chain(&laid.after));
            }
            encoded.push(numbers);
        }
        Ok(encoded)
    }

    /// Writes them as Rust source; without `needs`, all phrases are followed.
    pub(super) fn write(&self, name: &str, vocabulary: &Vocabulary, needs: Option<&Sets>) -> Result<String, String> {
        let mut lists = vec![Vec::new(); vocabulary.largest() + 1];
        for ((language, words), list) in &self.lists {
            let row = u16::try_from(*list).ok().filter(|row| *row <= ROW_MASK).ok_or("too many anchors")?;
            let language = u16::try_from(*language).map_err(|_| "too many languages")?;
            let list = language << LANGUAGE_SHIFT | row;
            for word in words {
                if let Some(lists) = lists.get_mut(usize::from(*word)) {
                    lists.push(list);
                }
            }
        }
        lists.iter_mut().for_each(|lists| lists.sort_unstable());
        let all = [lists, self.encode(&self.phrases, needs)?, self.encode(&self.around, needs)?];
        let [(by_words, by_word), (of_phrases, phrases), (arounds, around)] = all.map(|of| rows::rows(&of));
        Ok(format!(
            "pub(super) static {name}: Anchors<{by_words}, {of_phrases}, {arounds}> = \
             Anchors {{ by_word: {by_word}, phrases: {phrases}, around: {around} }};\n"
        ))
    }
}
