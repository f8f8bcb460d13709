//! The one place from which screen readers are told what changed: politely, and at most once a second.

use super::dom::append;
use crate::content::in_overlay;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// How long changes are gathered before they are told, in milliseconds.
const PAUSE: u32 = 1_000;

/// A live region.
#[derive(Debug)]
pub(super) struct Live {
    element: HtmlElement,
    last: String,
    waiting: Option<Timeout>,
}

impl Live {
    pub(super) fn new(layer: &Element) -> Result<Live, JsValue> {
        let element = append(layer, "p", "unseen", "")?;
        element.set_attribute("role", "status")?;
        Ok(Live { element, last: String::new(), waiting: None })
    }

    /// Tells a sentence soon; only the last of those that come together is told, and none twice in a row.
    pub(super) fn say(&mut self, sentence: String) {
        if sentence == self.last {
            return;
        }
        self.last = sentence;
        if self.waiting.is_none() {
            self.waiting = Some(Timeout::new(PAUSE, || in_overlay(|overlay, _| overlay.tell())));
        }
    }

    /// Tells what is due.
    pub(super) fn tell(&mut self) {
        self.waiting = None;
        // A part that is new is told by every screen reader; words that change in an attribute may not be.
        self.element.set_text_content(None);
        // What cannot be told now is told with the next change.
        let _ = append(&self.element, "span", "", &self.last);
    }
}
