//! Gathers words, classes, patterns and rules of all lexicons, and writes them as Rust tables.

use super::anchor::Frequencies;
use super::element::CHOICES;
use super::encoder::{Encoder, Way};
use super::finding::Kind;
use super::phrase::{Choices, Place, Sequence};
use super::rows;
use super::vocabulary::Vocabulary;
use super::words_of;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The words of `COMMON`, `BEFORE_NAMES` and `INSIDE_NAMES`.
    lists: [BTreeSet<String>; 3],
}

impl Tables {
    pub(super) fn new(read: &[&str]) -> Self {
        Tables {
            mark_names: read.iter().map(|name| (*name).to_owned()).collect(),
            marks: Vec::new(),
            rules: Vec::new(),
            phrases: Vec::new(),
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
    pub(super) fn source(&self) -> Result<String, String> {
        let [common, before_names, inside_names] = &self.lists;
        let vocabulary = self.vocabulary()?;
        let sentences = self.rules.iter().flat_map(|rule| rule.hits.iter().chain(&rule.misses));
        let said: Vec<String> = sentences.flat_map(|sentence| words_of(sentence)).collect();
        let frequencies = Frequencies::of(said.iter().map(String::as_str), common);
        let mut encoder = Encoder::new(&vocabulary);
        let mut tables = [Anchors::default(), Anchors::default()];
        for (owner, sequence) in &self.phrases {
            let (Owner::Rule(target) | Owner::Mark(target)) = *owner;
            let [rules, marks] = &mut tables;
            let anchors = if let Owner::Rule(_) = owner { rules } else { marks };
            anchors.add(sequence, target, &frequencies, &mut encoder)?;
        }
        let mut source = String::new();
        vocabulary.write(&mut source);
        let mut lists = vec![0u8; vocabulary.len() + 1];
        for (bit, (name, list)) in
            [("COMMON", common), ("BEFORE_NAMES", before_names), ("INSIDE_NAMES", inside_names)].into_iter().enumerate()
        {
            source += &format!("pub(super) const {name}: u8 = 1 << {bit};\n");
            for word in vocabulary.numbers(list.iter().map(String::as_str))? {
                lists.get_mut(usize::from(word)).into_iter().for_each(|lists| *lists |= 1 << bit);
            }
        }
        source += &format!("pub(super) static LISTS: [u8; {}] = {lists:?};\n", lists.len());
        let [rules, marks] = &tables;
        rules.write("RULE_ANCHORS", &vocabulary, &mut source)?;
        marks.write("MARK_ANCHORS", &vocabulary, &mut source)?;
        source += &rows::table("SHARED", &encoder.shared);
        let affixes = encoder.affixes();
        source += &format!("pub(super) static AFFIXES: &[Affixes] = &[{affixes}];\n");
        self.write_owners(&mut source);
        Ok(source)
    }

    fn vocabulary(&self) -> Result<Vocabulary, String> {
        let mut words: BTreeSet<String> = self.lists.iter().flatten().cloned().collect();
        for (_, sequence) in &self.phrases {
            add_words(sequence, &mut words);
        }
        Vocabulary::new(&words)
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

/// All words that places name.
fn add_words(places: &[Place], words: &mut BTreeSet<String>) {
    for place in places {
        if let Place::Choice { of: Choices { whole, phrases, .. }, .. } = place {
            words.extend(whole.iter().cloned());
            for phrase in phrases {
                add_words(phrase, words);
            }
        }
    }
}

/// The phrases that are looked up by each set of words, and those that are looked up where choices were found, in the order of the files:
/// neighbours are alike, and what is alike packs well.
#[derive(Default)]
struct Anchors {
    lists: BTreeMap<BTreeSet<u16>, usize>,
    phrases: Vec<Vec<u16>>,
    choices: BTreeMap<Choices, usize>,
    around: Vec<Vec<u16>>,
}

impl Anchors {
    /// Adds a phrase: its target, the lengths of what stands before and after the anchor, and those elements, outwards.
    fn add(
        &mut self,
        sequence: &[Place],
        target: usize,
        frequencies: &Frequencies,
        encoder: &mut Encoder,
    ) -> Result<(), String> {
        let anchor = frequencies.anchor(sequence).ok_or("a phrase has lost its anchor")?;
        let (before, rest) = sequence.split_at_checked(anchor).ok_or("an anchor is outside its phrase")?;
        let Some((Place::Choice { of, .. }, after)) = rest.split_first() else {
            return Err("an anchor is no word".into());
        };
        let before = encoder.places(before, Way::Leftwards)?;
        let after = encoder.places(after, Way::Rightwards)?;
        let head = [target, before.len(), after.len()].map(u16::try_from);
        let head = head.into_iter().collect::<Result<Vec<_>, _>>().map_err(|_| "a phrase is too long")?;
        let row = match of.spelled() {
            Some(words) => self.looked_up_by(encoder.vocabulary.numbers(words)?),
            None => self.looked_up_around(of, frequencies, encoder)?,
        };
        row.ok_or("a row is lost")?.extend([head, before, after].concat());
        Ok(())
    }

    fn looked_up_by(&mut self, words: BTreeSet<u16>) -> Option<&mut Vec<u16>> {
        let list = *self.lists.entry(words).or_insert(self.phrases.len());
        if list == self.phrases.len() {
            self.phrases.push(Vec::new());
        }
        self.phrases.get_mut(list)
    }

    /// The phrases around these choices, each of which is looked up by itself.
    fn looked_up_around(
        &mut self,
        of: &Choices,
        frequencies: &Frequencies,
        encoder: &mut Encoder,
    ) -> Result<Option<&mut Vec<u16>>, String> {
        let known = self.choices.get(of).copied();
        let number = known.unwrap_or(self.around.len());
        if known.is_none() {
            self.choices.insert(of.clone(), number);
            self.around.push(Vec::new());
            let target = usize::from(CHOICES) + number;
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

    fn write(&self, name: &str, vocabulary: &Vocabulary, source: &mut String) -> Result<(), String> {
        let mut lists = vec![Vec::new(); vocabulary.len() + 1];
        for (words, list) in &self.lists {
            let list = u16::try_from(*list).map_err(|_| "too many anchors")?;
            for word in words {
                if let Some(lists) = lists.get_mut(usize::from(*word)) {
                    lists.push(list);
                }
            }
        }
        let (sorts, values): (Vec<_>, Vec<_>) =
            [&lists, &self.phrases, &self.around].map(|of| rows::rows(of)).into_iter().unzip();
        let [by_word, phrases, around] = values.as_slice() else { return Ok(()) };
        *source += &format!(
            "pub(super) static {name}: Anchors<{}> = Anchors {{ by_word: {by_word}, phrases: {phrases}, around: {around} }};\n",
            sorts.join(", ")
        );
        Ok(())
    }
}
