//! The desk at which a history is gone through: everything in which something was found, and what may be asked about it.
//!
//! It stands in a worker of the archive page. Messages go to it and come from it ([`Ask`], [`Answer`]), and none of them grows with
//! the history: the page shows one page of the list at a time.

mod asked;
mod excerpt;
mod list;
mod marks;
mod overview;
mod room;
mod share;

use super::picture::{Parts, Picture};
use super::report::{Content, Format, Report};
use super::{Limits, Part, Reading, Record, Summary, Trouble};
use crate::detect::{Finding, Settings, scan_thoroughly};
use crate::item::Item;
use crate::wording::Language;
use marks::Decided;
use room::{Room, waiting, weight};
use std::cell;
use std::io::{self, Read, Seek, Write};
use std::ops::ControlFlow;

pub use asked::{Answer, Ask, Setup, Watch};
pub use excerpt::Piece;
pub use list::{List, Order, PAGE, PartOf, Query, Shown, ShownFinding, When};
pub use marks::{Change, Decision, Marks, State};
pub use overview::{Cell, Course, Given, Named, Overview, STEPS, Told, Year};
pub use room::ROOM;
pub use share::{Share, help};

/// Sentences about what could not be read that are shown.
const TROUBLES: usize = 30;

/// Reads an export by its files' names and contents, and hands over each part, until that is not wanted; of the texts those with a number
/// that is.
fn read_all<S: Read + Seek>(
    files: impl IntoIterator<Item = (String, S)>,
    wanted: &dyn Fn(u32) -> bool,
    mut each: impl FnMut(Part) -> ControlFlow<()>,
) -> Summary {
    let mut reading = Reading::new(Limits::default(), &mut each).only(wanted);
    for (name, source) in files {
        reading.add(&name, source);
    }
    reading.finish()
}

/// A text in which something was found.
#[derive(Debug)]
struct Entry {
    record: Box<Record>,
    year: Option<i32>,
    found: Vec<Found>,
}

/// Something found, and what was decided about it.
#[derive(Debug)]
struct Found {
    finding: Finding,
    state: State,
}

impl Entry {
    fn words(&self, found: &Found) -> &str {
        self.record.item.text.get(found.finding.start..found.finding.end).unwrap_or_default()
    }

    /// What was found and is not ignored.
    fn told(&self) -> Vec<Finding> {
        let told = self.found.iter().filter(|found| found.state != State::Ignored);
        told.map(|found| found.finding.clone()).collect()
    }
}

/// See the module's words.
#[derive(Default)]
pub struct Desk {
    settings: Settings,
    decided: Decided,
    language: String,
    entries: Vec<Entry>,
    /// Texts of other shares, by their numbers, until something is found in them.
    waiting: Vec<(u32, Option<Box<Record>>)>,
    /// For entries and what waits.
    room: Room,
    texts: u64,
    /// Texts that were not scanned, because of a fault.
    passed_over: u64,
    /// Texts for which there was no room.
    beyond: u64,
    picture: Picture,
    parts: Option<Parts>,
    /// The first of them.
    troubles: Vec<Trouble>,
    more_troubles: usize,
    summary: Summary,
    /// The list as it was last asked for: it stays in its order while the member decides.
    listed: Option<(Query, Vec<u32>)>,
}

impl Desk {
    /// A desk with room for so many bytes, and not for [`ROOM`].
    pub fn with_room(bytes: usize) -> Desk {
        Desk { room: Room::of(bytes), ..Desk::default() }
    }

    /// Goes by these choices from now on.
    pub fn set_up(&mut self, setup: Setup) {
        self.settings = setup.settings;
        self.decided = Decided::from(setup.marks);
        self.language = setup.language;
    }

    /// Reads files by their names and contents, in the place of what was read before, and scans a share of them. What helpers find in
    /// the other shares is to be taken in before the reading is ended.
    pub fn read<S: Read + Seek>(
        &mut self,
        files: impl IntoIterator<Item = (String, S)>,
        share: Share,
        watch: &mut impl Watch,
    ) {
        let Desk { settings, decided, language, room, .. } = std::mem::take(self);
        *self = Desk { settings, decided, language, room: room.cleared(), ..Desk::default() };
        let mut shares: Vec<Room> = (1..share.of).map(|_| self.room.for_helper(share)).collect();
        // What there is no room for is counted, and not even made.
        let (is_full, beyond) = (cell::Cell::new(false), cell::Cell::new(0_u64));
        let wanted = |_| {
            beyond.update(|beyond| beyond + u64::from(is_full.get()));
            !is_full.get()
        };
        self.summary = read_all(files, &wanted, |part| {
            match part {
                Part::Record(record) => self.add(record, share, &mut shares, watch),
                Part::Tally(tally) => self.picture.count(&tally),
                Part::Trouble(trouble) if self.troubles.len() < TROUBLES => self.troubles.push(trouble),
                Part::Trouble(_) => self.more_troubles += 1,
                Part::Progress { read, of } => watch.progress(self.texts + beyond.get(), read, of),
            }
            is_full.set(self.room.is_full());
            ControlFlow::Continue(())
        });
        self.texts += beyond.get();
        self.beyond += beyond.get();
    }

    /// Takes in what a helper found: see [`help`].
    pub fn take_in(&mut self, found: &[u32]) {
        for (number, findings) in share::read(found) {
            let place = self.waiting.binary_search_by_key(&number, |(number, _)| *number);
            let record = place.ok().and_then(|place| self.waiting.get_mut(place)).and_then(|(_, record)| record.take());
            if let Some(record) = record {
                self.room.give_back(waiting(&record));
                self.keep(record, findings);
            }
        }
    }

    /// Gives up a share that no helper could scan.
    pub fn give_up(&mut self, share: Share) {
        let left = self.waiting.iter().filter(|(number, record)| record.is_some() && share.holds(*number));
        self.passed_over += u64::try_from(left.count()).unwrap_or_default();
    }

    /// Ends a reading: nothing more will be taken in.
    pub fn finish(&mut self) -> Answer {
        self.waiting = Vec::new();
        self.entries.sort_unstable_by_key(|entry| entry.record.number);
        for entry in &self.entries {
            self.picture.add(&entry.record, &entry.told());
        }
        self.summary.partial |= self.passed_over > 0 || self.beyond > 0;
        let parts = self.picture.parts();
        let overview = self.overview(&parts);
        self.parts = Some(parts);
        Answer::Read(Box::new(overview))
    }

    /// Answers what is asked; nothing where there is no answer.
    pub fn answer(&mut self, ask: Ask) -> Option<Answer> {
        match ask {
            Ask::Setup(setup) => {
                self.set_up(*setup);
                None
            }
            Ask::Check { number, text } => Some(self.check(number, text)),
            Ask::List { query, from } => Some(Answer::List(self.list(query, from))),
            Ask::Course { from } => Some(Answer::Course(Course::from(self.parts.as_ref(), from))),
            Ask::Decide(decision) => {
                let place = self.entries.binary_search_by_key(&decision.record, |entry| entry.record.number).ok()?;
                Some(Answer::Decided(self.decided.decide(&mut self.entries, place, decision)))
            }
        }
    }

    fn add(&mut self, record: Box<Record>, share: Share, shares: &mut [Room], watch: &mut impl Watch) {
        self.texts += 1;
        let weight = waiting(&record);
        // Texts of other shares wait for what is found in them, as far as there is room.
        let helper = share.helper(record.number).and_then(|place| shares.get_mut(place));
        if helper.is_some_and(|room| room.take(weight)) {
            if self.room.take(weight) {
                self.waiting.push((record.number, Some(record)));
            } else {
                self.beyond += 1;
            }
            return;
        }
        if !watch.allows(&record.item) {
            self.passed_over += 1;
            return;
        }
        let findings = scan_thoroughly(&record.item, &self.settings);
        if !findings.is_empty() {
            self.keep(record, findings);
        }
    }

    fn keep(&mut self, record: Box<Record>, findings: Vec<Finding>) {
        if !self.room.take(weight(&record, findings.len())) {
            self.beyond += 1;
            return;
        }
        let year = Picture::year(record.date);
        let mut entry = Entry { record, year, found: Vec::new() };
        let states = findings.iter().map(|finding| {
            let words = entry.record.item.text.get(finding.start..finding.end).unwrap_or_default();
            self.decided.state(&entry, finding.kind, words)
        });
        let states: Vec<State> = states.collect();
        entry.found = findings.into_iter().zip(states).map(|(finding, state)| Found { finding, state }).collect();
        self.entries.push(entry);
    }

    fn check(&self, number: u32, text: String) -> Answer {
        let item = Item { text, ..Item::default() };
        let findings = scan_thoroughly(&item, &self.settings);
        let shown = findings.iter().take(excerpt::SHOWN);
        Answer::Checked {
            number,
            pieces: excerpt::pieces(&item.text, &findings),
            findings: shown.map(|finding| ShownFinding::of(finding, &item.text, State::Open)).collect(),
        }
    }

    fn list(&mut self, query: Query, from: usize) -> List {
        let places = match self.listed.take() {
            // A page further, or the same page after a decision.
            Some((listed, places)) if listed == query => places,
            _ => {
                let records = self.records_of(query.part);
                query.places(&self.entries, records.as_deref())
            }
        };
        let list = List::page(&self.entries, &places, from);
        self.listed = Some((query, places));
        list
    }

    /// The numbers of the texts of a part of the picture, in order.
    fn records_of(&self, part: PartOf) -> Option<Vec<u32>> {
        let parts = self.parts.as_ref();
        match part {
            PartOf::Whole => None,
            PartOf::Record(number) => Some(vec![number]),
            PartOf::Name(place) => Some(
                parts
                    .and_then(|parts| parts.names.get(place))
                    .map(|name| name.counted.records.clone())
                    .unwrap_or_default(),
            ),
            PartOf::Identifier(place) => {
                let given = parts.and_then(|parts| parts.identifiers.get(place));
                Some(given.map(|given| given.counted.records.clone()).unwrap_or_default())
            }
        }
    }

    /// Texts for which there was room.
    fn texts_with_room(&self) -> u64 {
        self.texts.saturating_sub(self.beyond)
    }

    /// Writes a report of all that is not ignored, in a language.
    pub fn report<W: Write>(&self, format: Format, content: Content, language: Language, output: W) -> io::Result<W> {
        let mut report = Report::begin(format, content, language, output)?;
        for entry in &self.entries {
            report.add(&entry.record, &entry.told())?;
        }
        report.pass(self.texts_with_room().saturating_sub(u64::try_from(self.entries.len()).unwrap_or(u64::MAX)));
        report.finish(self.summary.partial)
    }
}
