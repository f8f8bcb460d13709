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
        source.by_ref().take(u64::try_from(WINDOW).unwrap_or(u64::MAX)).read_to_end(&mut window)?;
        if window.len() < SIGNATURE.len() {
            return Ok(None);
        }
        let Some(place) = window.windows(SIGNATURE.len()).position(|four| four == SIGNATURE) else {
            // The last three bytes may begin a signature.
            from += u64::try_from(window.len() - (SIGNATURE.len() - 1)).unwrap_or(u64::MAX);
            continue;
        };
        from += u64::try_from(place).unwrap_or(u64::MAX);
        if let Some(header) = header_at(source, from)? {
            return Ok(Some(header));
        }
        from += 1;
    }
}

/// The header at an offset; `None` where the bytes only look like one.
fn header_at(source: &mut (impl Read + Seek), at: u64) -> io::Result<Option<Header>> {
    source.seek(SeekFrom::Start(at))?;
    let mut fixed = Vec::with_capacity(30);
    source.by_ref().take(30).read_to_end(&mut fixed)?;
    let two = |place: usize| fixed.get(place..).and_then(|rest| rest.first_chunk()).map(|two| u16::from_le_bytes(*two));
    let four =
        |place: usize| fixed.get(place..).and_then(|rest| rest.first_chunk()).map(|four| u32::from_le_bytes(*four));
    let (Some(flags), Some(method), Some(packed), Some(name), Some(extra)) =
        (two(6), two(8), four(18), two(26), two(28))
    else {
        return Ok(None);
    };
    let mut path = Vec::new();
    source.by_ref().take(name.into()).read_to_end(&mut path)?;
    let Ok(path) = String::from_utf8(path) else { return Ok(None) };
    let likely =
        (method == DEFLATED || (method == STORED && flags & SIZES_BEHIND == 0)) && (1..=NAME_MAX).contains(&name);
    if !likely || path.len() != usize::from(name) || path.contains(char::is_control) {
        return Ok(None);
    }
    let packed = (flags & SIZES_BEHIND == 0 && packed != u32::MAX).then_some(packed.into());
    let data = at + 30 + u64::from(name) + u64::from(extra);
    Ok(Some(Header { path, locked: flags & LOCKED != 0, method, packed, data }))
}
