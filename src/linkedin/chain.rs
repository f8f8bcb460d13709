//! Looking things up by chains of selectors: the first selector of a chain that finds something decides.

use super::{foreign, front_end::Chain};
use web_sys::Element;

/// All elements below `root` that the first fruitful selector of the chain finds.
pub(super) fn all(root: &Element, chain: Chain) -> Vec<Element> {
    chain.iter().map(|css| foreign::find_all(root, css)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// All elements below `root` that any selector of the chain finds.
pub(super) fn every(root: &Element, chain: Chain) -> Vec<Element> {
    if chain.is_empty() { Vec::new() } else { foreign::find_all(root, &chain.join(",")) }
}

/// The first element below `root` that the chain finds.
pub(super) fn first(root: &Element, chain: Chain) -> Option<Element> {
    chain.iter().find_map(|css| foreign::find(root, css))
}

/// Whether any selector of the chain selects the element itself.
pub(super) fn matches(element: &Element, chain: Chain) -> bool {
    chain.iter().any(|css| foreign::matches(element, css))
}

/// The element itself or the nearest one around it that any selector of the chain selects.
pub(super) fn closest(element: &Element, chain: Chain) -> Option<Element> {
    if chain.is_empty() { None } else { foreign::closest(element, &chain.join(",")) }
}
