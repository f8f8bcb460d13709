//! What the member chose: plain data, kept in the browser, and the acts by which a card changes it; and what an employer set.
//!
//! Each choice is kept under a name of its own. So a value that cannot be read leaves its neighbours alone and is not
//! written over, and two tabs that change different things do not undo each other.

mod act;
mod choice;
#[cfg(feature = "pages")]
pub mod exchange;
mod key;
mod policy;
#[cfg(feature = "pages")]
pub mod term_list;
#[cfg(test)]
mod tests;

pub use act::{Act, Scope};
pub use choice::Choice;
pub use key::Key;
#[cfg(feature = "pages")]
pub use policy::Policy;

use crate::{
    detect::{Settings, Terms, lower_case},
    item::{Author, AuthorKind, Own},
    rights::PATIENCE,
    wording::{LANGUAGES, Language},
};
use policy::Layers;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Where choices are read from, by name.
pub trait Stored: Sized {
    /// Whether there is anything of that name.
    fn has(&self, name: &str) -> bool;

    /// What stands by names of its own under that name; `None` when there is none, or something of another shape.
    fn part(&self, name: &str) -> Option<Self>;

    /// The value of that name; `None` when there is none, or one of another shape.
    fn value<T: DeserializeOwned>(&self, name: &str) -> Option<T>;

    /// The list of that name, without the entries that have another shape.
    fn list<T: DeserializeOwned>(&self, name: &str) -> Vec<T>;
}

/// Where choices are written to, by name.
pub trait Store {
    /// Keeps a value under that name.
    fn put<T: Serialize>(&mut self, name: &str, value: &T);
}

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// Everything that the member chose, or an employer in the member's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// What is found, and how severe it is.
    pub detection: Settings,
    /// Whose posts are warned about.
    pub whose: Whose,
    /// The names of the member's company, for [`Whose::Colleagues`].
    pub companies: Vec<String>,
    /// Where warnings are shown.
    pub drawing: Drawing,
    /// What others wrote is covered, for as long as the member shows LinkedIn to a room.
    pub masks: bool,
    /// Deksel's icon shows the number of findings.
    pub badge: bool,
    /// Nothing is read before this moment, in milliseconds since 1970-01-01 UTC.
    pub paused_until: Option<f64>,
    /// After how many days without a look at the AI setting the member is reminded; 0 for never.
    pub patience: u16,
    /// The BCP 47 tag of the language in which Deksel speaks; the browser's own until one is chosen.
    pub language: Option<String>,
    /// What an employer set for good: it is not the member's to change.
    pub locked: Vec<Choice>,
}

/// Whose posts are warned about. An author who is not known to be the member counts as somebody else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    /// The member's own.
    #[default]
    Own,
    /// The member's own, and those of people who name the same company.
    Colleagues,
    /// All, for those who train others.
    Everybody,
}

/// Where warnings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawing {
    /// The member has not been asked yet: as [`Drawing::Inline`], because warning beside a post is what Deksel was installed for.
    #[default]
    Undecided,
    /// On LinkedIn's pages.
    Inline,
    /// In the popup alone.
    Quiet,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            detection: Settings::default(),
            whose: Whose::default(),
            companies: Vec::new(),
            drawing: Drawing::default(),
            masks: false,
            badge: true,
            paused_until: None,
            patience: PATIENCE,
            language: None,
            locked: Vec::new(),
        }
    }
}

impl Choices {
    /// The choices as they are kept, with what an employer set; what is not there or cannot be read keeps its usual value.
    pub fn read(stored: &impl Stored) -> Choices {
        let layers = Layers::of(stored);
        Choices {
            detection: Settings {
                kinds_off: layers.list(Choice::KindsOff),
                severities: layers.value(Choice::Severities).unwrap_or_default(),
                languages_off: layers.list(Choice::LanguagesOff),
                terms: Terms::joined(stored.list(Choice::Terms.name()), layers.employers_terms()),
            },
            whose: layers.value(Choice::Whose).unwrap_or_default(),
            companies: layers.list(Choice::Companies),
            drawing: layers.value(Choice::Drawing).unwrap_or_default(),
            masks: stored.value(Choice::Masks.name()).unwrap_or_default(),
            badge: layers.value(Choice::Badge).unwrap_or(true),
            paused_until: stored.value(Choice::PausedUntil.name()),
            patience: layers.value(Choice::Patience).unwrap_or(PATIENCE),
            language: layers.value(Choice::Language).filter(|tag: &String| LANGUAGES.contains(&tag.as_str())),
            locked: layers.locked,
        }
    }

    /// Changes what is kept, and keeps nothing else.
    pub fn change(stored: &impl Stored, store: &mut impl Store, change: impl FnOnce(&mut Choices)) {
        let before = Choices::read(stored);
        let mut choices = before.clone();
        change(&mut choices);
        choices.keep(&before, store);
    }

    /// Keeps what is other than `before`, and nothing else.
    pub fn keep(&self, before: &Choices, store: &mut impl Store) {
        let (now, then) = (&self.detection, &before.detection);
        let mut keep = Keep(store);
        keep.changed(Choice::KindsOff, &now.kinds_off, &then.kinds_off);
        keep.changed(Choice::Severities, &now.severities, &then.severities);
        keep.changed(Choice::LanguagesOff, &now.languages_off, &then.languages_off);
        keep.changed(Choice::Terms, &now.terms.own(), &then.terms.own());
        keep.changed(Choice::Whose, &self.whose, &before.whose);
        keep.changed(Choice::Companies, &self.companies, &before.companies);
        keep.changed(Choice::Drawing, &self.drawing, &before.drawing);
        keep.changed(Choice::Masks, &self.masks, &before.masks);
        keep.changed(Choice::Badge, &self.badge, &before.badge);
        keep.changed(Choice::PausedUntil, &self.paused_until, &before.paused_until);
        keep.changed(Choice::Patience, &self.patience, &before.patience);
        keep.changed(Choice::Language, &self.language, &before.language);
    }

    /// The language in which Deksel speaks, where the browser's own menus are in that of this BCP 47 tag.
    pub fn language(&self, browsers: &str) -> Language {
        Language::of(self.language.as_deref().unwrap_or(browsers))
    }

    /// Whether an item of this author is warned about; `byline` gives the words that the page shows beside the name.
    pub fn concern(&self, own: Own, author: &Author, byline: impl FnOnce() -> String) -> bool {
        match (self.whose, own) {
            (_, Own::Yes) | (Whose::Everybody, _) => true,
            (Whose::Own, _) => false,
            (Whose::Colleagues, _) => {
                let said = match author.kind {
                    AuthorKind::Organisation => lower_case(&author.name),
                    AuthorKind::Person => lower_case(&byline()),
                };
                self.companies.iter().any(|company| names(&said, &lower_case(company)))
            }
        }
    }

    /// For how many milliseconds nothing is to be read from this moment, which is in milliseconds since 1970-01-01 UTC.
    ///
    /// Nobody pauses for longer than a day: such an end was set by a clock that was set back since, and is none.
    pub fn pause_left(&self, now: f64) -> Option<f64> {
        self.paused_until.map(|end| end - now).filter(|left| *left > 0.0 && *left < DAY)
    }

    /// Whether nothing is to be read at this moment.
    pub fn is_paused(&self, now: f64) -> bool {
        self.pause_left(now).is_some()
    }
}

/// Whether a text holds a name as whole words.
fn names(text: &str, name: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let stands_alone = |(start, found): (usize, &str)| {
        let (before, after) = (text.get(..start), text.get(start + found.len()..));
        !is_part(before.and_then(|before| before.chars().next_back()))
            && !is_part(after.and_then(|after| after.chars().next()))
    };
    let name = name.trim();
    !name.is_empty() && text.match_indices(name).any(stands_alone)
}

struct Keep<'s, S>(&'s mut S);

impl<S: Store> Keep<'_, S> {
    fn changed<T: Serialize + PartialEq>(&mut self, choice: Choice, now: &T, before: &T) {
        if now != before {
            self.0.put(choice.name(), now);
        }
    }
}
