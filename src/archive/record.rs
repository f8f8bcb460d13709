//! A row of an export as an [`Item`] that can be scanned like any other.

use super::contents::Source;
use super::{Date, What, quirks};
use crate::item::{Audience, Item, Own};
use serde::Serialize;
use std::borrow::Cow;

/// Letters that are told of what is no date.
const NAMED: usize = 60;

/// An item of an export, and where it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Counted through everything that is read, from 1.
    pub number: u32,
    /// What `detect::scan` runs on; `id`, `audience` and `time` as far as they are known.
    pub item: Item,
    /// Which sort of file it stood in.
    pub source: Source,
    /// The file's name in the export.
    pub file: String,
    /// The row behind the header, from 1; 1 for an article.
    pub row: u64,
    /// When it was published, or a position or education began.
    pub date: Option<Date>,
    /// Its page; for a comment in some years the page of the post.
    pub link: Option<String>,
}

impl Record {
    /// What it is called by: LinkedIn's own name, or file and row.
    pub fn id(&self) -> String {
        self.item.id.clone().unwrap_or_else(|| format!("{}#{}", self.file, self.row))
    }
}

/// A reaction or a vote: only that it was, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Reactions or votes.
    pub source: Source,
    /// When.
    pub date: Option<Date>,
}

/// Where in a row of a file its parts stand.
pub(super) struct Plan {
    source: Source,
    pub(super) width: usize,
    date: Option<usize>,
    link: Option<usize>,
    audience: Option<usize>,
    texts: Vec<usize>,
}

impl Plan {
    /// Finds the columns in a header ([`super::contents::header`]), and names those that are missing.
    pub(super) fn of(source: Source, header: &[String]) -> (Plan, Vec<What>) {
        let mut missing = Vec::new();
        let place = |names: &[&str]| header.iter().position(|column| names.contains(&column.as_str()));
        let columns = source.columns();
        let mut needed = |names: &[&str]| {
            let found = place(names);
            if let (None, Some(name)) = (found, names.first()) {
                missing.push(What::MissingColumn((*name).to_owned()));
            }
            found
        };
        let (date, link) = (needed(columns.date), needed(columns.link));
        let mut texts: Vec<usize> = columns.needed.iter().filter_map(|name| needed(&[name])).collect();
        texts.extend(columns.more.iter().filter_map(|name| place(&[name])));
        (Plan { source, width: header.len(), date, link, audience: place(columns.audience), texts }, missing)
    }

    /// The date of a row, and what is wrong with it.
    pub(super) fn date(&self, fields: &[String]) -> (Option<Date>, Option<What>) {
        let written = field(fields, self.date);
        let date = Date::parse(&written);
        let flaw = (date.is_none() && !written.trim().is_empty()).then(|| What::NoDate(named(&written)));
        (date, flaw)
    }

    /// The item that a row holds; the caller knows number and file.
    pub(super) fn record(&self, row: u64, date: Option<Date>, fields: &[String]) -> Record {
        let link = quirks::link(&field(fields, self.link));
        let named = link.as_deref().and_then(|link| match self.source {
            Source::Comments => quirks::comment_in(link),
            _ => quirks::post_in(link),
        });
        let (id, time) = named.unzip();
        let date = date.or_else(|| Date::from_time(time.flatten()?));
        let texts = self.texts.iter().map(|place| self.text(fields, *place)).filter(|text| !text.is_empty());
        let in_group = id.as_deref().is_some_and(|id| id.starts_with("urn:li:groupPost:"));
        let audience = if in_group { Audience::Limited } else { audience(&field(fields, self.audience)) };
        let item = Item {
            kind: self.source.kind(),
            id,
            own: Own::Yes,
            audience,
            time: date.and_then(Date::time),
            text: texts.collect::<Vec<_>>().join("\n"),
            ..Item::default()
        };
        Record { number: 0, item, source: self.source, file: String::new(), row, date, link }
    }

    fn text<'f>(&self, fields: &'f [String], place: usize) -> Cow<'f, str> {
        let text = field(fields, Some(place));
        let plain = if self.source == Source::Shares { quirks::unwrap_breaks(&text) } else { None };
        plain.map_or(text, Cow::from)
    }
}

/// What stands in the place of a date, as far as a sentence about it has room: it may be a whole text.
fn named(written: &str) -> String {
    written.chars().take(NAMED).collect()
}

fn field(fields: &[String], place: Option<usize>) -> Cow<'_, str> {
    place.and_then(|place| fields.get(place)).map(|field| quirks::clean(field)).unwrap_or_default()
}

/// `MEMBER_NETWORK` stands on every row of real exports, public posts too: it does not mean that a post was not public.
fn audience(visibility: &str) -> Audience {
    match visibility.trim() {
        "MEMBER_NETWORK" | "PUBLIC" => Audience::Public,
        "CONNECTIONS" => Audience::Limited,
        _ => Audience::Unknown,
    }
}
