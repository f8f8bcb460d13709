//! The desk at which a history is gone through, as the archive page talks to it.

mod reading;
mod room;

use deksel::archive::desk::{
    Answer, Ask, Decision, Desk, List, Marks, Order, Overview, PartOf, Query, Setup, Share, State, Watch, When,
};
use deksel::archive::report::{Content, Format};
use deksel::choices::Scope;
use deksel::detect::{Kind, Severity};
use deksel::item::{Audience, Item};
use deksel::wording::Language;
use std::io::Cursor;

const KEY: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";

const SHARES: &str = "Date,ShareLink,ShareCommentary,Visibility
2023-05-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:1,Mail bo@smederij.example,CONNECTIONS
2024-05-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:2,Een mooie dag,PUBLIC
2024-06-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:3,Betaal op NL91 ABNA 0417 1643 00,PUBLIC
2025-06-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:4,Betaal Ilse op NL91 ABNA 0417 1643 00 of mail bo@smederij.example,CONNECTIONS
,https://www.linkedin.com/feed/update/urn:li:share:5,Mail BO@smederij.example,
";

/// Looks on, and forbids the items that hold a word.
#[derive(Default)]
struct Looking {
    forbidden: Option<&'static str>,
    reports: usize,
}

impl Watch for Looking {
    fn allows(&mut self, item: &Item) -> bool {
        !self.forbidden.is_some_and(|word| item.text.contains(word))
    }

    fn progress(&mut self, _texts: u64, read: u64, of: u64) {
        assert!(read <= of);
        self.reports += 1;
    }
}

fn read(desk: &mut Desk, watch: &mut Looking, files: &[(&str, &str)]) -> Overview {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), Cursor::new(text.as_bytes().to_vec())));
    desk.read(files, Share::WHOLE, watch);
    let Answer::Read(overview) = desk.finish() else { panic!("a reading ends with what was read") };
    *overview
}

fn desk_with(marks: Marks) -> (Desk, Overview) {
    let mut desk = Desk::default();
    desk.set_up(Setup { marks, ..Setup::default() });
    let overview = read(&mut desk, &mut Looking::default(), &[("Shares.csv", SHARES)]);
    (desk, overview)
}

fn marks() -> Marks {
    Marks { key: KEY.into(), ..Marks::default() }
}

fn list(desk: &mut Desk, query: Query) -> List {
    let Some(Answer::List(list)) = desk.answer(Ask::List { query, from: 0 }) else { panic!("a list is asked for") };
    list
}

fn numbers(desk: &mut Desk, query: Query) -> Vec<u32> {
    list(desk, query).shown.iter().map(|shown| shown.number).collect()
}

/// What the browser then keeps: the lists after a decision.
fn decide(desk: &mut Desk, kept: &mut Marks, decision: Decision) {
    let Some(Answer::Decided(changes)) = desk.answer(Ask::Decide(decision)) else { panic!("a decision is answered") };
    for change in changes {
        let list = match change.list {
            State::Done => &mut kept.done,
            State::Keep => &mut kept.keep,
            State::Ignored => &mut kept.ignored,
            State::Open => panic!("nothing is kept of what is open"),
        };
        list.extend(change.add);
        list.retain(|code| !change.remove.contains(code));
    }
}

fn on(record: u32, state: State) -> Decision {
    Decision { record, finding: None, state, scope: Scope::Here }
}

#[test]
fn the_list_has_each_text_in_which_something_was_found_the_worst_first() {
    let (mut desk, _) = desk_with(marks());
    let all = list(&mut desk, Query::default());
    let told: Vec<_> = all.shown.iter().map(|shown| (shown.number, shown.audience, shown.findings.len())).collect();
    assert_eq!(
        told,
        [(3, Audience::Public, 1), (4, Audience::Limited, 2), (5, Audience::Unknown, 1), (1, Audience::Limited, 1)]
    );
    assert_eq!((all.total, all.open), (4, 5));
    assert_eq!(all.counts, [(Kind::Email, 3), (Kind::BankAccount, 2)]);
    let first = &all.shown[0];
    assert_eq!(first.link.as_deref(), Some("https://www.linkedin.com/feed/update/urn:li:share:3"));
    assert_eq!(first.date.as_deref(), Some("2024-06-01T10:00:00Z"));
    assert_eq!(first.findings[0].words, "NL91 ABNA 0417 1643 00");
    assert_eq!(first.pieces.iter().map(|piece| piece.found).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn every_filter_and_every_order_is_its_own() {
    let (mut desk, _) = desk_with(marks());
    let any = Query::default;
    for (query, wanted) in [
        (Query { kind: Some(Kind::BankAccount), ..any() }, vec![3, 4]),
        (Query { severity: Some(Severity::Medium), ..any() }, vec![5, 4, 1]),
        (Query { year: When::Year(2024), ..any() }, vec![3]),
        (Query { year: When::Unknown, ..any() }, vec![5]),
        (Query { audience: Some(Audience::Limited), ..any() }, vec![4, 1]),
        (Query { words: " ILSE".into(), ..any() }, vec![4]),
        (Query { words: "nowhere".into(), ..any() }, vec![]),
        (Query { part: PartOf::Record(1), ..any() }, vec![1]),
        (Query { part: PartOf::Identifier(1), ..any() }, vec![3, 4]),
        (Query { part: PartOf::Identifier(99), ..any() }, vec![]),
        (Query { kind: Some(Kind::BankAccount), severity: Some(Severity::Medium), ..any() }, vec![]),
        (Query { order: Order::Public, ..any() }, vec![3, 5, 4, 1]),
        (Query { order: Order::Newest, ..any() }, vec![4, 3, 1, 5]),
        (Query { order: Order::Oldest, ..any() }, vec![1, 3, 4, 5]),
    ] {
        assert_eq!(numbers(&mut desk, query.clone()), wanted, "{query:?}");
    }
}

#[test]
fn a_decision_is_known_again_and_can_be_taken_back() {
    let mut kept = marks();
    let (mut desk, _) = desk_with(kept.clone());
    decide(&mut desk, &mut kept, on(3, State::Done));
    decide(&mut desk, &mut kept, on(4, State::Keep));
    assert_eq!((kept.done.len(), kept.keep.len(), kept.ignored.len()), (1, 2, 0));
    assert!(kept.done.iter().chain(&kept.keep).all(|code| code.len() == 43));

    let (mut again, overview) = desk_with(kept.clone());
    assert_eq!(overview.telling, 4);
    let of = |state| Query { state: Some(state), ..Query::default() };
    assert_eq!(numbers(&mut again, of(State::Done)), [3]);
    assert_eq!(numbers(&mut again, of(State::Keep)), [4]);
    assert_eq!(numbers(&mut again, of(State::Open)), [5, 1]);

    decide(&mut again, &mut kept, on(4, State::Done));
    assert_eq!((kept.done.len(), kept.keep.len()), (3, 0));
    decide(&mut again, &mut kept, on(4, State::Open));
    decide(&mut again, &mut kept, on(3, State::Open));
    assert_eq!(kept, marks());
}

#[test]
fn what_is_ignored_everywhere_is_gone_from_list_picture_and_report() {
    let mut kept = marks();
    let (mut desk, _) = desk_with(kept.clone());
    decide(&mut desk, &mut kept, Decision { scope: Scope::Everywhere, ..on(5, State::Ignored) });
    assert_eq!(kept.ignored.len(), 1);
    let left = list(&mut desk, Query { order: Order::Oldest, ..Query::default() });
    assert_eq!(left.shown.iter().map(|shown| shown.number).collect::<Vec<_>>(), [3, 4]);
    assert_eq!((left.counts, left.open), (vec![(Kind::BankAccount, 2)], 2));
    let report = |desk: &Desk| {
        let report = desk.report(Format::Csv, Content::Words, Language::of("en"), Vec::new()).unwrap();
        String::from_utf8(report).unwrap()
    };
    assert_eq!((report(&desk).contains("email"), report(&desk).matches("bank_account").count()), (false, 2));

    let (mut again, overview) = desk_with(kept.clone());
    assert_eq!(overview.identifiers.len(), 1);
    assert_eq!(numbers(&mut again, Query { state: Some(State::Ignored), ..Query::default() }), [5, 4, 1]);
    decide(&mut again, &mut kept, Decision { finding: Some(0), ..on(1, State::Open) });
    assert_eq!(kept, marks());
    assert_eq!(numbers(&mut again, Query { state: Some(State::Open), ..Query::default() }), [3, 4, 5, 1]);
    assert!(report(&again).contains("email"));
}

#[test]
fn one_finding_of_a_text_can_be_decided_about() {
    let mut kept = marks();
    let (mut desk, _) = desk_with(kept.clone());
    decide(&mut desk, &mut kept, Decision { finding: Some(1), ..on(4, State::Ignored) });
    let states = |desk: &mut Desk| {
        let list = list(desk, Query { part: PartOf::Record(4), ..Query::default() });
        list.shown[0].findings.iter().map(|finding| finding.state).collect::<Vec<_>>()
    };
    assert_eq!(states(&mut desk), [State::Open, State::Ignored]);
    decide(&mut desk, &mut kept, on(4, State::Done));
    assert_eq!(states(&mut desk), [State::Done, State::Ignored]);
    decide(&mut desk, &mut kept, on(4, State::Open));
    assert_eq!(states(&mut desk), [State::Open, State::Ignored]);
}

#[test]
fn the_list_stays_in_its_order_while_the_member_decides() {
    let (mut desk, _) = desk_with(marks());
    let open = Query { state: Some(State::Open), ..Query::default() };
    assert_eq!(numbers(&mut desk, open.clone()), [3, 4, 5, 1]);
    decide(&mut desk, &mut marks(), on(3, State::Done));
    assert_eq!(numbers(&mut desk, open.clone()), [3, 4, 5, 1]);
    list(&mut desk, Query::default());
    assert_eq!(numbers(&mut desk, open), [4, 5, 1]);
}

#[test]
fn without_a_key_decisions_hold_while_the_page_is_open() {
    let (mut desk, _) = desk_with(Marks::default());
    decide(&mut desk, &mut Marks::default(), on(3, State::Done));
    assert_eq!(numbers(&mut desk, Query { state: Some(State::Done), ..Query::default() }), [3]);
}

#[test]
fn a_text_that_is_typed_is_checked() {
    let mut desk = Desk::default();
    let ask = Ask::Check { number: 7, text: "Mail bo@smederij.example!".into() };
    let Some(Answer::Checked { number, pieces, findings }) = desk.answer(ask) else { panic!("a check is answered") };
    let words: Vec<_> = pieces.iter().map(|piece| piece.words.as_str()).collect();
    assert_eq!((number, words), (7, vec!["Mail ", "bo@smederij.example", "!"]));
    assert_eq!(findings[0].kind, Kind::Email);
}

#[test]
fn the_course_comes_in_pages() {
    let mut desk = Desk::default();
    let Some(Answer::Course(none)) = desk.answer(Ask::Course { from: 0 }) else { panic!("a course is asked for") };
    assert_eq!(none.total, 0);
    let posts: String = (1..=9)
        .flat_map(|year| (1..=9).map(move |month| (year, month)))
        .map(|(year, month)| {
            format!("201{year}-0{month}-01 10:00:00,,Wij verwelkomen Bakkerij Van Elk als nieuwe klant,\n")
        })
        .collect();
    let shares = format!("Date,ShareLink,ShareCommentary,Visibility\n{posts}");
    let overview = read(&mut desk, &mut Looking::default(), &[("Shares.csv", &shares)]);
    assert_eq!(overview.steps, 81);
    let Some(Answer::Course(last)) = desk.answer(Ask::Course { from: 80 }) else { panic!("a course is asked for") };
    assert_eq!((last.total, last.from, last.steps.len()), (81, 80, 1));
    assert_eq!(last.steps[0].date.as_deref(), Some("2019-09-01T10:00:00Z"));
    assert_eq!(overview.names[0].name, "Bakkerij Van Elk");
    assert_eq!(list(&mut desk, Query { part: PartOf::Name(0), ..Query::default() }).total, 81);
}

#[test]
fn a_report_counts_what_nothing_was_found_in_too() {
    let (desk, _) = desk_with(marks());
    let report = desk.report(Format::Json, Content::NoWords, Language::of("en"), Vec::new()).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!((report["texts"].as_u64(), report["findings"].as_array().unwrap().len()), (Some(5), 5));
}
