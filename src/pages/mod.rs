//! The extension's own pages. One module serves them all, and the address tells which one this is; the popup has its own.

mod archive;
mod checklist;
mod dossier;
mod frame;
mod kept;
mod letters;
#[cfg(feature = "popup")]
mod popup;
mod recruiters;
mod sheet;
mod stage;
mod welcome;

pub use letters::held as letter;

use crate::{content, lifeline::Lifeline};
use wasm_bindgen::prelude::*;
use web_sys::window;

/// Starts the page at this address, or the archive's worker where there is none; on the demonstration the same code runs as on LinkedIn.
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    let Some(window) = window() else { return archive::start_worker(&lifeline) };
    match window.location().pathname().unwrap_or_default().as_str() {
        "/archive.html" => archive::start(&lifeline),
        "/dossier.html" => dossier::start(&lifeline),
        "/recruiters.html" => recruiters::start(),
        "/rights.html" => letters::start(&lifeline),
        "/settings.html" => checklist::start(&lifeline),
        "/stage.html" => stage::start(&lifeline),
        "/welcome.html" => welcome::start(&lifeline),
        _ => content::start(lifeline),
    }
}
