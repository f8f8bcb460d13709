//! The page's line to its worker.

use super::message::{FromWorker, ToWorker};
use crate::lifeline::{Lifeline, Phase};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// A worker, and the way to it.
pub(super) struct Line(Worker);

impl Line {
    /// Starts a worker. `hear` is called with all that it says; it first says that it is ready.
    pub(super) fn open(lifeline: &Lifeline, hear: impl Fn(FromWorker) + 'static) -> Result<Line, JsValue> {
        let worker = Worker::new("worker.js")?;
        lifeline.at_end(&worker, "terminate")?;
        let hear = Rc::new(hear);
        let in_its_place = hear.clone();
        lifeline.listen(&worker, "error", Phase::Bubble, move |_| in_its_place(FromWorker::Broken))?;
        lifeline.listen(&worker, "message", Phase::Bubble, move |event| {
            let said = event.unchecked_ref::<MessageEvent>().data();
            if let Ok(said) = serde_wasm_bindgen::from_value(said) {
                hear(said);
            }
        })?;
        Ok(Line(worker))
    }

    /// Says something to the worker.
    pub(super) fn say(&self, said: &ToWorker) {
        // Plain data and files can always be sent.
        if let Ok(said) = serde_wasm_bindgen::to_value(said) {
            let _ = self.0.post_message(&said);
        }
    }

    /// Ends the worker in the middle of whatever it does.
    pub(super) fn cut(self) {
        self.0.terminate();
    }
}
