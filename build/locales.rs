//! Compiles `extension/_locales/*/messages.json` into one typed constant a sentence, so that a wrong key does not compile
//! and a missing translation stops the build.

use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, fs};

/// The languages of the interface, with the one that others fall back on first.
const LANGUAGES: [&str; 4] = ["en", "nl", "de", "fr"];

#[derive(Deserialize)]
struct Message {
    message: String,
}

/// Reads the locales and returns the Rust source of the constants.
pub(crate) fn compile() -> Result<String, String> {
    let locales: Vec<BTreeMap<String, Message>> =
        LANGUAGES.iter().map(|language| read(language)).collect::<Result<_, _>>()?;
    let [first, others @ ..] = locales.as_slice() else { return Err("no languages".into()) };

    let mut source = format!(
        "/// The languages of the interface, as BCP 47 tags.\npub const LANGUAGES: &[&str] = &{LANGUAGES:?};\n\
         const ENGLISH: usize = 0;\n\
         /// Every sentence by its key in `extension/_locales`.\n#[allow(missing_docs)]\npub mod texts {{\nuse super::Text;\n"
    );
    for key in first.keys() {
        let sentences: Option<Vec<&str>> =
            locales.iter().map(|locale| Some(locale.get(key)?.message.as_str())).collect();
        let sentences = sentences.ok_or_else(|| format!("extension/_locales: `{key}` is missing in a language"))?;
        writeln!(source, "pub const {}: Text = Text(&{sentences:?});", key.to_uppercase())
            .map_err(|error| error.to_string())?;
    }
    match others.iter().flat_map(|locale| locale.keys()).find(|key| !first.contains_key(*key)) {
        Some(stray) => Err(format!("extension/_locales: `{stray}` is not in {}", LANGUAGES[0])),
        None => Ok(source + "}\n"),
    }
}

fn read(language: &str) -> Result<BTreeMap<String, Message>, String> {
    let path = format!("extension/_locales/{language}/messages.json");
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}
