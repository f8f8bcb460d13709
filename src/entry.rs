//! The ways in from JavaScript: `extension/boot.js` calls these and nothing else.

use crate::{content, lifeline::Lifeline};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Starts what belongs on this page.
#[wasm_bindgen]
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    #[cfg(feature = "pages")]
    return crate::pages::start(lifeline);
    #[cfg(not(feature = "pages"))]
    content::start(lifeline)
}

/// The items on this tab's page with what was found in them, as plain objects.
#[wasm_bindgen]
pub fn items() -> Result<JsValue, JsValue> {
    // What is not known is told as null, which JSON keeps.
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let told = content::with_items(|items| items.serialize(&plain));
    Ok(told.transpose()?.unwrap_or_default())
}

/// What the popup shows about this tab, as a plain object.
#[wasm_bindgen]
pub fn report() -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(&content::report())?)
}

/// Scrolls to a finding: the item by its fingerprint in this tab, and the finding's place among the item's.
#[wasm_bindgen]
pub fn go_to(item: u32, finding: usize) {
    content::go_to(item, finding);
}

/// Carries out what the member does about a finding in the popup: a [`crate::choices::Act`] as a plain object.
#[wasm_bindgen]
pub fn act(act: JsValue) -> Result<(), JsValue> {
    content::act(serde_wasm_bindgen::from_value(act)?);
    Ok(())
}

/// What is found in the text that the member is typing, as plain objects; nothing where no text box has the keyboard.
#[wasm_bindgen]
pub fn typed() -> Result<JsValue, JsValue> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(content::typed().map(|found| found.serialize(&plain)).transpose()?.unwrap_or_default())
}

/// The letter that this page holds; nothing where it holds none.
#[cfg(feature = "pages")]
#[wasm_bindgen]
pub fn letter() -> Result<JsValue, JsValue> {
    Ok(crate::pages::letter().map(|letter| serde_wasm_bindgen::to_value(&letter)).transpose()?.unwrap_or_default())
}

/// Pauses on the page at this address, or goes on there.
#[wasm_bindgen]
pub fn pause(pauses: bool) {
    content::pause(pauses);
}

/// Does what a shortcut of the browser's asks for.
#[wasm_bindgen]
pub fn command(name: &str) {
    content::command(name);
}
