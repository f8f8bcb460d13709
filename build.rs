//! Compiles the data files into Rust tables: at run time nothing is parsed or built.

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

const TABLES: [(&str, Compiler); 5] = [
    ("concepts.rs", model::compile_concepts),
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
