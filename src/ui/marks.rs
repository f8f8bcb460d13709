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

impl Marks {
    /// Forgets where the boxes stood; call [`Marks::finish`] when all are placed.
    pub(super) fn begin(&mut self) {
        self.used = 0;
    }

    /// Puts a line under every finding of a post, clipped to where the post's text can be seen.
    pub(super) fn under(&mut self, layer: &Element, document: &Document, scanned: &Scanned) -> Result<(), JsValue> {
        let found = &scanned.found;
        let Some(shown) = found.words.root().and_then(foreign::edges) else { return Ok(()) };
        for finding in &scanned.findings {
            let Some(range) = found.words.range(&(finding.start..finding.end)) else { continue };
            let Some(lines) = range.get_client_rects() else { continue };
            for line in (0..lines.length().min(MOST_LINES)).filter_map(|place| lines.item(place)) {
                let is_shown =
                    line.width() > 0.0 && line.bottom() <= shown.bottom() + 1.0 && line.top() >= shown.top() - 1.0;
                if is_shown {
                    self.draw(layer, document, &line, finding.severity)?;
                }
            }
        }
        Ok(())
    }

    fn draw(
        &mut self,
        layer: &Element,
        document: &Document,
        line: &DomRect,
        severity: Severity,
    ) -> Result<(), JsValue> {
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
        mark.set_class_name(match severity {
            Severity::Low => "mark low",
            Severity::Medium => "mark medium",
            Severity::High => "mark high",
        });
        mark.style().set_property("width", &format!("{:.1}px", line.width()))?;
        mark.style().set_property("height", &format!("{:.1}px", line.height()))?;
        place(&mark, line.left(), line.top())
    }

    /// Takes away the boxes that found no words.
    pub(super) fn finish(&mut self) {
        for unused in self.boxes.drain(self.used..) {
            unused.remove();
        }
    }
}
