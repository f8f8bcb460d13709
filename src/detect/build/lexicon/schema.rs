//! What a lexicon file may hold; anything else is a mistake. The meaning is told in src/detect/lexicon/mod.rs.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// Words so frequent that no phrase is looked up by them, and that are no part of a name.
    pub(super) common: Spanned<String>,
    /// Words that may lead a name in.
    pub(super) before_names: Spanned<String>,
    /// Small words that may stand inside a name.
    pub(super) inside_names: Spanned<String>,
    /// The marks that silence a rule which does not say itself what does.
    pub(super) unless: Vec<Spanned<String>>,
    /// Word classes: a name, and its words or phrases between commas.
    pub(super) words: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    pub(super) mark: Vec<Mark>,
    #[serde(default)]
    pub(super) rule: Vec<Rule>,
}

/// A file in the folder of a language: rules, and the classes that they and later files use.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    /// The marks that silence a rule of this part which does not say itself what does.
    pub(super) unless: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(super) words: BTreeMap<String, Spanned<String>>,
    pub(super) rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mark {
    pub(super) name: Spanned<String>,
    pub(super) reach: Spanned<String>,
    pub(super) phrases: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) name: Spanned<String>,
    pub(super) kind: Spanned<String>,
    pub(super) confidence: Spanned<u8>,
    pub(super) phrases: Vec<Spanned<String>>,
    /// Marks that silence the rule, in place of the file's.
    pub(super) unless: Option<Vec<Spanned<String>>>,
    /// Marks without which the rule is silent.
    #[serde(default)]
    pub(super) needs: Vec<Spanned<String>>,
    /// Other kinds that the hits disclose too.
    #[serde(default)]
    pub(super) also: Vec<Spanned<String>>,
    /// Speaks only where no other rule of its kind does.
    #[serde(default)]
    pub(super) yields: bool,
    pub(super) hits: Vec<String>,
    pub(super) misses: Vec<String>,
}
