//! The page of letters: the member fills in, the letters follow, and nothing leaves the page but by the member's own hand.

mod drafts;
mod form;
mod sending;
mod sheets;

use super::{
    frame::{Frame, fragment, value},
    kept::{self, Rights},
    sheet::Written,
};
use crate::{
    content::HeldLetter,
    held,
    lifeline::{Lifeline, Phase},
    rights::{found, letter::texts as letter_texts},
    wording::{Text, texts},
};
use drafts::{Drafts, Which};
use std::cell::RefCell;
use web_sys::{Element, window};

/// The page as it stands.
struct Desk {
    frame: Frame,
    which: Which,
    drafts: Drafts,
    /// The language beside English.
    beside: &'static str,
    /// What this browser keeps; nothing until it is read.
    rights: Option<Rights>,
    sending: sending::Sending,
    /// What came of the last thing that was done.
    notice: Option<Text>,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Draws the page.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::LETTERS_TITLE)?;
    frame.on_typing(lifeline, |control, deed| with_desk(|desk| desk.take(control, deed)))?;
    frame.on_press(lifeline, |deed| with_desk(|desk| desk.press(deed)))?;
    let window = window().ok_or("no window")?;
    lifeline.listen(&window, "hashchange", Phase::Bubble, |_| with_desk(Desk::turn))?;
    let beside = letter_texts(&crate::browser::language()).tag;
    let drafts = Drafts::for_tag(&crate::browser::language());
    let (which, rights, sending) = (Which::default(), None, sending::Sending::default());
    DESK.set(Some(Desk { frame, which, drafts, beside, rights, sending, notice: None }));
    kept::follow(lifeline, |rights| with_desk(|desk| desk.learn(rights.unwrap_or_default())))
}

/// The letter to LinkedIn, for its form; none while another letter is on the desk.
pub fn held() -> Option<HeldLetter> {
    DESK.with_borrow(|desk| desk.as_ref().filter(|desk| desk.which.is_for_the_form()).map(Desk::held))
}

fn with_desk(act: impl FnOnce(&mut Desk)) {
    held::with(&DESK, act);
}

impl Desk {
    /// Takes in what is kept. The first time, it fills in what the member had kept.
    fn learn(&mut self, rights: Rights) {
        let is_first = self.rights.is_none();
        if is_first {
            self.drafts.begin_with(&rights);
            self.sending = sending::Sending::begin_with(&rights);
        }
        self.rights = Some(rights);
        if is_first {
            self.turn();
        }
    }

    /// Goes to the letter that the address names.
    fn turn(&mut self) {
        self.notice = None;
        for part in fragment().split('&') {
            match part.split_once('=') {
                Some(("found", counts)) => self.drafts.found = found::read(counts),
                _ => self.which = Which::of_name(part),
            }
        }
        self.show();
    }

    /// Draws all of it.
    fn show(&self) {
        let sheet = self.frame.sheet();
        // Drawing fails only in a document that is being closed.
        let _ = form::write(&sheet, self).and_then(|()| self.frame.show(sheet)).and_then(|()| sheets::fill(self));
    }

    /// Takes in what was typed or chosen.
    fn take(&mut self, control: &Element, deed: &str) {
        let is_other_form = match deed {
            "beside" => {
                self.beside = letter_texts(&value(control)).tag;
                true
            }
            _ if self.sending.take(control, deed, &self.drafts.letter.sender) => false,
            _ => self.drafts.take(control, deed),
        };
        if is_other_form {
            self.show();
        } else {
            let _ = sheets::fill(self);
        }
    }
}
