//! Compiles `extension/_locales/*/messages.json` into one typed constant a sentence, so that a wrong key does not compile
//! and a missing translation stops the build.

use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, fs};

/// Where the languages of the interface are, a folder each.
const FOLDER: &str = "extension/_locales";
/// The language that others fall back on.
const FIRST: &str = "en";

#[derive(Deserialize)]
struct Message {
    message: String,
}

/// Reads the locales and returns the Rust source of the constants.
pub(crate) fn compile() -> Result<String, String> {
    let languages = languages()?;
    let locales: Vec<BTreeMap<String, Message>> =
        languages.iter().map(|language| read(language)).collect::<Result<_, _>>()?;
    let [first, others @ ..] = locales.as_slice() else { return Err("no languages".into()) };

    let mut source = format!(
        "/// The languages of the interface, as BCP 47 tags.\npub const LANGUAGES: &[&str] = &{languages:?};\n\
         const ENGLISH: usize = 0;\n\
         /// Every sentence by its key in `extension/_locales`.\n#[allow(missing_docs)]\npub mod texts {{\nuse super::Text;\n"
    );
    for key in first.keys() {
        let sentences: Option<Vec<&str>> =
            locales.iter().map(|locale| Some(locale.get(key)?.message.as_str())).collect();
        let sentences = sentences.ok_or_else(|| format!("{FOLDER}: `{key}` is missing in a language"))?;
        writeln!(source, "pub const {}: Text = Text(&{sentences:?});", key.to_uppercase())
            .map_err(|error| error.to_string())?;
    }
    match others.iter().flat_map(|locale| locale.keys()).find(|key| !first.contains_key(*key)) {
        Some(stray) => Err(format!("{FOLDER}: `{stray}` is not in {FIRST}")),
        None => Ok(source + "}\n"),
    }
}

/// The languages that have a folder, the first one first and the others by name.
fn languages() -> Result<Vec<String>, String> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let folders = fs::read_dir(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    let mut languages: Vec<String> = folders
        .map(|folder| folder.map(|folder| folder.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{FOLDER}: {error}"))?;
    languages.sort_by_key(|language| (language != FIRST, language.clone()));
    Ok(languages)
}

fn read(language: &str) -> Result<BTreeMap<String, Message>, String> {
    let path = format!("{FOLDER}/{language}/messages.json");
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}
