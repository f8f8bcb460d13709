//! Where we are on LinkedIn, and what is on the page.
//!
//! LinkedIn has two front ends, rolled out account by account. What differs between them are the selectors, and those are
//! data: `sdui.toml` and `ember.toml`. Reading is the same for both and never goes by words, which differ per language.

mod front_end;
mod place;
pub mod urn;

pub use front_end::{FRONT_ENDS, FrontEnd, ItemFacts, PageFacts};
pub use place::{EXPORT_PAGE, OBJECTION_FORM, Place, SETTING_PAGE, profile_slug};
pub use urn::{Urn, UrnKind};

#[cfg(target_arch = "wasm32")]
mod attached;
#[cfg(target_arch = "wasm32")]
mod byline;
#[cfg(target_arch = "wasm32")]
mod card;
#[cfg(target_arch = "wasm32")]
mod chain;
#[cfg(target_arch = "wasm32")]
mod composer;
#[cfg(target_arch = "wasm32")]
pub(crate) mod foreign;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod setting;
#[cfg(target_arch = "wasm32")]
mod shape;
#[cfg(target_arch = "wasm32")]
mod typed;
#[cfg(target_arch = "wasm32")]
mod watch;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub use {
    card::{Found, Strategy},
    composer::{Draft, drafts},
    page::{Page, Recognition},
    setting::{SettingState, read_setting, the_switch},
    typed::typed,
    watch::{Change, Watch},
    words::Words,
};
