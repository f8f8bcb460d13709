//! Reports hold what was found, and nothing that a browser or a spreadsheet would run.

use super::read;
use deksel::archive::report::{Content, Format, Report};
use deksel::detect::{Finding, Kind, Severity};
use deksel::wording::Language;
use proptest::prelude::*;

const LINK: &str = "https://www.linkedin.com/feed/update/urn:li:share:7";

/// A report of one post, all of whose words were found.
fn report(format: Format, content: Content, text: &str, partial: bool) -> String {
    let row = format!("2024-01-01 10:00:00,{LINK},\"{}\",PUBLIC\n", text.replace('"', "\"\""));
    let outcome = read("Shares.csv", format!("Date,ShareLink,ShareCommentary,Visibility\n{row}").as_bytes());
    let record = &outcome.records[0];
    let finding = Finding {
        kind: Kind::Client,
        start: 0,
        end: record.item.text.len(),
        severity: Severity::Medium,
        confidence: 80,
        rule: "invented",
    };
    let mut report = Report::begin(format, content, Language::of("nl"), Vec::new()).unwrap();
    report.add(record, &[finding]).unwrap();
    String::from_utf8(report.finish(partial).unwrap()).unwrap()
}

fn cells(report: &str) -> Vec<csv::StringRecord> {
    let report = report.strip_prefix('\u{feff}').unwrap();
    csv::Reader::from_reader(report.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn a_report_says_what_was_found_and_where() {
    let page = report(Format::Html, Content::Words, "Klant <Bakker> & \"co\"", false);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    assert!(
        page.contains(
            "<tr><td>2024-01-01</td><td>Klant of contract</td><td>Kijk nog eens</td><td>Iedereen</td>\
         <td><a href=\"https://www.linkedin.com/feed/update/urn:li:share:7\">Shares.csv, 1</a></td>\
         <td><bdi>Klant &lt;Bakker&gt; &amp; &quot;co&quot;</bdi></td></tr>"
        ),
        "{page}"
    );
    assert!(page.contains("Gelezen teksten: 1") && !page.contains("Dit is een deel"));

    let rows = cells(&report(Format::Csv, Content::Words, "Klant", false));
    assert_eq!(
        rows[0].iter().collect::<Vec<_>>(),
        ["2024-01-01T10:00:00Z", "client", "medium", "80", "public", "Shares.csv", "1", LINK, "Klant"]
    );

    let data: serde_json::Value = serde_json::from_str(&report(Format::Json, Content::Words, "Klant", true)).unwrap();
    assert_eq!(
        data,
        serde_json::json!({
            "findings": [{
                "date": "2024-01-01T10:00:00Z", "kind": "client", "severity": "medium", "confidence": 80,
                "audience": "public", "file": "Shares.csv", "row": 1, "link": LINK, "words": "Klant",
            }],
            "texts": 1,
            "partial": true,
        })
    );
}

#[test]
fn a_report_without_words_has_neither_words_nor_links() {
    for format in [Format::Html, Format::Csv, Format::Json] {
        let report = report(format, Content::NoWords, "Bakkerij", true);
        assert!(!report.contains("Bakkerij") && !report.contains("urn:li"), "{report}");
        assert!(report.contains("Shares.csv"), "{report}");
    }
    assert!(report(Format::Html, Content::NoWords, "a", true).contains("Dit is een deel"));
}

#[test]
fn a_report_of_nothing_is_whole() {
    for format in [Format::Html, Format::Csv, Format::Json] {
        let report = Report::begin(format, Content::Words, Language::of("en"), Vec::new()).unwrap();
        let report = String::from_utf8(report.finish(false).unwrap()).unwrap();
        if format == Format::Json {
            assert_eq!(serde_json::from_str::<serde_json::Value>(&report).unwrap()["texts"], 0);
        }
        assert!(!report.is_empty());
    }
}

#[test]
fn no_cell_is_a_formula() {
    for text in ["=1+1", "+31 6", "-2", "@SUM(A1)", " =1", "\t=1", "＝1"] {
        let rows = cells(&report(Format::Csv, Content::Words, text, false));
        assert_eq!(rows[0][8], format!("'{text}"));
    }
}

proptest! {
    #[test]
    fn words_stay_words(text in "[<>&\"'=+@,;a-c/ \n]{1,30}") {
        let page = report(Format::Html, Content::Words, &text, false);
        let (_, cell) = page.split_once("<bdi>").unwrap();
        let (cell, _) = cell.split_once("</bdi>").unwrap();
        prop_assert!(!cell.contains(['<', '>', '"', '\'']));
        let rows = cells(&report(Format::Csv, Content::Words, &text, false));
        prop_assert!(!rows[0][8].trim_start().starts_with(['=', '+', '-', '@']));
        let data: serde_json::Value = serde_json::from_str(&report(Format::Json, Content::Words, &text, false)).unwrap();
        prop_assert!(data["findings"][0]["words"].is_string());
    }
}
