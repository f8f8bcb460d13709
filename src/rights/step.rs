//! The next best step for a member: what the popup's one button offers.

use super::{Day, EventKind, Log, Memory, SettingState, Standing, requests};
use serde::Serialize;

/// A next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Look at the setting: it was never seen, or not for long.
    Look,
    /// Switch it off.
    SwitchOff,
    /// Object: what the switch does not cover, and what was learned before.
    Object,
    /// Wait for the answer.
    Wait {
        /// The last day on which it would be in time.
        until: Day,
    },
    /// Ask for the answer that was due.
    FollowUp {
        /// The day on which it was due.
        due: Day,
    },
    /// Nothing: it is off, and no answer is waited for.
    Nothing,
}

/// The next best step. `patience` is the number of days after which a look at the setting is old; 0 is never.
pub fn next_step(memory: &Memory, log: &Log, member: &str, today: Day, patience: u16) -> Step {
    let known = memory.of(member);
    if known.is_some_and(|known| known.state == SettingState::On && !known.may_stay_on()) {
        return Step::SwitchOff;
    }
    let requests: Vec<_> = requests(log, today).filter(|request| request.concerns(member)).collect();
    let overdue = requests.iter().find(|request| request.standing == Standing::Overdue);
    if let Some(request) = overdue {
        return Step::FollowUp { due: request.deadline.last_day };
    }
    if known.is_none_or(|known| patience > 0 && known.unseen(today) >= patience.into()) {
        return Step::Look;
    }
    let waiting = requests.iter().filter_map(|request| match request.standing {
        Standing::Waiting => Some(request.deadline.last_day),
        Standing::FollowedUp(day) => Some(day),
        Standing::Overdue | Standing::Closed => None,
    });
    match waiting.min() {
        Some(until) => Step::Wait { until },
        None if requests.iter().any(|request| request.event.kind == EventKind::Objection) => Step::Nothing,
        None => Step::Object,
    }
}
