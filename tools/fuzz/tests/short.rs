//! The short run: every input of the corpus as it is, and some thousands made of them, always the same ones.

use fuzz::{TARGETS, Target};
use mutatis::Session;
use std::fs;
use std::path::Path;

/// Inputs made, for each target.
const MADE: u64 = 2_000;
/// Changes to an input, one upon the other.
const CHANGES: u64 = 12;

#[cfg(test)]
fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

#[cfg(test)]
fn run(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let seeds = corpus(target);
    assert!(seeds.len() >= 3, "{name} has a corpus");
    for seed in &seeds {
        (target.take)(seed);
    }
    for number in 0..MADE {
        let mut session = Session::new().seed(number);
        let place = usize::try_from(number).unwrap() % seeds.len();
        let mut input = seeds[place].clone();
        for change in 0..=number % CHANGES {
            // Now and then an input goes on as another one does.
            if change == 5 {
                let other = &seeds[(place + 1 + usize::try_from(number).unwrap() / seeds.len()) % seeds.len()];
                input.truncate(input.len() / 2);
                input.extend_from_slice(&other[other.len() / 2..]);
            }
            let _ = session.mutate(&mut input);
        }
        (target.take)(&input);
    }
}

#[test]
fn addresses_of_any_shape_are_read_or_left() {
    run("address");
}

#[test]
fn settings_and_terms_of_any_shape_are_read_or_refused() {
    run("choices");
}

#[test]
fn a_history_of_any_shape_is_gone_through() {
    run("desk");
}

#[test]
fn dossiers_of_any_shape_are_read_or_refused() {
    run("dossier");
}

#[test]
fn exports_of_any_shape_are_read_as_far_as_they_can_be() {
    run("export");
}

#[test]
fn scenarios_of_any_shape_are_read_or_refused() {
    run("scenario");
}

#[test]
fn texts_of_any_shape_are_scanned() {
    run("text");
}

#[test]
fn zips_of_any_shape_are_read_as_far_as_they_can_be() {
    run("zip");
}

#[test]
fn every_target_has_a_short_run() {
    let source = include_str!("short.rs");
    for target in TARGETS {
        assert!(source.contains(&format!("run(\"{}\")", target.name)), "{}", target.name);
    }
}
