//! The course of the company, as the texts tell it: a sequence to be read.

use super::list::turn;
use crate::{
    archive::desk::{Course, STEPS},
    pages::{frame::Frame, sheet::Written},
    wording::{of_kind, texts},
};

/// Where it stands.
const SPOT: &str = "course";

/// Draws some steps.
pub(super) fn draw(frame: &Frame, course: &Course) -> Written {
    let Some(spot) = frame.spot(SPOT) else { return Ok(()) };
    let sheet = frame.sheet();
    sheet.words("h3", "", sheet.say(texts::PICTURE_COURSE))?;
    sheet.part("ol", "course", || {
        course.steps.iter().try_for_each(|step| {
            sheet.part("li", "", || {
                let day = step.date.as_deref().and_then(|date| date.split('T').next());
                sheet.words("span", "when", day.unwrap_or(sheet.say(texts::PICTURE_UNKNOWN)))?;
                sheet.button("to-texts", &format!("record:{}", step.record), || {
                    sheet.words("strong", "", sheet.say(of_kind(step.kind).0))
                })?;
                sheet.quote(&step.quote)
            })
        })
    })?;
    turn(&sheet, "steps", course.from, course.total, STEPS)?;
    if course.left_out > 0 {
        sheet.words("p", "", &texts::PICTURE_COURSE_LEFT.with(sheet.language, &course.left_out.to_string()))?;
    }
    sheet.put_into(&spot)
}
