//! Every letter in every language against the files in `tests/letters`, which people read and correct.

use super::given::day;
use deksel::detect::Kind;
use deksel::rights::authority::Law;
use deksel::rights::letter::{Answer, Gap, Ground, Letter, MOST_WORDS, Objection, Purpose, Sender, TEXTS, texts};
use std::{collections::BTreeSet, fs, path::PathBuf};

const RENEW: &str = "RENEW_LETTERS";

fn letter(purpose: Purpose) -> Letter {
    let sender = Sender {
        name: "Žofia van der Voorbeeld".into(),
        profile: "https://www.linkedin.com/in/zofia-voorbeeld".into(),
        contact: "zofia@voorbeeld.example".into(),
    };
    Letter { sender, home: Law::Eu, on: Some(day("2026-12-01")), purpose }
}

fn blank(purpose: Purpose) -> Letter {
    Letter { sender: Sender::default(), home: Law::Eu, on: None, purpose }
}

fn objection() -> Objection {
    Objection {
        grounds: vec![Ground::OldPosts, Ground::Confidentiality, Ground::ThirdParties],
        counts: vec![(Kind::Client, 12), (Kind::Health, 0), (Kind::ThirdParty, 3)],
        words: "I advise small firms in trouble.\r\n\r\nزبائني لم يوافقوا على ذلك.\n我的客户没有同意。 {name}".into(),
        ..Objection::default()
    }
}

fn complaint(country: &str, answer: Answer) -> Letter {
    letter(Purpose::Complaint {
        country: country.into(),
        objected: Some(day("2026-10-01")),
        answer,
        words: String::new(),
    })
}

fn letters() -> Vec<(&'static str, Letter)> {
    let blank = blank(Purpose::Objection(Objection::default()));
    let in_the_uk = Letter { home: Law::Uk, ..letter(Purpose::Objection(Objection { other: false, ..objection() })) };
    vec![
        ("objection", letter(Purpose::Objection(objection()))),
        ("objection-blank", blank),
        ("objection-uk", in_the_uk),
        ("restriction", letter(Purpose::Restriction { objected: Some(day("2026-11-21")) })),
        (
            "marketing",
            letter(Purpose::Marketing {
                recipient: "Werving & Zn., t.a.v. R. Denkbeeldig".into(),
                received: Some(day("2026-11-30")),
                dutch: true,
            }),
        ),
        ("complaint", complaint("NL", Answer::Refused(Some(day("2026-11-02"))))),
        ("complaint-uk", complaint("GB", Answer::Partly(Some(day("2026-11-02"))))),
        ("complaint-ch", complaint("CH", Answer::None)),
    ]
}

#[test]
fn every_letter_reads_as_its_file() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/letters"));
    let renew = std::env::var_os(RENEW).is_some();
    let mut expected = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, letter) in letters() {
        for texts in &TEXTS {
            let file = format!("{name}.{}.txt", texts.tag);
            let written = letter.write(texts);
            if renew {
                fs::write(folder.join(&file), &written).unwrap();
            } else if fs::read_to_string(folder.join(&file)).unwrap_or_default() != written {
                wrong.push(file.clone());
            }
            expected.insert(file);
        }
    }
    let there: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, expected, "the files of tests/letters are not those of the letters");
    assert!(
        wrong.is_empty(),
        "letters that read otherwise than their files in tests/letters: {wrong:?}\n\
         If they are meant to: {RENEW}=1 cargo test --test rights letters, then read what `git diff` shows.",
    );
}

#[test]
fn no_letter_leaves_a_brace_or_a_gap() {
    for (name, letter) in letters().into_iter().filter(|(name, _)| *name != "objection-blank") {
        assert_eq!(letter.gaps(), [], "{name}");
        for texts in &TEXTS {
            let written = letter.write(texts).replace("{name}", "");
            assert!(!written.contains(['{', '}', '[', ']']), "{name} in {}", texts.tag);
            assert!(!written.contains("  ") && !written.contains("\n\n\n"), "{name} in {}", texts.tag);
        }
    }
}

#[test]
fn what_is_missing_stands_as_a_blank_and_is_told() {
    let nobody = [Gap::Name, Gap::Profile, Gap::Date];
    for (purpose, more) in [
        (Purpose::Objection(Objection::default()), vec![Gap::Grounds]),
        (
            Purpose::Objection(Objection {
                generative: false,
                other: false,
                words: " \n".into(),
                ..Objection::default()
            }),
            vec![Gap::Processing, Gap::Grounds],
        ),
        (Purpose::Restriction { objected: None }, vec![Gap::Objected]),
        (
            Purpose::Marketing { recipient: "\t".into(), received: None, dutch: false },
            vec![Gap::Recipient, Gap::Received],
        ),
        (
            Purpose::Complaint {
                country: "US".into(),
                objected: None,
                answer: Answer::Partly(None),
                words: String::new(),
            },
            vec![Gap::Authority, Gap::Objected, Gap::Answered],
        ),
    ] {
        let letter = blank(purpose);
        assert_eq!(letter.gaps(), [&nobody[..], &more].concat());
        // The day of the letter and the name, which ends it too, are blanks twice over.
        let blanks = letter.write(texts("en")).matches('[').count();
        assert!(blanks >= nobody.len() + more.len(), "{blanks} blanks for {more:?}");
    }
}

#[test]
fn own_words_suffice_as_grounds_and_end_at_their_limit() {
    let words = |words: String| letter(Purpose::Objection(Objection { words, ..Objection::default() }));
    let fits = words("語".repeat(MOST_WORDS));
    assert_eq!(fits.gaps(), []);
    assert!(fits.write(texts("en")).contains(&"語".repeat(MOST_WORDS)));
    assert!(!fits.write(texts("en")).contains(texts("en").blank_grounds));

    let long = words("語".repeat(MOST_WORDS + 1));
    assert_eq!(long.gaps(), [Gap::TooLong(MOST_WORDS + 1)]);
    assert_eq!(long.write(texts("en")).matches('語').count(), MOST_WORDS);
}

#[test]
fn a_complaint_of_no_answer_waits_until_it_is_due() {
    let mut letter = complaint("IE", Answer::None);
    // 1 November 2026 is a Sunday.
    letter.on = Some(day("2026-11-02"));
    assert_eq!(letter.gaps(), [Gap::StillInTime(day("2026-11-02"))]);
    letter.on = Some(day("2026-11-03"));
    assert_eq!(letter.gaps(), []);
    assert!(!letter.write(texts("en")).contains(texts("en").complaint_lead), "the lead authority leads itself");
}

#[test]
fn every_kind_has_a_name_in_every_language() {
    for texts in &TEXTS {
        let named: BTreeSet<&str> = texts.kinds.iter().map(|(kind, _)| *kind).collect();
        let kinds: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(named, kinds, "{}", texts.tag);
    }
}

#[test]
fn a_language_is_known_by_its_tag() {
    for (tag, language) in [("nl-BE", "nl"), ("DE_at", "de"), ("fr", "fr"), ("ja", "en"), ("", "en")] {
        assert_eq!(texts(tag).tag, language, "{tag}");
    }
}

#[test]
fn a_page_may_hand_a_letter_over_as_data() {
    let letter = complaint("NL", Answer::Refused(None));
    let json = serde_json::to_string(&letter).unwrap();
    assert_eq!(serde_json::from_str::<Letter>(&json).unwrap(), letter);
    let bare = r#"{"sender":{"name":"R"},"on":null,"purpose":{"letter":"objection","grounds":["old_posts"]}}"#;
    let bare: Letter = serde_json::from_str(bare).unwrap();
    assert_eq!(bare.purpose, Purpose::Objection(Objection { grounds: vec![Ground::OldPosts], ..Objection::default() }));
}
