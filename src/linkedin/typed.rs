//! The text in the box that has the keyboard, for a member who asks what it discloses. Read only, and never in private messages.

use super::{FRONT_ENDS, chain::closest, foreign, words::Words};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlTextAreaElement};

/// Editors made of elements.
const EDITOR: &str = r#"[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]"#;

/// Inputs that hold words; passwords and numbers are none.
const WORDY: [&str; 5] = ["email", "search", "tel", "text", "url"];

/// The text; `None` where no text box has the keyboard.
pub fn typed(document: &Document) -> Option<String> {
    let mut focused = foreign::focused(document)?;
    while let Some(inner) = foreign::shadow_root(&focused).and_then(|root| root.active_element()) {
        focused = inner;
    }
    if is_private(&focused) {
        return None;
    }
    match foreign::name(&focused).as_str() {
        "textarea" => Some(focused.unchecked_into::<HtmlTextAreaElement>().value()),
        "input" => {
            let input: HtmlInputElement = focused.unchecked_into();
            WORDY.contains(&input.type_().as_str()).then(|| input.value())
        }
        _ => foreign::closest(&focused, EDITOR).map(|editor| Words::read(&editor, &[]).text),
    }
}

fn is_private(element: &Element) -> bool {
    FRONT_ENDS.iter().any(|front_end| closest(element, front_end.page.private).is_some())
}
