//! The few listeners behind everything that is drawn, so that nothing is kept for a post that the page dropped.

use super::{deed::Deed, modal, stage::Stage};
use crate::{
    content::{act, in_overlay},
    lifeline::{Lifeline, Phase},
};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, KeyboardEvent, MouseEvent, ShadowRoot, window};

#[wasm_bindgen]
extern "C" {
    /// What `extension/hush.js` hears, before any script of the page's could.
    #[wasm_bindgen(thread_local_v2, js_name = heard)]
    static HEARD: JsValue;
}

/// Listens to our buttons, to keys in what we drew, and to dialogs of the page's.
pub(super) fn listen(document: &Document, stage: &Stage, lifeline: &Lifeline) -> Result<(), JsValue> {
    let root = &stage.root;
    let (click_root, key_root) = (root.clone(), root.clone());
    let click = Closure::<dyn FnMut(MouseEvent)>::new(move |click: MouseEvent| {
        if let Some(deed) = clicked(&click_root, &click).as_ref().and_then(Deed::at) {
            carry_out(deed);
        }
    });
    let key = Closure::<dyn FnMut(KeyboardEvent)>::new(move |key: KeyboardEvent| {
        if let Some(at) = key_root.active_element() {
            press(&key, &at);
        }
    });
    HEARD.with(|heard| {
        Reflect::set(heard, &"host".into(), &stage.host)?;
        Reflect::set(heard, &"click".into(), &click.into_js_value())?;
        Reflect::set(heard, &"keydown".into(), &key.into_js_value())
    })?;
    // A modal dialog of ours that the browser closes.
    lifeline.listen(root, "close", Phase::Capture, |_| carry_out(Deed::Close))?;
    lifeline.listen(document, "toggle", Phase::Capture, |event| {
        let opens = |event: &Event| Reflect::get(event, &"newState".into()).is_ok_and(|state| state == "open");
        if opens(&event) {
            in_overlay(|overlay, _| overlay.raise());
        }
    })?;
    for event in ["transitionend", "animationend"] {
        lifeline.listen(document, event, Phase::Capture, |_| in_overlay(|overlay, _| overlay.move_soon()))?;
    }
    let window = window().ok_or("no window")?;
    lifeline.listen(&window, "click", Phase::Capture, |event| {
        // A page can make up a click anywhere.
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|click| click.is_trusted()) else { return };
        let mut deed = None;
        in_overlay(|overlay, _| deed = overlay.deed_above_dialog(click.client_x().into(), click.client_y().into()));
        if let Some(deed) = deed {
            event.stop_immediate_propagation();
            carry_out(deed);
        }
    })
}

/// What of ours a click fell on; it names our element alone. One by a key is nowhere, but where the keyboard is.
fn clicked(inside: &ShadowRoot, click: &MouseEvent) -> Option<Element> {
    if click.detail() == 0 {
        return inside.active_element();
    }
    #[expect(clippy::cast_precision_loss, reason = "no window is that wide")]
    inside.element_from_point(click.client_x() as f32, click.client_y() as f32)
}

fn press(key: &KeyboardEvent, at: &Element) {
    let surface = at.closest("dialog").ok().flatten();
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
