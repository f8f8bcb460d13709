//! The worker's side: the desk, and the files that it reads.

use super::message::{Chosen, FromWorker, ToWorker};
use crate::archive::desk::{Answer, Desk, Watch};
use crate::archive::report::Format;
use crate::item::Item;
use crate::lifeline::{Lifeline, Phase};
use crate::wording::Language;
use js_sys::{Array, Date, Uint8Array};
use std::io::{self, Read, Seek, SeekFrom};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// Milliseconds between two words of progress.
const STRIDE: f64 = 100.0;

/// Bytes of a file that are held at a time.
const BLOCK: u32 = 1 << 20;

/// Takes messages until the lifeline ends. When it ends by a fault, the page hears of it from the browser's own function.
pub(in crate::pages) fn start(lifeline: &Lifeline) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    lifeline.at_end_with(&scope, "postMessage", &serde_wasm_bindgen::to_value(&FromWorker::Over)?)?;
    let worker = Worker { scope: scope.clone(), lifeline: lifeline.clone() };
    let mut desk = Desk::default();
    worker.tell(&FromWorker::Ready);
    lifeline.listen(&scope, "message", Phase::Bubble, move |event| {
        let said = event.unchecked_ref::<MessageEvent>().data();
        if let Ok(said) = serde_wasm_bindgen::from_value(said) {
            worker.hear(&mut desk, said);
        }
    })
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    lifeline: Lifeline,
}

impl Worker {
    fn tell(&self, said: &FromWorker) {
        // Plain data and blobs can always be sent.
        if let Ok(said) = serde_wasm_bindgen::to_value(said) {
            let _ = self.scope.post_message(&said);
        }
    }

    fn hear(&self, desk: &mut Desk, said: ToWorker) {
        match said {
            ToWorker::Ask(ask) => {
                if let Some(answer) = desk.answer(ask) {
                    self.tell(&FromWorker::Answer(answer));
                }
            }
            ToWorker::Read(files) => {
                let files = files.into_iter().map(|Chosen { name, file }| (name, Source::of(file)));
                let mut looking = Looking { worker: self, told: 0.0 };
                let answer = desk.read(files, &mut looking);
                self.tell(&FromWorker::Answer(answer));
            }
            ToWorker::Report { format, content, language } => {
                let report = desk.report(format, content, Language::of(&language)).ok();
                let file = report.and_then(|bytes| blob(&bytes, format).ok());
                self.tell(&file.map_or(FromWorker::NoReport, |file| FromWorker::Report { format, file }));
            }
        }
    }
}

fn blob(bytes: &[u8], format: Format) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(match format {
        Format::Html => "text/html",
        Format::Csv => "text/csv",
        Format::Json => "application/json",
    });
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)
}

/// Looks on while files are read.
struct Looking<'w> {
    worker: &'w Worker,
    /// When the page was last told, by the browser's clock.
    told: f64,
}

impl Watch for Looking<'_> {
    fn allows(&mut self, item: &Item) -> bool {
        let hash = item.fingerprint();
        self.worker.lifeline.scanning(hash);
        !self.worker.lifeline.skips(hash)
    }

    fn progress(&mut self, texts: u64, read: u64, of: u64) {
        let now = Date::now();
        if now - self.told > STRIDE {
            self.told = now;
            self.worker.tell(&FromWorker::Answer(Answer::Progress { texts, read, of }));
        }
    }
}

/// A file that is read a block at a time, so that its size does not matter.
struct Source {
    file: File,
    size: u64,
    at: u64,
    block: Vec<u8>,
    /// Where the block stands in the file.
    block_at: u64,
}

impl Source {
    fn of(file: File) -> Source {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of files are whole numbers")]
        let size = file.size() as u64;
        Source { file, size, at: 0, block: Vec::new(), block_at: 0 }
    }

    /// What the block holds from the place where reading stands.
    fn ready(&self) -> &[u8] {
        let skipped = self.at.checked_sub(self.block_at).and_then(|skipped| usize::try_from(skipped).ok());
        skipped.and_then(|skipped| self.block.get(skipped..)).unwrap_or_default()
    }

    /// Blocks begin at multiples of their length, so that reading backwards finds the same ones.
    fn load(&mut self) -> Result<(), JsValue> {
        self.block_at = self.at - self.at % u64::from(BLOCK);
        #[expect(clippy::cast_precision_loss, reason = "files end long before 2^53 bytes")]
        let from = self.block_at as f64;
        let part = self.file.slice_with_f64_and_f64(from, from + f64::from(BLOCK))?;
        self.block = Uint8Array::new(&*FileReaderSync::new()?.read_as_array_buffer(&part)?).to_vec();
        Ok(())
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size {
            return Ok(0);
        }
        if self.ready().is_empty() {
            self.load().map_err(|_| io::Error::other("the browser can no longer read it"))?;
        }
        let count = self.ready().read(buffer)?;
        self.at += u64::try_from(count).unwrap_or_default();
        Ok(count)
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
        };
        self.at = place.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
