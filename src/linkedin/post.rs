//! Reads posts from a page of either front end.

use super::{
    FRONT_ENDS, FrontEnd, Urn, Words, profile_slug,
    query::{all, closest, first, matches, precedes},
};
use crate::item::{Audience, Author, AuthorKind, Item, ItemKind, Own};
use web_sys::{Document, Element};

/// A page that Deksel can read.
#[derive(Debug)]
pub struct Page {
    front_end: &'static FrontEnd,
    /// The slug of the member at this browser, kept in memory only.
    own_slug: Option<String>,
}

/// A post on the page: what it says, and where it stands.
#[derive(Debug)]
pub struct Post {
    /// The whole card, with author, text and buttons.
    pub card: Element,
    /// The element that holds the author's own words, when there are any.
    pub text: Option<Element>,
    /// The words, with their places on the page.
    pub words: Words,
    /// The post as plain data.
    pub item: Item,
}

impl Page {
    /// Recognises the front end; `None` on a page that neither of them made.
    pub fn recognise(document: &Document) -> Option<Page> {
        let root = document.document_element()?;
        let front_end = FRONT_ENDS.iter().find(|front_end| first(&root, front_end.sign).is_some())?;
        let mut page = Page { front_end, own_slug: None };
        page.learn_own_slug(&root);
        Some(page)
    }

    /// Looks for the member's own profile link; pages add it late.
    pub fn learn_own_slug(&mut self, root: &Element) {
        if self.own_slug.is_none() {
            self.own_slug = first(root, self.front_end.own_profile).and_then(|link| slug_of(&link, "in"));
        }
    }

    /// Every card below `root`, in document order.
    pub fn cards(&self, root: &Element) -> Vec<Element> {
        all(root, self.front_end.card)
    }

    /// The card that an element is part of.
    pub fn card_around(&self, element: &Element) -> Option<Element> {
        closest(element, self.front_end.card)
    }

    /// Reads a card; `None` when it is no post (a suggestion, a course, half a card without author).
    pub fn read(&self, card: &Element) -> Option<Post> {
        let front_end = self.front_end;
        let urn = self.urn(card)?;
        let text = first(card, front_end.text);
        let before_text = |element: &Element| text.as_ref().is_none_or(|text| precedes(element, text));

        let mut links: Vec<Element> = all(card, front_end.author).into_iter().filter(before_text).collect();
        if text.is_some() {
            // Who liked or reposted the post is named first, its author last.
            links.reverse();
        }
        let author = links.iter().find_map(|link| self.author(link))?;
        let byline = all(card, front_end.byline).into_iter().filter(before_text).rev().find(|line| {
            // A link in the byline's place, such as the author's website, is not the byline.
            closest(line, &["a"]).is_none()
        });
        let words = text.as_ref().map(|text| Words::read(text, front_end.not_text)).unwrap_or_default();
        let item = Item {
            kind: ItemKind::Post,
            id: Some(urn.to_string()),
            own: self.own(card, &author),
            author,
            audience: byline.as_ref().map_or(Audience::Unknown, |line| self.audience(line)),
            promoted: byline.as_ref().is_some_and(|line| self.is_promoted(line)),
            time: Some(urn.time()),
            text: words.text.clone(),
        };
        Some(Post { card: card.clone(), text, words, item })
    }

    fn urn(&self, card: &Element) -> Option<Urn> {
        let from = |element: &Element| Urn::from_attribute(&element.get_attribute(self.front_end.id_attribute)?);
        let itself = matches(card, self.front_end.id).then(|| from(card)).flatten();
        itself.or_else(|| all(card, self.front_end.id).iter().find_map(from))
    }

    fn author(&self, link: &Element) -> Option<Author> {
        let name = first(link, self.front_end.author_name)?.text_content()?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let sections =
            [("in", AuthorKind::Person), ("company", AuthorKind::Organisation), ("school", AuthorKind::Organisation)];
        let (slug, kind) = sections.into_iter().find_map(|(section, kind)| Some((slug_of(link, section)?, kind)))?;
        (!name.is_empty()).then_some(Author { name, slug: Some(slug), kind })
    }

    fn own(&self, card: &Element, author: &Author) -> Own {
        if author.kind == AuthorKind::Organisation {
            Own::No
        } else if let Some(own_slug) = &self.own_slug {
            if author.slug.as_ref() == Some(own_slug) { Own::Yes } else { Own::No }
        } else if first(card, self.front_end.own_proof).is_some() {
            Own::Yes
        } else {
            Own::Unknown
        }
    }

    fn audience(&self, byline: &Element) -> Audience {
        match first(byline, self.front_end.public_icon) {
            Some(_) => Audience::Public,
            None => Audience::Unknown,
        }
    }

    /// An advertisement has a word where others have the time, and no audience.
    fn is_promoted(&self, byline: &Element) -> bool {
        let says_time = || byline.text_content().is_some_and(|text| text.contains(char::is_numeric));
        first(byline, self.front_end.audience_icon).is_none() && !says_time()
    }
}

fn slug_of(link: &Element, section: &str) -> Option<String> {
    profile_slug(&link.get_attribute("href")?, section)
}
