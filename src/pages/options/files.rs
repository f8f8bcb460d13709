//! All options as a file, and all of them as they were at first.

use super::{Desk, Part, deeds, with_desk};
use crate::{
    browser::Keeping,
    choices::{
        Choice,
        exchange::{self, NotTaken, Wrong},
    },
    pages::{
        frame::save,
        sheet::{Sheet, Written},
    },
    rights::exchange::Refusal,
    wording::{Language, Text, texts},
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    desk.part(sheet, Part::Files, texts::OPTIONS_FILES_TITLE, || {
        sheet.sentence(texts::OPTIONS_FILES_HOW)?;
        sheet.part("p", "ways", || sheet.plain_button("export", sheet.say(texts::EXPORT)))?;
        sheet.field("file", "import", "", sheet.say(texts::IMPORT))?;
        sheet.sentence(texts::OPTIONS_IMPORT_HOW)
    })?;
    desk.part(sheet, Part::Reset, texts::OPTIONS_RESET_TITLE, || {
        sheet.sentence(texts::OPTIONS_RESET_HOW)?;
        let ways: &[(&str, Text)] = if desk.resets {
            &[("reset:yes", texts::OPTIONS_RESET_YES), ("reset:no", texts::OPTIONS_RESET_NO)]
        } else {
            &[("reset:ask", texts::OPTIONS_RESET)]
        };
        sheet
            .part("p", "ways", || ways.iter().try_for_each(|(deed, words)| sheet.plain_button(deed, sheet.say(*words))))
    })
}

impl Desk {
    /// Saves what the member chose.
    pub(super) fn export(&mut self) {
        let text = exchange::write(&self.storage);
        if save(&self.frame.document, "deksel-options.json", "application/json", &text).is_err() {
            self.tell(Part::Files, texts::NOT_SAVED);
        }
    }
}

/// Puts a file's options in the place of those that are kept, all of them or none.
pub(super) fn import(file: File) {
    spawn_local(async move {
        let read = deeds::text_of(&file).await.map(|text| exchange::read(&text));
        let kept = match &read {
            Ok(Ok(imported)) => keep(|keeping| imported.keep(keeping)).await,
            _ => Ok(()),
        };
        with_desk(|desk| {
            let language = desk.frame.language;
            let say = |text: Text| vec![text.in_language(language).to_owned()];
            desk.tell_lines(
                Part::Files,
                match (read, kept) {
                    (Err(why), _) => say(why),
                    (Ok(Err(NotTaken::Refused(refusal))), _) => vec![refusal_in_words(&refusal, language)],
                    (Ok(Err(NotTaken::Wrong(wrong))), _) => {
                        deeds::told(texts::OPTIONS_IMPORT_WRONG, wrong.iter().map(in_words).collect(), language)
                    }
                    (_, Err(_)) => say(texts::STORAGE_REFUSED),
                    _ => say(texts::OPTIONS_IMPORTED),
                },
            );
        });
    });
}

/// A wrong entry as the file has it, which is in no language.
fn in_words(Wrong { setting, entry, said }: &Wrong) -> String {
    match entry {
        Some(entry) => format!("{setting} {entry}: {said}"),
        None => format!("{setting}: {said}"),
    }
}

fn refusal_in_words(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::TooLong { .. } => texts::OPTIONS_IMPORT_TOO_LONG.in_language(language).into(),
        Refusal::NotJson { line, column } => {
            texts::IMPORT_NOT_JSON.with(language, &line.to_string()).replace("$2", &column.to_string())
        }
        Refusal::Foreign => texts::OPTIONS_IMPORT_FOREIGN.in_language(language).into(),
        Refusal::Newer { version } => texts::IMPORT_NEWER.with(language, &version.to_string()),
    }
}

/// Forgets every choice, so that each is as usual again.
pub(super) fn reset() {
    spawn_local(async move {
        let kept = keep(|keeping| Choice::ALL.iter().for_each(|choice| keeping.forget(choice.name()))).await;
        with_desk(|desk| {
            desk.resets = false;
            desk.tell(Part::Reset, kept.map_or(texts::STORAGE_REFUSED, |()| texts::OPTIONS_WAS_RESET));
        });
    });
}

async fn keep(change: impl FnOnce(&mut Keeping)) -> Result<(), JsValue> {
    let (_, mut keeping) = Keeping::begin().await?;
    change(&mut keeping);
    keeping.done().await
}
