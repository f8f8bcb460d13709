//! The dossier: what was done when, in entries that never change, so that the writings of two tabs can be joined.

use super::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Declares the kinds of entries once: variant, name in files, meaning.
macro_rules! event_kinds {
    ($($variant:ident $name:literal $meaning:literal;)*) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum EventKind {
            $(#[doc = $meaning] #[serde(rename = $name)] $variant,)*
        }

        impl EventKind {
            /// Every kind, in the order in which things go.
            pub const ALL: &[EventKind] = &[$(EventKind::$variant,)*];

            /// The kind's name in files, such as `objection`.
            pub const fn name(self) -> &'static str {
                match self { $(EventKind::$variant => $name,)* }
            }

            /// The kind of that name.
            pub fn of_name(name: &str) -> Option<EventKind> {
                EventKind::ALL.iter().copied().find(|kind| kind.name() == name)
            }
        }
    };
}

event_kinds! {
    SettingOff "setting_off" "The AI setting was switched off.";
    SettingOn "setting_on" "The AI setting was seen on after it had been off.";
    Objection "objection" "An objection was sent: GDPR art. 21(1).";
    Restriction "restriction" "A request for restriction was sent: art. 18.";
    Marketing "marketing" "An objection to direct marketing was sent: art. 21(2).";
    FollowUp "follow_up" "A confirmation or an answer that was due was asked for.";
    Extension "extension" "The other side announced that it takes two months more: art. 12(3).";
    Reply "reply" "The other side answered.";
    Complaint "complaint" "A complaint was sent to a supervisory authority: art. 77.";
    Other "other" "Anything else, in the member's own words.";
}

impl EventKind {
    /// A request that has to be answered within a month.
    pub const fn is_request(self) -> bool {
        matches!(self, EventKind::Objection | EventKind::Restriction | EventKind::Marketing)
    }
}

/// An entry of the dossier. It is never changed: a correction takes it out and puts another in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Event {
    /// The day it happened.
    pub on: Day,
    /// A name that no other entry has, made by the page, such as a random UUID.
    pub id: String,
    /// What happened.
    pub kind: EventKind,
    /// The account, by its profile's slug; empty when it does not matter which.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub member: String,
    /// The `id` of the request that this answers or follows; empty for all requests sent until then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The member's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The letter as sent, kept only when the member asks for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub letter: String,
}

impl Event {
    /// An entry with nothing but its name, kind and day.
    pub fn new(id: String, kind: EventKind, on: Day) -> Event {
        let [member, about, note, letter] = [const { String::new() }; 4];
        Event { on, id, kind, member, about, note, letter }
    }

    /// The texts of an entry: the name in files, what it holds, and how many bytes it may have.
    fn texts(&self) -> [(&'static str, &str, usize); 5] {
        [
            ("id", &self.id, 64),
            ("member", &self.member, 400),
            ("about", &self.about, 64),
            ("note", &self.note, 8_000),
            ("letter", &self.letter, 80_000),
        ]
    }

    fn size(&self) -> usize {
        self.texts().iter().map(|(_, text, _)| text.len()).sum()
    }
}

/// Why an entry is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// It has no `id`.
    NoId,
    /// Another entry has its `id`.
    IdTaken,
    /// One of its texts is too long: which, and how many bytes it may have.
    TooLong(&'static str, usize),
    /// The dossier holds as much as it can.
    Full,
}

/// The dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// How often all was deleted. What an older dossier holds was deleted since.
    pub(super) epoch: u32,
    /// In order of day and `id`.
    pub(super) events: Vec<Event>,
    /// The `id`s of entries taken out, so that another tab's writing does not bring them back.
    pub(super) removed: BTreeSet<String>,
}

impl Log {
    /// The most entries.
    pub const EVENTS: usize = 1_000;
    /// The most bytes of all texts together, in UTF-8: well within what an extension may store, written as JSON too.
    pub const BYTES: usize = 1 << 20;
    /// The most names of removed entries that are kept.
    const REMOVED: usize = 10_000;

    /// The entries in order of day.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The entry of a name.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// Puts an entry in.
    ///
    /// # Errors
    ///
    /// When it has no usable name, is too long, or the dossier is full; the dossier is then as it was.
    pub fn add(&mut self, event: Event) -> Result<(), Refused> {
        let size: usize = self.events.iter().map(Event::size).sum();
        if self.events.len() >= Log::EVENTS || size + event.size() > Log::BYTES {
            return Err(Refused::Full);
        }
        if self.removed.contains(&event.id) {
            return Err(Refused::IdTaken);
        }
        self.take(event)
    }

    /// Puts an entry in, however full the dossier is.
    pub(super) fn take(&mut self, event: Event) -> Result<(), Refused> {
        if event.id.is_empty() {
            return Err(Refused::NoId);
        }
        if self.event(&event.id).is_some() {
            return Err(Refused::IdTaken);
        }
        if let Some((name, _, most)) = event.texts().into_iter().find(|(_, text, most)| text.len() > *most) {
            return Err(Refused::TooLong(name, most));
        }
        let place = self.events.partition_point(|known| *known < event);
        self.events.insert(place, event);
        Ok(())
    }

    /// Takes an entry out, for good.
    pub fn remove(&mut self, id: &str) {
        let before = self.events.len();
        self.events.retain(|event| event.id != id);
        if self.events.len() < before && self.removed.len() < Log::REMOVED {
            self.removed.insert(id.to_owned());
        }
    }

    /// Deletes all. Only a count remains, so that another tab does not bring anything back.
    pub fn delete_all(&mut self) {
        *self = Log { epoch: self.epoch.saturating_add(1), ..Log::default() };
    }

    /// Joins what another tab wrote: every entry of both, except what one of them took out.
    ///
    /// The order of joining makes no difference, nor does joining twice. Limits do not hold here: nothing written is lost.
    pub fn merge(&mut self, other: Log) {
        if other.epoch != self.epoch {
            if other.epoch > self.epoch {
                *self = other;
            }
            return;
        }
        self.removed.extend(other.removed);
        for event in other.events {
            match self.events.iter_mut().find(|known| known.id == event.id) {
                // Two entries of one name come from a file changed by hand; both tabs must choose the same.
                Some(known) if event > *known => *known = event,
                Some(_) => {}
                None => self.events.push(event),
            }
        }
        self.events.retain(|event| !self.removed.contains(&event.id));
        self.events.sort();
    }
}
