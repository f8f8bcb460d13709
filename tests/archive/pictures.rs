//! What all posts together show.

use super::read;
use deksel::archive::picture::{Parts, Picture};
use deksel::archive::{Record, Source, Tally};
use deksel::detect::{Finding, Kind};

/// A finding of these words.
fn finding(record: &Record, kind: Kind, words: &str, confidence: u8) -> Finding {
    let start = record.item.text.find(words).unwrap();
    Finding { kind, start, end: start + words.len(), severity: kind.severity(), confidence, rule: "invented" }
}

/// Posts of these dates and texts, with one finding in each.
fn picture(posts: &[(&str, &str, Kind, &str)]) -> Parts {
    let rows: String = posts.iter().map(|(date, text, ..)| format!("{date},,\"{text}\"\n")).collect();
    let outcome = read("Shares.csv", format!("Date,ShareLink,ShareCommentary\n{rows}").as_bytes());
    let mut picture = Picture::default();
    for (record, (_, _, kind, words)) in outcome.records.iter().zip(posts) {
        picture.add(record, &[finding(record, *kind, words, 80)]);
    }
    picture.parts()
}

#[test]
fn the_course_of_the_company_is_told_in_order() {
    let parts = picture(
        &[
            (
                "2025-06-01 10:00:00",
                "Een rondje. Wij nemen afscheid van tien smeden! Jammer.",
                Kind::Workforce,
                "afscheid van tien",
            ),
            ("2024-03-01 10:00:00", "Nieuwe klant: Bakkerij Van Elk.", Kind::Client, "klant: Bakkerij Van Elk"),
            (",,", "Zonder datum zoeken wij een lasser", Kind::Hiring, "zoeken wij een lasser"),
            ("2024-03-02 10:00:00", "Bel 0612345678", Kind::Phone, "0612345678"),
        ]
        .map(|(date, text, kind, words)| (date.trim_matches(','), text, kind, words)),
    );
    let told: Vec<(String, &str, u32)> = parts
        .course
        .iter()
        .map(|step| (step.date.map(|date| date.to_string()).unwrap_or_default(), step.quote.as_str(), step.record))
        .collect();
    assert_eq!(
        told,
        [
            (String::new(), "Zonder datum zoeken wij een lasser", 3),
            ("2024-03-01T10:00:00Z".into(), "Nieuwe klant: Bakkerij Van Elk.", 2),
            ("2025-06-01T10:00:00Z".into(), "Wij nemen afscheid van tien smeden!", 1),
        ]
    );
    let years: Vec<_> = parts.timeline.iter().map(|cell| (cell.year, cell.kind, cell.counted.count)).collect();
    assert_eq!(
        years,
        [
            (None, Kind::Hiring, 1),
            (Some(2024), Kind::Phone, 1),
            (Some(2024), Kind::Client, 1),
            (Some(2025), Kind::Workforce, 1),
        ]
    );
    assert_eq!(parts.items, 4);
}

#[test]
fn names_and_identifiers_are_ranked_with_their_records() {
    let client = "Trots op klant Bakkerij Van Elk";
    let parts = picture(&[
        ("2024-01-01 10:00:00", client, Kind::Client, "klant Bakkerij Van Elk"),
        ("2024-01-02 10:00:00", "Samen met Nour Smid", Kind::Partnership, "met Nour Smid"),
        ("2024-01-03 10:00:00", client, Kind::Client, "klant Bakkerij Van Elk"),
        ("2024-01-04 10:00:00", "bo@smederij.example", Kind::Email, "bo@smederij.example"),
        ("2024-01-05 10:00:00", "Mail bo@smederij.example", Kind::Email, "bo@smederij.example"),
    ]);
    let names: Vec<(&str, u64, &[u32])> = parts
        .names
        .iter()
        .map(|named| (named.name.as_str(), named.counted.count, named.counted.records.as_slice()))
        .collect();
    assert_eq!(names, [("Bakkerij Van Elk", 2, [1, 3].as_slice()), ("Nour Smid", 1, &[2])]);
    assert_eq!(parts.identifiers.len(), 1);
    assert_eq!(parts.identifiers[0].quote, "bo@smederij.example");
    assert_eq!(parts.identifiers[0].counted.records, [4, 5]);
}

#[test]
fn a_flood_of_posts_keeps_the_surest_steps_of_each_month() {
    let outcome = read("Shares.csv", b"Date,ShareLink,ShareCommentary\n2024-03-01 10:00:00,,nieuwe klant\n");
    let mut picture = Picture::default();
    for number in 0..5000_u32 {
        let record = Record { number, ..outcome.records[0].clone() };
        let confidence = if number == 4000 { 99 } else { 50 };
        picture.add(&record, &[finding(&record, Kind::Client, "klant", confidence)]);
    }
    let parts = picture.parts();
    assert_eq!((parts.course.len() as u64, parts.course_left_out), (3, 4997));
    assert!(parts.course.iter().any(|step| step.record == 4000));
    assert_eq!((parts.timeline[0].counted.count, parts.timeline[0].counted.records.len()), (5000, 1000));
}

#[test]
fn reactions_and_votes_are_counted_by_month() {
    let mut picture = Picture::default();
    let outcome =
        read("Reactions.csv", b"Date,Type,Link\n2024-03-01 10:00:00,LIKE,\n2024-03-09 10:00:00,LIKE,\n,LIKE,\n");
    assert_eq!(outcome.counted.len(), 3);
    let at = |written| deksel::archive::Date::parse(written);
    for (source, date) in [
        (Source::Reactions, at("2024-03-01 10:00:00")),
        (Source::Votes, at("2024-05-01 10:00:00")),
        (Source::Reactions, at("2024-03-09 10:00:00")),
        (Source::Reactions, None),
    ] {
        picture.count(&Tally { source, date });
    }
    let parts = serde_json::to_value(picture.parts()).unwrap();
    assert_eq!(parts["reactions"], serde_json::json!([{"month": null, "count": 1}, {"month": "2024-03", "count": 2}]));
    assert_eq!(parts["votes"], serde_json::json!([{"month": "2024-05", "count": 1}]));
}

#[test]
fn a_long_sentence_is_cut_to_the_words_around() {
    let text = format!("{} nieuwe klant {}", "één ".repeat(100), "twée ".repeat(100));
    let parts = picture(&[("2024-01-01 10:00:00", text.trim(), Kind::Client, "nieuwe klant")]);
    let quote = &parts.course[0].quote;
    assert!(
        quote.starts_with("…één ") && quote.ends_with("twée…") && quote.contains("één nieuwe klant twée"),
        "{quote}"
    );
    assert!(quote.len() < 300, "{quote}");
}

#[test]
fn a_key_as_long_as_a_text_is_told_in_short() {
    let key = "é".repeat(5000);
    let parts = picture(&[("2024-03-02 10:00:00", &key, Kind::Secret, &key)]);
    assert_eq!(parts.identifiers[0].quote, "é".repeat(150));
}
