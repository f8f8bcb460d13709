//! Written as LinkedIn writes it, every text is read back as it was.

use super::read;
use proptest::prelude::*;

const POST: &str = "2026-01-05 10:00:00,https://www.linkedin.com/feed/update/urn:li:share:1,";

/// Posts: quotation marks doubled, each line break between quotation marks of its own.
fn shares(texts: &[String]) -> String {
    let row = |text: &String| {
        let text = text.replace('\n', "\"\n\"").replace('"', "\"\"");
        format!("{POST}\"{}\",,,MEMBER_NETWORK\n", text)
    };
    format!(
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n{}",
        texts.iter().map(row).collect::<String>()
    )
}

/// Comments: quotation marks behind a backslash, line breaks as they are.
fn comments(texts: &[String]) -> String {
    let row = |text: &String| format!("{POST}\"{}\"\n", text.replace('"', "\\\""));
    format!("Date,Link,Message\n{}", texts.iter().map(row).collect::<String>())
}

/// Comments without quotation marks around them: those inside are doubled.
fn bare_comments(texts: &[String]) -> String {
    let row = |text: &String| format!("{POST}{}\n", text.replace('"', "\"\""));
    format!("Date,Link,Message\n{}", texts.iter().map(row).collect::<String>())
}

/// Texts with much of what escapings stumble over, and no whole field that means nothing.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof!["[a-c\"\\\\,;\n ]{1,12}", "[^\\p{Cc}]{1,20}", "[a\"\n]{1,9}"];
    prop::collection::vec(text, 1..6)
}

proptest! {
    #[test]
    fn posts_come_back(texts in texts()) {
        let outcome = read("Shares.csv", shares(&texts).as_bytes());
        prop_assert_eq!(outcome.texts(), texts);
        prop_assert!(outcome.troubles.is_empty());
    }

    #[test]
    fn comments_come_back(texts in texts()) {
        let outcome = read("Comments.csv", comments(&texts).as_bytes());
        prop_assert_eq!(outcome.texts(), texts);
        prop_assert!(outcome.troubles.is_empty());
    }

    #[test]
    fn bare_comments_come_back(texts in prop::collection::vec("[a-c\\\\;]([a-c\"\\\\; ]{0,9}[a-c;])?", 1..6)) {
        let outcome = read("Comments.csv", bare_comments(&texts).as_bytes());
        prop_assert_eq!(outcome.texts(), texts);
    }

    #[test]
    fn every_encoding_gives_the_same(texts in texts()) {
        let plain = shares(&texts);
        let tabs = plain.replace(',', "\t");
        let wanted: Vec<String> = texts.iter().map(|text| text.replace(',', "\t")).collect();
        let units = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{feff}{tabs}").encode_utf16().flat_map(unit).collect()
        };
        let marked = format!("\u{feff}{plain}").into_bytes();
        for (bytes, wanted) in [(units(u16::to_le_bytes), &wanted), (units(u16::to_be_bytes), &wanted), (marked, &texts)] {
            let outcome = read("Shares.csv", &bytes);
            prop_assert_eq!(&outcome.texts(), wanted);
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["Shares.csv", "Comments.csv", "Articles/a.html", "a.zip", "Reactions.csv"] {
            read(name, &bytes);
        }
        read("Comments.csv", &[b"Date,Link,Message\n", bytes.as_slice()].concat());
        read("a.zip", &[b"PK\x03\x04", bytes.as_slice()].concat());
    }

    #[test]
    fn any_row_is_read_without_a_fault(rows in "([0-9\\-: ]{0,4}[,\"\\\\\n\t;a]{0,9}(https://x)?){0,40}") {
        read("Comments.csv", format!("Date,Link,Message\n{rows}").as_bytes());
        read("Shares.csv", format!("Date,ShareLink,ShareCommentary\n{rows}").as_bytes());
    }
}
