//! The dossier as a file: taken away, brought back, broken, foreign.

use super::given::{event, log};
use deksel::rights::exchange::{Fault, Imported, LONGEST, Refusal, VERSION, Wrong, import, read, write};
use deksel::rights::{EventKind, Log, Refused};
use proptest::prelude::*;

fn file(entries: &str) -> String {
    format!(r#"{{"deksel":"dossier","version":1,"events":[{entries}]}}"#)
}

#[test]
fn a_dossier_comes_back_as_it_went() {
    let before = log(&[("one", EventKind::Objection, "2026-09-01"), ("two", EventKind::Reply, "2026-09-20")]);
    let file = write(&before);
    let mut empty = Log::default();
    assert_eq!(import(&mut empty, &file), Ok(Imported { added: 2, ..Imported::default() }));
    assert_eq!(empty.events(), before.events());
    assert_eq!(import(&mut empty, &format!("\u{feff}{file}")), Ok(Imported { known: 2, ..Imported::default() }));
    assert_eq!(empty.events(), before.events());
}

#[test]
fn the_form_of_the_file_is_this() {
    let mut one = Log::default();
    let mut sent = event("one", EventKind::Objection, "2026-09-01");
    sent.note = "by the form".into();
    one.add(sent).unwrap();
    let expected = r#"{
  "deksel": "dossier",
  "version": 1,
  "epoch": 0,
  "removed": [],
  "events": [
    {
      "on": "2026-09-01",
      "id": "one",
      "kind": "objection",
      "note": "by the form"
    }
  ]
}"#;
    assert_eq!(write(&one), expected);
}

#[test]
fn what_is_wrong_is_kept_out_and_named() {
    let mut dossier = log(&[("mine", EventKind::Objection, "2026-09-01")]);
    let text = file(
        r#"{"id":"good","kind":"reply","on":"2026-09-20","later":"a field of the future"},
           7,
           {"id":"a","kind":"reply"},
           {"id":"b","kind":"reply","on":20260920},
           {"id":"c","kind":"dance","on":"2026-09-20"},
           {"id":"d","kind":"reply","on":"2026-02-30"},
           {"id":"","kind":"reply","on":"2026-09-20"},
           {"id":"mine","kind":"reply","on":"2026-09-20"},
           {"id":"e","kind":"reply","on":"2026-09-20","note":["x"]},
           {"id":"f","kind":"reply","on":"2026-09-20","note":null}"#,
    );
    let wrong = [
        (2, Fault::NotAnObject),
        (3, Fault::Missing("on")),
        (4, Fault::NotText("on")),
        (5, Fault::UnknownKind("dance".into())),
        (6, Fault::NoDay("2026-02-30".into())),
        (7, Fault::Refused(Refused::NoId)),
        (8, Fault::Refused(Refused::IdTaken)),
        (9, Fault::NotText("note")),
    ];
    let wrong = wrong.map(|(entry, fault)| Wrong { entry, fault }).to_vec();
    assert_eq!(import(&mut dossier, &text), Ok(Imported { added: 2, known: 0, wrong }));
    let mut expected = log(&[("mine", EventKind::Objection, "2026-09-01"), ("good", EventKind::Reply, "2026-09-20")]);
    expected.add(event("f", EventKind::Reply, "2026-09-20")).unwrap();
    assert_eq!(dossier, expected);
}

#[test]
fn what_is_no_dossier_changes_nothing() {
    let before = log(&[("mine", EventKind::Objection, "2026-09-01")]);
    let newer = VERSION + 1;
    for (text, refusal) in [
        (String::new(), Refusal::NotJson { line: 1, column: 0 }),
        ("{\n\"deksel\": dossier".into(), Refusal::NotJson { line: 2, column: 11 }),
        ("[]".into(), Refusal::Foreign),
        (r#"{"name":"somebody's bookmarks","events":[]}"#.into(), Refusal::Foreign),
        (r#"{"deksel":"settings","version":1,"events":[]}"#.into(), Refusal::Foreign),
        (r#"{"deksel":"dossier","events":[]}"#.into(), Refusal::Foreign),
        (r#"{"deksel":"dossier","version":1,"events":{}}"#.into(), Refusal::Foreign),
        (format!(r#"{{"deksel":"dossier","version":{newer},"entries":[]}}"#), Refusal::Newer { version: newer }),
        (" ".repeat(LONGEST + 1), Refusal::TooLong { bytes: LONGEST + 1, most: LONGEST }),
    ] {
        let mut dossier = before.clone();
        assert_eq!(import(&mut dossier, &text), Err(refusal));
        assert_eq!(dossier, before);
    }
    // Nesting without end is refused before it can use up the stack.
    assert!(matches!(read(&"[".repeat(100_000)), Err(Refusal::NotJson { .. })));
}

#[test]
fn a_member_can_bring_back_what_was_taken_out() {
    let mut dossier = log(&[("one", EventKind::Objection, "2026-09-01")]);
    let file = write(&dossier);
    dossier.remove("one");
    assert_eq!(import(&mut dossier, &file), Ok(Imported { added: 1, ..Imported::default() }));
    let ids: Vec<&str> = dossier.events().iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["one+"]);
    assert_eq!(import(&mut dossier, &file), Ok(Imported { known: 1, ..Imported::default() }));
}

#[test]
fn a_full_dossier_can_be_written_and_read() {
    let mut full = Log::default();
    for number in 0..Log::EVENTS {
        let mut entry = event(&number.to_string(), EventKind::Other, "2026-09-01");
        // The character that JSON writes longest.
        entry.note = "\u{1}".repeat(Log::BYTES / Log::EVENTS - 8);
        full.add(entry).unwrap();
    }
    let file = write(&full);
    assert!(file.len() < LONGEST, "{}", file.len());
    assert_eq!(read(&file).unwrap().log, full);
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC*", place in any::<prop::sample::Index>()) {
        let _ = read(&text);
        let whole = write(&log(&[("one", EventKind::Objection, "2026-09-01"), ("two", EventKind::Reply, "2026-09-20")]));
        let mut broken: Vec<char> = whole.chars().collect();
        let place = place.index(broken.len());
        broken.splice(place..place + 1, text.chars());
        let mut dossier = log(&[("mine", EventKind::Objection, "2026-09-01")]);
        let _ = import(&mut dossier, &broken.into_iter().collect::<String>());
        prop_assert!(dossier.event("mine").is_some());
    }
}
