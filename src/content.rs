//! What runs in a LinkedIn tab: page → item → scan → finding → marks and cards.

use crate::{
    browser,
    detect::{self, Finding, Settings},
    lifeline::{Lifeline, Phase},
    linkedin::{Page, Place, Post, SettingState, read_setting},
    ui::Overlay,
    wording::Language,
};
use gloo::timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, MutationObserver, MutationObserverInit, MutationRecord, Node, Performance, window};

/// How long the page must be left alone before it is read again, in milliseconds: LinkedIn renders in bursts.
const PAUSE: u32 = 150;

thread_local! {
    static TAB: RefCell<Option<Tab>> = const { RefCell::new(None) };
}

/// A post on the page with what was found in it.
#[derive(Debug)]
pub struct ScannedPost {
    /// The post, and where it stands.
    pub post: Post,
    /// What was found in its text.
    pub findings: Vec<Finding>,
    /// Tells the post from others in this tab.
    pub fingerprint: u32,
}

/// What the popup shows about a tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether the page is one that Deksel can read.
    pub recognised: bool,
    /// Posts read.
    pub posts: u32,
    /// Findings warned about.
    pub findings: u32,
    /// The AI setting, where the page shows it.
    pub setting: SettingState,
    /// From the core's start to the first warning drawn, in milliseconds.
    pub first_warning: Option<f64>,
}

/// The AI setting as last seen, kept in the browser under [`SeenSetting::NAME`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeenSetting {
    /// What the switch showed.
    pub state: SettingState,
    /// When, in milliseconds since 1970-01-01 UTC.
    pub seen: f64,
}

impl SeenSetting {
    /// The name under which it is kept.
    pub const NAME: &str = "setting";
}

struct Tab {
    lifeline: Lifeline,
    document: Document,
    clock: Performance,
    started: f64,
    page: Option<Page>,
    posts: Vec<ScannedPost>,
    /// Parts of the page that changed since they were last read.
    changed: Vec<Element>,
    waiting: Option<Timeout>,
    overlay: Overlay,
    report: Report,
}

/// Starts reading the page and drawing on it, until the lifeline ends.
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    let window = window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let clock = window.performance().ok_or("no clock")?;
    let root = document.document_element().ok_or("no document element")?;
    let tab = Tab {
        overlay: Overlay::new(&document, &lifeline, Language::of(&browser::language()))?,
        started: clock.now(),
        page: None,
        posts: Vec::new(),
        changed: vec![root],
        waiting: None,
        report: Report::default(),
        lifeline: lifeline.clone(),
        document: document.clone(),
        clock,
    };
    TAB.set(Some(tab));
    observe(&document, &lifeline)?;
    for event in ["scroll", "resize"] {
        lifeline.listen(&window, event, Phase::Capture, |_| in_tab(|tab| tab.overlay.move_soon()))?;
    }
    lifeline.listen(&document, "change", Phase::Capture, |_| in_tab(Tab::read_soon))?;
    in_tab(Tab::read_changes);
    Ok(())
}

/// What the popup shows about this tab.
pub fn report() -> Report {
    TAB.with_borrow(|tab| tab.as_ref().map(|tab| tab.report).unwrap_or_default())
}

/// Does something with what is drawn, for a listener of the overlay's own.
pub fn in_overlay(act: impl FnOnce(&mut Overlay, &[ScannedPost])) {
    in_tab(|tab| act(&mut tab.overlay, &tab.posts));
}

/// Does something with the tab. An event that arrives while another is being handled is left alone: the page will tell again.
fn in_tab(act: impl FnOnce(&mut Tab)) {
    TAB.with(|tab| {
        if let Ok(mut tab) = tab.try_borrow_mut()
            && let Some(tab) = tab.as_mut()
        {
            act(tab);
        }
    });
}

fn observe(document: &Document, lifeline: &Lifeline) -> Result<(), JsValue> {
    let on_change = Closure::<dyn FnMut(Vec<MutationRecord>)>::new(|records: Vec<MutationRecord>| {
        in_tab(|tab| {
            tab.changed.extend(records.iter().filter_map(|record| element_of(record.target()?)));
            tab.read_soon();
        });
    });
    let observer = MutationObserver::new(on_change.into_js_value().unchecked_ref())?;
    let what = MutationObserverInit::new();
    what.set_subtree(true);
    what.set_child_list(true);
    what.set_character_data(true);
    what.set_attribute_filter(&js_sys::Array::of1(&"aria-checked".into()));
    observer.observe_with_options(document, &what)?;
    lifeline.at_end(&observer, "disconnect")
}

fn element_of(node: Node) -> Option<Element> {
    match node.dyn_into::<Element>() {
        Ok(element) => Some(element),
        Err(node) => node.parent_element(),
    }
}

impl Tab {
    fn read_soon(&mut self) {
        if self.waiting.is_none() {
            self.waiting = Some(Timeout::new(PAUSE, || {
                in_tab(|tab| {
                    tab.waiting = None;
                    tab.read_changes();
                });
            }));
        }
    }

    fn read_changes(&mut self) {
        let path = self.document.location().and_then(|location| location.pathname().ok()).unwrap_or_default();
        let place = Place::of(&path);
        let changed = std::mem::take(&mut self.changed);
        match place {
            Place::Messaging => self.posts.clear(),
            _ => self.read_posts(&changed),
        }
        if place == Place::Setting {
            self.read_setting();
        }
        self.overlay.redraw(&self.posts);
        self.note();
    }

    fn read_posts(&mut self, changed: &[Element]) {
        if self.page.is_none() {
            self.page = Page::recognise(&self.document);
        }
        let Some(page) = &mut self.page else { return };
        if let Some(root) = self.document.document_element() {
            page.learn_own_slug(&root);
        }
        self.posts.retain(|scanned| scanned.post.card.is_connected());
        let mut cards: Vec<Element> = Vec::new();
        for element in changed.iter().filter(|element| element.is_connected()) {
            for card in page.card_around(element).map_or_else(|| page.cards(element), |card| vec![card]) {
                if !cards.contains(&card) {
                    cards.push(card);
                }
            }
        }
        for card in cards {
            let before = self
                .posts
                .iter()
                .position(|scanned| scanned.post.card == card)
                .map(|place| self.posts.swap_remove(place));
            if let Some(post) = page.read(&card) {
                self.posts.push(scan(&self.lifeline, post, before));
            }
        }
    }

    fn read_setting(&mut self) {
        let state = read_setting(&self.document);
        if state != self.report.setting && state != SettingState::Unknown {
            let seen = SeenSetting { state, seen: js_sys::Date::now() };
            wasm_bindgen_futures::spawn_local(async move {
                // A full storage loses the reminder, not what the page shows.
                let _ = browser::store(SeenSetting::NAME, &seen).await;
            });
        }
        self.report.setting = state;
    }

    fn note(&mut self) {
        let findings =
            self.posts.iter().filter(|scanned| scanned.is_warned_about()).map(|scanned| count(&scanned.findings)).sum();
        if findings != self.report.findings {
            browser::tell_count(findings);
        }
        if findings > 0 && self.report.first_warning.is_none() {
            self.report.first_warning = Some(self.clock.now() - self.started);
        }
        self.report.recognised = self.page.is_some();
        self.report.posts = count(&self.posts);
        self.report.findings = findings;
    }
}

impl ScannedPost {
    /// Advertisements are read, but never warned about.
    pub fn is_warned_about(&self) -> bool {
        !self.post.item.promoted && !self.findings.is_empty()
    }
}

fn scan(lifeline: &Lifeline, post: Post, before: Option<ScannedPost>) -> ScannedPost {
    let fingerprint = post.item.fingerprint();
    let findings = match before {
        Some(before) if before.fingerprint == fingerprint => before.findings,
        _ if lifeline.skips(fingerprint) => Vec::new(),
        _ => {
            lifeline.scanning(fingerprint);
            #[cfg(feature = "probe")]
            crate::probe::provoke_in(&post.item.text);
            detect::scan(&post.item, &Settings::default())
        }
    };
    ScannedPost { post, findings, fingerprint }
}

/// A length that crosses to JavaScript as a plain number.
fn count<T>(things: &[T]) -> u32 {
    u32::try_from(things.len()).unwrap_or(u32::MAX)
}
