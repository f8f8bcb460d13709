//! What the member chooses and does while the tab is open.

use super::{Scanned, Tab, guiding, in_overlay, with_tab};
use crate::{
    browser::{self, Storage},
    choices::{Act, Drawing},
    lifeline::Phase,
    linkedin::foreign,
    ui::{Overlay, system_says},
};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, window};

/// After how long it is looked again whether a pause is over, in milliseconds: timers stand still while a computer sleeps, and its clock
/// may be set.
const LONGEST_WAIT: f64 = 60_000.0;

/// How often what is drawn is renewed, in milliseconds: a few times before it lapses.
const RENEWAL: u32 = 2_000;

/// What LinkedIn's bars may cover at the window's edges, in CSS pixels.
const BARS: f64 = 80.0;

/// Carries out what the member does about a finding, in a turn of its own.
pub fn act(act: Act) {
    spawn_local(async move { with_tab(|tab| tab.carry_out(act)) });
}

/// Pauses on the page at this address, or goes on there.
pub fn pause(pauses: bool) {
    with_tab(|tab| tab.pause_here(pauses));
}

/// What a shortcut of the browser's asks for, by its name in the manifest.
pub fn command(name: &str) {
    match name {
        "next-finding" => in_overlay(Overlay::next_finding),
        "check-typing" => guiding::show_typed(),
        "open-panel" => in_overlay(Overlay::toggle_panel),
        "pause" => with_tab(|tab| tab.pause_here(!tab.rests_here())),
        _ => {}
    }
}

/// Scrolls to a finding, where it cannot be seen yet: the item by its fingerprint, and the finding's place among the item's.
pub fn go_to(item: u32, finding: usize) {
    with_tab(|tab| tab.go_to(item, finding));
}

/// Reads what is kept once more, because something of it has changed.
pub(super) fn read_again() {
    spawn_local(async {
        if let Ok(storage) = Storage::read().await {
            with_tab(|tab| {
                let before = tab.kept.as_it_is();
                tab.kept.take(storage);
                let choices_differ = tab.kept.choices != before.choices;
                let finds_otherwise = tab.kept.finds_otherwise(&before);
                if choices_differ || finds_otherwise {
                    let pauses_otherwise = tab.kept.choices.paused_until != before.choices.paused_until;
                    tab.follow(finds_otherwise || pauses_otherwise);
                }
            });
        }
    });
}

impl Tab {
    /// Pauses on the page at this address, or goes on there.
    fn pause_here(&mut self, pauses: bool) {
        self.paused_at = pauses.then(|| self.path.clone());
        self.follow(true);
    }

    fn carry_out(&mut self, act: Act) {
        let ignored = match act {
            Act::Ignore { item, finding, scope } => {
                let Some(scanned) = self.page.item(item) else { return };
                let Some(kind) = scanned.kinds().nth(finding) else { return };
                let Some(name) = self.kept.name_of(scope, kind, scanned.quote(finding), &scanned.found.item) else {
                    self.kept.is_refused = true;
                    return;
                };
                Some(name)
            }
            _ => None,
        };
        self.kept.carry_out(act, ignored);
        self.follow(true);
    }

    /// Learns who is looking, and goes by what that member ignores.
    pub(super) fn meet_the_member(&mut self) {
        if self.page.member().is_some_and(|slug| self.kept.meet(slug)) {
            self.page.begin_anew(&self.document);
            self.look_soon();
        }
    }

    /// Goes by what the member chose now; `reads_anew` where what was found may no longer hold.
    pub(super) fn follow(&mut self, reads_anew: bool) {
        self.pause_ends = self.kept.choices.pause_left(js_sys::Date::now()).map(|left| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a minute at most")]
            let left = left.min(LONGEST_WAIT) as u32;
            Timeout::new(left + 1, || with_tab(|tab| tab.follow(true)))
        });
        self.draw_or_not();
        if reads_anew {
            self.page.begin_anew(&self.document);
        }
        self.report.settled = false;
        self.look_at = Some(self.clock.now());
        self.waiting = None;
        self.go_on_after(0);
    }

    /// Has an overlay exactly when something may be drawn, and one that goes by what was chosen.
    pub(super) fn draw_or_not(&mut self) {
        let draws = self.kept.choices.drawing != Drawing::Quiet && !self.rests();
        let manner = self.kept.manner();
        if let Some(overlay) = self.overlay.take_if(|overlay| !draws || overlay.manner != manner) {
            overlay.put_away();
        }
        if draws && self.overlay.is_none() {
            self.overlay = Overlay::new(&self.document, &self.lifeline, manner).ok();
        }
        if self.overlay.is_none() {
            self.lease = None;
        } else if self.lease.is_none() {
            self.renew();
        }
    }

    /// A chain of single timers, so that none is left when the script's life ends.
    fn renew(&mut self) {
        if let Some(overlay) = &mut self.overlay {
            overlay.renew();
            self.lease = Some(Timeout::new(RENEWAL, || with_tab(Tab::renew)));
        }
    }

    /// The member paused Deksel, everywhere or at this address.
    pub(super) fn rests(&self) -> bool {
        self.rests_here() || self.kept.choices.is_paused(js_sys::Date::now())
    }

    /// The member paused Deksel at this address.
    pub(super) fn rests_here(&self) -> bool {
        self.paused_at.as_ref() == Some(&self.path)
    }

    fn go_to(&self, item: u32, finding: usize) {
        if let Some(scanned) = self.page.item(item) {
            bring_into_sight(scanned, finding);
        }
    }
}

/// Scrolls to a finding of an item, where it cannot be seen yet: only ever because the member asked to go there.
pub fn bring_into_sight(scanned: &Scanned, finding: usize) {
    let (found, finding) = (&scanned.found, scanned.findings.get(finding));
    let range = finding.and_then(|finding| found.words.range(&(finding.start..finding.end)));
    let around = range.as_ref().and_then(|range| foreign::parent(&range.start_container().ok()?));
    let target = around.or_else(|| found.words.root().cloned()).unwrap_or_else(|| found.card.clone());
    let edges = range.map(|range| range.get_bounding_client_rect()).or_else(|| foreign::edges(&target));
    let Some(window) = window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    // Under LinkedIn's bars nothing can be seen.
    if edges.is_some_and(|edges| edges.top() > BARS && edges.bottom() < height - BARS) {
        return;
    }
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Center);
    how.set_inline(ScrollLogicalPosition::Nearest);
    let is_calm = system_says("(prefers-reduced-motion: reduce)");
    how.set_behavior(if is_calm { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    foreign::scroll_to(&target, &how);
}

/// Starts to listen for choices made elsewhere.
pub(super) fn listen(tab: &Tab) -> Result<(), wasm_bindgen::JsValue> {
    // The member may come back from the page where the letter was written; and a page that slept heard of no change.
    tab.lifeline.listen(&tab.document, "visibilitychange", Phase::Capture, |_| {
        with_tab(|tab| {
            if !tab.document.hidden() {
                read_again();
                tab.ask_for_letter();
            }
        });
    })?;
    browser::on_storage_change(&tab.lifeline, read_again)
}
