//! A list of terms as a file: plain text that anyone can type, or a table (CSV) from a spreadsheet.
//!
//! - Text has one term a line: `Merel`, `"Merel"` where only the same case counts, `Merel*` where endings count too. `#` begins a comment.
//! - A table has a first row with the names of its columns: `text`, and perhaps `kind`, `same_case` and `inflected`, with commas,
//!   semicolons or tabs between them.
//!
//! A list with anything wrong in it is told line by line, and nothing of it is taken.

use crate::{
    detect::{Kind, Term},
    wording::{Language, texts},
};
use csv::{ReaderBuilder, StringRecord, Trim};
use std::collections::BTreeSet;

/// The columns of a table.
const COLUMNS: [&str; 4] = ["text", "kind", "same_case", "inflected"];
/// What stands between the columns of tables, by the habits of countries and programs.
const DELIMITERS: [char; 3] = [',', ';', '\t'];
/// The longest term, in characters.
const LONGEST: usize = 200;
/// The most terms of a list.
const MOST: usize = 10_000;

/// A line that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Which line of the file, from 1.
    pub line: u64,
    /// Why.
    pub fault: Fault,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no term in it.
    NoTerm,
    /// The term is longer than can be.
    TooLong,
    /// There are more terms than can be.
    TooMany,
    /// It is not written in UTF-8.
    NotUtf8,
    /// The kind is not known: what it says.
    UnknownKind(String),
    /// It says neither yes nor no: what it says.
    NeitherYesNorNo(String),
}

impl Wrong {
    /// The line and what is wrong with it, in words.
    pub fn in_language(&self, language: Language) -> String {
        let why = match &self.fault {
            Fault::NoTerm => texts::TERM_NONE.in_language(language).into(),
            Fault::TooLong => texts::TERM_TOO_LONG.with(language, &LONGEST.to_string()),
            Fault::TooMany => texts::TERMS_TOO_MANY.with(language, &MOST.to_string()),
            Fault::NotUtf8 => texts::TERM_NOT_UTF8.in_language(language).into(),
            Fault::UnknownKind(said) => texts::TERM_KIND_UNKNOWN.with(language, said),
            Fault::NeitherYesNorNo(said) => texts::TERM_YES_OR_NO.with(language, said),
        };
        texts::LINE_WRONG.with(language, &self.line.to_string()).replace("$2", &why)
    }
}

/// Reads a list of terms, as text or as a table.
///
/// # Errors
///
/// Every line that is wrong.
pub fn read(list: &str) -> Result<Vec<Term>, Vec<Wrong>> {
    // Spreadsheets like to begin a file with a byte order mark.
    let list = list.strip_prefix('\u{feff}').unwrap_or(list);
    let lines = match delimiter(list) {
        Some(delimiter) => rows(list, delimiter),
        None => written(list),
    };
    let mut terms = Vec::new();
    let mut wrong = Vec::new();
    for (line, term) in lines {
        let term = term.and_then(|term| match term.text.chars().count() {
            0 => Err(Fault::NoTerm),
            1..=LONGEST if term.text.contains(char::REPLACEMENT_CHARACTER) => Err(Fault::NotUtf8),
            1..=LONGEST if terms.len() == MOST => Err(Fault::TooMany),
            1..=LONGEST => Ok(term),
            _ => Err(Fault::TooLong),
        });
        match term {
            Ok(term) => terms.push(term),
            Err(fault) => wrong.push(Wrong { line, fault }),
        }
    }
    if wrong.is_empty() { Ok(terms) } else { Err(wrong) }
}

/// The terms as a table.
pub fn write(terms: &[Term]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    let rows = terms.iter().map(|Term { text, kind, same_case, inflected }| {
        [text.clone(), kind.name().to_owned(), same_case.to_string(), inflected.to_string()]
    });
    for row in std::iter::once(COLUMNS.map(String::from)).chain(rows) {
        // Writing into memory cannot fail.
        let _ = table.write_record(row);
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A list with other terms: those that read the same give way.
pub fn joined(list: &[Term], others: Vec<Term>) -> Vec<Term> {
    let all: Vec<Term> = list.iter().cloned().chain(others).collect();
    let mut seen = BTreeSet::new();
    let mut joined: Vec<Term> = all.into_iter().rev().filter(|term| seen.insert(term.text.clone())).collect();
    joined.reverse();
    joined
}

/// What stands between the columns, if the first line names any.
fn delimiter(list: &str) -> Option<char> {
    let names = list.lines().next()?.to_lowercase();
    let is_named = |delimiter: &char| names.split(*delimiter).any(|name| unquoted(name.trim()) == "text");
    DELIMITERS.into_iter().filter(|delimiter| names.contains(*delimiter)).find(is_named)
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// Terms as they are typed, with their lines.
fn written(list: &str) -> Vec<(u64, Result<Term, Fault>)> {
    let lines = (1..).zip(list.lines().map(str::trim));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    { lines }
        .map(|(number, line)| {
            let (line, inflected) = line.strip_suffix('*').map_or((line, false), |line| (line, true));
            let text = unquoted(line);
            let term = Term { text: text.trim().into(), kind: Kind::Confidential, same_case: text != line, inflected };
            (number, Ok(term))
        })
        .collect()
}

/// Terms of a table, with their lines.
fn rows(list: &str, delimiter: char) -> Vec<(u64, Result<Term, Fault>)> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(Trim::All).from_reader(list.as_bytes());
    let names = reader.headers().cloned().unwrap_or_default();
    let places = COLUMNS.map(|column| names.iter().position(|name| name.eq_ignore_ascii_case(column)));
    let rows = reader.records().filter_map(Result::ok);
    { rows }.map(|row| (row.position().map_or(0, csv::Position::line), term(&row, places))).collect()
}

fn term(row: &StringRecord, [text, kind, same_case, inflected]: [Option<usize>; 4]) -> Result<Term, Fault> {
    let said = |place: Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default();
    let kind = match said(kind).to_lowercase() {
        none if none.is_empty() => Kind::Confidential,
        name => Kind::of_name(&name).ok_or(Fault::UnknownKind(name))?,
    };
    let (same_case, inflected) = (yes_or_no(said(same_case))?, yes_or_no(said(inflected))?);
    Ok(Term { text: said(text).into(), kind, same_case, inflected })
}

/// Spreadsheets write truth in their own language.
fn yes_or_no(said: &str) -> Result<bool, Fault> {
    match said.to_lowercase().as_str() {
        "true" | "yes" | "1" | "waar" | "ja" | "wahr" | "vrai" | "oui" => Ok(true),
        "" | "false" | "no" | "0" | "onwaar" | "nee" | "falsch" | "nein" | "faux" | "non" => Ok(false),
        other => Err(Fault::NeitherYesNorNo(other.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(text: &str, kind: Kind, same_case: bool, inflected: bool) -> Term {
        Term { text: text.into(), kind, same_case, inflected }
    }

    #[test]
    fn a_list_is_read_as_it_is_typed() {
        let list = "# names of projects\n\nProject Merel\r\n  \"IJs\"\nkraanvogel*\n\"Vonk\"*\n";
        assert_eq!(
            read(list).unwrap(),
            [
                term("Project Merel", Kind::Confidential, false, false),
                term("IJs", Kind::Confidential, true, false),
                term("kraanvogel", Kind::Confidential, false, true),
                term("Vonk", Kind::Confidential, true, true),
            ]
        );
    }

    #[test]
    fn a_table_is_read_whatever_stands_between_its_columns() {
        let expected =
            [term("Vonk, Smit & Co", Kind::Client, true, false), term("Merel", Kind::Confidential, false, true)];
        for list in [
            "text,kind,same_case,inflected\n\"Vonk, Smit & Co\",client,true,\nMerel,,false,TRUE\n",
            "\u{feff}Kind;Text;Inflected;Same_case\r\nClient;\"Vonk, Smit & Co\";ONWAAR;WAAR\r\n;Merel;WAAR;\r\n",
            "text\tkind\tsame_case\tinflected\tby whom\nVonk, Smit & Co\tclient\tyes\tno\tAda\nMerel\t\t\t1\n",
        ] {
            assert_eq!(read(list).unwrap(), expected, "{list}");
        }
    }

    #[test]
    fn a_table_that_is_written_is_read_again() {
        let terms =
            [term("=\"Merel\"; a, b\tc", Kind::Deal, true, false), term("Café", Kind::Confidential, false, true)];
        assert_eq!(read(&write(&terms)).unwrap(), terms);
        assert_eq!(read(&write(&[])).unwrap(), []);
    }

    #[test]
    fn every_wrong_line_is_told_and_none_comes_in() {
        let wrong = |line, fault| Wrong { line, fault };
        let long = "x".repeat(201);
        let table = format!("text,kind,inflected\nMerel,gossip,\n,client,\nVonk,client,perhaps\n{long},,\nIJs,,\n");
        assert_eq!(
            read(&table).unwrap_err(),
            [
                wrong(2, Fault::UnknownKind("gossip".into())),
                wrong(3, Fault::NoTerm),
                wrong(4, Fault::NeitherYesNorNo("perhaps".into())),
                wrong(5, Fault::TooLong),
            ]
        );
        assert_eq!(read("Caf\u{fffd}\n*\n").unwrap_err(), [wrong(1, Fault::NotUtf8), wrong(2, Fault::NoTerm)]);
        assert_eq!(read(&"Merel\n".repeat(10_001)).unwrap_err(), [wrong(10_001, Fault::TooMany)]);
        let said = wrong(2, Fault::UnknownKind("gossip".into())).in_language(Language::of("en"));
        assert_eq!(said, "Line 2: there is no kind “gossip”.");
    }

    #[test]
    fn what_reads_the_same_is_there_once() {
        let old = [term("Merel", Kind::Client, false, false), term("Vonk", Kind::Client, false, false)];
        let new = term("Merel", Kind::Deal, true, false);
        assert_eq!(joined(&old, vec![new.clone(), new.clone()]), [old[1].clone(), new]);
    }
}
