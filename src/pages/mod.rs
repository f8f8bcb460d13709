//! The extension's own pages. One module serves them all, and the address tells which one this is; the popup has its own.

mod archive;
mod checklist;
mod dossier;
mod employer;
mod frame;
mod kept;
mod letters;
mod options;
#[cfg(feature = "popup")]
mod popup;
mod recruiters;
mod sheet;
mod stage;
mod welcome;

pub use letters::held as letter;

use crate::{
    browser::{self, Storage},
    choices::Choices,
    content,
    lifeline::Lifeline,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;

/// Starts the page at this address, or the archive's worker where there is none; on the demonstration the same code runs as on LinkedIn.
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    let Some(window) = window() else { return archive::start_worker(&lifeline) };
    let page: fn(&Lifeline) -> Result<(), JsValue> = match window.location().pathname().unwrap_or_default().as_str() {
        "/archive.html" => archive::start,
        "/dossier.html" => dossier::start,
        "/options.html" => options::start,
        "/recruiters.html" => |_| recruiters::start(),
        "/rights.html" => letters::start,
        "/settings.html" => checklist::start,
        "/stage.html" => stage::start,
        "/welcome.html" => welcome::start,
        _ => return content::start(lifeline),
    };
    spawn_local(async move {
        let choices = Storage::read().await.map(|storage| Choices::read(&storage)).unwrap_or_default();
        frame::begin_in(choices.language(&browser::language()));
        if !lifeline.signal().aborted() {
            // What fails here is missing in every page, such as a document.
            let _ = page(&lifeline);
        }
    });
    Ok(())
}
