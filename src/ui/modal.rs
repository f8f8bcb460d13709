//! Working above a modal dialog of LinkedIn's.
//!
//! The browser makes everything outside a modal dialog inert: it is seen, and no click reaches it. What we open there is a modal dialog of
//! its own, which is not inert; and a click on one of our buttons, which then falls on the dialog's backdrop, is taken by its place.

use super::{deed::Deed, overlay::Overlay, placing::Edges, stage::Stage};
use crate::linkedin::foreign;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement};

/// Whether a modal dialog of the page's is open.
pub(super) fn is_open(document: &Document) -> bool {
    foreign::root(document).is_some_and(|root| foreign::find(&root, "dialog:modal").is_some())
}

/// Opens a dialog of ours: as a modal one only above another.
pub(super) fn open(surface: &HtmlElement, above_another: bool) -> Result<(), JsValue> {
    match surface.dyn_ref::<HtmlDialogElement>() {
        Some(dialog) if above_another => dialog.show_modal(),
        // Not by `show`, which would look for something to focus, and might scroll the page to it.
        _ => surface.set_attribute("open", ""),
    }
}

/// Whether one of our surfaces stands above a modal dialog, so that the browser itself closes it at Escape.
pub(super) fn is_modal(surface: &Element) -> bool {
    surface.matches(":modal").unwrap_or(false)
}

impl Overlay {
    /// What a click on a point does where the browser lets none reach us.
    pub(super) fn deed_above_dialog(&self, left: f64, top: f64) -> Option<Deed> {
        let is_inert = self.stage.host.is_connected() && is_open(&self.document);
        let ours_is_open = self.open.as_ref().is_some_and(|open| is_modal(&open.element));
        let button = (is_inert && !ours_is_open).then(|| button_at(&self.stage, left, top)).flatten()?;
        Deed::at(&button)
    }
}

/// The button of ours at a point of the window.
fn button_at(stage: &Stage, left: f64, top: f64) -> Option<Element> {
    let buttons = stage.layer.query_selector_all(&Deed::any()).ok()?;
    let mut buttons = (0..buttons.length()).filter_map(|place| buttons.item(place)?.dyn_into::<Element>().ok());
    buttons.find(|button| Edges::of(&button.get_bounding_client_rect()).holds(left, top))
}
