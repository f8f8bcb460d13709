//! The veil: while a member shows LinkedIn to a room, everything in the window is blurred but the words that are proved to be the member's.
//!
//! What is not known is covered, so a page that Deksel does not recognise is covered as a whole.

use super::{dom::append, overlay::Overlay, placing::Edges};
use crate::{content::ScannedPage, item::Own, linkedin::foreign};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// A blur over the window, with holes.
#[derive(Debug)]
pub(super) struct Veil(HtmlElement);

impl Veil {
    /// Makes it; it covers nothing yet.
    pub(super) fn new(layer: &Element) -> Result<Veil, JsValue> {
        let veil = append(layer, "div", "veil", "")?;
        veil.set_hidden(true);
        Ok(Veil(veil))
    }

    /// Something is covered.
    pub(super) fn is_drawn(&self) -> bool {
        !self.0.hidden()
    }

    /// Opens it over what the member wrote, where that stands now.
    pub(super) fn follow(&self, page: &ScannedPage, room: &Edges) -> Result<(), JsValue> {
        if !self.is_drawn() {
            return Ok(());
        }
        let own = page.items().filter(|scanned| scanned.found.item.own == Own::Yes).map(|scanned| &scanned.found.words);
        let own = own.chain(page.drafts().iter().map(|scanned| &scanned.draft.words));
        // A hole in a hole would be covered again: words stand in one text each.
        let mut outline = outline(room);
        for edges in own.filter_map(|words| foreign::edges(words.root()?)) {
            let edges = Edges::of(&edges).meet(room);
            if edges.width() > 0.0 && edges.height() > 0.0 {
                outline += &self::outline(&edges);
            }
        }
        self.0.style().set_property("clip-path", &format!("path(evenodd, '{outline}')"))
    }
}

fn outline(Edges { left, top, right, bottom }: &Edges) -> String {
    format!("M{left} {top}H{right}V{bottom}H{left}Z")
}

impl Overlay {
    /// Covers what others wrote, or shows it again.
    pub fn mask(&mut self, masks: bool) {
        self.stage.veil.0.set_hidden(!masks);
    }
}
