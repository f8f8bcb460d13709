//! Every detector's hits and misses, and what all detectors have in common.

use super::*;
use std::collections::BTreeSet;
use std::{fs, path::Path};
use text::{effort, read};

/// The stretches of `text` that a detector finds by itself.
fn quotes<'t>(detector: &Detector, text: &'t str) -> Vec<&'t str> {
    let read = read(text);
    let mut found = Vec::new();
    for look in detector.looks {
        Triggers::of(&read).each(&look.at, |trigger| found.extend((look.find)(&read, trigger)));
    }
    let mut quotes: Vec<_> = found.iter().map(|found| text.get(found.start..found.end).unwrap()).collect();
    quotes.dedup();
    quotes
}

#[test]
fn every_hit_is_found_word_for_word() {
    let mut failures = Vec::new();
    for detector in DETECTORS {
        for (text, quote) in detector.hits {
            let found = quotes(detector, text);
            if found != [*quote] {
                failures.push(format!("{} finds {found:?} in {text:?}", detector.rule));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn no_miss_is_found() {
    let mut failures = Vec::new();
    for detector in DETECTORS {
        for text in detector.misses {
            let found = quotes(detector, text);
            if !found.is_empty() {
                failures.push(format!("{} finds {found:?} in {text:?}", detector.rule));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_hit_of_a_detector_is_a_miss_for_the_others() {
    let mut failures = Vec::new();
    for detector in DETECTORS {
        for (text, _) in detector.hits {
            let rules: BTreeSet<_> = find(&read(text)).iter().map(|finding| finding.rule).collect();
            if rules != BTreeSet::from([detector.rule]) {
                failures.push(format!("{}: {rules:?} in {text:?}", detector.rule));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_detector_has_a_file_by_its_name_with_hits_and_misses() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !["Cargo", "lib", "tests", "context", "digits", "finding"].contains(&name.as_str()))
        .collect();
    let listed: BTreeSet<String> = DETECTORS.iter().map(|detector| detector.rule.to_owned()).collect();
    assert_eq!(files, listed);
    for detector in DETECTORS {
        assert!(detector.hits.len() >= 3 && detector.misses.len() >= 3, "{}", detector.rule);
    }
}

#[test]
fn everyday_text_full_of_numbers_holds_no_identifiers() {
    for language in ["nl", "en"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../../tests/cases/everyday-{language}.txt"));
        let text = fs::read_to_string(path).unwrap();
        let sentences: BTreeSet<&str> = text.lines().collect();
        let found: Vec<_> = sentences.iter().filter(|sentence| !find(&read(sentence)).is_empty()).collect();
        assert!(sentences.len() >= 1_000 && found.is_empty(), "{found:#?}");
    }
}

#[test]
fn bait_takes_bounded_steps_for_each_byte() {
    let baits = [
        "1 ",
        "1:",
        "1-",
        "1/",
        "1.1.1.1 ",
        "06-",
        "+31 ",
        "4111 ",
        "visa 4111 1111 1111 1111 ",
        "NL91 ",
        "AB 12 ",
        "A-1-",
        "1 A ",
        "a1",
        "a.1-",
        "1234 AB 1 ",
        "Straat 1 ",
        "12 Main Street ",
        "geboren 1-1-1990 ",
        "BSN 1 ",
        "paspoort A1B2C3D4 ",
        "x@y.",
        "at punt nl ",
        "pin ",
        "pin: ",
        "wachtwoord is ",
        "sk-",
        "FlyV1/",
        "0x00 ",
        "-----BEGIN PRIVATE KEY----- ",
        "`",
        "0`een",
        "`a1` ",
        "{}key=a1;\n",
        "://a:b@",
        "test ",
    ];
    for bait in baits {
        let text = bait.repeat(20_000 / bait.len());
        let steps = effort::of(|| drop(find(&read(&text))));
        assert!(steps <= 200 * 20_000, "{bait:?}: {} steps for each byte", steps / 20_000);
    }
}
