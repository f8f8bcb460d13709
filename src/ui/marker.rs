//! The small button at a post's edge that names what was found and opens the card.

use super::dom::element;
use crate::{
    content::Scanned,
    detect::Kind,
    wording::{Language, of_kind, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

/// The most kinds that a marker names; more become a number.
const MOST_NAMES: usize = 2;

/// The attribute in which a marker keeps its post's fingerprint.
pub(super) const POST: &str = "data-post";

/// Makes the marker of a post.
pub(super) fn marker(document: &Document, language: Language, scanned: &Scanned) -> Result<HtmlElement, JsValue> {
    let button = element(document, "button", "marker", "")?;
    button.set_attribute("type", "button")?;
    button.set_attribute("aria-haspopup", "dialog")?;
    button.set_attribute("aria-expanded", "false")?;
    let names = summary(scanned, language);
    button.set_attribute("aria-label", &texts::MARK_LABEL.with(language, &names))?;
    button.append_child(&*element(document, "span", "lid", "")?)?;
    button.append_child(&*element(document, "span", "", &names)?)?;
    button.set_attribute(POST, &scanned.fingerprint.to_string())?;
    Ok(button)
}

/// The kinds by name when they are few, else the number of findings.
fn summary(scanned: &Scanned, language: Language) -> String {
    let mut kinds: Vec<Kind> = Vec::new();
    for kind in scanned.kinds() {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if kinds.len() > MOST_NAMES {
        return texts::FINDINGS_MORE.with(language, &scanned.kinds().count().to_string());
    }
    let names: Vec<&str> = kinds.into_iter().map(|kind| of_kind(kind).0.in_language(language)).collect();
    names.join(" · ")
}
