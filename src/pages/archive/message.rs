//! What page and worker say to each other.

use crate::archive::desk::{Answer, Ask};
use crate::archive::report::{Content, Format};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::preserve;
use web_sys::{Blob, File};

/// What the page says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ToWorker {
    /// Something for the desk.
    Ask(Ask),
    /// Read these files.
    Read(Vec<Chosen>),
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
