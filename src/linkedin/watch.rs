//! Notices what LinkedIn renders: in the document, in the open shadow root of its classic dialogs, in settings frames.

use super::foreign;
use crate::lifeline::Lifeline;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, HtmlIFrameElement, MutationObserver, MutationObserverInit, MutationRecord, Node, ShadowRoot,
};

/// Elements whose open shadow root holds classic dialogs.
const SHADOW_HOST: &str = r#"#interop-outlet, [data-testid="interop-shadowdom"]"#;

/// Same-origin frames in which older settings pages stand.
const SETTINGS_FRAME: &str = "iframe.settings-iframe--frame, main iframe";

/// The most roots watched beside the document: a page has one or two.
const MOST_ROOTS: usize = 8;

/// Something that changed on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An element that is new, with all that is inside it.
    Added(Element),
    /// An element in which something is other than before.
    Touched(Element),
}

/// Everything that is watched.
#[derive(Debug)]
pub struct Watch {
    document: Document,
    observer: MutationObserver,
    shadows: Vec<ShadowRoot>,
    frames: Vec<Document>,
}

impl Watch {
    /// Starts watching; `on_change` gets what changed, in bursts.
    pub fn start(
        document: &Document,
        lifeline: &Lifeline,
        mut on_change: impl FnMut(Vec<Change>) + 'static,
    ) -> Result<Watch, JsValue> {
        let told = Closure::<dyn FnMut(Vec<MutationRecord>)>::new(move |records: Vec<MutationRecord>| {
            let mut changes: Vec<Change> = Vec::new();
            for record in &records {
                let touched = record.target().and_then(element_of).map(Change::Touched);
                for change in touched.into_iter().chain(added(record)) {
                    if changes.last() != Some(&change) {
                        changes.push(change);
                    }
                }
            }
            on_change(changes);
        });
        let observer = MutationObserver::new(told.into_js_value().unchecked_ref())?;
        lifeline.at_end(&observer, "disconnect")?;
        let watch = Watch { document: document.clone(), observer, shadows: Vec::new(), frames: Vec::new() };
        watch.observe(document)?;
        Ok(watch)
    }

    /// Looks for roots that came with the last changes, and lets go of those that went.
    pub fn look_for_roots(&mut self) {
        let Some(root) = foreign::root(&self.document) else { return };
        self.shadows.retain(|shadow| foreign::is_connected(shadow));
        self.frames.retain(|frame| frame.default_view().is_some());
        for host in foreign::find_all(&root, SHADOW_HOST).into_iter().take(MOST_ROOTS) {
            if let Some(shadow) = foreign::shadow_root(&host).filter(|shadow| !self.shadows.contains(shadow))
                && self.observe(&shadow).is_ok()
            {
                self.shadows.push(shadow);
            }
        }
        for frame in foreign::find_all(&root, SETTINGS_FRAME).into_iter().take(MOST_ROOTS) {
            if let Some(inner) = frame.dyn_ref::<HtmlIFrameElement>().and_then(HtmlIFrameElement::content_document)
                && !self.frames.contains(&inner)
                && self.observe(&inner).is_ok()
            {
                self.frames.push(inner);
            }
        }
    }

    /// The document's root and those of the frames: where a setting may stand.
    pub fn documents(&self) -> Vec<Element> {
        std::iter::once(&self.document).chain(&self.frames).filter_map(foreign::root).collect()
    }

    /// The outermost elements of all documents and open shadow roots: where a text may be written.
    pub fn roots(&self) -> Vec<Element> {
        let mut roots = self.documents();
        for children in self.shadows.iter().map(|shadow| shadow.children()) {
            roots.extend((0..children.length()).filter_map(|place| children.item(place)));
        }
        roots
    }

    fn observe(&self, root: &Node) -> Result<(), JsValue> {
        let what = MutationObserverInit::new();
        what.set_subtree(true);
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_attribute_filter(&Array::of1(&"aria-checked".into()));
        self.observer.observe_with_options(root, &what)
    }
}

fn added(record: &MutationRecord) -> impl Iterator<Item = Change> {
    let nodes = record.added_nodes();
    (0..nodes.length()).filter_map(move |place| nodes.item(place)?.dyn_into().ok().map(Change::Added))
}

fn element_of(node: Node) -> Option<Element> {
    match node.dyn_into::<Element>() {
        Ok(element) => Some(element),
        Err(node) => match node.dyn_into::<ShadowRoot>() {
            Ok(shadow) => Some(shadow.host()),
            Err(node) => foreign::parent(&node),
        },
    }
}
