//! Compiles the data files into Rust tables: at run time nothing is parsed or built.

#[path = "build/authorities.rs"]
mod authorities;
#[path = "build/letters.rs"]
mod letters;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/locales.rs"]
mod locales;
#[path = "build/model.rs"]
mod model;
#[path = "build/selectors.rs"]
mod selectors;

use std::{env, fs, path::Path, process::ExitCode};

type Compiler = fn() -> Result<String, String>;

const TABLES: [(&str, Compiler); 7] = [
    ("authorities.rs", authorities::compile),
    ("concepts.rs", model::compile_concepts),
    ("letters.rs", letters::compile),
    ("lexicon.rs", lexicon::compile),
    ("selectors.rs", selectors::compile),
    ("texts.rs", locales::compile),
    ("weights.rs", model::compile_weights),
];

fn main() -> ExitCode {
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    for (name, compile) in TABLES {
        let written = compile().and_then(|source| {
            fs::write(Path::new(&out).join(name), source).map_err(|error| format!("{name}: {error}"))
        });
        if let Err(mistake) = written {
            for line in mistake.lines() {
                println!("cargo::error={line}");
            }
            return ExitCode::FAILURE;
        }
    }
    println!("cargo::rerun-if-changed=build");
    ExitCode::SUCCESS
}

/// The line, from 1, on which a byte of a file stands.
fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count()
}
