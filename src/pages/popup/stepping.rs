//! What the popup begins with: what is due, the AI setting in words, and the next best step; and the ways to everything else.

use super::Known;
use crate::{
    linkedin::{SETTING_PAGE, SettingState},
    pages::{
        dossier::reminder_in_words,
        frame::in_words,
        kept::Rights,
        sheet::{Sheet, Written},
    },
    rights::{Step, found, next_step},
    wording::texts,
};

/// What is due, the setting as last seen, and the next best step.
pub(super) fn setting(sheet: &Sheet, known: &Known) -> Written {
    for reminder in &known.rights.reminders() {
        sheet.notice(&reminder_in_words(reminder, sheet.language))?;
    }
    sheet.words("h1", "", sheet.say(texts::APP_NAME))?;
    let seen = known.rights.memory.of(&known.member);
    let state = match seen.map(|seen| seen.state) {
        Some(SettingState::On) => texts::SETTING_ON,
        Some(SettingState::Off) => texts::SETTING_OFF,
        _ => texts::SETTING_UNKNOWN,
    };
    sheet.words("p", "state", sheet.say(state))?;
    match seen {
        Some(seen) if Some(seen.seen) == known.rights.today => sheet.sentence(texts::SETTING_SEEN_TODAY)?,
        Some(seen) => {
            let day = in_words(seen.seen, sheet.language);
            sheet.words("p", "", &texts::SETTING_SEEN.with(sheet.language, &day))?;
        }
        None => sheet.sentence(texts::SETTING_NOT_SEEN)?,
    }
    let Rights { memory, log, patience, .. } = &known.rights;
    let step = |today| next_step(memory, log, &known.member, today, *patience);
    let step = known.rights.today.map_or(Step::Look, step);
    match step {
        Step::Wait { until } => {
            let day = in_words(until, sheet.language);
            sheet.words("p", "", &texts::STEP_WAIT.with(sheet.language, &day))?;
        }
        Step::Nothing => sheet.sentence(texts::STEP_NOTHING)?,
        _ => {}
    }
    sheet.part("p", "ways", || match step {
        Step::Look => sheet.link("main way", sheet.say(texts::STEP_LOOK), SETTING_PAGE),
        Step::SwitchOff => {
            sheet.link("main way", sheet.say(texts::STEP_SWITCH_OFF), SETTING_PAGE)?;
            sheet.plain_button("accept", sheet.say(texts::MAY_STAY_ON))
        }
        Step::Object => sheet.link("main way", sheet.say(texts::STEP_OBJECT), &objection_page(known)),
        Step::FollowUp { .. } => sheet.link("main way", sheet.say(texts::STEP_FOLLOW_UP), "dossier.html"),
        Step::Wait { .. } | Step::Nothing => sheet.link("main way", sheet.say(texts::OPEN_DOSSIER), "dossier.html"),
    })
}

/// The page with the letter, with what was found in the member's own posts on this page counted by kind.
pub(super) fn objection_page(known: &Known) -> String {
    let own = known.heard.real_page().into_iter().flat_map(|page| &page.list).filter(|finding| finding.own);
    found::page_of_letters(&found::count(own.map(|finding| finding.kind)))
}

/// The ways to everything else.
pub(super) fn links(sheet: &Sheet, known: &Known) -> Written {
    sheet.part("ul", "links", || {
        [
            (texts::OPEN_SETTING, SETTING_PAGE),
            (texts::LETTERS_TITLE, objection_page(known).as_str()),
            (texts::DOSSIER_TITLE, "dossier.html"),
            (texts::CHECK_TITLE, "settings.html"),
            (texts::ARCHIVE_TITLE, "archive.html"),
            (texts::RECRUITERS_TITLE, "recruiters.html"),
            (texts::OPTIONS_TITLE, "options.html"),
            (texts::WELCOME_AGAIN, "welcome.html"),
            (texts::STAGE_TITLE, "stage.html"),
            (texts::OPEN_DEMO, "demo/sdui.html"),
        ]
        .into_iter()
        .try_for_each(|(words, page)| sheet.part("li", "", || sheet.link("", sheet.say(words), page)))
    })
}
