//! Compiles the lexicons and the model into Rust tables: at run time nothing is parsed or built.

#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/model.rs"]
mod model;
#[path = "../../build/writing.rs"]
mod writing;

use std::process::ExitCode;
use writing::line_of;

fn main() -> ExitCode {
    writing::write(&[
        ("concepts.rs", model::compile_concepts),
        ("lexicon.rs", lexicon::compile),
        ("weights.rs", model::compile_weights),
    ])
}
