//! Light or dark, as the page is.

use crate::linkedin::foreign;
use web_sys::{Document, Element, window};

/// Where a page's own colour is looked for.
const GROUNDS: [&str; 3] = ["main", "body", "#root"];

/// Whether the page is dark: by the colour it gives its ground, by the scheme it declares, or else as the member's system has it.
pub(super) fn is_dark(document: &Document) -> bool {
    let Some(root) = foreign::root(document) else { return false };
    let grounds = GROUNDS.iter().filter_map(|css| foreign::find(&root, css)).chain([root.clone()]);
    grounds.filter_map(|ground| is_dark_ground(&ground)).next().or_else(|| declared(&root)).unwrap_or_else(prefers_dark)
}

fn declared(root: &Element) -> Option<bool> {
    match foreign::style(root, "color-scheme")?.as_str() {
        "dark" | "only dark" => Some(true),
        "light" | "only light" => Some(false),
        _ => None,
    }
}

/// `None` where the ground shows what is behind it.
fn is_dark_ground(ground: &Element) -> Option<bool> {
    let colour = foreign::style(ground, "background-color")?;
    let inner = colour.strip_prefix("rgb")?.trim_start_matches('a').trim_matches(['(', ')']);
    let parts = inner.split([',', ' ', '/']).map(js_sys::parse_float).filter(|part| !part.is_nan());
    let parts: Vec<f64> = parts.collect();
    let [red, green, blue, opacity @ ..] = parts.as_slice() else { return None };
    let is_solid = opacity.first().is_none_or(|opacity| *opacity > 0.5);
    // How bright a colour seems (Rec. 709 weights), on the scale of its parts.
    is_solid.then(|| 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128.0)
}

/// Whether a media query holds for the member's system.
pub(crate) fn system_says(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|answer| answer.matches())
}

fn prefers_dark() -> bool {
    system_says("(prefers-color-scheme: dark)")
}
