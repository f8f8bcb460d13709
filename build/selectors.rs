//! Compiles `src/linkedin/*.toml` into `FrontEnd` tables, so that nothing is parsed in the browser.

use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// The facts of a `FrontEnd`, each of which needs at least one selector.
const FACTS: [&str; 12] = [
    "sign",
    "card",
    "id",
    "author",
    "author_name",
    "byline",
    "public_icon",
    "audience_icon",
    "text",
    "not_text",
    "own_proof",
    "own_profile",
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
    fact: String,
    css: String,
    attribute: Option<String>,
    purpose: String,
    fixture: String,
    count: u32,
}

/// Reads the data files and returns the Rust source of the tables.
pub(crate) fn compile() -> Result<String, String> {
    let mut source = String::from("/// Both front ends.\npub static FRONT_ENDS: [FrontEnd; 2] = [");
    for name in ["sdui", "ember"] {
        let path = format!("src/linkedin/{name}.toml");
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(Path::new(&path)).map_err(|error| format!("{path}: {error}"))?;
        let file: File = toml::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
        source += &front_end(&file).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(source + "];\n")
}

fn front_end(file: &File) -> Result<String, String> {
    let mut chains: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in &file.selector {
        if !FACTS.contains(&row.fact.as_str()) {
            return Err(format!("unknown fact `{}`; known are {}", row.fact, FACTS.join(", ")));
        }
        chains.entry(&row.fact).or_default().push(&row.css);
    }
    let attribute = file.selector.iter().find_map(|row| row.attribute.as_deref());
    let attribute = attribute.ok_or("the fact `id` needs an `attribute`")?;
    let mut source = format!("FrontEnd {{ name: {:?}, id_attribute: {attribute:?}, ", file.name);
    for fact in FACTS {
        let chain = chains.get(fact).ok_or_else(|| format!("no selector for the fact `{fact}`"))?;
        write!(source, "{fact}: &{chain:?}, ").map_err(|error| error.to_string())?;
    }
    Ok(source + "}, ")
}
