//! How Deksel is to show itself, as it was chosen.

use crate::{
    choices::{Choice, Choices},
    wording::Language,
};

/// What was chosen about what is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// The language in which Deksel speaks.
    pub language: Language,
    /// The member may switch kinds off, which an employer can have set for good.
    pub offers_kinds: bool,
}

impl Manner {
    /// What the choices say, where the browser's own menus are in the language of this BCP 47 tag.
    pub fn of(choices: &Choices, browsers: &str) -> Manner {
        Manner { language: choices.language(browsers), offers_kinds: !choices.locked.contains(&Choice::KindsOff) }
    }
}
