//! The stage: scenarios for a room, a post to write, a quiz and handouts, with invented people and without anybody's account.
//!
//! The course of a scenario is pure (`crate::scenario`); here is what it looks like, the keys, and the speaker's window, which is
//! the same page once more and hears of every move.

mod channel;
mod handout;
mod home;
mod keys;
mod own;
mod play;
mod post;
mod quizzing;
mod route;
mod speaker;
mod trying;

use super::{
    frame::{self, Frame, fragment},
    sheet::{DEED, Written},
};
use crate::{
    lifeline::{Lifeline, Phase},
    scenario::{self, Position, Scenario},
    ui::dom,
    wording::{Language, texts},
};
use channel::{Channel, Said};
use route::{OWN, Route, View};
use std::cell::RefCell;
use web_sys::window;

struct Stage {
    frame: Frame,
    /// The language that was chosen for Deksel, for an address that names none.
    usual: Language,
    route: Route,
    channel: Channel,
    /// Where the scenario that is played stands.
    position: Position,
    own: own::Own,
    quiz: quizzing::Round,
    trying: trying::Trying,
    /// What the other window said last, for the speaker.
    told: Option<channel::Told>,
}

thread_local! {
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
}

/// Draws the page.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::STAGE_TITLE)?;
    let window = window().ok_or("no window")?;
    // The ways to the other pages are in the language that was chosen, whatever the room speaks.
    if let Some(header) = frame.document.query_selector("header")? {
        header.set_attribute("lang", frame.language.tag())?;
    }
    frame.on_press(lifeline, |deed| with_stage(|stage| stage.press(deed)))?;
    frame.on_choice(lifeline, own::choose)?;
    frame.on_typing(lifeline, |field, deed| with_stage(|stage| stage.type_in(field, deed)))?;
    lifeline.intercept(&frame.document, "keydown", |event| with_stage(|stage| stage.press_key(&event)))?;
    lifeline.listen(&window, "hashchange", Phase::Bubble, |_| with_stage(Stage::arrive))?;
    let route = Route { language: "", view: View::Home };
    let channel = Channel::open(lifeline, |said| with_stage(|stage| stage.hear(said)))?;
    STAGE.set(Some(Stage {
        usual: frame.language,
        frame,
        route,
        channel,
        position: Position::default(),
        own: own::Own::default(),
        quiz: quizzing::Round::default(),
        trying: trying::Trying::default(),
        told: None,
    }));
    with_stage(Stage::arrive);
    Ok(())
}

/// Does something with the stage. An event that arrives while another is being handled is left alone. Drawing fails only in a
/// document that is being closed.
fn with_stage(act: impl FnOnce(&mut Stage) -> Written) {
    STAGE.with(|stage| {
        if let Ok(mut stage) = stage.try_borrow_mut()
            && let Some(stage) = stage.as_mut()
        {
            let _ = act(stage);
        }
    });
}

impl Stage {
    /// Comes to another part of the stage, and begins there.
    fn arrive(&mut self) -> Written {
        self.route = Route::of(&fragment(), self.usual.tag());
        self.frame.language = Language::of(self.route.language);
        self.position = Position::default();
        self.quiz = quizzing::Round::default();
        let root = self.frame.document.document_element().ok_or("no document element")?;
        root.set_attribute("lang", self.route.language)?;
        root.set_attribute("data-view", self.route.class())?;
        self.frame.main.set_attribute("tabindex", "-1")?;
        self.draw()?;
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        match self.route.view {
            View::Play(_) => self.tell_speaker(),
            View::Notes => self.channel.say(&Said::Ask),
            _ => Ok(()),
        }
    }

    fn draw(&self) -> Written {
        match &self.route.view {
            View::Home => self.draw_home(),
            View::Play(name) => match self.scenario(name) {
                Some(scenario) => self.draw_play(&scenario),
                None => self.draw_home(),
            },
            View::Try => self.draw_trying(),
            View::Quiz => self.draw_quiz(),
            View::Handout(name) => self.draw_handout(name),
            View::Notes => self.draw_notes(),
        }
    }

    /// A scenario by its name; the trainer's own is there once it was read.
    fn scenario(&self, name: &str) -> Option<Scenario> {
        if name == OWN { self.own.scenario.clone() } else { scenario::told(name, self.route.language) }
    }

    /// Does what a button stands for.
    fn press(&mut self, deed: &str) -> Written {
        match deed.split_once(':') {
            Some(("save", name)) => self.save(name),
            Some(("answer", kind)) => self.answer(kind),
            _ => match deed {
                "print" => window().map_or(Ok(()), |window| window.print()),
                "question" => self.next_question(),
                "again" => self.begin_quiz(),
                "task" => self.next_task(),
                "notes" => self.open_notes(),
                "room" => self.change_room(),
                "full" => self.fill_screen(),
                _ => self.step(deed),
            },
        }
    }

    /// Moves on or back, here or in the window that the room sees.
    fn step(&mut self, deed: &str) -> Written {
        match self.route.view {
            View::Play(_) => self.move_by(deed),
            View::Notes => self.channel.say(&Said::Step(deed.into())),
            _ => Ok(()),
        }
    }

    fn hear(&mut self, said: Said) -> Written {
        match (&self.route.view, said) {
            (View::Play(_), Said::Ask) => self.tell_speaker(),
            (View::Play(_), Said::Step(deed)) => self.move_by(&deed),
            (View::Notes, Said::Told(told)) => {
                self.told = Some(told);
                self.draw_notes()
            }
            _ => Ok(()),
        }
    }

    /// Brings the keyboard to the first control whose deed begins like this.
    fn focus(&self, deed: &str) -> Written {
        match self.frame.main.query_selector(&format!("[{DEED}^=\"{deed}\"]"))? {
            Some(control) => dom::focus(&control),
            None => Ok(()),
        }
    }

    /// Saves the file of a scenario, as a beginning of one's own.
    fn save(&self, name: &str) -> Written {
        let file = scenario::file_of(name, self.route.language).unwrap_or_default();
        frame::save(&self.frame.document, &format!("{name}.{}.json", self.route.language), "application/json", file)
    }
}
