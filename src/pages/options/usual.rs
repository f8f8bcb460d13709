//! Whose posts, where to warn, the icon, reminders and the language.

use super::{Desk, Part, deeds, with_desk};
use crate::{
    choices::{Choice, Drawing, Whose},
    pages::{
        dossier::patience,
        frame::{is_on, name_of_language, value},
        kept,
        sheet::{Sheet, Written},
        welcome,
    },
    wording::{LANGUAGES, texts},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let choices = &desk.choices;
    desk.part(sheet, Part::Whose, texts::WHOSE_TITLE, || whose(sheet, desk))?;
    desk.part(sheet, Part::Drawing, texts::DRAWING_TITLE, || {
        sheet.sentence(texts::WELCOME_DRAWING)?;
        if choices.drawing == Drawing::Undecided {
            sheet.sentence(texts::OPTIONS_DRAWING_UNDECIDED)?;
        }
        welcome::drawing(sheet, choices)?;
        sheet.tick("checkbox", "masks", choices.masks, sheet.say(texts::MASK_SWITCH))
    })?;
    desk.part(sheet, Part::Badge, texts::OPTIONS_BADGE_TITLE, || {
        sheet.settable(desk.is_locked(Choice::Badge), || {
            sheet.tick("checkbox", "badge", choices.badge, sheet.say(texts::BADGE_SWITCH))
        })?;
        sheet.sentence(texts::OPTIONS_BADGE_HOW)
    })?;
    desk.part(sheet, Part::Reminders, texts::REMINDERS_TITLE, || {
        sheet.sentence(texts::REMINDERS_HOW)?;
        patience(sheet, choices.patience, desk.is_locked(Choice::Patience))
    })?;
    desk.part(sheet, Part::Language, texts::OPTIONS_LANGUAGE_TITLE, || {
        sheet.sentence(texts::OPTIONS_LANGUAGE_HOW)?;
        sheet.settable(desk.is_locked(Choice::Language), || {
            let mut options = vec![("", sheet.say(texts::OPTIONS_LANGUAGE_BROWSERS))];
            options.extend(LANGUAGES.iter().map(|tag| (*tag, name_of_language(tag))));
            let chosen = choices.language.as_deref().unwrap_or_default();
            sheet.choice("language", &options, chosen, sheet.say(texts::OPTIONS_LANGUAGE))
        })?;
        sheet.sentence(texts::OPTIONS_SHORTCUTS)
    })
}

fn whose(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let choices = &desk.choices;
    sheet.sentence(texts::OPTIONS_WHOSE_HOW)?;
    sheet.settable(desk.is_locked(Choice::Whose), || {
        for (deed, whose, label) in [
            ("whose:own", Whose::Own, texts::WHOSE_OWN),
            ("whose:colleagues", Whose::Colleagues, texts::WHOSE_COLLEAGUES),
            ("whose:everybody", Whose::Everybody, texts::WHOSE_EVERYBODY),
        ] {
            sheet.tick("radio", deed, choices.whose == whose, sheet.say(label))?;
        }
        Ok(())
    })?;
    if choices.whose != Whose::Colleagues {
        return Ok(());
    }
    sheet.settable(desk.is_locked(Choice::Companies), || {
        let names = choices.companies.join(", ");
        sheet.field("text", "companies", &names, sheet.say(texts::COMPANIES_LABEL))
    })?;
    sheet.sentence(texts::OPTIONS_COMPANIES_HOW)
}

/// The member chooses one of these.
pub(super) fn choose(control: &Element, deed: &str) {
    let is_on = is_on(control);
    match deed {
        "whose:own" => deeds::change(Part::Whose, |choices| choices.whose = Whose::Own),
        "whose:colleagues" => deeds::change(Part::Whose, |choices| choices.whose = Whose::Colleagues),
        "whose:everybody" => deeds::change(Part::Whose, |choices| choices.whose = Whose::Everybody),
        "companies" => {
            let names = value(control);
            let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
            let names: Vec<String> = names.map(String::from).collect();
            deeds::change(Part::Whose, |choices| choices.companies = names);
        }
        "drawing:inline" => deeds::change(Part::Drawing, |choices| choices.drawing = Drawing::Inline),
        "drawing:quiet" => deeds::change(Part::Drawing, |choices| choices.drawing = Drawing::Quiet),
        "masks" => deeds::change(Part::Drawing, move |choices| choices.masks = is_on),
        "badge" => deeds::change(Part::Badge, move |choices| choices.badge = is_on),
        "patience" => {
            let Ok(days) = value(control).parse() else { return };
            spawn_local(async move {
                // The day of the reminder follows from it, and is kept with it.
                if kept::remind_after(days).await.is_err() {
                    with_desk(|desk| desk.tell(Part::Reminders, texts::STORAGE_REFUSED));
                }
            });
        }
        "language" => {
            let tag = Some(value(control)).filter(|tag| !tag.is_empty());
            deeds::change(Part::Language, |choices| choices.language = tag);
        }
        _ => {}
    }
}
