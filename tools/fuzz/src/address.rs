//! Attributes and addresses of LinkedIn's, from which post keys, slugs and places are read, and counts behind a `#` of ours.

use deksel::linkedin::urn::{Urn, comment_in, in_address, time_of_comment};
use deksel::linkedin::{Place, profile_slug};
use deksel::rights::found;

pub(super) fn take(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for urn in [Urn::from_attribute(&text), Urn::parse(&text), in_address(&text)].into_iter().flatten() {
        assert_eq!(Urn::parse(&urn.to_string()), Some(urn), "a name is read as it is written");
        assert_eq!(in_address(&urn.path()), Some(urn), "its page leads back to it");
    }
    if let Some(comment) = comment_in(&text) {
        assert!(text.contains(comment) && time_of_comment(comment).is_some());
    }
    for section in ["in", "company", "school"] {
        assert!(profile_slug(&text, section).is_none_or(|slug| !slug.is_empty()));
    }
    let (path, query) = text.split_once('?').unwrap_or((&text, ""));
    Place::of(path, query);
    let counts = found::read(&text);
    let address = found::page_of_letters(&counts);
    let written = address.split_once('=').map_or("", |(_, written)| written);
    assert_eq!(found::read(written), counts, "counts are read as they are written");
}
