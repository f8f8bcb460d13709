//! Lines under the words of a finding: boxes in the overlay, put where the words are now.

use super::dom::{element, place};
use crate::{content::Scanned, detect::Severity, linkedin::foreign};
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Element, HtmlElement};

/// The most lines drawn under one finding: a finding is a few words, not a page.
const MOST_LINES: u32 = 8;

/// The lines under all words that are in the window now; boxes are used again from one drawing to the next.
#[derive(Debug, Default)]
pub(super) struct Marks {
    boxes: Vec<HtmlElement>,
    used: usize,
}

/// A line of words in a finding.
#[derive(Debug)]
pub(super) struct Line {
    edges: DomRect,
    severity: Severity,
}

/// The lines under every finding of a post, as far as the post's text can be seen.
pub(super) fn lines_under(scanned: &Scanned) -> Vec<Line> {
    let found = &scanned.found;
    let Some(shown) = found.words.root().and_then(foreign::edges) else { return Vec::new() };
    let mut lines = Vec::new();
    for finding in &scanned.findings {
        let Some(range) = found.words.range(&(finding.start..finding.end)) else { continue };
        let Some(edges) = range.get_client_rects() else { continue };
        let edges = (0..edges.length().min(MOST_LINES)).filter_map(|place| edges.item(place));
        let is_shown = |line: &DomRect| {
            line.width() > 0.0 && line.bottom() <= shown.bottom() + 1.0 && line.top() >= shown.top() - 1.0
        };
        lines.extend(edges.filter(is_shown).map(|edges| Line { edges, severity: finding.severity }));
    }
    lines
}

impl Marks {
    /// Forgets where the boxes stood; call [`Marks::finish`] when all are placed.
    pub(super) fn begin(&mut self) {
        self.used = 0;
    }

    /// Draws a line.
    pub(super) fn draw(&mut self, layer: &Element, document: &Document, line: &Line) -> Result<(), JsValue> {
        let mark = match self.boxes.get(self.used) {
            Some(mark) => mark.clone(),
            None => {
                let mark = element(document, "div", "", "")?;
                layer.append_child(&mark)?;
                self.boxes.push(mark.clone());
                mark
            }
        };
        self.used += 1;
        mark.set_class_name(match line.severity {
            Severity::Low => "mark low",
            Severity::Medium => "mark medium",
            Severity::High => "mark high",
        });
        let Line { edges, .. } = line;
        mark.style().set_property("width", &format!("{:.1}px", edges.width()))?;
        mark.style().set_property("height", &format!("{:.1}px", edges.height()))?;
        place(&mark, edges.left(), edges.top())
    }

    /// Takes away the boxes that found no words.
    pub(super) fn finish(&mut self) {
        for unused in self.boxes.drain(self.used..) {
            unused.remove();
        }
    }
}
