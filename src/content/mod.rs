//! What runs in a LinkedIn tab: page → item → scan → finding → marks and cards.

mod address;
mod guiding;
mod kept;
mod keys;
mod member;
mod page;
mod report;
mod scanned;
mod written;

pub use guiding::typed;
pub use kept::Kept;
pub use member::{act, bring_into_sight, command, go_to, pause};
pub use page::ScannedPage;
pub use report::{Report, ToldDraft, ToldItem};
pub use scanned::Scanned;
pub use written::ScannedDraft;
#[cfg(feature = "pages")]
pub use {
    guiding::HeldLetter,
    kept::{IGNORED, LAST_MEMBER, REMIND_OF_SETTING, name_for, remembered},
};
#[cfg(feature = "popup")]
pub use {guiding::ToldTyped, report::ToldFinding};

use crate::{
    held,
    lifeline::{Lifeline, Phase},
    linkedin::{Change, Place, SettingState, Watch, read_setting},
    ui::Overlay,
};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlImageElement, Performance, window};

/// How long changes are gathered before they are read, in milliseconds: LinkedIn renders in bursts.
const PAUSE: u32 = 150;

/// How long at least is read before what was found is shown again, while there is more to read, in milliseconds.
const REFRESH: f64 = 250.0;

/// The same for a page that takes long to draw on, as a multiple of that: most of the time is for reading.
const REFRESH_SHARE: f64 = 4.0;

/// How long Deksel reads at a stretch, in milliseconds: then the page has its turn.
const STRETCH: f64 = 8.0;

/// Only invented pages run this in the extension's own pages, and what they show is true of nobody.
pub const IS_INVENTED: bool = cfg!(feature = "pages");

thread_local! {
    static TAB: RefCell<Option<Tab>> = const { RefCell::new(None) };
}

struct Tab {
    lifeline: Lifeline,
    document: Document,
    clock: Performance,
    keys: keys::Keys,
    started: f64,
    watch: Watch,
    place: Place,
    /// The path of the page's address.
    path: String,
    page: ScannedPage,
    kept: Kept,
    /// The path at which the member paused Deksel.
    paused_at: Option<String>,
    /// Goes on when the pause is over.
    pause_ends: Option<Timeout>,
    /// When the page is to be looked at again, in milliseconds of its clock.
    look_at: Option<f64>,
    waiting: Option<Timeout>,
    /// Until when there is only reading while there is more to read, in milliseconds of the page's clock.
    reads_until: f64,
    /// Something was read that is not shown yet.
    show_is_due: bool,
    /// What is drawn; nothing while nothing may be.
    overlay: Option<Overlay>,
    /// Says, while anything may be drawn, that the script is still there.
    lease: Option<Timeout>,
    /// The number that the badge was last told.
    badge: u32,
    report: Report,
    /// What there is to say about the page as a whole.
    guiding: guiding::Guiding,
}

/// Starts reading the page and drawing on it, until the lifeline ends: as soon as it is known what the member chose.
pub fn start(lifeline: Lifeline) -> Result<(), JsValue> {
    window().ok_or("no window")?;
    wasm_bindgen_futures::spawn_local(async move {
        let kept = Kept::read().await;
        if !lifeline.signal().aborted() {
            // What fails here is missing in every page, such as a clock.
            let _ = begin(&lifeline, kept);
        }
    });
    Ok(())
}

fn begin(lifeline: &Lifeline, kept: Kept) -> Result<(), JsValue> {
    let window = window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let clock = window.performance().ok_or("no clock")?;
    let watch = Watch::start(&document, lifeline, |changes| with_tab(|tab| tab.note_changes(changes)))?;
    let tab = Tab {
        keys: keys::Keys::NONE,
        overlay: None,
        lease: None,
        badge: 0,
        started: lifeline.begun(),
        watch,
        place: Place::Elsewhere,
        path: String::new(),
        page: ScannedPage::new(lifeline),
        kept,
        paused_at: None,
        pause_ends: None,
        look_at: None,
        waiting: None,
        reads_until: f64::NEG_INFINITY,
        show_is_due: false,
        report: Report::default(),
        guiding: guiding::Guiding::default(),
        lifeline: lifeline.clone(),
        document: document.clone(),
        clock,
    };
    member::listen(&tab)?;
    TAB.set(Some(tab));
    // What loads late moves what stands below it.
    for event in ["scroll", "resize", "load"] {
        lifeline.listen(&window, event, Phase::Capture, |_| in_overlay(|overlay, _| overlay.move_soon()))?;
    }
    lifeline.listen(&document, "keydown", Phase::Capture, |_| with_tab(|tab| tab.keys.note(tab.clock.now())))?;
    for event in ["change", "load"] {
        lifeline.listen(&document, event, Phase::Capture, |event| {
            let is_picture = event.target().is_some_and(|target| target.is_instance_of::<HtmlImageElement>());
            if !is_picture {
                with_tab(Tab::look_soon);
            }
        })?;
    }
    with_tab(|tab| {
        tab.look_where_we_are();
        tab.follow(true);
    });
    Ok(())
}

/// What the popup shows about this tab.
pub fn report() -> Report {
    TAB.with_borrow(|tab| tab.as_ref().map(Tab::told).unwrap_or_default())
}

/// The items on the page, in document order, handed to `tell` as they are told outside the core.
pub fn with_items<T>(tell: impl FnOnce(&[ToldItem<'_>]) -> T) -> Option<T> {
    TAB.with_borrow(|tab| {
        let tab = tab.as_ref()?;
        let items: Vec<ToldItem<'_>> = tab.page.in_order(&tab.document).into_iter().map(ToldItem::from).collect();
        Some(tell(&items))
    })
}

/// Does something with what is drawn, while anything is.
pub fn in_overlay(act: impl FnOnce(&mut Overlay, &ScannedPage)) {
    with_tab(|tab| {
        if let Some(overlay) = &mut tab.overlay {
            act(overlay, &tab.page);
        }
    });
}

/// Does something with the tab. After an event that is left alone the page will tell again.
fn with_tab(act: impl FnOnce(&mut Tab)) {
    held::with(&TAB, act);
}

impl Tab {
    fn note_changes(&mut self, changes: Vec<Change>) {
        self.page.note(changes);
        self.look_soon();
    }

    /// Looks at the page again when LinkedIn has had time to finish what it is rendering.
    fn look_soon(&mut self) {
        self.report.settled = false;
        let now = self.clock.now();
        self.look_at.get_or_insert(now + f64::from(PAUSE));
        self.go_on_after(PAUSE);
    }

    fn go_on_after(&mut self, pause: u32) {
        if self.waiting.is_none() && !self.lifeline.signal().aborted() {
            self.waiting = Some(Timeout::new(pause, || {
                with_tab(|tab| {
                    tab.waiting = None;
                    tab.go_on();
                });
            }));
        }
    }

    /// Does the next thing that is due: looks around, shows what was found, or reads for a stretch. Each has a turn of its own, and the
    /// page has its turn in between.
    fn go_on(&mut self) {
        let begun = self.clock.now();
        if self.keys.are_coming(begun) {
            self.go_on_after(PAUSE);
        } else if self.look_at.take_if(|due| *due <= begun).is_some() {
            self.look_around();
            self.go_on_after(0);
        } else if self.show_is_due && (self.page.is_read() || begun > self.reads_until) {
            self.show(begun);
        } else {
            self.read(begun);
        }
        self.report.longest_stretch = self.report.longest_stretch.max(self.clock.now() - begun);
    }

    fn read(&mut self, begun: f64) {
        let clock = &self.clock;
        match self.place {
            Place::Messaging => self.page.close(),
            _ if self.rests() => self.page.close(),
            _ => self.page.read(&self.kept, || clock.now() < begun + STRETCH),
        }
        self.meet_the_member();
        self.show_is_due = true;
        self.go_on_after(0);
    }

    fn show(&mut self, begun: f64) {
        self.show_is_due = false;
        let is_read = self.page.is_read();
        if is_read {
            self.read_drafts();
        }
        self.draw();
        self.note();
        let now = self.clock.now();
        self.reads_until = now + REFRESH.max(REFRESH_SHARE * (now - begun));
        if is_read {
            self.report.settled = self.look_at.is_none();
            if self.look_at.is_some() {
                self.go_on_after(PAUSE);
            }
        } else {
            self.go_on_after(0);
        }
    }

    /// Takes in what concerns the page as a whole: where it is, the setting, and what is to be read.
    fn look_around(&mut self) {
        self.watch.look_for_roots();
        self.look_where_we_are();
        if !self.rests() {
            self.page.take_up_changes(&self.document, &self.place);
            self.meet_the_member();
            self.read_setting();
        }
    }

    fn look_where_we_are(&mut self) {
        let Some((path, query)) = address::of(&self.document) else { return };
        let place = Place::of(&path, &query);
        if self.path != path {
            self.path = path;
            // A pause on a page ends with the page.
            if self.paused_at.take().is_some() {
                self.draw_or_not();
                self.page.begin_anew(&self.document);
            }
        }
        if place != self.place {
            self.place = place;
            self.report.setting = SettingState::Unknown;
            self.arrive();
            self.page.note_all(&self.document);
        }
    }

    fn read_setting(&mut self) {
        let state = read_setting(&self.place, &self.watch.documents());
        if state != self.report.setting {
            self.report.setting = state;
            if state != SettingState::Unknown {
                self.report.setting_seen = Some(js_sys::Date::now());
                self.guiding.noted = self.kept.note_setting(state);
            }
        }
    }
}
