//! The popup: the AI setting as last seen, what Deksel sees in the tab in front, and what the member can choose.
//!
//! What is kept is drawn at once. A page that is busy may take its time to answer, and is added when it does.

mod choosing;
mod deeds;
mod seeing;
mod stepping;

use super::{employer, frame::Frame, kept::Rights, sheet::Written};
use crate::{
    browser::{self, FrontTab, Storage},
    choices::{Choice, Choices, Drawing, Policy, Stored},
    content::{HeldLetter, IGNORED, Report, ToldTyped, name_for},
    held,
    lifeline::Lifeline,
    wording::{Text, texts},
};
use gloo::timers::callback::Timeout;
use serde::Deserialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
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

/// What was heard from Deksel in the tab in front.
#[derive(Clone, Debug, PartialEq)]
enum Heard {
    /// Nothing yet: it was asked.
    NotYet,
    /// It does not run there.
    Nobody,
    Answer(Answer),
}

/// All that the popup shows.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    choices: Choices,
    /// What an employer has to say.
    policy: Option<Policy>,
    /// What is remembered of the setting, and the dossier.
    rights: Rights,
    /// The account that all this is about, by the name that this browser gives it.
    member: String,
    /// The name under which this member's ignored findings are kept, and how many there are.
    ignored: (String, usize),
    heard: Heard,
    /// The tab in front is in a window of which nothing is remembered.
    is_private: bool,
    /// The browser lets Deksel work on LinkedIn's pages.
    may_read: bool,
    /// The last choice could not be kept.
    refused: bool,
    /// What was found in what the member is typing, once it was asked; nothing where no text box has the keyboard.
    typed: Option<Option<Vec<ToldTyped>>>,
    /// At LinkedIn's form, the letter that a page of the extension's holds.
    letter: Option<HeldLetter>,
    /// What came of copying a value of it.
    copied: Option<Text>,
}

struct Popup {
    frame: Frame,
    tab: Option<FrontTab>,
    heard: Heard,
    known: Option<Known>,
    refused: bool,
    typed: Option<Option<Vec<ToldTyped>>>,
    letter: Option<HeldLetter>,
    copied: Option<Text>,
    again: Option<Timeout>,
}

thread_local! {
    static POPUP: RefCell<Option<Popup>> = const { RefCell::new(None) };
}

/// Draws the popup. This is the popup's way in from JavaScript; those of all else are in `entry.rs`.
#[wasm_bindgen]
pub fn start(lifeline: Lifeline) -> Written {
    let frame = Frame::new()?;
    deeds::listen(&frame, &lifeline)?;
    POPUP.set(Some(Popup {
        frame,
        tab: None,
        heard: Heard::NotYet,
        known: None,
        refused: false,
        typed: None,
        letter: None,
        copied: None,
        again: None,
    }));
    refresh();
    Ok(())
}

fn with_popup<T>(act: impl FnOnce(&mut Popup) -> T) -> Option<T> {
    held::with(&POPUP, act)
}

/// Asks storage, browser and tab once more, and draws what is new.
fn refresh() {
    spawn_local(async {
        // All three are asked before the first answer is awaited.
        let (storage, tab, may_read) = (Storage::read(), FrontTab::find(), browser::may_read_linkedin());
        let (storage, tab, may_read) = (storage.await, tab.await, may_read.await);
        with_popup(|popup| {
            popup.tab = tab;
            popup.refused |= storage.is_err();
            popup.show(storage.as_ref().ok(), may_read);
        });
        let answer = match tab {
            Some(tab) => tab.ask("report", &[]).await,
            None => None,
        };
        let heard = answer.map_or(Heard::Nobody, Heard::Answer);
        let letter = if heard.page().is_some_and(|page| page.is_form) { HeldLetter::ask().await } else { None };
        with_popup(|popup| {
            (popup.heard, popup.letter) = (heard, letter);
            popup.show(storage.as_ref().ok(), may_read);
        });
        if let Ok(storage) = &storage {
            Rights::of(storage).settle().await;
        }
    });
}

impl Heard {
    fn page(&self) -> Option<&Report> {
        match self {
            Heard::Answer(answer) => answer.page.as_ref(),
            Heard::NotYet | Heard::Nobody => None,
        }
    }

    /// The same, where it is true of somebody.
    fn real_page(&self) -> Option<&Report> {
        self.page().filter(|page| !page.is_invented)
    }
}

impl Known {
    /// What a popup knows together with what is kept.
    fn of(storage: &Storage, may_read: bool, popup: &Popup) -> Known {
        let here = popup.heard.real_page();
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
            policy: Policy::read(storage),
            rights,
            member,
            ignored: (ignored.clone(), storage.entries(&ignored).len()),
            heard: popup.heard.clone(),
            is_private: popup.tab.is_some_and(|tab| tab.is_private),
            may_read,
            refused: popup.refused || here.is_some_and(|page| page.refused),
            typed: popup.typed.clone(),
            letter: popup.letter.clone(),
            copied: popup.copied,
        }
    }
}

impl Popup {
    fn show(&mut self, storage: Option<&Storage>, may_read: bool) {
        let known = Known::of(storage.unwrap_or(&Storage::default()), may_read, self);
        let is_busy = known.heard.page().is_some_and(|page| !page.settled);
        let language = known.choices.language(&browser::language());
        if language != self.frame.language {
            // Fails only in a document that is being closed.
            let _ = self.frame.speak(language);
        }
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
        self.frame.main.set_attribute("aria-busy", if known.heard == Heard::NotYet { "true" } else { "false" })?;
        let sheet = self.frame.sheet();
        stepping::setting(&sheet, known)?;
        if let Some(policy) = &known.policy {
            employer::write_briefly(&sheet, policy)?;
        }
        let is_asked = known.choices.drawing == Drawing::Undecided && !known.choices.locked.contains(&Choice::Drawing);
        if is_asked && !known.is_private {
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
