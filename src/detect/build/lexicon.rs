//! Compiles `src/detect/lexicon/*.toml`, each with the files of the folder of its name, into the tables that the matcher borrows.
//!
//! Every mistake is reported with its file and line.

#[path = "lexicon/alike.rs"]
mod alike;
#[path = "lexicon/anchor.rs"]
mod anchor;
#[allow(dead_code, reason = "shared with the crate, which uses the rest")]
#[path = "../lexicon/clues.rs"]
mod clues;
#[allow(dead_code, reason = "shared with the crate, which uses all of it")]
#[path = "../lexicon/element.rs"]
mod element;
#[path = "lexicon/encoder.rs"]
mod encoder;
#[allow(dead_code, unreachable_pub, reason = "shared with the crate, which uses all of it")]
#[path = "../detectors/finding.rs"]
pub(crate) mod finding;
#[allow(dead_code, unreachable_pub, reason = "shared with the crate, which uses all of it")]
#[path = "../text/fold.rs"]
pub(crate) mod fold;
#[path = "lexicon/lookup.rs"]
mod lookup;
#[path = "lexicon/needs.rs"]
mod needs;
#[path = "lexicon/phrase.rs"]
mod phrase;
#[path = "../lexicon/places.rs"]
mod places;
#[path = "lexicon/rows.rs"]
mod rows;
#[path = "lexicon/schema.rs"]
mod schema;
#[path = "lexicon/tables.rs"]
mod tables;
#[path = "lexicon/vocabulary.rs"]
mod vocabulary;

use crate::line_of;
use phrase::{Classes, Sequence};
use serde::de::DeserializeOwned;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use tables::{Rule, Tables};
use toml::Spanned;

const FOLDER: &str = "lexicon";
/// What people write, in all languages: the examples that the model learns from (`tools/model`), a line each.
const SAMPLE: &str = "../../tools/model/corpus";
/// How far from a match a mark counts; numbered as in lexicon/mod.rs.
const REACHES: [&str; 4] = ["near", "before", "sentence", "text"];
/// Marks that the reader makes by itself, in every language.
const READ: [&str; 2] = ["question", "quotation"];

const NO_ANCHOR: &str = "a phrase needs one word that is always there and spelled out";

/// Reads the lexicons and returns the Rust source of the tables.
pub(crate) fn compile() -> Result<String, String> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let paths = files(Path::new(FOLDER), "toml")?;
    let mut tables = Tables::new(&READ);
    let mut mistakes = Vec::new();
    for (language, path) in paths.iter().enumerate() {
        if let Err(found) = Lexicon::add(path, language, &mut tables) {
            mistakes.extend(found);
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes.join("\n"));
    }
    let names: Vec<_> = paths.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
    let languages =
        format!("/// The languages that have a lexicon.\npub const LANGUAGES: [&str; {}] = {names:?};\n", names.len());
    Ok(tables.source(&sample(&paths)?)? + &languages)
}

/// The words of the sample.
fn sample(lexicons: &BTreeSet<PathBuf>) -> Result<Vec<String>, String> {
    println!("cargo::rerun-if-changed={SAMPLE}");
    let mut said = Vec::new();
    for language in lexicons.iter().filter_map(|path| path.file_stem()) {
        for path in files(&Path::new(SAMPLE).join(language), "txt")? {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            for (_, example) in text.lines().filter_map(|line| line.split_once(" | ")) {
                // What a stretch discloses stands before it, after the bracket: `{kind:the words}`.
                let stretches = example.split('{').enumerate();
                let words = stretches.map(|(at, stretch)| if at == 0 { stretch } else { after_colon(stretch) });
                said.extend(words.flat_map(words_of));
            }
        }
    }
    Ok(said)
}

fn after_colon(stretch: &str) -> &str {
    stretch.split_once(':').map_or(stretch, |(_, words)| words)
}

/// The files of a folder with this extension, in order of their names.
fn files(folder: &Path, extension: &str) -> Result<BTreeSet<PathBuf>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|found| found == extension) {
            paths.insert(path);
        }
    }
    Ok(paths)
}

/// One language being compiled.
struct Lexicon {
    /// The file being read, and its text.
    path: PathBuf,
    text: String,
    classes: Classes,
    mistakes: Vec<String>,
}

impl Lexicon {
    fn add(path: &Path, language: usize, tables: &mut Tables) -> Result<(), Vec<String>> {
        let mut lexicon =
            Lexicon { path: path.to_owned(), text: String::new(), classes: Classes::new(), mistakes: Vec::new() };
        let file: schema::File = lexicon.read(path).map_err(|fault| vec![fault])?;
        let common = lexicon.list(&file.common);
        let names = [&file.before_names, &file.inside_names].map(|list| lexicon.list(list));
        tables.add_lists(common, names);
        lexicon.read_classes(&file.words);
        for mark in &file.mark {
            lexicon.add_mark(mark, language, tables);
        }
        for rule in &file.rule {
            lexicon.add_rule(rule, &file.unless, language, tables);
        }
        let folder = path.with_extension("");
        if folder.is_dir() {
            for path in files(&folder, "toml").map_err(|fault| vec![fault])? {
                let part: schema::Part = lexicon.read(&path).map_err(|fault| vec![fault])?;
                lexicon.read_classes(&part.words);
                for rule in &part.rule {
                    lexicon.add_rule(rule, part.unless.as_deref().unwrap_or(&file.unless), language, tables);
                }
            }
        }
        if lexicon.mistakes.is_empty() { Ok(()) } else { Err(lexicon.mistakes) }
    }

    /// Reads a file, in which mistakes are from now on.
    fn read<F: DeserializeOwned>(&mut self, path: &Path) -> Result<F, String> {
        let shown = path.display();
        self.path = path.to_owned();
        self.text = fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
        toml::from_str(&self.text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(&self.text, span.start));
            format!("{shown}:{line}: {}", error.message())
        })
    }

    fn mistake<T>(&mut self, at: &Spanned<T>, what: &str) {
        self.mistakes.push(format!("{}:{}: {what}", self.path.display(), line_of(&self.text, at.span().start)));
    }

    fn list(&mut self, words: &Spanned<String>) -> BTreeSet<String> {
        phrase::read_list(words.get_ref()).unwrap_or_else(|what| {
            self.mistake(words, &what);
            BTreeSet::new()
        })
    }

    /// Reads the classes, those first that use no other.
    fn read_classes(&mut self, words: &BTreeMap<String, Spanned<String>>) {
        let mut left: Vec<_> = words.iter().collect();
        while !left.is_empty() {
            let before = left.len();
            left.retain(|(name, list)| match phrase::read_class(list.get_ref(), &self.classes) {
                Ok(read) => {
                    self.classes.insert((*name).clone(), read);
                    false
                }
                Err(_) => true,
            });
            if left.len() == before {
                break;
            }
        }
        for (name, list) in left {
            if let Err(what) = phrase::read_class(list.get_ref(), &self.classes) {
                self.mistake(list, &format!("word class {{{name}}}: {what}"));
            }
        }
    }

    /// The phrases, checked.
    fn sequences(&mut self, phrases: &[Spanned<String>]) -> Vec<Sequence> {
        let mut sequences = Vec::new();
        for phrase in phrases {
            let read = phrase::read(phrase.get_ref(), &self.classes);
            match read.and_then(|read| anchor::anchorable(&read).then_some(read).ok_or_else(|| NO_ANCHOR.into())) {
                Ok(read) => sequences.push(read),
                Err(what) => self.mistake(phrase, &what),
            }
        }
        sequences
    }

    fn marks(&mut self, names: &[Spanned<String>], tables: &Tables) -> u16 {
        let mut marks = 0;
        for name in names {
            match tables.mark(name.get_ref()) {
                Some(bit) => marks |= 1 << bit,
                None => self.mistake(name, &format!("unknown mark `{}`", name.get_ref())),
            }
        }
        marks
    }

    fn kind(&mut self, name: &Spanned<String>) -> Option<finding::Kind> {
        let kind = finding::Kind::ALL.iter().copied().find(|kind| kind.name() == name.get_ref());
        if kind.is_none() {
            self.mistake(name, &format!("unknown kind `{}`", name.get_ref()));
        }
        kind
    }

    fn add_mark(&mut self, mark: &schema::Mark, language: usize, tables: &mut Tables) {
        let Some(reach) = REACHES.iter().position(|reach| reach == mark.reach.get_ref()) else {
            let known = REACHES.join(", ");
            return self.mistake(&mark.reach, &format!("unknown reach `{}`; known are {known}", mark.reach.get_ref()));
        };
        let sequences = self.sequences(&mark.phrases);
        if let Err(what) = tables.add_mark(mark.name.get_ref(), reach, language, sequences) {
            self.mistake(&mark.name, &what);
        }
    }

    fn add_rule(&mut self, rule: &schema::Rule, unless: &[Spanned<String>], language: usize, tables: &mut Tables) {
        let kind = self.kind(&rule.kind);
        let also: Vec<_> = rule.also.iter().filter_map(|name| self.kind(name)).collect();
        let unless = self.marks(rule.unless.as_deref().unwrap_or(unless), tables);
        let needs = self.marks(&rule.needs, tables);
        let sequences = self.sequences(&rule.phrases);
        if rule.hits.is_empty() || rule.misses.is_empty() {
            self.mistake(&rule.name, "a rule needs at least one of `hits` and of `misses`");
        }
        if !(1..=100).contains(rule.confidence.get_ref()) {
            self.mistake(&rule.confidence, "confidence is a percentage");
        }
        let Some(kind) = kind else { return };
        let rule = Rule {
            name: rule.name.get_ref().clone(),
            kind,
            confidence: *rule.confidence.get_ref(),
            language,
            unless,
            needs,
            yields: rule.yields,
            also,
            place: format!("{}:{}", self.path.display(), line_of(&self.text, rule.name.span().start)),
            hits: rule.hits.clone(),
            misses: rule.misses.clone(),
        };
        if let Err(what) = tables.add_rule(rule, sequences) {
            self.mistakes.push(what);
        }
    }
}

/// The words of a sentence, in lower case and folded.
fn words_of(sentence: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in sentence.chars() {
        match (folded(c), words.last_mut()) {
            (Some(letters), Some(word)) if is_in_words(&letters) => *word += &letters,
            _ => words.push(String::new()),
        }
    }
    words
}

/// A character as the reader folds posts, in lower case.
pub(crate) fn folded(c: char) -> Option<String> {
    let lower = |ascii: u8| char::from(ascii).to_ascii_lowercase();
    match fold::fold(c) {
        fold::Fold::Ascii(ascii) => Some(lower(ascii).into()),
        fold::Fold::Pair(one, two) => Some([lower(one), lower(two)].iter().collect()),
        _ => None,
    }
}

/// Whether a folded character is letters or a digit.
pub(crate) fn is_in_words(folded: &str) -> bool {
    folded.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
