//! Lines to rows: standard CSV by the csv crate's own parser, with a look at the next line where a row seems not to end.

use super::lines::{Line, Lines};
use super::{What, quirks};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use std::borrow::Cow;
use std::io::{self, BufRead};

/// How a file differs from standard CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Quotation marks are escaped with a backslash.
    pub(super) backslash: bool,
    /// Rows begin with a date and a link, so that a lost beginning can be found again.
    pub(super) dated: bool,
}

/// The rows of a file, one held at a time.
pub(super) struct Rows<R> {
    lines: Lines<R>,
    /// A line that was looked at and belongs to the next row.
    ahead: Option<Line>,
    parser: Reader,
    delimiter: u8,
    /// How the file differs from standard CSV; to be set when its header is known.
    pub(super) dialect: Dialect,
    longest: usize,
    output: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    ended: usize,
    number: u64,
}

/// A row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// From 0, which is the header.
    pub(super) number: u64,
    /// The fields, as written.
    pub(super) fields: Vec<String>,
    /// What is wrong with it.
    pub(super) flaw: Option<What>,
}

impl<R: BufRead> Rows<R> {
    /// Reads the encoding and the delimiter. Rows of more than `longest` bytes are passed over.
    pub(super) fn new(source: R, longest: usize) -> io::Result<Rows<R>> {
        let mut lines = Lines::new(source, longest)?;
        let ahead = loop {
            match lines.next()? {
                Some(Line::Text(line)) if line.trim().is_empty() => {}
                line => break line,
            }
        };
        let delimiter = match &ahead {
            Some(Line::Text(line)) => quirks::delimiter(line),
            _ => b',',
        };
        // A carriage return alone is the text's own; those of line ends are gone already.
        let parser = ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).build();
        let (output, ends) = (vec![0; 1024], vec![0; 16]);
        let dialect = Dialect::default();
        Ok(Rows { lines, ahead, parser, delimiter, dialect, longest, output, written: 0, ends, ended: 0, number: 0 })
    }

    /// The next row; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Row>> {
        (self.written, self.ended) = (0, 0);
        let mut begun = false;
        let flaw = loop {
            let line = match self.line()? {
                Some(Line::Text(line)) => line,
                Some(Line::TooLong) => break Some(self.too_long()?),
                None if begun => break self.close(),
                None => return Ok(None),
            };
            if !begun && line.trim().is_empty() {
                continue;
            }
            if begun && self.dialect.dated && quirks::begins_row(&line, self.delimiter) {
                self.ahead = Some(Line::Text(line));
                break self.close();
            }
            let line = self.standard(&line, !begun)?;
            if self.feed(line.as_bytes()) {
                break None;
            }
            begun = true;
            if self.written > self.longest {
                break Some(self.too_long()?);
            }
        };
        self.number += 1;
        let mut fields = if matches!(flaw, Some(What::RowTooLong(_))) { Vec::new() } else { self.fields() };
        if let (Some(What::OpenQuote), Some(last)) = (&flaw, fields.last_mut()) {
            last.truncate(last.trim_end_matches('\n').len());
        }
        Ok(Some(Row { number: self.number - 1, fields, flaw }))
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        match self.ahead.take() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }

    /// The line as standard CSV.
    fn standard<'l>(&mut self, line: &'l str, begins: bool) -> io::Result<Cow<'l, str>> {
        if !self.dialect.backslash {
            return Ok(Cow::from(line));
        }
        let closes = line.ends_with("\\\"\n") && {
            self.ahead = self.lines.next()?;
            match &self.ahead {
                Some(Line::Text(next)) => quirks::begins_row(next, self.delimiter),
                Some(Line::TooLong) => false,
                None => true,
            }
        };
        Ok(quirks::comment_quotes(line, begins, closes, self.delimiter))
    }

    /// Gives the parser a line, or nothing at the end of a row that does not end; whether the row is whole now.
    fn feed(&mut self, mut line: &[u8]) -> bool {
        loop {
            let output = self.output.get_mut(self.written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
            let (result, read, written, ended) = self.parser.read_record(line, output, ends);
            line = line.get(read..).unwrap_or_default();
            self.written += written;
            self.ended += ended;
            match result {
                ReadRecordResult::InputEmpty => return false,
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => return true,
            }
        }
    }

    /// Ends a row whose quotation mark is not closed.
    fn close(&mut self) -> Option<What> {
        self.feed(&[]);
        self.parser.reset();
        Some(What::OpenQuote)
    }

    /// Passes over what is left of a row that is too long, where its end can be known.
    fn too_long(&mut self) -> io::Result<What> {
        self.parser.reset();
        while self.dialect.dated {
            match self.line()? {
                Some(Line::Text(line)) if !quirks::begins_row(&line, self.delimiter) => {}
                line => {
                    self.ahead = line;
                    break;
                }
            }
        }
        Ok(What::RowTooLong(self.longest))
    }

    fn fields(&self) -> Vec<String> {
        let ends = self.ends.get(..self.ended).unwrap_or_default();
        let starts = [0].into_iter().chain(ends.iter().copied());
        let field = |(start, end): (usize, &usize)| {
            let bytes = self.output.get(start..*end).unwrap_or_default();
            // Cut at ASCII out of whole text, it is text.
            std::str::from_utf8(bytes).unwrap_or_default().to_owned()
        };
        starts.zip(ends).map(field).collect()
    }
}
