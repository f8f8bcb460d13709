//! What Deksel sees in a post that is shown: by the same rules as on LinkedIn, and put together by kind.

use crate::{
    detect::{self, Kind, Settings},
    item::Item,
};
use std::ops::Range;

/// What a text discloses of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What it discloses.
    pub kind: Kind,
    /// Where, in bytes of the text: whole words, in order.
    pub places: Vec<Range<usize>>,
}

/// A stretch of a text that is shown in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'t> {
    /// The words.
    pub words: &'t str,
    /// The place among what is seen; `None` for words that disclose nothing.
    pub seen: Option<usize>,
}

/// What a text discloses, kind by kind, in the order in which it begins.
pub fn seen_in(text: &str) -> Vec<Seen> {
    let item = Item { text: text.into(), ..Item::default() };
    let mut all: Vec<Seen> = Vec::new();
    for finding in detect::scan(&item, &Settings::default()) {
        let place = whole_words(text, finding.start..finding.end);
        match all.iter_mut().find(|seen| seen.kind == finding.kind) {
            Some(seen) if seen.places.last().is_some_and(|last| place.start <= last.end) => {
                if let Some(last) = seen.places.last_mut() {
                    last.end = last.end.max(place.end);
                }
            }
            Some(seen) => seen.places.push(place),
            None => all.push(Seen { kind: finding.kind, places: vec![place] }),
        }
    }
    all
}

/// The words that disclose something, as they stand in the text.
pub fn quote(text: &str, seen: &Seen) -> String {
    let words = seen.places.iter().filter_map(|place| text.get(place.clone()));
    words.collect::<Vec<_>>().join(" … ")
}

/// The text from beginning to end, cut where something else is seen. Words that disclose two things count for the last.
pub fn runs<'t>(text: &'t str, seen: &[Seen]) -> Vec<Run<'t>> {
    let all = || seen.iter().flat_map(|seen| &seen.places);
    let mut cuts: Vec<usize> = all().flat_map(|place| [place.start, place.end]).chain([0, text.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let of = |from: usize| seen.iter().rposition(|seen| seen.places.iter().any(|place| place.contains(&from)));
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs.filter_map(|(&from, &to)| Some(Run { words: text.get(from..to)?, seen: of(from) })).collect()
}

/// The place grown to whole words: on a screen for a room, half a number or half a word looks like a mistake.
fn whole_words(text: &str, place: Range<usize>) -> Range<usize> {
    let is_edge = |letter: char| letter.is_whitespace();
    let before = text.get(..place.start).unwrap_or_default();
    let behind = text.get(place.end..).unwrap_or_default();
    let from = before.rfind(is_edge).map_or(0, |at| at + before.get(at..).map_or(0, first_length));
    let to = place.end + behind.find(is_edge).unwrap_or(behind.len());
    let grown = text.get(from..to).unwrap_or_default();
    let signs = |letter: char| letter.is_ascii_punctuation() || letter == '…';
    // Signs around the words stay outside, but for those that were found with them.
    let start = (to - grown.trim_start_matches(signs).len()).min(place.start);
    let end = (from + grown.trim_end_matches(signs).len()).max(place.end);
    start..end
}

fn first_length(words: &str) -> usize {
    words.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_whole_words_kind_by_kind() {
        let text = "Mail (ada@voorbeeld.example) of bob@voorbeeld.example. Bel +31 6 12345678!";
        let seen = seen_in(text);
        assert_eq!(seen.iter().map(|seen| seen.kind).collect::<Vec<_>>(), [Kind::Email, Kind::Phone]);
        let quotes: Vec<String> = seen.iter().map(|seen| quote(text, seen)).collect();
        assert_eq!(quotes, ["ada@voorbeeld.example … bob@voorbeeld.example", "+31 6 12345678"]);
    }

    #[test]
    fn runs_are_the_whole_text() {
        let text = "Bel 06 12345678 of mail ada@voorbeeld.example!";
        let seen = seen_in(text);
        let runs = runs(text, &seen);
        assert_eq!(runs.iter().map(|run| run.words).collect::<String>(), text);
        assert_eq!(runs.iter().map(|run| run.seen).collect::<Vec<_>>(), [None, Some(0), None, Some(1), None]);
    }

    #[test]
    fn a_place_grows_to_the_words_around_it() {
        let grown = |text: &str, words: &str| {
            let start = text.find(words).unwrap();
            text.get(whole_words(text, start..start + words.len())).unwrap().to_owned()
        };
        assert_eq!(grown("thuis met een burn-out.", "een burn"), "een burn-out");
        assert_eq!(grown("Nu 4.100 euro, bruto", "100 euro"), "4.100 euro");
        assert_eq!(grown("(ik)", "ik"), "ik");
        assert_eq!(grown("één", "é"), "één");
        assert_eq!(grown("a\u{a0}b", "b"), "b");
    }
}
