//! Two tabs write at once, and nothing is lost.

use super::given::{day, event, log};
use deksel::rights::{Event, EventKind, Log, exchange};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn joined(one: &Log, other: &Log) -> Log {
    let mut joined = one.clone();
    joined.merge(other.clone());
    joined
}

fn ids(log: &Log) -> BTreeSet<&str> {
    log.events().iter().map(|event| event.id.as_str()).collect()
}

#[test]
fn what_one_tab_takes_out_the_other_does_not_bring_back() {
    let before = log(&[("one", EventKind::Objection, "2026-09-01"), ("two", EventKind::Reply, "2026-09-20")]);
    let (mut here, mut there) = (before.clone(), before);
    here.remove("one");
    there.add(event("three", EventKind::Other, "2026-09-21")).unwrap();
    assert_eq!(ids(&joined(&there, &here)), BTreeSet::from(["two", "three"]));
    assert_eq!(joined(&there, &here), joined(&here, &there));
}

#[test]
fn what_was_deleted_altogether_stays_deleted() {
    let before = log(&[("one", EventKind::Objection, "2026-09-01")]);
    let mut deleted = before.clone();
    deleted.delete_all();
    assert_eq!(joined(&before, &deleted).events(), []);
    assert_eq!(joined(&deleted, &before).events(), []);
    deleted.add(event("new", EventKind::Objection, "2026-09-02")).unwrap();
    assert_eq!(ids(&joined(&before, &deleted)), BTreeSet::from(["new"]));
}

/// An entry with one of few names, so that names meet.
fn any_event() -> impl Strategy<Value = Event> {
    let kinds = prop::sample::select(EventKind::ALL);
    ("[a-e]", kinds, 0u16..400, "[\"\\\\ \u{1}é語]{0,3}").prop_map(|(id, kind, days, note)| {
        let on = day("2026-01-01").plus_days(days).to_string();
        Event { note, ..event(&id, kind, &on) }
    })
}

/// A dossier after some entries were put in and some taken out.
fn any_log() -> impl Strategy<Value = Log> {
    (prop::collection::vec(any_event(), 0..6), prop::collection::vec("[a-e]", 0..2)).prop_map(|(events, removed)| {
        let mut log = Log::default();
        for event in events {
            // A name that is taken is refused, as in a page.
            let _ = log.add(event);
        }
        for id in removed {
            log.remove(&id);
        }
        log
    })
}

/// The same, perhaps after all was deleted once or twice.
fn any_log_of_any_age() -> impl Strategy<Value = Log> {
    (0..3, any_log()).prop_map(|(deletions, younger)| {
        let mut log = Log::default();
        for _ in 0..deletions {
            log.delete_all();
        }
        for event in younger.events() {
            // Names are taken once, as in the dossier that they come from.
            let _ = log.add(event.clone());
        }
        log
    })
}

/// The entry is not there, and could not be put there again.
fn takes_out(log: &Log, id: &str) -> bool {
    log.event(id).is_none() && log.clone().add(event(id, EventKind::Other, "2026-01-01")).is_err()
}

proptest! {
    #[test]
    fn the_order_of_joining_makes_no_difference(
        one in prop_oneof![any_log(), any_log_of_any_age()],
        two in prop_oneof![any_log(), any_log_of_any_age()],
        three in any_log(),
    ) {
        prop_assert_eq!(joined(&one, &two), joined(&two, &one));
        prop_assert_eq!(joined(&joined(&one, &two), &three), joined(&one, &joined(&two, &three)));
        prop_assert_eq!(joined(&one, &one), one);
    }

    #[test]
    fn every_entry_of_both_is_there(one in any_log(), two in any_log()) {
        let both = joined(&one, &two);
        for id in ids(&one).union(&ids(&two)) {
            let struck = [&one, &two].into_iter().any(|log| takes_out(log, id));
            prop_assert_eq!(both.event(id).is_some(), !struck, "{}", id);
        }
    }

    #[test]
    fn what_is_written_is_read_again(one in prop_oneof![any_log(), any_log_of_any_age()]) {
        let reading = exchange::read(&exchange::write(&one)).unwrap();
        prop_assert_eq!(reading.wrong, []);
        prop_assert_eq!(reading.log, one);
    }
}
