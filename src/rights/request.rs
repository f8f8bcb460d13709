//! Requests in the dossier, and how they stand.

use super::{Day, Deadline, Event, EventKind, Log};
use serde::Serialize;

/// For how many days a request that was followed up is left in peace.
const AFTER_FOLLOW_UP: u16 = 14;

/// A request that has to be answered, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Request<'log> {
    /// The entry with which it was sent.
    pub event: &'log Event,
    /// Until when the answer may take, counted from the day of sending: when it was received is not known.
    pub deadline: Deadline,
    /// Two months more were announced, on this day.
    pub extended: Option<Day>,
    /// How it stands.
    pub standing: Standing,
}

impl Request<'_> {
    /// It was sent for this account, or for none in particular.
    pub fn concerns(&self, member: &str) -> bool {
        self.event.member.is_empty() || self.event.member == member
    }
}

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The answer may still come in time.
    Waiting,
    /// It was not answered in time, and nobody asked lately.
    Overdue,
    /// It was not answered in time; asked again, and quiet until this day.
    FollowedUp(Day),
    /// Answered, or laid before an authority: nothing is waited for.
    Closed,
}

/// All requests, the oldest first.
pub fn requests(log: &Log, today: Day) -> impl Iterator<Item = Request<'_>> {
    log.events().iter().filter(|event| event.kind.is_request()).map(move |event| standing(log, event, today))
}

fn standing<'log>(log: &'log Log, event: &'log Event, today: Day) -> Request<'log> {
    let about = |later: &&Event| match later.about.as_str() {
        "" => later.on >= event.on && same_account(event, later),
        id => id == event.id,
    };
    let last = |kind| log.events().iter().filter(about).filter(|later| later.kind == kind).map(|later| later.on).max();
    let extended = last(EventKind::Extension);
    let deadline = match extended {
        Some(_) => Deadline::of_extended_answer(event.on),
        None => Deadline::of_answer(event.on),
    };
    let quiet_until = last(EventKind::FollowUp).map(|day| day.plus_days(AFTER_FOLLOW_UP));
    let standing = if last(EventKind::Reply).or(last(EventKind::Complaint)).is_some() {
        Standing::Closed
    } else if today <= deadline.last_day {
        Standing::Waiting
    } else {
        match quiet_until {
            Some(day) if today <= day => Standing::FollowedUp(day),
            _ => Standing::Overdue,
        }
    };
    Request { event, deadline, extended, standing }
}

/// An entry of no account in particular goes with every account.
fn same_account(one: &Event, other: &Event) -> bool {
    one.member.is_empty() || other.member.is_empty() || one.member == other.member
}
