//! The list of texts in which something was found: what is asked for, in which order, a page at a time.

use super::excerpt::{self, Piece};
use super::{Entry, Found, State};
use crate::archive::Source;
use crate::detect::{Finding, Kind, Severity};
use crate::item::Audience;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Texts on one page of the list.
pub const PAGE: usize = 20;

/// Which texts are wanted. What is left out may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// What something in it discloses.
    pub kind: Option<Kind>,
    /// How much harm that can do.
    pub severity: Option<Severity>,
    /// What was decided about it; without, all that is not ignored.
    pub state: Option<State>,
    /// When the text was published.
    pub year: When,
    /// Who can read it.
    pub audience: Option<Audience>,
    /// Words in it, in whatever case.
    pub words: String,
    /// What it is part of.
    pub part: PartOf,
    /// Which comes first.
    pub order: Order,
}

/// A year that is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// Any.
    #[default]
    Any,
    /// None that is known.
    Unknown,
    /// This one.
    Year(i32),
}

/// A part of the picture whose texts are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartOf {
    /// No part: all texts.
    #[default]
    Whole,
    /// One text, by its number.
    Record(u32),
    /// A person or firm, by its place among those named most.
    Name(usize),
    /// A number, address or key, by its place among those given most.
    Identifier(usize),
}

/// Which text comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// What can do most harm; of that, what anyone can read.
    #[default]
    Severity,
    /// What anyone can read; of that, what can do most harm.
    Public,
    /// The newest.
    Newest,
    /// The oldest.
    Oldest,
}

/// A page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Texts that there are.
    pub total: usize,
    /// The place of the first one shown.
    pub from: usize,
    /// Those on this page.
    pub shown: Vec<Shown>,
    /// Findings by kind in all texts, but for those ignored.
    pub counts: Vec<(Kind, u32)>,
    /// Findings about which nothing is decided.
    pub open: u32,
}

/// A text in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Its number.
    pub number: u32,
    /// When it was published, as far as is known (ISO 8601).
    pub date: Option<String>,
    /// Where it stood.
    pub source: Source,
    /// The file's name in the export.
    pub file: String,
    /// The row in it.
    pub row: u64,
    /// Its page on LinkedIn.
    pub link: Option<String>,
    /// Who can read it.
    pub audience: Audience,
    /// The words.
    pub pieces: Vec<Piece>,
    /// What was found in it, in the order of the words; of many the first.
    pub findings: Vec<ShownFinding>,
    /// How many more were found.
    pub more: usize,
}

/// A finding in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownFinding {
    /// What it discloses.
    pub kind: Kind,
    /// How much harm that can do.
    pub severity: Severity,
    /// How sure Deksel is, in percent.
    pub confidence: u8,
    /// The words.
    pub words: String,
    /// What was decided about it.
    pub state: State,
}

impl Shown {
    /// What was decided about all in it that is not ignored; nothing where that differs.
    pub fn state(&self) -> State {
        let mut states = self.findings.iter().map(|finding| finding.state).filter(|state| *state != State::Ignored);
        match states.next() {
            None => State::Ignored,
            Some(state) if states.all(|other| other == state) => state,
            Some(_) => State::Open,
        }
    }
}

impl ShownFinding {
    /// A finding in a text.
    pub(super) fn of(finding: &Finding, text: &str, state: State) -> ShownFinding {
        let words = text.get(finding.start..finding.end).unwrap_or_default().to_owned();
        ShownFinding { kind: finding.kind, severity: finding.severity, confidence: finding.confidence, words, state }
    }
}

impl Query {
    /// The places of the entries that are wanted, in order. `records` are the numbers of the texts of [`Query::part`], where it is one.
    pub(super) fn places(&self, entries: &[Entry], records: Option<&[u32]>) -> Vec<u32> {
        let words = self.words.trim().to_lowercase();
        let mut wanted: Vec<_> = (0_u32..)
            .zip(entries)
            .filter(|(_, entry)| records.is_none_or(|records| records.binary_search(&entry.record.number).is_ok()))
            .filter(|(_, entry)| self.wants(entry))
            .filter(|(_, entry)| words.is_empty() || entry.record.item.text.to_lowercase().contains(&words))
            .map(|(place, entry)| (self.rank(entry), place))
            .collect();
        wanted.sort_unstable();
        wanted.into_iter().map(|(_, place)| place).collect()
    }

    fn wants(&self, entry: &Entry) -> bool {
        let year = match self.year {
            When::Any => true,
            When::Unknown => entry.year.is_none(),
            When::Year(year) => entry.year == Some(year),
        };
        let audience = self.audience.is_none_or(|audience| audience == entry.record.item.audience);
        year && audience && entry.found.iter().any(|found| self.wants_finding(found))
    }

    fn wants_finding(&self, found: &Found) -> bool {
        self.kind.is_none_or(|kind| kind == found.finding.kind)
            && self.severity.is_none_or(|severity| severity == found.finding.severity)
            && self.state.map_or(found.state != State::Ignored, |state| state == found.state)
    }

    /// Smaller comes first; what has no date comes last.
    fn rank(&self, entry: &Entry) -> [i64; 3] {
        let worst =
            entry.found.iter().filter(|found| self.wants_finding(found)).map(|found| found.finding.severity).max();
        let harm = match worst {
            Some(Severity::High) => 0,
            Some(Severity::Medium) => 1,
            Some(Severity::Low) | None => 2,
        };
        let open = match entry.record.item.audience {
            Audience::Public => 0,
            Audience::Unknown => 1,
            Audience::Limited => 2,
        };
        let time = entry.record.item.time.and_then(|time| i64::try_from(time).ok());
        let newest = time.map_or(i64::MAX, |time| -time);
        match self.order {
            Order::Severity => [harm, open, newest],
            Order::Public => [open, harm, newest],
            Order::Newest => [newest, 0, 0],
            Order::Oldest => [time.unwrap_or(i64::MAX), 0, 0],
        }
    }
}

impl List {
    /// The page that begins at a place among those that are wanted.
    pub(super) fn page(entries: &[Entry], places: &[u32], from: usize) -> List {
        let at = |place: &u32| entries.get(usize::try_from(*place).ok()?);
        let shown = places.iter().skip(from).take(PAGE).filter_map(at).map(Entry::shown).collect();
        let mut counts: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, 0)).collect();
        let mut open = 0;
        for found in entries.iter().flat_map(|entry| &entry.found).filter(|found| found.state != State::Ignored) {
            open += u32::from(found.state == State::Open);
            if let Ok(place) = counts.binary_search_by_key(&found.finding.kind, |(kind, _)| *kind)
                && let Some((_, count)) = counts.get_mut(place)
            {
                *count += 1;
            }
        }
        counts.retain(|(_, count)| *count > 0);
        counts.sort_by_key(|(_, count)| Reverse(*count));
        List { total: places.len(), from, shown, counts, open }
    }
}

impl Entry {
    fn shown(&self) -> Shown {
        let record = &self.record;
        let text = &record.item.text;
        let findings: Vec<Finding> = self.found.iter().map(|found| found.finding.clone()).collect();
        let shown = self.found.iter().take(excerpt::SHOWN);
        Shown {
            number: record.number,
            date: record.date.map(|date| date.to_string()),
            source: record.source,
            file: record.file.clone(),
            row: record.row,
            link: record.link.clone(),
            audience: record.item.audience,
            pieces: excerpt::pieces(text, &findings),
            findings: shown.map(|found| ShownFinding::of(&found.finding, text, found.state)).collect(),
            more: self.found.len().saturating_sub(excerpt::SHOWN),
        }
    }
}
