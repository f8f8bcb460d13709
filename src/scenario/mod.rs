//! Scenarios for a room: posts of invented people, what they disclose, what somebody can put together from that, and what to do.
//!
//! A scenario is a file (`docs/scenarios.md`): those in `told/` and a trainer's own are read by the same code. What Deksel sees in a post is
//! in no file: it is found when the post is shown, and a conclusion is shown with the words that it rests on.

mod course;
mod quiz;
mod reading;
mod seen;
#[cfg(test)]
mod tests;

pub use course::{Course, Position, Slide};
pub use quiz::{Question, Quiz};
pub use reading::{Expected, LARGEST_FILE, Mistake};
pub use seen::{Run, Seen, quote, runs, seen_in};

use crate::detect::Kind;

/// A scenario, as its file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The language of its words, as a BCP 47 tag.
    pub language: String,
    /// Its name.
    pub title: String,
    /// Who it is about, and how it begins.
    pub lead: String,
    /// For the speaker, at the beginning.
    pub note: String,
    /// The posts, in the order in which they appear.
    pub posts: Vec<Post>,
    /// What others can put together from them.
    pub together: Vec<Reader>,
    /// What to do.
    pub advice: Vec<String>,
    /// One of the posts, told so that it gives nothing away.
    pub instead: Option<Instead>,
    /// Questions to talk about.
    pub talk: Vec<String>,
}

/// A post of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Who wrote it.
    pub who: String,
    /// What the writer does.
    pub role: String,
    /// When, in words; may be empty.
    pub when: String,
    /// Its words.
    pub text: String,
    /// For the speaker; may be empty.
    pub note: String,
}

/// Somebody who reads the posts together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who, as the beginning of a sentence: "A competitor now knows".
    pub who: String,
    /// For the speaker; may be empty.
    pub note: String,
    /// What that reader can conclude.
    pub knows: Vec<Conclusion>,
}

/// Something that follows from the posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// What follows, as the end of the sentence that the reader begins.
    pub text: String,
    /// What it follows from.
    pub from: Vec<Basis>,
}

/// A disclosure that a conclusion rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The place of the post, from 0.
    pub post: usize,
    /// What it discloses.
    pub kind: Kind,
}

/// A post told otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The place of the post, from 0.
    pub post: usize,
    /// The other words.
    pub text: String,
}

/// The languages in which there are scenarios; the last is the one for all others.
pub const LANGUAGES: [&str; 2] = ["nl", "en"];

/// A file in each of [`LANGUAGES`].
type Files = [&'static str; LANGUAGES.len()];

macro_rules! files {
    ($name:literal) => {
        [include_str!(concat!("told/nl/", $name, ".json")), include_str!(concat!("told/en/", $name, ".json"))]
    };
}

/// The scenarios that come with Deksel, by name.
const TOLD: [(&str, Files); 6] = [
    ("entrepreneur", files!("entrepreneur")),
    ("job-seeker", files!("job_seeker")),
    ("care-worker", files!("care_worker")),
    ("salesperson", files!("salesperson")),
    ("recruiter", files!("recruiter")),
    ("family", files!("family")),
];

const QUIZ: Files = files!("quiz");

/// The names of the scenarios that come with Deksel, in the order in which they are offered.
pub fn names() -> impl Iterator<Item = &'static str> {
    TOLD.iter().map(|(name, _)| *name)
}

/// The file of a scenario that comes with Deksel.
pub fn file_of(name: &str, language: &str) -> Option<&'static str> {
    let (_, files) = TOLD.iter().find(|(told, _)| *told == name)?;
    in_language(files, language)
}

/// A scenario that comes with Deksel.
pub fn told(name: &str, language: &str) -> Option<Scenario> {
    Scenario::read(file_of(name, language)?).ok()
}

/// The quiz that comes with Deksel.
pub fn quiz(language: &str) -> Option<Quiz> {
    Quiz::read(in_language(&QUIZ, language)?).ok()
}

fn in_language(files: &Files, language: &str) -> Option<&'static str> {
    let place = LANGUAGES.iter().position(|known| *known == language).unwrap_or(LANGUAGES.len() - 1);
    files.get(place).copied()
}

impl Scenario {
    /// What its conclusions rest on that is not found in the posts.
    pub fn unseen(&self) -> Vec<Basis> {
        let seen: Vec<Vec<Seen>> = self.posts.iter().map(|post| seen_in(&post.text)).collect();
        let is_seen =
            |basis: &Basis| seen.get(basis.post).is_some_and(|seen| seen.iter().any(|seen| seen.kind == basis.kind));
        let mut unseen: Vec<Basis> = Vec::new();
        for basis in self.together.iter().flat_map(|reader| &reader.knows).flat_map(|known| &known.from) {
            if !is_seen(basis) && !unseen.contains(basis) {
                unseen.push(*basis);
            }
        }
        unseen
    }
}
