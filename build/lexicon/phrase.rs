//! Reads a phrase pattern and spells its choices out, so that matching knows only plain sequences.

use super::fold::{self, Fold, fold};
use std::collections::{BTreeMap, BTreeSet};

/// One place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// One of these words; one that may be missing when optional.
    Word { words: Words, optional: bool },
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

/// Words that may fill one place: whole ones, and beginnings or endings of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Words {
    pub(super) whole: BTreeSet<String>,
    pub(super) prefixes: BTreeSet<String>,
    pub(super) suffixes: BTreeSet<String>,
}

pub(super) type Sequence = Vec<Place>;
pub(super) type Classes = BTreeMap<String, Vec<Sequence>>;

/// The most plain sequences one phrase may stand for; more is a slip of the pen.
const CHOICES_MAX: usize = 256;
/// A gap is at most this long.
const GAP_MAX: u16 = 8;

/// The plain sequences that a phrase stands for.
pub(super) fn read(phrase: &str, classes: &Classes) -> Result<Vec<Sequence>, String> {
    let mut parser = Parser { rest: phrase.trim(), classes };
    let sequences = parser.sequence()?;
    if !parser.rest.is_empty() {
        return Err(format!("`{}` was not expected here; choices stand in brackets: (one|two)", parser.rest));
    }
    Ok(sequences)
}

/// The words between commas of a class, each a sequence of its own; single words are gathered into one.
pub(super) fn read_class(list: &str, classes: &Classes) -> Result<Vec<Sequence>, String> {
    let entries = list.split(',').map(str::trim).filter(|entry| !entry.is_empty());
    let read: Result<Vec<_>, _> = entries.map(|entry| read(entry, classes)).collect();
    Ok(gather(read?.concat()))
}

/// The plain words of a list between spaces, brackets for endings allowed.
pub(super) fn read_list(list: &str) -> Result<BTreeSet<String>, String> {
    let mut words = BTreeSet::new();
    for entry in list.split_whitespace() {
        for sequence in read(entry, &Classes::new())? {
            match sequence.as_slice() {
                [Place::Word { words: one, optional: false }] => words.extend(one.whole.iter().cloned()),
                _ => return Err(format!("`{entry}` is more than one word")),
            }
        }
    }
    Ok(words)
}

struct Parser<'p> {
    rest: &'p str,
    classes: &'p Classes,
}

impl Parser<'_> {
    fn sequence(&mut self) -> Result<Vec<Sequence>, String> {
        let mut sequences = vec![Sequence::new()];
        loop {
            self.rest = self.rest.trim_start();
            let Some(next) = self.rest.chars().next().filter(|next| !"|)]".contains(*next)) else { break };
            let choices = match next {
                '[' => {
                    self.skip(1);
                    optional(self.choices(']')?)
                }
                '(' => {
                    self.skip(1);
                    self.choices(')')?
                }
                '{' => self.class()?,
                '^' => {
                    self.skip(1);
                    vec![vec![Place::Start]]
                }
                '#' => {
                    self.skip(1);
                    prefixed(&Place::Tag, self.word()?)
                }
                '.' => self.gap()?,
                _ => self.word()?,
            };
            sequences = product(&sequences, &choices)?;
        }
        Ok(sequences)
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

    fn choices(&mut self, close: char) -> Result<Vec<Sequence>, String> {
        let mut choices = Vec::new();
        loop {
            choices.extend(self.sequence()?);
            if let Some(rest) = self.rest.strip_prefix(close) {
                self.rest = rest;
                return Ok(gather(choices));
            }
            self.rest = self.rest.strip_prefix('|').ok_or_else(|| format!("a bracket is never closed by `{close}`"))?;
        }
    }

    fn class(&mut self) -> Result<Vec<Sequence>, String> {
        self.skip(1);
        let name = self.until(&['}']).to_owned();
        self.skip(1);
        match name.as_str() {
            "Name" => Ok(vec![vec![Place::Name]]),
            "Number" => Ok(vec![vec![Place::Number]]),
            _ => self.classes.get(&name).cloned().ok_or_else(|| format!("unknown word class {{{name}}}")),
        }
    }

    fn gap(&mut self) -> Result<Vec<Sequence>, String> {
        let token = self.until(&[' ', '|', ')', ']']);
        let size = token.strip_prefix("..").and_then(|size| size.parse().ok());
        let size = size.filter(|size| (1..=GAP_MAX).contains(size));
        Ok(vec![vec![Place::Gap(size.ok_or_else(|| format!("`{token}` is no gap; write ..1 to ..{GAP_MAX}"))?)]])
    }

    /// A word with its endings, each of which may be left out: `vacature(s)`, `hir(e|es|ing)`, `*monteur`, `boekhoud*`, `e-mail`.
    fn word(&mut self) -> Result<Vec<Sequence>, String> {
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
        let spelled: Result<Vec<_>, _> = endings.iter().map(|ending| spell(&format!("{stem}{ending}"))).collect();
        Ok(gather(spelled?))
    }
}

/// A word, folded as the reader folds posts; a hyphen makes two.
fn spell(word: &str) -> Result<Sequence, String> {
    let inner = word.trim_matches('*');
    let mut parts = vec![String::new()];
    let mut hash = fold::SEED;
    for c in inner.chars() {
        let folded = match fold(c) {
            Fold::Ascii(b'\'') if fold::elides(hash) => String::from("-"),
            Fold::Ascii(ascii) if ascii.is_ascii_alphanumeric() || b"'-".contains(&ascii) => {
                char::from(ascii).to_ascii_lowercase().to_string()
            }
            Fold::Pair(one, two) => [one, two].map(|letter| char::from(letter).to_ascii_lowercase()).iter().collect(),
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
        let mut words = Words::default();
        let set = match (word.starts_with('*'), word.ends_with('*')) {
            (true, false) if alone => &mut words.suffixes,
            (false, true) if alone => &mut words.prefixes,
            _ => &mut words.whole,
        };
        set.insert(part);
        Place::Word { words, optional: false }
    });
    let places: Sequence = places.collect();
    if word.contains('*') && (!alone || inner.contains('*') || (word.starts_with('*') && word.ends_with('*'))) {
        return Err(format!("`{word}`: one * may stand at one end of one word"));
    }
    Ok(places)
}

/// Gathers the choices of one word each into one place, so that they cost one pattern.
fn gather(choices: Vec<Sequence>) -> Vec<Sequence> {
    let mut gathered = Words::default();
    let mut others = Vec::new();
    for choice in choices {
        match choice.as_slice() {
            [Place::Word { words, optional: false }] => {
                gathered.whole.extend(words.whole.iter().cloned());
                gathered.prefixes.extend(words.prefixes.iter().cloned());
                gathered.suffixes.extend(words.suffixes.iter().cloned());
            }
            _ => others.push(choice),
        }
    }
    if gathered != Words::default() {
        others.push(vec![Place::Word { words: gathered, optional: false }]);
    }
    others
}

fn optional(choices: Vec<Sequence>) -> Vec<Sequence> {
    let mut either: Vec<Sequence> = Vec::new();
    let mut single = false;
    for choice in choices {
        match choice.as_slice() {
            [Place::Word { words, .. }] => {
                single = true;
                either.push(vec![Place::Word { words: words.clone(), optional: true }]);
            }
            _ => either.push(choice),
        }
    }
    if !single {
        either.push(Sequence::new());
    }
    either
}

fn prefixed(place: &Place, choices: Vec<Sequence>) -> Vec<Sequence> {
    choices.into_iter().map(|choice| [vec![place.clone()], choice].concat()).collect()
}

fn product(heads: &[Sequence], tails: &[Sequence]) -> Result<Vec<Sequence>, String> {
    if heads.len() * tails.len() > CHOICES_MAX {
        return Err(format!("stands for more than {CHOICES_MAX} phrases; use fewer brackets"));
    }
    Ok(heads.iter().flat_map(|head| tails.iter().map(move |tail| [head.clone(), tail.clone()].concat())).collect())
}
