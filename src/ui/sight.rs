//! What can be seen of a text: what clips it, and what covers it.

use super::placing::Edges;
use crate::linkedin::foreign;
use litemap::LiteMap;
use web_sys::{Element, HtmlElement, Range};

/// The most elements looked at between a text and its card.
const MOST_AROUND: usize = 40;

/// The elements that clip each finding's words, by the fingerprint of its item and its place there: they are looked up once, because
/// styles are dear to ask.
#[derive(Debug, Default)]
pub(super) struct Sight {
    clips: LiteMap<(u32, usize), Vec<Element>>,
}

impl Sight {
    /// Forgets what clips what: the page has changed.
    pub(super) fn forget(&mut self) {
        self.clips.clear();
    }

    /// The part of the window in which words of a card can be seen.
    pub(super) fn of(&mut self, finding: (u32, usize), words: &Range, card: &Element, room: &Edges) -> Edges {
        let clips = self.clips.entry(finding).or_insert_with(|| clips(words, card));
        clips.iter().filter_map(foreign::edges).fold(*room, |seen, edges| seen.meet(&Edges::of(&edges)))
    }
}

/// The elements around words, up to their card, that show only a part of them. (What clips the card as a whole covers it too.)
fn clips(words: &Range, card: &Element) -> Vec<Element> {
    let innermost = words.start_container().ok().and_then(|text| foreign::parent(&text));
    let around = std::iter::successors(innermost, |inner| (inner != card).then(|| foreign::parent(inner)).flatten());
    let clips = |element: &Element| foreign::style(element, "overflow-y").is_some_and(|value| value != "visible");
    around.take(MOST_AROUND).filter(clips).collect()
}

/// Whether something else of the page lies over a point of a card: a header that stays, a dialog, the end of what scrolls.
pub(super) fn is_covered(card: &Element, ours: &HtmlElement, left: f64, top: f64) -> bool {
    let Some(upmost) = foreign::element_at(card, left, top) else { return true };
    upmost != **ours && !foreign::contains(card, &upmost)
}
