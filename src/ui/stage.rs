//! The one element on the page that is Deksel's: neutral, with a closed shadow root, in which everything is drawn.

use super::{
    dom::{append, element},
    placing::Edges,
    theme,
    veil::Veil,
};
use crate::{lifeline::Lifeline, linkedin::foreign, wording::Language};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Document, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// Host, root and layer.
#[derive(Debug)]
pub(super) struct Stage {
    document: Document,
    /// The element that the page can see.
    pub host: HtmlElement,
    /// Its inside.
    pub root: ShadowRoot,
    /// What everything is drawn in. It is a popover, because only what is in the browser's top layer stands above modal dialogs; the host
    /// is none, so that the page hears of no event.
    pub layer: HtmlElement,
    /// Below all else that is drawn.
    pub veil: Veil,
    sheets: js_sys::Array,
}

impl Stage {
    /// Makes the element; it enters the page with [`Stage::show`].
    pub(super) fn new(document: &Document, lifeline: &Lifeline, language: Language) -> Result<Stage, JsValue> {
        let host = element(document, "div", "", "")?;
        let root = host.attach_shadow(&ShadowRootInit::new(mode(document)))?;
        let sheets = js_sys::Array::new();
        for rules in [include_str!("overlay.css"), include_str!("surfaces.css")] {
            let sheet = CssStyleSheet::new()?;
            sheet.replace_sync(rules)?;
            sheets.push(&sheet);
        }
        let layer = element(document, "div", "layer", "")?;
        layer.set_attribute("popover", "manual")?;
        layer.set_lang(language.tag());
        // The page's direction would be inherited.
        layer.set_dir("ltr");
        root.append_child(&layer)?;
        let veil = Veil::new(&layer)?;
        lifeline.at_end(&host, "remove")?;
        Ok(Stage { document: document.clone(), host, root, layer, veil, sheets })
    }

    /// Puts the element on the page.
    pub(super) fn show(&self) -> Result<(), JsValue> {
        if !self.is_in_place() {
            foreign::root(&self.document).ok_or("no document element")?.append_child(&self.host)?;
            // A page that carries the element through another document strips it of them.
            self.root.set_adopted_style_sheets(&self.sheets);
        }
        let dark = theme::is_dark(&self.document);
        self.layer.class_list().toggle_with_force("dark", dark)?;
        if self.is_shown() { Ok(()) } else { self.layer.show_popover() }
    }

    /// Whether the element stands where it was put: a page could hide it by moving it elsewhere.
    fn is_in_place(&self) -> bool {
        foreign::parent(&self.host) == foreign::root(&self.document)
    }

    /// Takes the element off the page.
    pub(super) fn hide(&self) {
        self.host.remove();
    }

    /// Above what has come to the browser's top layer since.
    pub(super) fn raise(&self) -> Result<(), JsValue> {
        if self.is_shown() {
            self.layer.hide_popover()?;
            self.layer.show_popover()?;
        }
        Ok(())
    }

    fn is_shown(&self) -> bool {
        self.layer.matches(":popover-open").unwrap_or(false)
    }

    /// The window's edges.
    pub(super) fn room(&self) -> Edges {
        Edges::of(&self.layer.get_bounding_client_rect())
    }

    /// The size of plain text, in CSS pixels: the member's own.
    pub(super) fn text_size(&self) -> f64 {
        let size = foreign::style(&self.layer, "font-size");
        size.map(|size| js_sys::parse_float(&size)).filter(|size| !size.is_nan()).unwrap_or(16.0)
    }

    /// Makes a box at the end of the layer.
    pub(super) fn add(&self, tag: &str, class: &str) -> Result<HtmlElement, JsValue> {
        append(&self.layer, tag, class, "")
    }
}

/// Closed, so that LinkedIn cannot look inside. A page of our own may ask to be looked into, for tools that check what is drawn.
fn mode(document: &Document) -> ShadowRootMode {
    let asks = || document.location().and_then(|location| location.search().ok()).is_some_and(|asked| asked == "?open");
    if cfg!(feature = "pages") && asks() { ShadowRootMode::Open } else { ShadowRootMode::Closed }
}
