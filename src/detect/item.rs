//! What a member publishes, as plain data: the one shape that pages and exports are read into.

use serde::{Deserialize, Serialize};

/// Something published on LinkedIn: a post, a comment, an article or a text on a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// What sort of publication this is.
    pub kind: ItemKind,
    /// LinkedIn's own name for it, such as `urn:li:activity:7455000000000000001`; `None` when the page does not tell.
    pub id: Option<String>,
    /// Who published it.
    pub author: Author,
    /// Whether the member at this browser published it; never `Yes` without proof.
    pub own: Own,
    /// Who can read it.
    pub audience: Audience,
    /// An advertisement: read, but never warned about.
    pub promoted: bool,
    /// When it was published, in milliseconds since 1970-01-01 UTC.
    pub time: Option<u64>,
    /// The language that the page gives the words, as a BCP 47 tag.
    pub language: Option<String>,
    /// The author's own words, whole, line breaks as `\n`.
    pub text: String,
    /// A post of somebody else's that this one shows.
    pub quoted: Option<Quoted>,
    /// What hangs on it.
    pub attached: Attached,
}

/// A post that another one shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quoted {
    /// LinkedIn's own name for it; `None` when the page does not tell.
    pub id: Option<String>,
    /// Who published it.
    pub author: Author,
    /// Its words.
    pub text: String,
}

/// What hangs on an [`Item`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attached {
    /// One entry a picture: its description for those who cannot see it, which may be empty.
    pub pictures: Vec<String>,
    /// Titles of documents and links.
    pub titles: Vec<String>,
    /// People and organisations mentioned or tagged.
    pub people: Vec<Author>,
    /// The author's picture is in one of LinkedIn's frames, such as "Open to work".
    pub framed: bool,
}

impl Item {
    /// Tells items apart within one tab: a hash of id and text (FNV-1a, 32 bits, because wider arithmetic is slow when lowered).
    pub fn fingerprint(&self) -> u32 {
        let bytes = self.id.iter().flat_map(|id| id.bytes()).chain([0]).chain(self.text.bytes());
        bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

/// What sort of publication an [`Item`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// A post in a feed, on its own page or among somebody's activity.
    #[default]
    Post,
    /// A comment, or a reply to one.
    Comment,
    /// An article on a page of its own.
    Article,
    /// A text on a profile: headline, about, experience, featured.
    Profile,
}

/// Who published an [`Item`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// The name as the page shows it.
    pub name: String,
    /// The last part of the profile's address, percent-decoded and in lower case: `/in/<slug>/`.
    pub slug: Option<String>,
    /// A person or an organisation.
    pub kind: AuthorKind,
}

/// Whether an [`Author`] is a person or an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AuthorKind {
    /// A member: `/in/<slug>/`.
    #[default]
    Person,
    /// A company or school page: `/company/<slug>/`, `/school/<slug>/`.
    Organisation,
}

/// Whether the member at this browser published an [`Item`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Own {
    /// Proved: the author's slug is the member's, or the page offers the member its statistics.
    Yes,
    /// Proved to be somebody else's.
    No,
    /// The page gives no proof either way.
    #[default]
    Unknown,
}

/// Who can read an [`Item`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Anyone, on or off LinkedIn.
    Public,
    /// Connections, or a group.
    Limited,
    /// The page does not tell, as with advertisements.
    #[default]
    Unknown,
}

impl Audience {
    /// Every audience, the widest first.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::Limited, Audience::Unknown];

    /// Its name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Limited => "limited",
            Audience::Unknown => "unknown",
        }
    }

    /// The audience of that name.
    pub fn of_name(name: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.name() == name)
    }
}
