//! The card that explains a finding: which words, whom they concern, why they matter, what the member can do.

use super::{
    deed::{Deed, button},
    dom::{append, link},
    explained::Explained,
};
use crate::{
    content::Scanned,
    item::{Audience, Own},
    linkedin::SETTING_PAGE,
    wording::{Language, Text, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The rules that find the member's own terms, and an employer's.
const OWN_TERM: &str = "own-term";
const EMPLOYER_TERM: &str = "employer-term";

/// One finding of an item.
#[derive(Debug)]
pub(super) struct Card<'a> {
    /// The item.
    pub scanned: &'a Scanned,
    /// The finding's place among the item's, those in the text first.
    pub place: usize,
    /// The finding's kind can be switched off.
    pub offers_kinds: bool,
}

impl Card<'_> {
    pub(super) fn fill(&self, card: &HtmlElement, language: Language) -> Result<(), JsValue> {
        let all = Explained::all(self.scanned);
        let Some(explained) = all.get(self.place) else { return Ok(()) };
        let item = &self.scanned.found.item;
        let say = |text: Text| text.in_language(language);
        card.set_attribute("aria-labelledby", "card-title")?;
        // Somebody else's post is none of the member's doing.
        card.class_list().toggle_with_force("calm", item.own == Own::No)?;

        let head = append(card, "div", "head", "")?;
        append(&head, "h2", "", explained.name(language))?.set_id("card-title");
        button(&head, "close", "×", Deed::Close)?.set_attribute("aria-label", say(texts::CLOSE))?;

        let what = append(card, "p", "what", "")?;
        explained.severity_in(&what, language)?;
        explained.quote_in(&what)?;
        if let Some(place) = explained.place() {
            append(card, "p", "", say(place))?;
        }
        append(card, "p", "why", &format!("{} {}", explained.why(language), say(explained.affected())))?;
        append(card, "p", "", say(audience(item.audience)))?;
        append(card, "p", "", &texts::CARD_SURE.with(language, &explained.finding.confidence.to_string()))?;

        append(card, "h3", "", say(texts::WHAT_TO_DO))?;
        let advice = if item.own == Own::No { texts::CARD_OTHER_ADVICE } else { texts::CARD_OWN_ADVICE };
        append(card, "p", "advice", say(advice))?;
        let ways = append(card, "p", "ways", "")?;
        let document = card.owner_document().ok_or("no document")?;
        ways.append_child(&*link(&document, "way", say(texts::OPEN_SETTING), SETTING_PAGE)?)?;
        button(&ways, "way", say(texts::OBJECT), Deed::Object)?;
        self.choices(card, explained, language)?;
        why_seen(card, explained, language)?;
        if all.len() > 1 {
            self.neighbours(card, all.len(), language)?;
        }
        Ok(())
    }

    /// What the member can have Deksel do about the finding. An employer's term is not the member's to remove.
    fn choices(&self, card: &Element, explained: &Explained<'_>, language: Language) -> Result<(), JsValue> {
        let list = append(card, "div", "choices", "")?;
        let say = |text: Text| text.in_language(language);
        button(&list, "plain", say(texts::IGNORE_HERE), Deed::IgnoreHere)?;
        match explained.finding.rule {
            OWN_TERM => _ = button(&list, "plain", say(texts::REMOVE_TERM), Deed::RemoveTerm)?,
            EMPLOYER_TERM => {}
            _ if explained.words().is_empty() => {}
            _ => {
                button(&list, "plain", say(texts::IGNORE_EVERYWHERE), Deed::IgnoreEverywhere)?;
                button(&list, "plain", say(texts::ADD_TERM), Deed::AddTerm)?;
            }
        }
        if self.offers_kinds {
            let off = texts::SWITCH_OFF.with(language, explained.name(language));
            button(&list, "plain", &off, Deed::SwitchOff)?;
        }
        Ok(())
    }

    /// The way to the item's other findings.
    fn neighbours(&self, card: &Element, count: usize, language: Language) -> Result<(), JsValue> {
        let foot = append(card, "div", "foot", "")?;
        let say = |text: Text| text.in_language(language);
        button(&foot, "plain", say(texts::PREVIOUS), Deed::Previous)?;
        let here = (self.place + 1).to_string();
        append(&foot, "span", "", &texts::FINDING_OF.with(language, &here).replace("$2", &count.to_string()))?;
        button(&foot, "plain", say(texts::NEXT), Deed::Next)?;
        Ok(())
    }
}

const fn audience(audience: Audience) -> Text {
    match audience {
        Audience::Public => texts::CARD_PUBLIC,
        Audience::Limited => texts::CARD_LIMITED,
        Audience::Unknown => texts::CARD_AUDIENCE_UNKNOWN,
    }
}

/// The rule that found it, for who wants to know.
fn why_seen(card: &Element, explained: &Explained<'_>, language: Language) -> Result<(), JsValue> {
    let details = append(card, "details", "", "")?;
    append(&details, "summary", "", texts::WHY_SEEN.in_language(language))?;
    let rule = explained.finding.rule;
    let sentence = match rule {
        OWN_TERM => texts::WHY_SEEN_TERM.in_language(language).to_owned(),
        EMPLOYER_TERM => texts::WHY_SEEN_EMPLOYER.in_language(language).to_owned(),
        _ => texts::WHY_SEEN_RULE.with(language, rule),
    };
    append(&details, "p", "", &sentence).map(|_| ())
}
