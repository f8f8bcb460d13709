//! The way to a finding: the page is only ever scrolled because the member asked to go there.

use super::{opened::What, overlay::Overlay};
use crate::{
    content::{Scanned, ScannedPage, bring_into_sight},
    linkedin::foreign,
};

impl Overlay {
    /// Shows the next finding on the page, for a shortcut: after the open one, or the first that is not above the window.
    pub fn next_finding(&mut self, page: &ScannedPage) {
        let all: Vec<(u32, usize, f64)> = self.in_order(page).into_iter().flat_map(places).collect();
        let here = self.open.as_ref().and_then(|open| match open.what {
            What::Card(item, place) => all.iter().position(|(one, at, _)| (*one, *at) == (item, place)),
            What::Panel => None,
        });
        let next = match here {
            Some(here) => all.get(here + 1).or(all.first()),
            None => all.iter().find(|(_, _, bottom)| *bottom > 0.0).or(all.first()),
        };
        if let Some((item, place, _)) = next {
            self.go_to(*item, *place, page);
        }
    }

    /// Goes to a finding because the member asked to: the page is scrolled no further than it takes.
    pub(super) fn go_to(&mut self, item: u32, place: usize, page: &ScannedPage) {
        let Some(scanned) = page.item(item) else { return };
        bring_into_sight(scanned, place);
        // A card that cannot be drawn stays closed.
        let _ = self.open(What::Card(item, place), page);
    }
}

/// Every finding of an item, with the foot of its item in the window.
fn places(scanned: &Scanned) -> impl Iterator<Item = (u32, usize, f64)> {
    let bottom = foreign::edges(&scanned.found.card).map(|edges| edges.bottom()).unwrap_or_default();
    (0..scanned.kinds().count()).map(move |place| (scanned.fingerprint, place, bottom))
}
