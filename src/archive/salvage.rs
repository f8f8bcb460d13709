//! What can still be read of a ZIP whose end is missing: the files in the order in which they stand.
//!
//! The zip crate needs the table of contents at the end. But each file has a header of its own before it, and deflate tells where it
//! ends (PKWARE's APPNOTE, 4.3.7). Files that Deksel does not read are passed over without unpacking them.

use super::What;
use super::contents::{Name, named};
use super::reading::Reading;
use flate2::read::DeflateDecoder;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

const SIGNATURE: &[u8] = b"PK\x03\x04";
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Flags: the file is locked; its sizes stand behind it.
const LOCKED: u16 = 1;
const SIZES_BEHIND: u16 = 1 << 3;
/// Longer names are none.
const NAME_MAX: u16 = 1024;
/// Bytes of a header before the name.
const FIXED: usize = 30;
/// Bytes looked through at a time.
const WINDOW: usize = 1 << 16;

/// What stands before a file.
struct Header {
    path: String,
    locked: bool,
    method: u16,
    /// Bytes; `None` where they stand behind the file.
    packed: Option<u64>,
    /// Where the file itself begins.
    data: u64,
}

/// Reads file after file, as far as they go.
pub(super) fn read(reading: &mut Reading<'_>, zip: &str, source: &mut (impl Read + Seek)) -> io::Result<()> {
    let whole = source.seek(SeekFrom::End(0))?;
    let mut from = 0;
    for count in 1.. {
        let Some(header) = next_header(source, from)? else { break };
        if count > reading.limits.entries {
            reading.trouble(zip, None, What::TooMany(reading.limits.entries));
            break;
        }
        if reading.is_over() {
            break;
        }
        // A header that lies about its size would hide those behind it.
        let end = header.data.saturating_add(header.packed.unwrap_or(0));
        from = if end <= whole { end } else { header.data };
        match named(&header.path) {
            Name::Known(_) if header.locked => reading.trouble(&header.path, None, What::Encrypted),
            Name::Known(known) => {
                source.seek(SeekFrom::Start(header.data))?;
                let most = header.packed.unwrap_or(whole - header.data.min(whole));
                let packed = BufReader::new(source.by_ref().take(most));
                reading.expect(most);
                if header.method == DEFLATED {
                    reading.read_file(&header.path, Some(known), DeflateDecoder::new(packed), most);
                } else {
                    reading.read_file(&header.path, Some(known), packed, most);
                }
            }
            other => reading.leave(&header.path, other),
        }
    }
    Ok(())
}

/// The next header at or behind an offset.
fn next_header(source: &mut (impl Read + Seek), mut from: u64) -> io::Result<Option<Header>> {
    let mut window = Vec::with_capacity(WINDOW);
    loop {
        source.seek(SeekFrom::Start(from))?;
        window.clear();
        source.by_ref().take(long(WINDOW)).read_to_end(&mut window)?;
        for (place, fixed) in window.windows(FIXED).enumerate().filter(|(_, fixed)| fixed.starts_with(SIGNATURE)) {
            if let Some(header) = header(source, from + long(place), fixed)? {
                return Ok(Some(header));
            }
        }
        if window.len() < WINDOW {
            return Ok(None);
        }
        from += long(WINDOW - (FIXED - 1));
    }
}

/// The header that begins with these bytes; `None` where they only look like one.
fn header(source: &mut (impl Read + Seek), at: u64, fixed: &[u8]) -> io::Result<Option<Header>> {
    let two = |place: usize| fixed.get(place..)?.first_chunk().map(|two| u16::from_le_bytes(*two));
    let four = |place: usize| fixed.get(place..)?.first_chunk().map(|four| u32::from_le_bytes(*four));
    let (Some(flags), Some(method), Some(packed), Some(name), Some(extra)) =
        (two(6), two(8), four(18), two(26), two(28))
    else {
        return Ok(None);
    };
    let readable = method == DEFLATED || (method == STORED && flags & SIZES_BEHIND == 0);
    if !readable || !(1..=NAME_MAX).contains(&name) {
        return Ok(None);
    }
    source.seek(SeekFrom::Start(at + long(FIXED)))?;
    let mut path = Vec::new();
    source.by_ref().take(name.into()).read_to_end(&mut path)?;
    let Ok(path) = String::from_utf8(path) else { return Ok(None) };
    if path.len() != usize::from(name) || path.contains(char::is_control) {
        return Ok(None);
    }
    let packed = (flags & SIZES_BEHIND == 0 && packed != u32::MAX).then_some(packed.into());
    let data = at + long(FIXED) + u64::from(name) + u64::from(extra);
    Ok(Some(Header { path, locked: flags & LOCKED != 0, method, packed, data }))
}

fn long(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
