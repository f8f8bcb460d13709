//! What the member does with a letter: copy, print, save, and note that it was sent. Nothing of it is kept unless the member says so.

use super::{Desk, with_desk};
use crate::{
    clock,
    pages::{
        frame::{LANGUAGE_NAMES, is_on, new_name, print, save, value},
        kept::{self, Rights},
        sheet::{Sheet, Written},
    },
    rights::{Event, letter::Sender},
    ui::dom::copy,
    wording::{Text, texts},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// What is to be noted of a letter.
#[derive(Clone, Debug, Default)]
pub(super) struct Sending {
    /// The day on which it was sent, as the field has it.
    sent_on: String,
    /// The letter itself is noted too.
    keeps_letter: bool,
    /// Name and addresses are kept in this browser.
    pub(super) keeps_sender: bool,
}

impl Sending {
    pub(super) fn begin_with(rights: &Rights) -> Sending {
        let sent_on = clock::today().map(|day| day.to_string()).unwrap_or_default();
        Sending { sent_on, keeps_letter: false, keeps_sender: rights.sender.is_some() }
    }

    /// Takes in what was typed or chosen, when it is about this; `sender` is kept while the member wants it.
    pub(super) fn take(&mut self, control: &Element, deed: &str, sender: &Sender) -> bool {
        match deed {
            "sent-on" => self.sent_on = value(control),
            "keep-letter" => self.keeps_letter = is_on(control),
            "keep-sender" => {
                self.keeps_sender = is_on(control);
                keep(self.keeps_sender.then(|| sender.clone()));
            }
            _ => return false,
        }
        true
    }
}

/// Keeps who writes, or forgets it.
fn keep(sender: Option<Sender>) {
    spawn_local(async move {
        if kept::keep_sender(sender.as_ref()).await.is_err() {
            tell(texts::STORAGE_REFUSED);
        }
    });
}

/// Says what came of something.
fn tell(notice: Text) {
    with_desk(|desk| {
        desk.notice = Some(notice);
        let Some(place) = desk.frame.spot("sending") else { return };
        let sheet = desk.frame.sheet();
        let _ = write(&sheet, desk).and_then(|()| sheet.put_into(&place));
    });
}

/// Writes what can be noted.
pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let Sending { sent_on, keeps_letter, .. } = &desk.sending;
    sheet.words("h2", "", sheet.say(texts::SENT_TITLE))?;
    if let Some(notice) = desk.notice {
        sheet.notice(sheet.say(notice))?;
    }
    sheet.field("date", "sent-on", sent_on, sheet.say(texts::SENT_ON))?;
    sheet.tick("checkbox", "keep-letter", *keeps_letter, sheet.say(texts::SENT_KEEP))?;
    sheet.part("p", "ways", || {
        sheet.plain_button("sent", sheet.say(texts::SENT_NOTE))?;
        sheet.own_way("way", "dossier.html", sheet.say(texts::OPEN_DOSSIER))
    })
}

impl Desk {
    pub(super) fn press(&mut self, deed: &str) {
        match deed.split_once(':').unwrap_or((deed, "")) {
            ("copy", tag) => {
                let copied = copy(&self.text_in(tag));
                spawn_local(async {
                    tell(if copied.await { texts::LETTER_COPIED } else { texts::NOT_COPIED });
                });
            }
            ("save", tag) => {
                let name = format!("{}-{tag}.txt", self.which.name());
                if save(&self.frame.document, &name, "text/plain;charset=utf-8", &self.text_in(tag)).is_err() {
                    return spawn_local(async { tell(texts::NOT_SAVED) });
                }
            }
            ("print", tag) => self.print(tag),
            ("sent", _) => self.note_sent(),
            _ => {}
        }
        self.keep_sender();
    }

    /// Prints the letter in one language.
    fn print(&self, tag: &str) {
        for other in LANGUAGE_NAMES.map(|(other, _)| other) {
            if let Some(sheet) = self.frame.spot(&format!("sheet-{other}")) {
                let _ = sheet.class_list().toggle_with_force("unprinted", other != tag);
            }
        }
        print();
    }

    /// Whatever the member does with a letter, who writes is kept as it stands then.
    fn keep_sender(&self) {
        if self.sending.keeps_sender {
            keep(Some(self.drafts.letter.sender.clone()));
        }
    }

    fn note_sent(&self) {
        let Ok(on) = self.sending.sent_on.parse() else {
            // In a turn of its own: the desk is being used.
            return spawn_local(async { tell(texts::SENT_NO_DATE) });
        };
        let mut event = Event::new(new_name(), self.which.event(), on);
        if self.sending.keeps_letter {
            event.letter = self.text_in("en");
        }
        spawn_local(async move {
            tell(match kept::change(|log| log.add(event)).await {
                Ok(()) => texts::SENT_NOTED,
                Err(why) => why.in_words(),
            });
        });
    }
}
