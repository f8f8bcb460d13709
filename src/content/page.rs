//! The items on the page with what was found in them, kept in step with what LinkedIn renders and drops.

use super::{Kept, Scanned, ScannedDraft};
use crate::{
    detect::{self, Severity},
    item::{Audience, Item, ItemKind, Own},
    lifeline::Lifeline,
    linkedin::{Change, Found, Page, Place, Recognition, drafts, foreign},
};
use js_sys::{Map, Set};
use litemap::LiteMap;
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// More waiting changes than this are read as one: the whole page.
const MOST_CHANGES: usize = 2_000;

/// All items on the page, by the card that they stand in.
#[derive(Debug)]
pub struct ScannedPage {
    page: Page,
    lifeline: Lifeline,
    /// The number of each card whose items are kept, so that a card is found again at once.
    numbers: Map,
    cards: LiteMap<u32, (Element, Vec<Scanned>)>,
    next_number: u32,
    changes: Vec<Change>,
    /// Grows when what was found may no longer hold, because the member chose otherwise.
    round: u32,
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
            cards: LiteMap::new(),
            next_number: 0,
            changes: Vec::new(),
            round: 0,
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

    /// Notes that everything is to be scanned once more, by other choices.
    pub fn begin_anew(&mut self, document: &Document) {
        self.round = self.round.wrapping_add(1);
        self.drafts.clear();
        self.note_all(document);
    }

    /// The slug of the member who is looking, once the page has told.
    pub fn member(&self) -> Option<&str> {
        self.page.member()
    }

    /// Takes up what changed: learns who is looking, lets go of what is gone, and queues what is to be read.
    pub fn take_up_changes(&mut self, document: &Document, place: &Place) {
        if self.changes.len() > MOST_CHANGES {
            self.note_all(document);
        }
        if let Some(root) = foreign::root(document) {
            let knew_the_member = self.page.member().is_some();
            self.page.learn(&root, place);
            if self.page.member().is_some() && !knew_the_member {
                self.tell_own_from_others();
            }
        }
        for change in std::mem::take(&mut self.changes) {
            self.queue_candidates(&change);
        }
        self.forget_what_is_gone();
    }

    /// Reads what is queued while `may_go_on`.
    pub fn read(&mut self, kept: &Kept, may_go_on: impl Fn() -> bool) {
        while may_go_on() {
            let Some(candidate) = self.queue.pop_front() else { return };
            self.queued.delete(&candidate);
            self.read_candidate(candidate, kept);
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
    pub fn read_drafts(&mut self, roots: &[Element], kept: &Kept) {
        let found: Vec<_> = roots.iter().flat_map(|root| drafts(root, |card| self.audience_around(card))).collect();
        let mut before = std::mem::take(&mut self.drafts);
        for draft in found {
            let item = Item { text: draft.words.text.clone(), own: Own::Yes, ..Item::default() };
            let fingerprint = item.fingerprint();
            let known = before.iter().position(|known| known.fingerprint == fingerprint);
            let findings = match known.map(|place| before.swap_remove(place)) {
                Some(known) => known.findings,
                None => self.lifeline.guard(&item, || detect::scan(&item, &kept.choices.detection)),
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

    /// How many posts are on the page, advertisements left out, and how many of these are known to be the member's own.
    pub fn posts(&self) -> (u32, u32) {
        let is_post = |scanned: &&Scanned| scanned.found.item.kind == ItemKind::Post && !scanned.found.item.promoted;
        let posts = || self.items().filter(is_post);
        (count(posts()), count(posts().filter(|scanned| scanned.found.item.own == Own::Yes)))
    }

    /// How many findings of a severity are warned about.
    pub fn findings(&self, severity: Severity) -> u32 {
        let warned = self.items().filter(|scanned| scanned.is_warned_about()).flat_map(Scanned::all);
        count(warned.filter(|finding| finding.severity == severity))
    }

    /// How many findings are left out because the member ignores them.
    pub fn ignored(&self) -> u32 {
        self.items().map(|scanned| scanned.ignored).sum()
    }

    /// An item by its fingerprint.
    pub fn item(&self, fingerprint: u32) -> Option<&Scanned> {
        self.items().find(|scanned| scanned.fingerprint == fingerprint)
    }

    /// How much of the page is recognised.
    pub fn recognition(&self) -> Recognition {
        self.page.recognition(self.items().map(|scanned| scanned.found.strategy))
    }

    /// Once it is known who is looking, what was read before is read again: of others' items nothing was scanned.
    fn tell_own_from_others(&mut self) {
        for item in self.cards.iter_mut().flat_map(|(_, (_, items))| items) {
            item.found.item.own = self.page.own(&item.found.item);
        }
        let cards: Vec<Element> = self.cards.values().map(|(card, _)| card.clone()).collect();
        cards.into_iter().for_each(|card| self.queue_candidate(card));
    }

    fn queue_candidates(&mut self, change: &Change) {
        let candidates = match change {
            Change::Touched(element) => self.page.candidate_around(element).into_iter().collect(),
            Change::Added(element) => match self.page.candidate_around(element) {
                Some(around) => vec![around],
                None => self.page.candidates(element),
            },
        };
        candidates.into_iter().for_each(|candidate| self.queue_candidate(candidate));
    }

    fn queue_candidate(&mut self, candidate: Element) {
        if foreign::is_connected(&candidate) && !self.queued.has(&candidate) {
            self.queued.add(&candidate);
            self.queue.push_back(candidate);
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a u32 when it went in")]
    fn number_of(&self, card: &Element) -> Option<u32> {
        self.numbers.get(card).as_f64().map(|number| number as u32)
    }

    fn read_candidate(&mut self, candidate: Element, kept: &Kept) {
        let number = self.number_of(&candidate);
        let mut before =
            number.and_then(|number| self.cards.remove(&number)).map(|(_, items)| items).unwrap_or_default();
        let knew_the_member = self.page.member().is_some();
        let mut items = Vec::new();
        for mut found in self.page.read(&candidate) {
            found.item.own = self.page.own(&found.item);
            let fingerprint = found.item.fingerprint();
            let known = before.iter().position(|known| known.fingerprint == fingerprint);
            items.push(self.scanned(found, fingerprint, known.map(|place| before.swap_remove(place)), kept));
        }
        if self.page.member().is_some() && !knew_the_member {
            self.tell_own_from_others();
        }
        if items.is_empty() {
            self.numbers.delete(&candidate);
            return;
        }
        let number = number.unwrap_or_else(|| {
            self.next_number = self.next_number.wrapping_add(1);
            self.next_number
        });
        self.numbers.set(&candidate, &number.into());
        self.cards.insert(number, (candidate, items));
    }

    /// An item with what is found in it; from `known` where that still holds. Nobody asked about the items of authors who do not concern
    /// the member, so they are not looked into.
    fn scanned(&self, found: Found, fingerprint: u32, known: Option<Scanned>, kept: &Kept) -> Scanned {
        let item = &found.item;
        let concerns = kept.choices.concern(item.own, &item.author, || found.byline());
        // What hangs on an item comes later than its words, and is no part of the fingerprint.
        let holds = |known: &Scanned| {
            known.round == self.round && known.concerns == concerns && known.found.item.attached == item.attached
        };
        if let Some(known) = known.filter(holds) {
            return Scanned { found, ..known };
        }
        let mut scanned = Scanned::unread(found, fingerprint, concerns, self.round);
        if concerns {
            scanned.scan(&self.lifeline, kept);
        }
        scanned
    }
}

/// A number that crosses to JavaScript as a plain number.
fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
