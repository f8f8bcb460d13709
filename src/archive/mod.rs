//! Reads the copy of their data that LinkedIn gives its members: a ZIP, or files from it, to [`Record`]s that can be scanned.
//!
//! ```text
//! ZIP ── limits ──▶ file ── encoding ──▶ lines ── quirks, csv ──▶ rows ── columns ──▶ Record ──▶ detect::scan ──▶ picture, report
//! ```
//!
//! Pure, and one row at a time, so that a history of twenty years fits in a tab. What cannot be read is told ([`Trouble`]) and the rest
//! goes on. Messages, connections, contacts and invitations are never opened; [`Summary::unopened`] lists all that was not.

mod article;
mod contents;
mod date;
pub mod desk;
mod limits;
mod lines;
pub mod picture;
mod quirks;
mod reading;
mod record;
pub mod report;
mod rows;
mod salvage;
mod trouble;
mod zipped;

pub use contents::{Source, Why};
pub use date::Date;
pub use limits::Limits;
pub use reading::{FileRead, Part, Reading, Summary, Unopened};
pub use record::{Record, Tally};
pub use trouble::{Trouble, What};
