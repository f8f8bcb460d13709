//! The items on the page with what was found in them, kept in step with what LinkedIn renders and drops.

use super::ScannedDraft;
use crate::{
    detect::{self, AttachedFinding, Finding, Kind, Settings},
    item::{Audience, Item, ItemKind},
    lifeline::Lifeline,
    linkedin::{Change, Found, Page, Place, Recognition, drafts, foreign},
};
use js_sys::{Map, Set};
use std::collections::{BTreeMap, VecDeque};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// More waiting changes than this are read as one: the whole page.
const MOST_CHANGES: usize = 2_000;

/// An item with what was found in it.
#[derive(Debug)]
pub struct Scanned {
    /// The item, and where it stands.
    pub found: Found,
    /// What was found in its text.
    pub findings: Vec<Finding>,
    /// What was found beside it: in descriptions of pictures, in titles.
    pub attached: Vec<AttachedFinding>,
    /// Tells the item from others in this tab.
    pub fingerprint: u32,
}

impl Scanned {
    /// Advertisements are read, but never warned about.
    pub fn is_warned_about(&self) -> bool {
        !self.found.item.promoted && self.kinds().next().is_some()
    }

    /// What each finding discloses, those in the text first.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        let attached = self.attached.iter().map(|attached| &attached.finding);
        self.findings.iter().chain(attached).map(|finding| finding.kind)
    }
}

/// All items on the page, by the card that they stand in.
#[derive(Debug)]
pub struct ScannedPage {
    page: Page,
    lifeline: Lifeline,
    /// The number of each card whose items are kept, so that a card is found again at once.
    numbers: Map,
    cards: BTreeMap<u32, (Element, Vec<Scanned>)>,
    next_number: u32,
    changes: Vec<Change>,
    /// Candidates that wait to be read, in order, and the same as a set.
    queue: VecDeque<Element>,
    queued: Set,
    drafts: Vec<ScannedDraft>,
}

impl ScannedPage {
    /// A page of which nothing was read yet.
    pub fn new(lifeline: &Lifeline) -> ScannedPage {
        ScannedPage {
            page: Page::default(),
            lifeline: lifeline.clone(),
            numbers: Map::new(),
            cards: BTreeMap::new(),
            next_number: 0,
            changes: Vec::new(),
            queue: VecDeque::new(),
            queued: Set::new(&JsValue::UNDEFINED),
            drafts: Vec::new(),
        }
    }

    /// Notes changes, to be read later.
    pub fn note(&mut self, changes: Vec<Change>) {
        self.changes.extend(changes);
    }

    /// Notes that the whole document is to be read.
    pub fn note_all(&mut self, document: &Document) {
        self.changes.clear();
        self.changes.extend(foreign::root(document).map(Change::Added));
    }

    /// Takes up what changed: learns who is looking, lets go of what is gone, and queues what is to be read.
    pub fn take_up_changes(&mut self, document: &Document, place: &Place) {
        if self.changes.len() > MOST_CHANGES {
            self.note_all(document);
        }
        if let Some(root) = foreign::root(document) {
            let knew_the_member = self.page.knows_the_member();
            self.page.learn(&root, place);
            if self.page.knows_the_member() && !knew_the_member {
                self.tell_own_from_others();
            }
        }
        for change in std::mem::take(&mut self.changes) {
            self.queue_candidates(&change);
        }
        self.forget_what_is_gone();
    }

    /// Reads what is queued while `may_go_on`.
    pub fn read(&mut self, may_go_on: impl Fn() -> bool) {
        while may_go_on() {
            let Some(candidate) = self.queue.pop_front() else { return };
            self.queued.delete(&candidate);
            self.read_candidate(candidate);
        }
    }

    /// Nothing is left to read.
    pub fn is_read(&self) -> bool {
        self.queue.is_empty()
    }

    /// Reads nothing and keeps nothing, where all is private.
    pub fn close(&mut self) {
        self.changes.clear();
        self.queue.clear();
        self.queued.clear();
        self.numbers.clear();
        self.cards.clear();
        self.drafts.clear();
    }

    /// Reads what is being written below these elements; words that were scanned before keep their findings.
    pub fn read_drafts(&mut self, roots: &[Element]) {
        let found: Vec<_> = roots.iter().flat_map(|root| drafts(root, |card| self.audience_around(card))).collect();
        let mut before = std::mem::take(&mut self.drafts);
        for draft in found {
            let item = Item { text: draft.words.text.clone(), ..Item::default() };
            let fingerprint = item.fingerprint();
            let known = before.iter().position(|known| known.fingerprint == fingerprint);
            let findings = match known.map(|place| before.swap_remove(place)) {
                Some(known) => known.findings,
                None => scan(&self.lifeline, &item, fingerprint).0,
            };
            self.drafts.push(ScannedDraft { draft, findings, fingerprint });
        }
    }

    /// What is being written, as last read.
    pub fn drafts(&self) -> &[ScannedDraft] {
        &self.drafts
    }

    /// Lets go of every card that the page dropped.
    fn forget_what_is_gone(&mut self) {
        let numbers = &self.numbers;
        self.cards.retain(|_, (card, _)| {
            let stays = foreign::is_connected(card);
            if !stays {
                numbers.delete(card);
            }
            stays
        });
    }

    /// The items on the page.
    pub fn items(&self) -> impl Iterator<Item = &Scanned> {
        self.cards.values().flat_map(|(_, items)| items)
    }

    /// The items in the order in which they stand on the page.
    pub fn in_order(&self, document: &Document) -> Vec<&Scanned> {
        let cards = foreign::root(document).map(|root| self.page.candidates(&root)).unwrap_or_default();
        let items = cards.iter().filter_map(|card| self.cards.get(&self.number_of(card)?)).flat_map(|(_, items)| items);
        items.collect()
    }

    /// Who can read the post around an element.
    pub fn audience_around(&self, element: &Element) -> Option<Audience> {
        let card = self.page.candidate_around(element)?;
        let (_, items) = self.cards.get(&self.number_of(&card)?)?;
        items.first().map(|scanned| scanned.found.item.audience)
    }

    /// How many posts are on the page, advertisements left out.
    pub fn posts(&self) -> u32 {
        count(self.items().filter(|scanned| scanned.found.item.kind == ItemKind::Post && !scanned.found.item.promoted))
    }

    /// How many findings are warned about.
    pub fn findings(&self) -> u32 {
        count(self.items().filter(|scanned| scanned.is_warned_about()).flat_map(Scanned::kinds))
    }

    /// How much of the page is recognised.
    pub fn recognition(&self) -> Recognition {
        self.page.recognition(self.items().map(|scanned| scanned.found.strategy))
    }

    /// Once it is known who is looking, for what was read before.
    fn tell_own_from_others(&mut self) {
        for item in self.cards.values_mut().flat_map(|(_, items)| items) {
            item.found.item.own = self.page.own(&item.found.item);
        }
    }

    fn queue_candidates(&mut self, change: &Change) {
        let candidates = match change {
            Change::Touched(element) => self.page.candidate_around(element).into_iter().collect(),
            Change::Added(element) => match self.page.candidate_around(element) {
                Some(around) => vec![around],
                None => self.page.candidates(element),
            },
        };
        for candidate in candidates {
            if foreign::is_connected(&candidate) && !self.queued.has(&candidate) {
                self.queued.add(&candidate);
                self.queue.push_back(candidate);
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a u32 when it went in")]
    fn number_of(&self, card: &Element) -> Option<u32> {
        self.numbers.get(card).as_f64().map(|number| number as u32)
    }

    fn read_candidate(&mut self, candidate: Element) {
        let number = self.number_of(&candidate);
        let mut before =
            number.and_then(|number| self.cards.remove(&number)).map(|(_, items)| items).unwrap_or_default();
        let mut items = Vec::new();
        let knew_the_member = self.page.knows_the_member();
        for mut found in self.page.read(&candidate) {
            found.item.own = self.page.own(&found.item);
            let fingerprint = found.item.fingerprint();
            let known = before.iter().position(|known| known.fingerprint == fingerprint);
            // What hangs on an item comes later than its words, and is no part of the fingerprint.
            let known = known.map(|place| before.swap_remove(place));
            let (findings, attached) = match known.filter(|known| known.found.item.attached == found.item.attached) {
                Some(known) => (known.findings, known.attached),
                None => scan(&self.lifeline, &found.item, fingerprint),
            };
            items.push(Scanned { found, findings, attached, fingerprint });
        }
        if items.is_empty() {
            self.numbers.delete(&candidate);
            return;
        }
        let number = number.unwrap_or_else(|| {
            self.next_number = self.next_number.wrapping_add(1);
            self.next_number
        });
        if self.page.knows_the_member() && !knew_the_member {
            self.tell_own_from_others();
        }
        self.numbers.set(&candidate, &number.into());
        self.cards.insert(number, (candidate, items));
    }
}

fn scan(lifeline: &Lifeline, item: &Item, fingerprint: u32) -> (Vec<Finding>, Vec<AttachedFinding>) {
    if lifeline.skips(fingerprint) {
        return (Vec::new(), Vec::new());
    }
    lifeline.scanning(fingerprint);
    #[cfg(feature = "probe")]
    crate::probe::provoke_in(&item.text);
    let settings = Settings::default();
    let findings = detect::scan(item, &settings);
    let attached = detect::scan_attached(item, &settings, &findings);
    (findings, attached)
}

/// A number that crosses to JavaScript as a plain number.
fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
