//! The member's rights: the AI setting as remembered, letters, and the dossier of what was done when.
//!
//! Nothing here knows a clock, a browser or a network: "today" always comes in from outside, and texts go out to be shown.

pub mod authority;
pub mod calendar;
mod day;
mod deadline;
pub mod exchange;
pub mod found;
pub mod letter;
mod log;
mod reminder;
mod request;
mod state;
mod step;

pub use day::{Day, NotADay};
pub use deadline::Deadline;
pub use log::{Event, EventKind, Log, Refused};
pub use reminder::{PATIENCE, Reminder, answers_remind_on, reminders};
pub use request::{Request, Standing, requests};
pub use state::{Memory, Noted, Remembered, SettingState};
pub use step::{Step, next_step};
