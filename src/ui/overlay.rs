//! Everything that is drawn, kept where its words are.

use super::{
    beside::Notices,
    deed::{Deed, button},
    dom::{append, place, say},
    explained::Explained,
    guide::Guidance,
    live::Live,
    manner::Manner,
    marker::{marker, name},
    marks::{Line, Marked, Marks, lines_under},
    notice::in_number,
    opened::Open,
    placing::Edges,
    sight::{self, Sight},
    sizes::Sizes,
    stage::Stage,
};
use crate::{
    content::{Scanned, ScannedDraft, ScannedPage, in_overlay},
    lifeline::Lifeline,
    linkedin::foreign,
    wording::{said_of, texts},
};
use litemap::LiteMap;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, window};

/// How far a marker stands from the card's end edge, in CSS pixels: clear of LinkedIn's own menu and close buttons.
const MARKER_INSET: f64 = 88.0;

/// Marks, markers, the handle of the list, notices, and what is open.
#[derive(Debug)]
pub struct Overlay {
    pub(super) document: Document,
    lifeline: Lifeline,
    pub manner: Manner,
    pub(super) stage: Stage,
    pub(super) live: Live,
    pub(super) handle: HtmlElement,
    pub(super) notices: Notices,
    pub(super) open: Option<Open>,
    pub(super) guidance: Option<Guidance>,
    marks: Marks,
    markers: LiteMap<u32, HtmlElement>,
    sight: Sight,
    sizes: Sizes,
    /// Moves everything to where its words are; handed to the browser before its next frame.
    follow: js_sys::Function,
    follow_is_due: bool,
    /// Which of two names of the same animation runs: see [`Overlay::renew`].
    lease: bool,
}

/// Where a post and the lines under its words are; no lines where it is out of the window.
struct Measured {
    fingerprint: u32,
    edges: Edges,
    lines: Option<Vec<Line>>,
    /// The place of the marker can be seen.
    is_marked: bool,
}

impl Overlay {
    /// Prepares the overlay; it enters the page with the first warning.
    pub fn new(document: &Document, lifeline: &Lifeline, manner: Manner) -> Result<Overlay, JsValue> {
        let stage = Stage::new(document, lifeline, manner.language)?;
        super::listening::listen(document, &stage, lifeline)?;
        let live = Live::new(&stage.layer)?;
        let handle = button(&stage.layer, "handle", "", Deed::Panel)?;
        handle.set_attribute("aria-haspopup", "dialog")?;
        handle.set_attribute("aria-expanded", "false")?;
        append(&handle, "span", "lid", "")?;
        append(&handle, "span", "", "")?;
        let moved = || Closure::<dyn FnMut()>::new(|| in_overlay(|overlay, _| overlay.move_soon())).into_js_value();
        let sizes = Sizes::new(lifeline, moved().unchecked_ref())?;
        let follow = Closure::<dyn FnMut()>::new(|| in_overlay(|overlay, page| overlay.follow(page))).into_js_value();
        Ok(Overlay {
            document: document.clone(),
            lifeline: lifeline.clone(),
            manner,
            stage,
            live,
            handle,
            notices: Notices::default(),
            open: None,
            guidance: None,
            marks: Marks::default(),
            markers: LiteMap::new(),
            sight: Sight::default(),
            sizes,
            follow: follow.unchecked_into(),
            follow_is_due: false,
            lease: false,
        })
    }

    /// Takes everything off the page, for good.
    pub fn put_away(self) {
        self.sizes.stop();
        self.stage.hide();
    }

    /// Says that the script is still there. What is drawn hides when nobody has said so for a while (`lapse` in overlay.css): Firefox ends
    /// the scripts of an extension that is updated or removed without a word, and what they drew would stay.
    pub fn renew(&mut self) {
        self.lease = !self.lease;
        let name = if self.lease { "lapse" } else { "lapse-again" };
        let _ = self.stage.layer.style().set_property("animation-name", name);
    }

    /// Follows before the next frame: the page moved.
    pub fn move_soon(&mut self) {
        let nothing_to_move = !self.stage.host.is_connected();
        if self.follow_is_due || nothing_to_move {
            return;
        }
        self.follow_is_due = window().is_some_and(|window| window.request_animation_frame(&self.follow).is_ok());
    }

    /// Draws everything: what was found may be something else than before.
    pub fn redraw(&mut self, page: &ScannedPage) {
        if self.lifeline.signal().aborted() {
            return;
        }
        self.sight.forget();
        // A failed drawing shows less; the next one starts afresh.
        if let Ok(true) = self.make(page) {
            self.follow(page);
        }
    }

    /// Moves everything to where its words are now.
    pub(super) fn follow(&mut self, page: &ScannedPage) {
        self.follow_is_due = false;
        if !self.lifeline.signal().aborted() && self.stage.host.is_connected() {
            // What cannot be placed now is placed with the next change.
            let _ = self.place(page);
        }
    }

    /// Above a dialog of the page's that has just opened.
    pub(super) fn raise(&mut self) {
        // What cannot be raised stays where it is.
        let _ = self.stage.raise();
        self.move_soon();
    }

    /// Tells screen readers what is due.
    pub(super) fn tell(&mut self) {
        self.live.tell();
    }

    /// The marker of an item.
    pub(super) fn marker(&self, item: u32) -> Option<HtmlElement> {
        self.markers.get(&item).cloned()
    }

    fn items<'p>(&self, page: &'p ScannedPage) -> Vec<&'p Scanned> {
        page.items().filter(|scanned| scanned.is_warned_about()).collect()
    }

    fn drafts<'p>(&self, page: &'p ScannedPage) -> Vec<&'p ScannedDraft> {
        page.drafts().iter().filter(|scanned| !scanned.findings.is_empty()).collect()
    }

    /// Makes what there is to be shown, and takes away the rest; `false` when there is nothing.
    fn make(&mut self, page: &ScannedPage) -> Result<bool, JsValue> {
        let (items, drafts) = (self.items(page), self.drafts(page));
        self.markers.retain(|item, marker| {
            let stays = items.iter().any(|scanned| scanned.fingerprint == *item);
            if !stays {
                marker.remove();
            }
            stays
        });
        self.refresh_open(page)?;
        let shows_more = self.stage.veil.is_drawn() || self.guidance.as_ref().is_some_and(Guidance::is_open);
        if items.is_empty() && drafts.is_empty() && self.open.is_none() && !shows_more {
            self.marks.clear();
            self.notices.make(&[], &self.stage, self.manner.language)?;
            self.stage.hide();
            return Ok(false);
        }
        self.stage.show()?;
        for scanned in &items {
            match self.markers.get(&scanned.fingerprint) {
                Some(marker) => name(marker, self.manner.language, scanned)?,
                None => {
                    let marker = marker(&self.stage.layer, self.manner.language, scanned)?;
                    self.markers.insert(scanned.fingerprint, marker);
                }
            }
        }
        self.notices.make(&drafts, &self.stage, self.manner.language)?;
        self.count(&items, &drafts)?;
        self.watch_sizes(&items, &drafts);
        Ok(true)
    }

    /// Has the handle and the screen reader say how much was found.
    fn count(&mut self, items: &[&Scanned], drafts: &[&ScannedDraft]) -> Result<(), JsValue> {
        let count: usize = items.iter().map(|scanned| scanned.kinds().count()).sum();
        let said = in_number(count, self.manner.language);
        // The list is of posts: where only a notice or a guide is shown there is none to open.
        self.handle.set_hidden(items.is_empty() && self.open.is_none());
        self.handle.set_attribute("aria-label", &texts::PANEL_OPEN.with(self.manner.language, &said))?;
        if let Some(shown) = self.handle.last_element_child() {
            say(&shown, &if count > 0 { count.to_string() } else { String::new() })?;
        }
        let sentence = match drafts.first() {
            None if self.handle.hidden() => {
                self.guidance.as_ref().map(|shown| shown.title(self.manner.language)).unwrap_or(said)
            }
            None => said,
            Some(scanned) => {
                let all = Explained::of(&scanned.findings, &scanned.draft.words.text);
                let names: Vec<&str> = all.iter().map(|explained| explained.name(self.manner.language)).collect();
                said_of(texts::NOTICE_TITLE.in_language(self.manner.language), &names.join(", "), self.manner.language)
            }
        };
        self.live.say(texts::MARK_LABEL.with(self.manner.language, &sentence));
        Ok(())
    }

    /// Watches the sizes of the cards and texts that lines are drawn in, and of no others.
    fn watch_sizes(&mut self, items: &[&Scanned], drafts: &[&ScannedDraft]) {
        let items = items.iter().map(|scanned| (&scanned.found.card, &scanned.found.words));
        let drafts = drafts.iter().map(|scanned| (&scanned.draft.card, &scanned.draft.words));
        let wanted: Vec<Element> = items
            .chain(drafts)
            // An inline text has no size of its own; the element around it has.
            .flat_map(|(card, words)| {
                [Some(card.clone()), words.root().cloned(), words.root().and_then(|root| foreign::parent(root))]
            })
            .flatten()
            .collect();
        self.sizes.watch(wanted);
    }

    /// All is measured before anything is moved: moving one thing would have the browser lay the page out again for the next.
    fn place(&mut self, page: &ScannedPage) -> Result<(), JsValue> {
        let room = self.stage.room();
        let (items, drafts) = (self.items(page), self.drafts(page));
        let measured: Vec<Measured> = items.iter().filter_map(|scanned| self.measure(scanned, &room)).collect();
        let (notices, sight, host) = (&self.notices, &mut self.sight, &self.stage.host);
        let drafts: Vec<_> = drafts.iter().filter_map(|scanned| notices.measure(scanned, sight, host, &room)).collect();
        let open = self.measure_open(page);

        self.stage.veil.follow(page, &room)?;
        self.marks.begin();
        for Measured { fingerprint, edges, lines, is_marked } in &measured {
            for line in lines.iter().flatten() {
                self.marks.draw(&self.stage.layer, line)?;
            }
            if let Some(button) = self.markers.get(fingerprint) {
                button.set_hidden(!is_marked);
                place(button, edges.right - MARKER_INSET, edges.top)?;
            }
            if let Some(open) = open.as_ref().filter(|open| open.item == *fingerprint) {
                self.place_open(edges, open, &room)?;
            }
        }
        for draft in &drafts {
            for line in &draft.lines {
                self.marks.draw(&self.stage.layer, line)?;
            }
            self.notices.place(draft, &room)?;
        }
        self.marks.finish();
        self.guidance.as_ref().map_or(Ok(()), |guidance| guidance.follow(&room))
    }

    fn measure(&mut self, scanned: &Scanned, room: &Edges) -> Option<Measured> {
        let (card, words, fingerprint) = (&scanned.found.card, &scanned.found.words, scanned.fingerprint);
        let mut edges = Edges::of(&foreign::edges(card)?);
        if edges.width() == 0.0 {
            // A card without a box of its own (`display: contents`).
            edges = Edges::of(&foreign::edges(words.root()?)?);
        }
        let is_in_window = edges.touches(room);
        let host = &self.stage.host;
        let is_marked = is_in_window
            && edges.top > room.top - 1.0
            && !sight::is_covered(card, host, edges.right - MARKER_INSET, (edges.top + 2.0).max(room.top + 1.0));
        let marked = Marked { fingerprint, words, findings: &scanned.findings, card };
        let lines = is_in_window.then(|| lines_under(&marked, &mut self.sight, host, room));
        Some(Measured { fingerprint, edges, lines, is_marked })
    }
}
