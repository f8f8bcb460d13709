//! Writes places as the elements that the matcher walks: outwards from the anchor, and so in either direction.

use super::element::{Element, OPTIONAL, Sieve};
use super::phrase::{Choices, Place};
use super::vocabulary::Vocabulary;
use std::collections::{BTreeMap, BTreeSet};

/// The way a row of elements is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Leftwards,
    Rightwards,
}

/// Numbers of a sieve at most, and of choices that a sieve is worth having for.
const SIEVE_MAX: usize = 32;
const SIEVE_LEAST: usize = 32;

/// Beginnings of words and, written backwards, endings: sorted, and none begins with another.
type Affixes = [Vec<String>; 2];

pub(super) struct Encoder<'v> {
    pub(super) vocabulary: &'v Vocabulary,
    /// The choices of classes, which phrases share.
    pub(super) shared: Vec<Vec<u16>>,
    shared_numbers: BTreeMap<Vec<u16>, u16>,
    affixes: Vec<Affixes>,
}

impl<'v> Encoder<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        Encoder { vocabulary, shared: Vec::new(), shared_numbers: BTreeMap::new(), affixes: Vec::new() }
    }

    /// The elements of these places.
    pub(super) fn places(&mut self, places: &[Place], way: Way) -> Result<Vec<u16>, String> {
        let mut elements = Vec::new();
        let mut add = |place| self.place(place, way).map(|place| elements.extend(place));
        match way {
            Way::Leftwards => places.iter().rev().try_for_each(&mut add)?,
            Way::Rightwards => places.iter().try_for_each(&mut add)?,
        }
        Ok(elements)
    }

    fn place(&mut self, place: &Place, way: Way) -> Result<Vec<u16>, String> {
        let single = |element: Element| Ok(vec![code(element)?]);
        match place {
            Place::Choice { of, optional } => self.choice(of, *optional, way),
            Place::Gap(size) => single(Element::Gap(*size)),
            Place::Name => single(Element::Name),
            Place::Number => single(Element::Number),
            Place::Start => single(Element::Start),
            Place::Tag => single(Element::Tag),
        }
    }

    fn choice(&mut self, of: &Choices, optional: bool, way: Way) -> Result<Vec<u16>, String> {
        let mut choices = self.choices(of, way)?;
        let mut elements = match choices.pop() {
            // A class of one choice is still worth sharing when it is long.
            Some(alone) if choices.is_empty() && (!of.is_class || alone.len() < 3) && is_one_place(&alone) => alone,
            last => {
                choices.extend(last);
                let mut body = self.sieve(&choices);
                for choice in choices {
                    body.push(u16::try_from(choice.len()).map_err(|_| "a choice is too long")?);
                    body.extend(choice);
                }
                let group = u16::try_from(body.len()).ok().and_then(|length| Element::Group(length).code());
                match group {
                    Some(group) if !of.is_class => [vec![group], body].concat(),
                    _ => vec![code(Element::Shared(self.share(body)))?],
                }
            }
        };
        if let Some(head) = elements.first_mut().filter(|_| optional) {
            *head |= OPTIONAL;
        }
        Ok(elements)
    }

    /// The elements of each choice.
    fn choices(&mut self, of: &Choices, way: Way) -> Result<Vec<Vec<u16>>, String> {
        let mut choices = Vec::new();
        let words: Vec<u16> = self.vocabulary.numbers(of.whole.iter().map(String::as_str))?.into_iter().collect();
        match words.as_slice() {
            [] => {}
            [word] => choices.push(vec![code(Element::Word(*word))?]),
            words => {
                let length = u16::try_from(words.len()).map_err(|_| "a class has too many words")?;
                choices.push([&[code(Element::Set(length))?], words].concat());
            }
        }
        if !of.prefixes.is_empty() || !of.suffixes.is_empty() {
            let backwards = of.suffixes.iter().map(|suffix| suffix.chars().rev().collect()).collect();
            let affixes = [shortest(of.prefixes.clone()), shortest(backwards)];
            let number = self.affixes.iter().position(|known| *known == affixes).unwrap_or_else(|| {
                self.affixes.push(affixes);
                self.affixes.len() - 1
            });
            choices.push(vec![code(Element::Affixed(number as u16))?]);
        }
        for phrase in &of.phrases {
            choices.push(self.places(phrase, way)?);
        }
        Ok(choices)
    }

    /// The sieve of choices: long enough that three words in four are turned away, and none where it would be longer than what it spares.
    fn sieve(&self, choices: &[Vec<u16>]) -> Vec<u16> {
        let mut words = BTreeSet::new();
        let spelled = choices.iter().all(|choice| self.begins(choice, &mut words) == Some(true));
        let length = (words.len() / 4).next_power_of_two().min(SIEVE_MAX);
        let size: usize = choices.iter().map(Vec::len).sum();
        if !spelled || size < SIEVE_LEAST {
            return vec![0];
        }
        let mut bits = vec![0; length];
        for word in words {
            let (at, bit) = Sieve::place(word, length);
            bits.get_mut(at).into_iter().for_each(|bits| *bits |= bit);
        }
        [vec![length as u16], bits].concat()
    }

    /// Adds the words that these elements can begin with. Whether they take in at least one word; `None` where they can begin with a word
    /// that is not spelled out.
    fn begins(&self, mut elements: &[u16], words: &mut BTreeSet<u16>) -> Option<bool> {
        while let [code, rest @ ..] = elements {
            let element = Element::of(*code);
            let (body, after) = rest.split_at_checked(element.body())?;
            let takes = match element {
                Element::Word(word) => {
                    words.insert(word);
                    true
                }
                Element::Set(_) => {
                    words.extend(body);
                    true
                }
                Element::Group(_) => self.any_begins(body, words)?,
                Element::Shared(number) => self.any_begins(self.shared.get(usize::from(number))?, words)?,
                Element::Start | Element::Tag => false,
                Element::Affixed(_) | Element::Name | Element::Number | Element::Gap(_) => return None,
            };
            if takes && code & OPTIONAL == 0 {
                return Some(true);
            }
            elements = after;
        }
        Some(false)
    }

    /// The same for choices: whether each of them takes in at least one word.
    fn any_begins(&self, body: &[u16], words: &mut BTreeSet<u16>) -> Option<bool> {
        let (_, mut choices) = Sieve::of(body);
        let mut each_takes = true;
        while let [length, rest @ ..] = choices {
            let (choice, after) = rest.split_at_checked(usize::from(*length))?;
            each_takes &= self.begins(choice, words)?;
            choices = after;
        }
        Some(each_takes)
    }

    fn share(&mut self, body: Vec<u16>) -> u16 {
        let next = self.shared.len() as u16;
        let number = *self.shared_numbers.entry(body.clone()).or_insert(next);
        if number == next {
            self.shared.push(body);
        }
        number
    }

    /// The beginnings and endings as Rust source.
    pub(super) fn affixes(&self) -> String {
        let affixes = self
            .affixes
            .iter()
            .map(|[prefixes, suffixes]| format!("Affixes {{ prefixes: &{prefixes:?}, suffixes: &{suffixes:?} }}"));
        affixes.collect::<Vec<_>>().join(", ")
    }
}

fn is_one_place(elements: &[u16]) -> bool {
    elements.split_first().is_some_and(|(head, body)| Element::of(*head).body() == body.len())
}

fn code(element: Element) -> Result<u16, String> {
    element.code().ok_or_else(|| format!("{element:?} is too large a number for the tables"))
}

/// Leaves out what begins with another.
fn shortest(beginnings: BTreeSet<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for beginning in beginnings {
        if !kept.last().is_some_and(|last| beginning.starts_with(last.as_str())) {
            kept.push(beginning);
        }
    }
    kept
}
