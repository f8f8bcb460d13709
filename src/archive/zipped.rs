//! The ZIP, of which only the files that Deksel reads are opened.

use super::contents::{Name, Why, named};
use super::limits::Budget;
use super::reading::Reading;
use super::{What, salvage};
use std::cell::Cell;
use std::io::{self, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// Reads a ZIP, or what is left of it.
pub(super) fn read(reading: &mut Reading<'_>, name: &str, source: &mut (impl Read + Seek)) -> io::Result<()> {
    let left = Cell::new(reading.limits.directory);
    let archive = ZipArchive::new(Budget { source: &mut *source, left: &left }).ok();
    // A table of contents that does not count from the beginning is that of a ZIP inside this one, whose own is missing.
    let Some(mut archive) = archive.filter(|archive| archive.offset() == 0) else {
        reading.trouble(name, None, What::CutOff);
        return salvage::read(reading, name, source);
    };
    left.set(u64::MAX);
    if archive.len() > reading.limits.entries {
        reading.trouble(name, None, What::TooMany(reading.limits.entries));
    }
    let places = 0..archive.len().min(reading.limits.entries);
    let wanted: Vec<Wanted> = places.filter_map(|place| wanted(reading, name, &archive, place)).collect();
    if wanted.iter().any(|wanted| wanted.locked) {
        reading.trouble(name, None, What::Encrypted);
    }
    reading.expect(wanted.iter().map(|wanted| wanted.size).sum());
    for Wanted { place, path, packed, .. } in wanted.iter().filter(|wanted| !wanted.locked) {
        if reading.is_over() {
            break;
        }
        match archive.by_index(*place) {
            Ok(file) => match named(path) {
                Name::Known(known) => reading.read_file(path, Some(known), file, *packed),
                other => reading.leave(path, other),
            },
            Err(fault) => reading.trouble(path, None, What::Damaged(fault.to_string())),
        }
    }
    Ok(())
}

struct Wanted {
    place: usize,
    path: String,
    packed: u64,
    size: u64,
    locked: bool,
}

/// A file that is read; others are noted as left.
fn wanted<R: Read + Seek>(
    reading: &mut Reading<'_>,
    zip: &str,
    archive: &ZipArchive<R>,
    place: usize,
) -> Option<Wanted> {
    let told = |fault: ZipError| What::Damaged(fault.to_string());
    let file = archive.by_index_data(place).map_err(told).map_err(|what| reading.trouble(zip, None, what)).ok()?;
    let path = file.name().map_err(told).map_err(|what| reading.trouble(zip, None, what)).ok()?.into_owned();
    let name = match named(&path) {
        Name::Known(_) if file.is_symlink() => Name::Left(Why::Other),
        name => name,
    };
    let Name::Known(_) = name else {
        reading.leave(&path, name);
        return None;
    };
    Some(Wanted { place, path, packed: file.compressed_size(), size: file.size(), locked: file.encrypted() })
}
