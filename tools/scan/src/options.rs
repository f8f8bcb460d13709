//! What the command line asks for.

use anyhow::{Context, Result, bail};
use deksel::detect::{Finding, Kind, LANGUAGES, Settings, Term};
use std::{collections::BTreeSet, fs, path::PathBuf};

/// What the command line asks for.
#[derive(Default)]
pub struct Options {
    /// The input; standard input when there is none.
    pub file: Option<PathBuf>,
    /// The input is an export of LinkedIn's data, a file from one or a folder.
    pub export: bool,
    /// The input is one plain text.
    pub text: bool,
    /// What is passed to the scan.
    pub settings: Settings,
    languages: Option<BTreeSet<String>>,
}

impl Options {
    /// Reads the words after the command's name.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Options> {
        let mut options = Options::default();
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} needs a value"));
            match word.as_str() {
                "--text" => options.text = true,
                "--export" => options.export = true,
                "--kinds" => options.settings.kinds_off = all_but(&value()?)?,
                "--lang" => options.languages = Some(languages(&value()?)?),
                "--terms" => options.settings.terms = terms(&value()?)?.into(),
                _ if word.starts_with("--") => {
                    bail!("there is no option {word}: --export, --text, --kinds, --lang, --terms")
                }
                _ if options.file.is_some() => bail!("one file at a time: {word} is one too many"),
                _ => options.file = Some(word.into()),
            }
        }
        if options.export && options.file.is_none() {
            bail!("--export needs the ZIP, a file from it or a folder");
        }
        if options.export && options.text {
            bail!("--export and --text are different inputs: one at a time");
        }
        Ok(options)
    }

    /// Whether a finding is of the languages asked for. What is not bound to a language always is.
    pub fn wants(&self, finding: &Finding) -> bool {
        let language = LANGUAGES.iter().find(|known| finding.rule.split('-').any(|part| part == **known));
        match (&self.languages, language) {
            (Some(wanted), Some(language)) => wanted.contains(*language),
            _ => true,
        }
    }
}

fn all_but(names: &str) -> Result<Vec<Kind>> {
    let wanted = names.split(',').map(kind).collect::<Result<Vec<_>>>()?;
    Ok(Kind::ALL.iter().copied().filter(|kind| !wanted.contains(kind)).collect())
}

fn kind(name: &str) -> Result<Kind> {
    let known = || Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    Kind::of_name(name.trim()).with_context(|| format!("there is no kind {name}; there are {}", known()))
}

/// One term a line: `Merel`, `"Merel"` where only the same case counts, `Merel*` where endings count too. `#` begins a comment.
fn terms(path: &str) -> Result<Vec<Term>> {
    let file = fs::read_to_string(path).with_context(|| path.to_owned())?;
    let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let term = |line: &str| {
        let (line, inflected) = line.strip_suffix('*').map_or((line, false), |line| (line, true));
        let quoted = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        let text = quoted.unwrap_or(line).to_owned();
        Term { text, kind: Kind::Confidential, same_case: quoted.is_some(), inflected }
    };
    Ok(lines.map(term).collect())
}

fn languages(names: &str) -> Result<BTreeSet<String>> {
    let name = |name: &str| {
        let name = name.trim();
        LANGUAGES
            .contains(&name)
            .then(|| name.to_owned())
            .with_context(|| format!("there is no language {name}; there are {}", LANGUAGES.join(", ")))
    };
    names.split(',').map(name).collect()
}
