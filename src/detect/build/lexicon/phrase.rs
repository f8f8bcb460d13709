//! Reads a phrase pattern into the places it is made of.

use super::{fold, folded, is_in_words};
use std::collections::{BTreeMap, BTreeSet};

/// One place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// One of these; perhaps nothing when optional.
    Choice { of: Choices, optional: bool },
    /// Up to this many words of any sort.
    Gap(u16),
    /// A name: one to five capitalised words.
    Name,
    /// A number in digits.
    Number,
    /// Nothing: a sentence begins here.
    Start,
    /// Nothing: the next word is a hashtag.
    Tag,
}

pub(super) type Sequence = Vec<Place>;

/// What may fill one place: whole words, beginnings and endings of words, and phrases.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choices {
    pub(super) whole: BTreeSet<String>,
    pub(super) prefixes: BTreeSet<String>,
    pub(super) suffixes: BTreeSet<String>,
    pub(super) phrases: Vec<Sequence>,
    /// It is a class, which other phrases use too.
    pub(super) is_class: bool,
}

pub(super) type Classes = BTreeMap<String, Choices>;

/// A gap is at most this long.
const GAP_MAX: u16 = 8;

impl Choices {
    /// Its words, where it is nothing but words that are spelled out.
    pub(super) fn spelled(&self) -> Option<BTreeSet<&str>> {
        if !self.prefixes.is_empty() || !self.suffixes.is_empty() {
            return None;
        }
        let mut words: BTreeSet<&str> = self.whole.iter().map(String::as_str).collect();
        for phrase in &self.phrases {
            match phrase.as_slice() {
                [Place::Choice { of, optional: false }] => words.extend(of.spelled()?),
                _ => return None,
            }
        }
        Some(words)
    }

    /// Gathers what is spelled out in brackets; classes stay what they are, so that phrases can share them.
    fn of(choices: Vec<Sequence>) -> Choices {
        let mut gathered = Choices::default();
        for choice in choices {
            match <[Place; 1]>::try_from(choice) {
                Ok([Place::Choice { of, optional: false }]) if !of.is_class => {
                    gathered.whole.extend(of.whole);
                    gathered.prefixes.extend(of.prefixes);
                    gathered.suffixes.extend(of.suffixes);
                    gathered.phrases.extend(of.phrases);
                }
                Ok(place) => gathered.phrases.push(place.into()),
                Err(phrase) => gathered.phrases.push(phrase),
            }
        }
        gathered
    }
}

/// The places of a phrase, which must begin and end with something that is always there.
pub(super) fn read(phrase: &str, classes: &Classes) -> Result<Sequence, String> {
    let sequence = parse(phrase, classes)?;
    if is_firm(&sequence, <[Place]>::first) && is_firm(&sequence, <[Place]>::last) {
        Ok(sequence)
    } else {
        Err("a phrase begins and ends with a word, a name or a number".into())
    }
}

fn parse(phrase: &str, classes: &Classes) -> Result<Sequence, String> {
    let mut parser = Parser { rest: phrase.trim(), classes };
    let sequence = parser.sequence()?;
    if !parser.rest.is_empty() {
        return Err(format!("`{}` was not expected here; choices stand in brackets: (one|two)", parser.rest));
    }
    Ok(sequence)
}

/// Whether the first or the last place, and that of every choice in it, is always there.
fn is_firm(sequence: &[Place], end: fn(&[Place]) -> Option<&Place>) -> bool {
    match end(sequence) {
        Some(Place::Choice { of, optional }) => !optional && of.phrases.iter().all(|phrase| is_firm(phrase, end)),
        Some(Place::Gap(_)) | None => false,
        Some(_) => true,
    }
}

/// The words between commas of a class.
pub(super) fn read_class(list: &str, classes: &Classes) -> Result<Choices, String> {
    let entries = list.split(',').map(str::trim).filter(|entry| !entry.is_empty());
    let read: Result<Vec<_>, _> = entries.map(|entry| parse(entry, classes)).collect();
    Ok(Choices { is_class: true, ..Choices::of(read?) })
}

/// The plain words of a list between spaces, brackets for endings allowed.
pub(super) fn read_list(list: &str) -> Result<BTreeSet<String>, String> {
    let mut words = BTreeSet::new();
    for entry in list.split_whitespace() {
        let sequence = parse(entry, &Classes::new())?;
        let spelled = match sequence.as_slice() {
            [Place::Choice { of, optional: false }] => of.spelled(),
            _ => None,
        };
        let spelled = spelled.ok_or_else(|| format!("`{entry}` is more than one word"))?;
        words.extend(spelled.into_iter().map(str::to_owned));
    }
    Ok(words)
}

struct Parser<'p> {
    rest: &'p str,
    classes: &'p Classes,
}

impl Parser<'_> {
    fn sequence(&mut self) -> Result<Sequence, String> {
        let mut sequence = Sequence::new();
        loop {
            self.rest = self.rest.trim_start();
            let Some(next) = self.rest.chars().next().filter(|next| !"|)]".contains(*next)) else { break };
            match next {
                '[' => sequence.push(Place::Choice { of: self.choices(']')?, optional: true }),
                '(' => sequence.push(Place::Choice { of: self.choices(')')?, optional: false }),
                '{' => sequence.push(self.class()?),
                '^' => {
                    self.skip(1);
                    sequence.push(Place::Start);
                }
                '#' => {
                    self.skip(1);
                    sequence.push(Place::Tag);
                }
                '.' => sequence.push(self.gap()?),
                _ => sequence.extend(self.word()?),
            }
        }
        if sequence.is_empty() {
            Err("a choice is empty; what may be left out stands in [ ]".into())
        } else {
            Ok(sequence)
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// What stands up to one of these characters, and moves there.
    fn until(&mut self, ends: &[char]) -> &str {
        let (head, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        head
    }

    fn choices(&mut self, close: char) -> Result<Choices, String> {
        self.skip(1);
        let mut choices = Vec::new();
        loop {
            choices.push(self.sequence()?);
            if let Some(rest) = self.rest.strip_prefix(close) {
                self.rest = rest;
                return Ok(Choices::of(choices));
            }
            self.rest = self.rest.strip_prefix('|').ok_or_else(|| format!("a bracket is never closed by `{close}`"))?;
        }
    }

    fn class(&mut self) -> Result<Place, String> {
        self.skip(1);
        let name = self.until(&['}']).to_owned();
        self.skip(1);
        match name.as_str() {
            "Name" => Ok(Place::Name),
            "Number" => Ok(Place::Number),
            _ => {
                let class = self.classes.get(&name).ok_or_else(|| format!("unknown word class {{{name}}}"))?;
                Ok(Place::Choice { of: class.clone(), optional: false })
            }
        }
    }

    fn gap(&mut self) -> Result<Place, String> {
        let token = self.until(&[' ', '|', ')', ']']);
        let size = token.strip_prefix("..").and_then(|size| size.parse().ok());
        let size = size.filter(|size| (1..=GAP_MAX).contains(size));
        size.map(Place::Gap).ok_or_else(|| format!("`{token}` is no gap; write ..1 to ..{GAP_MAX}"))
    }

    /// A word with its endings, each of which may be left out: `vacature(s)`, `hir(e|es|ing)`, `*monteur`, `boekhoud*`, `e-mail`.
    fn word(&mut self) -> Result<Sequence, String> {
        let stem = self.until(&[' ', '\n', '[', ']', '(', ')', '{', '}', '|', '#', '^']).to_owned();
        let mut endings = vec![String::new()];
        if let Some(rest) = self.rest.strip_prefix('(').filter(|_| !stem.is_empty()) {
            let (inside, after) = rest.split_once(')').ok_or_else(|| format!("`{stem}(` is never closed"))?;
            self.rest = after;
            endings.extend(inside.split('|').map(str::to_owned));
        }
        if !self.rest.is_empty() && !self.rest.starts_with([' ', '\n', '|', ')', ']']) {
            return Err(format!("after `{stem}` a space is missing before `{}`", self.rest));
        }
        let spelled = endings.iter().map(|ending| spell(&format!("{stem}{ending}")));
        let mut spelled = spelled.collect::<Result<Vec<_>, _>>()?;
        match spelled.pop_if(|_| endings.len() == 1) {
            Some(alone) => Ok(alone),
            None => Ok(vec![Place::Choice { of: Choices::of(spelled), optional: false }]),
        }
    }
}

/// A word, folded as the reader folds posts; a hyphen makes two.
fn spell(word: &str) -> Result<Sequence, String> {
    let inner = word.trim_matches('*');
    let mut parts = vec![String::new()];
    let mut hash = fold::SEED;
    for c in inner.chars() {
        let folded = match folded(c) {
            Some(apostrophe) if apostrophe == "'" && fold::elides(hash) => "-".into(),
            Some(letters) if ["'", "-"].contains(&letters.as_str()) || is_in_words(&letters) => letters,
            _ => return Err(format!("`{c}` in `{word}` is no letter, digit, apostrophe or hyphen")),
        };
        for letter in folded.chars() {
            if letter == '-' {
                parts.push(String::new());
                hash = fold::SEED;
            } else if let Some(part) = parts.last_mut() {
                part.push(letter);
                hash = fold::step(hash, letter as u8);
            }
        }
    }
    if parts.iter().any(String::is_empty) {
        return Err(format!("`{word}` is no word"));
    }
    let alone = parts.len() == 1;
    let places = parts.into_iter().map(|part| {
        let mut of = Choices::default();
        let set = match (word.starts_with('*'), word.ends_with('*')) {
            (true, false) if alone => &mut of.suffixes,
            (false, true) if alone => &mut of.prefixes,
            _ => &mut of.whole,
        };
        set.insert(part);
        Place::Choice { of, optional: false }
    });
    let places: Sequence = places.collect();
    if word.contains('*') && (!alone || inner.contains('*') || (word.starts_with('*') && word.ends_with('*'))) {
        return Err(format!("`{word}`: one * may stand at one end of one word"));
    }
    Ok(places)
}
