//! Looking things up by chains of selectors: the first selector of a chain that finds something decides.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, NodeList};

/// All elements below `root` that the first fruitful selector of `chain` finds.
pub(super) fn all(root: &Element, chain: &[&str]) -> Vec<Element> {
    chain
        .iter()
        .filter_map(|css| root.query_selector_all(css).ok())
        .find(|list| list.length() > 0)
        .map(|list| elements(&list))
        .unwrap_or_default()
}

/// The first element below `root` that `chain` finds.
pub(super) fn first(root: &Element, chain: &[&str]) -> Option<Element> {
    chain.iter().find_map(|css| root.query_selector(css).ok().flatten())
}

/// Whether any selector of `chain` selects the element itself.
pub(super) fn matches(element: &Element, chain: &[&str]) -> bool {
    chain.iter().any(|css| element.matches(css).unwrap_or(false))
}

/// The element itself or the nearest one around it that `chain` selects.
pub(super) fn closest(element: &Element, chain: &[&str]) -> Option<Element> {
    chain.iter().find_map(|css| element.closest(css).ok().flatten())
}

/// Whether `first` ends before `second` begins.
pub(super) fn precedes(first: &Node, second: &Node) -> bool {
    let position = first.compare_document_position(second);
    position & Node::DOCUMENT_POSITION_FOLLOWING != 0 && position & Node::DOCUMENT_POSITION_CONTAINED_BY == 0
}

fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|place| list.item(place)?.dyn_into().ok()).collect()
}
