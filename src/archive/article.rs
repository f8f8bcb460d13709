//! An article's page to its words.

use super::{Date, Record, Source, quirks};
use crate::item::{Audience, Item, ItemKind, Own};
use html5gum::{Token, Tokenizer};

/// Elements that end a line.
const BLOCKS: [&[u8]; 19] = [
    b"address",
    b"article",
    b"blockquote",
    b"br",
    b"div",
    b"figcaption",
    b"figure",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"hr",
    b"li",
    b"p",
    b"pre",
    b"section",
    b"tr",
];
/// Elements whose content nobody reads; the heading says the title again.
const UNREAD: [&[u8]; 4] = [b"script", b"style", b"title", b"template"];

/// What LinkedIn writes above an article, and no author did.
const CREATED: &str = "Created on ";
const PUBLISHED: &str = "Published on ";

/// Reads an article. `file` is its name in the export.
pub(super) fn read(file: &str, page: &str) -> Record {
    let mut lines = vec![String::new()];
    let mut link = None;
    let mut unread: Option<Vec<u8>> = None;
    for token in Tokenizer::new(page) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                if BLOCKS.contains(&tag.name.as_slice()) {
                    lines.push(String::new());
                }
                if UNREAD.contains(&tag.name.as_slice()) && !tag.self_closing {
                    unread.get_or_insert(tag.name.to_vec());
                }
                let target = tag.attributes.get(b"href".as_slice()).map(|target| String::from_utf8_lossy(target));
                link = link.or_else(|| target.filter(|target| target.contains("linkedin.com/pulse/"))?.parse().ok());
            }
            Token::EndTag(tag) => {
                if BLOCKS.contains(&tag.name.as_slice()) {
                    lines.push(String::new());
                }
                unread = unread.filter(|name| *name != tag.name.as_slice());
            }
            Token::String(text) if unread.is_none() => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(&String::from_utf8_lossy(&text));
                }
            }
            _ => {}
        }
    }
    let words = |line: String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = lines.into_iter().map(words).filter(|line| !line.is_empty()).collect();
    let dated = |lines: &[String], mark: &str| lines.iter().find_map(|line| Date::parse(line.strip_prefix(mark)?));
    let published = dated(&lines, PUBLISHED);
    let date = published.or_else(|| dated(&lines, CREATED)).or_else(|| date_of_name(file));
    lines.retain(|line| !line.starts_with(CREATED) && !line.starts_with(PUBLISHED));
    let item = Item {
        kind: ItemKind::Article,
        own: Own::Yes,
        // Drafts are in the export too.
        audience: if published.is_some() { Audience::Public } else { Audience::Unknown },
        time: date.and_then(Date::time),
        text: quirks::clean(&lines.join("\n")).into_owned(),
        ..Item::default()
    };
    let link = link.and_then(|link: String| quirks::link(&link));
    Record { number: 0, item, source: Source::Articles, file: String::new(), row: 1, date, link }
}

/// Some years begin an article's name with its day: `2018-07-25 A title.html`.
fn date_of_name(file: &str) -> Option<Date> {
    let name = file.rsplit(['/', '\\']).next()?;
    Date::parse(name.get(..10)?)
}
