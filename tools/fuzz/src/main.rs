//! The long run: libFuzzer over one of the targets, named in `TARGET`. `./build.sh fuzz` starts it.

#![no_main]

use fuzz::{TARGETS, Target};
use std::sync::LazyLock;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("TARGET").unwrap_or_default();
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| {
        eprintln!(
            "TARGET is none of these: {}",
            TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join(", ")
        );
        std::process::exit(2)
    })
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| (TARGET.take)(bytes));
