//! The ZIP itself, made of a table of posts: whole, without its end, and with bytes changed. libFuzzer alone gets no further than its checksums.
//!
//! An input begins with three changes: a place in two bytes, counted from the end when negative, and what is put there. The table follows.

use super::export::LIMITS;
use deksel::archive::{Part, Reading, Record, Summary};
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use zip::write::{SimpleFileOptions, ZipWriter};

const TABLE: &str = "Shares.csv";
const PRIVATE: &str = "messages.csv";
/// Where the table of contents begins.
const CONTENTS: &[u8] = b"PK\x01\x02";

pub(super) fn take(bytes: &[u8]) {
    let Some((changes, table)) = bytes.split_first_chunk::<9>() else { return };
    // A ZIP in a ZIP is a table that nobody can read; by itself it is a ZIP.
    if table.starts_with(b"PK") {
        return;
    }
    let mut zip = packed(table);
    let (alone, _) = read(TABLE, table);
    let (whole, summary) = read("export.zip", &zip);
    assert_eq!(whole, alone, "a file in a ZIP is read as it is by itself");
    assert!(summary.unopened.iter().any(|file| file.name == PRIVATE), "messages stay closed");
    let end = zip.windows(CONTENTS.len()).rposition(|window| window == CONTENTS).unwrap_or_default();
    let (cut_off, summary) = read("export.zip", zip.get(..end).unwrap_or_default());
    assert!(summary.partial && cut_off == alone, "a ZIP without its end holds the same");
    let (places, _) = changes.as_chunks::<3>();
    for [high, low, byte] in places {
        let place = isize::from(i16::from_be_bytes([*high, *low]));
        let from = if place < 0 { zip.len() } else { 0 };
        if let Some(changed) = from.checked_add_signed(place).and_then(|place| zip.get_mut(place)) {
            *changed = *byte;
        }
    }
    read("export.zip", &zip);
    read("export.zip", zip.get(..end).unwrap_or_default());
}

fn packed(table: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in [PRIVATE, TABLE] {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory takes all");
        zip.write_all(table).expect("memory takes all");
    }
    zip.finish().expect("memory takes all").into_inner()
}

fn read(name: &str, bytes: &[u8]) -> (Vec<Record>, Summary) {
    let mut records = Vec::new();
    let mut each = |part| {
        if let Part::Record(record) = part {
            records.push(*record);
        }
        ControlFlow::Continue(())
    };
    let mut reading = Reading::new(LIMITS, &mut each);
    reading.add(name, Cursor::new(bytes));
    let summary = reading.finish();
    (records, summary)
}
