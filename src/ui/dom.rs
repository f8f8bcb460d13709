//! Building nodes by calls alone: LinkedIn's Trusted Types refuse anything made from text.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, FocusOptions, HtmlElement, window};

/// Makes an element with a class and a text.
pub(crate) fn element(document: &Document, tag: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let element: HtmlElement = document.create_element(tag)?.unchecked_into();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        say(&element, text)?;
    }
    Ok(element)
}

/// Has an element of ours say something else.
///
/// On LinkedIn's pages the words stand in an attribute, from which the style sheet draws them: `window.find`, by which a page searches all
/// text, searches closed shadow roots too, and Firefox hands over the node that it found there. On the extension's own pages nobody
/// searches, and text can be selected.
pub(crate) fn say(element: &Element, words: &str) -> Result<(), JsValue> {
    if cfg!(feature = "pages") {
        element.set_text_content(Some(words));
        Ok(())
    } else {
        element.set_attribute("data-words", words)
    }
}

/// Makes an element with a class and a text at the end of another.
pub(crate) fn append(parent: &Element, tag: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let document = parent.owner_document().ok_or("no document")?;
    let child = element(&document, tag, class, text)?;
    parent.append_child(&child)?;
    Ok(child)
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
    element.style().set_property("transform", &format!("translate({}, {})", length(left), length(top)))
}

/// Gives an element a size, in CSS pixels.
pub(crate) fn size(element: &HtmlElement, width: f64, height: f64) -> Result<(), JsValue> {
    element.style().set_property("width", &length(width))?;
    element.style().set_property("height", &length(height))
}

/// A length as CSS writes it, to a tenth of a pixel. It is written as a whole number, because the packer leaves out what formats fractions.
fn length(pixels: f64) -> String {
    format!("calc({}px / 10)", (pixels * 10.0).round() as i32)
}

/// Focuses without scrolling the page.
pub(crate) fn focus(element: &Element) -> Result<(), JsValue> {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.unchecked_ref::<HtmlElement>().focus_with_options(&options)
}

/// Copies a text, to be called in the turn of a click, which browsers insist on; `false` where the browser refuses.
pub(crate) fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    let copied = window().map(|window| window.navigator().clipboard().write_text(text));
    async {
        match copied {
            Some(copied) => JsFuture::from(copied).await.is_ok(),
            None => false,
        }
    }
}

/// The longest quote shown, in characters: the words themselves are marked on the page.
const LONGEST_QUOTE: usize = 120;

/// A text of the page's as it can be shown among ours: cut where it is long, without the characters that could reorder what stands around it.
pub(crate) fn quoted(words: &str) -> String {
    let turns = |letter: &char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    let breaks = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    let mut letters =
        words.chars().filter(|letter| !turns(letter)).map(|letter| if breaks(letter) { ' ' } else { letter });
    let mut quote: String = letters.by_ref().take(LONGEST_QUOTE).collect();
    if letters.next().is_some() {
        quote.push('…');
    }
    quote
}
