//! The life of a running core, held by `extension/boot.js`: it ends when the core meets a fault or the extension goes away.
//!
//! After a fault no Rust code runs any more, so nothing here may rely on `Drop`: listeners carry the lifeline's signal, and
//! what else must go is taken away by plain JavaScript functions that listen for the signal's end.

use crate::item::Item;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, AddEventListenerOptions, Event, EventTarget};

#[wasm_bindgen]
extern "C" {
    /// What `boot.js` hands to a starting core.
    #[derive(Clone, Debug)]
    pub type Lifeline;

    /// Fires `abort` when the core's life ends.
    #[wasm_bindgen(method, getter)]
    pub fn signal(this: &Lifeline) -> AbortSignal;

    /// When the script began, in milliseconds of the page's clock.
    #[wasm_bindgen(method, getter)]
    pub fn begun(this: &Lifeline) -> f64;

    /// Notes which item is about to be scanned, so that a fault can be laid at its door.
    #[wasm_bindgen(method)]
    pub fn scanning(this: &Lifeline, hash: u32);

    /// Whether an earlier core in this tab met its fault in this item.
    #[wasm_bindgen(method)]
    pub fn skips(this: &Lifeline, hash: u32) -> bool;
}

/// Whether a listener hears an event on its way down to the target, before the page's own listeners can stop it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// On the way down.
    Capture,
    /// At the target and on the way up.
    Bubble,
}

impl Lifeline {
    /// Scans an item, so that a fault is laid at its door; the one in which an earlier core met its fault is left alone.
    pub fn guard<F: Default>(&self, item: &Item, scan: impl FnOnce() -> F) -> F {
        let fingerprint = item.fingerprint();
        if self.skips(fingerprint) {
            return F::default();
        }
        self.scanning(fingerprint);
        #[cfg(feature = "probe")]
        crate::probe::provoke_in(&item.text);
        scan()
    }

    /// Listens for an event until the end of this life. Never holds up scrolling.
    pub fn listen(
        &self,
        target: &EventTarget,
        event: &str,
        phase: Phase,
        handler: impl FnMut(Event) + 'static,
    ) -> Result<(), JsValue> {
        let options = AddEventListenerOptions::new();
        options.set_passive(true);
        options.set_capture(phase == Phase::Capture);
        self.add(target, event, &options, handler)
    }

    /// Listens for an event whose usual course the handler may prevent, until the end of this life.
    #[cfg(feature = "pages")]
    pub fn intercept(
        &self,
        target: &EventTarget,
        event: &str,
        handler: impl FnMut(Event) + 'static,
    ) -> Result<(), JsValue> {
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        self.add(target, event, &options, handler)
    }

    fn add(
        &self,
        target: &EventTarget,
        event: &str,
        options: &AddEventListenerOptions,
        handler: impl FnMut(Event) + 'static,
    ) -> Result<(), JsValue> {
        options.set_signal(&self.signal());
        let handler = Closure::<dyn FnMut(Event)>::new(handler).into_js_value();
        target.add_event_listener_with_callback_and_add_event_listener_options(event, handler.unchecked_ref(), options)
    }

    /// Calls a method of a JavaScript object at the end of this life.
    pub fn at_end(&self, object: &JsValue, method: &str) -> Result<(), JsValue> {
        let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
        self.signal().add_event_listener_with_callback("abort", &method.bind0(object))
    }

    /// Calls a method of a JavaScript object with one argument at the end of this life.
    pub fn at_end_with(&self, object: &JsValue, method: &str, argument: &JsValue) -> Result<(), JsValue> {
        let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
        self.signal().add_event_listener_with_callback("abort", method.bind1(object, argument).unchecked_ref())
    }
}
