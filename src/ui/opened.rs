//! What is open, one at a time: the card of a finding, or the list of all that is on the page.

use super::{
    card::Card,
    deed::Deed,
    dom::{focus, place},
    explained::Explained,
    modal,
    overlay::Overlay,
    panel::Panel,
    placing::Edges,
    surface::{self, Surface},
};
use crate::{
    browser,
    choices::{Act, Scope},
    content::{IS_INVENTED, Scanned, ScannedPage},
    detect::Kind,
    item::Own,
    linkedin::foreign,
    rights::found,
    wording::texts,
};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// What can be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// One finding: its item's fingerprint, and its place among the item's.
    Card(u32, usize),
    /// The list.
    Panel,
}

/// What was drawn of a finding, to know whether it is to be drawn anew.
type Drawn = (u32, Kind, usize, usize, Own);

/// What is open now.
#[derive(Debug)]
pub(super) struct Open {
    pub what: What,
    pub element: HtmlElement,
    drawn: Vec<Drawn>,
    /// Where the keyboard was before.
    back_to: Option<Element>,
}

/// The open card's size, and where the words are that it is about; none where the page no longer has them.
#[derive(Debug)]
pub(super) struct MeasuredOpen {
    pub item: u32,
    size: Edges,
    words: Option<Edges>,
}

impl Overlay {
    /// Opens or closes the list, for a shortcut or the handle.
    pub fn toggle_panel(&mut self, page: &ScannedPage) {
        if self.open.as_ref().is_some_and(|open| open.what == What::Panel) {
            self.close(true);
        } else {
            // A list that cannot be drawn stays closed.
            let _ = self.open(What::Panel, page);
        }
    }

    /// Does what a button asks for; what changes the member's choices is handed back, because it changes more than what is drawn.
    pub(super) fn carry_out(&mut self, deed: Deed, page: &ScannedPage) -> Option<Act> {
        match deed {
            Deed::Card(item) => match self.open.as_ref().map(|open| open.what) {
                Some(What::Card(shown, _)) if shown == item => self.close(true),
                // A card that cannot be drawn stays closed.
                _ => _ = self.open(What::Card(item, 0), page),
            },
            Deed::Go(item, place) => self.go_to(item, place, page),
            Deed::Panel => self.toggle_panel(page),
            Deed::Close => self.close(true),
            Deed::Object => object(page),
            Deed::Copy(number) => self.copy(number),
            Deed::CloseGuide => self.close_guide(page),
            Deed::Next => self.turn(deed, 1, page),
            Deed::Previous => self.turn(deed, -1, page),
            Deed::Fold => {
                self.notices.fold_or_unfold();
                self.redraw(page);
                self.notices.focus(&self.stage);
            }
            Deed::IgnoreHere | Deed::IgnoreEverywhere | Deed::SwitchOff | Deed::AddTerm | Deed::RemoveTerm => {
                let act = self.act(deed, page)?;
                self.live.say(texts::ACT_DONE.in_language(self.manner.language).to_owned());
                return Some(act);
            }
        }
        None
    }

    fn act(&self, deed: Deed, page: &ScannedPage) -> Option<Act> {
        let What::Card(item, finding) = self.open.as_ref()?.what else { return None };
        let scanned = page.item(item)?;
        let all = Explained::all(scanned);
        let explained = all.get(finding)?;
        Some(match deed {
            Deed::IgnoreHere => Act::Ignore { item, finding, scope: Scope::Here },
            Deed::IgnoreEverywhere => Act::Ignore { item, finding, scope: Scope::Everywhere },
            Deed::SwitchOff => Act::SwitchOff(explained.finding.kind),
            Deed::AddTerm => Act::AddTerm(explained.words().to_owned()),
            Deed::RemoveTerm => Act::RemoveTerm(explained.words().to_owned()),
            _ => return None,
        })
    }

    /// Opens something in place of what is open, and takes the keyboard there.
    pub(super) fn open(&mut self, what: What, page: &ScannedPage) -> Result<(), JsValue> {
        let back_to = self.keyboard_at();
        let before = self.open.take();
        let back_to = before.as_ref().and_then(|before| before.back_to.clone()).or(back_to);
        if let Some(before) = before {
            self.remove(&before);
        }
        let Some((surface, drawn)) = self.surface_of(what, page) else { return Ok(()) };
        self.stage.show()?;
        let element = surface::draw(&self.stage.layer, self.manner.language, &surface)?;
        element.set_tab_index(-1);
        let button = match what {
            What::Card(item, _) => self.marker(item),
            What::Panel => Some(self.handle.clone()),
        };
        if let Some(button) = button {
            button.set_attribute("aria-expanded", "true")?;
            // The keyboard finds it behind its button.
            button.after_with_node_1(&element)?;
        }
        modal::open(&element, modal::is_open(&self.document))?;
        focus(&element)?;
        self.open = Some(Open { what, element, drawn, back_to });
        self.follow(page);
        Ok(())
    }

    /// Draws what is open anew where the findings are others than before; closes the card of what is gone.
    pub(super) fn refresh_open(&mut self, page: &ScannedPage) -> Result<(), JsValue> {
        let Some(Open { what, element, drawn, .. }) = &self.open else { return Ok(()) };
        let what = match *what {
            What::Card(item, place) => {
                let count = page.items().find(|scanned| scanned.fingerprint == item && scanned.is_warned_about());
                let Some(last) = count.and_then(|scanned| scanned.kinds().count().checked_sub(1)) else {
                    self.close(true);
                    return Ok(());
                };
                What::Card(item, place.min(last))
            }
            What::Panel => What::Panel,
        };
        let Some((surface, now)) = self.surface_of(what, page) else { return Ok(()) };
        if now == *drawn {
            return Ok(());
        }
        let had_keyboard = self.stage.root.active_element().is_some_and(|active| element.contains(Some(&active)));
        surface::fill(element, self.manner.language, &surface)?;
        if had_keyboard {
            focus(element)?;
        }
        if let Some(open) = &mut self.open {
            open.what = what;
            open.drawn = now;
        }
        Ok(())
    }

    /// Closes what is open; `give_back` returns the keyboard to where it was.
    pub(super) fn close(&mut self, give_back: bool) {
        let Some(open) = self.open.take() else { return };
        let had_keyboard = self.stage.root.active_element().is_some_and(|active| open.element.contains(Some(&active)));
        self.remove(&open);
        if !(give_back && had_keyboard) {
            return;
        }
        let is_there = |element: &Element| foreign::is_connected(element);
        let own = match open.what {
            What::Card(item, _) => self.marker(item).map(Element::from),
            What::Panel => Some(Element::from(self.handle.clone())),
        };
        if let Some(before) = open.back_to.filter(is_there).or(own.filter(is_there)) {
            // What cannot take the keyboard leaves it with the page.
            let _ = focus(&before);
        }
    }

    fn remove(&self, open: &Open) {
        if modal::is_modal(&open.element)
            && let Some(dialog) = open.element.dyn_ref::<HtmlDialogElement>()
        {
            dialog.close();
        }
        open.element.remove();
        let marker = match open.what {
            What::Card(item, _) => self.marker(item),
            What::Panel => None,
        };
        for button in marker.iter().chain([&self.handle]) {
            // A button that is gone says nothing.
            let _ = button.set_attribute("aria-expanded", "false");
        }
    }

    /// The next or previous finding of the item whose card is open, round and round.
    fn turn(&mut self, deed: Deed, by: isize, page: &ScannedPage) {
        let Some(What::Card(item, place)) = self.open.as_ref().map(|open| open.what) else { return };
        let Some(scanned) = page.item(item) else { return };
        let count = scanned.kinds().count().max(1);
        let place = place.checked_add_signed(by).unwrap_or(count - 1) % count;
        let card = Surface::Card(Card { scanned, place, offers_kinds: self.manner.offers_kinds });
        let Some(open) = &mut self.open else { return };
        open.what = What::Card(item, place);
        if surface::fill(&open.element, self.manner.language, &card).is_ok() {
            let same = open.element.query_selector(&deed.selector()).ok().flatten();
            // Without the button the keyboard stays with the card.
            let _ = focus(same.as_ref().unwrap_or(&open.element));
        }
        self.follow(page);
    }

    fn surface_of<'p>(&self, what: What, page: &'p ScannedPage) -> Option<(Surface<'p>, Vec<Drawn>)> {
        match what {
            What::Card(item, place) => {
                let scanned = page.item(item)?;
                Some((
                    Surface::Card(Card { scanned, place, offers_kinds: self.manner.offers_kinds }),
                    drawn(scanned).collect(),
                ))
            }
            What::Panel => {
                let is_own = |scanned: &&Scanned| scanned.found.item.own == Own::Yes;
                let (own, others): (Vec<_>, Vec<_>) = self.in_order(page).into_iter().partition(is_own);
                let items = [own, others].concat();
                let drawn = items.iter().flat_map(|scanned| drawn(scanned)).collect();
                Some((Surface::Panel(Panel { items, recognised: page.recognition() }), drawn))
            }
        }
    }

    /// The items that are warned about, in the order of the page.
    pub(super) fn in_order<'p>(&self, page: &'p ScannedPage) -> Vec<&'p Scanned> {
        let mut items = page.in_order(&self.document);
        items.retain(|scanned| scanned.is_warned_about());
        items
    }

    /// Where the keyboard is: in what we drew, or on the page.
    fn keyboard_at(&self) -> Option<Element> {
        self.stage.root.active_element().or_else(|| foreign::focused(&self.document))
    }

    /// Puts the open card beside its item, and not over the words it is about.
    pub(super) fn place_open(&self, item: &Edges, open: &MeasuredOpen, room: &Edges) -> Result<(), JsValue> {
        let Some(Open { element, .. }) = &self.open else { return Ok(()) };
        let head = Edges { bottom: item.top + 12.0, ..*item };
        let (left, top) = item.beside(open.words.as_ref().unwrap_or(&head), &open.size, room);
        place(element, left, top)
    }

    /// Measures what is open, and the words that it is about.
    pub(super) fn measure_open(&self, page: &ScannedPage) -> Option<MeasuredOpen> {
        let Open { what, element, .. } = self.open.as_ref()?;
        let What::Card(item, place) = *what else { return None };
        let scanned = page.item(item)?;
        let finding = scanned.findings.get(place);
        let range = finding.and_then(|finding| scanned.found.words.range(&(finding.start..finding.end)));
        Some(MeasuredOpen {
            item,
            size: Edges::of(&element.get_bounding_client_rect()),
            words: range.map(|range| Edges::of(&range.get_bounding_client_rect())).filter(|words| words.height() > 0.0),
        })
    }
}

/// Opens the page with the letter, with what was found in the member's own posts counted by kind.
fn object(page: &ScannedPage) {
    let is_own = |scanned: &&Scanned| !IS_INVENTED && scanned.found.item.own == Own::Yes && scanned.is_warned_about();
    let own = page.items().filter(is_own);
    browser::open_page(&found::page_of_letters(&found::count(own.flat_map(Scanned::kinds))));
}

fn drawn(scanned: &Scanned) -> impl Iterator<Item = Drawn> {
    let attached = scanned.attached.iter().map(|attached| &attached.finding);
    let own = scanned.found.item.own;
    let all = scanned.findings.iter().chain(attached);
    all.map(move |finding| (scanned.fingerprint, finding.kind, finding.start, finding.end, own))
}
