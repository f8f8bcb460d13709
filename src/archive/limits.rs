//! How much is read at most, so that no file can fill the memory or keep the reader busy for hours.

use super::What;
use std::cell::Cell;
use std::io::{self, BufRead, Read, Seek, SeekFrom};
use std::rc::Rc;

/// How much is read at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files in a ZIP. Exports hold some fifty, and one for every article.
    pub entries: usize,
    /// Bytes of a ZIP's table of contents.
    pub directory: u64,
    /// How many times its packed size a file may unpack to. Texts reach 20; deflate ends at 1032.
    pub ratio: u64,
    /// Bytes of all files together, unpacked.
    pub plain: u64,
    /// Bytes of one row.
    pub row: usize,
    /// Bytes of one article.
    pub article: u64,
    /// Rows of one file that are told of one by one when something is wrong with them.
    pub troubles: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            entries: 20_000,
            directory: 16 << 20,
            ratio: 250,
            plain: 2 << 30,
            row: 1 << 20,
            article: 8 << 20,
            troubles: 50,
        }
    }
}

/// Files below this size, unpacked, may have any ratio: a short one of one letter has.
const RATIO_FROM: u64 = 4 << 20;

/// A file being unpacked, stopped where a limit is reached.
pub(super) struct Metered<R> {
    source: R,
    limits: Limits,
    /// Bytes of all files so far.
    plain: Rc<Cell<u64>>,
    /// Bytes that may come out of this one.
    most: u64,
    read: u64,
}

impl<R> Metered<R> {
    /// Meters a file of so many packed bytes.
    pub(super) fn new(source: R, packed: u64, limits: Limits, plain: Rc<Cell<u64>>) -> Metered<R> {
        let most = packed.saturating_mul(limits.ratio).max(RATIO_FROM);
        Metered { source, limits, plain, most, read: 0 }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        let bytes = u64::try_from(count).unwrap_or(u64::MAX);
        self.read += bytes;
        self.plain.set(self.plain.get() + bytes);
        if self.read > self.most {
            return Err(io::Error::other(What::Bomb(self.limits.ratio)));
        }
        if self.plain.get() > self.limits.plain {
            return Err(io::Error::other(What::TooLarge(self.limits.plain)));
        }
        Ok(count)
    }
}

/// What a fault while reading means: one of our limits, or the reader's own words.
pub(super) fn meaning(fault: &io::Error) -> What {
    let ours = fault.get_ref().and_then(|inner| inner.downcast_ref::<What>());
    ours.cloned().unwrap_or_else(|| What::Damaged(fault.to_string()))
}

/// A source of which only so many bytes are read, as long as `left` says so.
///
/// Whoever looks for a ZIP's table of contents may look through the whole file, and believes the count it finds there.
pub(super) struct Budget<'b, R> {
    pub(super) source: R,
    pub(super) left: &'b Cell<u64>,
}

impl<R: Read> Read for Budget<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        let left = self.left.get().checked_sub(u64::try_from(count).unwrap_or(u64::MAX));
        self.left.set(left.ok_or_else(|| io::Error::other("the table of contents is too long"))?);
        Ok(count)
    }
}

impl<R: Seek> Seek for Budget<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}

/// Passes over the rest of a line. Nothing of it is kept.
pub(super) fn skip_line(source: &mut impl BufRead) -> io::Result<()> {
    loop {
        let ready = source.fill_buf()?;
        let (count, ended) = match ready.iter().position(|byte| *byte == b'\n') {
            Some(place) => (place + 1, true),
            None => (ready.len(), ready.is_empty()),
        };
        source.consume(count);
        if ended {
            return Ok(());
        }
    }
}
