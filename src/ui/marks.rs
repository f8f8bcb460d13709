//! Lines under the words of a finding: boxes in the overlay, put where the words are now.

use super::{
    dom::{append, place, size},
    placing::Edges,
    sight::{self, Sight},
};
use crate::{
    detect::{Finding, Severity},
    linkedin::Words,
};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The most lines drawn under one finding: a finding is a few words, not a page.
const MOST_LINES: u32 = 8;

/// The most findings of a text that get lines: to ask where words stand in a long text is dear, and it is asked at every scroll.
const MOST_MARKED: usize = 200;

/// The lines under all words that are in the window now; boxes are used again from one drawing to the next.
#[derive(Debug, Default)]
pub(super) struct Marks {
    boxes: Vec<HtmlElement>,
    used: usize,
}

/// A line of words in a finding.
#[derive(Debug)]
pub(super) struct Line {
    edges: Edges,
    severity: Severity,
}

/// A text with findings: where it stands, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked<'a> {
    pub fingerprint: u32,
    pub words: &'a Words,
    pub findings: &'a [Finding],
    pub card: &'a Element,
}

/// The lines under the findings in a text, as far as they can be seen in the window, with nothing of the page's over them.
pub(super) fn lines_under(marked: &Marked<'_>, sight: &mut Sight, ours: &HtmlElement, room: &Edges) -> Vec<Line> {
    let Marked { fingerprint, words, findings, card } = marked;
    let mut lines = Vec::new();
    for (place, finding) in findings.iter().take(MOST_MARKED).enumerate() {
        let Some(range) = words.range(&(finding.start..finding.end)) else { continue };
        let Some(boxes) = range.get_client_rects() else { continue };
        let wholes = (0..boxes.length().min(MOST_LINES)).filter_map(|place| boxes.item(place));
        for whole in wholes.map(|edges| Edges::of(&edges)).filter(|whole| whole.touches(room)) {
            let seen = sight.of((*fingerprint, place), &range, card, room);
            let edges = whole.meet(&seen);
            // The line stands at the foot of the words: where the foot is cut off there is none.
            let is_whole = edges.width() > 0.0 && edges.top <= whole.bottom && edges.bottom >= whole.bottom - 1.0;
            if is_whole && !sight::is_covered(card, ours, edges.left + edges.width() / 2.0, whole.bottom - 2.0) {
                lines.push(Line { edges: Edges { top: whole.top, ..edges }, severity: finding.severity });
            }
        }
    }
    lines
}

impl Marks {
    /// Forgets where the boxes stood; call [`Marks::finish`] when all are placed.
    pub(super) fn begin(&mut self) {
        self.used = 0;
    }

    /// Takes all lines away.
    pub(super) fn clear(&mut self) {
        self.begin();
        self.finish();
    }

    /// Draws a line.
    pub(super) fn draw(&mut self, layer: &Element, line: &Line) -> Result<(), JsValue> {
        let mark = match self.boxes.get(self.used) {
            Some(mark) => mark.clone(),
            None => {
                let mark = append(layer, "div", "", "")?;
                self.boxes.push(mark.clone());
                mark
            }
        };
        self.used += 1;
        let Line { edges, severity } = line;
        mark.set_class_name(&format!("mark {}", severity.name()));
        size(&mark, edges.width(), edges.height())?;
        place(&mark, edges.left, edges.top)
    }

    /// Takes away the boxes that found no words.
    pub(super) fn finish(&mut self) {
        for unused in self.boxes.drain(self.used..) {
            unused.remove();
        }
    }
}
