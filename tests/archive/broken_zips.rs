//! What is still read of a ZIP whose end is missing.

use super::zips::{HEADER, posts, zip};
use super::{read, read_within};
use deksel::archive::Limits;
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A ZIP without its table of contents.
#[cfg(test)]
fn broken(whole: &[u8]) -> &[u8] {
    &whole[..whole.len() - 100]
}

/// Two comments' files and one of posts; the offsets are those of a file's own header (PKWARE's APPNOTE, 4.3.7).
#[cfg(test)]
fn with_first_header(change: impl Fn(&mut [u8])) -> Vec<u8> {
    let comments = format!("Date,Link,Message\n{}", ",,ja\n".repeat(3));
    let mut bytes = broken(&zip(&[("Comments.csv", &comments), ("Shares.csv", &posts(10))])).to_vec();
    change(&mut bytes);
    bytes
}

#[test]
fn a_file_whose_header_cannot_be_right_is_passed_over() {
    assert_eq!(read("export.zip", &with_first_header(|_| ())).records.len(), 13);
    for (name, change) in [
        ("packed in a way of its own", (|bytes| bytes[8] = 12) as fn(&mut [u8])),
        ("not packed, and of a size that is not told", |bytes| (bytes[6], bytes[8]) = (8, 0)),
        ("a name that breaks off", |bytes| bytes[30 + 3] = 7),
        ("a name of no letters", |bytes| bytes[26] = 0),
        ("a name that is no text", |bytes| bytes[30 + 3] = 0xff),
    ] {
        let outcome = read("export.zip", &with_first_header(change));
        assert_eq!((outcome.records.len(), outcome.summary.unopened.len()), (10, 0), "{name}");
    }
}

#[test]
fn a_file_is_found_wherever_its_header_stands() {
    let bytes = broken(&zip(&[("Shares.csv", &posts(1)), ("Comments.csv", "Date,Link,Message\n,,ja\n")])).to_vec();
    // So many bytes are looked through at a time, and the header may lie across their end.
    for before in 65_470..65_540 {
        let whole = [b"PK\x03\x04", vec![0; before].as_slice(), &bytes].concat();
        assert_eq!(read("export.zip", &whole).records.len(), 2, "{before}");
    }
}

#[test]
fn a_file_that_may_be_very_large_is_read() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["Shares.csv", "Shares_2.csv"] {
        zip.start_file(name, SimpleFileOptions::default().large_file(true)).unwrap();
        zip.write_all(format!("{HEADER},,een\n").as_bytes()).unwrap();
    }
    assert_eq!(read("export.zip", broken(&zip.finish().unwrap().into_inner())).texts(), ["een", "een"]);
}

#[test]
fn what_is_left_of_a_broken_zip_is_read() {
    let shares = posts(3000);
    let whole =
        zip(&[("Comments.csv", "Date,Link,Message\n,,ja\n"), ("messages.csv", &shares), ("Shares.csv", &shares)]);
    let told = "export.zip: the ZIP breaks off, as a download does that was not finished; what is there was read";
    let outcome = read("export.zip", broken(&whole));
    assert_eq!(outcome.records.len(), 3001);
    assert_eq!(outcome.troubles, [told]);
    assert_eq!(outcome.summary.unopened[0].name, "messages.csv");
    let outcome = read("export.zip", &whole[..whole.len() * 3 / 4]);
    assert_eq!(outcome.troubles[0], told);
    assert!(outcome.summary.partial);
    assert!((100..3000).contains(&outcome.records.len()), "{}", outcome.records.len());
    assert_eq!(outcome.texts()[1], "Bericht 0 van 0");
}

#[test]
fn the_limits_hold_in_a_broken_zip_too() {
    let comments = "Date,Link,Message\n,,ja\n";
    let shares = posts(10);
    let whole = zip(&[("Comments.csv", comments), ("Comments_2.csv", comments), ("Shares.csv", &shares)]);
    let broken = broken(&whole);
    let outcome = read_within(Limits { entries: 2, ..Limits::default() }, &[("export.zip", broken)]);
    assert_eq!(outcome.texts(), ["ja", "ja"]);
    assert_eq!(outcome.troubles[1..], ["export.zip: this holds more than 2 files; the rest was not looked at"]);
    let mut locked = broken.to_vec();
    locked[6] |= 1;
    let outcome = read("export.zip", &locked);
    assert_eq!(outcome.troubles[1], "Comments.csv: this is locked with a password; unpack it first");
    assert_eq!(outcome.records.len(), 11);
}

#[test]
fn a_broken_zip_whose_sizes_stand_behind_its_files_is_read() {
    let (messages, shares) = (posts(40_000), posts(10));
    let mut zip = ZipWriter::new_stream(Vec::new());
    for (name, text) in [("messages.csv", &messages), ("Shares.csv", &shares)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let whole = zip.finish().unwrap().into_inner();
    assert!(whole.len() > 200_000, "the second file is farther off than is looked at once: {}", whole.len());
    assert_eq!(read("export.zip", broken(&whole)).records.len(), 10);
}

#[test]
fn a_zip_in_a_broken_zip_is_not_looked_into() {
    let whole = zip(&[("Shares.csv", &posts(10))]);
    for inner in [whole.as_slice(), broken(&whole)] {
        let mut outer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [("inner.zip", inner), ("Comments.csv", b"Date,Link,Message\n,,ja\n")] {
            outer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
            outer.write_all(bytes).unwrap();
        }
        let outcome = read("export.zip", broken(&outer.finish().unwrap().into_inner()));
        assert_eq!(outcome.texts(), ["ja"]);
        assert!(outcome.summary.partial);
    }
}

#[test]
fn what_only_looks_like_a_zip_gives_nothing() {
    let outcome = read("export.zip", &b"PK\x03\x04".repeat(50_000));
    let told = "export.zip: the ZIP breaks off, as a download does that was not finished; what is there was read";
    assert_eq!(outcome.troubles, [told]);
    assert!(outcome.records.is_empty() && outcome.summary.partial);
}
