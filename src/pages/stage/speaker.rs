//! The speaker's window: what is on the screen, what there is to say, and what comes next. It can move the screen too.

use super::{Stage, Written};
use crate::wording::texts;

impl Stage {
    pub(super) fn draw_notes(&self) -> Written {
        let sheet = self.frame.sheet();
        let Some(told) = &self.told else {
            sheet.words("h1", "", sheet.say(texts::STAGE_NOTES))?;
            sheet.sentence(texts::NOTES_NOBODY)?;
            return self.frame.show(sheet);
        };
        let count = |text: crate::wording::Text, (at, of): (usize, usize)| {
            text.with(sheet.language, &at.to_string()).replace("$2", &of.to_string())
        };
        sheet.words("h1", "", &told.heading)?;
        sheet.words("p", "place", &count(texts::STAGE_PLACE, told.slide))?;
        if told.shown.1 > 0 {
            sheet.words("p", "place", &count(texts::NOTES_SHOWN, told.shown))?;
        }
        told.notes.iter().try_for_each(|note| sheet.words("p", "lead", note))?;
        sheet.words("h2", "", sheet.say(texts::NOTES_NEXT))?;
        sheet.words("p", "", if told.next.is_empty() { sheet.say(texts::NOTES_END) } else { &told.next })?;
        sheet.part("p", "ways", || {
            for (deed, words) in
                [("previous", texts::STAGE_PREVIOUS), ("next", texts::STAGE_NEXT), ("start", texts::STAGE_START)]
            {
                sheet.plain_button(deed, sheet.say(words))?;
            }
            Ok(())
        })?;
        self.frame.main.set_attribute("lang", &told.language)?;
        self.frame.show(sheet)
    }
}
