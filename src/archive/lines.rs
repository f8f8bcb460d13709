//! Bytes to lines, whatever their encoding, one line held at a time.

use super::limits::skip_line;
use super::quirks;
use std::io::{self, BufRead, Cursor, Read};

/// How two bytes make a unit of UTF-16.
type Unit = fn([u8; 2]) -> u16;

/// The lines of a file in UTF-8, Windows-1252 or a mixture, or in UTF-16.
pub(super) struct Lines<R> {
    source: io::Chain<Cursor<Vec<u8>>, R>,
    /// `None` for encodings of single bytes.
    unit: Option<Unit>,
    longest: usize,
    bytes: Vec<u8>,
}

/// What the next line is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The line, ending in `\n` also where the file does not.
    Text(String),
    /// It has too many bytes and was passed over.
    TooLong,
}

impl<R: BufRead> Lines<R> {
    /// Looks at the first bytes for the encoding. Lines of more than `longest` bytes are passed over.
    pub(super) fn new(mut source: R, longest: usize) -> io::Result<Lines<R>> {
        let mut start = Vec::new();
        (&mut source).take(3).read_to_end(&mut start)?;
        let (mark, unit): (usize, Option<Unit>) = match *start.as_slice() {
            [0xef, 0xbb, 0xbf] => (3, None),
            [0xff, 0xfe, ..] => (2, Some(u16::from_le_bytes)),
            [0xfe, 0xff, ..] => (2, Some(u16::from_be_bytes)),
            // A header begins with a letter of ASCII.
            [1..=0x7f, 0, ..] => (0, Some(u16::from_le_bytes)),
            [0, 1..=0x7f, ..] => (0, Some(u16::from_be_bytes)),
            _ => (0, None),
        };
        start.drain(..mark);
        Ok(Lines { source: Cursor::new(start).chain(source), unit, longest, bytes: Vec::new() })
    }

    /// The next line; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut text = String::new();
        let whole = match self.unit {
            None => self.read_bytes(&mut text)?,
            Some(unit) => self.read_units(unit, &mut text)?,
        };
        if !whole {
            return Ok(Some(Line::TooLong));
        }
        if text.is_empty() {
            return Ok(None);
        }
        if text.ends_with("\r\n") {
            text.truncate(text.len() - 2);
            text.push('\n');
        } else if !text.ends_with('\n') {
            text.push('\n');
        }
        Ok(Some(Line::Text(text)))
    }

    fn read_bytes(&mut self, text: &mut String) -> io::Result<bool> {
        self.bytes.clear();
        let most = u64::try_from(self.longest).unwrap_or(u64::MAX);
        (&mut self.source).take(most).read_until(b'\n', &mut self.bytes)?;
        if self.bytes.len() >= self.longest && !self.bytes.ends_with(b"\n") {
            skip_line(&mut self.source)?;
            return Ok(false);
        }
        quirks::decode(&self.bytes, text);
        Ok(true)
    }

    fn read_units(&mut self, unit: Unit, text: &mut String) -> io::Result<bool> {
        let mut units = Vec::new();
        let mut whole = true;
        loop {
            let mut pair = Vec::with_capacity(2);
            (&mut self.source).take(2).read_to_end(&mut pair)?;
            let &[first, second] = pair.as_slice() else { break };
            whole = whole && units.len() < self.longest / 2;
            let next = unit([first, second]);
            if whole {
                units.push(next);
            }
            if next == u16::from(b'\n') {
                break;
            }
        }
        text.extend(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], longest: usize) -> Vec<Line> {
        let mut lines = Lines::new(bytes, longest).unwrap();
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    fn text(line: &str) -> Line {
        Line::Text(line.into())
    }

    #[test]
    fn every_encoding_gives_the_same_lines() {
        let wanted = [text("Datum\n"), text("één – “twee”\n")];
        let utf8 = "Datum\r\néén – “twee”".as_bytes();
        let with_mark = [b"\xef\xbb\xbf", utf8].concat();
        let windows = b"Datum\n\xe9\xe9n \x96 \x93twee\x94\n";
        let units: Vec<u16> = "Datum\r\néén – “twee”\r\n".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let little_with_mark = [b"\xff\xfe", little.as_slice()].concat();
        let big_with_mark = [b"\xfe\xff", big.as_slice()].concat();
        for bytes in [utf8, &with_mark, windows, &little, &big, &little_with_mark, &big_with_mark] {
            assert_eq!(lines(bytes, 100), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn encodings_may_change_from_line_to_line() {
        assert_eq!(
            lines("é\n".as_bytes().iter().chain(b"\xe9\n").copied().collect::<Vec<_>>().as_slice(), 9),
            [text("é\n"), text("é\n")]
        );
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        assert_eq!(lines(b"12345678\n1234567\n123456789", 8), [Line::TooLong, text("1234567\n"), Line::TooLong]);
        let units: Vec<u8> = "1234\n123\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(lines(&units, 8), [Line::TooLong, text("123\n")]);
    }
}
