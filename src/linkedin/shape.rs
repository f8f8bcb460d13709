//! Reads a post by its shape alone, for the day that LinkedIn renames everything: roles, links to profiles, the line that
//! ends in a bullet before the audience's icon, and the words after it. No class, id or data attribute, and no word of any
//! language.

use super::{foreign, words::Words};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

/// What a card is in every front end seen so far.
pub(super) const CARD: &str = r#"[role="listitem"], [role="article"], article,
    [role="region"]:not(:has([role="listitem"], [role="article"], [role="region"]))"#;

/// What stands beside the page or above it: messages, suggestions, dialogs.
const BESIDE: &str = r#"aside, [role="complementary"], dialog, [role="dialog"]"#;

/// Links to whoever can be an author.
pub(super) const PROFILE_LINK: &str = r#"a[href*="/in/"], a[href*="/company/"], a[href*="/school/"]"#;

/// What never belongs to the author's words, and so ends the climb towards their element.
const NOT_WORDS: &str = r#"button:not([aria-hidden="true"]), [role="button"], img, video, figure, iframe, time, li-icon,
    a > p, a > div, a p, h1, h2, a > figure, article, [role="article"], svg[role], [contenteditable]"#;

/// Where an author's link holds the name, best first.
const NAME: [&str; 4] = ["p", "h3 > span:first-child", r#"[aria-hidden="true"]:not(svg, figure)"#, "[dir]"];

/// The author's byline and that of one quoted post.
const MOST_BYLINES: usize = 2;

/// Where text nodes are none of the author's words; behind what is hidden from screen readers stands a copy for them.
const NO_WORDS: &str = r#"button, svg, script, style, template, [role="button"], [aria-hidden="true"] + span"#;

/// The most text nodes looked at in one card.
const MOST_TEXTS: u32 = 2_000;

/// Comments behind a post: somebody's name, words, and a button behind them, in a holder that the post is not part of.
pub(super) fn comments(card: &Element, post: &Element) -> Vec<Element> {
    let mut comments: Vec<Element> = Vec::new();
    for link in foreign::find_all(card, PROFILE_LINK) {
        if !foreign::precedes(post, &link) || name_in(&link).is_none() {
            continue;
        }
        let holder = nearest_around(&link, |holder| foreign::find(holder, "button").is_some());
        if let Some(holder) = holder.filter(|holder| !foreign::contains(holder, post) && !comments.contains(holder)) {
            comments.push(holder);
        }
    }
    comments
}

/// Cards without a role: what holds a byline, the name before it and the buttons of a menu and of actions behind it.
pub(super) fn cards_around_bylines(part: &Element) -> Vec<Element> {
    let mut cards: Vec<Element> = Vec::new();
    for byline in bylines(part) {
        let is_author = |link: &Element| foreign::precedes(link, &byline) && name_in(link).is_some();
        let has_author = |holder: &Element| foreign::find_all(holder, PROFILE_LINK).iter().any(is_author);
        let is_card = |holder: &Element| foreign::find_all(holder, "button").len() > 2 && has_author(holder);
        let is_one_post = |card: &Element| bylines(card).len() <= MOST_BYLINES;
        if let Some(card) = nearest_around(&byline, is_card).filter(|card| is_one_post(card) && !cards.contains(card)) {
            cards.push(card);
        }
    }
    cards
}

fn nearest_around(element: &Element, is_it: impl Fn(&Element) -> bool) -> Option<Element> {
    let mut around = foreign::parent(element)?;
    while !is_it(&around) {
        around = foreign::parent(&around)?;
    }
    Some(around)
}

/// Whether a card looks like a post: somebody's name as a link, a button, and a byline or one beside it in the same list.
pub(super) fn is_post(card: &Element) -> bool {
    let names_somebody = || foreign::find_all(card, PROFILE_LINK).iter().any(|link| name_in(link).is_some());
    let list = if foreign::matches(card, r#"[role="listitem"]"#) { r#"[role="list"]"# } else { "main" };
    let has_byline =
        || !bylines(card).is_empty() || foreign::closest(card, list).is_some_and(|list| !bylines(&list).is_empty());
    foreign::closest(card, BESIDE).is_none()
        && foreign::find(card, "button").is_some()
        && names_somebody()
        && has_byline()
}

/// The lines with time and audience, in document order: the card's own first, then those of quoted posts.
pub(super) fn bylines(root: &Element) -> Vec<Element> {
    texts(root).into_iter().filter(|text| is_byline(&text.data())).filter_map(|text| foreign::parent(&text)).collect()
}

/// Whether the element's own text begins as a byline does.
pub(super) fn is_byline_itself(element: &Element) -> bool {
    Words::read(element, &[]).text.lines().next().is_some_and(is_byline)
}

/// The name inside an author's link; `None` for a link inside a sentence ("Ada likes this") and for a picture.
pub(super) fn name_in(link: &Element) -> Option<String> {
    let name = NAME.iter().find_map(|css| foreign::find(link, css))?;
    let words = Words::read(&name, &[]).text;
    let first_line = words.lines().next()?.trim();
    first_line.contains(char::is_alphabetic).then(|| first_line.to_owned())
}

/// The element with the author's own words: after the byline or the head of the card, or else the last before a button.
pub(super) fn text(card: &Element, author: &Element, byline: Option<&Element>) -> Option<Element> {
    match byline.cloned().or_else(|| head_around(card, author)) {
        Some(head) => text_after(card, &head),
        None => text_before_a_button(card, author),
    }
}

/// In a card without a head of its own, such as a comment's, time and headline stand before the words, buttons behind them.
fn text_before_a_button(card: &Element, author: &Element) -> Option<Element> {
    let buttons = foreign::find_all(card, r#"button:not([aria-hidden="true"])"#);
    let button = buttons.into_iter().find(|button| foreign::precedes(author, button))?;
    let between = |text: &Text| foreign::precedes(author, text) && foreign::precedes(text, &button);
    let text = texts(card).into_iter().filter(between).last()?;
    words_around(card, author, &text)
}

/// The element with the first words after `head`.
pub(super) fn text_after(card: &Element, head: &Element) -> Option<Element> {
    let next = foreign::find_all(card, PROFILE_LINK).into_iter();
    let next = next.filter(|link| foreign::precedes(head, link)).find(|link| name_in(link).is_some());
    // Behind the next author's name stand the words of a quoted post or a comment.
    let is_own =
        |text: &Text| foreign::precedes(head, text) && next.as_ref().is_none_or(|next| foreign::precedes(text, next));
    let own = texts(card).into_iter().filter(is_own);
    own.filter_map(|text| words_around(card, head, &text)).find(|words| foreign::closest(words, "a").is_none())
}

/// The largest element around a text that holds nothing but words.
fn words_around(card: &Element, head: &Element, text: &Text) -> Option<Element> {
    let mut words = foreign::parent(text)?;
    while let Some(around) = foreign::parent(&words) {
        let leaves_the_words =
            around == *card || foreign::contains(&around, head) || foreign::find(&around, NOT_WORDS).is_some();
        if leaves_the_words {
            break;
        }
        words = around;
    }
    Some(words)
}

/// The smallest element around the author's link that holds a line beside it.
fn head_around(card: &Element, author: &Element) -> Option<Element> {
    let mut head = foreign::parent(author)?;
    while head != *card {
        if texts(&head).iter().any(|text| !foreign::contains(author, text)) {
            return Some(head);
        }
        head = foreign::parent(&head)?;
    }
    None
}

/// A time, then a bullet behind which the audience's icon stands: "17h •", "3 Std. • Bearbeitet •", "٣ س •".
fn is_byline(text: &str) -> bool {
    let text = text.trim();
    text.ends_with('•') && !text.starts_with('•')
}

/// The text nodes that show words, outside buttons, pictures and links with a layout of their own.
fn texts(root: &Element) -> Vec<Text> {
    let mut texts = Vec::new();
    let Some(walker) = foreign::walker(root) else { return texts };
    for _ in 0..MOST_TEXTS {
        let Ok(Some(node)) = walker.next_node() else { break };
        if let Some(text) = node.dyn_ref::<Text>()
            && shows_words(text)
        {
            texts.push(text.clone());
        }
    }
    texts
}

fn shows_words(text: &Text) -> bool {
    let is_control = |element: Element| foreign::closest(&element, NO_WORDS).is_some();
    let is_box = |element: Element| {
        foreign::closest(&element, "a").is_some_and(|link| foreign::find(&link, "p, div, figure, h2, h3").is_some())
    };
    !text.data().trim().is_empty()
        && foreign::parent(AsRef::<Node>::as_ref(text))
            .is_some_and(|around| !is_control(around.clone()) && !is_box(around))
}
