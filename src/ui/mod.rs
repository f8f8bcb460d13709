//! What Deksel draws on LinkedIn's pages: marks under words, a marker at each post, and a card that explains.
//!
//! All of it lives in one neutral element with a closed shadow root; LinkedIn's own nodes are never touched.

mod card;
pub(crate) mod dom;
mod marker;
mod marks;
mod overlay;

#[cfg(feature = "pages")]
pub(crate) use card::quoted;
pub use overlay::Overlay;
