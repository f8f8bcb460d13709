//! Bars beside numbers: a chart that is the table behind it. What a bar shows, its row says in words too.

use crate::pages::sheet::{Sheet, Written};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The length of the longest bar, in units of its own.
const FULL: u64 = 1000;

/// A row: what it is of, the deed that leads to its texts, and its numbers with the classes of their bars.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) deed: Option<String>,
    pub(super) more: Option<String>,
    pub(super) parts: Vec<(&'static str, u64)>,
}

impl Row {
    fn total(&self) -> u64 {
        self.parts.iter().map(|(_, count)| count).sum()
    }
}

/// Writes a table of bars. `columns` head the label, what is more of it where there is any, the bar, and each number.
pub(super) fn table(
    document: &Document,
    sheet: &Sheet<'_>,
    caption: &str,
    columns: &[&str],
    rows: &[Row],
    longest: u64,
) -> Written {
    sheet.part("table", "bars", || {
        sheet.words("caption", "", caption)?;
        sheet.part("thead", "", || {
            let words = columns.len().saturating_sub(rows.first().map_or(0, |row| row.parts.len()));
            sheet.part("tr", "", || {
                columns.iter().enumerate().try_for_each(|(place, column)| {
                    let class = if place < words { "" } else { "number" };
                    sheet.head("col", class, || sheet.words("span", "", column))
                })
            })
        })?;
        sheet.part("tbody", "", || {
            rows.iter().try_for_each(|row| {
                sheet.part("tr", "", || {
                    sheet.head("row", "", || match &row.deed {
                        // Labels are names too, in any script.
                        Some(deed) => sheet.button("to-texts", deed, || sheet.words("bdi", "", &row.label)),
                        None => sheet.words("bdi", "", &row.label),
                    })?;
                    if let Some(more) = &row.more {
                        sheet.words("td", "", more)?;
                    }
                    sheet.part("td", "bar", || sheet.put(&bar(document, row, longest)?))?;
                    row.parts.iter().try_for_each(|(_, count)| sheet.words("td", "number", &count.to_string()))
                })
            })
        })
    })
}

/// The longest bar among rows.
pub(super) fn longest(rows: &[Row]) -> u64 {
    rows.iter().map(Row::total).max().unwrap_or_default()
}

fn bar(document: &Document, row: &Row, longest: u64) -> Result<Element, JsValue> {
    let bar = document.create_element_ns(Some(SVG), "svg")?;
    for (name, value) in [("viewBox", "0 0 1000 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")] {
        bar.set_attribute(name, value)?;
    }
    let mut counted = 0;
    let length = |count: u64| count.saturating_mul(FULL) / longest.max(1);
    for (class, count) in &row.parts {
        let (from, to) = (length(counted), length(counted + count));
        if to > from {
            let part = document.create_element_ns(Some(SVG), "rect")?;
            for (name, value) in [("x", from), ("width", to - from), ("height", 10)] {
                part.set_attribute(name, &value.to_string())?;
            }
            part.set_attribute("class", class)?;
            bar.append_child(&part)?;
        }
        counted += count;
    }
    Ok(bar)
}
