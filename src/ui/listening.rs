//! The few listeners behind everything that is drawn, so that nothing is kept for a post that the page dropped.

use super::{deed::Deed, modal, stage::Stage};
use crate::{
    content::{act, in_overlay},
    lifeline::{Lifeline, Phase},
};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, KeyboardEvent, MouseEvent, window};

/// What the member does with our buttons is none of the page's business on its way up. (A page that listens on its window hears that
/// something of ours was touched, and not what.)
const OURS: [&str; 17] = [
    "auxclick",
    "click",
    "contextmenu",
    "dblclick",
    "focusin",
    "focusout",
    "keydown",
    "keypress",
    "keyup",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "selectstart",
    "touchend",
    "touchstart",
    "wheel",
];

/// Listens to our buttons, to keys in what we drew, and to dialogs of the page's.
pub(super) fn listen(document: &Document, stage: &Stage, lifeline: &Lifeline) -> Result<(), JsValue> {
    let root = &stage.root;
    lifeline.listen(root, "click", Phase::Bubble, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(deed) = target.as_ref().and_then(Deed::at) {
            carry_out(deed);
        }
    })?;
    lifeline.listen(root, "keydown", Phase::Bubble, |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            press(key);
        }
    })?;
    for event in OURS {
        lifeline.listen(root, event, Phase::Bubble, |event| event.stop_propagation())?;
    }
    // A modal dialog of ours that the browser closes.
    lifeline.listen(root, "close", Phase::Capture, |_| carry_out(Deed::Close))?;
    lifeline.listen(document, "toggle", Phase::Capture, |event| {
        let opens = |event: &Event| js_sys::Reflect::get(event, &"newState".into()).is_ok_and(|state| state == "open");
        if opens(&event) {
            in_overlay(|overlay, _| overlay.raise());
        }
    })?;
    for event in ["transitionend", "animationend"] {
        lifeline.listen(document, event, Phase::Capture, |_| in_overlay(|overlay, _| overlay.move_soon()))?;
    }
    let window = window().ok_or("no window")?;
    lifeline.listen(&window, "click", Phase::Capture, |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let mut deed = None;
        in_overlay(|overlay, _| deed = overlay.deed_above_dialog(click.client_x().into(), click.client_y().into()));
        if let Some(deed) = deed {
            event.stop_immediate_propagation();
            carry_out(deed);
        }
    })
}

fn press(key: &KeyboardEvent) {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let surface = target.and_then(|target| target.closest("dialog").ok().flatten());
    // The browser closes a modal dialog itself, and only the upmost.
    let Some(surface) = surface.filter(|surface| !modal::is_modal(surface) || key.key() != "Escape") else { return };
    let is_card = surface.class_list().contains("card");
    match key.key().as_str() {
        "Escape" => carry_out(Deed::Close),
        "ArrowRight" if is_card => carry_out(Deed::Next),
        "ArrowLeft" if is_card => carry_out(Deed::Previous),
        _ => {}
    }
}

fn carry_out(deed: Deed) {
    let mut chosen = None;
    in_overlay(|overlay, page| chosen = overlay.carry_out(deed, page));
    if let Some(chosen) = chosen {
        act(chosen);
    }
}
