//! The dossier: what was done when, what is waited for, and the ways to take it all away and bring it back.

mod adding;
mod deeds;
mod shown;
mod travelling;

pub(super) use travelling::patience;

use super::{
    frame::Frame,
    kept::{self, Rights},
    sheet::Written,
};
use crate::{
    held,
    lifeline::Lifeline,
    rights::{EventKind, Reminder},
    wording::{Language, Text, texts},
};
use std::cell::RefCell;

/// The page as it stands.
struct Desk {
    frame: Frame,
    /// What this browser keeps; nothing until it is read.
    rights: Option<Rights>,
    adding: adding::Adding,
    /// What came of the last thing that was done, a sentence a line.
    notice: Vec<String>,
    /// The member asked to delete all, and is asked once more.
    deletes: bool,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Draws the page.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::DOSSIER_TITLE)?;
    frame.on_press(lifeline, |deed| with_desk(|desk| desk.press(deed)))?;
    frame.on_typing(lifeline, |control, deed| with_desk(|desk| desk.adding.take(control, deed)))?;
    frame.on_choice(lifeline, |control, deed| with_desk(|desk| desk.choose(control, deed)))?;
    let adding = adding::Adding::default();
    DESK.set(Some(Desk { frame, rights: None, adding, notice: Vec::new(), deletes: false }));
    kept::follow(lifeline, |rights| {
        with_desk(|desk| match rights {
            Some(rights) if desk.rights.as_ref() == Some(&rights) => {}
            Some(rights) => {
                desk.rights = Some(rights);
                desk.show();
            }
            None => desk.tell(texts::STORAGE_REFUSED),
        });
    })
}

fn with_desk(act: impl FnOnce(&mut Desk)) {
    held::with(&DESK, act);
}

impl Desk {
    /// Says what came of something, in place of what was said before.
    fn tell(&mut self, notice: Text) {
        self.tell_lines(vec![notice.in_language(self.frame.language).to_owned()]);
    }

    fn tell_lines(&mut self, notice: Vec<String>) {
        self.notice = notice;
        self.show();
    }

    /// Draws all of it.
    fn show(&self) {
        let sheet = self.frame.sheet();
        // Drawing fails only in a document that is being closed.
        let _ = shown::write(&sheet, self).and_then(|()| self.frame.show(sheet));
    }
}

/// What a kind of entry is called.
pub(super) const fn name_of(kind: EventKind) -> Text {
    match kind {
        EventKind::SettingOff => texts::EVENT_SETTING_OFF,
        EventKind::SettingOn => texts::EVENT_SETTING_ON,
        EventKind::Objection => texts::EVENT_OBJECTION,
        EventKind::Restriction => texts::EVENT_RESTRICTION,
        EventKind::Marketing => texts::EVENT_MARKETING,
        EventKind::FollowUp => texts::EVENT_FOLLOW_UP,
        EventKind::Extension => texts::EVENT_EXTENSION,
        EventKind::Reply => texts::EVENT_REPLY,
        EventKind::Complaint => texts::EVENT_COMPLAINT,
        EventKind::Other => texts::EVENT_OTHER,
    }
}

/// A reminder as a sentence.
pub(super) fn reminder_in_words(reminder: &Reminder, language: Language) -> String {
    let day = |day| super::frame::in_words(day, language);
    match reminder {
        Reminder::BackOn { off, .. } => texts::REMINDER_BACK_ON.with(language, &day(*off)),
        Reminder::Overdue { kind, due, .. } => {
            let what = name_of(*kind).in_language(language);
            texts::REMINDER_OVERDUE.with(language, what).replace("$2", &day(*due))
        }
        Reminder::NotSeen { days, .. } => texts::REMINDER_NOT_SEEN.with(language, &days.to_string()),
    }
}
