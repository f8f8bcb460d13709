//! A quiz: which of these posts discloses what?

use super::reading::{Field, Mistake, Reading};
use crate::detect::Kind;

/// The longest text of a question, in characters.
const LONGEST: usize = 600;

/// Questions for a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiz {
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// A post, and what it may disclose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The post.
    pub text: String,
    /// What it discloses; empty for a post that gives nothing away.
    pub discloses: Vec<Kind>,
    /// Wrong answers to choose from.
    pub others: Vec<Kind>,
    /// The reason.
    pub why: String,
}

impl Quiz {
    /// Reads a quiz.
    pub(super) fn read(text: &str) -> Result<Quiz, Vec<Mistake>> {
        Reading::of(text, "quiz", &["language", "questions"], |reading, top| {
            reading.words(top, "language", 35);
            let questions = reading.list(top, "questions", 1, 40);
            Quiz { questions: questions.iter().map(|field| question(reading, field)).collect() }
        })
    }
}

impl Question {
    /// All answers to choose from, always in the same order, so that their order tells nothing. "Nothing" is one more.
    pub fn answers(&self) -> Vec<Kind> {
        let mut all: Vec<Kind> = self.discloses.iter().chain(&self.others).copied().collect();
        all.sort_unstable();
        all
    }

    /// Whether an answer is right; `None` for "nothing".
    pub fn is_right(&self, answer: Option<Kind>) -> bool {
        answer.map_or(self.discloses.is_empty(), |kind| self.discloses.contains(&kind))
    }
}

fn question(reading: &mut Reading, field: &Field<'_>) -> Question {
    reading.only(field, &["text", "discloses", "others", "why"]);
    let mut kinds = |key| reading.list(field, key, 0, 5).iter().filter_map(|kind| reading.kind(kind)).collect();
    let (discloses, others) = (kinds("discloses"), kinds("others"));
    Question {
        text: reading.words(field, "text", LONGEST),
        discloses,
        others,
        why: reading.words(field, "why", LONGEST),
    }
}
