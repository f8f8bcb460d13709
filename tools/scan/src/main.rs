//! `./build.sh scan [FILE]`: what texts may disclose, one JSON row in, one JSON row out; or one row an item of an export.

mod export;
mod options;
mod rows;

use anyhow::{Context, Result};
use options::Options;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match scan() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) if is_closed_pipe(&fault) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whoever reads our rows has had enough, as `head` does.
fn is_closed_pipe(fault: &anyhow::Error) -> bool {
    fault.downcast_ref::<io::Error>().is_some_and(|fault| fault.kind() == io::ErrorKind::BrokenPipe)
}

/// Scans every row; whether all of them could be read.
fn scan() -> Result<bool> {
    let options = Options::read(std::env::args().skip(1))?;
    let mut output = BufWriter::new(io::stdout().lock());
    if let (true, Some(path)) = (options.export, &options.file) {
        let whole = export::scan(path, &mut output, &options)?;
        output.flush()?;
        return Ok(whole);
    }
    let mut input: Box<dyn BufRead> = match &options.file {
        Some(path) => Box::new(BufReader::new(File::open(path).with_context(|| path.display().to_string())?)),
        None => Box::new(io::stdin().lock()),
    };
    let whole = if options.text {
        let mut text = String::new();
        input.read_to_string(&mut text).context("the text is not UTF-8")?;
        rows::write(&mut output, None, text, &options)?;
        true
    } else {
        scan_rows(&mut input, &mut output, &options)?
    };
    output.flush()?;
    Ok(whole)
}

/// Scans row after row, so that only one is held at a time; whether all could be read.
fn scan_rows(input: &mut impl BufRead, output: &mut impl Write, options: &Options) -> Result<bool> {
    let mut whole = true;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match rows::parse(&line) {
            Ok(row) => rows::write(output, Some(row.id), row.text, options)?,
            Err(fault) => {
                eprintln!("line {number}: {fault}");
                whole = false;
            }
        }
    }
    Ok(whole)
}
