//! What the dossier shows.

use super::{Desk, name_of, reminder_in_words};
use crate::{
    linkedin::SETTING_PAGE,
    pages::{
        frame::in_words,
        kept::Rights,
        sheet::{Sheet, Written},
    },
    rights::{Event, Reminder, Request, Standing, letter, requests},
    wording::{Text, texts},
};

/// Writes the whole page.
pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    sheet.words("h1", "", sheet.say(texts::DOSSIER_TITLE))?;
    sheet.words("p", "lead", sheet.say(texts::DOSSIER_LEAD))?;
    for line in &desk.notice {
        sheet.notice(line)?;
    }
    let Some(rights) = &desk.rights else { return Ok(()) };
    if rights.is_broken {
        sheet.notice(sheet.say(texts::DOSSIER_BROKEN))?;
    }
    for reminder in &rights.reminders() {
        remind(sheet, reminder)?;
    }
    if let Some(today) = rights.today {
        let requests: Vec<Request<'_>> = requests(&rights.log, today).collect();
        if !requests.is_empty() {
            waited_for(sheet, &requests)?;
        }
    }
    done(sheet, rights)?;
    desk.adding.write(sheet)?;
    super::travelling::write(sheet, rights)?;
    deleting(sheet, desk.deletes)
}

fn remind(sheet: &Sheet<'_>, reminder: &Reminder) -> Written {
    sheet.notice(&reminder_in_words(reminder, sheet.language))?;
    sheet.part("p", "ways", || match reminder {
        Reminder::BackOn { member, .. } => {
            sheet.link("way", sheet.say(texts::STEP_SWITCH_OFF), SETTING_PAGE)?;
            sheet.plain_button(&format!("accept:{member}"), sheet.say(texts::MAY_STAY_ON))
        }
        Reminder::NotSeen { .. } => sheet.link("way", sheet.say(texts::STEP_LOOK), SETTING_PAGE),
        Reminder::Overdue { id, .. } => {
            sheet.plain_button(&format!("follow_up:{id}"), sheet.say(texts::NOTE_FOLLOW_UP))?;
            sheet.own_way("way", "rights.html#complaint", sheet.say(texts::LETTER_COMPLAINT))
        }
    })
}

/// Requests, and until when an answer to each may take.
fn waited_for(sheet: &Sheet<'_>, requests: &[Request<'_>]) -> Written {
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::REQUESTS_TITLE))?;
        sheet.part("ul", "entries", || {
            requests.iter().try_for_each(|request| {
                let Request { event, deadline, extended, standing } = request;
                sheet.part("li", "", || {
                    sheet.words("strong", "", sheet.say(name_of(event.kind)))?;
                    let sent = texts::REQUEST_SENT.with(sheet.language, &in_words(event.on, sheet.language));
                    sheet.words("p", "", &sent)?;
                    let due = in_words(deadline.last_day, sheet.language);
                    let (sentence, day) = match standing {
                        Standing::Waiting => (texts::REQUEST_WAITING, due),
                        Standing::Overdue => (texts::REQUEST_OVERDUE, due),
                        Standing::FollowedUp(until) => (texts::REQUEST_FOLLOWED_UP, in_words(*until, sheet.language)),
                        Standing::Closed => (texts::REQUEST_CLOSED, String::new()),
                    };
                    sheet.words("p", "", &sentence.with(sheet.language, &day))?;
                    if *standing == Standing::Closed {
                        return Ok(());
                    }
                    sheet.part("p", "ways", || {
                        sheet.plain_button(&format!("reply:{}", event.id), sheet.say(texts::NOTE_REPLY))?;
                        if extended.is_some() {
                            return Ok(());
                        }
                        sheet.plain_button(&format!("extension:{}", event.id), sheet.say(texts::NOTE_EXTENSION))
                    })
                })
            })
        })?;
        sheet.words("p", "", letter::texts(sheet.language.tag()).note_deadline)
    })
}

/// All entries, the latest first.
fn done(sheet: &Sheet<'_>, rights: &Rights) -> Written {
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::ENTRIES_TITLE))?;
        if rights.log.events().is_empty() {
            return sheet.sentence(texts::ENTRIES_NONE);
        }
        sheet.part("ul", "entries", || rights.log.events().iter().rev().try_for_each(|event| entry(sheet, event)))
    })
}

fn entry(sheet: &Sheet<'_>, event: &Event) -> Written {
    let (day, name) = (in_words(event.on, sheet.language), sheet.say(name_of(event.kind)));
    sheet.part("li", "", || {
        sheet.words("strong", "", &format!("{day} · {name}"))?;
        if !event.note.is_empty() {
            sheet.quote(&event.note)?;
        }
        if !event.letter.is_empty() {
            sheet.fold(&format!("letter {}", event.id), sheet.say(texts::ENTRY_LETTER), || {
                sheet.words("pre", "", &event.letter)
            })?;
        }
        sheet.fold(&format!("entry {}", event.id), sheet.say(texts::ENTRY_CHANGE), || {
            let remove = texts::ENTRY_REMOVE.with(sheet.language, &format!("{day}, {name}"));
            sheet.plain_button(&format!("remove:{}", event.id), &remove)
        })
    })
}

fn deleting(sheet: &Sheet<'_>, is_asked: bool) -> Written {
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::DELETE_TITLE))?;
        sheet.sentence(texts::DELETE_WHAT)?;
        let ways: &[(&str, Text)] = if is_asked {
            &[("delete:yes", texts::DELETE_YES), ("delete:no", texts::DELETE_NO)]
        } else {
            &[("delete:ask", texts::DELETE_ALL)]
        };
        sheet
            .part("p", "ways", || ways.iter().try_for_each(|(deed, words)| sheet.plain_button(deed, sheet.say(*words))))
    })
}
