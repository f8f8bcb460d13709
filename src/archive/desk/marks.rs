//! What the member decided about findings, now and before, known again by codes that tell nobody what was decided about.

use super::Entry;
use crate::choices::{Key, Scope};
use crate::detect::{Kind, normalised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the member decided about a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nothing yet.
    #[default]
    Open,
    /// It is dealt with, on LinkedIn.
    Done,
    /// It may stay as it is.
    Keep,
    /// It is nothing to be told of.
    Ignored,
}

/// What was decided before: this browser's key, and codes by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// The key as it is kept; without one, decisions hold as long as the page is open.
    pub key: String,
    /// Codes of what is done.
    pub done: BTreeSet<String>,
    /// Codes of what may stay.
    pub keep: BTreeSet<String>,
    /// Codes of what is ignored: in one text, or everywhere.
    pub ignored: BTreeSet<String>,
}

/// A key of nobody's, for decisions that are not kept.
const NO_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A decision of the member's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The text, by its number.
    pub record: u32,
    /// The finding's place in it; without, all that are not ignored.
    pub finding: Option<usize>,
    /// What is decided.
    pub state: State,
    /// How far it goes; only what is ignored is so everywhere.
    pub scope: Scope,
}

/// Codes to be kept, and to be forgotten, in the list of one state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which list.
    pub list: State,
    /// What comes in.
    pub add: Vec<String>,
    /// What goes out.
    pub remove: Vec<String>,
}

/// The decisions, while the page is open.
#[derive(Debug, Default)]
pub(super) struct Decided {
    key: Option<Key>,
    done: BTreeSet<String>,
    keep: BTreeSet<String>,
    ignored: BTreeSet<String>,
}

impl From<Marks> for Decided {
    fn from(Marks { key, done, keep, ignored }: Marks) -> Decided {
        Decided { key: Key::read(&key).or_else(|| Key::read(NO_KEY)), done, keep, ignored }
    }
}

impl Decided {
    /// What was decided about a finding: these words of this kind in an entry's text.
    pub(super) fn state(&self, entry: &Entry, kind: Kind, words: &str) -> State {
        let Some(key) = &self.key else { return State::Open };
        if self.done.is_empty() && self.keep.is_empty() && self.ignored.is_empty() {
            return State::Open;
        }
        let here = key.ignored(Scope::Here, kind, words, &entry.record.item);
        if self.done.contains(&here) {
            return State::Done;
        }
        if self.keep.contains(&here) {
            return State::Keep;
        }
        let ignored = |code: &String| self.ignored.contains(code);
        let is_ignored = !self.ignored.is_empty()
            && (ignored(&here) || ignored(&key.ignored(Scope::Everywhere, kind, words, &entry.record.item)));
        if is_ignored { State::Ignored } else { State::Open }
    }

    /// Carries out a decision on the entry at a place; what is to be kept and forgotten for it.
    pub(super) fn decide(&mut self, entries: &mut [Entry], place: usize, decision: Decision) -> Vec<Change> {
        let changes = [State::Done, State::Keep, State::Ignored].map(|list| Change { list, ..Change::default() });
        let Some((key, entry)) = self.key.clone().zip(entries.get(place)) else { return Vec::new() };
        let [mut done, mut keep, mut ignored] = changes;
        let mut touched = Vec::new();
        for (number, found) in entry.found.iter().enumerate() {
            if decision.finding.is_some_and(|wanted| wanted != number) {
                continue;
            }
            // What is ignored stays so when the rest of its text is decided about.
            if decision.finding.is_none() && found.state == State::Ignored {
                continue;
            }
            let words = entry.words(found);
            let [here, everywhere] = [Scope::Here, Scope::Everywhere]
                .map(|scope| key.ignored(scope, found.finding.kind, words, &entry.record.item));
            for change in [&mut done, &mut keep, &mut ignored] {
                change.remove.push(here.clone());
            }
            if decision.state == State::Open {
                ignored.remove.push(everywhere.clone());
            }
            match decision.state {
                State::Open => {}
                State::Done => done.add.push(here),
                State::Keep => keep.add.push(here),
                State::Ignored if decision.scope == Scope::Everywhere => ignored.add.push(everywhere),
                State::Ignored => ignored.add.push(here),
            }
            touched.push((found.finding.kind, letters(words)));
        }
        for (list, change) in
            [(&mut self.done, &mut done), (&mut self.keep, &mut keep), (&mut self.ignored, &mut ignored)]
        {
            change.remove.retain(|code| list.remove(code) && !change.add.contains(code));
            list.extend(change.add.iter().cloned());
        }
        self.look_again(entries, &touched);
        [done, keep, ignored].into_iter().filter(|change| !change.add.is_empty() || !change.remove.is_empty()).collect()
    }

    /// Looks again at everything of these kinds in these words: what is ignored everywhere may stand in any text.
    fn look_again(&self, entries: &mut [Entry], touched: &[(Kind, Vec<u8>)]) {
        for entry in entries {
            for number in 0..entry.found.len() {
                let Some(found) = entry.found.get(number) else { continue };
                let (kind, words) = (found.finding.kind, entry.words(found));
                if !touched
                    .iter()
                    .any(|(touched, letters)| *touched == kind && normalised(words).eq(letters.iter().copied()))
                {
                    continue;
                }
                let state = self.state(entry, kind, words);
                if let Some(found) = entry.found.get_mut(number) {
                    found.state = state;
                }
            }
        }
    }
}

fn letters(words: &str) -> Vec<u8> {
    normalised(words).collect()
}
