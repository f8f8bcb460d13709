//! The one element on the page that is Deksel's, and what is drawn inside its closed shadow root.

use super::{
    card::card,
    dom::{element, place},
    marker::{POST, marker},
    marks::{Line, Marks, lines_under},
};
use crate::{
    content::{Scanned, ScannedPage, in_overlay},
    lifeline::{Lifeline, Phase},
    linkedin::foreign,
    wording::Language,
};
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleSheet, Document, DomRect, Element, Event, HtmlElement, KeyboardEvent, ShadowRoot, ShadowRootInit,
    ShadowRootMode, window,
};

/// How far a marker stands from the card's end edge, in CSS pixels: clear of LinkedIn's own menu and close buttons.
const MARKER_INSET: f64 = 88.0;

/// The least distance of the open card from the post and from the window's edges, in CSS pixels.
const GAP: f64 = 8.0;

/// Marks, markers and the open card.
#[derive(Debug)]
pub struct Overlay {
    document: Document,
    lifeline: Lifeline,
    language: Language,
    host: HtmlElement,
    layer: HtmlElement,
    marks: Marks,
    markers: Vec<Marker>,
    open: Option<OpenCard>,
    /// Redraws; handed to the browser before its next frame.
    redraw: js_sys::Function,
    redraw_is_due: bool,
    /// Which of two names of the same animation runs: see [`Overlay::renew`].
    lease: bool,
}

#[derive(Debug)]
struct Marker {
    fingerprint: u32,
    button: HtmlElement,
}

#[derive(Debug)]
struct OpenCard {
    fingerprint: u32,
    element: HtmlElement,
}

/// Where a post and the lines under its words are; no lines where it is out of the window.
struct Measured<'s> {
    scanned: &'s Scanned,
    edges: DomRect,
    lines: Option<Vec<Line>>,
}

impl Measured<'_> {
    fn of(scanned: &Scanned, height: f64) -> Option<Measured<'_>> {
        let edges = foreign::edges(&scanned.found.card)?;
        let is_in_window = edges.bottom() > 0.0 && edges.top() < height;
        let lines = is_in_window.then(|| lines_under(scanned));
        Some(Measured { scanned, edges, lines })
    }
}

impl Overlay {
    /// Prepares the overlay; it enters the page with the first warning.
    pub fn new(document: &Document, lifeline: &Lifeline, language: Language) -> Result<Overlay, JsValue> {
        let host = element(document, "div", "", "")?;
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(include_str!("overlay.css"))?;
        root.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
        let layer = element(document, "div", "layer", "")?;
        layer.set_lang(language.tag());
        root.append_child(&layer)?;
        listen(&root, lifeline)?;
        lifeline.at_end(&host, "remove")?;
        let redraw = Closure::<dyn FnMut()>::new(|| in_overlay(|overlay, page| overlay.redraw(page))).into_js_value();
        Ok(Overlay {
            document: document.clone(),
            lifeline: lifeline.clone(),
            language,
            host,
            layer,
            marks: Marks::default(),
            markers: Vec::new(),
            open: None,
            redraw: redraw.unchecked_into(),
            redraw_is_due: false,
            lease: false,
        })
    }

    /// Takes everything off the page, for good.
    pub fn put_away(self) {
        self.host.remove();
    }

    /// Says that the script is still there. What is drawn hides when nobody has said so for a while (`lapse` in overlay.css): Firefox ends
    /// the scripts of an extension that is updated or removed without a word, and what they drew would stay.
    pub fn renew(&mut self) {
        self.lease = !self.lease;
        let _ = self.layer.style().set_property("animation-name", if self.lease { "lapse" } else { "lapse-again" });
    }

    /// Redraws before the next frame: the page moved.
    pub fn move_soon(&mut self) {
        let nothing_to_move = self.markers.is_empty();
        if self.redraw_is_due || nothing_to_move {
            return;
        }
        self.redraw_is_due = window().is_some_and(|window| window.request_animation_frame(&self.redraw).is_ok());
    }

    /// Draws everything where its words are now.
    pub fn redraw(&mut self, page: &ScannedPage) {
        self.redraw_is_due = false;
        if self.lifeline.signal().aborted() {
            return;
        }
        // A failed drawing shows less; the next one starts afresh.
        let _ = self.draw(page);
    }

    fn draw(&mut self, page: &ScannedPage) -> Result<(), JsValue> {
        let warned: Vec<&Scanned> = page.items().filter(|scanned| scanned.is_warned_about()).collect();
        self.drop_markers_except(&warned);
        if warned.is_empty() {
            self.marks.begin();
            self.marks.finish();
            self.host.remove();
            return Ok(());
        }
        if !self.host.is_connected() {
            foreign::root(&self.document).ok_or("no document element")?.append_child(&self.host)?;
        }
        let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
        // All is measured before anything is moved: moving one thing would have the browser lay the page out again for the next.
        let measured: Vec<_> = warned.iter().filter_map(|scanned| Measured::of(scanned, height)).collect();
        self.marks.begin();
        for Measured { scanned, edges, lines } in measured {
            let button = self.marker_of(scanned)?;
            button.set_hidden(lines.is_none());
            if let Some(lines) = lines {
                for line in lines {
                    self.marks.draw(&self.layer, &self.document, &line)?;
                }
                place(&button, edges.right() - MARKER_INSET, edges.top())?;
            }
            self.place_card(scanned.fingerprint, &edges)?;
        }
        self.marks.finish();
        Ok(())
    }

    fn drop_markers_except(&mut self, warned: &[&Scanned]) {
        let warned: BTreeSet<u32> = warned.iter().map(|scanned| scanned.fingerprint).collect();
        let is_gone = |fingerprint: u32| !warned.contains(&fingerprint);
        for marker in self.markers.extract_if(.., |marker| is_gone(marker.fingerprint)) {
            marker.button.remove();
        }
        if self.open.as_ref().is_some_and(|open| is_gone(open.fingerprint)) {
            self.close_card();
        }
    }

    fn marker_of(&mut self, scanned: &Scanned) -> Result<HtmlElement, JsValue> {
        if let Some(marker) = self.markers.iter().find(|marker| marker.fingerprint == scanned.fingerprint) {
            return Ok(marker.button.clone());
        }
        let button = marker(&self.document, self.language, scanned)?;
        self.layer.append_child(&button)?;
        self.markers.push(Marker { fingerprint: scanned.fingerprint, button: button.clone() });
        Ok(button)
    }

    /// Opens the card of a post, or closes it when it is open.
    pub fn toggle_card(&mut self, fingerprint: u32, page: &ScannedPage) {
        let was_open = self.open.as_ref().is_some_and(|open| open.fingerprint == fingerprint);
        self.close_card();
        if let Some(scanned) = page.items().find(|scanned| scanned.fingerprint == fingerprint)
            && !was_open
        {
            // A card that cannot be drawn stays closed.
            let _ = self.open_card(scanned);
        }
    }

    fn open_card(&mut self, scanned: &Scanned) -> Result<(), JsValue> {
        let card = card(&self.document, self.language, scanned)?;
        card.set_tab_index(-1);
        let button = self.marker_of(scanned)?;
        button.after_with_node_1(&card)?;
        button.set_attribute("aria-expanded", "true")?;
        self.open = Some(OpenCard { fingerprint: scanned.fingerprint, element: card.clone() });
        if let Some(edges) = foreign::edges(&scanned.found.card) {
            self.place_card(scanned.fingerprint, &edges)?;
        }
        focus(&card)
    }

    /// Closes the open card and gives the focus back to its marker.
    pub fn close_card(&mut self) {
        let Some(open) = self.open.take() else { return };
        open.element.remove();
        if let Some(marker) = self.markers.iter().find(|marker| marker.fingerprint == open.fingerprint) {
            let _ = marker.button.set_attribute("aria-expanded", "false");
            let _ = focus(&marker.button);
        }
    }

    /// Puts the open card beside its post where there is room, else over it below the marker.
    fn place_card(&self, fingerprint: u32, edges: &DomRect) -> Result<(), JsValue> {
        let Some(open) = self.open.as_ref().filter(|open| open.fingerprint == fingerprint) else { return Ok(()) };
        let size = open.element.get_bounding_client_rect();
        let room = self.layer.get_bounding_client_rect();
        let beside = edges.right() + GAP;
        let rightmost = room.width() - size.width() - GAP;
        let (left, below) =
            if beside <= rightmost { (beside, 0.0) } else { (edges.right() - size.width() - 2.0 * GAP, 20.0) };
        let left = left.min(rightmost).max(GAP);
        let top = (edges.top() + below).min(room.height() - size.height() - GAP).max(GAP);
        place(&open.element, left, top)
    }
}

/// One listener for all markers and cards, so that nothing is kept for a post that the page dropped.
fn listen(root: &ShadowRoot, lifeline: &Lifeline) -> Result<(), JsValue> {
    lifeline.listen(root, "click", Phase::Bubble, |event: Event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if let Ok(Some(marker)) = target.closest(".marker") {
            let fingerprint = marker.get_attribute(POST).and_then(|post| post.parse().ok());
            in_overlay(|overlay, page| overlay.toggle_card(fingerprint.unwrap_or_default(), page));
        } else if let Ok(Some(_)) = target.closest(".close") {
            in_overlay(|overlay, _| overlay.close_card());
        }
    })?;
    lifeline.listen(root, "keydown", Phase::Bubble, |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.stop_propagation();
            in_overlay(|overlay, _| overlay.close_card());
        }
    })
}

/// Focuses without scrolling the page.
fn focus(element: &Element) -> Result<(), JsValue> {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.unchecked_ref::<HtmlElement>().focus_with_options(&options)
}
