//! What a stranger, a competitor or a model could piece together from all of it. Grows with the years, not with the posts.

mod names;
mod ranking;

use super::{Date, Record, Source, Tally};
use crate::detect::{Finding, Kind};
use ranking::Ranking;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use ranking::Counted;

/// Kinds that tell the course of a company.
const COURSE: [Kind; 8] = [
    Kind::Client,
    Kind::Partnership,
    Kind::Deal,
    Kind::Launch,
    Kind::Finance,
    Kind::Hiring,
    Kind::Workforce,
    Kind::Insolvency,
];
/// Kinds in whose words other persons and firms stand.
const NAMING: [Kind; 3] = [Kind::Client, Kind::Partnership, Kind::ThirdParty];
/// Kinds that are a number, an address or a key.
const IDENTIFIERS: [Kind; 12] = [
    Kind::Email,
    Kind::Phone,
    Kind::BankAccount,
    Kind::PaymentCard,
    Kind::NationalId,
    Kind::TravelDocument,
    Kind::PostalAddress,
    Kind::LicencePlate,
    Kind::BirthDate,
    Kind::OnlineId,
    Kind::CryptoWallet,
    Kind::Secret,
];
/// Steps of the course that are kept of one kind in one month.
const STEPS_A_MONTH: usize = 3;
/// Kinds and months of which steps are kept.
const STEPS_MAX: usize = 6000;
/// Names and identifiers that are shown.
const SHOWN: usize = 100;
/// Bytes of an identifier by which it is known again; a key may be as long as a text.
const QUOTE_MAX: usize = 300;
/// Bytes of a quote on each side of a finding.
const AROUND: usize = 120;
/// Years that can be meant.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The picture while it is drawn, item after item.
#[derive(Default)]
pub struct Picture {
    items: u64,
    timeline: BTreeMap<(Option<i32>, Kind), Counted>,
    course: BTreeMap<(String, Kind), Vec<(u8, Step)>>,
    course_left_out: u64,
    names: Ranking<String>,
    identifiers: Ranking<(Kind, String)>,
    months: BTreeMap<(Source, Option<String>), u64>,
}

/// The picture as it is shown. Record numbers are [`Record::number`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// Items that were looked at.
    pub items: u64,
    /// Findings by year and kind; years that are not known come first.
    pub timeline: Vec<Year>,
    /// What happened to the company, in order.
    pub course: Vec<Step>,
    /// Steps of the course that are not among them: more than a few of one kind in one month.
    pub course_left_out: u64,
    /// Persons and firms, those named most first.
    pub names: Vec<Named>,
    /// Numbers, addresses and keys, those given most first.
    pub identifiers: Vec<Identifier>,
    /// Reactions by month.
    pub reactions: Vec<Month>,
    /// Votes by month.
    pub votes: Vec<Month>,
}

/// The findings of one kind in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Year {
    /// The year, where it is known.
    pub year: Option<i32>,
    /// What they disclose.
    pub kind: Kind,
    /// How many, and where.
    #[serde(flatten)]
    pub counted: Counted,
}

/// A step in the course of the company.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Step {
    /// When it was told.
    pub date: Option<Date>,
    /// The record that tells it.
    pub record: u32,
    /// What it discloses.
    pub kind: Kind,
    /// The sentence that tells it, or the part of it around the finding.
    pub quote: String,
}

/// A person or firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// As written.
    pub name: String,
    /// How often, and where.
    #[serde(flatten)]
    pub counted: Counted,
}

/// A number, an address or a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Identifier {
    /// What it is.
    pub kind: Kind,
    /// As written.
    pub quote: String,
    /// How often, and where.
    #[serde(flatten)]
    pub counted: Counted,
}

/// A month, and how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// `2026-01`, where it is known.
    pub month: Option<String>,
    /// How many.
    pub count: u64,
}

impl Picture {
    /// Adds an item with what was found in it.
    pub fn add(&mut self, record: &Record, findings: &[Finding]) {
        self.items += 1;
        let date = likely(record.date);
        for finding in findings {
            let Some(quote) = record.item.text.get(finding.start..finding.end) else { continue };
            self.timeline.entry((date.map(Date::year), finding.kind)).or_default().add(record.number);
            if COURSE.contains(&finding.kind) {
                self.add_step(record, date, finding);
            }
            if NAMING.contains(&finding.kind) {
                for name in names::names(&record.item.text, finding.start..finding.end) {
                    self.names.add(name, record.number);
                }
            }
            if IDENTIFIERS.contains(&finding.kind) {
                let quote = quote.trim();
                let told = quote.get(..quote.floor_char_boundary(QUOTE_MAX)).unwrap_or(quote);
                self.identifiers.add((finding.kind, told.to_owned()), record.number);
            }
        }
    }

    /// The year that a date tells, where it can be meant.
    pub fn year(date: Option<Date>) -> Option<i32> {
        likely(date).map(Date::year)
    }

    /// Counts a reaction or a vote.
    pub fn count(&mut self, tally: &Tally) {
        *self.months.entry((tally.source, likely(tally.date).map(Date::month))).or_default() += 1;
    }

    /// What there is to show.
    pub fn parts(&self) -> Parts {
        let timeline = self.timeline.iter().map(|((year, kind), counted)| Year {
            year: *year,
            kind: *kind,
            counted: counted.clone(),
        });
        let mut course: Vec<Step> = self.course.values().flatten().map(|(_, step)| step.clone()).collect();
        course.sort();
        let names = self.names.most(SHOWN).into_iter().map(|(name, counted)| Named { name, counted });
        let identifiers = self.identifiers.most(SHOWN).into_iter();
        Parts {
            items: self.items,
            timeline: timeline.collect(),
            course,
            course_left_out: self.course_left_out,
            names: names.collect(),
            identifiers: identifiers.map(|((kind, quote), counted)| Identifier { kind, quote, counted }).collect(),
            reactions: self.months_of(Source::Reactions),
            votes: self.months_of(Source::Votes),
        }
    }

    fn months_of(&self, wanted: Source) -> Vec<Month> {
        let of = self.months.iter().filter(|((source, _), _)| *source == wanted);
        of.map(|((_, month), count)| Month { month: month.clone(), count: *count }).collect()
    }

    /// Keeps the surest steps of a kind and month.
    fn add_step(&mut self, record: &Record, date: Option<Date>, finding: &Finding) {
        let key = (date.map(Date::month).unwrap_or_default(), finding.kind);
        if self.course.len() >= STEPS_MAX && !self.course.contains_key(&key) {
            self.course_left_out += 1;
            return;
        }
        let steps = self.course.entry(key).or_default();
        if steps.iter().any(|(_, step)| step.record == record.number) {
            return;
        }
        let full = steps.len() >= STEPS_A_MONTH;
        self.course_left_out += u64::from(full);
        if full {
            let weakest = steps.iter_mut().min_by_key(|(confidence, _)| *confidence);
            let Some(weakest) = weakest.filter(|(confidence, _)| *confidence < finding.confidence) else { return };
            *weakest = (finding.confidence, step(record, date, finding));
        } else {
            steps.push((finding.confidence, step(record, date, finding)));
        }
    }
}

/// A date in a year that can be meant.
fn likely(date: Option<Date>) -> Option<Date> {
    date.filter(|date| YEARS.contains(&date.year()))
}

fn step(record: &Record, date: Option<Date>, finding: &Finding) -> Step {
    Step { date, record: record.number, kind: finding.kind, quote: sentence(&record.item.text, finding) }
}

/// The sentence around a finding; where it is long, the words nearest to it.
fn sentence(text: &str, finding: &Finding) -> String {
    let before = text.get(..finding.start).unwrap_or_default();
    let after = text.get(finding.end..).unwrap_or_default();
    let ends = |pattern: &str| before.rfind(pattern).map(|place| place + pattern.len());
    let from = ["\n", "! ", "? ", ". "].into_iter().filter_map(ends).max().unwrap_or(0);
    let begins = |pattern: &str| after.find(pattern).map(|place| place + pattern.trim_end().len());
    let to = ["\n", "! ", "? ", ". "].into_iter().filter_map(begins).min().unwrap_or(after.len());
    let mut quote = String::new();
    let start = before.get(from..).unwrap_or_default();
    match start.len().checked_sub(AROUND).map(|cut| start.ceil_char_boundary(cut)) {
        Some(cut) => {
            let near = start.get(cut..).unwrap_or_default();
            quote.push('…');
            quote.push_str(near.split_once(' ').map_or(near, |(_, words)| words));
        }
        None => quote.push_str(start),
    }
    quote.push_str(text.get(finding.start..finding.end).unwrap_or_default());
    let end = after.get(..to).unwrap_or_default();
    if end.len() > AROUND {
        let near = end.get(..end.floor_char_boundary(AROUND)).unwrap_or_default();
        quote.push_str(near.rsplit_once(' ').map_or(near, |(words, _)| words));
        quote.push('…');
    } else {
        quote.push_str(end);
    }
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}
