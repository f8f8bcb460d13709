//! Files as data: what is written, and what comes out.

use super::{Outcome, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    file: Vec<File>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(default)]
    encoding: Encoding,
    /// Lines end in CRLF.
    #[serde(default)]
    crlf: bool,
    written: String,
    #[serde(default)]
    rows: Vec<Row>,
    #[serde(default)]
    counted: Vec<String>,
    #[serde(default)]
    troubles: Vec<String>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Encoding {
    #[default]
    Utf8,
    /// With a byte order mark.
    Marked,
    Windows,
    Utf16,
}

/// What is left out is not looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    text: String,
    id: Option<String>,
    date: Option<String>,
    link: Option<String>,
    audience: Option<String>,
    kind: Option<String>,
}

impl File {
    fn bytes(&self) -> Vec<u8> {
        let written = if self.crlf { self.written.replace('\n', "\r\n") } else { self.written.clone() };
        match self.encoding {
            Encoding::Utf8 => written.into_bytes(),
            Encoding::Marked => format!("\u{feff}{written}").into_bytes(),
            Encoding::Windows => written.chars().map(windows).collect(),
            Encoding::Utf16 => format!("\u{feff}{written}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        }
    }
}

fn windows(letter: char) -> u8 {
    match letter {
        '€' => 0x80,
        '–' => 0x96,
        '’' => 0x92,
        _ => u8::try_from(letter).unwrap(),
    }
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

fn differences(file: &File, outcome: &Outcome) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut differs = |what: &str, is: String, wanted: String| {
        if is != wanted {
            wrong.push(format!("{}: {what} is {is:?}, wanted {wanted:?}", file.name));
        }
    };
    differs("troubles", outcome.troubles.join("\n"), file.troubles.join("\n"));
    differs("rows", outcome.records.len().to_string(), file.rows.len().to_string());
    let counted: Vec<&str> = outcome.counted.iter().map(|(_, month)| month.as_str()).collect();
    differs("counted", counted.join(" "), file.counted.join(" "));
    for (record, row) in outcome.records.iter().zip(&file.rows) {
        differs("text", record.item.text.clone(), row.text.clone());
        for (what, is, wanted) in [
            ("id", record.id(), &row.id),
            ("date", record.date.map(|date| date.to_string()).unwrap_or_default(), &row.date),
            ("link", record.link.clone().unwrap_or_default(), &row.link),
            ("audience", name(record.item.audience), &row.audience),
            ("kind", name(record.item.kind), &row.kind),
        ] {
            if let Some(wanted) = wanted {
                differs(what, is, wanted.clone());
            }
        }
    }
    wrong
}

#[test]
fn every_file_is_read_as_its_member_meant_it() {
    let mut wrong = Vec::new();
    for cases in [include_str!("posts.toml"), include_str!("others.toml"), include_str!("broken.toml")] {
        let cases: Cases = toml::from_str(cases).unwrap();
        for file in cases.file {
            wrong.extend(differences(&file, &read(&file.name, &file.bytes())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn private_files_are_left_unopened_and_named() {
    for name in ["messages.csv", "Connections.csv", "Contacts.csv", "Invitations.csv", "messages_99.csv"] {
        let outcome = read(name, b"Date,ShareLink,ShareCommentary\n2026-01-01 10:00:00,,nothing of this is read\n");
        assert!(outcome.records.is_empty(), "{name}");
        assert_eq!(outcome.summary.unopened[0].name, name);
        assert!(!outcome.summary.partial);
    }
}

#[test]
fn records_are_numbered_through_all_files() {
    let shares = "Date,ShareLink,ShareCommentary\n,,a\n,,b\n".as_bytes();
    let comments = "Date,Link,Message\n,,c\n".as_bytes();
    let outcome = super::read_within(Default::default(), &[("Shares.csv", shares), ("Comments.csv", comments)]);
    let numbered: Vec<(u32, String)> = outcome.records.iter().map(|record| (record.number, record.id())).collect();
    assert_eq!(numbered, [(1, "Shares.csv#1".into()), (2, "Shares.csv#2".into()), (3, "Comments.csv#1".into())]);
    let files: Vec<(&str, u64)> = outcome.summary.files.iter().map(|file| (file.name.as_str(), file.rows)).collect();
    assert_eq!(files, [("Shares.csv", 2), ("Comments.csv", 1)]);
}
