//! The card that explains: which words, why they matter, what the member can do.

use super::dom::{element, link};
use crate::{
    content::Scanned,
    detect::{AttachedFinding, Finding, Part},
    item::{Audience, Own},
    linkedin::{OBJECTION_FORM, SETTING_PAGE},
    wording::{Language, of_kind, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

/// The longest quote shown, in characters; the words themselves are marked on the page.
const LONGEST_QUOTE: usize = 120;

/// Makes the card of a post.
pub(super) fn card(document: &Document, language: Language, scanned: &Scanned) -> Result<HtmlElement, JsValue> {
    let card = element(document, "section", "card", "")?;
    card.set_attribute("role", "dialog")?;
    card.set_attribute("aria-labelledby", "title")?;

    let title = element(document, "h2", "", texts::CARD_TITLE.in_language(language))?;
    title.set_id("title");
    let close = element(document, "button", "close", "×")?;
    close.set_attribute("type", "button")?;
    close.set_attribute("aria-label", texts::CLOSE.in_language(language))?;
    let head = element(document, "header", "", "")?;
    head.append_child(&title)?;
    head.append_child(&close)?;
    card.append_child(&head)?;

    let item = &scanned.found.item;
    let audience = if item.audience == Audience::Public { texts::CARD_PUBLIC } else { texts::CARD_AUDIENCE_UNKNOWN };
    card.append_child(&*element(document, "p", "audience", audience.in_language(language))?)?;

    let list = element(document, "ul", "", "")?;
    for finding in &scanned.findings {
        list.append_child(&*explanation(document, language, finding, &item.text, None)?)?;
    }
    for AttachedFinding { part, words, finding } in &scanned.attached {
        list.append_child(&*explanation(document, language, finding, words, Some(*part))?)?;
    }
    card.append_child(&list)?;

    let advice = if item.own == Own::Yes { texts::CARD_OWN_ADVICE } else { texts::CARD_OTHER_ADVICE };
    card.append_child(&*element(document, "p", "advice", advice.in_language(language))?)?;
    let ways = element(document, "p", "ways", "")?;
    ways.append_child(&*link(document, "way", texts::OPEN_SETTING.in_language(language), SETTING_PAGE)?)?;
    ways.append_child(&*link(document, "way", texts::OBJECT.in_language(language), OBJECTION_FORM)?)?;
    card.append_child(&ways)?;
    Ok(card)
}

/// What one finding discloses, with its words; `part` tells where they stand when it is not in the text.
fn explanation(
    document: &Document,
    language: Language,
    finding: &Finding,
    text: &str,
    part: Option<Part>,
) -> Result<HtmlElement, JsValue> {
    let (name, why) = of_kind(finding.kind);
    let entry = element(document, "li", "", "")?;
    entry.append_child(&*element(document, "strong", "", name.in_language(language))?)?;
    let words = text.get(finding.start..finding.end).unwrap_or_default();
    if !words.is_empty() {
        let quote = element(document, "q", "", &quoted(words))?;
        quote.set_attribute("dir", "auto")?;
        entry.append_child(&quote)?;
    }
    if let Some(part) = part {
        let place = match part {
            Part::Picture => texts::IN_PICTURE,
            Part::Title => texts::IN_TITLE,
            Part::People => texts::IN_PEOPLE,
            Part::Frame => texts::IN_FRAME,
        };
        entry.append_child(&*element(document, "p", "", place.in_language(language))?)?;
    }
    let sure = texts::CARD_SURE.with(language, &finding.confidence.to_string());
    entry.append_child(&*element(document, "p", "", &format!("{} {sure}", why.in_language(language)))?)?;
    Ok(entry)
}

/// The words themselves, shortened where they are many, without the characters that could reorder the card's own text.
pub(crate) fn quoted(words: &str) -> String {
    let is_bidi_control = |letter: &char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    let mut letters = words
        .chars()
        .filter(|letter| !is_bidi_control(letter))
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut quote: String = letters.by_ref().take(LONGEST_QUOTE).collect();
    if letters.next().is_some() {
        quote.push('…');
    }
    quote
}
