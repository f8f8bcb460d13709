//! The ZIP: what is opened, what is refused, and what is left of a broken one.

use super::{read, read_within};
use deksel::archive::{Limits, Source, Why};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

pub(super) const HEADER: &str = "Date,ShareLink,ShareCommentary\n";

pub(super) fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// As many posts, no two alike.
pub(super) fn posts(count: usize) -> String {
    let post = |number| format!("2026-01-05 10:00:00,,\"Bericht {number} van {}\"\n", number * 7919 % 104_729);
    HEADER.to_owned() + &(0..count).map(post).collect::<String>()
}

#[test]
fn only_what_was_published_is_opened() {
    let outcome = read(
        "export.zip",
        &zip(&[
            ("Basic/Shares_1.csv", "Date,ShareLink,ShareCommentary\n,,een\n"),
            ("Basic/messages.csv", "nothing"),
            ("Basic/Ad_Targeting.csv", "nothing"),
            ("Basic/Articles/Articles/messages.html", "<p>twee"),
            ("Basic/Reactions.csv", "Date,Type,Link\n2026-01-05 10:00:00,LIKE,\n"),
        ]),
    );
    assert_eq!(outcome.texts(), ["een", "twee"]);
    assert_eq!(outcome.counted, [(Source::Reactions, "2026-01".into())]);
    let unopened: Vec<(&str, Why)> =
        outcome.summary.unopened.iter().map(|file| (file.name.as_str(), file.why)).collect();
    assert_eq!(unopened, [("Basic/messages.csv", Why::Private), ("Basic/Ad_Targeting.csv", Why::Other)]);
    assert!(outcome.troubles.is_empty() && !outcome.summary.partial);
}

#[test]
fn a_name_that_leads_out_is_refused() {
    let outcome = read("export.zip", &zip(&[("../Shares.csv", HEADER), ("Comments.csv", "Date,Link,Message\n,,ja\n")]));
    assert_eq!(outcome.texts(), ["ja"]);
    assert_eq!(outcome.troubles, ["../Shares.csv: the name leads out of the archive; the file was not opened"]);
    assert!(outcome.summary.partial);
}

#[test]
fn a_locked_one_says_so() {
    let mut bytes = zip(&[("Shares.csv", HEADER)]);
    // The flag stands 6 bytes into the header of the file and 8 into that of the table of contents.
    let contents = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[6] |= 1;
    bytes[contents + 8] |= 1;
    let outcome = read("export.zip", &bytes);
    assert_eq!(outcome.troubles, ["export.zip: this is locked with a password; unpack it first"]);
    assert!(outcome.records.is_empty() && outcome.summary.partial);
}

#[test]
fn a_bomb_is_told() {
    let bomb = HEADER.to_owned() + &"a".repeat(5 << 20);
    let outcome = read("export.zip", &zip(&[("Shares.csv", &bomb), ("Comments.csv", "Date,Link,Message\n,,ja\n")]));
    let told = "Shares.csv: this unpacks to more than 250 times its size, as no export does; the rest was not read";
    assert!(outcome.troubles.iter().any(|trouble| trouble == told), "{:?}", outcome.troubles);
    assert_eq!(outcome.texts().last(), Some(&"ja"), "the other files are read");
}

#[test]
fn too_much_is_told() {
    let shares = posts(1000);
    let zip = zip(&[("Shares.csv", &shares), ("Comments.csv", "Date,Link,Message\n,,ja\n")]);
    let outcome = read_within(Limits { plain: 10_000, ..Limits::default() }, &[("export.zip", &zip)]);
    assert_eq!(outcome.troubles, ["Shares.csv: there is more than 0 MB to read; the rest was not read"]);
    assert!(outcome.records.len() < 1000);
    let outcome = read_within(Limits { entries: 1, ..Limits::default() }, &[("export.zip", &zip)]);
    assert_eq!(outcome.troubles, ["export.zip: this holds more than 1 files; the rest was not looked at"]);
    assert_eq!(outcome.records.len(), 1000);
    let outcome = read_within(Limits { entries: 2, ..Limits::default() }, &[("export.zip", &zip)]);
    assert_eq!((outcome.records.len(), outcome.troubles.len()), (1001, 0));
}

#[test]
fn a_name_that_stands_for_another_file_is_not_followed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("Shares.csv", "../Shares.csv", SimpleFileOptions::default()).unwrap();
    let outcome = read("export.zip", &zip.finish().unwrap().into_inner());
    assert!(outcome.summary.files.is_empty());
    assert_eq!(outcome.summary.unopened[0].why, Why::Other);
}

#[test]
fn what_is_just_enough_is_read_and_the_file_behind_it_is_told() {
    let shares = posts(3);
    let zip = zip(&[("Shares.csv", &shares), ("Comments.csv", "Date,Link,Message\n,,ja\n")]);
    let plain = u64::try_from(shares.len()).unwrap();
    let outcome = read_within(Limits { plain, ..Limits::default() }, &[("export.zip", &zip)]);
    assert_eq!(outcome.records.len(), 3);
    assert_eq!(outcome.troubles, ["Comments.csv: there is more than 0 MB to read; the rest was not read"]);
}

#[test]
fn a_row_of_many_lines_is_as_long_as_all_of_them() {
    let row = |words: &str| format!("{HEADER},,\"{words}\"\n2026-01-05 10:00:00,https://x.example,twee\n");
    let (just, too_long) = ("een\n".repeat(15), "een\n".repeat(15) + "!\nnog\nmeer");
    let read =
        |words: &str| read_within(Limits { row: 60, ..Limits::default() }, &[("Shares.csv", row(words).as_bytes())]);
    assert_eq!(read(&just).records.len(), 2);
    let outcome = read(&too_long);
    assert_eq!(outcome.texts(), ["twee"]);
    assert_eq!(outcome.troubles, ["Shares.csv, row 1: longer than 60 bytes; passed over"]);
}

#[test]
fn a_row_that_is_too_long_is_passed_over() {
    let long = "a".repeat(300);
    let rows = format!(
        "{HEADER},,een\n2026-01-05 10:00:00,https://x.example,{long}\n2026-01-05 10:00:00,https://x.example,twee\n"
    );
    let outcome = read_within(Limits { row: 200, ..Limits::default() }, &[("Shares.csv", rows.as_bytes())]);
    assert_eq!(outcome.texts(), ["een", "twee"]);
    assert_eq!(outcome.troubles, ["Shares.csv, row 2: longer than 200 bytes; passed over"]);
}

#[test]
fn the_same_sentence_is_not_told_of_every_row() {
    let rows = HEADER.to_owned() + &",,a,b\n".repeat(70);
    let outcome = read("Shares.csv", rows.as_bytes());
    assert_eq!(outcome.records.len(), 70);
    assert_eq!(outcome.troubles.len(), 51);
    assert_eq!(outcome.troubles.last().unwrap(), "Shares.csv: 20 more rows like these");
    let rows = HEADER.to_owned() + &",,a,b\n".repeat(50);
    assert_eq!(read("Shares.csv", rows.as_bytes()).troubles.len(), 50);
}

#[test]
fn a_file_by_itself_is_known_by_its_ending_or_left() {
    for name in ["On work.html", "On work.HTM"] {
        assert_eq!(read(name, b"<p>een").texts(), ["een"], "{name}");
    }
    for name in ["mine.csv", "mine.txt", "mine.tsv"] {
        assert_eq!(read(name, format!("{HEADER},,een\n").as_bytes()).texts(), ["een"], "{name}");
    }
    let outcome = read("mine.pdf", format!("{HEADER},,een\n").as_bytes());
    assert!(outcome.records.is_empty() && outcome.troubles.is_empty());
    assert_eq!(outcome.summary.unopened[0].why, Why::Other);
}

#[test]
fn progress_is_told_as_it_goes() {
    let rows = posts(3000);
    let mut told = Vec::new();
    let mut each = |part| {
        if let deksel::archive::Part::Progress { read, of } = part {
            told.push((read, of));
        }
        std::ops::ControlFlow::Continue(())
    };
    let mut reading = deksel::archive::Reading::new(Limits::default(), &mut each);
    reading.add("Shares.csv", Cursor::new(rows.as_bytes()));
    reading.finish();
    let whole = u64::try_from(rows.len()).unwrap();
    assert!(told.iter().all(|(_, of)| *of == whole), "{told:?} of {whole}");
    assert_eq!(told.len(), 6, "five times while it reads, and at the end");
    assert!(told[0].0 < whole && told[5].0 == whole, "{told:?}");
}

#[test]
fn a_reading_can_be_stopped() {
    use std::ops::ControlFlow;
    let mut count = 0;
    let mut each = |_| {
        count += 1;
        if count == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut reading = deksel::archive::Reading::new(Limits::default(), &mut each);
    reading.add("export.zip", Cursor::new(zip(&[("Shares.csv", &posts(100)), ("Shares_2.csv", &posts(100))])));
    reading.add("Shares.csv", Cursor::new(posts(100)));
    reading.finish();
    assert_eq!(count, 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_zip_with_any_bytes_changed_is_read_without_a_fault(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = zip(&[("Shares.csv", &posts(20)), ("Comments.csv", "Date,Link,Message\n,,ja\n"), ("a/messages.csv", "x")]);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        read("export.zip", &bytes);
        read("export.zip", &bytes[..cut.index(bytes.len())]);
    }
}
