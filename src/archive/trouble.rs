//! What could not be read, as a sentence for whoever asked.

use crate::wording::{Language, Text, said_of, texts};
use serde::Serialize;
use std::fmt;

/// Something in an export that could not be read; all else was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// The file, by its name in the export.
    pub file: String,
    /// The row behind the header, from 1; `None` where it concerns the whole file.
    pub row: Option<u64>,
    /// What is wrong.
    pub what: What,
}

/// What can be wrong with a file or a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The name says ZIP, the content does not.
    NotZip,
    /// The name and the content are none of an export's.
    Unrecognised,
    /// Locked with a password.
    Encrypted,
    /// The ZIP's table of contents cannot be read.
    CutOff,
    /// The reader's own words for what is broken.
    Damaged(String),
    /// More files than this are not looked at.
    TooMany(usize),
    /// Unpacks to more than this many times its size.
    Bomb(u64),
    /// More bytes than this, unpacked, are not read.
    TooLarge(u64),
    /// The name leads out of the archive.
    LeadsOut,
    /// A row has more bytes than this.
    RowTooLong(usize),
    /// The header does not name this column.
    MissingColumn(String),
    /// A row has more or fewer fields than the header.
    Fields {
        /// How many the row has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A quotation mark is not closed.
    OpenQuote,
    /// No date, or one that does not exist.
    NoDate(String),
    /// As many rows of this file were as bad, and are not named one by one.
    AndMore(u64),
}

impl What {
    /// Whether words of the member's may be missing because of it.
    pub fn loses(&self) -> bool {
        !matches!(self, What::NoDate(_))
    }
}

impl Trouble {
    /// The sentence in a language.
    pub fn in_language(&self, language: Language) -> String {
        let what = self.what.in_language(language);
        match self.row {
            Some(row) => {
                let row = texts::ARCHIVE_TROUBLE_ROW.with(language, &row.to_string());
                said_of(&format!("{}, {row}", self.file), &what, language)
            }
            None => said_of(&self.file, &what, language),
        }
    }
}

impl What {
    fn in_language(&self, language: Language) -> String {
        let plain = |text: Text| text.in_language(language).to_owned();
        let with = |text: Text, value: &dyn fmt::Display| text.with(language, &value.to_string());
        match self {
            What::NotZip => plain(texts::ARCHIVE_TROUBLE_NOT_ZIP),
            What::Unrecognised => plain(texts::ARCHIVE_TROUBLE_UNRECOGNISED),
            What::Encrypted => plain(texts::ARCHIVE_TROUBLE_ENCRYPTED),
            What::CutOff => plain(texts::ARCHIVE_TROUBLE_CUT_OFF),
            What::Damaged(how) => with(texts::ARCHIVE_TROUBLE_DAMAGED, how),
            What::TooMany(most) => with(texts::ARCHIVE_TROUBLE_TOO_MANY, most),
            What::Bomb(most) => with(texts::ARCHIVE_TROUBLE_BOMB, most),
            What::TooLarge(most) => with(texts::ARCHIVE_TROUBLE_TOO_LARGE, &(most / 1_000_000)),
            What::LeadsOut => plain(texts::ARCHIVE_TROUBLE_LEADS_OUT),
            What::RowTooLong(most) => with(texts::ARCHIVE_TROUBLE_TOO_LONG, most),
            What::MissingColumn(name) => with(texts::ARCHIVE_TROUBLE_COLUMN, name),
            What::Fields { found, expected } => {
                with(texts::ARCHIVE_TROUBLE_FIELDS, found).replace("$2", &expected.to_string())
            }
            What::OpenQuote => plain(texts::ARCHIVE_TROUBLE_QUOTE),
            What::NoDate(written) => with(texts::ARCHIVE_TROUBLE_DATE, &quoted(written)),
            What::AndMore(count) => with(texts::ARCHIVE_TROUBLE_ROWS, count),
        }
    }
}

/// A text in quotation marks, in which nobody can mistake what is written: as `Debug` writes it, which the packer leaves out.
fn quoted(text: &str) -> String {
    let escaped: String = text.chars().flat_map(char::escape_debug).collect();
    format!("\"{}\"", escaped.replace("\\'", "'"))
}

impl fmt::Display for Trouble {
    /// The sentence in English.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.in_language(Language::of("en")))
    }
}

impl fmt::Display for What {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.in_language(Language::of("en")))
    }
}

impl std::error::Error for What {}
