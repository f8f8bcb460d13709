//! `--export`: a copy of one's data from LinkedIn, one JSON row an item.

use crate::options::Options;
use crate::rows;
use anyhow::{Context, Result};
use deksel::archive::{Limits, Part, Reading, Summary, Why};
use std::fs::{self, File};
use std::io::{BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Scans every item; whether all could be read.
pub fn scan(path: &Path, output: &mut impl Write, options: &Options) -> Result<bool> {
    let files = if path.is_dir() { files_in(path)? } else { vec![path.to_owned()] };
    let root = if path.is_dir() { Some(path) } else { path.parent() };
    let (mut written, mut whole) = (Ok(()), true);
    let mut each = |part| match part {
        Part::Record(record) => {
            written = rows::write_exported(output, &record, options);
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        }
        Part::Trouble(trouble) => {
            eprintln!("{trouble}");
            whole = false;
            ControlFlow::Continue(())
        }
        Part::Tally(_) | Part::Progress { .. } => ControlFlow::Continue(()),
    };
    let mut reading = Reading::new(Limits::default(), &mut each);
    for path in files {
        let file = File::open(&path).with_context(|| path.display().to_string())?;
        let name = root.and_then(|root| path.strip_prefix(root).ok()).unwrap_or(&path);
        reading.add(&name.to_string_lossy(), BufReader::new(file));
    }
    tell(&reading.finish());
    written?;
    Ok(whole)
}

/// All files in a folder and the folders in it, in order. Links are not followed.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Says what was read and what was not opened.
fn tell(summary: &Summary) {
    let left = |why| summary.unopened.iter().filter(move |file| file.why == why).map(|file| file.name.clone());
    for (what, files) in [
        ("Read", summary.files.iter().map(|file| format!("{} ({})", file.name, file.rows)).collect::<Vec<_>>()),
        ("Not opened, private or about others", left(Why::Private).collect()),
        ("Not opened, nothing that you published", left(Why::Other).collect()),
    ] {
        if !files.is_empty() {
            eprintln!("{what}: {}.", files.join(", "));
        }
    }
    if summary.partial {
        eprintln!("This is a part of what the export holds: see above for what could not be read.");
    }
}
