//! A copy of one's data from LinkedIn on the command line.
#![cfg(test)]

use serde_json::{Value, json};
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output};
use zip::write::{SimpleFileOptions, ZipWriter};

const SHARES: &str = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility
2026-01-05 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7456000000000000002,Mail bo@smederij.example,,,MEMBER_NETWORK
2026-01-06 10:00:00,,Mooi weer,,,
";
const COMMENTS: &str = "Date,Link,Message\n2026-01-07 10:00:00,,Wij zoeken een lasser\n";

fn scan(path: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_scan")).arg("--export").arg(path).args(words).output().unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    std::str::from_utf8(&output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn every_item_gives_a_row_also_without_findings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.zip");
    std::fs::write(&path, zip(&[("Shares.csv", SHARES), ("Comments.csv", COMMENTS), ("messages.csv", "private")]))
        .unwrap();
    let output = scan(&path, &["--kinds", "email"]);
    let mut rows = rows(&output);
    let found = rows[0]["findings"].as_array_mut().unwrap().remove(0);
    assert_eq!(
        (&found["kind"], &found["quote"], &found["start"]),
        (&json!("email"), &json!("bo@smederij.example"), &json!(5))
    );
    assert_eq!(
        rows,
        [
            json!({
                "id": "urn:li:share:7456000000000000002",
                "file": "Shares.csv",
                "date": "2026-01-05T10:00:00Z",
                "link": "https://www.linkedin.com/feed/update/urn:li:share:7456000000000000002",
                "audience": "public",
                "findings": [],
            }),
            json!({
                "id": "Shares.csv#2",
                "file": "Shares.csv",
                "date": "2026-01-06T10:00:00Z",
                "link": null,
                "audience": "unknown",
                "findings": [],
            }),
            json!({
                "id": "Comments.csv#1",
                "file": "Comments.csv",
                "date": "2026-01-07T10:00:00Z",
                "link": null,
                "audience": "unknown",
                "findings": [],
            }),
        ]
    );
    assert!(said(&output).contains("Not opened, private or about others: messages.csv."), "{}", said(&output));
    assert!(output.status.success());
}

#[test]
fn a_folder_and_a_single_file_give_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("export")).unwrap();
    let path = folder.path().join("export").join("Shares.csv");
    std::fs::write(&path, SHARES).unwrap();
    let (one, all) = (scan(&path, &[]), scan(&folder.path().join("export"), &[]));
    assert_eq!(rows(&one).len(), 2);
    assert_eq!(one.stdout, all.stdout);
}

#[test]
fn what_could_not_be_read_is_said_and_the_rest_is_scanned() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.zip");
    let whole = zip(&[("Shares.csv", SHARES), ("Comments.csv", COMMENTS)]);
    std::fs::write(&path, &whole[..whole.len() - 50]).unwrap();
    let output = scan(&path, &[]);
    assert_eq!(rows(&output).len(), 3);
    assert!(said(&output).starts_with("export.zip: the ZIP breaks off"), "{}", said(&output));
    assert!(said(&output).contains("This is a part of what the export holds"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_is_no_export_is_said() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text, sentence) in [
        ("export.zip", "no", "export.zip: this is not a ZIP file"),
        ("list.csv", "a,b\n", "list.csv: this is none of the files of LinkedIn's export that Deksel reads"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let output = scan(&path, &[]);
        assert_eq!(said(&output).lines().next(), Some(sentence));
        assert_eq!(output.status.code(), Some(1));
    }
    let nowhere = scan(&folder.path().join("nowhere.zip"), &[]);
    assert!(said(&nowhere).contains("nowhere.zip"));
    assert_eq!(nowhere.status.code(), Some(1));
    assert_eq!(scan(&folder.path().join("export.zip"), &["--text"]).status.code(), Some(1));
}
