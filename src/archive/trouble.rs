//! What could not be read, as a sentence for whoever asked.

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

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(formatter, "{}, row {row}: {}", self.file, self.what),
            None => write!(formatter, "{}: {}", self.file, self.what),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::NotZip => write!(formatter, "this is not a ZIP file"),
            What::Unrecognised => write!(formatter, "this is none of the files of LinkedIn's export that Deksel reads"),
            What::Encrypted => write!(formatter, "this is locked with a password; unpack it first"),
            What::CutOff => write!(
                formatter,
                "the ZIP breaks off, as a download does that was not finished; what is there was read"
            ),
            What::Damaged(how) => write!(formatter, "this is damaged ({how}); what came before was read"),
            What::TooMany(most) => write!(formatter, "this holds more than {most} files; the rest was not looked at"),
            What::Bomb(most) => {
                write!(
                    formatter,
                    "this unpacks to more than {most} times its size, as no export does; the rest was not read"
                )
            }
            What::TooLarge(most) => {
                write!(formatter, "there is more than {} MB to read; the rest was not read", most / 1_000_000)
            }
            What::LeadsOut => write!(formatter, "the name leads out of the archive; the file was not opened"),
            What::RowTooLong(most) => write!(formatter, "longer than {most} bytes; passed over"),
            What::MissingColumn(name) => write!(formatter, "there is no column {name}; the other columns were read"),
            What::Fields { found, expected } => {
                write!(formatter, "{found} fields where the header has {expected}; those that are there were read")
            }
            What::OpenQuote => {
                write!(formatter, "a quotation mark is not closed; what stands before the next row was kept")
            }
            What::NoDate(written) => write!(formatter, "{written:?} is no date; the row was read without it"),
            What::AndMore(count) => write!(formatter, "{count} more rows like these"),
        }
    }
}

impl std::error::Error for What {}
