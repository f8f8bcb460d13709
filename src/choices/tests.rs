use super::*;
use crate::{
    detect::{Kind, Severity, Term},
    item::Item,
};
use serde_json::{Value, json};

/// A browser's storage.
impl Stored for Value {
    fn has(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !value.is_null())
    }

    fn part(&self, name: &str) -> Option<Value> {
        self.get(name).filter(|part| part.is_object()).cloned()
    }

    fn value<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_value(self.get(name)?.clone()).ok()
    }

    fn list<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        let entries = self.get(name).and_then(Value::as_array).into_iter().flatten();
        entries.filter_map(|entry| serde_json::from_value(entry.clone()).ok()).collect()
    }
}

impl Store for Value {
    fn put<T: Serialize>(&mut self, name: &str, value: &T) {
        self[name] = serde_json::to_value(value).unwrap();
    }
}

fn term(text: &str) -> Term {
    Term { text: text.into(), kind: Kind::Confidential, same_case: false, inflected: false }
}

/// Nothing in here is as usual.
fn unusual() -> Choices {
    Choices {
        detection: Settings {
            kinds_off: [Kind::Phone, Kind::Union].into(),
            severities: [(Kind::Hiring, Severity::High)].into_iter().collect(),
            languages_off: vec!["fr".into()],
            terms: vec![term("Project Merel")].into(),
        },
        whose: Whose::Colleagues,
        companies: vec!["Smederij Vonk".into()],
        drawing: Drawing::Quiet,
        masks: true,
        badge: false,
        paused_until: Some(1_767_225_600_000.0),
        patience: 30,
        language: Some("nl".into()),
        locked: Vec::new(),
    }
}

#[test]
fn what_is_kept_is_read_again() {
    let mut storage = json!({});
    unusual().keep(&Choices::default(), &mut storage);
    assert_eq!(Choices::read(&storage), unusual());
}

#[test]
fn nothing_kept_is_everything_as_usual() {
    let usual = Choices::read(&json!({}));
    assert_eq!(usual, Choices::default());
    assert_eq!((usual.whose, usual.drawing, usual.badge), (Whose::Own, Drawing::Undecided, true));
}

#[test]
fn a_value_that_cannot_be_read_keeps_its_usual_value_and_its_neighbours_theirs() {
    let mut whole = json!({});
    unusual().keep(&Choices::default(), &mut whole);
    let names: Vec<String> = whole.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names.len(), Choice::ALL.len());
    for name in names {
        for broken in [json!(17), json!("?"), json!([[]]), json!({"a": {}}), json!(null)] {
            // A moment and a number of days are numbers, after all.
            if ["paused_until", "patience"].contains(&name.as_str()) && broken.is_number() {
                continue;
            }
            let mut storage = whole.clone();
            storage[&name] = broken.clone();
            let mut mended = Choices::read(&storage);
            let mut missing = whole.clone();
            missing.as_object_mut().unwrap().remove(&name);
            assert_eq!(mended, Choices::read(&missing), "{name}: {broken}");

            // An act writes what it is about, and leaves what could not be read as it was.
            let before = mended.clone();
            mended = mended.after(&Act::SwitchOff(Kind::Child));
            mended.keep(&before, &mut storage);
            if name != "kinds_off" {
                assert_eq!(storage[&name], broken);
            }
        }
    }
}

#[test]
fn an_entry_that_cannot_be_read_takes_no_other_with_it() {
    let read = Choices::read(&json!({
        "kinds_off": ["phone", "a kind of a later version", 3, "union"],
        "terms": [{"text": "Merel"}, {"no": "text"}, "Merel", {"text": "Vonk", "kind": "client"}],
        "companies": ["Vonk", null],
    }));
    assert_eq!(read.detection.kinds_off, [Kind::Phone, Kind::Union]);
    let terms: Vec<&str> = read.detection.terms.own().iter().map(|term| term.text.as_str()).collect();
    assert_eq!(terms, ["Merel", "Vonk"]);
    assert_eq!(read.companies, ["Vonk"]);
}

#[test]
fn an_act_changes_one_thing() {
    let usual = Choices::default();
    let off = usual.clone().after(&Act::SwitchOff(Kind::Phone));
    assert_eq!(off.detection.kinds_off, [Kind::Phone]);
    let mut storage = json!({});
    off.keep(&usual, &mut storage);
    assert_eq!(storage, json!({"kinds_off": ["phone"]}));

    let added = usual.clone().after(&Act::AddTerm(" Project Merel ".into()));
    assert_eq!(added.detection.terms.own(), [term("Project Merel")]);
    assert_eq!(added.clone().after(&Act::AddTerm("Project Merel".into())), added);
    assert_eq!(added.after(&Act::RemoveTerm("Project Merel".into())), usual);
    assert_eq!(usual.clone().after(&Act::AddTerm("  ".into())), usual);
    assert_eq!(usual.clone().after(&Act::Ignore { item: 1, finding: 0, scope: Scope::Here }), usual);
}

#[test]
fn whose_posts_are_warned_about_is_the_member_s_choice() {
    let person = |name: &str| Author { name: name.into(), ..Author::default() };
    let firm = Author { name: "Smederij Vonk".into(), kind: AuthorKind::Organisation, ..Author::default() };
    let concern = |whose, own, author: &Author, byline: &str| {
        Choices { whose, ..unusual() }.concern(own, author, || byline.to_string())
    };
    let ada = person("Ada");
    for whose in [Whose::Own, Whose::Colleagues, Whose::Everybody] {
        assert!(concern(whose, Own::Yes, &ada, ""));
    }
    for own in [Own::No, Own::Unknown] {
        assert!(!concern(Whose::Own, own, &ada, "Welder at Smederij Vonk"));
        assert!(concern(Whose::Colleagues, own, &ada, "Welder at SMEDERIJ VONK | father"));
        assert!(!concern(Whose::Colleagues, own, &ada, "Welder at Smederij Vonken"));
        assert!(!concern(Whose::Colleagues, own, &ada, "Welder"));
        assert!(concern(Whose::Everybody, own, &ada, ""));
    }
    assert!(concern(Whose::Colleagues, Own::No, &firm, ""));
    let nameless = Choices { whose: Whose::Colleagues, companies: vec![" ".into()], ..Choices::default() };
    assert!(!nameless.concern(Own::No, &ada, || "Welder at Vonk".into()));
}

#[test]
fn a_pause_ends() {
    let paused = Choices { paused_until: Some(1000.0), ..Choices::default() };
    assert!(paused.is_paused(999.0));
    assert!(!paused.is_paused(1000.0));
    assert!(!paused.is_paused(-1e9), "a clock that was set back does not make a pause longer");
    assert!(!Choices::default().is_paused(0.0));
}

fn key(byte: u8) -> Key {
    use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
    Key::read(&BASE64_URL_SAFE_NO_PAD.encode([byte; 32])).unwrap()
}

#[test]
fn what_is_ignored_is_known_again_and_tells_nothing() {
    let post = |id: &str| Item { id: Some(id.into()), text: "Call Bo".into(), ..Item::default() };
    let (one, other) = (post("urn:li:activity:1"), post("urn:li:activity:2"));
    let here = |quote: &str, item: &Item| key(7).ignored(Scope::Here, Kind::Phone, quote, item);
    let everywhere = |kind, quote: &str, item: &Item| key(7).ignored(Scope::Everywhere, kind, quote, item);

    assert_eq!(here("06-12345678", &one), here("06 1234 5678", &one));
    assert_ne!(here("06-12345678", &one), here("06-12345678", &other));
    assert_eq!(everywhere(Kind::Client, "Café Vonk", &one), everywhere(Kind::Client, "CAFE 𝗩onk", &other));
    assert_ne!(everywhere(Kind::Client, "Vonk", &one), everywhere(Kind::Deal, "Vonk", &one));
    assert_ne!(everywhere(Kind::Phone, "06-12345678", &one), here("06-12345678", &one));
    assert_ne!(key(8).ignored(Scope::Here, Kind::Phone, "06-12345678", &one), here("06-12345678", &one));

    let nameless = |text: &str| Item { text: text.into(), ..Item::default() };
    assert_eq!(here("Bo", &nameless("Call Bo")), here("Bo", &nameless("Call Bo")));
    assert_ne!(here("Bo", &nameless("Call Bo")), here("Bo", &nameless("Mail Bo")));
}

#[test]
fn members_of_one_browser_have_names_of_their_own_and_not_their_slugs() {
    let (ada, bo) = (key(7).member("ada-example"), key(7).member("bo-example"));
    assert_ne!(ada, bo);
    assert_eq!(ada, key(7).member("ada-example"));
    assert!(!ada.contains("ada"));
}

#[test]
fn the_code_is_hmac_sha_256() {
    // Computed with Python's hmac module, over `member` and `ada` with their lengths of four bytes before them.
    assert_eq!(key(0).member("ada"), "_cJOx9Xa7ucp7cnbLF6RbJJcueIaJ1A_aSe1tkSQhdQ");
}

#[test]
fn only_a_whole_key_is_one() {
    for broken in ["", "AAAA", "no base64!", &"A".repeat(44)] {
        assert!(Key::read(broken).is_none(), "{broken}");
    }
}
