//! What hangs on an item: pictures with their descriptions, titles of documents and links, people mentioned.

use super::{card::whose, foreign, shape::PROFILE_LINK, words::Words};
use crate::item::{Attached, Author};
use web_sys::Element;

/// Links that lead to something shared: outside LinkedIn, or an article on it.
const SHARED: &str = r#"a[href*="/safety/go"], a[href*="/redir/"], a[href*="/pulse/"],
    a[href^="http"]:not([href*="://www.linkedin.com/"])"#;

/// A member's picture in one of LinkedIn's frames, by its address: "Open to work", or "Hiring".
const FRAMED: &str = r#"img[src*="profile-framedphoto-shrink_"]"#;

/// Reads what hangs on the headline of a profile: what stands in one section with it.
pub(super) fn attached_to_headline(text: &Element) -> Attached {
    let framed =
        foreign::closest(text, "section").is_some_and(|section| !foreign::find_all(&section, FRAMED).is_empty());
    Attached { framed, ..Attached::default() }
}

/// Reads what hangs on a card; `is_own` leaves out what belongs to quoted posts and comments.
pub(super) fn attached(card: &Element, words: &Words, author: &Element, is_own: &dyn Fn(&Element) -> bool) -> Attached {
    let hangs_below =
        |element: &Element| is_own(element) && !words.contains(element) && foreign::precedes(author, element);
    let below = |css: &str| foreign::find_all(card, css).into_iter().filter(hangs_below);
    let pictures = below("img:not(a[href*=\"/in/\"] img)").map(|picture| described(&picture, "alt")).collect();
    let documents = below("iframe[title]").map(|document| described(&document, "title"));
    let links = below(SHARED).map(|link| one_line(&Words::read(&link, &[]).text));
    let titles = documents.chain(links).filter(|title| !title.is_empty()).collect();
    let mentions = words.root().map(|root| foreign::find_all(root, PROFILE_LINK)).unwrap_or_default();
    let people = mentions.iter().filter_map(mentioned).collect();
    Attached { pictures, titles, people, framed: false }
}

fn mentioned(link: &Element) -> Option<Author> {
    let (slug, kind) = whose(link)?;
    let name = one_line(&Words::read(link, &[]).text);
    (!name.is_empty()).then_some(Author { name, slug: Some(slug), kind })
}

fn described(element: &Element, attribute: &str) -> String {
    one_line(&foreign::attribute(element, attribute).unwrap_or_default())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
