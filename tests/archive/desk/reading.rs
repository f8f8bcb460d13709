//! What comes of reading, whoever scans.

use super::*;
use deksel::archive::desk::{ROOM, help};
use deksel::detect::Settings;

#[test]
fn what_was_read_is_told() {
    let mut desk = Desk::default();
    let mut looking = Looking::default();
    let files = [("Shares.csv", SHARES), ("messages.csv", "private"), ("Comments.csv", "Date,Link\n")];
    let overview = read(&mut desk, &mut looking, &files);
    assert_eq!((overview.texts, overview.telling), (5, 4));
    let years: Vec<_> = overview.years.iter().map(|year| (year.year, year.high, year.medium)).collect();
    assert_eq!(years, [(None, 0, 1), (Some(2023), 0, 1), (Some(2024), 1, 0), (Some(2025), 1, 1)]);
    assert_eq!(overview.unopened[0].name, "messages.csv");
    assert_eq!(overview.troubles, ["Comments.csv: there is no column message; the other columns were read"]);
    assert!(overview.partial);
    let given: Vec<_> = overview.identifiers.iter().map(|given| (given.kind, given.count)).collect();
    assert_eq!(given, [(Kind::Email, 2), (Kind::BankAccount, 2), (Kind::Email, 1)]);
    assert!(looking.reports > 0);
}

#[test]
fn in_a_folder_only_what_its_name_promises_is_opened() {
    let row = "Date,Link,Message\n,,ja\n";
    let files = [("Export/Comments.csv", row), ("Export/Ad_Targeting.csv", row), ("Export/page.html", "ja")];
    let overview = read(&mut Desk::default(), &mut Looking::default(), &files);
    assert_eq!((overview.texts, overview.partial, overview.unopened.len()), (1, false, 2));
}

#[test]
fn what_could_not_be_read_is_told_in_the_member_s_language() {
    let mut desk = Desk::default();
    desk.set_up(Setup { language: "nl".into(), ..Setup::default() });
    let rows = "Date,Link,Message\nooit,,\"ja\",nee\n";
    let overview = read(&mut desk, &mut Looking::default(), &[("export.zip", "no zip"), ("Comments.csv", rows)]);
    assert_eq!(
        overview.troubles,
        [
            "export.zip: dit is geen ZIP-bestand",
            "Comments.csv, rij 1: 4 velden waar de kop er 3 heeft; wat er is, is gelezen",
            "Comments.csv, rij 1: \"ooit\" is geen datum; de rij is zonder gelezen",
        ]
    );
}

#[test]
fn another_reading_takes_the_place_of_the_first() {
    let (mut desk, _) = desk_with(marks());
    let overview = read(&mut desk, &mut Looking::default(), &[("Shares.csv", "Date,ShareLink,ShareCommentary\n")]);
    assert_eq!((overview.texts, overview.telling), (0, 0));
    assert_eq!(list(&mut desk, Query::default()), List::default());
}

#[test]
fn an_item_that_may_not_be_scanned_makes_it_a_part() {
    let mut desk = Desk::default();
    let mut looking = Looking { forbidden: Some("Ilse"), ..Looking::default() };
    let overview = read(&mut desk, &mut looking, &[("Shares.csv", SHARES)]);
    assert_eq!((overview.texts, overview.telling, overview.passed_over), (5, 3, 1));
    assert!(overview.partial);
}

#[test]
fn a_shared_out_history_is_the_same_whoever_scans_it() {
    let (mut alone, whole) = desk_with(marks());
    let mut desk = Desk::default();
    desk.set_up(Setup { marks: marks(), ..Setup::default() });
    let files = || [("Shares.csv".to_owned(), Cursor::new(SHARES.as_bytes().to_vec()))];
    let share = |place| Share { place, of: 3 };
    desk.read(files(), share(0), &mut Looking::default());
    for place in [2, 1] {
        let mut given = Vec::new();
        let settings = Settings::default();
        help(files(), share(place), ROOM, &settings, &mut Looking::default(), |found| given.extend_from_slice(found));
        desk.take_in(&given);
        // A helper that began anew tells again what it told.
        desk.take_in(&given);
    }
    let Answer::Read(overview) = desk.finish() else { panic!("a reading ends with what was read") };
    assert_eq!(*overview, whole);
    assert_eq!(list(&mut desk, Query::default()), list(&mut alone, Query::default()));
}

#[test]
fn a_share_that_nobody_could_scan_makes_it_a_part() {
    let mut desk = Desk::default();
    let files = [("Shares.csv".to_owned(), Cursor::new(SHARES.as_bytes().to_vec()))];
    desk.read(files, Share { place: 0, of: 2 }, &mut Looking::default());
    desk.give_up(Share { place: 1, of: 2 });
    let Answer::Read(overview) = desk.finish() else { panic!("a reading ends with what was read") };
    assert_eq!((overview.texts, overview.telling, overview.passed_over, overview.partial), (5, 2, 3, true));
}
