//! What was found as a file to keep, print or hand over: HTML, CSV or JSON, with the words or without.
//!
//! The report without words is fit for others' eyes, so it has no links either: they lead to the words. Rows are written as they come.

mod table;

use super::Record;
use crate::detect::{Finding, Severity};
use crate::item::Audience;
use crate::wording::Language;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use table::Table;

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A page of its own, to print.
    Html,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl Format {
    const ALL: [Format; 3] = [Format::Html, Format::Csv, Format::Json];

    /// Its name, which is also how the names of its files end.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// The format of that name.
    pub fn of_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Html => "text/html",
            Format::Csv => "text/csv",
            Format::Json => "application/json",
        }
    }
}

/// What a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Words that were found, and links to them.
    Words,
    /// Only what they may disclose, when and where.
    NoWords,
}

/// A report while it is written.
pub struct Report<W: Write> {
    writer: Writer<W>,
    content: Content,
    texts: u64,
}

enum Writer<W: Write> {
    Html(Table<W>),
    Csv(Box<csv::Writer<W>>),
    /// Whether a row has been written.
    Json(W, bool),
}

/// A finding as reports have it. Fields of programs are in English.
#[derive(Serialize)]
struct Row<'r> {
    date: Option<String>,
    kind: &'static str,
    severity: Severity,
    confidence: u8,
    audience: Audience,
    file: &'r str,
    row: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'r str>,
}

impl<W: Write> Report<W> {
    /// Begins a report in a language, which counts for pages only.
    pub fn begin(format: Format, content: Content, language: Language, mut output: W) -> io::Result<Report<W>> {
        let writer = match format {
            Format::Html => Writer::Html(Table::begin(output, content, language)?),
            Format::Csv => {
                // Spreadsheets take UTF-8 for something else without its mark.
                output.write_all("\u{feff}".as_bytes())?;
                let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(output);
                let columns = ["date", "kind", "severity", "confidence", "audience", "file", "row", "link", "words"];
                let count = if content == Content::Words { columns.len() } else { columns.len() - 2 };
                writer.write_record(columns.iter().take(count))?;
                Writer::Csv(Box::new(writer))
            }
            Format::Json => {
                output.write_all(b"{\"findings\":[")?;
                Writer::Json(output, false)
            }
        };
        Ok(Report { writer, content, texts: 0 })
    }

    /// Adds what was found in an item.
    pub fn add(&mut self, record: &Record, findings: &[Finding]) -> io::Result<()> {
        self.texts += 1;
        for finding in findings {
            let words = self.content == Content::Words;
            let row = Row {
                date: record.date.map(|date| date.to_string()),
                kind: finding.kind.name(),
                severity: finding.severity,
                confidence: finding.confidence,
                audience: record.item.audience,
                file: &record.file,
                row: record.row,
                link: record.link.as_deref().filter(|_| words),
                words: record.item.text.get(finding.start..finding.end).filter(|_| words),
            };
            match &mut self.writer {
                Writer::Html(table) => table.row(finding.kind, &row)?,
                Writer::Csv(writer) => writer.write_record(cells(&row, words))?,
                Writer::Json(output, begun) => {
                    output.write_all(if *begun { b",\n" } else { b"\n" })?;
                    *begun = true;
                    serde_json::to_writer(output, &row)?;
                }
            }
        }
        Ok(())
    }

    /// Counts texts that were read and in which nothing was found.
    pub fn pass(&mut self, texts: u64) {
        self.texts += texts;
    }

    /// Ends the report, and says whether it is only a part.
    pub fn finish(self, partial: bool) -> io::Result<W> {
        match self.writer {
            Writer::Html(table) => table.finish(self.texts, partial),
            Writer::Csv(writer) => writer.into_inner().map_err(|fault| fault.into_error()),
            Writer::Json(mut output, _) => {
                writeln!(output, "\n],\"texts\":{},\"partial\":{partial}}}", self.texts)?;
                Ok(output)
            }
        }
    }
}

fn cells(row: &Row<'_>, words: bool) -> Vec<String> {
    let mut cells = vec![
        row.date.clone().unwrap_or_default(),
        row.kind.to_owned(),
        row.severity.name().to_owned(),
        row.confidence.to_string(),
        row.audience.name().to_owned(),
        harmless(row.file),
        row.row.to_string(),
    ];
    if words {
        cells.extend([harmless(row.link.unwrap_or_default()), harmless(row.words.unwrap_or_default())]);
    }
    cells
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}
