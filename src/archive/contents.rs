//! Which file of an export is what, told from its name; what Deksel reads, and what it leaves unopened.

use super::quirks;
use super::rows::Dialect;
use crate::item::ItemKind;
use serde::{Deserialize, Serialize};

/// A sort of file that Deksel reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Posts.
    Shares,
    /// Comments, and replies to them.
    Comments,
    /// Articles, one a file.
    Articles,
    /// Descriptions of pictures, films and documents.
    RichMedia,
    /// The profile's own words.
    Profile,
    /// Work experience.
    Positions,
    /// Education.
    Education,
    /// Recommendations that the member wrote.
    Recommendations,
    /// Answers to employers' questions that LinkedIn keeps.
    Answers,
    /// Likes and the like: counted, not read.
    Reactions,
    /// Answers in polls: counted, not read.
    Votes,
}

/// Columns, by their names without what differs from year to year ([`quirks::column`]).
pub(super) struct Columns {
    pub(super) date: &'static [&'static str],
    pub(super) link: &'static [&'static str],
    pub(super) audience: &'static [&'static str],
    /// What the item is for; told where it is missing.
    pub(super) needed: &'static [&'static str],
    /// What not every year's export has.
    pub(super) more: &'static [&'static str],
}

const NO_COLUMNS: Columns = Columns { date: &[], link: &[], audience: &[], needed: &[], more: &[] };

impl Source {
    /// What is read of it.
    pub(super) const fn columns(self) -> Columns {
        match self {
            Source::Shares => Columns {
                date: &["date"],
                link: &["sharelink"],
                audience: &["visibility"],
                needed: &["sharecommentary"],
                more: &[],
            },
            Source::Comments => Columns { date: &["date"], link: &["link"], needed: &["message"], ..NO_COLUMNS },
            Source::RichMedia => Columns {
                date: &["datetime", "date"],
                link: &["medialink"],
                needed: &["mediadescription"],
                ..NO_COLUMNS
            },
            Source::Profile => Columns {
                needed: &["headline", "summary"],
                more: &["address", "birthdate", "twitterhandles", "websites", "instantmessengers"],
                ..NO_COLUMNS
            },
            Source::Positions => Columns {
                date: &["startedon"],
                needed: &["title", "companyname", "description"],
                more: &["location"],
                ..NO_COLUMNS
            },
            Source::Education => Columns {
                date: &["startdate"],
                needed: &["schoolname", "notes"],
                more: &["degreename", "activities"],
                ..NO_COLUMNS
            },
            Source::Recommendations => Columns { date: &["creationdate"], needed: &["text"], ..NO_COLUMNS },
            Source::Answers => Columns { needed: &["question", "answer"], ..NO_COLUMNS },
            Source::Reactions | Source::Votes => Columns { date: &["date"], ..NO_COLUMNS },
            Source::Articles => NO_COLUMNS,
        }
    }

    /// What its rows are.
    pub(super) const fn kind(self) -> ItemKind {
        match self {
            Source::Shares | Source::RichMedia | Source::Reactions | Source::Votes => ItemKind::Post,
            Source::Comments => ItemKind::Comment,
            Source::Articles => ItemKind::Article,
            Source::Profile | Source::Positions | Source::Education | Source::Recommendations | Source::Answers => {
                ItemKind::Profile
            }
        }
    }

    /// How its rows are written.
    pub(super) fn dialect(self) -> Dialect {
        Dialect {
            backslash: self == Source::Comments,
            dated: matches!(self, Source::Shares | Source::Comments | Source::Votes),
        }
    }

    /// Whether its rows are counted and not read.
    pub(super) fn is_counted(self) -> bool {
        matches!(self, Source::Reactions | Source::Votes)
    }

    /// The sort of file that a header belongs to, for files that were renamed.
    pub(super) fn of_header(header: &[String]) -> Option<Source> {
        let has = |names: &[&str]| names.iter().all(|name| header.iter().any(|column| column == name));
        [
            (Source::Shares, &["date", "sharelink", "sharecommentary"] as &[&str]),
            (Source::Comments, &["date", "link", "message"]),
            (Source::Reactions, &["date", "type", "link"]),
            (Source::Votes, &["date", "link", "optiontext"]),
            (Source::RichMedia, &["mediadescription", "medialink"]),
            (Source::Profile, &["firstname", "headline", "summary"]),
            (Source::Positions, &["companyname", "title", "startedon"]),
            (Source::Education, &["schoolname", "degreename"]),
            (Source::Answers, &["question", "answer"]),
        ]
        .into_iter()
        .find_map(|(source, names)| has(names).then_some(source))
    }
}

/// What a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// It is read as this.
    Known(Source),
    /// It is not opened.
    Left(Why),
    /// It would lead out of the archive.
    LeadsOut,
    /// Not a file.
    Folder,
}

/// Why a file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Messages, connections, contacts and invitations: private, or about others.
    Private,
    /// Nothing that the member published.
    Other,
}

const PRIVATE: [&str; 9] =
    ["message", "messages", "inbox", "connection", "connections", "contact", "contacts", "invitation", "invitations"];

/// Tells what a file is from its name, folders included.
pub(super) fn named(path: &str) -> Name {
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    let drive = parts.first().is_some_and(|first| first.contains(':'));
    if path.starts_with(['/', '\\']) || path.contains('\0') || drive || parts.contains(&"..") {
        return Name::LeadsOut;
    }
    let Some(file) = parts.last().filter(|file| !file.is_empty()) else { return Name::Folder };
    // Copies that macOS lays beside the files.
    if file.starts_with("._") || parts.contains(&"__MACOSX") {
        return Name::Left(Why::Other);
    }
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let in_articles = parts.iter().rev().skip(1).any(|folder| folder.eq_ignore_ascii_case("articles"));
    let page = ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm");
    if page && in_articles {
        return Name::Known(Source::Articles);
    }
    let words: Vec<String> = stem.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
    if words.iter().any(|word| PRIVATE.contains(&word.as_str())) {
        return Name::Left(Why::Private);
    }
    if !ending.eq_ignore_ascii_case("csv") {
        return Name::Left(Why::Other);
    }
    // Behind the name stands the member's number since 2026, or the browser's for a second download: `Shares_123.csv`, `Shares (1).csv`.
    let number = |word: &&String| word.is_empty() || word.bytes().all(|byte| byte.is_ascii_digit());
    let end = words.len() - words.iter().rev().take_while(number).count();
    match words.get(..end).unwrap_or_default().join(" ").as_str() {
        "shares" => Name::Known(Source::Shares),
        "comments" => Name::Known(Source::Comments),
        "rich media" => Name::Known(Source::RichMedia),
        "profile" => Name::Known(Source::Profile),
        "positions" => Name::Known(Source::Positions),
        "education" => Name::Known(Source::Education),
        "recommendations given" => Name::Known(Source::Recommendations),
        "job applicant saved answers" | "job applicant saved screening question responses" => {
            Name::Known(Source::Answers)
        }
        "reactions" | "likes" => Name::Known(Source::Reactions),
        "votes" => Name::Known(Source::Votes),
        _ => Name::Left(Why::Other),
    }
}

/// A header's names as [`quirks::column`] has them.
pub(super) fn header(fields: &[String]) -> Vec<String> {
    fields.iter().map(|name| quirks::column(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_what_a_file_is() {
        for (path, name) in [
            ("Shares.csv", Name::Known(Source::Shares)),
            ("Shares_123456.csv", Name::Known(Source::Shares)),
            ("shares (1).CSV", Name::Known(Source::Shares)),
            ("Complete_Export/Rich_Media.csv", Name::Known(Source::RichMedia)),
            ("Rich Media_12.csv", Name::Known(Source::RichMedia)),
            ("Jobs\\Job Applicant Saved Answers.csv", Name::Known(Source::Answers)),
            ("Recommendations_Given.csv", Name::Known(Source::Recommendations)),
            ("Articles/Articles/On messages.html", Name::Known(Source::Articles)),
            ("messages.csv", Name::Left(Why::Private)),
            ("messages_12.csv", Name::Left(Why::Private)),
            ("Connections.csv", Name::Left(Why::Private)),
            ("ImportedContacts/Contacts.csv", Name::Left(Why::Private)),
            ("Invitations.csv", Name::Left(Why::Private)),
            ("Recommendations_Received.csv", Name::Left(Why::Other)),
            ("Sharesome.csv", Name::Left(Why::Other)),
            ("page.html", Name::Left(Why::Other)),
            ("Profile.csv", Name::Known(Source::Profile)),
            ("Positions.csv", Name::Known(Source::Positions)),
            ("Education.csv", Name::Known(Source::Education)),
            ("Votes.csv", Name::Known(Source::Votes)),
            ("__MACOSX/Shares.csv", Name::Left(Why::Other)),
            ("._Shares.csv", Name::Left(Why::Other)),
            ("Articles/", Name::Folder),
            ("../Shares.csv", Name::LeadsOut),
            ("a/..\\Shares.csv", Name::LeadsOut),
            ("/Shares.csv", Name::LeadsOut),
            ("C:\\Shares.csv", Name::LeadsOut),
            ("Shares\0.csv", Name::LeadsOut),
            ("12.csv", Name::Left(Why::Other)),
        ] {
            assert_eq!(named(path), name, "{path}");
        }
    }
}
