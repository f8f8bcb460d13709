//! The keys of the stage: those of remote controls for slides, and no letters, which belong to those who speak to their computer.

use super::{Stage, View, Written};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, window};

/// What a key stands for; together with Shift it is a whole slide.
fn deed_of(key: &str, is_shifted: bool) -> Option<&'static str> {
    Some(match (key, is_shifted) {
        ("ArrowRight", true) => "next-slide",
        ("ArrowLeft", true) => "previous-slide",
        ("ArrowRight" | "PageDown" | " " | "Enter", false) => "next",
        ("ArrowLeft" | "PageUp", false) => "previous",
        ("Home", false) => "start",
        ("Escape", false) => "leave",
        _ => return None,
    })
}

impl Stage {
    /// Does what a key stands for, where a scenario is played.
    pub(super) fn press_key(&mut self, event: &Event) -> Written {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return Ok(()) };
        let is_here = matches!(self.route.view, View::Play(_) | View::Notes);
        if !is_here || key.ctrl_key() || key.alt_key() || key.meta_key() || is_for_control(key) {
            return Ok(());
        }
        let Some(deed) = deed_of(&key.key(), key.shift_key()) else { return Ok(()) };
        event.prevent_default();
        match (deed, &self.route.view) {
            ("leave", View::Play(_)) => {
                window().map_or(Ok(()), |window| window.location().set_hash(&self.route.to(&View::Home)))
            }
            ("leave", _) => Ok(()),
            _ => self.step(deed),
        }
    }
}

/// The browser itself does something with this key where the keyboard is: it presses a button.
fn is_for_control(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let presses = matches!(key.key().as_str(), " " | "Enter");
    presses && target.is_some_and(|target| target.closest("a, button, summary").ok().flatten().is_some())
}
