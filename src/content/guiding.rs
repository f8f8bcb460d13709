//! What there is to say about a page as a whole: at the AI setting's switch, at LinkedIn's form for objecting, and about the text that the
//! member is typing and asks about.

use super::{Tab, in_overlay, with_tab};
use crate::{
    browser,
    detect::{self, Finding, Kind, Severity},
    item::Item,
    linkedin::{self, Place, SettingState, foreign, the_switch},
    rights::Noted,
    ui::{Guide, Overlay},
    wording::{Language, Text, of_kind, said_of, texts},
};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;

/// The letter that a page of the extension's holds, as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldLetter {
    /// The member's name.
    pub name: String,
    /// The address of the member's profile.
    pub profile: String,
    /// The letter in English.
    pub text: String,
}

impl HeldLetter {
    /// Asks the extension's pages that are open for the letter.
    pub async fn ask() -> Option<HeldLetter> {
        browser::ask_pages("letter").await
    }

    /// What is to be copied into LinkedIn's form, each with the name of its field.
    pub fn values(&self, language: Language) -> Vec<(Text, String)> {
        let HeldLetter { name, profile, text } = self;
        let kind = texts::FORM_KIND_VALUE.in_language(language);
        let mut values = vec![(texts::FORM_KIND, kind.into())];
        for (label, value) in [(texts::FORM_NAME, name), (texts::FORM_PROFILE, profile), (texts::FORM_LETTER, text)] {
            if !value.is_empty() {
                values.push((label, value.clone()));
            }
        }
        values
    }
}

/// What is found in the text that the member is typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldTyped {
    /// What it discloses.
    pub kind: Kind,
    /// How much harm it can do.
    pub severity: Severity,
    /// The words.
    pub quote: String,
}

/// What a tab knows for it.
#[derive(Debug, Default)]
pub(super) struct Guiding {
    /// What the last look at the setting told.
    pub(super) noted: Noted,
    letter: Option<HeldLetter>,
    /// What was found in what was being typed, once the member asked; nothing where no text box had the keyboard.
    typed: Option<Option<Vec<ToldTyped>>>,
}

/// What is found in the text that the member is typing; `None` where no text box has the keyboard.
pub fn typed() -> Option<Vec<ToldTyped>> {
    let mut found = None;
    with_tab(|tab| found = tab.typed());
    found
}

/// Shows the same on the page, for a shortcut.
pub(super) fn show_typed() {
    with_tab(|tab| {
        tab.guiding.typed = Some(tab.typed());
        tab.draw();
    });
    in_overlay(Overlay::open_guide);
}

impl Tab {
    fn typed(&self) -> Option<Vec<ToldTyped>> {
        let text = (self.place != Place::Messaging).then(|| linkedin::typed(&self.document)).flatten()?;
        let item = Item { text, ..Item::default() };
        let told = |finding: &Finding| ToldTyped {
            kind: finding.kind,
            severity: finding.severity,
            quote: item.text.get(finding.start..finding.end).unwrap_or_default().into(),
        };
        let findings = self.lifeline.guard(&item, || detect::scan(&item, &self.kept.choices.detection));
        Some(findings.iter().map(told).collect())
    }

    /// Comes to another place of LinkedIn's.
    pub(super) fn arrive(&mut self) {
        self.guiding = Guiding::default();
        self.ask_for_letter();
    }

    /// At the form, asks the page that holds the letter; it may have been opened since.
    pub(super) fn ask_for_letter(&self) {
        if self.place != Place::ObjectionForm {
            return;
        }
        spawn_local(async {
            let letter = HeldLetter::ask().await;
            with_tab(|tab| {
                tab.guiding.letter = letter;
                tab.draw();
            });
        });
    }

    /// Draws all that there is to be shown.
    pub(super) fn draw(&mut self) {
        let guide = self.guide();
        // Where the member's own settings stand there is nothing of others to be covered.
        let is_own = matches!(self.place, Place::Setting | Place::SettingList | Place::ObjectionForm);
        if let Some(overlay) = &mut self.overlay {
            overlay.mask(self.kept.choices.masks && !is_own);
            overlay.guide_by(guide);
            overlay.redraw(&self.page);
        }
    }

    fn guide(&self) -> Option<Guide> {
        let language = self.kept.manner().language;
        if let Some(found) = &self.guiding.typed {
            return Some(at_typing(found.as_deref(), language));
        }
        match self.place {
            Place::Setting => Some(at_switch(self.report.setting, self.guiding.noted, &self.document)),
            Place::ObjectionForm => Some(at_form(self.guiding.letter.as_ref(), language)),
            _ => None,
        }
    }
}

fn at_typing(found: Option<&[ToldTyped]>, language: Language) -> Guide {
    let mut guide = Guide::titled(texts::TYPED_TITLE);
    match found {
        None => guide.say(texts::TYPED_NO_BOX),
        Some([]) => guide.say(texts::TYPED_NOTHING),
        Some(_) => {}
    }
    for ToldTyped { kind, quote, .. } in found.unwrap_or_default() {
        let (name, why) = of_kind(*kind);
        guide.list.push((said_of(name.in_language(language), quote, language), why));
    }
    guide
}

/// What the switch covers and what not. That it was switched is said first.
fn at_switch(state: SettingState, noted: Noted, document: &Document) -> Guide {
    let mut guide = Guide::titled(texts::SWITCH_TITLE);
    guide.say(match (state, noted) {
        (SettingState::On, Noted::SwitchedOn) => texts::SWITCH_BACK_ON,
        (SettingState::On, _) => texts::SWITCH_IS_ON,
        (SettingState::Off, Noted::SwitchedOff) => texts::SWITCH_WENT_OFF,
        (SettingState::Off, _) => texts::SWITCH_IS_OFF,
        (SettingState::Unknown, _) => texts::SWITCH_UNKNOWN,
    });
    if noted != Noted::Nothing {
        guide.say(texts::SWITCH_NOTED);
    }
    guide.say(texts::SWITCH_COVERS);
    guide.say(texts::SWITCH_COVERS_NOT);
    guide.leads_to_objection = true;
    guide.points_at = foreign::root(document).and_then(|root| the_switch(&Place::Setting, &root));
    guide
}

fn at_form(letter: Option<&HeldLetter>, language: Language) -> Guide {
    let mut guide = Guide::titled(texts::FORM_TITLE);
    let Some(letter) = letter else {
        guide.say(texts::FORM_NO_LETTER);
        guide.leads_to_objection = true;
        return guide;
    };
    guide.say(texts::FORM_HOW);
    guide.values = letter.values(language);
    guide
}
