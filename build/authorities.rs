//! Compiles `src/rights/authorities.toml` into a static table.

use serde::Deserialize;
use std::{fmt::Write, fs};
use toml::Spanned;

const PATH: &str = "src/rights/authorities.toml";
/// The countries there have to be: the EEA, the United Kingdom and Switzerland, in order.
const COUNTRIES: &str =
    "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    authority: Vec<Spanned<Authority>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Authority {
    country: String,
    name: String,
    english: Option<String>,
    site: String,
    law: Law,
    #[serde(default)]
    regional: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Law {
    Eu,
    Uk,
    Ch,
}

/// Reads the data file and returns the Rust source of the table.
pub(crate) fn compile() -> Result<String, String> {
    println!("cargo::rerun-if-changed={PATH}");
    let text = fs::read_to_string(PATH).map_err(|error| format!("{PATH}: {error}"))?;
    let file: File = toml::from_str(&text).map_err(|error| format!("{PATH}: {error}"))?;
    let mut countries = COUNTRIES.split(' ');
    let mut source =
        String::from("/// Every authority, in order of country.\npub static AUTHORITIES: &[Authority] = &[\n");
    for authority in &file.authority {
        let line = super::line_of(&text, authority.span().start);
        let Authority { country, name, english, site, law, regional } = authority.get_ref();
        let expected = countries.next().unwrap_or("no more");
        if country != expected {
            return Err(format!("{PATH}:{line}: the country is `{country}`, but {expected} comes next"));
        }
        if !site.starts_with("https://") || !site.ends_with(|end: char| end.is_ascii_alphanumeric() || end == '/') {
            return Err(format!("{PATH}:{line}: `{site}` is no address that starts with https://"));
        }
        let english = english.as_ref().unwrap_or(name);
        // Writing to a string cannot fail.
        let _ = writeln!(
            source,
            "Authority {{ country: {country:?}, name: {name:?}, english: {english:?}, site: {site:?}, law: Law::{law:?}, \
             regional: {regional} }},"
        );
    }
    match countries.next() {
        Some(missing) => Err(format!("{PATH}: no authority for {missing}")),
        None => Ok(source + "];\n"),
    }
}
