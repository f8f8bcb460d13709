//! What the member chose: plain data, kept in the browser, and the acts by which a card changes it.

mod act;

pub use act::{Act, Scope};
