//! What the command line asks for.

use anyhow::{Context, Result, anyhow, bail};
use deksel::choices::term_list;
use deksel::detect::{Kind, LANGUAGES, Settings, Term};
use deksel::wording::Language;
use std::{fs, path::PathBuf};

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
                "--lang" => options.settings.languages_off = all_languages_but(&value()?)?,
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
}

fn all_but(names: &str) -> Result<Vec<Kind>> {
    let wanted = names.split(',').map(kind).collect::<Result<Vec<_>>>()?;
    Ok(Kind::ALL.iter().copied().filter(|kind| !wanted.contains(kind)).collect())
}

fn kind(name: &str) -> Result<Kind> {
    let known = || Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    Kind::of_name(name.trim()).with_context(|| format!("there is no kind {name}; there are {}", known()))
}

/// A list of terms as `term_list` reads it.
fn terms(path: &str) -> Result<Vec<Term>> {
    let list = fs::read_to_string(path).with_context(|| path.to_owned())?;
    term_list::read(&list).map_err(|wrong| {
        let lines = wrong.iter().map(|wrong| wrong.in_language(Language::of("en")));
        anyhow!("{path}: {}", lines.collect::<Vec<_>>().join(" "))
    })
}

fn all_languages_but(names: &str) -> Result<Vec<String>> {
    let wanted = names.split(',').map(|name| {
        let known = LANGUAGES.iter().find(|known| **known == name.trim());
        known.with_context(|| format!("there is no language {}; there are {}", name.trim(), LANGUAGES.join(", ")))
    });
    let wanted = wanted.collect::<Result<Vec<_>>>()?;
    Ok(LANGUAGES.iter().filter(|language| !wanted.contains(language)).map(|language| language.to_string()).collect())
}
