//! What the member chose: plain data, kept in the browser, and the acts by which a card changes it.
//!
//! Each choice is kept under a name of its own. So a value that cannot be read leaves its neighbours alone and is not
//! written over, and two tabs that change different things do not undo each other.

mod act;
mod key;
#[cfg(test)]
mod tests;

pub use act::{Act, Scope};
pub use key::Key;

use crate::{
    detect::{Kind, Settings, Term},
    item::{Author, AuthorKind, Own},
    rights::PATIENCE,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Where choices are read from, by name.
pub trait Stored {
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

/// Everything that the member chose.
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
        }
    }
}

/// The names under which the choices are kept.
mod name {
    pub(super) const KINDS_OFF: &str = "kinds_off";
    pub(super) const SEVERITIES: &str = "severities";
    pub(super) const TERMS: &str = "terms";
    pub(super) const WHOSE: &str = "whose";
    pub(super) const COMPANIES: &str = "companies";
    pub(super) const DRAWING: &str = "drawing";
    pub(super) const MASKS: &str = "masks";
    pub(super) const BADGE: &str = "badge";
    pub(super) const PAUSED_UNTIL: &str = "paused_until";
    pub(super) const PATIENCE: &str = "patience";
}

impl Choices {
    /// The choices as they are kept; what is not there or cannot be read keeps its usual value.
    pub fn read(stored: &impl Stored) -> Choices {
        let kinds_off = stored.list::<Kind>(name::KINDS_OFF);
        Choices {
            detection: Settings {
                kinds_off,
                severities: stored.value(name::SEVERITIES).unwrap_or_default(),
                terms: stored.list::<Term>(name::TERMS).into(),
            },
            whose: stored.value(name::WHOSE).unwrap_or_default(),
            companies: stored.list(name::COMPANIES),
            drawing: stored.value(name::DRAWING).unwrap_or_default(),
            masks: stored.value(name::MASKS).unwrap_or_default(),
            badge: stored.value(name::BADGE).unwrap_or(true),
            paused_until: stored.value(name::PAUSED_UNTIL),
            patience: stored.value(name::PATIENCE).unwrap_or(PATIENCE),
        }
    }

    /// Keeps what is other than `before`, and nothing else.
    pub fn keep(&self, before: &Choices, store: &mut impl Store) {
        let (now, then) = (&self.detection, &before.detection);
        let mut keep = Keep(store);
        keep.changed(name::KINDS_OFF, &now.kinds_off, &then.kinds_off);
        keep.changed(name::SEVERITIES, &now.severities, &then.severities);
        keep.changed(name::TERMS, &now.terms, &then.terms);
        keep.changed(name::WHOSE, &self.whose, &before.whose);
        keep.changed(name::COMPANIES, &self.companies, &before.companies);
        keep.changed(name::DRAWING, &self.drawing, &before.drawing);
        keep.changed(name::MASKS, &self.masks, &before.masks);
        keep.changed(name::BADGE, &self.badge, &before.badge);
        keep.changed(name::PAUSED_UNTIL, &self.paused_until, &before.paused_until);
        keep.changed(name::PATIENCE, &self.patience, &before.patience);
    }

    /// Whether an item of this author is warned about; `byline` gives the words that the page shows beside the name.
    pub fn concern(&self, own: Own, author: &Author, byline: impl FnOnce() -> String) -> bool {
        match (self.whose, own) {
            (_, Own::Yes) | (Whose::Everybody, _) => true,
            (Whose::Own, _) => false,
            (Whose::Colleagues, _) => {
                let said = match author.kind {
                    AuthorKind::Organisation => author.name.to_lowercase(),
                    AuthorKind::Person => byline().to_lowercase(),
                };
                self.companies.iter().any(|company| names(&said, &company.to_lowercase()))
            }
        }
    }

    /// Whether nothing is to be read at this moment, in milliseconds since 1970-01-01 UTC.
    pub fn is_paused(&self, now: f64) -> bool {
        self.paused_until.is_some_and(|end| now < end)
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
    fn changed<T: Serialize + PartialEq>(&mut self, name: &str, now: &T, before: &T) {
        if now != before {
            self.0.put(name, now);
        }
    }
}
