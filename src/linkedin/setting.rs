//! Reads the state of LinkedIn's AI setting: from the switch on its own page, or from its row among the privacy settings.

use super::{Place, foreign, words::Words};
use crate::detect::lower_case;
pub use crate::rights::SettingState;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// A switch, native or ARIA. The page's words and ids are not known, so the address and the switch must suffice.
const SWITCH: &str = r#"input[type="checkbox"][role="switch"], [role="switch"][aria-checked]"#;

/// The setting's row on the list of privacy settings.
const ROW: &str = r#"a[href*="/mypreferences/d/settings/data-for-ai-improvement"]"#;

/// How the row says on and off: the one fact that LinkedIn shows as a word only. From LinkedIn's own interface languages.
const ON_OFF: [(&str, &str); 9] = [
    ("on", "off"),
    ("aan", "uit"),
    ("ein", "aus"),
    ("activé", "désactivé"),
    ("activado", "desactivado"),
    ("attivato", "disattivato"),
    ("ativado", "desativado"),
    ("włączone", "wyłączone"),
    ("zapnuto", "vypnuto"),
];

/// Reads the setting where the page shows it; anything but exactly one switch or row is unknown.
pub fn read_setting(place: &Place, documents: &[Element]) -> SettingState {
    let read: fn(&Element) -> SettingState = match place {
        Place::Setting => of_switch,
        Place::SettingList => of_row,
        _ => return SettingState::Unknown,
    };
    let css = if *place == Place::Setting { SWITCH } else { ROW };
    let found: Vec<Element> = documents.iter().flat_map(|root| foreign::find_all(root, css)).collect();
    match found.as_slice() {
        [only] => read(only),
        _ => SettingState::Unknown,
    }
}

/// The switch itself, where the page shows exactly one, not in a frame.
pub fn the_switch(place: &Place, root: &Element) -> Option<Element> {
    let found = (*place == Place::Setting).then(|| foreign::find_all(root, SWITCH))?;
    if let [only] = found.as_slice() { Some(only.clone()) } else { None }
}

fn of_switch(switch: &Element) -> SettingState {
    // By name, because an input in a frame is no instance of this window's class.
    let checked = match foreign::name(switch).as_str() {
        "input" => Some(switch.unchecked_ref::<HtmlInputElement>().checked()),
        _ => match foreign::attribute(switch, "aria-checked").as_deref() {
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

fn of_row(row: &Element) -> SettingState {
    let words = foreign::find_all(row, ":not(:has(*))");
    let said: Vec<String> = words.iter().map(|word| lower_case(&Words::read(word, &[]).text)).collect();
    let says = |word: &str| said.iter().any(|said| said == word);
    match (ON_OFF.iter().any(|(on, _)| says(on)), ON_OFF.iter().any(|(_, off)| says(off))) {
        (true, false) => SettingState::On,
        (false, true) => SettingState::Off,
        _ => SettingState::Unknown,
    }
}
