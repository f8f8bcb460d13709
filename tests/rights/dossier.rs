//! Requests, reminders and the next step, day by day.

use super::given::{day, event, log};
use deksel::rights::{
    EventKind::*, Log, Memory, PATIENCE, Refused, Reminder, SettingState, Standing, Step, answers_remind_on, next_step,
    reminders, requests,
};

fn seen(state: SettingState, on: &str) -> Memory {
    let mut memory = Memory::default();
    memory.note("robin", state, day(on));
    memory
}

fn step(memory: &Memory, log: &Log, today: &str) -> Step {
    next_step(memory, log, "robin", day(today), PATIENCE)
}

#[test]
fn the_next_step_goes_from_the_switch_to_the_answer() {
    let on = seen(SettingState::On, "2026-10-01");
    let off = seen(SettingState::Off, "2026-10-01");
    let mut log = Log::default();
    assert_eq!(step(&Memory::default(), &log, "2026-10-01"), Step::Look);
    assert_eq!(step(&on, &log, "2026-10-01"), Step::SwitchOff);
    assert_eq!(step(&off, &log, "2026-10-01"), Step::Object);

    log.add(event("sent", Objection, "2026-10-01")).unwrap();
    // 1 November 2026 is a Sunday.
    assert_eq!(step(&off, &log, "2026-11-02"), Step::Wait { until: day("2026-11-02") });
    assert_eq!(step(&off, &log, "2026-11-03"), Step::FollowUp { due: day("2026-11-02") });
    assert_eq!(step(&on, &log, "2026-11-03"), Step::SwitchOff);

    log.add(event("asked", FollowUp, "2026-11-03")).unwrap();
    assert_eq!(step(&off, &log, "2026-11-03"), Step::Wait { until: day("2026-11-17") });
    assert_eq!(step(&off, &log, "2026-11-18"), Step::FollowUp { due: day("2026-11-02") });

    log.add(event("answered", Reply, "2026-11-19")).unwrap();
    assert_eq!(step(&off, &log, "2026-11-19"), Step::Nothing);
    assert_eq!(step(&off, &log, "2026-12-30"), Step::Look, "90 days after the setting was last seen");
    let unasked = next_step(&off, &log, "robin", day("2026-12-30"), 0);
    assert_eq!(unasked, Step::Nothing, "who wants no such reminder gets none");
}

#[test]
fn the_day_to_be_reminded_is_the_day_on_which_the_reminder_is_due() {
    let memory = Memory::default();
    let mut log = log(&[("sent", Objection, "2026-10-01")]);
    let today = day("2026-10-02");
    let on = answers_remind_on(&log, today).unwrap();
    assert_eq!(on, day("2026-11-03"));
    assert_eq!(reminders(&memory, &log, day("2026-11-02"), 0), []);
    assert_eq!(reminders(&memory, &log, on, 0).len(), 1);

    log.add(event("asked", FollowUp, "2026-11-03")).unwrap();
    assert_eq!(answers_remind_on(&log, day("2026-11-03")), Some(day("2026-11-18")));
    log.add(event("answered", Reply, "2026-11-19")).unwrap();
    assert_eq!(answers_remind_on(&log, day("2026-11-20")), None);
}

#[test]
fn a_member_who_leaves_it_on_can_still_object() {
    let mut memory = seen(SettingState::On, "2026-10-01");
    memory.accept("robin", day("2026-10-01"));
    assert_eq!(step(&memory, &Log::default(), "2026-10-02"), Step::Object);
}

#[test]
fn an_announced_extension_moves_the_day() {
    let log = log(&[("sent", Objection, "2026-08-31"), ("longer", Extension, "2026-09-20")]);
    let [request] = &requests(&log, day("2026-11-30")).collect::<Vec<_>>()[..] else { panic!("one request") };
    assert_eq!(request.deadline.last_day, day("2026-11-30"));
    assert_eq!(request.extended, Some(day("2026-09-20")));
    assert_eq!(request.standing, Standing::Waiting);
}

#[test]
fn an_answer_closes_the_request_that_it_names_or_all_before_it() {
    let standings = |log: &Log| requests(log, day("2027-01-01")).map(|request| request.standing).collect::<Vec<_>>();
    let mut log = log(&[
        ("one", Objection, "2026-09-01"),
        ("two", Restriction, "2026-09-02"),
        ("three", Marketing, "2026-10-01"),
    ]);
    let mut reply = event("reply", Reply, "2026-09-20");
    log.add(reply.clone()).unwrap();
    assert_eq!(standings(&log), [Standing::Closed, Standing::Closed, Standing::Overdue]);

    log.remove("reply");
    (reply.id, reply.about) = ("reply-to-two".into(), "two".into());
    log.add(reply).unwrap();
    assert_eq!(standings(&log), [Standing::Overdue, Standing::Closed, Standing::Overdue]);
}

#[test]
fn each_account_has_its_own_requests() {
    let mut log = Log::default();
    let mut sent = event("sent", Objection, "2026-10-01");
    sent.member = "kim".into();
    log.add(sent).unwrap();
    let off = seen(SettingState::Off, "2026-10-01");
    assert_eq!(step(&off, &log, "2026-10-02"), Step::Object);

    let standing = |log: &Log| requests(log, day("2026-10-02")).next().map(|request| request.standing);
    let mut reply = event("reply", Reply, "2026-10-02");
    reply.member = "robin".into();
    log.add(reply).unwrap();
    assert_eq!(standing(&log), Some(Standing::Waiting));
    log.add(event("reply to all", Reply, "2026-10-02")).unwrap();
    assert_eq!(standing(&log), Some(Standing::Closed));
}

#[test]
fn reminders_name_what_is_due_and_nothing_else() {
    let mut memory = seen(SettingState::Off, "2026-06-01");
    memory.note("robin", SettingState::On, day("2026-07-01"));
    let log = log(&[("sent", Objection, "2026-07-01"), ("waiting", Restriction, "2026-09-15")]);
    let back_on = Reminder::BackOn { member: "robin".into(), off: day("2026-06-01") };
    let overdue = Reminder::Overdue { id: "sent".into(), kind: Objection, due: day("2026-08-03") };
    let not_seen = Reminder::NotSeen { member: "robin".into(), days: 90 };
    let due = |today: &str, patience| reminders(&memory, &log, day(today), patience);
    // 1 August 2026 is a Saturday.
    assert_eq!(due("2026-08-03", 90), std::slice::from_ref(&back_on));
    assert_eq!(due("2026-08-04", 90), [back_on.clone(), overdue.clone()]);
    assert_eq!(due("2026-09-28", 90), [back_on.clone(), overdue.clone()]);
    assert_eq!(due("2026-09-29", 90), [back_on.clone(), overdue.clone(), not_seen]);
    assert_eq!(due("2026-09-29", 0), [back_on.clone(), overdue]);
    assert_eq!(due("2020-01-01", 90), [back_on], "a clock that was set back makes nothing due");
}

#[test]
fn the_dossier_takes_no_entry_twice_nor_more_than_it_can_hold() {
    let mut log = log(&[("one", Objection, "2026-09-01")]);
    assert_eq!(log.add(event("", Other, "2026-09-01")), Err(Refused::NoId));
    assert_eq!(log.add(event("one", Other, "2026-09-01")), Err(Refused::IdTaken));
    let mut long = event("long", Other, "2026-09-01");
    long.note = "x".repeat(8_001);
    assert_eq!(log.add(long), Err(Refused::TooLong("note", 8_000)));
    log.remove("one");
    assert_eq!(log.add(event("one", Other, "2026-09-01")), Err(Refused::IdTaken), "another tab would take it out");
    for number in 0..Log::EVENTS {
        log.add(event(&number.to_string(), Other, "2026-09-01")).unwrap();
    }
    assert_eq!(log.add(event("more", Other, "2026-09-01")), Err(Refused::Full));

    log.delete_all();
    assert_eq!(log.events(), []);
    let mut letters = 0;
    let kept = loop {
        let mut letter = event(&letters.to_string(), Objection, "2026-09-01");
        letter.letter = "x".repeat(80_000);
        match log.add(letter) {
            Ok(()) => letters += 1,
            Err(refused) => break refused,
        }
    };
    assert_eq!((kept, letters), (Refused::Full, Log::BYTES / 80_001));
}
