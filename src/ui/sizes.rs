//! Tells when a card or its text gets another size, and with it moves what stands beside it.

use crate::lifeline::Lifeline;
use js_sys::{Array, Function, Set};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// The elements whose sizes are watched.
#[derive(Debug)]
pub(super) struct Sizes {
    observer: ResizeObserver,
    watched: Vec<Element>,
}

impl Sizes {
    /// Watches nothing yet; `moved` is called when something gets another size.
    pub(super) fn new(lifeline: &Lifeline, moved: &Function) -> Result<Sizes, JsValue> {
        let observer = ResizeObserver::new(moved)?;
        lifeline.at_end(&observer, "disconnect")?;
        Ok(Sizes { observer, watched: Vec::new() })
    }

    /// Watches these, and no others.
    pub(super) fn watch(&mut self, wanted: Vec<Element>) {
        // Sets, because there can be thousands.
        let set_of = |elements: &[Element]| Set::new(&elements.iter().collect::<Array>());
        let (before, now) = (set_of(&self.watched), set_of(&wanted));
        for gone in self.watched.iter().filter(|element| !now.has(element)) {
            self.observer.unobserve(gone);
        }
        for new in wanted.iter().filter(|element| !before.has(element)) {
            self.observer.observe(new);
        }
        self.watched = wanted;
    }

    /// Watches nothing any more.
    pub(super) fn stop(&self) {
        self.observer.disconnect();
    }
}
