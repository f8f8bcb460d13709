//! The picture as the page shows it: counts, and what is named most. The texts behind them are asked for in the list.

use super::{Desk, State};
use crate::archive::picture::{Month, Parts};
use crate::archive::{FileRead, Unopened};
use crate::detect::{Kind, Severity};
use crate::wording::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Steps of the course on one page.
pub const STEPS: usize = 40;

/// What was read, and what it shows as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Texts that were read, but for those that were left out.
    pub texts: u64,
    /// Texts in which something was found.
    pub telling: usize,
    /// Words of the member's may be missing.
    pub partial: bool,
    /// Texts that were passed over, because a fault was met in them.
    pub passed_over: u64,
    /// Texts that were left out, because there was no room for more.
    pub beyond: u64,
    /// The files that were read.
    pub files: Vec<FileRead>,
    /// The files that were not opened.
    pub unopened: Vec<Unopened>,
    /// What could not be read, a sentence each.
    pub troubles: Vec<String>,
    /// Sentences more.
    pub more_troubles: usize,
    /// Findings by year.
    pub years: Vec<Year>,
    /// Findings by year and kind.
    pub cells: Vec<Cell>,
    /// Steps of the company's course.
    pub steps: usize,
    /// Persons and firms, those named most first.
    pub names: Vec<Named>,
    /// Numbers, addresses and keys, those given most first.
    pub identifiers: Vec<Given>,
    /// Reactions by month.
    pub reactions: Vec<Month>,
    /// Votes by month.
    pub votes: Vec<Month>,
}

/// The findings of a year, by how much harm they can do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// The year, where it is known.
    pub year: Option<i32>,
    /// Those that can do harm.
    pub high: u32,
    /// Those that are worth a second look.
    pub medium: u32,
    /// Those that are good to know.
    pub low: u32,
}

/// The findings of one kind in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The year, where it is known.
    pub year: Option<i32>,
    /// What they disclose.
    pub kind: Kind,
    /// How many.
    pub count: u64,
}

/// A person or firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// As written.
    pub name: String,
    /// How often.
    pub count: u64,
}

/// A number, an address or a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What it is.
    pub kind: Kind,
    /// As written.
    pub words: String,
    /// How often.
    pub count: u64,
}

/// Some steps of the company's course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Steps that there are.
    pub total: usize,
    /// Those that are not among them: more than a few of one kind in one month.
    pub left_out: u64,
    /// The place of the first one shown.
    pub from: usize,
    /// Those that are shown, in order.
    pub steps: Vec<Told>,
}

/// A step of the company's course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When it was told (ISO 8601, as far as is known).
    pub date: Option<String>,
    /// The text that tells it, by its number.
    pub record: u32,
    /// What it discloses.
    pub kind: Kind,
    /// The sentence that tells it.
    pub quote: String,
}

impl Course {
    /// The steps that begin at a place.
    pub(super) fn from(parts: Option<&Parts>, from: usize) -> Course {
        let Some(parts) = parts else { return Course::default() };
        let steps = parts.course.iter().skip(from).take(STEPS).map(|step| Told {
            date: step.date.map(|date| date.to_string()),
            record: step.record,
            kind: step.kind,
            quote: step.quote.clone(),
        });
        Course { total: parts.course.len(), left_out: parts.course_left_out, from, steps: steps.collect() }
    }
}

impl Desk {
    pub(super) fn overview(&self, parts: &Parts) -> Overview {
        let names = parts.names.iter().map(|named| Named { name: named.name.clone(), count: named.counted.count });
        let given = parts.identifiers.iter().map(|given| Given {
            kind: given.kind,
            words: given.quote.clone(),
            count: given.counted.count,
        });
        let cells =
            parts.timeline.iter().map(|cell| Cell { year: cell.year, kind: cell.kind, count: cell.counted.count });
        let language = Language::of(&self.language);
        Overview {
            texts: self.texts_with_room(),
            telling: self.entries.len(),
            partial: self.summary.partial,
            passed_over: self.passed_over,
            beyond: self.beyond,
            files: self.summary.files.clone(),
            unopened: self.summary.unopened.clone(),
            troubles: self.troubles.iter().map(|trouble| trouble.in_language(language)).collect(),
            more_troubles: self.more_troubles,
            years: self.years(),
            cells: cells.collect(),
            steps: parts.course.len(),
            names: names.collect(),
            identifiers: given.collect(),
            reactions: parts.reactions.clone(),
            votes: parts.votes.clone(),
        }
    }

    fn years(&self) -> Vec<Year> {
        let mut years: BTreeMap<Option<i32>, Year> = BTreeMap::new();
        for entry in &self.entries {
            let year = years.entry(entry.year).or_insert(Year { year: entry.year, ..Year::default() });
            for found in entry.found.iter().filter(|found| found.state != State::Ignored) {
                match found.finding.severity {
                    Severity::High => year.high += 1,
                    Severity::Medium => year.medium += 1,
                    Severity::Low => year.low += 1,
                }
            }
        }
        years.into_values().collect()
    }
}
