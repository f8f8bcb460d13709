//! A post for the room to write: what is found in it, at every key.

use super::{Stage, View, Written, post};
use crate::{
    pages::{frame::value, sheet::Sheet},
    scenario::seen_in,
    wording::{Text, texts},
};
use web_sys::Element;

/// The field for the post, by its deed, and the part that says what is found.
const POST: &str = "post";
const FOUND: &str = "found";

/// What the room is asked to tell.
const TASKS: [Text; 4] =
    [texts::TRY_TASK_CLIENT, texts::TRY_TASK_TEAM, texts::TRY_TASK_HOLIDAY, texts::TRY_TASK_THANKS];

/// What is being written.
#[derive(Debug, Default)]
pub(super) struct Trying {
    task: usize,
    text: String,
}

impl Stage {
    pub(super) fn draw_trying(&self) -> Written {
        let sheet = self.frame.sheet();
        sheet.words("h1", "", sheet.say(texts::TRY_TITLE))?;
        sheet.words("p", "lead", sheet.say(TASKS.get(self.trying.task).copied().unwrap_or(texts::TRY_LEAD)))?;
        sheet.area(POST, &self.trying.text, sheet.say(texts::TRY_POST))?;
        sheet.spot("div", FOUND, || self.trying.write(&sheet))?;
        sheet.part("p", "ways", || {
            sheet.plain_button("task", sheet.say(texts::TRY_NEXT))?;
            sheet.own_way("way", &self.route.to(&View::Home), sheet.say(texts::STAGE_ALL))
        })?;
        self.frame.show(sheet)?;
        self.frame.spot(FOUND).map_or(Ok(()), |found| found.set_attribute("aria-live", "polite"))
    }

    pub(super) fn type_in(&mut self, field: &Element, deed: &str) -> Written {
        if deed != POST {
            return Ok(());
        }
        self.trying.text = value(field);
        let Some(found) = self.frame.spot(FOUND) else { return Ok(()) };
        let sheet = self.frame.sheet();
        self.trying.write(&sheet)?;
        sheet.put_into(&found)
    }

    pub(super) fn next_task(&mut self) -> Written {
        self.trying = Trying { task: (self.trying.task + 1) % TASKS.len(), text: String::new() };
        self.draw_trying()
    }
}

impl Trying {
    fn write(&self, sheet: &Sheet<'_>) -> Written {
        if self.text.trim().is_empty() {
            return Ok(());
        }
        let seen = seen_in(&self.text);
        if seen.is_empty() {
            return sheet.words("p", "lead", sheet.say(texts::TRY_NOTHING));
        }
        post::text(sheet, &self.text, &seen, seen.len())?;
        post::reasons(sheet, &seen, seen.len())
    }
}
