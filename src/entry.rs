//! The ways in from JavaScript: `extension/boot.js` calls these and nothing else.

use crate::{content, lifeline::Lifeline};
use wasm_bindgen::prelude::*;

/// Starts what belongs on this page.
#[wasm_bindgen]
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    #[cfg(feature = "pages")]
    return crate::pages::start(lifeline);
    #[cfg(not(feature = "pages"))]
    content::start(lifeline)
}

/// What the popup shows about this tab, as a plain object.
#[wasm_bindgen]
pub fn report() -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(&content::report())?)
}
