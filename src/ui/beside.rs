//! The notices beside what is being written: where they stand, and which there are.

use super::{
    deed::Deed,
    dom::{focus, place, say},
    marks::{Line, Marked, lines_under},
    notice::{Notice, line},
    placing::{Edges, GAP},
    sight::Sight,
    stage::Stage,
    surface::{self, Surface},
};
use crate::{content::ScannedDraft, linkedin::foreign, wording::Language};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The width of a notice in times the layer's text size: 16 of the surface's own, which is 0.875 of that.
const WIDTH: f64 = 14.0;

/// All notices; there is seldom more than one.
#[derive(Debug, Default)]
pub(super) struct Notices {
    shown: Vec<Shown>,
    /// What the member chose; `None` goes by the room there is.
    folded: Option<bool>,
}

/// The notice of one editor.
#[derive(Debug)]
struct Shown {
    card: Element,
    element: HtmlElement,
    line: HtmlElement,
    drawn: (u32, bool),
}

/// Where a draft is, and the lines under its words.
#[derive(Debug)]
pub(super) struct MeasuredDraft {
    card: Element,
    edges: Edges,
    notice: Edges,
    line: Edges,
    /// The lines under its words.
    pub lines: Vec<Line>,
}

impl Notices {
    /// Draws the notices of these drafts, and takes away those of others.
    pub(super) fn make(&mut self, drafts: &[&ScannedDraft], stage: &Stage, language: Language) -> Result<(), JsValue> {
        let (room, width) = (stage.room(), WIDTH * stage.text_size());
        for gone in self.shown.extract_if(.., |shown| !drafts.iter().any(|scanned| scanned.draft.card == shown.card)) {
            gone.element.remove();
            gone.line.remove();
        }
        for scanned in drafts {
            let card = &scanned.draft.card;
            let is_narrow = foreign::edges(card).is_none_or(|edges| !Edges::of(&edges).has_room_beside(width, &room));
            let is_folded = self.folded.unwrap_or(is_narrow);
            let notice = Surface::Notice(Notice { scanned, is_folded });
            let now = (scanned.fingerprint, is_folded);
            match self.shown.iter_mut().find(|shown| shown.card == *card) {
                Some(shown) if shown.drawn == now => continue,
                Some(shown) => {
                    surface::fill(&shown.element, language, &notice)?;
                    shown.drawn = now;
                }
                None => {
                    let element = surface::draw(&stage.layer, language, &notice)?;
                    let line = stage.add("p", "line")?;
                    self.shown.push(Shown { card: card.clone(), element, line, drawn: now });
                }
            }
            if let Some(shown) = self.shown.iter().find(|shown| shown.card == *card) {
                let worst = line(scanned, language);
                shown.line.set_hidden(worst.is_none());
                say(&shown.line, worst.as_deref().unwrap_or_default())?;
            }
        }
        Ok(())
    }

    /// Measures a draft and its notice.
    pub(super) fn measure(
        &self,
        scanned: &ScannedDraft,
        sight: &mut Sight,
        ours: &HtmlElement,
        room: &Edges,
    ) -> Option<MeasuredDraft> {
        let ScannedDraft { draft, findings, fingerprint } = scanned;
        let shown = self.shown.iter().find(|shown| shown.card == draft.card)?;
        let marked = Marked { fingerprint: *fingerprint, words: &draft.words, findings, card: &draft.card };
        Some(MeasuredDraft {
            card: draft.card.clone(),
            edges: Edges::of(&foreign::edges(&draft.card)?),
            notice: Edges::of(&shown.element.get_bounding_client_rect()),
            line: Edges::of(&shown.line.get_bounding_client_rect()),
            lines: lines_under(&marked, sight, ours, room),
        })
    }

    /// Puts a notice beside its editor, and its line below the corner where the button is that posts.
    pub(super) fn place(&self, measured: &MeasuredDraft, room: &Edges) -> Result<(), JsValue> {
        let MeasuredDraft { card, edges, notice, line, .. } = measured;
        let Some(shown) = self.shown.iter().find(|shown| shown.card == *card) else { return Ok(()) };
        let is_in_window = edges.touches(room);
        shown.element.set_hidden(!is_in_window);
        let (left, top) = if edges.has_room_beside(notice.width(), room) {
            edges.beside(edges, notice, room)
        } else {
            // On the editor's upper edge, where its title is, and not on its words.
            edges.kept_inside(
                edges.left + (edges.width() - notice.width()) / 2.0,
                edges.top - notice.height() / 2.0,
                notice,
                room,
            )
        };
        place(&shown.element, left, top)?;
        // Where the window ends with the editor there is no corner left, and the notice says the same.
        let has_room = is_in_window && room.bottom - edges.bottom >= line.height() + GAP;
        shown.line.class_list().toggle_with_force("away", !has_room)?;
        let (left, top) = edges.kept_inside(edges.right - line.width(), edges.bottom + GAP / 2.0, line, room);
        place(&shown.line, left, top)
    }

    /// Folds the notices, or unfolds them.
    pub(super) fn fold_or_unfold(&mut self) {
        let is_folded = self.shown.first().is_some_and(|shown| shown.drawn.1);
        self.folded = Some(!is_folded);
    }

    /// Takes the keyboard to the button that folds.
    pub(super) fn focus(&self, stage: &Stage) {
        if let Ok(Some(fold)) = stage.layer.query_selector(&Deed::Fold.selector()) {
            // What cannot take the keyboard leaves it where it is.
            let _ = focus(&fold);
        }
    }
}
