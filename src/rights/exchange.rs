//! The dossier as JSON: for the browser's storage, and for a file that the member takes away and brings back.
//!
//! Reading keeps out what is wrong, says which entry and why, and keeps the rest.

use super::{Day, Event, EventKind, Log, Refused};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What the file says that it is.
const DOSSIER: &str = "dossier";
/// The version of the form; one that is higher cannot be read.
pub const VERSION: u64 = 1;
/// The longest text that is looked at, in bytes: more than any dossier makes.
pub const LONGEST: usize = 8 << 20;

/// Why a text is no dossier at all, or no other file of Deksel's that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// It is too long: how many bytes, of how many at most.
    TooLong {
        /// Its length.
        bytes: usize,
        /// The most.
        most: usize,
    },
    /// It is not JSON, from this place on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON, but not the file of Deksel's that was asked for.
    Foreign,
    /// A later Deksel wrote it.
    Newer {
        /// The version that it has.
        version: u64,
    },
}

/// An entry that was kept out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// Which of the file's entries, from 1.
    pub entry: usize,
    /// Why.
    pub fault: Fault,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", content = "detail", rename_all = "snake_case")]
pub enum Fault {
    /// It is not an object with fields.
    NotAnObject,
    /// A field is missing: which.
    Missing(&'static str),
    /// A field is not a text: which.
    NotText(&'static str),
    /// Its kind is not known: what it says.
    UnknownKind(String),
    /// Its date is none: what it says.
    NoDay(String),
    /// The dossier does not take it.
    Refused(Refused),
}

/// What a text held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The entries that are right.
    pub log: Log,
    /// Those that are not.
    pub wrong: Vec<Wrong>,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// How many entries came in.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// Entries that were kept out.
    pub wrong: Vec<Wrong>,
}

/// The form of the file.
#[derive(Serialize)]
struct Form<'log> {
    deksel: &'static str,
    version: u64,
    epoch: u32,
    removed: &'log BTreeSet<String>,
    events: &'log [Event],
}

/// The dossier as JSON that people can read too.
pub fn write(log: &Log) -> String {
    let Log { epoch, events, removed } = log;
    let form = Form { deksel: DOSSIER, version: VERSION, epoch: *epoch, removed, events };
    // Texts, numbers and lists of them can always be written.
    serde_json::to_string_pretty(&form).unwrap_or_default()
}

/// Reads a dossier as [`write`] makes it, from the browser's storage.
///
/// # Errors
///
/// When the text is not a dossier at all; single entries that are wrong are told of in the [`Reading`].
pub fn read(text: &str) -> Result<Reading, Refusal> {
    let File { epoch, removed, entries } = File::parse(text)?;
    let mut reading = Reading { log: Log { epoch, ..Log::default() }, wrong: Vec::new() };
    for (entry, event) in entries {
        // A dossier that two tabs filled to the brim may be fuller than full: what was stored stays.
        let taken = event.and_then(|event| reading.log.take(event).map_err(Fault::Refused));
        reading.wrong.extend(taken.err().map(|fault| Wrong { entry, fault }));
    }
    reading.log.events.retain(|event| !removed.contains(&event.id));
    reading.log.removed = removed;
    Ok(reading)
}

/// Brings a file's entries into a dossier. What was there stays as it was.
///
/// # Errors
///
/// As [`read`]; the dossier is then untouched.
pub fn import(log: &mut Log, text: &str) -> Result<Imported, Refusal> {
    let mut imported = Imported::default();
    for (entry, event) in File::parse(text)?.entries {
        let added = event.and_then(|mut event| {
            // The member brings back what was taken out: under another name, because the old one is struck off in
            // every tab.
            while log.removed.contains(&event.id) {
                event.id.push('+');
            }
            if log.event(&event.id) == Some(&event) {
                return Ok(false);
            }
            log.add(event).map(|()| true).map_err(Fault::Refused)
        });
        match added {
            Ok(true) => imported.added += 1,
            Ok(false) => imported.known += 1,
            Err(fault) => imported.wrong.push(Wrong { entry, fault }),
        }
    }
    Ok(imported)
}

/// A file taken apart.
struct File {
    epoch: u32,
    removed: BTreeSet<String>,
    /// Numbered from 1.
    entries: Vec<(usize, Result<Event, Fault>)>,
}

/// Opens a file of Deksel's: one that says it is `what`, in a form that is not newer than `newest`.
///
/// # Errors
///
/// When it is none, or none that can be read.
pub(crate) fn open(text: &str, what: &str, newest: u64) -> Result<Value, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::TooLong { bytes: text.len(), most: LONGEST });
    }
    // Editors of Windows like to begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value =
        serde_json::from_str(text).map_err(|error| Refusal::NotJson { line: error.line(), column: error.column() })?;
    if value.get("deksel").and_then(Value::as_str) != Some(what) {
        return Err(Refusal::Foreign);
    }
    let version = value.get("version").and_then(Value::as_u64).ok_or(Refusal::Foreign)?;
    if version > newest {
        return Err(Refusal::Newer { version });
    }
    Ok(value)
}

impl File {
    fn parse(text: &str) -> Result<File, Refusal> {
        let value = open(text, DOSSIER, VERSION)?;
        let events = value.get("events").and_then(Value::as_array).ok_or(Refusal::Foreign)?;
        let epoch = value.get("epoch").and_then(Value::as_u64).and_then(|epoch| u32::try_from(epoch).ok());
        let removed = value.get("removed").and_then(Value::as_array).into_iter().flatten();
        Ok(File {
            epoch: epoch.unwrap_or_default(),
            removed: removed.filter_map(Value::as_str).map(str::to_owned).collect(),
            entries: events.iter().enumerate().map(|(place, entry)| (place + 1, event(entry))).collect(),
        })
    }
}

fn event(entry: &Value) -> Result<Event, Fault> {
    let fields = entry.as_object().ok_or(Fault::NotAnObject)?;
    let kind = required(fields, "kind")?;
    let on = required(fields, "on")?;
    Ok(Event {
        id: required(fields, "id")?.to_owned(),
        kind: EventKind::of_name(kind).ok_or_else(|| Fault::UnknownKind(cited(kind)))?,
        on: on.parse::<Day>().map_err(|_| Fault::NoDay(cited(on)))?,
        member: optional(fields, "member")?,
        about: optional(fields, "about")?,
        note: optional(fields, "note")?,
        letter: optional(fields, "letter")?,
    })
}

fn required<'v>(fields: &'v Map<String, Value>, name: &'static str) -> Result<&'v str, Fault> {
    fields.get(name).ok_or(Fault::Missing(name))?.as_str().ok_or(Fault::NotText(name))
}

fn optional(fields: &Map<String, Value>, name: &'static str) -> Result<String, Fault> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(value) => value.as_str().map(str::to_owned).ok_or(Fault::NotText(name)),
    }
}

/// As much of a wrong value as a message can show.
pub(crate) fn cited(text: &str) -> String {
    text.chars().take(40).collect()
}
