//! Finds what may be sensitive in an [`Item`]: pure, so that it runs the same in a page, in an export and on the host.

mod finding;
mod settings;

pub use finding::{Finding, Kind, Severity};
pub use settings::Settings;
