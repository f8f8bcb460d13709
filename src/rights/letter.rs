//! The letters: objection, restriction, objection to direct marketing, complaint.
//!
//! Their texts are data (`letters/*.toml`), so that who writes well need not program. What a member has not filled in yet stands
//! as a blank in the letter and in the list of [`Gap`]s; nothing is sent from here.

mod compose;
mod plain;
mod sheet;

use super::{
    Day, Deadline,
    authority::{self, Law},
};
use crate::detect::Kind;
use serde::{Deserialize, Serialize};

include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// The most characters of a member's own words.
pub const MOST_WORDS: usize = 10_000;

/// Who writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sender {
    /// The name, in any script.
    pub name: String,
    /// The address of the LinkedIn profile.
    pub profile: String,
    /// An e-mail or postal address; may be empty.
    pub contact: String,
}

/// A ground that a member can tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The organisations that the member works for or with.
    Confidentiality,
    /// Other people whom the member's posts speak of.
    ThirdParties,
    /// Data that GDPR art. 9 protects.
    SpecialCategories,
    /// Children.
    Minors,
    /// Posts from before generative AI.
    OldPosts,
    /// Rules of the member's employer.
    EmployerRules,
}

impl Ground {
    /// Every ground, in the order of the letter.
    pub const ALL: [Ground; 6] = [
        Ground::Confidentiality,
        Ground::ThirdParties,
        Ground::SpecialCategories,
        Ground::Minors,
        Ground::OldPosts,
        Ground::EmployerRules,
    ];
}

/// An objection under GDPR art. 21(1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Objection {
    /// Against the training of AI that generates content.
    pub generative: bool,
    /// Against the training of other AI and product improvement.
    pub other: bool,
    /// The grounds that are ticked.
    pub grounds: Vec<Ground>,
    /// How many passages Deksel found, by kind; as far as the member wants them told.
    pub counts: Vec<(Kind, u32)>,
    /// The member's own words, at most [`MOST_WORDS`] characters.
    pub words: String,
    /// Asks for restriction meanwhile.
    pub restrict: bool,
    /// Asks for erasure of the copies made for training.
    pub erase: bool,
}

impl Default for Objection {
    fn default() -> Objection {
        Objection {
            generative: true,
            other: true,
            grounds: Vec::new(),
            counts: Vec::new(),
            words: String::new(),
            restrict: true,
            erase: true,
        }
    }
}

/// What came of an objection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// No answer.
    #[default]
    None,
    /// A refusal.
    Refused(Option<Day>),
    /// An answer that does not do all that was asked.
    Partly(Option<Day>),
}

/// What the letter is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Purpose {
    /// To object, to LinkedIn: art. 21(1).
    Objection(Objection),
    /// To ask LinkedIn for restriction while it weighs an objection: art. 18(1)(d).
    Restriction {
        /// When the objection was sent.
        objected: Option<Day>,
    },
    /// To object to direct marketing, to the sender of a message: art. 21(2).
    Marketing {
        /// Who sent the message.
        recipient: String,
        /// When it came.
        received: Option<Day>,
        /// Names the Dutch rule on unsolicited messages too.
        dutch: bool,
    },
    /// To complain to a supervisory authority: art. 77.
    Complaint {
        /// The authority's country, by ISO 3166-1.
        country: String,
        /// When the objection was sent.
        objected: Option<Day>,
        /// What came of it.
        answer: Answer,
        /// The member's own words, at most [`MOST_WORDS`] characters.
        words: String,
    },
}

/// A letter, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Who writes.
    pub sender: Sender,
    /// Where the member lives: it decides which law the letter names, and which of LinkedIn's companies it goes to. A
    /// complaint goes by its authority instead.
    #[serde(default)]
    pub home: Law,
    /// The day on the letter.
    pub on: Option<Day>,
    /// What it is for.
    pub purpose: Purpose,
}

/// What a letter lacks, or has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// The writer's name.
    Name,
    /// The address of the profile.
    Profile,
    /// The day on the letter.
    Date,
    /// Any ground: an objection under art. 21(1) needs the member's own.
    Grounds,
    /// Any processing to object to.
    Processing,
    /// Who sent the message.
    Recipient,
    /// When the message came.
    Received,
    /// An authority that is known.
    Authority,
    /// When the objection was sent.
    Objected,
    /// When it was answered.
    Answered,
    /// The own words have so many characters, more than [`MOST_WORDS`]; the letter ends them there.
    TooLong(usize),
    /// The answer may still come in time, until this day.
    StillInTime(Day),
}

/// The texts in a language, by its BCP 47 tag; English for one that there is not.
pub fn texts(tag: &str) -> &'static Texts {
    let [english, ..] = &TEXTS;
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    TEXTS.iter().find(|texts| texts.tag.eq_ignore_ascii_case(primary)).unwrap_or(english)
}

impl Letter {
    /// The letter as plain text: a line a paragraph, so that it can be pasted anywhere.
    pub fn write(&self, texts: &Texts) -> String {
        compose::write(self, texts)
    }

    /// What still has to be filled in or shortened.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut needs = |there: bool, gap: Gap| gaps.extend((!there).then_some(gap));
        needs(!plain::line(&self.sender.name).is_empty(), Gap::Name);
        needs(!plain::line(&self.sender.profile).is_empty(), Gap::Profile);
        needs(self.on.is_some(), Gap::Date);
        match &self.purpose {
            Purpose::Objection(objection) => {
                needs(objection.generative || objection.other, Gap::Processing);
                needs(!objection.grounds.is_empty() || !plain::block(&objection.words).is_empty(), Gap::Grounds);
            }
            Purpose::Restriction { objected } => needs(objected.is_some(), Gap::Objected),
            Purpose::Marketing { recipient, received, .. } => {
                needs(!plain::line(recipient).is_empty(), Gap::Recipient);
                needs(received.is_some(), Gap::Received);
            }
            Purpose::Complaint { country, objected, answer, .. } => {
                needs(authority::of_country(country).is_some(), Gap::Authority);
                needs(objected.is_some(), Gap::Objected);
                needs(!matches!(answer, Answer::Refused(None) | Answer::Partly(None)), Gap::Answered);
                let due = objected.map(|day| Deadline::of_answer(day).last_day);
                let early = due.filter(|due| *answer == Answer::None && self.on.is_some_and(|on| on <= *due));
                gaps.extend(early.map(Gap::StillInTime));
            }
        }
        let characters = self.words().chars().count();
        gaps.extend((characters > MOST_WORDS).then_some(Gap::TooLong(characters)));
        gaps
    }

    /// Whose law the letter names.
    fn law(&self) -> Law {
        match &self.purpose {
            Purpose::Complaint { country, .. } => {
                authority::of_country(country).map_or(self.home, |authority| authority.law)
            }
            _ => self.home,
        }
    }

    fn words(&self) -> &str {
        match &self.purpose {
            Purpose::Objection(Objection { words, .. }) | Purpose::Complaint { words, .. } => words,
            Purpose::Restriction { .. } | Purpose::Marketing { .. } => "",
        }
    }
}
