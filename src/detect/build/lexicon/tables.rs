//! Gathers words, classes, patterns and rules of all lexicons, and writes them as Rust tables.

use super::alike::Alike;
use super::anchor::Frequencies;
use super::clues::NO_CLUE;
use super::element::LANGUAGE_SHIFT;
use super::encoder::Encoder;
use super::finding::Kind;
use super::lookup::Lookup;
use super::needs::{OfWords, Sets};
use super::phrase::Sequence;
use super::rows;
use super::vocabulary::Vocabulary;
use std::collections::BTreeSet;

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
    phrases: Vec<(Owner, Sequence)>,
    /// The frequent words of each language.
    common: Vec<BTreeSet<String>>,
    /// The words of `BEFORE_NAMES` and `INSIDE_NAMES`.
    name_lists: [BTreeSet<String>; 2],
}

/// Languages that have a bit in the lists of `Traits`, and room above the number of a row.
const LANGUAGES_MAX: usize = 1 << (u16::BITS - LANGUAGE_SHIFT);

impl Tables {
    pub(super) fn new(read: &[&str]) -> Self {
        Tables {
            mark_names: read.iter().map(|name| (*name).to_owned()).collect(),
            marks: Vec::new(),
            rules: Vec::new(),
            phrases: Vec::new(),
            common: Vec::new(),
            name_lists: Default::default(),
        }
    }

    /// Adds the next language's frequent words, and its words before names and inside names.
    pub(super) fn add_lists(&mut self, common: BTreeSet<String>, name_lists: [BTreeSet<String>; 2]) {
        self.common.push(common);
        for (known, list) in self.name_lists.iter_mut().zip(name_lists) {
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
        sequences: Vec<Sequence>,
    ) -> Result<(), String> {
        let bit = self.mark(name).unwrap_or_else(|| {
            self.mark_names.push(name.to_owned());
            self.mark_names.len() - 1
        });
        let bit = u8::try_from(bit).ok().filter(|bit| *bit < 16).ok_or("there can be 16 marks at most")?;
        let owner = Owner::Mark(self.marks.len());
        self.marks.push(Mark { bit, reach, language });
        self.phrases.extend(sequences.into_iter().map(|sequence| (owner, sequence)));
        Ok(())
    }

    pub(super) fn add_rule(&mut self, rule: Rule, sequences: Vec<Sequence>) -> Result<(), String> {
        if let Some(other) = self.rules.iter().find(|other| other.name == rule.name) {
            return Err(format!("{}: the rule `{}` is also in {}", rule.place, rule.name, other.place));
        }
        let owner = Owner::Rule(self.rules.len());
        self.rules.push(rule);
        self.phrases.extend(sequences.into_iter().map(|sequence| (owner, sequence)));
        Ok(())
    }

    /// The tables as Rust source.
    ///
    /// `said` are words as people say them, each as often as they do.
    pub(super) fn source(&self, said: &[String]) -> Result<String, String> {
        let common = self.common.iter().flatten().cloned().collect();
        let frequencies = Frequencies::of(said.iter().map(String::as_str), &common);
        let vocabulary = self.vocabulary(&frequencies)?;
        let mut encoder = Encoder::new(&vocabulary);
        let (mut rules, mut marks) = (Lookup::default(), Lookup::default());
        for (owner, sequence) in &self.phrases {
            let (lookup, target) = match *owner {
                Owner::Rule(rule) => (&mut rules, rule),
                Owner::Mark(mark) => (&mut marks, mark),
            };
            lookup.add(sequence, (target, self.language(*owner)), &frequencies, &mut encoder)?;
        }
        let mut source = String::new();
        vocabulary.write(&mut source);
        let asked = rules.asked();
        let clues = OfWords::new(&asked);
        let needs = Sets::new(&clues, &asked);
        source += &needs.write();
        self.write_traits([&rules, &marks], &vocabulary, &clues, &mut source)?;
        // Marks are looked for in few sentences.
        for (name, lookup, needs) in [("RULE_ANCHORS", rules, Some(&needs)), ("MARK_ANCHORS", marks, None)] {
            source += &lookup.write(name, &vocabulary, needs)?;
        }
        source += &rows::table("SHARED", &encoder.shared);
        let affixes = encoder.affixes();
        source += &format!("pub(super) static AFFIXES: &[Affixes] = &[{affixes}];\n");
        self.write_owners(&mut source);
        Ok(source)
    }

    /// What is known of each word: the lists it is on, and its clue.
    fn write_traits(
        &self,
        [rules, marks]: [&Lookup; 2],
        vocabulary: &Vocabulary,
        clues: &OfWords,
        source: &mut String,
    ) -> Result<(), String> {
        let mut lists = vec![0u8; vocabulary.largest() + 1];
        let mut add = |bit: usize, words: BTreeSet<u16>| {
            for word in words {
                lists.get_mut(usize::from(word)).into_iter().for_each(|lists| *lists |= 1 << bit);
            }
        };
        for (bit, list) in self.lists() {
            add(bit, vocabulary.numbers(list.iter().map(String::as_str))?);
        }
        let names = ["BEFORE_NAMES", "INSIDE_NAMES", "RULE_ANCHOR", "MARK_ANCHOR"];
        *source += &format!("pub(super) const COMMON: u8 = {};\n", (1 << LANGUAGES_MAX) - 1);
        for (bit, name) in (LANGUAGES_MAX..).zip(names) {
            *source += &format!("pub(super) const {name}: u8 = 1 << {bit};\n");
        }
        for (bit, lookup) in (LANGUAGES_MAX + self.name_lists.len()..).zip([rules, marks]) {
            add(bit, lookup.words().collect());
        }
        let words = vocabulary.words();
        let traits = (0..).zip(lists).map(|(number, lists)| {
            let clue = words.get(&number).map_or(NO_CLUE, |word| clues.of(word));
            format!("Traits {{ lists: {lists}, clue: {clue} }}")
        });
        let traits: Vec<String> = traits.collect();
        *source += &format!("pub(super) static TRAITS: [Traits; {}] = [{}];\n", traits.len(), traits.join(", "));
        Ok(())
    }

    fn language(&self, owner: Owner) -> usize {
        match owner {
            Owner::Rule(rule) => self.rules.get(rule).map(|rule| rule.language),
            Owner::Mark(mark) => self.marks.get(mark).map(|mark| mark.language),
        }
        .unwrap_or_default()
    }

    /// The lists of the files, by their bits in the lists of `Traits`.
    fn lists(&self) -> impl Iterator<Item = (usize, &BTreeSet<String>)> {
        self.common.iter().enumerate().chain((LANGUAGES_MAX..).zip(&self.name_lists))
    }

    fn vocabulary(&self, frequencies: &Frequencies) -> Result<Vocabulary, String> {
        if self.common.len() > LANGUAGES_MAX {
            return Err(format!("there can be {LANGUAGES_MAX} languages at most"));
        }
        let mut alike = Alike::new(frequencies);
        for (bit, list) in self.lists() {
            alike.add_list(bit, list);
        }
        for (_, sequence) in &self.phrases {
            alike.add_phrase(sequence);
        }
        Vocabulary::new(alike.numbers()?)
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
