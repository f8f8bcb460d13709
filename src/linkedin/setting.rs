//! Reads the state of LinkedIn's AI setting from its own page.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement};

/// The state of "Data for Generative AI Improvement".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SettingState {
    /// LinkedIn may use the member's data.
    On,
    /// It may not, from now on.
    Off,
    /// The page does not show exactly one switch.
    #[default]
    Unknown,
}

/// A switch, native or ARIA. The page's words and ids are not known, so the address and the switch must suffice.
const SWITCH: &str = r#"input[type="checkbox"][role="switch"], [role="switch"][aria-checked]"#;

/// Reads the switch on the setting's own page; anything but exactly one switch is unknown.
pub fn read_setting(document: &Document) -> SettingState {
    let Ok(switches) = document.query_selector_all(SWITCH) else { return SettingState::Unknown };
    let (Some(switch), 1) = (switches.item(0), switches.length()) else { return SettingState::Unknown };
    let checked = match switch.dyn_ref::<HtmlInputElement>() {
        Some(input) => Some(input.checked()),
        None => match switch.unchecked_ref::<web_sys::Element>().get_attribute("aria-checked").as_deref() {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => None,
        },
    };
    match checked {
        Some(true) => SettingState::On,
        Some(false) => SettingState::Off,
        None => SettingState::Unknown,
    }
}
