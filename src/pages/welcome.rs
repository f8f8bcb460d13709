//! The page at install: three steps, which can be skipped and seen again.

use super::{
    frame::{Frame, fragment},
    kept,
    sheet::{Sheet, Written},
};
use crate::{
    browser::{self, Storage},
    choices::{Choice, Choices, Drawing},
    lifeline::{Lifeline, Phase},
    linkedin::SETTING_PAGE,
    wording::{Text, texts},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::window;

/// The steps, by what stands behind the `#` of the address.
const STEPS: [(&str, Text); 3] = [
    ("warnings", texts::WELCOME_WARNINGS_TITLE),
    ("setting", texts::WELCOME_SETTING_TITLE),
    ("objection", texts::WELCOME_OBJECTION_TITLE),
];

/// Behind the last step, or where the member skips the others.
const END: &str = "end";

/// Draws the page.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::WELCOME_TITLE)?;
    let again = frame.clone();
    frame.on_choice(lifeline, move |_, deed| {
        let drawing = if deed == "drawing:quiet" { Drawing::Quiet } else { Drawing::Inline };
        choose(again.clone(), drawing);
    })?;
    let again = frame.clone();
    let turned = move || read(again.clone(), None);
    lifeline.listen(&*window().ok_or("no window")?, "hashchange", Phase::Bubble, {
        let turned = turned.clone();
        move |_| turned()
    })?;
    turned();
    browser::on_storage_change(lifeline, turned)
}

fn choose(frame: Frame, drawing: Drawing) {
    spawn_local(async move {
        if kept::choose(Box::new(move |choices| choices.drawing = drawing)).await.is_err() {
            read(frame, Some(texts::STORAGE_REFUSED));
        }
    });
}

fn read(frame: Frame, notice: Option<Text>) {
    spawn_local(async move {
        let choices = Storage::read().await.map(|storage| Choices::read(&storage)).unwrap_or_default();
        let sheet = frame.sheet();
        // Drawing fails only in a document that is being closed.
        let _ = write(&sheet, &choices, notice).and_then(|()| frame.show(sheet));
    });
}

fn write(sheet: &Sheet<'_>, choices: &Choices, notice: Option<Text>) -> Written {
    let asked = fragment();
    let step = STEPS.iter().position(|(name, _)| *name == asked).unwrap_or_default();
    if let Some(notice) = notice {
        sheet.notice(sheet.say(notice))?;
    }
    if asked == END {
        return end(sheet);
    }
    let here = (step + 1).to_string();
    sheet.words("p", "", &texts::WELCOME_STEP.with(sheet.language, &here).replace("$2", &STEPS.len().to_string()))?;
    sheet.words("h1", "", sheet.say(STEPS.get(step).map_or(texts::WELCOME_TITLE, |(_, title)| *title)))?;
    match step {
        0 => warnings(sheet, choices)?,
        1 => {
            sheet.words("p", "lead", sheet.say(texts::WELCOME_SETTING))?;
            sheet.sentence(texts::SWITCH_COVERS)?;
            sheet.sentence(texts::SWITCH_COVERS_NOT)?;
            sheet.part("p", "ways", || sheet.link("way", sheet.say(texts::OPEN_SETTING), SETTING_PAGE))?;
        }
        _ => {
            sheet.words("p", "lead", sheet.say(texts::WELCOME_OBJECTION))?;
            sheet.sentence(texts::WELCOME_DOSSIER)?;
            sheet.sentence(texts::WELCOME_CHECK)?;
            sheet.part("p", "ways", || {
                sheet.link("way", sheet.say(texts::LETTERS_TITLE), "rights.html")?;
                sheet.link("way", sheet.say(texts::CHECK_TITLE), "settings.html")
            })?;
        }
    }
    sheet.part("p", "ways steps", || {
        let next = STEPS.get(step + 1).map_or(END, |(name, _)| name);
        sheet.own_way("main way", &format!("#{next}"), sheet.say(texts::WELCOME_NEXT))?;
        if let Some((before, _)) = step.checked_sub(1).and_then(|before| STEPS.get(before)) {
            sheet.own_way("way", &format!("#{before}"), sheet.say(texts::WELCOME_BACK))?;
        }
        sheet.own_way("way", &format!("#{END}"), sheet.say(texts::WELCOME_SKIP))
    })
}

fn warnings(sheet: &Sheet<'_>, choices: &Choices) -> Written {
    sheet.words("p", "lead", sheet.say(texts::WELCOME_LEAD))?;
    sheet.sentence(texts::WELCOME_LOCAL)?;
    sheet.part("fieldset", "", || {
        sheet.words("legend", "", sheet.say(texts::DRAWING_TITLE))?;
        sheet.sentence(texts::WELCOME_DRAWING)?;
        drawing(sheet, choices)
    })?;
    sheet.sentence(texts::WELCOME_RELOAD)
}

/// Writes the choice of where to warn; an employer may have made it.
pub(super) fn drawing(sheet: &Sheet<'_>, choices: &Choices) -> Written {
    sheet.settable(choices.locked.contains(&Choice::Drawing), || {
        for (deed, drawing, label) in [
            ("drawing:inline", Drawing::Inline, texts::DRAWING_INLINE),
            ("drawing:quiet", Drawing::Quiet, texts::WELCOME_QUIET),
        ] {
            sheet.tick("radio", deed, choices.drawing == drawing, sheet.say(label))?;
        }
        Ok(())
    })
}

fn end(sheet: &Sheet<'_>) -> Written {
    sheet.words("h1", "", sheet.say(texts::WELCOME_END_TITLE))?;
    sheet.words("p", "lead", sheet.say(texts::WELCOME_END))?;
    sheet.part("p", "ways", || {
        sheet.own_way("way", "#warnings", sheet.say(texts::WELCOME_AGAIN))?;
        sheet.link("way", sheet.say(texts::OPEN_DEMO), "demo/sdui.html")?;
        sheet.link("way", sheet.say(texts::STAGE_TITLE), "stage.html")
    })
}
