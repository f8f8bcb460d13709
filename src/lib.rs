//! Deksel keeps a lid on what LinkedIn's AI can learn from you.
//!
//! The rooms of the house read as the data flow: [`linkedin`] turns a page into [`item::Item`]s, `archive` an export of
//! LinkedIn's data, [`detect`] finds in them what may be sensitive, `ui` shows it on the page and `pages` in the extension's
//! own pages. `content` is all of a LinkedIn tab, from page to marks. [`choices`] is what the member chose, and what an employer set.
//! [`rights`] remembers the AI setting, writes the letters and keeps the dossier. `scenario` tells stories of invented people to a room.

// What the popup does not reach is used by the other modules.
#![cfg_attr(feature = "popup", allow(dead_code, unused_imports))]

#[cfg(feature = "pages")]
pub mod archive;
pub mod choices;
pub mod linkedin;
pub mod rights;
#[cfg(feature = "pages")]
pub mod scenario;
pub mod wording;

pub use ::detect::{self, item, utf16};

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod clock;
#[cfg(target_arch = "wasm32")]
mod content;
#[cfg(all(target_arch = "wasm32", not(feature = "popup")))]
mod entry;
#[cfg(target_arch = "wasm32")]
mod held;
#[cfg(target_arch = "wasm32")]
mod lifeline;
#[cfg(all(target_arch = "wasm32", feature = "pages"))]
mod pages;
#[cfg(all(target_arch = "wasm32", feature = "probe"))]
mod probe;
#[cfg(target_arch = "wasm32")]
mod ui;
