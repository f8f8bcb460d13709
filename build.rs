//! Compiles the data files into Rust tables: at run time nothing is parsed or built.

#[path = "build/authorities.rs"]
mod authorities;
#[path = "build/letters.rs"]
mod letters;
#[path = "build/locales.rs"]
mod locales;
#[path = "build/selectors.rs"]
mod selectors;
#[path = "build/writing.rs"]
mod writing;

use std::process::ExitCode;
use writing::line_of;

fn main() -> ExitCode {
    writing::write(&[
        ("authorities.rs", authorities::compile),
        ("letters.rs", letters::compile),
        ("selectors.rs", selectors::compile),
        ("texts.rs", locales::compile),
    ])
}
