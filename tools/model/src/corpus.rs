//! Reads the examples: `kind | text with {kind:the stretch that discloses}`, one a line.

use anyhow::{Context, Result, bail};
use deksel::detect::Kind;
use std::{fs, ops::Range, path::Path};

/// One text and what it discloses where.
pub struct Example {
    /// The text without its marks.
    pub text: String,
    /// Kinds and the bytes that disclose them.
    pub marks: Vec<(Kind, Range<usize>)>,
    /// File and line.
    pub place: String,
}

/// Every example in the folders of a corpus, in the order of their paths.
pub fn read(folder: &Path) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for language in sorted(folder)? {
        for path in sorted(&language)? {
            let text = fs::read_to_string(&path)?;
            for (line, number) in text.lines().zip(1..) {
                let place = format!("{}:{number}", path.display());
                if let Some(example) = example(line, place.clone()).context(place)? {
                    examples.push(example);
                }
            }
        }
    }
    Ok(examples)
}

/// What is in a folder, in order.
pub fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The example of a line; `None` for comments and empty lines.
pub fn example(line: &str, place: String) -> Result<Option<Example>> {
    if line.trim().is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let (kinds, mut rest) = line.split_once(" | ").context("` | ` is missing")?;
    let (mut text, mut marks) = (String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').context("a mark is never closed")?;
        let (kind, said) = inside.split_once(':').context("a mark has no kind")?;
        text += before;
        let start = text.len();
        text += said;
        for name in kind.split([',', ' ']).filter(|name| !name.is_empty()) {
            marks.push((kind_of(name)?, start..text.len()));
        }
        rest = after;
    }
    text += rest;
    let text = text.replace("\\n", "\n");
    if kinds.trim() != "none" && marks.is_empty() {
        bail!("{kinds} is disclosed, but nothing is marked");
    }
    Ok(Some(Example { text, marks, place }))
}

/// The kind of a name in data files.
pub fn kind_of(name: &str) -> Result<Kind> {
    Kind::of_name(name).with_context(|| format!("unknown kind `{name}`"))
}
