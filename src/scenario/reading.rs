//! Reads a scenario's file, and says of every mistake where it is and what was expected there.

use super::{Basis, Conclusion, Instead, Post, Reader, Scenario};
use crate::detect::Kind;
use serde_json::Value;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 200_000;

/// The longest name, sentence and text, in characters. LinkedIn's own posts have 3,000 at most; a slide has room for far less.
const NAME: usize = 80;
const SENTENCE: usize = 300;
const TEXT: usize = 600;

/// A mistake in a file: one sentence in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, as one would write it: `posts[2].text`, counted from 1. Empty for the file as a whole.
    pub field: String,
    /// What was expected there.
    pub expected: Expected,
}

/// What a file should have held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A file that is not too large.
    Smaller,
    /// JSON, which ends to be that on this line.
    Json(usize),
    /// Exactly this value.
    Value(&'static str),
    /// Fields in braces.
    Fields,
    /// No field of this name.
    NoField,
    /// A text of at least one and at most so many characters.
    Text(usize),
    /// A list of at least and at most so many.
    List(usize, usize),
    /// The name of a kind.
    Kind,
    /// A number from 1 to this.
    Number(usize),
}

/// A value in a file, and its name.
#[derive(Clone, Debug)]
pub(super) struct Field<'v> {
    name: String,
    value: &'v Value,
}

/// A file that is being read, with the mistakes so far.
#[derive(Debug, Default)]
pub(super) struct Reading {
    mistakes: Vec<Mistake>,
}

impl Scenario {
    /// Reads a scenario.
    ///
    /// # Errors
    ///
    /// All mistakes in the file.
    pub fn read(text: &str) -> Result<Scenario, Vec<Mistake>> {
        let known = ["language", "title", "lead", "note", "posts", "together", "advice", "instead", "talk"];
        Reading::of(text, "scenario", &known, |reading, top| {
            let posts: Vec<Post> = reading.list(top, "posts", 1, 12).iter().map(|field| post(reading, field)).collect();
            let readers = reading.list(top, "together", 0, 6);
            Scenario {
                language: reading.words(top, "language", 35),
                title: reading.words(top, "title", NAME),
                lead: reading.words(top, "lead", SENTENCE),
                note: reading.maybe(top, "note", TEXT),
                together: readers.iter().map(|field| reader(reading, field, posts.len())).collect(),
                advice: reading.texts(top, "advice", 1),
                instead: top.has("instead").then(|| instead(reading, &top.get("instead"), posts.len())),
                talk: reading.texts(top, "talk", 0),
                posts,
            }
        })
    }
}

fn post(reading: &mut Reading, field: &Field<'_>) -> Post {
    reading.only(field, &["who", "role", "when", "text", "note"]);
    Post {
        who: reading.words(field, "who", NAME),
        role: reading.maybe(field, "role", NAME),
        when: reading.maybe(field, "when", NAME),
        text: reading.words(field, "text", TEXT),
        note: reading.maybe(field, "note", TEXT),
    }
}

fn reader(reading: &mut Reading, field: &Field<'_>, posts: usize) -> Reader {
    reading.only(field, &["who", "note", "knows"]);
    let knows = reading.list(field, "knows", 1, 6);
    Reader {
        who: reading.words(field, "who", NAME),
        note: reading.maybe(field, "note", TEXT),
        knows: knows.iter().map(|field| conclusion(reading, field, posts)).collect(),
    }
}

fn conclusion(reading: &mut Reading, field: &Field<'_>, posts: usize) -> Conclusion {
    reading.only(field, &["text", "from"]);
    let from = reading.list(field, "from", 1, 12);
    Conclusion {
        text: reading.words(field, "text", SENTENCE),
        from: from.iter().filter_map(|field| basis(reading, field, posts)).collect(),
    }
}

fn basis(reading: &mut Reading, field: &Field<'_>, posts: usize) -> Option<Basis> {
    reading.only(field, &["post", "kind"]);
    let post = reading.number(&field.get("post"), posts);
    Some(Basis { kind: reading.kind(&field.get("kind"))?, post })
}

fn instead(reading: &mut Reading, field: &Field<'_>, posts: usize) -> Instead {
    reading.only(field, &["post", "text"]);
    Instead { post: reading.number(&field.get("post"), posts), text: reading.words(field, "text", TEXT) }
}

impl<'v> Field<'v> {
    fn get(&self, key: &str) -> Field<'v> {
        let name = if self.name.is_empty() { key.into() } else { format!("{}.{key}", self.name) };
        Field { name, value: self.value.get(key).unwrap_or(&Value::Null) }
    }

    fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }
}

impl Reading {
    /// Reads a file of a sort, whose fields beside the sort and version are `known`.
    pub(super) fn of<T>(
        text: &str,
        sort: &'static str,
        known: &[&str],
        read: impl FnOnce(&mut Reading, &Field<'_>) -> T,
    ) -> Result<T, Vec<Mistake>> {
        let whole = |expected| vec![Mistake { field: String::new(), expected }];
        if text.len() > LARGEST_FILE {
            return Err(whole(Expected::Smaller));
        }
        // Some programs begin a file with a mark that tells how it is encoded.
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| whole(Expected::Json(error.line())))?;
        let top = Field { name: String::new(), value: &value };
        let mut reading = Reading::default();
        reading.is(&top.get("deksel"), &sort.into(), sort);
        reading.is(&top.get("version"), &1.into(), "1");
        let known: Vec<&str> = ["deksel", "version"].into_iter().chain(known.iter().copied()).collect();
        reading.only(&top, &known);
        let read = read(&mut reading, &top);
        if reading.mistakes.is_empty() { Ok(read) } else { Err(reading.mistakes) }
    }

    fn expect(&mut self, field: &str, expected: Expected) {
        self.mistakes.push(Mistake { field: field.into(), expected });
    }

    fn is(&mut self, field: &Field<'_>, wanted: &Value, in_words: &'static str) {
        if field.value != wanted {
            self.expect(&field.name, Expected::Value(in_words));
        }
    }

    /// Notes fields that nobody knows: a slip in a name would otherwise go unnoticed.
    pub(super) fn only(&mut self, field: &Field<'_>, known: &[&str]) {
        let Some(fields) = field.value.as_object() else { return self.expect(&field.name, Expected::Fields) };
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            self.expect(&field.get(name).name, Expected::NoField);
        }
    }

    /// A text that has to be there.
    pub(super) fn words(&mut self, of: &Field<'_>, key: &str, most: usize) -> String {
        self.text(&of.get(key), most)
    }

    /// A text that may be left out.
    fn maybe(&mut self, of: &Field<'_>, key: &str, most: usize) -> String {
        if of.has(key) { self.words(of, key, most) } else { String::new() }
    }

    fn text(&mut self, field: &Field<'_>, most: usize) -> String {
        match field.value.as_str().map(str::trim) {
            Some(text) if !text.is_empty() && text.chars().count() <= most => text.into(),
            _ => {
                self.expect(&field.name, Expected::Text(most));
                String::new()
            }
        }
    }

    fn texts(&mut self, of: &Field<'_>, key: &str, least: usize) -> Vec<String> {
        self.list(of, key, least, 8).iter().map(|field| self.text(field, SENTENCE)).collect()
    }

    /// A list; one that may be empty may be left out.
    pub(super) fn list<'v>(&mut self, of: &Field<'v>, key: &str, least: usize, most: usize) -> Vec<Field<'v>> {
        let field = of.get(key);
        match field.value.as_array() {
            Some(list) if (least..=most).contains(&list.len()) => {
                let named = |(at, value)| Field { name: format!("{}[{}]", field.name, at + 1), value };
                list.iter().enumerate().map(named).collect()
            }
            None if least == 0 && !of.has(key) => Vec::new(),
            _ => {
                self.expect(&field.name, Expected::List(least, most));
                Vec::new()
            }
        }
    }

    /// A kind by its name.
    pub(super) fn kind(&mut self, field: &Field<'_>) -> Option<Kind> {
        let named = field.value.as_str().and_then(|name| Kind::ALL.iter().find(|kind| kind.name() == name));
        if named.is_none() {
            self.expect(&field.name, Expected::Kind);
        }
        named.copied()
    }

    /// A number from 1 to `most`, as a place from 0.
    fn number(&mut self, field: &Field<'_>, most: usize) -> usize {
        let number = field.value.as_u64().and_then(|number| usize::try_from(number).ok());
        match number.filter(|number| (1..=most).contains(number)) {
            Some(number) => number - 1,
            None => {
                self.expect(&field.name, Expected::Number(most));
                0
            }
        }
    }
}
