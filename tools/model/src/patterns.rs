//! Plain sentences spelled out from patterns: `(one|other)`, `[perhaps]` and `<list>`, chosen by a fixed draw.

use crate::corpus::{self, Example};
use crate::draw::Draw;
use anyhow::{Context, Result};
use std::{collections::HashMap, fs, path::Path};

/// The sentences of every file in a folder, `times` of each pattern.
pub fn read(folder: &Path, times: usize) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for path in corpus::sorted(folder)? {
        let text = fs::read_to_string(&path)?;
        let mut lists = HashMap::new();
        for (line, number) in text.lines().zip(1..) {
            let place = format!("{}:{number}", path.display());
            if let Some((name, list)) = line.strip_prefix('<').and_then(|line| line.split_once("> = ")) {
                lists.insert(name.to_owned(), list.split('|').map(str::to_owned).collect::<Vec<_>>());
                continue;
            }
            if line.starts_with('#') {
                continue;
            }
            let mut draw = Draw::new(number as u32);
            for _ in 0..times {
                let spelled = spell(line, &lists, &mut draw).with_context(|| place.clone())?;
                examples.extend(corpus::example(&spelled, place.clone()).with_context(|| place.clone())?);
            }
        }
    }
    Ok(examples)
}

/// One sentence of a pattern.
fn spell(pattern: &str, lists: &HashMap<String, Vec<String>>, draw: &mut Draw) -> Result<String> {
    let mut spelled = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['(', '[', '<']) {
        let (before, from) = rest.split_at(at);
        spelled += before;
        let (inside, after) = enclosed(from)?;
        match from.as_bytes()[0] {
            b'<' => {
                let list = lists.get(inside).with_context(|| format!("there is no list <{inside}>"))?;
                spelled += &list[draw.below(list.len())];
            }
            b'[' if draw.below(2) == 0 => {}
            _ => {
                let choices = choices(inside);
                spelled += &spell(choices[draw.below(choices.len())], lists, draw)?;
            }
        }
        rest = after;
    }
    spelled += rest;
    Ok(spelled)
}

/// What stands in the brackets that a text begins with, and what follows them.
fn enclosed(text: &str) -> Result<(&str, &str)> {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(1..at).zip(text.get(at + 1..)).context("a bracket opens a pattern");
        }
    }
    anyhow::bail!("a bracket is never closed")
}

fn choices(inside: &str) -> Vec<&str> {
    let (mut choices, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, letter) in inside.char_indices() {
        match letter {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth -= 1,
            '|' if depth == 0 => {
                choices.extend(inside.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    choices.extend(inside.get(from..));
    choices
}
