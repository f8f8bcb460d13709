//! Megabytes of posts (10^6 bytes of UTF-8) scanned in a second on this machine, for `./build.sh bench detection`: the file named holds
//! the posts as one JSON list.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a measurement may stop with the fault as it is")]

use deksel::detect::{Settings, scan};
use deksel::item::Item;
use std::{env, fs, hint::black_box, time::Instant};

const ROUNDS: usize = 9;

fn main() {
    // Cargo hands over its own `--bench` too.
    let file = env::args().skip(1).find(|argument| !argument.starts_with("--")).unwrap();
    let texts: Vec<String> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    let items: Vec<Item> = texts.into_iter().map(|text| Item { text, ..Item::default() }).collect();
    let settings = Settings::default();
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            for item in &items {
                black_box(scan(item, &settings));
            }
            begun.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{}", megabytes / times[ROUNDS / 2]);
}
