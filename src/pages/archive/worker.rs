//! A worker's side: the desk's, or that of one that helps it scan.

use super::{
    FAULTS,
    message::{Chosen, FromWorker, ToWorker},
    pieces::Pieces,
    source::Source,
};
use crate::archive::desk::{Answer, Ask, Desk, ROOM, Share, Watch, help};
use crate::detect::Settings;
use crate::held;
use crate::item::Item;
use crate::lifeline::{Lifeline, Phase};
use crate::wording::Language;
use js_sys::{Date, Uint32Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Milliseconds between two words of progress.
const STRIDE: f64 = 100.0;

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    lifeline: Lifeline,
    desk: Desk,
    settings: Settings,
    /// Those that have said that they are ready.
    helpers: Vec<Helper>,
    /// What is being read, until all helpers are done.
    reading: Option<Vec<Chosen>>,
}

struct Helper {
    number: u32,
    is_ready: bool,
    faults: u32,
    /// The share that it scans.
    share: Option<Share>,
}

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Takes messages until the lifeline ends. When it ends by a fault, whoever started this worker hears of it from the browser's own
/// function.
pub(in crate::pages) fn start(lifeline: &Lifeline) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    lifeline.at_end_with(&scope, "postMessage", &serde_wasm_bindgen::to_value(&FromWorker::Over)?)?;
    lifeline.listen(&scope, "message", Phase::Bubble, move |event| {
        let said = event.unchecked_ref::<MessageEvent>().data();
        if let Ok(said) = serde_wasm_bindgen::from_value(said) {
            with_worker(|worker| worker.hear(said));
        }
    })?;
    let worker = Worker {
        scope,
        lifeline: lifeline.clone(),
        desk: Desk::default(),
        settings: Settings::default(),
        helpers: Vec::new(),
        reading: None,
    };
    tell(&worker.scope, &FromWorker::Ready);
    WORKER.set(Some(worker));
    Ok(())
}

fn with_worker(act: impl FnOnce(&mut Worker)) {
    held::with(&WORKER, act);
}

fn tell(scope: &DedicatedWorkerGlobalScope, said: &FromWorker) {
    // Plain data and blobs can always be sent.
    if let Ok(said) = serde_wasm_bindgen::to_value(said) {
        let _ = scope.post_message(&said);
    }
}

impl Worker {
    fn hear(&mut self, said: ToWorker) {
        match said {
            ToWorker::Ask(ask) => {
                if let Ask::Setup(setup) = &ask {
                    self.settings = setup.settings.clone();
                }
                if let Some(answer) = self.desk.answer(ask) {
                    tell(&self.scope, &FromWorker::Answer(answer));
                }
            }
            ToWorker::Read(files) => self.read(files),
            ToWorker::Help { files, settings, place, of } => {
                let give = |found: &[u32]| tell(&self.scope, &FromWorker::Found(Uint32Array::from(found)));
                help(sources(files), Share { place, of }, ROOM, &settings, &mut self.looking(), give);
                tell(&self.scope, &FromWorker::Helped);
            }
            // Before it, a fresh core may have heard of some that helped the dead one.
            ToWorker::HelpersFrom(first) => self.helpers.retain(|helper| helper.number >= first),
            ToWorker::OfHelper { number, said } => {
                if let Ok(said) = serde_wasm_bindgen::from_value(said) {
                    self.hear_helper(number, said);
                }
            }
            ToWorker::Report { format, content, language } => {
                let report = self.desk.report(format, content, Language::of(&language), Pieces::default()).ok();
                let file = report.and_then(|pieces| pieces.file(format).ok());
                tell(&self.scope, &file.map_or(FromWorker::NoReport, |file| FromWorker::Report { format, file }));
            }
        }
    }

    fn read(&mut self, files: Vec<Chosen>) {
        let ready = self.helpers.iter_mut().filter(|helper| helper.is_ready);
        let shares: Vec<&mut Helper> = ready.collect();
        let of = u32::try_from(shares.len()).unwrap_or_default() + 1;
        for (place, helper) in (1..).zip(shares) {
            helper.share = Some(Share { place, of });
            helper.begin(&self.scope, &files, &self.settings);
        }
        self.reading = Some(files.clone());
        let mut looking = self.looking();
        self.desk.read(sources(files), Share { place: 0, of }, &mut looking);
        self.finish();
    }

    fn hear_helper(&mut self, number: u32, said: FromWorker) {
        let known = self.helpers.iter().position(|helper| helper.number == number);
        if known.is_none() && matches!(said, FromWorker::Ready) {
            self.helpers.push(Helper { number, is_ready: true, faults: 0, share: None });
            return;
        }
        let Some(helper) = known.and_then(|known| self.helpers.get_mut(known)) else { return };
        match said {
            FromWorker::Ready => {
                helper.is_ready = true;
                if let Some(files) = &self.reading {
                    helper.begin(&self.scope, files, &self.settings);
                }
            }
            FromWorker::Over | FromWorker::Broken => {
                helper.faults = if matches!(said, FromWorker::Broken) { FAULTS } else { helper.faults + 1 };
                helper.is_ready = false;
                if helper.faults >= FAULTS
                    && let Some(share) = helper.share.take()
                {
                    self.desk.give_up(share);
                }
            }
            FromWorker::Found(found) if helper.share.is_some() => self.desk.take_in(&found.to_vec()),
            FromWorker::Helped => helper.share = None,
            _ => {}
        }
        self.finish();
    }

    /// Ends the reading, when all shares are scanned.
    fn finish(&mut self) {
        if self.reading.is_some() && self.helpers.iter().all(|helper| helper.share.is_none()) {
            self.reading = None;
            let answer = self.desk.finish();
            tell(&self.scope, &FromWorker::Answer(answer));
        }
    }

    fn looking(&self) -> Looking {
        Looking { scope: self.scope.clone(), lifeline: self.lifeline.clone(), told: 0.0 }
    }
}

impl Helper {
    /// Has it scan its share, where it has one.
    fn begin(&self, scope: &DedicatedWorkerGlobalScope, files: &[Chosen], settings: &Settings) {
        let Some(Share { place, of }) = self.share else { return };
        let help = ToWorker::Help { files: files.to_vec(), settings: settings.clone(), place, of };
        if let Ok(said) = serde_wasm_bindgen::to_value(&help) {
            tell(scope, &FromWorker::ToHelper { number: self.number, said });
        }
    }
}

fn sources(files: Vec<Chosen>) -> impl Iterator<Item = (String, Source)> {
    files.into_iter().map(|Chosen { name, file }| (name, Source::of(file)))
}

/// Looks on while files are read.
struct Looking {
    scope: DedicatedWorkerGlobalScope,
    lifeline: Lifeline,
    /// When the page was last told, by the browser's clock.
    told: f64,
}

impl Watch for Looking {
    fn allows(&mut self, item: &Item) -> bool {
        let hash = item.fingerprint();
        self.lifeline.scanning(hash);
        !self.lifeline.skips(hash)
    }

    fn progress(&mut self, texts: u64, read: u64, of: u64) {
        let now = Date::now();
        if now - self.told > STRIDE {
            self.told = now;
            tell(&self.scope, &FromWorker::Answer(Answer::Progress { texts, read, of }));
        }
    }
}
