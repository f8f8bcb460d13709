//! The rows: `{"id", "text"}` in, `{"id", "findings"}` out.

use crate::options::Options;
use anyhow::Result;
use deksel::detect::{self, CountedFinding, counted};
use deksel::item::Item;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::Write;

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

/// Scans a text and writes its row; a plain text has no id.
pub fn write(output: &mut impl Write, id: Option<Value>, text: String, options: &Options) -> Result<()> {
    let item = Item { text, ..Item::default() };
    let mut findings = detect::scan(&item, &options.settings);
    findings.retain(|finding| options.wants(finding));
    serde_json::to_writer(&mut *output, &Scanned { id, findings: counted(&findings, &item.text) })?;
    output.write_all(b"\n")?;
    Ok(())
}
