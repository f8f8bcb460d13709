//! More than a desk has room for: what it has is kept and shown, and the rest is told.

use super::*;
use deksel::archive::desk::help;
use deksel::detect::Settings;

const HEADER: &str = "Date,ShareLink,ShareCommentary,Visibility\n";
const POSTS: u32 = 200;

/// Posts in each of which an address is found.
fn telling() -> String {
    let row = |number| format!("2024-05-01 10:00:00,,Mail bo{number}@smederij.example,PUBLIC\n");
    HEADER.to_owned() + &(1..=POSTS).map(row).collect::<String>()
}

fn files(shares: &str) -> [(String, Cursor<Vec<u8>>); 1] {
    [("Shares.csv".to_owned(), Cursor::new(shares.as_bytes().to_vec()))]
}

/// Reads at a desk with so much room, and as many helpers as share the work beside it.
fn read_with(room: usize, of: u32, shares: &str) -> (Desk, Overview) {
    let mut desk = Desk::with_room(room);
    desk.read(files(shares), Share { place: 0, of }, &mut Looking::default());
    for place in 1..of {
        let (share, settings) = (Share { place, of }, Settings::default());
        help(files(shares), share, room, &settings, &mut Looking::default(), |found| desk.take_in(found));
    }
    let Answer::Read(overview) = desk.finish() else { panic!("a reading ends with what was read") };
    (desk, *overview)
}

/// The numbers of all texts in the list.
fn listed(desk: &mut Desk) -> Vec<u32> {
    let mut numbers = Vec::new();
    while let Some(Answer::List(list)) = desk.answer(Ask::List { query: Query::default(), from: numbers.len() })
        && !list.shown.is_empty()
    {
        numbers.extend(list.shown.iter().map(|shown| shown.number));
    }
    numbers
}

#[test]
fn a_desk_with_too_little_room_keeps_what_it_has_and_says_how_many_texts_are_left_out() {
    let (mut desk, overview) = read_with(50_000, 1, &telling());
    let telling = u32::try_from(overview.telling).unwrap();
    assert!(telling > 20 && telling < POSTS, "{telling}");
    assert_eq!((overview.texts, overview.beyond), (u64::from(telling), u64::from(POSTS - telling)));
    assert_eq!((overview.partial, overview.passed_over), (true, 0));
    assert_eq!(overview.years[0].medium, telling, "the picture is of what was kept");
    assert_eq!(listed(&mut desk), Vec::from_iter(1..=telling));
    let report = desk.report(Format::Json, Content::Words, Language::of("en"), Vec::new()).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report["findings"].as_array().unwrap().len(), overview.telling);
    assert_eq!((report["texts"].as_u64(), report["partial"].as_bool()), (Some(overview.texts), Some(true)));
}

#[test]
fn whoever_helps_and_however_little_room_there_is_no_text_is_left_out_untold() {
    for of in 1..=4 {
        let mut most = 0;
        for room in (0..300_000).step_by(10_000) {
            let (mut desk, overview) = read_with(room, of, &telling());
            let telling = u32::try_from(overview.telling).unwrap();
            assert_eq!(overview.texts, u64::from(telling), "{room} bytes, {of} share");
            assert_eq!(overview.beyond, u64::from(POSTS - telling), "{room} bytes, {of} share");
            assert_eq!(overview.partial, overview.beyond > 0);
            assert_eq!(listed(&mut desk), Vec::from_iter(1..=telling), "all up to a place: {room} bytes, {of} share");
            assert!(telling >= most, "more room keeps no less");
            most = telling;
        }
        assert_eq!(most, POSTS, "in the end there is room for all");
    }
}

#[test]
fn texts_in_which_nothing_is_found_take_no_room() {
    let everyday = "2024-05-01 10:00:00,,Een wandeling langs de zee,PUBLIC\n".repeat(1000);
    let (_, overview) = read_with(10_000, 1, &(HEADER.to_owned() + &everyday + ",,Mail bo@smederij.example,\n"));
    assert_eq!((overview.texts, overview.telling, overview.beyond, overview.partial), (1001, 1, 0, false));
}

#[test]
fn every_finding_takes_room() {
    let post = |words: &str| format!("{HEADER},,{words},\n");
    let (one, many) = ("ha ".repeat(1000) + "a@b.nl", "a@b.nl ".repeat(400));
    assert!(one.len() > many.len());
    let (_, of_one) = read_with(10_000, 1, &post(&one));
    let (_, of_many) = read_with(10_000, 1, &post(&many));
    assert_eq!((of_one.telling, of_one.beyond), (1, 0));
    assert_eq!((of_many.telling, of_many.beyond), (0, 1));
}

#[test]
fn another_reading_has_all_the_room_again() {
    let (mut desk, first) = read_with(50_000, 1, &telling());
    for _ in 0..2 {
        desk.read(files(&telling()), Share::WHOLE, &mut Looking::default());
        let Answer::Read(again) = desk.finish() else { panic!("a reading ends with what was read") };
        assert_eq!(*again, first);
    }
}

#[test]
fn of_what_cannot_be_read_the_first_sentences_are_kept_and_the_others_counted() {
    let bad = format!("Date,Link,Message\n{}", "never,,een,twee\n".repeat(60));
    let names = ["Export/Comments_1.csv", "Export/Comments_2.csv"];
    let overview = read(&mut Desk::default(), &mut Looking::default(), &names.map(|name| (name, bad.as_str())));
    // Of each file 50 rows are told of, with two faults each, and that there are more.
    assert_eq!((overview.troubles.len(), overview.more_troubles), (30, 2 * 101 - 30));
}

#[test]
fn a_text_in_the_place_of_a_date_is_told_in_short() {
    let shares = format!("{HEADER}{},,een,\n", "lang ".repeat(10_000));
    let overview = read(&mut Desk::default(), &mut Looking::default(), &[("Shares.csv", &shares)]);
    assert_eq!(overview.troubles.len(), 1);
    assert!(overview.troubles[0].len() < 200, "{}", overview.troubles[0]);
}
