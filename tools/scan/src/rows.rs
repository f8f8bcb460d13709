//! The rows: `{"id", "text"}` in, `{"id", "findings"}` out; of an export also where they come from.

use crate::options::Options;
use anyhow::Result;
use deksel::archive::{Date, Record};
use deksel::detect::{self, CountedFinding, Finding, counted};
use deksel::item::{Audience, Item};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, Write};

/// What is read of a row; all other fields are passed over.
#[derive(Deserialize)]
pub struct Row {
    /// Whatever the row is called by: given back as it came.
    pub id: Value,
    /// What is scanned.
    pub text: String,
}

/// Reads a row.
pub fn parse(line: &[u8]) -> serde_json::Result<Row> {
    serde_json::from_slice(line)
}

#[derive(Serialize)]
struct Scanned<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    findings: Vec<CountedFinding<'s>>,
}

/// A row of an export. What is not known is null.
#[derive(Serialize)]
struct Exported<'s> {
    id: String,
    file: &'s str,
    date: Option<Date>,
    link: Option<&'s str>,
    audience: Audience,
    findings: Vec<CountedFinding<'s>>,
}

/// Scans a text and writes its row; a plain text has no id.
pub fn write(output: &mut impl Write, id: Option<Value>, text: String, options: &Options) -> Result<()> {
    let item = Item { text, ..Item::default() };
    let findings = findings(&item, options);
    line(output, &Scanned { id, findings: counted(&findings, &item.text) })
}

/// Scans an item of an export and writes its row.
pub fn write_exported(output: &mut impl Write, record: &Record, options: &Options) -> Result<()> {
    let findings = findings(&record.item, options);
    let row = Exported {
        id: record.id(),
        file: &record.file,
        date: record.date,
        link: record.link.as_deref(),
        audience: record.item.audience,
        findings: counted(&findings, &record.item.text),
    };
    line(output, &row)
}

fn findings(item: &Item, options: &Options) -> Vec<Finding> {
    detect::scan_thoroughly(item, &options.settings)
}

fn line(output: &mut impl Write, row: &impl Serialize) -> Result<()> {
    // As a fault of the output, so that a closed pipe is known for one.
    serde_json::to_writer(&mut *output, row).map_err(io::Error::from)?;
    output.write_all(b"\n")?;
    Ok(())
}
