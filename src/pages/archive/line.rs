//! The page's line to its workers.

use super::message::{FromWorker, ToWorker};
use crate::lifeline::{Lifeline, Phase};
use serde::Serialize;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, window};

/// Helpers at most: each has a core of its own in memory, and each reads the whole export.
const HELPERS: u32 = 3;

/// The worker with the desk, and the way to it and to those that help it.
pub(super) struct Line {
    desk: Worker,
    helpers: Rc<Helpers>,
}

impl Line {
    /// Starts the workers. `hear` is called with all that the desk's worker says; it first says that it is ready.
    pub(super) fn open(lifeline: &Lifeline, hear: impl Fn(FromWorker) + 'static) -> Result<Line, JsValue> {
        let desk = start(lifeline)?;
        let helpers = Rc::new(Helpers {
            lifeline: lifeline.clone(),
            desk: desk.clone(),
            started: RefCell::default(),
            numbers: Cell::new(0),
        });
        helpers.start();
        let between = helpers.clone();
        listen(lifeline, &desk, move |said| match serde_wasm_bindgen::from_value(said) {
            Ok(FromWorker::ToHelper { number, said }) => between.tell(number, &said),
            Ok(said) => {
                // A fresh core knows nothing of what the helpers do for the dead one.
                if matches!(said, FromWorker::Over) {
                    between.cut();
                    tell(&between.desk, &ToWorker::HelpersFrom(between.numbers.get()));
                    between.start();
                }
                hear(said);
            }
            Err(_) => {}
        })?;
        Ok(Line { desk, helpers })
    }

    /// Says something to the desk's worker.
    pub(super) fn say(&self, said: &ToWorker) {
        tell(&self.desk, said);
    }

    /// Ends the workers in the middle of whatever they do.
    pub(super) fn cut(self) {
        self.desk.terminate();
        self.helpers.cut();
    }
}

/// Workers that scan for the desk's, one for every further processor. The page starts them, and they and the desk's speak through it: where
/// the desk's worker starts them itself, Firefox 153 now and then leaves it waiting for the new one for good.
struct Helpers {
    lifeline: Lifeline,
    desk: Worker,
    /// By their numbers.
    started: RefCell<Vec<(u32, Worker)>>,
    /// How many there have been.
    numbers: Cell<u32>,
}

impl Helpers {
    fn start(self: &Rc<Self>) {
        let processors = window().map_or(1.0, |window| window.navigator().hardware_concurrency());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "processors are few")]
        let helpers = (processors as u32).saturating_sub(1).min(HELPERS);
        for _ in 0..helpers {
            let number = self.numbers.get();
            self.numbers.set(number + 1);
            // A browser that lets a page have no more leaves the work to those that there are.
            let Ok(helper) = start(&self.lifeline) else { return };
            let helpers = self.clone();
            let heard = listen(&self.lifeline, &helper, move |said| helpers.hear(number, said));
            if heard.is_ok() {
                self.started.borrow_mut().push((number, helper));
            }
        }
    }

    /// Tells the desk's worker what a helper said. What one that was cut still says is nobody's.
    fn hear(&self, number: u32, said: JsValue) {
        if self.started.borrow().iter().any(|(started, _)| *started == number) {
            tell(&self.desk, &ToWorker::OfHelper { number, said });
        }
    }

    fn tell(&self, number: u32, said: &JsValue) {
        if let Some((_, helper)) = self.started.borrow().iter().find(|(started, _)| *started == number) {
            let _ = helper.post_message(said);
        }
    }

    fn cut(&self) {
        self.started.borrow_mut().drain(..).for_each(|(_, helper)| helper.terminate());
    }
}

fn start(lifeline: &Lifeline) -> Result<Worker, JsValue> {
    let worker = Worker::new("worker.js")?;
    lifeline.at_end(&worker, "terminate")?;
    Ok(worker)
}

/// Hears all that a worker says, and what the browser says in its place when it cannot run.
fn listen(lifeline: &Lifeline, worker: &Worker, hear: impl Fn(JsValue) + 'static) -> Result<(), JsValue> {
    let hear = Rc::new(hear);
    let in_its_place = hear.clone();
    let broken = serde_wasm_bindgen::to_value(&FromWorker::Broken)?;
    lifeline.listen(worker, "error", Phase::Bubble, move |_| in_its_place(broken.clone()))?;
    lifeline.listen(worker, "message", Phase::Bubble, move |event| hear(event.unchecked_ref::<MessageEvent>().data()))
}

fn tell(worker: &Worker, said: &impl Serialize) {
    // Plain data and files can always be sent.
    if let Ok(said) = serde_wasm_bindgen::to_value(said) {
        let _ = worker.post_message(&said);
    }
}
