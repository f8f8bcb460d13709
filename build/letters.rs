//! Compiles `src/rights/letters/*.toml` into one table of texts a language, with a field a text: a wrong key does not compile.
//!
//! Every mistake is reported with its file and line.

use std::{collections::BTreeMap, fmt::Write, fs};
use toml::Spanned;

/// The languages of the letters, with the one that the others are measured by first.
const LANGUAGES: [&str; 4] = ["en", "nl", "de", "fr"];
/// What may stand between braces in a text.
const PLACEHOLDERS: [&str; 14] = [
    "address",
    "answered",
    "contact",
    "controller",
    "count",
    "date",
    "day",
    "gdpr",
    "kind",
    "month",
    "objected",
    "profile",
    "subject",
    "year",
];
/// The section whose keys are the kinds of findings, looked up by name.
const KINDS: &str = "kind";

type Sections = BTreeMap<String, BTreeMap<String, Spanned<String>>>;

struct Language {
    path: String,
    text: String,
    sections: Sections,
}

/// Reads the data files and returns the Rust source of the tables.
pub(crate) fn compile() -> Result<String, String> {
    let languages = LANGUAGES.iter().map(|tag| Language::read(tag)).collect::<Result<Vec<_>, _>>()?;
    let [english, others @ ..] = languages.as_slice() else { return Err("no languages".into()) };
    let mut mistakes: Vec<String> = languages.iter().flat_map(Language::mistakes).collect();
    for other in others {
        english.compare(other, &mut mistakes);
    }
    if !mistakes.is_empty() {
        return Err(mistakes.join("\n"));
    }
    let mut source = String::from(
        "/// The texts of the letters in one language.\n#[allow(missing_docs)]\npub struct Texts {\npub tag: &'static str,\n\
         pub kinds: &'static [(&'static str, &'static str)],\n",
    );
    for (section, key, _) in english.entries().filter(|(section, ..)| *section != KINDS) {
        // Writing to a string cannot fail.
        let _ = writeln!(source, "pub {section}_{key}: &'static str,");
    }
    let _ =
        writeln!(source, "}}\n/// Every language; English first.\npub static TEXTS: [Texts; {}] = [", languages.len());
    for (tag, language) in LANGUAGES.iter().zip(&languages) {
        let _ = writeln!(source, "Texts {{ tag: {tag:?}, kinds: &[");
        for (_, key, text) in language.entries().filter(|(section, ..)| *section == KINDS) {
            let _ = writeln!(source, "({key:?}, {:?}),", text.get_ref());
        }
        let _ = writeln!(source, "],");
        for (section, key, text) in language.entries().filter(|(section, ..)| *section != KINDS) {
            let _ = writeln!(source, "{section}_{key}: {:?},", text.get_ref());
        }
        source += "},\n";
    }
    Ok(source + "];\n")
}

impl Language {
    fn read(tag: &str) -> Result<Language, String> {
        let path = format!("src/rights/letters/{tag}.toml");
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let sections = toml::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
        Ok(Language { path, text, sections })
    }

    fn entries(&self) -> impl Iterator<Item = (&str, &str, &Spanned<String>)> {
        self.sections
            .iter()
            .flat_map(|(section, texts)| texts.iter().map(move |(key, text)| (section.as_str(), key.as_str(), text)))
    }

    /// Where a text stands, for people.
    fn place(&self, text: &Spanned<String>) -> String {
        format!("{}:{}", self.path, super::line_of(&self.text, text.span().start))
    }

    /// What is wrong with a file by itself.
    fn mistakes(&self) -> Vec<String> {
        let mut mistakes = Vec::new();
        for (section, key, text) in self.entries() {
            let mut mistake = |what: String| mistakes.push(format!("{}: `{section}.{key}` {what}", self.place(text)));
            if text.get_ref().trim() != text.get_ref() || text.get_ref().is_empty() {
                mistake("is empty, or begins or ends with a space".into());
            }
            match placeholders(text.get_ref()) {
                Err(()) => mistake("has a brace that is not closed or not opened".into()),
                Ok(names) => {
                    for name in names.into_iter().filter(|name| !PLACEHOLDERS.contains(name)) {
                        mistake(format!(
                            "has an unknown placeholder {{{name}}}; known are {}",
                            PLACEHOLDERS.join(", ")
                        ));
                    }
                }
            }
            if (section, key) == ("date", "months") && text.get_ref().split(", ").count() != 12 {
                mistake("does not name twelve months between commas".into());
            }
        }
        mistakes
    }

    /// What another language lacks, has too much, or fills in otherwise.
    fn compare(&self, other: &Language, mistakes: &mut Vec<String>) {
        for (section, key, text) in self.entries() {
            let Some(theirs) = other.sections.get(section).and_then(|texts| texts.get(key)) else {
                mistakes.push(format!("{}:1: `{section}.{key}` is missing; see {}", other.path, self.place(text)));
                continue;
            };
            let sorted = |text: &Spanned<String>| {
                let mut names: Vec<String> =
                    placeholders(text.get_ref()).unwrap_or_default().into_iter().map(str::to_owned).collect();
                names.sort();
                names
            };
            if sorted(text) != sorted(theirs) {
                mistakes.push(format!(
                    "{}: `{section}.{key}` has other placeholders than {}",
                    other.place(theirs),
                    self.place(text)
                ));
            }
        }
        for (section, key, text) in other.entries() {
            if self.sections.get(section).is_none_or(|texts| !texts.contains_key(key)) {
                mistakes.push(format!("{}: `{section}.{key}` is not in {}", other.place(text), self.path));
            }
        }
    }
}

/// The names between braces, in order.
fn placeholders(text: &str) -> Result<Vec<&str>, ()> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or(())?;
        if before.contains('}') || name.contains('{') {
            return Err(());
        }
        names.push(name);
        rest = after;
    }
    if rest.contains('}') { Err(()) } else { Ok(names) }
}
