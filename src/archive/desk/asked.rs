//! What a desk is asked, and what it answers.

use super::{Change, Course, Decision, List, Marks, Overview, Piece, Query, ShownFinding};
use crate::detect::Settings;
use crate::item::Item;
use serde::{Deserialize, Serialize};

/// What was chosen before: comes first, and again when it changes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Setup {
    /// What is looked for.
    pub settings: Settings,
    /// What was decided before.
    pub marks: Marks,
    /// The language of sentences, as a BCP 47 tag.
    pub language: String,
}

/// What a desk is asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// To go by these choices.
    Setup(Box<Setup>),
    /// What a text discloses that was typed or pasted.
    Check {
        /// Tells the answer from an earlier one.
        number: u32,
        /// The text.
        text: String,
    },
    /// A page of the list.
    List {
        /// Which texts.
        query: Query,
        /// The place of the first one.
        from: usize,
    },
    /// Steps of the company's course.
    Course {
        /// The place of the first one.
        from: usize,
    },
    /// To note a decision.
    Decide(Decision),
}

/// What a desk answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A reading goes on.
    Progress {
        /// Texts that were read.
        texts: u64,
        /// Bytes that were read.
        read: u64,
        /// Bytes that there are, as far as is known.
        of: u64,
    },
    /// A reading has ended.
    Read(Box<Overview>),
    /// What a text discloses.
    Checked {
        /// Which one.
        number: u32,
        /// Its words.
        pieces: Vec<Piece>,
        /// What was found in it.
        findings: Vec<ShownFinding>,
    },
    /// A page of the list.
    List(List),
    /// Steps of the company's course.
    Course(Course),
    /// What is to be kept of a decision.
    Decided(Vec<Change>),
}

/// Who looks on while an export is read.
pub trait Watch {
    /// Whether an item may be scanned: one that a fault was met in before may not.
    fn allows(&mut self, item: &Item) -> bool;

    /// So many texts were read, and so many bytes of so many.
    fn progress(&mut self, texts: u64, read: u64, of: u64);
}
