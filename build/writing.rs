//! Writes the tables that a build script compiles; src/detect/build.rs shares this file.

use std::{env, fs, path::Path, process::ExitCode};

/// What compiles data files into Rust source, or says where a mistake is.
pub(crate) type Compiler = fn() -> Result<String, String>;

/// Writes each of these files; a mistake stops the build.
pub(crate) fn write(tables: &[(&str, Compiler)]) -> ExitCode {
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    for (name, compile) in tables {
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
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count()
}
