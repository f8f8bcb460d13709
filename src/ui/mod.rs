//! What Deksel draws on LinkedIn's pages: marks under words, a marker at each post, a card that explains, a list of all that was found
//! on the page, and a notice beside what the member is writing.
//!
//! All of it lives in one neutral element with a closed shadow root; LinkedIn's own nodes are never touched.

mod beside;
mod card;
mod deed;
pub(crate) mod dom;
mod explained;
mod going;
mod guide;
mod listening;
mod live;
mod manner;
mod marker;
mod marks;
mod modal;
mod notice;
mod opened;
mod overlay;
mod panel;
mod placing;
mod sight;
mod sizes;
mod stage;
mod surface;
mod theme;
mod veil;

pub use guide::Guide;
pub use manner::Manner;
pub use overlay::Overlay;
pub(crate) use theme::system_says;
