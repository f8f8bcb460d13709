//! Building nodes by calls alone: LinkedIn's Trusted Types refuse anything made from text.

use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

/// Makes an element with a class and a text.
pub(crate) fn element(document: &Document, tag: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let element: HtmlElement = document.create_element(tag)?.unchecked_into();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Ok(element)
}

/// Makes a link that opens in a tab of its own and tells that tab nothing about this one.
pub(crate) fn link(document: &Document, class: &str, text: &str, href: &str) -> Result<HtmlElement, JsValue> {
    let link = element(document, "a", class, text)?;
    link.set_attribute("href", href)?;
    link.set_attribute("target", "_blank")?;
    link.set_attribute("rel", "noopener noreferrer")?;
    Ok(link)
}

/// Puts an element at a place in the window, in CSS pixels.
pub(crate) fn place(element: &HtmlElement, left: f64, top: f64) -> Result<(), JsValue> {
    element.style().set_property("transform", &format!("translate({left:.1}px, {top:.1}px)"))
}
