//! LinkedIn's names for posts, and what can be read from them.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use std::fmt;

/// The name of a post, such as `urn:li:activity:7455000000000000001`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Urn {
    /// Which of LinkedIn's numberings the id belongs to.
    pub kind: UrnKind,
    /// The number; its upper bits are the time of publishing.
    pub id: u64,
}

/// LinkedIn's numberings of posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UrnKind {
    /// An entry in a feed.
    Activity,
    /// A post as its author made it.
    UgcPost,
    /// A post in the older numbering.
    Share,
}

impl UrnKind {
    const ALL: [UrnKind; 3] = [UrnKind::Activity, UrnKind::UgcPost, UrnKind::Share];

    /// The name inside the urn.
    pub const fn name(self) -> &'static str {
        match self {
            UrnKind::Activity => "activity",
            UrnKind::UgcPost => "ugcPost",
            UrnKind::Share => "share",
        }
    }
}

/// The mark in a component key behind which the encoded name ends.
const KEY_END: &str = "-replaceableCommentTools";

impl Urn {
    /// Reads the name from an attribute: either written out, or the server-driven front end's component key.
    pub fn from_attribute(value: &str) -> Option<Urn> {
        match value.split_once(KEY_END) {
            Some((key, _)) => Urn::from_component_key(key),
            None => Urn::parse(value),
        }
    }

    /// Reads a written name, exactly: `urn:li:<kind>:<id>` with nothing behind it.
    pub fn parse(text: &str) -> Option<Urn> {
        let (kind, id) = text.strip_prefix("urn:li:")?.split_once(':')?;
        let kind = UrnKind::ALL.into_iter().find(|known| known.name() == kind)?;
        let all_digits = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let id = if all_digits { id.parse().ok()? } else { return None };
        Some(Urn { kind, id })
    }

    /// Decodes a component key: base64 of a protocol buffer with one field that holds the id as a zigzag varint.
    pub fn from_component_key(key: &str) -> Option<Urn> {
        let bytes = base64(key)?;
        let (&[field, length, 0x08], varint) = bytes.split_first_chunk()? else { return None };
        let kind = match field {
            0x0a => UrnKind::Activity,
            0x12 => UrnKind::UgcPost,
            _ => return None,
        };
        if usize::from(length) != varint.len() + 1 {
            return None;
        }
        let mut value: u64 = 0;
        for (place, &byte) in varint.iter().enumerate() {
            let shift = u32::try_from(place).ok()? * 7;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            let last = byte & 0x80 == 0;
            if last {
                let whole = place + 1 == varint.len();
                return whole.then_some(Urn { kind, id: value >> 1 });
            }
        }
        None
    }

    /// When the post was published, in milliseconds since 1970-01-01 UTC.
    pub const fn time(self) -> u64 {
        self.id >> 22
    }

    /// The path of the post's own page on LinkedIn.
    pub fn path(self) -> String {
        format!("/feed/update/{self}/")
    }
}

/// The name of a comment inside an attribute's value, such as `urn:li:comment:(activity:1,2)`.
pub fn comment_in(value: &str) -> Option<&str> {
    let name = value.get(value.find(COMMENT)?..)?;
    let name = name.get(..=name.find(')')?)?;
    time_of_comment(name).map(|_| name)
}

/// When a comment was published, in milliseconds since 1970-01-01 UTC; `None` where the name is no comment's.
pub fn time_of_comment(name: &str) -> Option<u64> {
    let (_, id) = name.strip_prefix(COMMENT)?.strip_suffix(')')?.split_once(',')?;
    id.parse::<u64>().ok().map(|id| id >> 22)
}

/// The post that an address leads to: `…/feed/update/urn:li:activity:1/`.
pub fn in_address(href: &str) -> Option<Urn> {
    let (_, rest) = href.split_once("/feed/update/")?;
    Urn::parse(rest.split(['/', '?', '#']).next()?)
}

const COMMENT: &str = "urn:li:comment:(";

impl fmt::Display for Urn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "urn:li:{}:{}", self.kind.name(), self.id)
    }
}

/// The longest key that can hold an id: 3 bytes and a varint of 10, in base64.
const LONGEST_KEY: usize = 18;

/// Decodes base64 in either alphabet (RFC 4648 §4 and §5), without padding.
fn base64(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST_KEY {
        return None;
    }
    BASE64_URL_SAFE_NO_PAD.decode(text.replace('+', "-").replace('/', "_")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key_of(field: u8, id: u64) -> String {
        let mut varint = Vec::new();
        let mut rest = id << 1;
        while rest >= 0x80 {
            varint.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        varint.push(rest as u8);
        let mut bytes = vec![field, varint.len() as u8 + 1, 0x08];
        bytes.extend(varint);
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }

    #[test]
    fn a_component_key_tells_the_post() {
        let post = Urn::from_attribute("EgsIgoDMiI7AvfXOAQ-replaceableCommentToolsABC").unwrap();
        assert_eq!(post.to_string(), "urn:li:ugcPost:7455000000000000001");
        let post = Urn::from_attribute("CgsIhICA1eKfhPnOAQ-replaceableCommentTools").unwrap();
        assert_eq!(post.to_string(), "urn:li:activity:7456000000000000002");
    }

    #[test]
    fn a_key_of_something_else_is_no_post() {
        for key in
            ["MgUIkquEBA", "", "CgsI", "CgsIhICA1eKfhPnOAQAAAAAAAAAA", "Cgs!hICA1eKfhPnOAQ", "CgwIhICA1eKfhPnOAQ"]
        {
            assert_eq!(Urn::from_component_key(key), None, "{key}");
        }
    }

    #[test]
    fn a_written_name_is_read_whole_or_not_at_all() {
        let share = Urn { kind: UrnKind::Share, id: 42 };
        assert_eq!(Urn::parse("urn:li:share:42"), Some(share));
        for text in ["urn:li:share:", "urn:li:share:+42", "urn:li:share:42)", "urn:li:member:42", "share:42"] {
            assert_eq!(Urn::parse(text), None, "{text}");
        }
        assert_eq!(Urn::parse("urn:li:activity:99999999999999999999"), None, "more than 64 bits");
    }

    #[test]
    fn the_id_holds_the_time() {
        let post = Urn::parse("urn:li:activity:7456000000000000002").unwrap();
        assert_eq!(post.time(), 1_777_648_925_781, "2026-05-01 15:22:05 UTC");
    }

    #[test]
    fn a_comment_is_named_after_its_post() {
        let name = "urn:li:comment:(urn:li:ugcPost:7455000000000000001,7456000000000000002)";
        assert_eq!(comment_in(&format!("replaceableComment_{name}")), Some(name));
        assert_eq!(time_of_comment(name), Some(1_777_648_925_781));
        for value in ["urn:li:comment:(activity:1,)", "urn:li:comment:(activity:1", "urn:li:comment:", ""] {
            assert_eq!(comment_in(value), None, "{value}");
        }
    }

    #[test]
    fn an_address_leads_to_a_post() {
        let post = Urn { kind: UrnKind::Activity, id: 7 };
        assert_eq!(in_address("https://www.linkedin.com/feed/update/urn:li:activity:7/?x=1"), Some(post));
        assert_eq!(in_address("/feed/"), None);
    }

    proptest! {
        #[test]
        fn every_id_survives_its_component_key(id in 0..u64::MAX >> 1, ugc: bool) {
            let kind = if ugc { UrnKind::UgcPost } else { UrnKind::Activity };
            let field = if ugc { 0x12 } else { 0x0a };
            prop_assert_eq!(Urn::from_component_key(&key_of(field, id)), Some(Urn { kind, id }));
        }

        #[test]
        fn any_attribute_is_read_without_a_fault(value in any::<String>()) {
            let _ = (Urn::from_attribute(&value), comment_in(&value), in_address(&value));
            let _ = Urn::from_attribute(&format!("{value}{KEY_END}"));
        }
    }
}
