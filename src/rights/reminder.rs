//! What to remind a member of on a day. Nothing is noted as reminded, so a clock that jumps can neither lose nor spoil it.

use super::{Day, EventKind, Log, Memory, Standing, requests};
use serde::Serialize;

/// After how many days without a look at the setting a member is reminded, unless the member chose otherwise.
pub const PATIENCE: u16 = 90;

/// Something that wants a member's attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reminder", rename_all = "snake_case")]
pub enum Reminder {
    /// The setting was off and is on.
    BackOn {
        /// The account.
        member: String,
        /// When it was last seen off.
        off: Day,
    },
    /// A request was not answered in time.
    Overdue {
        /// The name of the entry with which it was sent.
        id: String,
        /// What was sent.
        kind: EventKind,
        /// The day on which the answer was due.
        due: Day,
    },
    /// The setting was not seen for longer than the member's patience.
    NotSeen {
        /// The account.
        member: String,
        /// For how many days.
        days: u32,
    },
}

/// The first day on which there is something to remind of in the dossier, by [`reminders`]; see [`Memory::reminds_on`] for the setting.
pub fn answers_remind_on(log: &Log, today: Day) -> Option<Day> {
    let reminds_on = |request: super::Request<'_>| match request.standing {
        Standing::Waiting | Standing::Overdue => Some(request.deadline.last_day.plus_days(1)),
        Standing::FollowedUp(quiet_until) => Some(quiet_until.plus_days(1)),
        Standing::Closed => None,
    };
    requests(log, today).filter_map(reminds_on).min()
}

/// What is due today, the most pressing first. `patience` is the member's number of days; 0 asks for no such reminder.
pub fn reminders(memory: &Memory, log: &Log, today: Day, patience: u16) -> Vec<Reminder> {
    let mut due: Vec<Reminder> = Vec::new();
    due.extend(
        memory
            .iter()
            .filter_map(|known| known.back_on().map(|off| Reminder::BackOn { member: known.member.clone(), off })),
    );
    let overdue = requests(log, today).filter(|request| request.standing == Standing::Overdue);
    due.extend(overdue.map(|request| Reminder::Overdue {
        id: request.event.id.clone(),
        kind: request.event.kind,
        due: request.deadline.last_day,
    }));
    due.extend(memory.iter().filter_map(|known| {
        let days = known.unseen(today);
        (patience > 0 && days >= patience.into()).then(|| Reminder::NotSeen { member: known.member.clone(), days })
    }));
    due
}
