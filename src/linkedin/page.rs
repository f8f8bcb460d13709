//! A page: which front end made it, who is looking, and the items on it.

use super::{
    FRONT_ENDS, FrontEnd, Place,
    card::{Found, Strategy, read_article, read_comment, read_post, read_profile_text, same_comment, whose},
    chain::{closest, every, first, matches},
    foreign,
    front_end::{Chain, ItemFacts},
    shape,
    words::Words,
};
use crate::item::{AuthorKind, Item, Own};
use serde::{Deserialize, Serialize};
use web_sys::Element;

/// What Deksel knows of the page in this tab.
#[derive(Debug, Default)]
pub struct Page {
    front_end: Option<&'static FrontEnd>,
    /// The slug of the member at this browser, kept in memory only.
    own_slug: Option<String>,
    /// The slug of the member whose profile this page is.
    profile: Option<String>,
}

/// How much of a page Deksel recognises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Recognition {
    /// A front end it knows, read by its selectors.
    Yes,
    /// Some of it by shape alone.
    Partly,
    /// Nothing.
    #[default]
    No,
}

impl Page {
    /// Learns what the page tells about itself and the member; pages add both late.
    pub fn learn(&mut self, root: &Element, place: &Place) {
        if self.front_end.is_none() {
            self.front_end = FRONT_ENDS.iter().find(|front_end| first(root, front_end.page.sign).is_some());
        }
        self.profile = match place {
            Place::Profile { slug, .. } => Some(slug.clone()),
            _ => None,
        };
        if self.own_slug.is_none() {
            let rail = FRONT_ENDS.iter().find_map(|front_end| first(root, front_end.page.own_profile));
            self.own_slug = match place {
                Place::Profile { slug, own: true } => Some(slug.clone()),
                _ => rail
                    .and_then(|link| whose(&link))
                    .filter(|(_, kind)| *kind == AuthorKind::Person)
                    .map(|(slug, _)| slug),
            };
        }
    }

    /// Everything below `part` that may be a post's card, in document order: cheap to ask, and to be read one by one.
    pub fn candidates(&self, part: &Element) -> Vec<Element> {
        let mut known: Vec<&str> =
            self.front_ends().iter().flat_map(|front_end| front_end.post.card).copied().collect();
        known.extend(self.front_ends().iter().flat_map(|front_end| front_end.article.card));
        known.extend(self.front_ends().iter().flat_map(|front_end| front_end.profile.card));
        known.push(shape::CARD);
        let candidates = foreign::find_all(part, &known.join(","));
        if candidates.is_empty() { shape::cards_around_bylines(part) } else { candidates }
    }

    /// The outermost candidate around an element, or the element itself where it is one.
    pub fn candidate_around(&self, element: &Element) -> Option<Element> {
        let mut front_ends = self.front_ends().iter();
        let known = front_ends.find_map(|front_end| {
            let article = closest(element, front_end.article.card);
            article.or_else(|| outermost(element, front_end.post.card))
        });
        known
            .or_else(|| outermost(element, &[shape::CARD]))
            .or_else(|| self.front_ends().iter().find_map(|front_end| closest(element, front_end.profile.card)))
    }

    /// Reads a candidate: the post and its comments; nothing where it is no post, or part of another.
    pub fn read(&mut self, candidate: &Element) -> Vec<Found> {
        let is_whole = self.candidate_around(candidate).is_none_or(|around| around == *candidate);
        let is_private = FRONT_ENDS.iter().any(|front_end| closest(candidate, front_end.page.private).is_some());
        if !is_whole || is_private {
            return Vec::new();
        }
        let front_ends = self.front_ends();
        for front_end in front_ends {
            if matches(candidate, front_end.article.card) {
                return self.article(candidate, front_end);
            }
            if matches(candidate, front_end.profile.card) {
                return self.profile_text(candidate, front_end).into_iter().collect();
            }
        }
        let known = front_ends.iter().find(|front_end| matches(candidate, front_end.post.card));
        let by_shape = || front_ends.first().filter(|_| shape::is_post(candidate));
        let Some(front_end) = known.or_else(by_shape) else { return self.lone_comments(candidate) };
        let Some(post) = read_post(candidate, &front_end.post, &front_end.comment) else {
            return self.lone_comments(candidate);
        };
        self.learn_from(&post, &front_end.post);
        let comments = comments(candidate, front_end, &post);
        for comment in &comments {
            self.learn_from(comment, &front_end.comment);
        }
        std::iter::once(post).chain(comments).collect()
    }

    /// Comments that LinkedIn names, under something that cannot be read.
    fn lone_comments(&self, card: &Element) -> Vec<Found> {
        self.front_ends().iter().flat_map(|front_end| named_comments(card, &front_end.comment)).collect()
    }

    fn article(&self, card: &Element, front_end: &FrontEnd) -> Vec<Found> {
        let Some(article) = read_article(card, &front_end.article) else { return Vec::new() };
        let comments = comments(card, front_end, &article);
        std::iter::once(article).chain(comments).collect()
    }

    /// A text on somebody's profile; its author is whose profile this is.
    fn profile_text(&self, card: &Element, front_end: &FrontEnd) -> Option<Found> {
        let slug = self.profile.clone()?;
        read_profile_text(card, &front_end.profile, slug)
    }

    fn front_ends(&self) -> &'static [FrontEnd] {
        self.front_end.map_or(FRONT_ENDS.as_slice(), std::slice::from_ref)
    }

    /// The slug of the member who is looking, once the page has told.
    pub fn member(&self) -> Option<&str> {
        self.own_slug.as_deref()
    }

    /// Whether the member at this browser published the item; never `Yes` without proof.
    pub fn own(&self, item: &Item) -> Own {
        match (&self.own_slug, &item.author.slug) {
            _ if item.author.kind == AuthorKind::Organisation => Own::No,
            (Some(own), Some(author)) if own == author => Own::Yes,
            (Some(_), Some(_)) => Own::No,
            _ => Own::Unknown,
        }
    }

    /// How much of the page is recognised, given how its items were read.
    pub fn recognition(&self, strategies: impl Iterator<Item = Strategy>) -> Recognition {
        match (self.front_end, strategies.max()) {
            (_, Some(Strategy::Mixed | Strategy::Shape)) => Recognition::Partly,
            (None, None) => Recognition::No,
            _ => Recognition::Yes,
        }
    }

    /// Statistics that LinkedIn offers to the author only, and its word "You", prove who is looking.
    fn learn_from(&mut self, found: &Found, facts: &ItemFacts) {
        let outside_words = |proof: Element| (!found.words.contains(&proof)).then_some(proof);
        let has_statistics = || first(&found.card, facts.own_proof).and_then(outside_words).is_some();
        let is_you =
            || first(&found.card, facts.degree).and_then(outside_words).is_some_and(|degree| says_you(&degree));
        let author = &found.item.author;
        if self.own_slug.is_none() && author.kind == AuthorKind::Person && (has_statistics() || is_you()) {
            self.own_slug = author.slug.clone();
        }
    }
}

/// "You", in the languages in which LinkedIn has been seen to say so.
fn says_you(degree: &Element) -> bool {
    let said = Words::read(degree, &[]).text;
    YOU.contains(&said.trim_matches(|letter: char| letter == '•' || letter.is_whitespace()))
}

const YOU: [&str; 2] = ["You", "Tu"];

/// The outermost element around this one that the chain selects, or the element itself; `None` outside all.
fn outermost(element: &Element, chain: Chain) -> Option<Element> {
    let mut card = closest(element, chain)?;
    while let Some(around) = foreign::parent(&card).and_then(|parent| closest(&parent, chain)) {
        card = around;
    }
    Some(card)
}

/// The comments below an item, named or known by their shape; they are for whoever can read the item.
fn comments(card: &Element, front_end: &FrontEnd, item: &Found) -> Vec<Found> {
    let mut comments = named_comments(card, &front_end.comment);
    if comments.is_empty() {
        let by_shape = shape::comments(card, &item.last_part);
        comments = by_shape.iter().filter_map(|card| read_comment(card, &front_end.comment)).collect();
    }
    for comment in &mut comments {
        comment.item.audience = item.item.audience;
    }
    comments
}

fn named_comments(card: &Element, facts: &ItemFacts) -> Vec<Found> {
    let mut cards: Vec<Element> = Vec::new();
    for comment in every(card, facts.card) {
        let is_twice =
            cards.iter().any(|known| foreign::contains(known, &comment) && same_comment(known, &comment, facts));
        if !is_twice {
            cards.push(comment);
        }
    }
    cards.iter().filter_map(|card| read_comment(card, facts)).collect()
}
