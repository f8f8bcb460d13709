//! An entry that the member writes by hand.

use super::name_of;
use crate::{
    clock,
    pages::{
        frame::{new_name, value},
        sheet::{Sheet, Written},
    },
    rights::{Event, EventKind},
    wording::texts,
};
use web_sys::Element;

/// What is filled in so far.
#[derive(Clone, Debug)]
pub(super) struct Adding {
    kind: EventKind,
    on: String,
    note: String,
}

impl Default for Adding {
    fn default() -> Adding {
        let on = clock::today().map(|day| day.to_string()).unwrap_or_default();
        Adding { kind: EventKind::Reply, on, note: String::new() }
    }
}

impl Adding {
    pub(super) fn write(&self, sheet: &Sheet<'_>) -> Written {
        sheet.part("section", "", || {
            sheet.fold("add", sheet.say(texts::ADD_TITLE), || {
                let kinds: Vec<(&str, &str)> =
                    EventKind::ALL.iter().map(|kind| (kind.name(), sheet.say(name_of(*kind)))).collect();
                sheet.choice("kind", &kinds, self.kind.name(), sheet.say(texts::ADD_KIND))?;
                sheet.field("date", "on", &self.on, sheet.say(texts::ADD_DATE))?;
                sheet.area("note", &self.note, sheet.say(texts::ADD_NOTE))?;
                sheet.part("p", "ways", || sheet.plain_button("add", sheet.say(texts::ADD_ENTRY)))
            })
        })
    }

    /// Takes in what was typed or chosen.
    pub(super) fn take(&mut self, control: &Element, deed: &str) {
        match deed {
            "kind" => self.kind = EventKind::of_name(&value(control)).unwrap_or(EventKind::Other),
            "on" => self.on = value(control),
            "note" => self.note = value(control),
            _ => {}
        }
    }

    /// The entry; `None` while its date is none.
    pub(super) fn entry(&self) -> Option<Event> {
        let mut event = Event::new(new_name(), self.kind, self.on.parse().ok()?);
        event.note = self.note.trim().to_owned();
        Some(event)
    }
}
