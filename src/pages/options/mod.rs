//! The options: everything that can be chosen, each with a line of explanation. What is chosen holds at once, because open tabs read the
//! storage again whenever it changes.

mod deeds;
mod files;
mod finding;
mod ignored;
mod terms;
mod usual;

use super::{
    employer,
    frame::Frame,
    sheet::{Sheet, Written},
};
use crate::{
    browser::{self, Storage},
    choices::{Choice, Choices, Policy},
    held,
    lifeline::Lifeline,
    wording::{Text, texts},
};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// A part of the page, in which it is said what came of something that was done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Finding,
    Languages,
    Terms,
    Whose,
    Drawing,
    Badge,
    Reminders,
    Language,
    Ignored,
    Files,
    Reset,
}

/// The page as it stands.
struct Desk {
    frame: Frame,
    /// What is kept, as it was last read.
    storage: Storage,
    choices: Choices,
    /// The term that is being typed.
    draft: terms::Draft,
    /// What came of the last thing that was done, a sentence a line, and where it is said.
    notice: Option<(Part, Vec<String>)>,
    /// The member asked to reset all, and is asked once more.
    resets: bool,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Draws the page.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::OPTIONS_TITLE)?;
    frame.on_press(lifeline, |deed| with_desk(|desk| desk.press(deed)))?;
    frame.on_typing(lifeline, |control, deed| with_desk(|desk| desk.draft.take(control, deed)))?;
    frame.on_choice(lifeline, |control, deed| with_desk(|desk| desk.choose(control, deed)))?;
    DESK.set(Some(Desk {
        frame,
        storage: Storage::default(),
        choices: Choices::default(),
        draft: terms::Draft::default(),
        notice: None,
        resets: false,
    }));
    spawn_local(read());
    browser::on_storage_change(lifeline, || spawn_local(read()))
}

fn with_desk(act: impl FnOnce(&mut Desk)) {
    held::with(&DESK, act);
}

async fn read() {
    let storage = Storage::read().await;
    with_desk(|desk| match storage {
        Ok(storage) => {
            desk.choices = Choices::read(&storage);
            desk.storage = storage;
            let language = desk.choices.language(&browser::language());
            if language != desk.frame.language {
                // Fails only in a document that is being closed.
                let _ = desk.frame.speak(language).and_then(|()| desk.frame.head(texts::OPTIONS_TITLE));
            }
            desk.show();
        }
        Err(_) => desk.tell(Part::Finding, texts::STORAGE_REFUSED),
    });
}

impl Desk {
    /// Says what came of something, in place of what was said before.
    fn tell(&mut self, part: Part, notice: Text) {
        self.tell_lines(part, vec![notice.in_language(self.frame.language).to_owned()]);
    }

    fn tell_lines(&mut self, part: Part, lines: Vec<String>) {
        self.notice = Some((part, lines));
        self.show();
    }

    /// Draws all of it.
    fn show(&self) {
        let sheet = self.frame.sheet();
        // Drawing fails only in a document that is being closed.
        let _ = self.write(&sheet).and_then(|()| self.frame.show(sheet));
    }

    fn write(&self, sheet: &Sheet<'_>) -> Written {
        sheet.words("h1", "", sheet.say(texts::OPTIONS_TITLE))?;
        sheet.words("p", "lead", sheet.say(texts::OPTIONS_LEAD))?;
        if browser::is_private() {
            return sheet.sentence(texts::PRIVATE_WINDOW);
        }
        if let Some(policy) = Policy::read(&self.storage) {
            employer::write(sheet, &policy)?;
        }
        finding::write(sheet, self)?;
        terms::write(sheet, self)?;
        usual::write(sheet, self)?;
        ignored::write(sheet, self)?;
        files::write(sheet, self)
    }

    /// Writes a part of the page: its heading, what came of the last thing that was done there, and the controls.
    fn part(&self, sheet: &Sheet<'_>, part: Part, title: Text, write: impl FnOnce() -> Written) -> Written {
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(title))?;
            if let Some((_, lines)) = self.notice.as_ref().filter(|(place, _)| *place == part) {
                lines.iter().try_for_each(|line| sheet.notice(line))?;
            }
            write()
        })
    }

    fn is_locked(&self, choice: Choice) -> bool {
        self.choices.locked.contains(&choice)
    }
}
