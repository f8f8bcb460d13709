//! The extension's own pages. One module serves them all; the address tells which one this is.

mod frame;
mod popup;
mod sheet;

use crate::{content, lifeline::Lifeline};
use wasm_bindgen::prelude::*;
use web_sys::window;

/// Starts the page at this address; on the demonstration the same code runs as on LinkedIn.
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    match path.as_str() {
        "/popup.html" => popup::start(&lifeline),
        _ => content::start(lifeline),
    }
}
