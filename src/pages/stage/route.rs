//! Which part of the stage an address asks for: `#nl/play/family`.

use crate::scenario;

/// The name of the trainer's own scenario among the others.
pub(super) const OWN: &str = "own";

/// The name of the handout that belongs to no scenario.
pub(super) const GENERAL: &str = "general";

/// A part of the stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// What there is.
    Home,
    /// A scenario, by name.
    Play(String),
    /// A post to write.
    Try,
    /// The quiz.
    Quiz,
    /// What a room takes home, by the scenario's name.
    Handout(String),
    /// The speaker's window.
    Notes,
}

/// A part of the stage in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Route {
    /// One of [`scenario::LANGUAGES`].
    pub(super) language: &'static str,
    pub(super) view: View,
}

impl Route {
    /// What stands behind the `#`; where it names no language, the one that is usual here, or else the last that there is.
    pub(super) fn of(fragment: &str, usual: &str) -> Route {
        let mut parts = fragment.split('/');
        let language_of = |tag: &str| scenario::LANGUAGES.into_iter().find(|known| *known == tag);
        let [.., last] = scenario::LANGUAGES;
        let language = parts.next().and_then(language_of).or_else(|| language_of(usual)).unwrap_or(last);
        let view = match (parts.next().unwrap_or_default(), parts.next()) {
            ("play", Some(name)) => View::Play(name.into()),
            ("handout", Some(name)) => View::Handout(name.into()),
            ("try", _) => View::Try,
            ("quiz", _) => View::Quiz,
            ("notes", _) => View::Notes,
            _ => View::Home,
        };
        Route { language, view }
    }

    /// The way to another part, in the same language.
    pub(super) fn to(&self, view: &View) -> String {
        let language = self.language;
        match view {
            View::Home => format!("#{language}"),
            View::Play(name) => format!("#{language}/play/{name}"),
            View::Try => format!("#{language}/try"),
            View::Quiz => format!("#{language}/quiz"),
            View::Handout(name) => format!("#{language}/handout/{name}"),
            View::Notes => format!("#{language}/notes"),
        }
    }

    /// The name of the part in style sheets.
    pub(super) fn class(&self) -> &'static str {
        match self.view {
            View::Home => "home",
            View::Play(_) => "play",
            View::Try => "try",
            View::Quiz => "quiz",
            View::Handout(_) => "handout",
            View::Notes => "notes",
        }
    }
}
