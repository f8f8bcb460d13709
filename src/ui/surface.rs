//! The card, the list and the notice: one function draws any of them, into any root.

use super::{card::Card, dom::element, notice::Notice, panel::Panel};
use crate::wording::Language;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node};

/// What can be drawn.
#[derive(Debug)]
pub(super) enum Surface<'a> {
    /// One finding of an item, explained.
    Card(Card<'a>),
    /// What was found on the page.
    Panel(Panel<'a>),
    /// What was found in a text that is being written.
    Notice(Notice<'a>),
}

/// Draws a surface at the end of `root`.
pub(super) fn draw(root: &Node, language: Language, surface: &Surface<'_>) -> Result<HtmlElement, JsValue> {
    let document = root.owner_document().ok_or("no document")?;
    // A card and the list can stand above a modal dialog of LinkedIn's; a notice is part of no conversation.
    let (tag, class) = match surface {
        Surface::Card(_) => ("dialog", "surface card"),
        Surface::Panel(_) => ("dialog", "surface panel"),
        Surface::Notice(_) => ("section", "surface notice"),
    };
    let element = element(&document, tag, class, "")?;
    fill(&element, language, surface)?;
    root.append_child(&element)?;
    Ok(element)
}

/// Draws a surface anew in the element that it was drawn in before.
pub(super) fn fill(element: &HtmlElement, language: Language, surface: &Surface<'_>) -> Result<(), JsValue> {
    element.set_text_content(None);
    match surface {
        Surface::Card(card) => card.fill(element, language),
        Surface::Panel(panel) => panel.fill(element, language),
        Surface::Notice(notice) => notice.fill(element, language),
    }
}
