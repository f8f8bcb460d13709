//! The one way in: a name and its bytes, be it the ZIP, a file from it or a file of a folder.

use super::contents::{self, Name, Source, Why};
use super::limits::{Limits, Metered, meaning};
use super::record::{Plan, Record, Tally};
use super::rows::{Row, Rows};
use super::{Trouble, What, article, quirks, zipped};
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::rc::Rc;

/// What comes out of a reading, in the order of the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// An item.
    Record(Box<Record>),
    /// A reaction or a vote.
    Tally(Tally),
    /// Something that could not be read.
    Trouble(Trouble),
    /// So many bytes of so many have been read, unpacked, as far as is known.
    Progress {
        /// Bytes that have been read.
        read: u64,
        /// Bytes that there are.
        of: u64,
    },
}

/// What a reading amounts to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The files that were read.
    pub files: Vec<FileRead>,
    /// The files that were not opened.
    pub unopened: Vec<Unopened>,
    /// Words of the member's may be missing.
    pub partial: bool,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRead {
    /// Its name in the export.
    pub name: String,
    /// What it is.
    pub source: Source,
    /// How many rows came out of it.
    pub rows: u64,
}

/// A file that was not opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unopened {
    /// Its name in the export.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Rows between two reports of progress.
const STRIDE: u64 = 512;

/// A reading of an export. Everything that comes out of it is given to a function, which may stop it.
pub struct Reading<'e> {
    pub(super) limits: Limits,
    each: &'e mut dyn FnMut(Part) -> ControlFlow<()>,
    wanted: &'e dyn Fn(u32) -> bool,
    plain: Rc<Cell<u64>>,
    of: u64,
    records: u32,
    stopped: bool,
    summary: Summary,
}

impl<'e> Reading<'e> {
    /// A reading that has not begun.
    pub fn new(limits: Limits, each: &'e mut dyn FnMut(Part) -> ControlFlow<()>) -> Reading<'e> {
        let plain = Rc::default();
        Reading {
            limits,
            each,
            wanted: &|_| true,
            plain,
            of: 0,
            records: 0,
            stopped: false,
            summary: Summary::default(),
        }
    }

    /// The same, of which only those items are given whose numbers are wanted; the others are counted.
    pub fn only(self, wanted: &'e dyn Fn(u32) -> bool) -> Reading<'e> {
        Reading { wanted, ..self }
    }

    /// Reads a ZIP or a file, whatever its name; in a folder the name is the path from the folder on.
    pub fn add(&mut self, name: &str, mut source: impl Read + Seek) {
        if self.stopped {
            return;
        }
        if let Err(fault) = self.add_any(name, &mut source) {
            self.trouble(name, None, meaning(&fault));
        }
    }

    /// Ends the reading.
    pub fn finish(self) -> Summary {
        self.summary
    }

    fn add_any(&mut self, name: &str, source: &mut (impl Read + Seek)) -> io::Result<()> {
        let named = contents::named(name.trim_start_matches("./"));
        if matches!(named, Name::Left(Why::Private) | Name::LeadsOut | Name::Folder) {
            self.leave(name, named);
            return Ok(());
        }
        let mut start = Vec::new();
        source.take(4).read_to_end(&mut start)?;
        let size = source.seek(SeekFrom::End(0))?;
        source.rewind()?;
        let lower = name.to_ascii_lowercase();
        if matches!(start.as_slice(), b"PK\x03\x04" | b"PK\x05\x06") {
            return zipped::read(self, name, source);
        }
        if lower.ends_with(".zip") {
            self.trouble(name, None, What::NotZip);
            return Ok(());
        }
        // A file by itself is looked into for what it is: people rename them, and browsers do. In a folder each has its name.
        let known = match named {
            Name::Known(known) => Some(known),
            _ if name.contains('/') => {
                self.leave(name, named);
                return Ok(());
            }
            _ if lower.ends_with(".html") || lower.ends_with(".htm") => Some(Source::Articles),
            _ if lower.ends_with(".csv") || lower.ends_with(".txt") || lower.ends_with(".tsv") => None,
            _ => {
                self.leave(name, named);
                return Ok(());
            }
        };
        self.expect(size);
        self.read_file(name, known, source, size);
        Ok(())
    }

    /// Reads a file of so many packed bytes; one that is not known by its name is by its header.
    pub(super) fn read_file(&mut self, name: &str, known: Option<Source>, source: impl Read, packed: u64) {
        let source = Metered::new(source, packed, self.limits, self.plain.clone());
        let rows = match known {
            Some(Source::Articles) => self.read_article(name, source),
            _ => self.read_table(name, known, source),
        };
        if let Err(fault) = rows {
            self.trouble(name, None, meaning(&fault));
        }
    }

    fn read_article(&mut self, name: &str, source: impl Read) -> io::Result<()> {
        let mut bytes = Vec::new();
        source.take(self.limits.article).read_to_end(&mut bytes)?;
        let cut = u64::try_from(bytes.len()).is_ok_and(|length| length >= self.limits.article);
        let mut page = String::new();
        quirks::decode(&bytes, &mut page);
        self.summary.files.push(FileRead { name: name.into(), source: Source::Articles, rows: 1 });
        self.record(name, || article::read(name, &page));
        if cut { Err(io::Error::other(What::TooLarge(self.limits.article))) } else { Ok(()) }
    }

    fn read_table(&mut self, name: &str, known: Option<Source>, source: impl Read) -> io::Result<()> {
        let mut rows = Rows::new(BufReader::with_capacity(1 << 16, source), self.limits.row)?;
        let Some(header) = rows.next()? else {
            self.summary.files.extend(known.map(|source| FileRead { name: name.into(), source, rows: 0 }));
            return Ok(());
        };
        let columns = contents::header(&header.fields);
        let Some(source) = known.or_else(|| Source::of_header(&columns)) else {
            self.trouble(name, None, What::Unrecognised);
            return Ok(());
        };
        rows.dialect = source.dialect();
        let (plan, missing) = Plan::of(source, &columns);
        header.flaw.into_iter().chain(missing).for_each(|what| self.trouble(name, None, what));
        let file = self.summary.files.len();
        self.summary.files.push(FileRead { name: name.into(), source, rows: 0 });
        let mut flawed = 0;
        let ended = loop {
            match rows.next() {
                Ok(Some(row)) => self.row(name, source, &plan, row, &mut flawed),
                Ok(None) => break Ok(()),
                Err(fault) => break Err(fault),
            }
            if let Some(file) = self.summary.files.get_mut(file) {
                file.rows += 1;
                if file.rows % STRIDE == 0 {
                    self.progress();
                }
            }
            if self.stopped {
                break Ok(());
            }
        };
        if let Some(more) = flawed.checked_sub(self.limits.troubles).filter(|more| *more > 0) {
            self.trouble(name, None, What::AndMore(more));
        }
        self.progress();
        ended
    }

    fn row(&mut self, name: &str, source: Source, plan: &Plan, row: Row, flawed: &mut u64) {
        let (date, no_date) = plan.date(&row.fields);
        let lost = matches!(row.flaw, Some(What::RowTooLong(_)));
        let width = (row.flaw.is_none() && row.fields.len() != plan.width)
            .then_some(What::Fields { found: row.fields.len(), expected: plan.width });
        let flaws = [row.flaw, width, no_date];
        *flawed += u64::from(flaws.iter().any(Option::is_some));
        for what in flaws.into_iter().flatten() {
            if *flawed <= self.limits.troubles {
                self.trouble(name, Some(row.number), what);
            }
        }
        if lost {
            return;
        }
        if source.is_counted() {
            self.give(Part::Tally(Tally { source, date }));
        } else {
            self.record(name, || plan.record(row.number, date, &row.fields));
        }
    }

    fn record(&mut self, name: &str, read: impl FnOnce() -> Record) {
        self.records += 1;
        if (self.wanted)(self.records) {
            let record = Record { number: self.records, file: name.to_owned(), ..read() };
            self.give(Part::Record(Box::new(record)));
        }
    }

    /// Tells what could not be read.
    pub(super) fn trouble(&mut self, name: &str, row: Option<u64>, what: What) {
        self.summary.partial |= what.loses();
        self.give(Part::Trouble(Trouble { file: name.to_owned(), row, what }));
    }

    /// Notes a file that is not opened.
    pub(super) fn leave(&mut self, name: &str, named: Name) {
        match named {
            Name::Left(why) => self.summary.unopened.push(Unopened { name: name.to_owned(), why }),
            Name::LeadsOut => self.trouble(name, None, What::LeadsOut),
            Name::Folder | Name::Known(_) => {}
        }
    }

    /// So many bytes more will be read.
    pub(super) fn expect(&mut self, bytes: u64) {
        self.of = self.of.saturating_add(bytes);
    }

    /// Whether nothing more is wanted, or allowed.
    pub(super) fn is_over(&self) -> bool {
        self.stopped || self.plain.get() > self.limits.plain
    }

    fn progress(&mut self) {
        let (read, of) = (self.plain.get(), self.of.max(self.plain.get()));
        self.give(Part::Progress { read, of });
    }

    fn give(&mut self, part: Part) {
        if !self.stopped {
            self.stopped = (self.each)(part).is_break();
        }
    }
}
