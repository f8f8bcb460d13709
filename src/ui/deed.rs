//! What a button of ours does, written on the button itself, so that one listener serves all.

use super::dom::append;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The attribute in which a button keeps what it does.
const DEED: &str = "data-deed";

/// What the member asks for with a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Opens the card of an item (its fingerprint) or closes it.
    Card(u32),
    /// Goes to a finding: the item's fingerprint, and the finding's place in it.
    Go(u32, usize),
    /// Opens or closes the list of what is on the page.
    Panel,
    /// Closes what is open.
    Close,
    /// Shows the next finding of the item.
    Next,
    /// Shows the one before.
    Previous,
    /// Does not show this finding again in this item.
    IgnoreHere,
    /// Does not show these words again anywhere.
    IgnoreEverywhere,
    /// Does not warn about this kind any more.
    SwitchOff,
    /// Keeps these words as a term of the member's own.
    AddTerm,
    /// Lets go of the term.
    RemoveTerm,
    /// Leads to the page with the letter.
    Object,
    /// Copies one of the values that are offered, by its number.
    Copy(usize),
    /// Closes what is said about the page.
    CloseGuide,
    /// Folds the notice beside what is being written, or unfolds it.
    Fold,
}

/// Deeds that need no numbers, by name.
const PLAIN: [(&str, Deed); 12] = [
    ("panel", Deed::Panel),
    ("close", Deed::Close),
    ("next", Deed::Next),
    ("previous", Deed::Previous),
    ("ignore-here", Deed::IgnoreHere),
    ("ignore-everywhere", Deed::IgnoreEverywhere),
    ("switch-off", Deed::SwitchOff),
    ("add-term", Deed::AddTerm),
    ("remove-term", Deed::RemoveTerm),
    ("object", Deed::Object),
    ("close-guide", Deed::CloseGuide),
    ("fold", Deed::Fold),
];

impl Deed {
    fn in_words(self) -> String {
        match self {
            Deed::Card(item) => format!("card {item}"),
            Deed::Go(item, place) => format!("go {item} {place}"),
            Deed::Copy(number) => format!("copy {number}"),
            plain => {
                PLAIN.iter().find(|(_, deed)| *deed == plain).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
            }
        }
    }

    fn of_words(words: &str) -> Option<Deed> {
        let mut parts = words.split(' ');
        match parts.next()? {
            "card" => Some(Deed::Card(parts.next()?.parse().ok()?)),
            "go" => Some(Deed::Go(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)),
            "copy" => Some(Deed::Copy(parts.next()?.parse().ok()?)),
            name => PLAIN.iter().find(|(known, _)| *known == name).map(|(_, deed)| *deed),
        }
    }

    /// What the button at or around an element does.
    pub(super) fn at(element: &Element) -> Option<Deed> {
        let button = element.closest(&format!("[{DEED}]")).ok().flatten()?;
        Deed::of_words(&button.get_attribute(DEED)?)
    }

    /// The selector of the buttons that do this.
    pub(super) fn selector(self) -> String {
        format!("[{DEED}=\"{}\"]", self.in_words())
    }

    /// The selector of all buttons that do something.
    pub(super) fn any() -> String {
        format!("[{DEED}]")
    }
}

/// Makes a button at the end of an element.
pub(super) fn button(parent: &Element, class: &str, text: &str, deed: Deed) -> Result<HtmlElement, JsValue> {
    let button = append(parent, "button", class, text)?;
    button.set_attribute("type", "button")?;
    button.set_attribute(DEED, &deed.in_words())?;
    Ok(button)
}
