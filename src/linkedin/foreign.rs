//! Calls on nodes that are not ours.
//!
//! A page can lay names of its own over the methods and properties of a form or of the document (`<img name="createRange">`,
//! "DOM clobbering"). So what is asked of LinkedIn's nodes is asked through the prototypes, which no node can cover. A call
//! that fails answers like a page that has nothing to show.

use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Element, Node, NodeList, ScrollIntoViewOptions, ShadowRoot, TreeWalker, window};

mod native {
    use super::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "querySelector"], js_name = call)]
        pub(super) fn find(root: &Element, css: &str) -> Result<Option<Element>, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "querySelectorAll"], js_name = call)]
        pub(super) fn find_all(root: &Element, css: &str) -> Result<NodeList, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "matches"], js_name = call)]
        pub(super) fn matches(element: &Element, css: &str) -> Result<bool, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "closest"], js_name = call)]
        pub(super) fn closest(element: &Element, css: &str) -> Result<Option<Element>, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "getAttribute"], js_name = call)]
        pub(super) fn attribute(element: &Element, name: &str) -> Result<Option<String>, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "getBoundingClientRect"], js_name = call)]
        pub(super) fn edges(element: &Element) -> Result<DomRect, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Element", "prototype", "scrollIntoView"], js_name = call)]
        pub(super) fn scroll_to(element: &Element, how: &ScrollIntoViewOptions) -> Result<(), JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Document", "prototype", "elementFromPoint"], js_name = call)]
        pub(super) fn at_in_document(root: &Node, left: f64, top: f64) -> Result<Option<Element>, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["ShadowRoot", "prototype", "elementFromPoint"], js_name = call)]
        pub(super) fn at_in_shadow(root: &Node, left: f64, top: f64) -> Result<Option<Element>, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Node", "prototype", "getRootNode"], js_name = call)]
        pub(super) fn root_of(node: &Node) -> Result<Node, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Node", "prototype", "compareDocumentPosition"], js_name = call)]
        pub(super) fn position(node: &Node, other: &Node) -> Result<u16, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Document", "prototype", "createTreeWalker"], js_name = call)]
        pub(super) fn walker(document: &Document, root: &Node, shown: u32) -> Result<TreeWalker, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["Reflect"], js_name = get)]
        pub(super) fn get(prototype: &JsValue, name: &str, node: &JsValue) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(thread_local_v2, js_namespace = ["Node"], js_name = prototype)]
        pub(super) static NODE: JsValue;

        #[wasm_bindgen(thread_local_v2, js_namespace = ["Element"], js_name = prototype)]
        pub(super) static ELEMENT: JsValue;

        #[wasm_bindgen(thread_local_v2, js_namespace = ["Document"], js_name = prototype)]
        pub(super) static DOCUMENT: JsValue;
    }
}

/// The first element below `root` that the selector finds.
pub fn find(root: &Element, css: &str) -> Option<Element> {
    native::find(root, css).ok().flatten()
}

/// All elements below `root` that the selector finds, in document order.
pub fn find_all(root: &Element, css: &str) -> Vec<Element> {
    let Ok(list) = native::find_all(root, css) else { return Vec::new() };
    // Unchecked, because an element in a frame is no instance of this window's `Element`; a query gives nothing else.
    (0..list.length()).filter_map(|place| list.item(place)).map(Node::unchecked_into).collect()
}

/// Whether the selector selects the element itself.
pub fn matches(element: &Element, css: &str) -> bool {
    native::matches(element, css).unwrap_or(false)
}

/// The element itself or the nearest one around it that the selector selects.
pub fn closest(element: &Element, css: &str) -> Option<Element> {
    native::closest(element, css).ok().flatten()
}

/// The value of an attribute.
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    native::attribute(element, name).ok().flatten()
}

/// Where the element is in the window, in CSS pixels.
pub fn edges(element: &Element) -> Option<DomRect> {
    native::edges(element).ok()
}

/// The value that the page's styles give a property of the element.
pub fn style(element: &Element, property: &str) -> Option<String> {
    let style = window()?.get_computed_style(element).ok().flatten()?;
    style.get_property_value(property).ok()
}

/// The upmost element at a point of the window, as the document or the shadow root sees it that an element stands in.
pub fn element_at(element: &Element, left: f64, top: f64) -> Option<Element> {
    let root = native::root_of(element).ok()?;
    let found = if root.is_instance_of::<ShadowRoot>() {
        native::at_in_shadow(&root, left, top)
    } else {
        native::at_in_document(&root, left, top)
    };
    found.ok().flatten()
}

/// Scrolls the page until the element is in the window: only ever because the member asked to go there.
pub fn scroll_to(element: &Element, how: &ScrollIntoViewOptions) {
    // Where a page refuses, the member scrolls.
    let _ = native::scroll_to(element, how);
}

/// The element that the keyboard is at.
pub fn focused(document: &Document) -> Option<Element> {
    element(native::DOCUMENT.with(|prototype| native::get(prototype, "activeElement", document)).ok()?)
}

/// Whether `first` ends before `second` begins.
pub fn precedes(first: &Node, second: &Node) -> bool {
    let position = native::position(first, second).unwrap_or_default();
    position & Node::DOCUMENT_POSITION_FOLLOWING != 0 && position & Node::DOCUMENT_POSITION_CONTAINED_BY == 0
}

/// Whether `inner` is `outer` or inside it.
pub fn contains(outer: &Node, inner: &Node) -> bool {
    AsRef::<JsValue>::as_ref(outer) == AsRef::<JsValue>::as_ref(inner)
        || native::position(outer, inner).is_ok_and(|position| position & Node::DOCUMENT_POSITION_CONTAINED_BY != 0)
}

/// The document's outermost element.
pub fn root(document: &Document) -> Option<Element> {
    element(native::DOCUMENT.with(|prototype| native::get(prototype, "documentElement", document)).ok()?)
}

/// The element around a node; `None` at a root.
pub fn parent(node: &Node) -> Option<Element> {
    element(of_node(node, "parentElement")?)
}

/// Whether the node is still part of a page.
pub fn is_connected(node: &Node) -> bool {
    of_node(node, "isConnected").and_then(|value| value.as_bool()).unwrap_or(false)
}

/// The element's open shadow root.
pub fn shadow_root(element: &Element) -> Option<ShadowRoot> {
    native::ELEMENT.with(|prototype| native::get(prototype, "shadowRoot", element)).ok()?.dyn_into().ok()
}

/// The element's name in lower case, such as `div`.
pub fn name(element: &Element) -> String {
    let name = native::ELEMENT.with(|prototype| native::get(prototype, "localName", element));
    name.ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// What a walker shows (DOM standard, `NodeFilter`).
const SHOW_ELEMENT: u32 = 0x1;
const SHOW_TEXT: u32 = 0x4;

/// Walks the elements and text nodes below `root`.
pub fn walker(root: &Node) -> Option<TreeWalker> {
    let document: Document = of_node(root, "ownerDocument")?.dyn_into().ok()?;
    native::walker(&document, root, SHOW_ELEMENT | SHOW_TEXT).ok()
}

/// What is null or an element, of this window or of a frame's.
fn element(value: JsValue) -> Option<Element> {
    (!value.is_null() && !value.is_undefined()).then(|| value.unchecked_into())
}

fn of_node(node: &Node, name: &str) -> Option<JsValue> {
    native::NODE.with(|prototype| native::get(prototype, name, node)).ok()
}
