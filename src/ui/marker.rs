//! The small button at a post's edge that names what was found and opens the card.

use super::{
    deed::{Deed, button},
    dom::{append, say},
};
use crate::{
    content::Scanned,
    detect::Kind,
    item::Own,
    wording::{Language, of_kind, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The most kinds that a marker names; more become a number.
const MOST_NAMES: usize = 2;

/// Makes the marker of a post.
pub(super) fn marker(layer: &Element, language: Language, scanned: &Scanned) -> Result<HtmlElement, JsValue> {
    // Somebody else's post is shown in a calmer way.
    let class = if scanned.found.item.own == Own::No { "marker calm" } else { "marker" };
    let marker = button(layer, class, "", Deed::Card(scanned.fingerprint))?;
    marker.set_attribute("aria-haspopup", "dialog")?;
    marker.set_attribute("aria-expanded", "false")?;
    append(&marker, "span", "lid", "")?;
    append(&marker, "span", "", "")?;
    name(&marker, language, scanned)?;
    Ok(marker)
}

/// Has a marker say what was found in its post now.
pub(super) fn name(marker: &HtmlElement, language: Language, scanned: &Scanned) -> Result<(), JsValue> {
    let names = summary(scanned, language);
    let label = texts::MARK_LABEL.with(language, &names);
    let Some(shown) =
        marker.last_element_child().filter(|_| marker.get_attribute("aria-label").as_ref() != Some(&label))
    else {
        return Ok(());
    };
    say(&shown, &names)?;
    marker.set_attribute("aria-label", &label)
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
