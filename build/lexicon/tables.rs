//! Gathers words, classes, patterns and rules of all lexicons, and writes them as Rust tables.

use super::finding::Kind;
use super::phrase::{Place, Sequence, Words};
use super::vocabulary::{ClassTable, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The classes of frequent words, of words before names and of words inside names: always there, always these numbers.
const COMMON: u16 = 0;
const BEFORE_NAMES: u16 = 1;
const INSIDE_NAMES: u16 = 2;
/// Bit of an element that may be missing.
pub(super) const OPTIONAL: u16 = 1 << 15;
/// Elements from here on are no words; the names of `element` in the crate.
const SPECIAL: u16 = 0x7FC0;
pub(super) const NAME: u16 = SPECIAL;
pub(super) const NUMBER: u16 = SPECIAL + 1;
pub(super) const START: u16 = SPECIAL + 2;
pub(super) const TAG: u16 = SPECIAL + 3;
pub(super) const GAP: u16 = SPECIAL + 16;

/// A rule, ready to be written.
pub(super) struct Rule {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) confidence: u8,
    pub(super) language: usize,
    pub(super) unless: u16,
    pub(super) needs: u16,
    pub(super) yields: bool,
    pub(super) also: Vec<Kind>,
    /// File and line.
    pub(super) place: String,
    pub(super) hits: Vec<String>,
    pub(super) misses: Vec<String>,
}

struct Mark {
    bit: u8,
    reach: usize,
    language: usize,
}

/// Whose phrase a pattern is: a place among the rules or among the marks.
#[derive(Clone, Copy)]
enum Owner {
    Rule(usize),
    Mark(usize),
}

pub(super) struct Tables {
    /// Names of marks; the place is the bit.
    mark_names: Vec<String>,
    marks: Vec<Mark>,
    rules: Vec<Rule>,
    patterns: Vec<(Owner, usize, Sequence)>,
    /// The words of `COMMON`, `BEFORE_NAMES` and `INSIDE_NAMES`.
    lists: [BTreeSet<String>; 3],
}

impl Tables {
    pub(super) fn new(read: &[&str]) -> Self {
        Tables {
            mark_names: read.iter().map(|name| (*name).to_owned()).collect(),
            marks: Vec::new(),
            rules: Vec::new(),
            patterns: Vec::new(),
            lists: Default::default(),
        }
    }

    /// Adds a language's frequent words, words before names and words inside names.
    pub(super) fn add_lists(&mut self, lists: [BTreeSet<String>; 3]) {
        for (known, list) in self.lists.iter_mut().zip(lists) {
            known.extend(list);
        }
    }

    /// The bit of a mark.
    pub(super) fn mark(&self, name: &str) -> Option<usize> {
        self.mark_names.iter().position(|known| known == name)
    }

    pub(super) fn add_mark(
        &mut self,
        name: &str,
        reach: usize,
        language: usize,
        sequences: Vec<(usize, Sequence)>,
    ) -> Result<(), String> {
        let bit = self.mark(name).unwrap_or_else(|| {
            self.mark_names.push(name.to_owned());
            self.mark_names.len() - 1
        });
        let bit = u8::try_from(bit).ok().filter(|bit| *bit < 16).ok_or("there can be 16 marks at most")?;
        let owner = Owner::Mark(self.marks.len());
        self.marks.push(Mark { bit, reach, language });
        self.patterns.extend(sequences.into_iter().map(|(anchor, sequence)| (owner, anchor, sequence)));
        Ok(())
    }

    pub(super) fn add_rule(&mut self, rule: Rule, sequences: Vec<(usize, Sequence)>) -> Result<(), String> {
        if let Some(other) = self.rules.iter().find(|other| other.name == rule.name) {
            return Err(format!("{}: the rule `{}` is also in {}", rule.place, rule.name, other.place));
        }
        let owner = Owner::Rule(self.rules.len());
        self.rules.push(rule);
        self.patterns.extend(sequences.into_iter().map(|(anchor, sequence)| (owner, anchor, sequence)));
        Ok(())
    }

    /// The tables as Rust source.
    pub(super) fn source(&self) -> Result<String, String> {
        let vocabulary = self.vocabulary()?;
        let mut classes = ClassTable::new(&vocabulary);
        for list in &self.lists {
            classes.number(&Words { whole: list.clone(), ..Words::default() })?;
        }
        let mut elements: Vec<u16> = Vec::new();
        let mut patterns = String::new();
        let mut rule_anchors: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        let mut mark_anchors = BTreeMap::new();
        let mut anchored = BTreeSet::new();
        for (at, (owner, anchor, sequence)) in self.patterns.iter().enumerate() {
            let first = elements.len();
            for place in sequence {
                elements.push(classes.element(place)?);
            }
            let words = match sequence.get(*anchor) {
                Some(Place::Word { words, .. }) => &words.whole,
                _ => return Err(format!("{sequence:?} has no anchor")),
            };
            let anchor_element = elements.get(first + anchor).copied().unwrap_or_default();
            let (anchors, target) = match owner {
                Owner::Rule(rule) => (&mut rule_anchors, rule),
                Owner::Mark(mark) => (&mut mark_anchors, mark),
            };
            anchors.entry(anchor_element).or_default().push(at);
            if let Owner::Rule(_) = owner {
                anchored.extend(words);
            }
            let needs = needs(sequence, *anchor, elements.get(first..).unwrap_or_default());
            let count = sequence.len();
            let left_first = is_left_first(sequence, *anchor);
            write!(
                patterns,
                "Pattern {{ first: {first}, count: {count}, anchor: {anchor}, left_first: {left_first}, target: {target}, needs: {needs:?} }}, "
            )
            .map_err(|error| error.to_string())?;
        }
        let mut source = String::new();
        vocabulary.write(&mut source);
        let first_special = vocabulary.words.len() + classes.sets.len() + 1;
        if first_special > usize::from(SPECIAL) || self.patterns.len() > usize::from(u16::MAX) {
            return Err(format!("{first_special} words and classes or {} patterns are too many", self.patterns.len()));
        }
        source += &format!("pub(super) const FIRST_CLASS: u16 = {};\n", vocabulary.words.len() + 1);
        let constants = [
            ("COMMON", COMMON),
            ("BEFORE_NAMES", BEFORE_NAMES),
            ("INSIDE_NAMES", INSIDE_NAMES),
            ("OPTIONAL", OPTIONAL),
        ];
        let special = [("NAME", NAME), ("NUMBER", NUMBER), ("START", START), ("TAG", TAG), ("GAP", GAP)];
        for (name, value) in constants.into_iter().chain(special) {
            source += &format!("pub(super) const {name}: u16 = {value};\n");
        }
        let values = first_special as u16;
        write_lists(&mut source, "WORD_CLASSES", &classes.members(), vocabulary.words.len() as u16 + 1)?;
        write_lists(&mut source, "RULE_ANCHORS", &rule_anchors, values)?;
        write_lists(&mut source, "MARK_ANCHORS", &mark_anchors, values)?;
        let mut bits = vec![0u32; vocabulary.words.len() / 32 + 1];
        for word in anchored {
            let number = vocabulary.place(word)? + 1;
            if let Some(bits) = bits.get_mut(number / 32) {
                *bits |= 1 << (number % 32);
            }
        }
        source += &format!("pub(super) static ANCHORED: [u32; {}] = {bits:?};\n", bits.len());
        source += &format!("pub(super) static AFFIXES: [Affixes; {}] = [{}];\n", classes.sets.len(), classes.affixes());
        source += &format!("pub(super) static ELEMENTS: [u16; {}] = {elements:?};\n", elements.len());
        source += &format!("pub(super) static PATTERNS: [Pattern; {}] = [{patterns}];\n", self.patterns.len());
        self.write_owners(&mut source);
        Ok(source)
    }

    fn vocabulary(&self) -> Result<Vocabulary, String> {
        let mut words: BTreeSet<&String> = self.lists.iter().flatten().collect();
        for (.., sequence) in &self.patterns {
            for place in sequence {
                if let Place::Word { words: set, .. } = place {
                    words.extend(&set.whole);
                }
            }
        }
        Vocabulary::new(words)
    }

    fn write_owners(&self, source: &mut String) {
        let marks = self
            .marks
            .iter()
            .map(|mark| format!("Mark {{ bit: {}, reach: {}, language: {} }}", mark.bit, mark.reach, mark.language));
        *source += &format!(
            "pub(super) static MARKS: [Mark; {}] = [{}];\n",
            self.marks.len(),
            marks.collect::<Vec<_>>().join(", ")
        );
        let rules = self.rules.iter().map(|rule| {
            format!(
                "Rule {{ name: {:?}, kind: Kind::{:?}, confidence: {}, language: {}, unless: {}, needs: {}, yields: {} }}",
                rule.name, rule.kind, rule.confidence, rule.language, rule.unless, rule.needs, rule.yields
            )
        });
        let rules = rules.collect::<Vec<_>>().join(",\n    ");
        *source += &format!("pub(super) static RULES: [Rule; {}] = [\n    {rules}\n];\n", self.rules.len());
        let proofs = self.rules.iter().map(|rule| {
            let also: String = rule.also.iter().map(|kind| format!("Kind::{kind:?}, ")).collect();
            format!(
                "Proof {{ rule: {:?}, kind: Kind::{:?}, place: {:?}, also: &[{also}], hits: &{:?}, misses: &{:?} }}",
                rule.name, rule.kind, rule.place, rule.hits, rule.misses
            )
        });
        let proofs = proofs.collect::<Vec<_>>().join(",\n    ");
        *source += &format!("#[cfg(test)]\npub(super) static PROOFS: &[Proof] = &[\n    {proofs}\n];\n");
    }
}

/// The two elements, the rarest first, without which a sentence cannot match; the anchor, which is there, where there are fewer.
fn needs(sequence: &[Place], anchor: usize, elements: &[u16]) -> [u16; 2] {
    let places = sequence.iter().zip(elements).enumerate().filter(|(at, _)| *at != anchor);
    let mut needed: Vec<(usize, u16)> = places
        .filter_map(|(_, (place, element))| match place {
            // Beginnings and endings are not looked up ahead.
            Place::Word { words, optional: false } if words.prefixes.is_empty() && words.suffixes.is_empty() => {
                Some((words.whole.len(), *element))
            }
            _ => None,
        })
        .collect();
    needed.sort_unstable();
    let usual = elements.get(anchor).copied().unwrap_or_default();
    let one = needed.first().map_or(usual, |(_, element)| *element);
    [one, needed.get(1).map_or(one, |(_, element)| *element)]
}

/// Whether the elements before the anchor are fewer to try: a word beside it rules out more than a gap does.
fn is_left_first(sequence: &[Place], anchor: usize) -> bool {
    let is_tight =
        |place: Option<&Place>| matches!(place, Some(Place::Word { optional: false, .. } | Place::Start | Place::Tag));
    let left = anchor.checked_sub(1).and_then(|at| sequence.get(at));
    is_tight(left) && !is_tight(sequence.get(anchor + 1))
}

/// Writes one list for each number below `count` as one row and the places where each list begins.
fn write_lists(source: &mut String, name: &str, lists: &BTreeMap<u16, Vec<usize>>, count: u16) -> Result<(), String> {
    let mut starts = vec![0];
    let mut row: Vec<usize> = Vec::new();
    for number in 0..count {
        row.extend(lists.get(&number).into_iter().flatten());
        starts.push(row.len());
    }
    let (starts_len, row_len) = (starts.len(), row.len());
    if row_len > usize::from(u16::MAX) {
        return Err(format!("{name}: {row_len} entries are too many; use fewer or smaller word classes"));
    }
    *source += &format!(
        "pub(super) static {name}: Lists<{starts_len}, {row_len}> = Lists {{ starts: {starts:?}, row: {row:?} }};\n"
    );
    Ok(())
}
