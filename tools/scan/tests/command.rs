//! The command as people and scripts call it.
#![cfg(test)]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What the command says when it is given these words and this input.
fn scan(words: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scan"));
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    std::str::from_utf8(&output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn rules(row: &Value) -> Vec<&str> {
    row["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

fn quotes(row: &Value) -> Vec<&str> {
    row["findings"].as_array().unwrap().iter().map(|finding| finding["quote"].as_str().unwrap()).collect()
}

fn errors(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn every_row_gives_a_row_in_order_and_counts_as_javascript_does() {
    let input = json!({"id": "one", "lang": "nl", "text": "🦊 bel 06-12345678", "labels": [{"kind": "email"}]});
    let output = scan(&[], format!("{input}\n{}\n", json!({"id": 2, "text": "Mooi weer"})).as_bytes());
    let finding = json!({
        "kind": "phone", "start": 7, "end": 18, "severity": "medium", "confidence": 90, "rule": "phone", "quote": "06-12345678"
    });
    let mut rows = rows(&output);
    rows[0]["findings"][0]["confidence"] = 90.into();
    assert_eq!(rows, [json!({"id": "one", "findings": [finding]}), json!({"id": 2, "findings": []})]);
    assert!(output.status.success());
    assert_eq!(errors(&output), "");
}

#[test]
fn a_bad_line_is_named_and_the_rest_goes_on() {
    let mut input = b"{\"id\": 1, \"text\": \"a\"}\n\nno row\n{\"id\": 4}\n".to_vec();
    input.extend(b"{\"id\": 5, \"text\": \"\xFF\"}\n{\"id\": 6, \"text\": \"z\"}");
    let output = scan(&[], &input);
    assert_eq!(rows(&output).iter().map(|row| row["id"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 6]);
    let named: Vec<&str> = errors(&output).lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(named, ["line 3", "line 4", "line 5"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_plain_text_is_one_row_without_an_id() {
    let output = scan(&["--text"], b"Vraag Bo:\nbo@smederij.example");
    assert_eq!(
        rows(&output).iter().map(|row| (row.get("id"), quotes(row))).collect::<Vec<_>>(),
        [(None, vec!["bo@smederij.example"])]
    );
}

#[test]
fn only_the_kinds_and_languages_asked_for_are_found() {
    let input =
        json!({"id": 1, "text": "Wij zoeken een lasser. We are hiring a welder. bo@smederij.example"}).to_string();
    let found = |words: &[&str]| rows(&scan(words, input.as_bytes())).remove(0);
    let kinds = found(&["--kinds", "email"]);
    assert_eq!(rules(&kinds), ["email"]);
    let dutch = found(&["--lang", "nl"]);
    assert!(rules(&dutch).iter().any(|rule| rule.contains("-nl-")), "{dutch}");
    assert!(!rules(&dutch).iter().any(|rule| rule.contains("-en-")), "{dutch}");
}

#[test]
fn own_terms_are_whole_words_with_case_and_endings_by_choice() {
    let folder = tempfile::tempdir().unwrap();
    let terms = folder.path().join("terms.txt");
    std::fs::write(&terms, "# names of projects\nProject Merel\n\"IJs\"\nkraanvogel*\n").unwrap();
    let text = "project merel; het ijs; het IJs; de kraanvogels van merel; Projectmerel";
    let output = scan(&["--terms", terms.to_str().unwrap(), "--kinds", "confidential", "--text"], text.as_bytes());
    assert_eq!(quotes(&rows(&output)[0]), ["project merel", "IJs", "kraanvogels"]);
}

#[test]
fn what_cannot_be_done_is_said() {
    for (words, said) in [
        (vec!["--kinds", "gossip"], "there is no kind gossip"),
        (vec!["--lang", "xx"], "there is no language xx"),
        (vec!["--faster"], "there is no option --faster"),
        (vec!["--terms"], "--terms needs a value"),
        (vec!["nowhere.jsonl"], "nowhere.jsonl"),
    ] {
        let output = scan(&words, b"");
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        assert!(errors(&output).contains(said), "{}", errors(&output));
    }
}
