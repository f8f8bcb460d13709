//! A table of posts at the desk at which a history is gone through: words that are looked for in the first line, the table behind it.

use deksel::archive::desk::{
    Answer, Ask, Decision, Desk, List, Overview, Query, ROOM, Setup, Share, State, Watch, help,
};
use deksel::choices::Scope;
use deksel::detect::Settings;
use deksel::item::Item;
use std::io::Cursor;

struct Looking;

impl Watch for Looking {
    fn allows(&mut self, _item: &Item) -> bool {
        true
    }

    fn progress(&mut self, _texts: u64, read: u64, of: u64) {
        assert!(read <= of, "{read} of {of}");
    }
}

/// The share of a desk that has a helper.
const HALF: Share = Share { place: 0, of: 2 };
const OTHER_HALF: Share = Share { place: 1, of: 2 };

pub(super) fn take(bytes: &[u8]) {
    let (words, table) = bytes.iter().position(|byte| *byte == b'\n').map_or((bytes, bytes), |end| bytes.split_at(end));
    let files = || [("Shares.csv".to_owned(), Cursor::new(table))];
    let (mut alone, mut helped) = (desk(), desk());
    alone.read(files(), Share::WHOLE, &mut Looking);
    helped.read(files(), HALF, &mut Looking);
    help(files(), OTHER_HALF, ROOM, &Settings::default(), &mut Looking, |found| helped.take_in(found));
    let overview = finished(&mut alone);
    assert_eq!(overview, finished(&mut helped), "help changes nothing");
    let all = list(&mut alone, Query::default());
    assert_eq!(all, list(&mut helped, Query::default()), "help changes nothing");
    for shown in &all.shown {
        assert!(shown.pieces.iter().any(|piece| piece.found), "what was found is marked");
    }
    let sought = list(&mut alone, Query { words: String::from_utf8_lossy(words).into_owned(), ..Query::default() });
    assert!(sought.total <= all.total);
    for record in all.shown.iter().map(|shown| shown.number) {
        let decision = Decision { record, finding: None, state: State::Done, scope: Scope::Here };
        assert!(alone.answer(Ask::Decide(decision)).is_some());
    }
    let done = list(&mut alone, Query { state: Some(State::Done), ..Query::default() });
    assert!(done.total >= all.shown.len(), "what is done is listed as done");
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    desk.set_up(Setup { language: "en".into(), ..Setup::default() });
    desk
}

fn finished(desk: &mut Desk) -> Overview {
    match desk.finish() {
        Answer::Read(overview) => *overview,
        other => panic!("a reading ends with what was read, and not with {other:?}"),
    }
}

fn list(desk: &mut Desk, query: Query) -> List {
    match desk.answer(Ask::List { query, from: 0 }) {
        Some(Answer::List(list)) => list,
        other => panic!("who asks for the list gets it, and not {other:?}"),
    }
}
