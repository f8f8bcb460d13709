//! Compiles `src/linkedin/*.toml` into `FrontEnd` tables, so that nothing is parsed in the browser.

use serde::Deserialize;
use std::{fmt::Write, fs};

/// The facts of a page, each of which needs at least one selector.
const PAGE_FACTS: [&str; 3] = ["sign", "own_profile", "private"];

/// The facts of an item; a front end need not tell them all.
const ITEM_FACTS: [&str; 13] = [
    "card",
    "id",
    "author",
    "author_name",
    "byline",
    "public_icon",
    "limited_icon",
    "text",
    "not_text",
    "quoted",
    "quoted_text",
    "own_proof",
    "degree",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    selector: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "purpose, fixture and count are for readers and tests; here they only have to be there")]
struct Row {
    of: Subject,
    fact: String,
    css: String,
    attribute: Option<String>,
    purpose: String,
    fixture: String,
    count: u32,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Subject {
    Page,
    Post,
    Comment,
    Article,
    Profile,
    Composer,
}

/// Reads the data files and returns the Rust source of the tables.
pub(crate) fn compile() -> Result<String, String> {
    let mut source = String::from("/// Both front ends.\npub static FRONT_ENDS: [FrontEnd; 2] = [");
    for name in ["sdui", "ember"] {
        let path = format!("src/linkedin/{name}.toml");
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let file: File = toml::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
        source += &front_end(&file).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(source + "];\n")
}

fn front_end(file: &File) -> Result<String, String> {
    for row in &file.selector {
        let known: &[&str] = if row.of == Subject::Page { &PAGE_FACTS } else { &ITEM_FACTS };
        if !known.contains(&row.fact.as_str()) {
            return Err(format!("unknown fact `{}` of {:?}; known are {}", row.fact, row.of, known.join(", ")));
        }
    }
    if let Some(missing) = PAGE_FACTS.iter().find(|fact| chain(file, Subject::Page, fact).is_empty()) {
        return Err(format!("no selector for the page's `{missing}`"));
    }
    let mut source = format!("FrontEnd {{ name: {:?}, page: PageFacts {{ ", file.name);
    facts(&mut source, file, Subject::Page, &PAGE_FACTS);
    source += "}, ";
    for (name, subject) in [
        ("post", Subject::Post),
        ("comment", Subject::Comment),
        ("article", Subject::Article),
        ("profile", Subject::Profile),
        ("composer", Subject::Composer),
    ] {
        let mut rows = file.selector.iter().filter(|row| row.of == subject);
        let attribute = rows.find_map(|row| row.attribute.as_deref()).unwrap_or_default();
        source += &format!("{name}: ItemFacts {{ id_attribute: {attribute:?}, ");
        facts(&mut source, file, subject, &ITEM_FACTS);
        source += "}, ";
    }
    Ok(source + "}, ")
}

fn facts(source: &mut String, file: &File, subject: Subject, names: &[&str]) {
    for name in names {
        // Writing to a string cannot fail.
        let _ = write!(source, "{name}: &{:?}, ", chain(file, subject, name));
    }
}

fn chain<'file>(file: &'file File, subject: Subject, fact: &str) -> Vec<&'file str> {
    file.selector.iter().filter(|row| row.of == subject && row.fact == fact).map(|row| row.css.as_str()).collect()
}
