//! What Deksel says about a page as a whole, in a corner of it; and a ring around what it speaks of. It presses and fills in nothing.

use super::{
    deed::{Deed, button},
    dom::{append, copy, focus, place, say, size},
    overlay::Overlay,
    placing::Edges,
};
use crate::{
    content::ScannedPage,
    linkedin::foreign,
    wording::{Language, Text, texts},
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// How far the ring stands from what it is around, in CSS pixels.
const RING_GAP: f64 = 6.0;

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    title: Text,
    sentences: Vec<Text>,
    /// Things found, each with why it matters.
    pub list: Vec<(String, Text)>,
    /// Values to copy, each with its label.
    pub values: Vec<(Text, String)>,
    /// There is a way to the page with the letter.
    pub leads_to_objection: bool,
    /// What it speaks of.
    pub points_at: Option<Element>,
}

impl Guide {
    /// Nothing but a title yet.
    pub fn titled(title: Text) -> Guide {
        let (sentences, list, values) = (Vec::new(), Vec::new(), Vec::new());
        Guide { title, sentences, list, values, leads_to_objection: false, points_at: None }
    }

    /// Adds a sentence.
    pub fn say(&mut self, sentence: Text) {
        self.sentences.push(sentence);
    }

    fn fill(&self, section: &HtmlElement, language: Language) -> Result<(), JsValue> {
        let say = |text: Text| text.in_language(language);
        section.set_text_content(None);
        section.set_attribute("aria-labelledby", "guide-title")?;
        let head = append(section, "div", "head", "")?;
        append(&head, "h2", "", say(self.title))?.set_id("guide-title");
        button(&head, "close", "×", Deed::CloseGuide)?.set_attribute("aria-label", say(texts::CLOSE))?;
        for sentence in &self.sentences {
            append(section, "p", "", say(*sentence))?;
        }
        let list = append(section, "ul", "", "")?;
        for (found, why) in &self.list {
            let entry = append(&list, "li", "", "")?;
            append(&entry, "strong", "", found)?.set_attribute("dir", "auto")?;
            append(&entry, "p", "", say(*why))?;
        }
        for (number, (label, value)) in self.values.iter().enumerate() {
            let entry = append(&list, "li", "", "")?;
            append(&entry, "strong", "", say(*label))?;
            let copy = button(&entry, "plain", say(texts::COPY), Deed::Copy(number))?;
            copy.set_attribute("aria-label", &texts::COPY_THIS.with(language, say(*label)))?;
            let shown = append(&entry, "p", "value", value)?;
            shown.set_attribute("dir", "auto")?;
            // What does not fit is scrolled to, by keys too.
            shown.set_tab_index(0);
        }
        if self.list.is_empty() && self.values.is_empty() {
            list.remove();
        }
        if self.leads_to_objection {
            let ways = append(section, "p", "ways", "")?;
            button(&ways, "way", say(texts::OBJECT), Deed::Object)?;
        }
        Ok(())
    }
}

/// What is shown of a guide.
#[derive(Debug)]
pub(super) struct Guidance {
    guide: Guide,
    section: HtmlElement,
    ring: HtmlElement,
    /// The member closed it.
    is_closed: bool,
}

impl Guidance {
    /// Whether any of it is to be seen.
    pub(super) fn is_open(&self) -> bool {
        !self.is_closed
    }

    /// What it is about.
    pub(super) fn title(&self, language: Language) -> String {
        self.guide.title.in_language(language).to_owned()
    }

    /// Puts the ring around what the guide speaks of.
    pub(super) fn follow(&self, room: &Edges) -> Result<(), JsValue> {
        let edges = self.guide.points_at.as_ref().and_then(seen_edges).filter(|edges| edges.touches(room));
        self.ring.set_hidden(edges.is_none() || self.is_closed);
        let Some(edges) = edges else { return Ok(()) };
        size(&self.ring, edges.width() + 2.0 * RING_GAP, edges.height() + 2.0 * RING_GAP)?;
        place(&self.ring, edges.left - RING_GAP, edges.top - RING_GAP)
    }
}

/// Where an element is, or what is around it where it has no size of its own, as a switch has that is drawn by its label.
fn seen_edges(element: &Element) -> Option<Edges> {
    let mut element = element.clone();
    for _ in 0..3 {
        let edges = Edges::of(&foreign::edges(&element)?);
        if edges.width() > 8.0 && edges.height() > 8.0 {
            return Some(edges);
        }
        element = foreign::parent(&element)?;
    }
    None
}

impl Overlay {
    /// Says something else about the page than before, or nothing. What the member closed stays closed while it is about the same.
    pub fn guide_by(&mut self, guide: Option<Guide>) {
        let is_new = self.guidance.as_ref().map(|shown| &shown.guide) != guide.as_ref();
        if !is_new {
            return;
        }
        let before = self.guidance.take();
        let Some(guide) = guide else {
            if let Some(before) = before {
                before.section.remove();
                before.ring.remove();
            }
            return;
        };
        let guidance = match before {
            Some(before) => {
                Guidance { is_closed: before.is_closed && before.guide.title == guide.title, guide, ..before }
            }
            None => {
                let parts = (self.stage.add("section", "surface guide"), self.stage.add("div", "ring"));
                let (Ok(section), Ok(ring)) = parts else { return };
                Guidance { guide, section, ring, is_closed: false }
            }
        };
        // What cannot be filled now is with the next change.
        let _ = guidance.guide.fill(&guidance.section, self.manner.language);
        guidance.section.set_hidden(guidance.is_closed);
        self.guidance = Some(guidance);
    }

    /// Shows what there is to say, however often it was closed, and takes the keyboard there.
    pub fn open_guide(&mut self, page: &ScannedPage) {
        let Some(guidance) = &mut self.guidance else { return };
        guidance.is_closed = false;
        guidance.section.set_hidden(false);
        guidance.section.set_tab_index(-1);
        let section = guidance.section.clone();
        self.redraw(page);
        // What cannot take the keyboard leaves it with the page.
        let _ = focus(&section);
    }

    pub(super) fn close_guide(&mut self, page: &ScannedPage) {
        if let Some(guidance) = &mut self.guidance {
            guidance.is_closed = true;
            guidance.section.set_hidden(true);
        }
        self.redraw(page);
    }

    /// Copies a value. The values are there to be selected by hand where that fails.
    pub(super) fn copy(&self, number: usize) {
        let Some((_, value)) = self.guidance.as_ref().and_then(|shown| shown.guide.values.get(number)) else { return };
        let copied = copy(value);
        let button = self.stage.layer.query_selector(&Deed::Copy(number).selector()).ok().flatten();
        let language = self.manner.language;
        spawn_local(async move {
            let said = if copied.await { texts::COPIED } else { texts::NOT_COPIED };
            if let Some(button) = button {
                // What cannot be said is said by nobody else.
                let _ = say(&button, said.in_language(language));
                // The words say it now.
                let _ = button.remove_attribute("aria-label");
            }
        });
    }
}
