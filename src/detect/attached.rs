//! What hangs on an item: descriptions of pictures, titles of documents and links, people in a picture, a framed portrait.

use super::{Finding, Kind, Settings, Severity, scan_text};
use crate::item::{Attached, AuthorKind, Item};
use serde::Serialize;

/// How sure Deksel is that a picture under which people are tagged shows them.
const SHOWS_THEM: u8 = 35;

/// How sure Deksel is that a framed portrait says "Open to work": LinkedIn has one other frame, for those who hire.
const OPEN_TO_WORK: u8 = 60;

/// Where on an item something was found beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The description of a picture.
    Picture,
    /// The title of a document or a link.
    Title,
    /// The people tagged in a post with a picture.
    People,
    /// The frame around the author's portrait.
    Frame,
}

/// A finding beside the text of an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AttachedFinding {
    /// Where it was made.
    pub part: Part,
    /// The words of that part; none for a frame.
    pub words: String,
    /// What was found; its places are in those words.
    pub finding: Finding,
}

/// What hangs on an item and may disclose something; `findings` are those in the item's text.
pub fn scan_attached(item: &Item, settings: &Settings, findings: &[Finding]) -> Vec<AttachedFinding> {
    let Attached { pictures, titles, .. } = &item.attached;
    let pictures = pictures.iter().map(|words| (Part::Picture, words));
    let titles = titles.iter().map(|words| (Part::Title, words));
    let read = pictures.chain(titles).flat_map(|(part, words)| {
        let found = scan_text(words, settings).into_iter();
        found.map(move |finding| AttachedFinding { part, words: words.clone(), finding })
    });
    let is_told = |kind: Kind| findings.iter().any(|finding| finding.kind == kind);
    let hints = [people_in_a_picture(item, &is_told), open_to_work(item, &is_told)];
    read.chain(hints.into_iter().flatten().filter_map(|hint| allowed(hint, settings))).collect()
}

/// People tagged under a picture that the text says nothing of: a customer in a photo is a customer named.
fn people_in_a_picture(item: &Item, is_told: &dyn Fn(Kind) -> bool) -> Option<AttachedFinding> {
    let Attached { pictures, people, .. } = &item.attached;
    let names = people.iter().filter(|person| person.kind == AuthorKind::Person && person.slug != item.author.slug);
    let words = names.map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
    let is_hint = !pictures.is_empty() && !words.is_empty() && !is_told(Kind::ThirdParty) && !is_told(Kind::Client);
    is_hint.then(|| hint(Part::People, words, Kind::ThirdParty, SHOWS_THEM, "people-in-a-picture"))
}

/// A portrait in a frame, where nothing is said about hiring.
fn open_to_work(item: &Item, is_told: &dyn Fn(Kind) -> bool) -> Option<AttachedFinding> {
    let is_hint = item.attached.framed && !is_told(Kind::Hiring) && !is_told(Kind::JobSearch);
    is_hint.then(|| hint(Part::Frame, String::new(), Kind::JobSearch, OPEN_TO_WORK, "framed-portrait"))
}

fn hint(part: Part, words: String, kind: Kind, confidence: u8, rule: &'static str) -> AttachedFinding {
    let finding = Finding { kind, start: 0, end: words.len(), severity: Severity::Low, confidence, rule };
    AttachedFinding { part, words, finding }
}

/// A hint as the member's settings have it.
fn allowed(hint: AttachedFinding, settings: &Settings) -> Option<AttachedFinding> {
    let mut findings = vec![hint.finding];
    settings.apply(&mut findings);
    findings.pop().map(|finding| AttachedFinding { finding, ..hint })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Author;

    fn found(item: &Item, settings: &Settings) -> Vec<(Part, Kind, String)> {
        let findings = scan_text(&item.text, settings);
        let found = scan_attached(item, settings, &findings).into_iter();
        found.map(|AttachedFinding { part, words, finding }| (part, finding.kind, words)).collect()
    }

    fn with(attached: Attached, text: &str) -> Item {
        Item { attached, text: text.into(), ..Item::default() }
    }

    #[test]
    fn descriptions_and_titles_are_read_like_texts() {
        let attached = Attached {
            pictures: vec!["A card that reads bo@smederij.example".into(), String::new()],
            titles: vec!["Call 06-12345678".into()],
            ..Attached::default()
        };
        let found = found(&with(attached, ""), &Settings::default());
        let places: Vec<_> = found.iter().map(|(part, kind, _)| (*part, *kind)).collect();
        assert_eq!(places, [(Part::Picture, Kind::Email), (Part::Title, Kind::Phone)]);
    }

    #[test]
    fn somebody_tagged_under_a_picture_is_a_hint_that_can_be_switched_off() {
        let someone = Author { name: "Ilse Boerma".into(), slug: Some("ilse".into()), ..Author::default() };
        let attached = Attached { pictures: vec![String::new()], people: vec![someone.clone()], ..Attached::default() };
        let post = with(attached, "Mooie dag!");
        assert_eq!(found(&post, &Settings::default()), [(Part::People, Kind::ThirdParty, "Ilse Boerma".into())]);
        let off = Settings { kinds_off: [Kind::ThirdParty].into(), ..Settings::default() };
        assert_eq!(found(&post, &off), []);
        let without_picture = with(Attached { people: vec![someone], ..Attached::default() }, "Mooie dag!");
        assert_eq!(found(&without_picture, &Settings::default()), []);
    }

    #[test]
    fn a_framed_portrait_is_a_search_for_work_unless_the_words_say_hiring() {
        let framed = || Attached { framed: true, ..Attached::default() };
        let kinds = |text: &str| found(&with(framed(), text), &Settings::default());
        assert_eq!(kinds("Projectleider"), [(Part::Frame, Kind::JobSearch, String::new())]);
        assert_eq!(kinds("We're hiring two engineers"), []);
    }
}
