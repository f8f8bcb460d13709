//! What the stories start from.

use deksel::rights::{Day, Event, EventKind, Log};

/// The day of a date.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An entry with nothing but its name, kind and day.
pub fn event(id: &str, kind: EventKind, on: &str) -> Event {
    Event::new(id.into(), kind, day(on))
}

/// A dossier of such entries.
pub fn log(events: &[(&str, EventKind, &str)]) -> Log {
    let mut log = Log::default();
    for (id, kind, on) in events {
        log.add(event(id, *kind, on)).unwrap();
    }
    log
}
