//! What can be chosen, by the names under which it is kept.

use serde::{Deserialize, Serialize};

/// Declares the choices once: variant, name in the storage and in files, what is chosen.
macro_rules! choices {
    ($($variant:ident $name:literal $meaning:literal;)*) => {
        /// Something that can be chosen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Choice {
            $(#[doc = $meaning] #[serde(rename = $name)] $variant,)*
        }

        impl Choice {
            /// Every choice, by name.
            pub const ALL: &[Choice] = &[$(Choice::$variant,)*];

            /// The name under which it is kept.
            pub const fn name(self) -> &'static str {
                match self { $(Choice::$variant => $name,)* }
            }
        }
    };
}

choices! {
    Badge "badge" "Whether Deksel's icon shows the number of findings.";
    Companies "companies" "The names of the member's company.";
    Drawing "drawing" "Where warnings are shown.";
    KindsOff "kinds_off" "Kinds that are not warned about.";
    Language "language" "The language in which Deksel speaks.";
    LanguagesOff "languages_off" "Languages whose rules are switched off.";
    Masks "masks" "Whether what others wrote is covered, for a room.";
    Patience "patience" "After how many days to remind of the AI setting.";
    PausedUntil "paused_until" "Until when nothing is read.";
    Severities "severities" "Kinds with another severity than their own.";
    Terms "terms" "The member's own words.";
    Whose "whose" "Whose posts are warned about.";
}
