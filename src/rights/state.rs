//! What Deksel remembers of LinkedIn's AI setting, account by account.

use super::{Day, Event, EventKind};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, mem};

/// The state of "Data for Generative AI Improvement".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SettingState {
    /// LinkedIn may use the member's data.
    On,
    /// It may not, from now on.
    Off,
    /// The page does not show exactly one switch.
    #[default]
    Unknown,
}

/// The setting of one account as last seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Remembered {
    /// The account, by the name that this browser gives it (see [`crate::choices::Key`]); empty when the page did not tell.
    pub member: String,
    /// When the setting was last seen.
    pub seen: Day,
    /// Since when it is seen in this state.
    pub since: Day,
    /// What it showed.
    pub state: SettingState,
    /// When it was last seen off.
    #[serde(default)]
    pub off: Option<Day>,
    /// When the member last said that it may stay on.
    #[serde(default)]
    pub accepted: Option<Day>,
}

/// The settings of all accounts that were seen in this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Memory(Vec<Remembered>);

/// What a look at the setting told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Noted {
    /// Nothing: the page did not show it.
    #[default]
    Nothing,
    /// It had not been seen before.
    First,
    /// It is as it was.
    Same,
    /// It was on and is off.
    SwitchedOff,
    /// It was off and is on.
    SwitchedOn,
}

impl Remembered {
    /// It was off, is on, and the member has not said that it may stay so: the day it was last seen off.
    pub fn back_on(&self) -> Option<Day> {
        self.off.filter(|_| self.state == SettingState::On && !self.may_stay_on())
    }

    /// The member said that it may stay on, since it is on.
    pub fn may_stay_on(&self) -> bool {
        self.state == SettingState::On && self.accepted.is_some_and(|day| day >= self.since)
    }

    /// For how many days it was not seen. A clock that was set back makes it none.
    pub fn unseen(&self, today: Day) -> u32 {
        u32::try_from(today.days_since(self.seen)).unwrap_or_default()
    }
}

impl Memory {
    /// The name under which it is kept.
    pub const NAME: &str = "setting";
    /// The most accounts remembered; beyond, the one not seen for longest is forgotten.
    pub const MEMBERS: usize = 20;

    /// What is remembered of an account.
    pub fn of(&self, member: &str) -> Option<&Remembered> {
        self.0.iter().find(|known| known.member == member)
    }

    /// Every account that is remembered.
    pub fn iter(&self) -> impl Iterator<Item = &Remembered> {
        self.0.iter()
    }

    /// The first day on which there is something to remind of, by [`super::reminders`]; today's date or an earlier one when there is already.
    pub fn reminds_on(&self, patience: u16) -> Option<Day> {
        let unseen = |known: &Remembered| (patience > 0).then(|| known.seen.plus_days(patience));
        self.0.iter().filter_map(|known| known.back_on().or_else(|| unseen(known))).min()
    }

    /// What the dossier can tell of it: since when each account's setting is off, or on again.
    pub fn events(&self) -> impl Iterator<Item = Event> {
        self.0.iter().filter_map(|known| {
            let (kind, name) = match known.state {
                SettingState::Off => (EventKind::SettingOff, "off"),
                SettingState::On if known.off.is_some() => (EventKind::SettingOn, "on"),
                _ => return None,
            };
            // The same change has the same name in every tab.
            Some(Event::new(format!("{name} {} {}", known.since, known.member), kind, known.since))
        })
    }

    /// Notes what the page shows. What it does not show changes nothing.
    pub fn note(&mut self, member: &str, state: SettingState, today: Day) -> Noted {
        if state == SettingState::Unknown {
            return Noted::Nothing;
        }
        if self.of(member).is_none()
            && let Some(unnamed) = self.0.iter_mut().find(|known| known.member.is_empty())
        {
            // Seen before it was known who is looking: it is taken to be the first who comes.
            member.clone_into(&mut unnamed.member);
        }
        let off = (state == SettingState::Off).then_some(today);
        let Some(known) = self.0.iter_mut().find(|known| known.member == member) else {
            let member = member.to_owned();
            self.0.push(Remembered { member, seen: today, since: today, state, off, accepted: None });
            self.forget_beyond_limit();
            return Noted::First;
        };
        let changed = known.state != state;
        known.state = state;
        known.seen = today;
        // A clock that was set back must not leave a start that lies after the last look.
        known.since = if changed { today } else { known.since.min(today) };
        known.off = off.or(known.off);
        match (changed, state) {
            (false, _) => Noted::Same,
            (true, SettingState::Off) => Noted::SwitchedOff,
            (true, _) => Noted::SwitchedOn,
        }
    }

    /// The member says that an account's setting may stay on.
    pub fn accept(&mut self, member: &str, today: Day) {
        if let Some(known) = self.0.iter_mut().find(|known| known.member == member) {
            known.accepted = Some(today.max(known.since));
        }
    }

    /// Joins what two tabs remember: of each account the later look. A look from the future, made by a clock since set
    /// back, counts as one of today, so that it does not outdo all true ones.
    pub fn merge(&mut self, other: Memory, today: Day) {
        for mut theirs in other.0 {
            theirs.seen = theirs.seen.min(today);
            let Some(ours) = self.0.iter_mut().find(|ours| ours.member == theirs.member) else {
                self.0.push(theirs);
                continue;
            };
            ours.seen = ours.seen.min(today);
            let (off, accepted) = (ours.off.max(theirs.off), ours.accepted.max(theirs.accepted));
            if theirs > *ours {
                *ours = theirs;
            }
            (ours.off, ours.accepted) = (off, accepted);
        }
        self.forget_beyond_limit();
    }

    fn forget_beyond_limit(&mut self) {
        let mut latest: Vec<Remembered> = Vec::new();
        for known in mem::take(&mut self.0) {
            let before =
                |other: &Remembered| (Reverse(other.seen), &other.member) <= (Reverse(known.seen), &known.member);
            latest.insert(latest.partition_point(before), known);
            latest.truncate(Memory::MEMBERS);
        }
        self.0 = latest;
    }
}

impl FromIterator<Remembered> for Memory {
    fn from_iter<T: IntoIterator<Item = Remembered>>(remembered: T) -> Memory {
        let mut memory = Memory(remembered.into_iter().collect());
        memory.forget_beyond_limit();
        memory
    }
}
