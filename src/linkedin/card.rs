//! Reads one card: its author, words, audience and name, by the front end's selectors and, fact by fact, by shape where
//! those find nothing.

use super::{
    Urn,
    attached::{attached, attached_to_headline},
    chain::{all, every, first, matches},
    foreign,
    front_end::ItemFacts,
    place::profile_slug,
    shape, urn,
    words::Words,
};
use crate::item::{Audience, Author, AuthorKind, Item, ItemKind, Quoted};
use web_sys::Element;

/// How a card was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strategy {
    /// By the front end's selectors alone.
    Exact,
    /// Some of its facts by shape.
    Mixed,
    /// All by shape.
    Shape,
}

impl Strategy {
    /// The word for it in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Strategy::Exact => "exact",
            Strategy::Mixed => "mixed",
            Strategy::Shape => "shape",
        }
    }
}

/// An item on the page: what it says, and where it stands.
#[derive(Debug)]
pub struct Found {
    /// The whole card, with author, text and buttons.
    pub card: Element,
    /// The words, with their places on the page.
    pub words: Words,
    /// The item as plain data. Whose it is, is left to the page.
    pub item: Item,
    /// How it was read.
    pub strategy: Strategy,
    /// Comments stand behind this part of the card.
    pub(super) last_part: Element,
}

/// The parts of a card that can be told apart.
struct Parts {
    author: Element,
    byline: Option<Element>,
    text: Option<Element>,
    quoted: Option<QuotedParts>,
}

struct QuotedParts {
    author: Option<Author>,
    link: Option<Element>,
    text: Element,
}

impl Parts {
    /// The last of the parts in the card.
    fn last(&self) -> &Element {
        let quoted = self.quoted.as_ref().map(|quoted| &quoted.text);
        quoted.or(self.text.as_ref()).or(self.byline.as_ref()).unwrap_or(&self.author)
    }

    /// Whether an element stands at or behind the quoted post's author.
    fn is_quoted(&self, element: &Element) -> bool {
        let link = self.quoted.as_ref().and_then(|quoted| quoted.link.as_ref());
        link.is_some_and(|link| !foreign::precedes(element, link))
    }
}

/// Reads a post's card; `None` where there is no author, or an id that names something else than a post.
pub(super) fn read_post(card: &Element, facts: &ItemFacts, comment_facts: &ItemFacts) -> Option<Found> {
    let named = every(card, facts.id);
    let itself = matches(card, facts.id).then(|| card.clone());
    let carries_an_id = itself.is_some() || !named.is_empty();
    let attribute_of = |element: &Element| foreign::attribute(element, facts.id_attribute);
    let id = itself.iter().chain(&named).find_map(|element| Urn::from_attribute(&attribute_of(element)?));
    if carries_an_id && id.is_none() {
        return None;
    }
    let comments = every(card, comment_facts.card);
    let is_own = |element: &Element| !comments.iter().any(|comment| foreign::contains(comment, element));
    let parts = parts(card, facts, &is_own)?;
    let author = author(&parts.author, facts)?;
    let words = parts.text.as_ref().map(|text| Words::read(text, facts.not_text)).unwrap_or_default();
    let strategy = strategy(card, facts, &parts);
    let last_part = parts.last().clone();
    let item = Item {
        kind: ItemKind::Post,
        id: id.map(|id| id.to_string()),
        author,
        audience: audience(card, facts, &parts),
        promoted: is_promoted(facts, &parts),
        time: id.map(Urn::time),
        language: parts.text.as_ref().and_then(language),
        attached: attached(card, &words, &parts.author, &|element| is_own(element) && !parts.is_quoted(element)),
        quoted: parts.quoted.and_then(|quoted| read_quoted(card, facts, quoted)),
        text: words.text.clone(),
        ..Item::default()
    };
    Some(Found { card: card.clone(), words, item, strategy, last_part })
}

/// Reads a comment's card; `None` where there is no author or no words.
pub(super) fn read_comment(card: &Element, facts: &ItemFacts) -> Option<Found> {
    let itself = foreign::attribute(card, facts.id_attribute).or_else(|| foreign::attribute(card, "id"));
    let id = itself.as_deref().and_then(urn::comment_in);
    let replies = every(card, facts.card);
    let is_own = |element: &Element| {
        !replies.iter().any(|reply| foreign::contains(reply, element) && !same_comment(reply, card, facts))
    };
    let parts = parts(card, facts, &is_own)?;
    let text = parts.text.as_ref()?;
    let words = Words::read(text, facts.not_text);
    let item = Item {
        kind: ItemKind::Comment,
        id: id.map(str::to_owned),
        author: author(&parts.author, facts)?,
        time: id.and_then(urn::time_of_comment),
        language: language(text),
        text: words.text.clone(),
        ..Item::default()
    };
    let strategy = strategy(card, facts, &parts);
    Some(Found { card: card.clone(), words, item, strategy, last_part: parts.last().clone() })
}

/// LinkedIn sometimes marks one comment twice, one mark inside the other.
pub(super) fn same_comment(one: &Element, other: &Element, facts: &ItemFacts) -> bool {
    let name = |element: &Element| {
        foreign::attribute(element, facts.id_attribute).or_else(|| foreign::attribute(element, "id"))
    };
    name(one) == name(other)
}

fn strategy(card: &Element, facts: &ItemFacts, parts: &Parts) -> Strategy {
    let by_selector = [
        matches(card, facts.card),
        matches(&parts.author, facts.author),
        parts.text.as_ref().is_none_or(|text| matches(text, facts.text)),
    ];
    match by_selector {
        [true, true, true] => Strategy::Exact,
        [false, _, false] => Strategy::Shape,
        _ => Strategy::Mixed,
    }
}

fn parts(card: &Element, facts: &ItemFacts, is_own: &dyn Fn(&Element) -> bool) -> Option<Parts> {
    let in_quote = |element: &Element| facts.quoted.iter().any(|css| foreign::closest(element, css).is_some());
    let bylines = match all(card, facts.byline) {
        exact if exact.is_empty() => shape::bylines(card),
        exact => exact,
    };
    let mut bylines = bylines.into_iter().filter(is_own);
    let (byline, next_byline) = (bylines.next(), bylines.next());
    let mut texts = all(card, facts.text).into_iter().filter(is_own);
    let (mut text, mut quoted) = (texts.next(), texts.next().or_else(|| first(card, facts.quoted_text)));
    let is_quoted =
        |text: &Element| in_quote(text) || next_byline.as_ref().is_some_and(|next| foreign::precedes(next, text));
    if text.as_ref().is_some_and(is_quoted) {
        (text, quoted) = (None, text);
    }
    let author = author_link(card, facts, byline.as_ref().or(text.as_ref()).or(quoted.as_ref()), is_own)?;
    if text.is_none() && quoted.is_none() {
        text = shape::text(card, &author, byline.as_ref()).filter(|text| is_own(text) && !is_quoted(text));
    }
    let quoted = quoted.or_else(|| shape::text_after(card, next_byline.as_ref()?).filter(is_own));
    let quoted = quoted.map(|text| {
        let links = named_links(card, facts).filter(|link| foreign::precedes(link, &text) && *link != author);
        let link = links.last();
        QuotedParts { author: link.as_ref().and_then(|link| self::author(link, facts)), link, text }
    });
    Some(Parts { author, byline, text, quoted })
}

/// The author's link: the last that holds a name before the byline or the words; those before it liked or reposted.
fn author_link(
    card: &Element,
    facts: &ItemFacts,
    before: Option<&Element>,
    is_own: &dyn Fn(&Element) -> bool,
) -> Option<Element> {
    let mut links = named_links(card, facts).filter(is_own);
    match before {
        Some(before) => links.filter(|link| foreign::precedes(link, before)).last(),
        None => links.next(),
    }
}

fn named_links(card: &Element, facts: &ItemFacts) -> impl Iterator<Item = Element> {
    let links = match all(card, facts.author) {
        exact if exact.is_empty() => foreign::find_all(card, shape::PROFILE_LINK),
        exact => exact,
    };
    let chain = facts.author_name;
    links.into_iter().filter(move |link| name(link, chain).is_some())
}

fn author(link: &Element, facts: &ItemFacts) -> Option<Author> {
    let (slug, kind) = whose(link)?;
    Some(Author { name: name(link, facts.author_name)?, slug: Some(slug), kind })
}

/// The profile or page that a link leads to.
pub(super) fn whose(link: &Element) -> Option<(String, AuthorKind)> {
    let href = foreign::attribute(link, "href")?;
    let sections =
        [("in", AuthorKind::Person), ("company", AuthorKind::Organisation), ("school", AuthorKind::Organisation)];
    sections.into_iter().find_map(|(section, kind)| Some((profile_slug(&href, section)?, kind)))
}

fn name(link: &Element, chain: &[&'static str]) -> Option<String> {
    let exact = chain.iter().find_map(|css| foreign::find(link, css)).map(|name| Words::read(&name, &[]).text);
    exact.filter(|name| !name.is_empty()).or_else(|| shape::name_in(link))
}

fn audience(card: &Element, facts: &ItemFacts, parts: &Parts) -> Audience {
    let Some(byline) = &parts.byline else { return Audience::Unknown };
    let in_a_group =
        foreign::find_all(card, r#"a[href*="/groups/"]"#).iter().any(|link| foreign::precedes(link, byline));
    if in_a_group || first(byline, facts.limited_icon).is_some() {
        Audience::Limited
    } else if first(byline, facts.public_icon).is_some() {
        Audience::Public
    } else {
        Audience::Unknown
    }
}

/// An advertisement has a word where others have the time.
fn is_promoted(facts: &ItemFacts, parts: &Parts) -> bool {
    match &parts.byline {
        None => true,
        Some(byline) => {
            let shows_time = !shape::bylines(byline).is_empty() || shape::is_byline_itself(byline);
            !shows_time && first(byline, facts.public_icon).is_none()
        }
    }
}

fn read_quoted(card: &Element, facts: &ItemFacts, parts: QuotedParts) -> Option<Quoted> {
    let links = foreign::find_all(card, r#"a[href*="/feed/update/urn:li:"]"#);
    let id = links.iter().find_map(|link| urn::in_address(&foreign::attribute(link, "href")?));
    let text = Words::read(&parts.text, facts.not_text).text;
    Some(Quoted { id: id.map(|id| id.to_string()), author: parts.author?, text })
}

/// The language that the page gives a text, as a BCP 47 tag.
fn language(text: &Element) -> Option<String> {
    foreign::closest(text, "[lang]:not(html)").and_then(|around| foreign::attribute(&around, "lang"))
}

/// Reads an article on its own page; `None` where there is no author or no body.
pub(super) fn read_article(card: &Element, facts: &ItemFacts) -> Option<Found> {
    let author = named_links(card, facts).find_map(|link| author(&link, facts))?;
    let parts = every(card, facts.text);
    let words = Words::read_parts(card, &parts, facts.not_text);
    let item = Item {
        kind: ItemKind::Article,
        author,
        language: parts.first().and_then(language),
        text: words.text.clone(),
        ..Item::default()
    };
    let last_part = parts.last()?.clone();
    Some(Found { card: card.clone(), words, item, strategy: Strategy::Exact, last_part })
}

/// Reads a text on the profile of the member with this slug.
pub(super) fn read_profile_text(text: &Element, facts: &ItemFacts, slug: String) -> Option<Found> {
    let main = foreign::closest(text, "main")?;
    let name = Words::read(&first(&main, facts.author_name)?, facts.not_text).text;
    let words = Words::read(text, facts.not_text);
    let item = Item {
        kind: ItemKind::Profile,
        author: Author { name, slug: Some(slug), kind: AuthorKind::Person },
        language: language(text),
        attached: attached_to_headline(text),
        text: words.text.clone(),
        ..Item::default()
    };
    let last_part = text.clone();
    (!words.text.is_empty()).then(|| Found { card: text.clone(), words, item, strategy: Strategy::Exact, last_part })
}
