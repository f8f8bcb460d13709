//! The ways out of the dossier and back: a file, and days for the member's own calendar.

use super::{Desk, name_of, with_desk};
use crate::{
    pages::{
        frame::save,
        kept::{self, Rights},
        sheet::{Sheet, Written},
    },
    rights::{
        Refused, Standing,
        calendar::{self, Entry, Moment},
        exchange::{self, Fault, Imported, LONGEST, Refusal, Wrong},
        requests,
    },
    wording::{Language, Text, texts},
};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// The most wrong entries that are told one by one.
const MOST_TOLD: usize = 20;

/// The days of patience that a member can choose from.
const PATIENCES: [(&str, Text); 4] = [
    ("30", texts::PATIENCE_30),
    ("90", texts::PATIENCE_90),
    ("180", texts::PATIENCE_180),
    ("0", texts::PATIENCE_NEVER),
];

/// Writes the choice of a patience; an employer may have made it.
pub(in crate::pages) fn patience(sheet: &Sheet<'_>, days: u16, is_locked: bool) -> Written {
    sheet.settable(is_locked, || {
        let options = PATIENCES.map(|(days, words)| (days, sheet.say(words)));
        sheet.choice("patience", &options, &days.to_string(), sheet.say(texts::PATIENCE_TITLE))
    })
}

pub(super) fn write(sheet: &Sheet<'_>, rights: &Rights) -> Written {
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::REMINDERS_TITLE))?;
        sheet.sentence(texts::REMINDERS_HOW)?;
        patience(sheet, rights.patience, rights.is_patience_locked)
    })?;
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::FILES_TITLE))?;
        sheet.sentence(texts::FILES_WHAT)?;
        sheet.part("p", "ways", || {
            sheet.plain_button("export", sheet.say(texts::EXPORT))?;
            sheet.plain_button("calendar", sheet.say(texts::EXPORT_DAYS))
        })?;
        sheet.field("file", "import", "", sheet.say(texts::IMPORT))
    })
}

impl Desk {
    /// Saves the dossier; one that cannot be read, as it is kept.
    pub(super) fn export(&mut self) {
        let Some(rights) = &self.rights else { return };
        let text = if rights.is_broken { rights.text.clone() } else { exchange::write(&rights.log) };
        if save(&self.frame.document, "deksel-dossier.json", "application/json", &text).is_err() {
            self.tell(texts::NOT_SAVED);
        }
    }

    /// Saves the days on which an answer is due.
    pub(super) fn export_days(&mut self) {
        let Some(rights) = &self.rights else { return };
        let language = self.frame.language;
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
        let made = Moment::from_milliseconds(js_sys::Date::now() as i64);
        let (Some(made), Some(today)) = (made, rights.today) else { return };
        let entries: Vec<Entry> = requests(&rights.log, today)
            .filter(|request| request.standing != Standing::Closed)
            .map(|request| Entry {
                uid: format!("{}@deksel", request.event.id),
                on: request.deadline.last_day,
                summary: texts::CALENDAR_SUMMARY.with(language, name_of(request.event.kind).in_language(language)),
                description: texts::CALENDAR_DESCRIPTION.in_language(language).into(),
            })
            .collect();
        if entries.is_empty() {
            self.tell(texts::CALENDAR_NONE);
        } else if save(
            &self.frame.document,
            "deksel.ics",
            "text/calendar;charset=utf-8",
            &calendar::write(&entries, made),
        )
        .is_err()
        {
            self.tell(texts::NOT_SAVED);
        }
    }
}

/// Brings in a file's entries, and tells what came of it. What was there stays as it was.
pub(super) fn import(file: File) {
    spawn_local(async move {
        #[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
        let is_long = file.size() > LONGEST as f64;
        let text = match JsFuture::from(file.text()).await {
            _ if is_long => Err(texts::IMPORT_TOO_LONG),
            Ok(text) => Ok(text.as_string().unwrap_or_default()),
            Err(_) => Err(texts::IMPORT_UNREADABLE),
        };
        let mut outcome = Ok(Imported::default());
        let kept = match &text {
            Ok(text) => {
                kept::change(|log| {
                    outcome = exchange::import(log, text);
                    Ok(())
                })
                .await
            }
            Err(_) => Ok(()),
        };
        with_desk(|desk| {
            let language = desk.frame.language;
            let say = |text: Text| vec![text.in_language(language).to_owned()];
            desk.tell_lines(match (text, kept, outcome) {
                (Err(sentence), ..) => say(sentence),
                (_, Err(why), _) => say(why.in_words()),
                (_, _, Err(refusal)) => vec![refusal_in_words(&refusal, language)],
                (_, _, Ok(imported)) => imported_in_words(&imported, language),
            });
        });
    });
}

fn refusal_in_words(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::TooLong { .. } => texts::IMPORT_TOO_LONG.in_language(language).into(),
        Refusal::NotJson { line, column } => {
            texts::IMPORT_NOT_JSON.with(language, &line.to_string()).replace("$2", &column.to_string())
        }
        Refusal::Foreign => texts::IMPORT_FOREIGN.in_language(language).into(),
        Refusal::Newer { version } => texts::IMPORT_NEWER.with(language, &version.to_string()),
    }
}

fn imported_in_words(imported: &Imported, language: Language) -> Vec<String> {
    let Imported { added, known, wrong } = imported;
    let mut lines = vec![texts::IMPORTED.with(language, &added.to_string()).replace("$2", &known.to_string())];
    lines.extend(wrong.iter().take(MOST_TOLD).map(|Wrong { entry, fault }| {
        let why = fault_in_words(fault, language);
        texts::IMPORT_WRONG.with(language, &entry.to_string()).replace("$2", &why)
    }));
    if wrong.len() > MOST_TOLD {
        lines.push(texts::IMPORT_WRONG_MORE.with(language, &(wrong.len() - MOST_TOLD).to_string()));
    }
    lines
}

fn fault_in_words(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::NotAnObject => texts::FAULT_NOT_AN_ENTRY.in_language(language).into(),
        Fault::Missing(field) => texts::FAULT_MISSING.with(language, field),
        Fault::NotText(field) => texts::FAULT_NOT_TEXT.with(language, field),
        Fault::UnknownKind(kind) => texts::FAULT_UNKNOWN_KIND.with(language, kind),
        Fault::NoDay(day) => texts::FAULT_NO_DAY.with(language, day),
        Fault::Refused(Refused::NoId) => texts::FAULT_MISSING.with(language, "id"),
        Fault::Refused(Refused::IdTaken) => texts::FAULT_TAKEN.in_language(language).into(),
        Fault::Refused(Refused::TooLong(field, _)) => texts::FAULT_TOO_LONG.with(language, field),
        Fault::Refused(Refused::Full) => texts::FAULT_FULL.in_language(language).into(),
    }
}
