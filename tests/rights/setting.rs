//! What is remembered of the setting.

use super::given::day;
use deksel::rights::{
    EventKind::{SettingOff, SettingOn},
    Memory, Noted,
    SettingState::*,
};

#[test]
fn a_change_is_noted_with_its_day() {
    let mut memory = Memory::default();
    assert_eq!(memory.note("robin", Unknown, day("2026-01-01")), Noted::Nothing);
    assert_eq!(memory.of("robin"), None);
    assert_eq!(memory.note("robin", On, day("2026-01-02")), Noted::First);
    assert_eq!(memory.note("robin", On, day("2026-01-05")), Noted::Same);
    assert_eq!(memory.note("robin", Off, day("2026-01-06")), Noted::SwitchedOff);
    assert_eq!(memory.note("robin", Unknown, day("2026-01-07")), Noted::Nothing);
    let known = memory.of("robin").unwrap();
    assert_eq!((known.state, known.seen, known.since), (Off, day("2026-01-06"), day("2026-01-06")));
    assert_eq!(known.back_on(), None);
}

#[test]
fn off_earlier_and_on_now_is_told_until_the_member_accepts_it() {
    let mut memory = Memory::default();
    memory.note("robin", Off, day("2026-01-06"));
    assert_eq!(memory.note("robin", On, day("2026-03-01")), Noted::SwitchedOn);
    assert_eq!(memory.of("robin").unwrap().back_on(), Some(day("2026-01-06")));
    memory.accept("robin", day("2026-03-02"));
    assert_eq!(memory.of("robin").unwrap().back_on(), None);

    memory.note("robin", Off, day("2026-04-01"));
    memory.note("robin", On, day("2026-05-01"));
    assert_eq!(memory.of("robin").unwrap().back_on(), Some(day("2026-04-01")), "it came on once more");
}

#[test]
fn what_was_seen_of_nobody_is_that_of_the_first_who_comes() {
    let mut memory = Memory::default();
    memory.note("", Off, day("2026-01-06"));
    assert_eq!(memory.note("robin", On, day("2026-01-07")), Noted::SwitchedOn);
    assert_eq!(memory.note("kim", On, day("2026-01-07")), Noted::First);
    assert_eq!(memory.iter().count(), 2);
}

#[test]
fn the_setting_reminds_on_the_day_on_which_there_is_something_to_remind_of() {
    let mut memory = Memory::default();
    assert_eq!(memory.reminds_on(90), None);
    memory.note("robin", Off, day("2026-01-06"));
    assert_eq!(memory.reminds_on(90), Some(day("2026-04-06")));
    assert_eq!(memory.reminds_on(0), None);
    assert_eq!(
        memory.events().map(|event| (event.kind, event.on)).collect::<Vec<_>>(),
        [(SettingOff, day("2026-01-06"))]
    );
    memory.note("robin", On, day("2026-02-01"));
    assert_eq!(memory.reminds_on(0), Some(day("2026-01-06")), "it is on again, which is told at once");
    assert_eq!(
        memory.events().map(|event| (event.kind, event.on)).collect::<Vec<_>>(),
        [(SettingOn, day("2026-02-01"))]
    );
    memory.accept("robin", day("2026-02-01"));
    assert_eq!(memory.reminds_on(30), Some(day("2026-03-03")));
}

#[test]
fn a_clock_that_jumps_leaves_no_lasting_mark() {
    let mut memory = Memory::default();
    memory.note("robin", On, day("2099-01-01"));
    assert_eq!(memory.of("robin").unwrap().unseen(day("2026-01-01")), 0);
    memory.note("robin", On, day("2026-01-01"));
    let known = memory.of("robin").unwrap();
    assert_eq!((known.seen, known.since), (day("2026-01-01"), day("2026-01-01")));
    assert_eq!(known.unseen(day("2026-04-01")), 90);
}

#[test]
fn two_tabs_keep_the_later_look_of_each_account() {
    let (mut one, mut other) = (Memory::default(), Memory::default());
    one.note("robin", Off, day("2026-01-06"));
    one.note("robin", On, day("2026-02-01"));
    other.note("robin", Off, day("2026-01-20"));
    other.note("kim", Off, day("2026-01-20"));
    let today = day("2026-02-02");
    let joined = |mut first: Memory, second: &Memory| {
        first.merge(second.clone(), today);
        first
    };
    assert_eq!(joined(one.clone(), &other), joined(other.clone(), &one));
    let memory = joined(one, &other);
    assert_eq!(memory.of("robin").unwrap().state, On);
    assert_eq!(memory.of("robin").unwrap().back_on(), Some(day("2026-01-20")));
    assert_eq!(memory.of("kim").unwrap().state, Off);
}

#[test]
fn a_look_from_the_future_does_not_outdo_todays() {
    let (mut wrong, mut right) = (Memory::default(), Memory::default());
    wrong.note("robin", On, day("2099-01-01"));
    right.note("robin", Off, day("2026-02-01"));
    let today = day("2026-02-01");
    wrong.merge(right.clone(), today);
    right.note("robin", Off, day("2026-02-02"));
    wrong.merge(right, day("2026-02-02"));
    assert_eq!(wrong.of("robin").unwrap().state, Off);
}

#[test]
fn the_account_not_seen_for_longest_is_forgotten_first() {
    let mut memory = Memory::default();
    for number in 0..=Memory::MEMBERS {
        memory.note(&format!("member-{number}"), On, day("2026-01-01").plus_days(u16::try_from(number).unwrap()));
    }
    assert_eq!(memory.iter().count(), Memory::MEMBERS);
    assert_eq!(memory.of("member-0"), None);
}

#[test]
fn an_older_memory_is_still_read() {
    let stored = r#"[{"member":"robin","seen":"2026-01-06","since":"2026-01-06","state":"off"}]"#;
    let memory: Memory = serde_json::from_str(stored).unwrap();
    assert_eq!(memory.of("robin").unwrap().state, Off);
    assert!(serde_json::from_str::<Memory>(&stored.replace("2026-01-06", "2026-13-06")).is_err());
}
