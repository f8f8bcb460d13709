//! What page and worker say to each other.

use crate::archive::desk::{Answer, Ask};
use crate::archive::report::{Content, Format};
use crate::detect::Settings;
use js_sys::Uint32Array;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::preserve;
use wasm_bindgen::JsValue;
use web_sys::{Blob, File};

/// What the page says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ToWorker {
    /// Something for the desk.
    Ask(Ask),
    /// Read these files.
    Read(Vec<Chosen>),
    /// Scan a share of these files, for the worker that asks: of every `of` texts the one at `place`.
    Help {
        /// The files.
        files: Vec<Chosen>,
        /// What is looked for.
        settings: Settings,
        /// From 0.
        place: u32,
        /// How many share the work.
        of: u32,
    },
    /// The helpers before this number are gone.
    HelpersFrom(u32),
    /// Hear what a helper said.
    OfHelper {
        /// Which one.
        number: u32,
        /// A [`FromWorker`].
        #[serde(with = "preserve")]
        said: JsValue,
    },
    /// Make a report, in the language with this tag.
    Report {
        /// As what.
        format: Format,
        /// With the words or without.
        content: Content,
        /// A BCP 47 tag.
        language: String,
    },
}

/// A file that the member chose.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Chosen {
    /// Its name; in a folder the path from the folder on.
    pub(super) name: String,
    /// The file. Nothing of it is read before the worker does.
    #[serde(with = "preserve")]
    pub(super) file: File,
}

/// What the worker says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FromWorker {
    /// A core has started. After a fault it is a fresh one, which knows of nothing.
    Ready,
    /// A core has met a fault.
    Over,
    /// The worker cannot run at all: the browser says so in its place.
    Broken,
    /// A helper found this: see `archive::desk::help`.
    Found(#[serde(with = "preserve")] Uint32Array),
    /// A helper has scanned its share.
    Helped,
    /// The desk's worker has something for a helper.
    ToHelper {
        /// Which one.
        number: u32,
        /// A [`ToWorker`].
        #[serde(with = "preserve")]
        said: JsValue,
    },
    /// What the desk answers.
    Answer(Answer),
    /// The report that was asked for.
    Report {
        /// As what.
        format: Format,
        /// The file.
        #[serde(with = "preserve")]
        file: Blob,
    },
    /// There was no making the report.
    NoReport,
}
