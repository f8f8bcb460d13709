//! The popup: the AI setting as last seen, what Deksel sees in the tab in front, and what the member can choose.

mod choosing;
mod deeds;
mod seeing;
mod stepping;

use super::{frame::Frame, kept::Rights, sheet::Written};
use crate::{
    browser::{self, FrontTab, Storage},
    choices::{Choices, Drawing, Stored},
    content::{IGNORED, Report, ToldTyped, name_for},
    held,
    wording::texts,
};
use gloo::timers::callback::Timeout;
use serde::Deserialize;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// How long a tab gets to go by a new choice before it is asked again, in milliseconds.
const AGAIN: u32 = 250;

/// What `boot.js` answers in a LinkedIn tab.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Answer {
    health: Health,
    page: Option<Report>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Health {
    faults: u32,
    stopped: bool,
}

/// All that the popup shows.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    choices: Choices,
    /// What is remembered of the setting, and the dossier.
    rights: Rights,
    /// The account that all this is about, by the name that this browser gives it.
    member: String,
    /// The name under which this member's ignored findings are kept, and how many there are.
    ignored: (String, usize),
    answer: Option<Answer>,
    /// The tab in front is in a window of which nothing is remembered.
    is_private: bool,
    /// The browser lets Deksel work on LinkedIn's pages.
    may_read: bool,
    /// The last choice could not be kept.
    refused: bool,
    /// What was found in what the member is typing, once it was asked; nothing where no text box has the keyboard.
    typed: Option<Option<Vec<ToldTyped>>>,
}

struct Popup {
    frame: Frame,
    tab: Option<FrontTab>,
    known: Option<Known>,
    refused: bool,
    typed: Option<Option<Vec<ToldTyped>>>,
    again: Option<Timeout>,
}

thread_local! {
    static POPUP: RefCell<Option<Popup>> = const { RefCell::new(None) };
}

/// Draws the popup.
pub(super) fn start(lifeline: &crate::lifeline::Lifeline) -> Written {
    let frame = Frame::new()?;
    deeds::listen(&frame, lifeline)?;
    POPUP.set(Some(Popup { frame, tab: None, known: None, refused: false, typed: None, again: None }));
    refresh();
    Ok(())
}

fn with_popup<T>(act: impl FnOnce(&mut Popup) -> T) -> Option<T> {
    held::with(&POPUP, act)
}

/// Asks storage, tab and browser once more, and draws what is new.
fn refresh() {
    spawn_local(async {
        let storage = Storage::read().await;
        let tab = FrontTab::find().await;
        let answer = match tab {
            Some(tab) => tab.ask::<Answer>("report", &[]).await,
            None => None,
        };
        let may_read = browser::may_read_linkedin().await;
        if let Ok(storage) = &storage {
            Rights::of(storage).settle().await;
        }
        with_popup(|popup| {
            popup.tab = tab;
            popup.refused |= storage.is_err();
            let known = Known {
                refused: popup.refused || answer.as_ref().and_then(Answer::report).is_some_and(|page| page.refused),
                is_private: tab.is_some_and(|tab| tab.is_private),
                may_read,
                typed: popup.typed.clone(),
                ..Known::of(&storage.unwrap_or_default(), answer)
            };
            popup.show(known);
        });
    });
}

impl Answer {
    fn report(&self) -> Option<&Report> {
        self.page.as_ref()
    }
}

impl Known {
    fn of(storage: &Storage, answer: Option<Answer>) -> Known {
        let here = answer.as_ref().and_then(Answer::report);
        let mut rights = Rights::of(storage);
        let mut member = here.and_then(|page| page.member.clone()).unwrap_or_else(|| rights.member.clone());
        if rights.memory.of(&member).is_none() {
            // What was seen before anybody was known.
            member = String::new();
        }
        // On the setting's own page, what it shows now goes before what is kept: in a private window nothing is.
        if let (Some(page), Some(today)) = (here, rights.today) {
            rights.memory.note(&member, page.setting, today);
        }
        let ignored = name_for(here.and_then(|page| page.member.as_deref()), IGNORED);
        Known {
            choices: Choices::read(storage),
            rights,
            member,
            ignored: (ignored.clone(), storage.list::<String>(&ignored).len()),
            answer,
            is_private: false,
            may_read: true,
            refused: false,
            typed: None,
        }
    }

    fn page(&self) -> Option<&Report> {
        self.answer.as_ref().and_then(Answer::report)
    }
}

impl Popup {
    fn show(&mut self, known: Known) {
        let is_busy = known.page().is_some_and(|page| !page.settled);
        if self.known.as_ref() != Some(&known) {
            // Drawing fails only in a document that is being closed.
            let _ = self.draw(&known);
            self.known = Some(known);
        }
        if is_busy {
            self.look_again();
        }
    }

    fn look_again(&mut self) {
        self.again = Some(Timeout::new(AGAIN, refresh));
    }

    fn draw(&self, known: &Known) -> Written {
        let sheet = self.frame.sheet();
        stepping::setting(&sheet, known)?;
        if known.choices.drawing == Drawing::Undecided && !known.is_private {
            choosing::drawing(&sheet)?;
        }
        seeing::tab(&sheet, known)?;
        choosing::quiet(&sheet, known)?;
        seeing::health(&sheet, known)?;
        stepping::links(&sheet, known)?;
        sheet.fold("choices", sheet.say(texts::CHOICES_TITLE), || {
            choosing::choices(&sheet, known)?;
            choosing::ways_back(&sheet, known)
        })?;
        self.frame.show(sheet)
    }
}
