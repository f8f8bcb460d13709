//! What the popup asks: where to warn, about whose posts, and for how long not; and the ways back from earlier choices.

use super::Known;
use crate::{
    choices::{Choice, Choices, Drawing, Whose},
    pages::sheet::{Sheet, Written},
    wording::{of_kind, texts},
};

/// The first choice: may Deksel draw on LinkedIn's pages?
pub(super) fn drawing(sheet: &Sheet) -> Written {
    sheet.part("section", "first", || {
        sheet.words("h2", "", sheet.say(texts::DRAWING_TITLE))?;
        sheet.sentence(texts::DRAWING_AGREEMENT)?;
        sheet.part("p", "ways", || {
            sheet.plain_button("drawing:inline", sheet.say(texts::DRAWING_INLINE))?;
            sheet.plain_button("drawing:quiet", sheet.say(texts::DRAWING_QUIET))
        })
    })
}

/// Quiet mode, in one click; and what stands in the way of choosing.
pub(super) fn quiet(sheet: &Sheet, known: &Known) -> Written {
    sheet.part("section", "", || {
        if known.refused {
            sheet.notice(sheet.say(texts::STORAGE_REFUSED))?;
        }
        if known.is_private {
            return sheet.sentence(texts::PRIVATE_WINDOW);
        }
        let is_quiet = known.choices.drawing == Drawing::Quiet;
        sheet.settable(known.choices.locked.contains(&Choice::Drawing), || {
            sheet.tick("checkbox", "quiet", is_quiet, sheet.say(texts::QUIET_SWITCH))
        })
    })
}

/// The other choices that can be made at any time; none in a private window, where nothing is kept.
pub(super) fn choices(sheet: &Sheet, known: &Known) -> Written {
    let choices = &known.choices;
    if known.is_private {
        return Ok(());
    }
    sheet.part("div", "choices", || {
        sheet.settable(choices.locked.contains(&Choice::Badge), || {
            sheet.tick("checkbox", "badge", choices.badge, sheet.say(texts::BADGE_SWITCH))
        })?;
        sheet.tick("checkbox", "masks", choices.masks, sheet.say(texts::MASK_SWITCH))?;
        if choices.masks {
            sheet.sentence(if choices.drawing == Drawing::Quiet { texts::MASK_QUIET } else { texts::MASK_ON })?;
        }
        whose(sheet, choices)?;
        let pauses_here = known.heard.page().is_some_and(|page| !page.paused_here);
        if choices.is_paused(js_sys::Date::now()) {
            return Ok(());
        }
        sheet.part("p", "ways", || {
            sheet.plain_button("hour", sheet.say(texts::PAUSE_HOUR))?;
            if pauses_here { sheet.plain_button("here", sheet.say(texts::PAUSE_HERE)) } else { Ok(()) }
        })
    })
}

fn whose(sheet: &Sheet, choices: &Choices) -> Written {
    sheet.settable(choices.locked.contains(&Choice::Whose), || {
        sheet.part("fieldset", "", || {
            sheet.words("legend", "", sheet.say(texts::WHOSE_TITLE))?;
            for (whose, deed, label) in [
                (Whose::Own, "whose:own", texts::WHOSE_OWN),
                (Whose::Colleagues, "whose:colleagues", texts::WHOSE_COLLEAGUES),
                (Whose::Everybody, "whose:everybody", texts::WHOSE_EVERYBODY),
            ] {
                sheet.tick("radio", deed, choices.whose == whose, sheet.say(label))?;
            }
            Ok(())
        })
    })?;
    if choices.whose != Whose::Colleagues {
        return Ok(());
    }
    sheet.settable(choices.locked.contains(&Choice::Companies), || {
        sheet.field("text", "companies", &choices.companies.join(", "), sheet.say(texts::COMPANIES_LABEL))
    })
}

/// What the member switched off or ignored, with a way back.
pub(super) fn ways_back(sheet: &Sheet, known: &Known) -> Written {
    let kinds = &known.choices.detection.kinds_off;
    if !kinds.is_empty() && !known.choices.locked.contains(&Choice::KindsOff) {
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::KINDS_OFF_TITLE))?;
            sheet.part("ul", "ways", || {
                kinds.iter().try_for_each(|kind| {
                    let words = texts::KIND_ON.with(sheet.language, sheet.say(of_kind(*kind).0));
                    sheet.part("li", "", || sheet.plain_button(&format!("on:{}", kind.name()), &words))
                })
            })
        })?;
    }
    let (_, ignored) = known.ignored;
    if ignored == 0 {
        return Ok(());
    }
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::IGNORED_TITLE))?;
        sheet.words("p", "", &texts::IGNORED_COUNT.with(sheet.language, &ignored.to_string()))?;
        sheet.part("p", "ways", || sheet.plain_button("ignored", sheet.say(texts::IGNORED_BACK)))
    })
}
