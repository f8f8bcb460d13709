//! What an employer set by a policy of the browser's: it is read and never answered.
//!
//! `background.js` keeps a copy of the policy beside the choices, so that no tab waits for the browser to look it up, and a new policy
//! reaches open tabs as a choice does. What the policy says holds until the member chooses, or for good where it is locked. An employer's
//! terms come on top of the member's own, which stay the member's.

use super::{Choice, Stored};
use crate::detect::Term;
use serde::de::DeserializeOwned;

/// The name of the copy.
const POLICY: &str = "policy";

/// The choices as they are kept, and the policy that lies under them or over them.
pub(super) struct Layers<'s, S> {
    own: &'s S,
    policy: Option<S>,
    pub(super) locked: Vec<Choice>,
}

impl<'s, S: Stored> Layers<'s, S> {
    pub(super) fn of(own: &'s S) -> Layers<'s, S> {
        let policy = own.part(POLICY);
        let locked = policy.as_ref().map(|policy| policy.list("locked")).unwrap_or_default();
        Layers { own, policy, locked }
    }

    /// What a choice is read from.
    fn source(&self, choice: Choice) -> &S {
        match &self.policy {
            Some(policy) if self.locked.contains(&choice) || !self.own.has(choice.name()) => policy,
            _ => self.own,
        }
    }

    pub(super) fn value<T: DeserializeOwned>(&self, choice: Choice) -> Option<T> {
        self.source(choice).value(choice.name())
    }

    pub(super) fn list<T: DeserializeOwned>(&self, choice: Choice) -> Vec<T> {
        self.source(choice).list(choice.name())
    }

    pub(super) fn employers_terms(&self) -> Vec<Term> {
        self.policy.as_ref().map(|policy| policy.list(Choice::Terms.name())).unwrap_or_default()
    }
}

/// What an employer has to say to the member, beside the choices.
#[cfg(feature = "pages")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The employer's own words, as plain text; may be empty.
    pub notice: String,
    /// The address of the employer's guidelines; only ever one that begins with `https://`.
    pub guidelines: Option<String>,
}

#[cfg(feature = "pages")]
impl Policy {
    /// The longest notice that is shown, in characters.
    const LONGEST: usize = 2000;

    /// The policy as it is kept; `None` where there is none that says anything.
    pub fn read(stored: &impl Stored) -> Option<Policy> {
        let policy = stored.part(POLICY)?;
        let said = Choice::ALL.iter().map(|choice| choice.name()).chain(["locked", "notice", "guidelines"]);
        { said }.any(|name| policy.has(name)).then(|| {
            let notice: String = policy.value("notice").unwrap_or_default();
            let guidelines: Option<String> = policy.value("guidelines");
            Policy {
                notice: notice.trim().chars().take(Policy::LONGEST).collect(),
                guidelines: guidelines.map(|address| address.trim().to_owned()).filter(|address| is_https(address)),
            }
        })
    }
}

/// Whether an address leads to a host by https, without a name or password before it that would make another host of it for the reader.
#[cfg(feature = "pages")]
fn is_https(address: &str) -> bool {
    let host = address.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| !host.is_empty() && !host.contains('@'))
        && address.chars().all(|letter| !letter.is_whitespace() && !letter.is_control() && letter != '\\')
}

#[cfg(test)]
mod tests {
    use crate::{
        choices::{Act, Choice, Choices, Drawing, Stored, Whose},
        detect::{Kind, LANGUAGES, Severity, Term},
    };
    use serde_json::{Value, json};

    fn texts(terms: &[Term]) -> Vec<&str> {
        terms.iter().map(|term| term.text.as_str()).collect()
    }

    #[test]
    fn what_a_policy_says_holds_until_the_member_chooses() {
        let policy = json!({
            "badge": false, "companies": ["Vonk"], "drawing": "quiet", "kinds_off": ["phone"], "language": "nl",
            "languages_off": ["fr"], "patience": 30, "severities": {"hiring": "high"}, "whose": "colleagues",
        });
        let read = Choices::read(&json!({ "policy": policy }));
        assert_eq!(read, Choices::read(&policy));
        assert_ne!(read, Choices::default());

        let chosen = Choices::read(&json!({
            "policy": policy, "badge": true, "drawing": "inline", "kinds_off": [], "whose": "own", "patience": null,
        }));
        assert_eq!((chosen.badge, chosen.drawing, chosen.whose), (true, Drawing::Inline, Whose::Own));
        assert_eq!((chosen.detection.kinds_off.as_slice(), chosen.patience), ([].as_slice(), 30));
        assert_eq!(chosen.detection.severities.get(&Kind::Hiring), Some(&Severity::High));
    }

    #[test]
    fn what_is_locked_is_not_the_members_to_change() {
        let kept = json!({
            "policy": {"kinds_off": ["union"], "whose": "everybody", "locked": ["kinds_off", "whose", "badge"]},
            "kinds_off": ["phone"], "whose": "own", "badge": false, "drawing": "quiet",
        });
        let read = Choices::read(&kept);
        assert_eq!(read.detection.kinds_off, [Kind::Union]);
        // What is locked and not set keeps its usual value.
        assert_eq!((read.whose, read.badge, read.drawing), (Whose::Everybody, true, Drawing::Quiet));
        assert_eq!(read.clone().after(&Act::SwitchOff(Kind::Email)), read);
    }

    #[test]
    fn an_employers_terms_come_on_top_and_are_never_kept_as_the_members() {
        let mut storage =
            json!({ "policy": {"terms": [{"text": "Vonk", "kind": "client"}]}, "terms": [{"text": "Merel"}] });
        let read = Choices::read(&storage);
        let added = read.clone().after(&Act::AddTerm("Kraanvogel".into()));
        added.keep(&read, &mut storage);
        assert_eq!(texts(Choices::read(&storage).detection.terms.own()), ["Merel", "Kraanvogel"]);
        assert_eq!(texts(Choices::read(&storage).detection.terms.employers()), ["Vonk"]);
        assert_eq!(storage["terms"].as_array().unwrap().len(), 2);
        assert_eq!(read.clone().after(&Act::RemoveTerm("Vonk".into())), read);

        storage["policy"] = json!({});
        assert_eq!(texts(Choices::read(&storage).detection.terms.own()), ["Merel", "Kraanvogel"]);
        assert!(Choices::read(&storage).detection.terms.employers().is_empty());
    }

    #[test]
    fn a_pause_and_the_members_own_terms_cannot_be_set_or_locked() {
        let policy = json!({"paused_until": 9.0, "terms": [{"text": "Vonk"}], "locked": ["paused_until", "terms"]});
        let read = Choices::read(&json!({ "policy": policy, "paused_until": 3.0, "terms": [{"text": "Merel"}] }));
        assert_eq!((read.paused_until, texts(read.detection.terms.own())), (Some(3.0), vec!["Merel"]));
    }

    #[test]
    fn what_cannot_be_read_of_a_policy_takes_nothing_else_with_it() {
        for broken in
            [json!(3), json!("text"), json!([]), json!(null), json!({"locked": "whose", "whose": 7, "terms": {}})]
        {
            let read = Choices::read(&json!({ "policy": broken, "badge": false }));
            assert_eq!(read, Choices { badge: false, ..Choices::default() }, "{broken}");
        }
        let locked = json!({"locked": ["volume", 3, "badge"], "terms": [{"no": "text"}, {"text": "Vonk"}]});
        let read = Choices::read(&json!({ "policy": locked }));
        assert_eq!((read.locked, texts(read.detection.terms.employers())), (vec![Choice::Badge], vec!["Vonk"]));
    }

    #[test]
    fn nothing_of_a_policy_reaches_what_is_no_choice() {
        let kept = json!({ "policy": {"key": "stolen", "dossier": "forged", "ignored/ada/code": true} });
        for name in ["key", "dossier", "ignored/ada/code"] {
            assert!(kept.value::<Value>(name).is_none());
        }
    }

    #[test]
    fn the_schema_names_what_is_read_and_nothing_else() {
        let schema: Value = serde_json::from_str(include_str!("../../extension/policy.json")).unwrap();
        let names_in = |schema: &Value| -> Vec<String> {
            let list = schema.as_array().unwrap().iter();
            list.map(|name| name.as_str().unwrap().to_owned()).collect()
        };
        let options = &schema["properties"];
        let lockable =
            Choice::ALL.iter().filter(|choice| ![Choice::Masks, Choice::PausedUntil, Choice::Terms].contains(choice));
        let lockable: Vec<String> = lockable.map(|choice| choice.name().to_owned()).collect();
        assert_eq!(names_in(&options["locked"]["items"]["enum"]), lockable);
        let mut named: Vec<String> = options.as_object().unwrap().keys().cloned().collect();
        named.retain(|name| !["guidelines", "locked", "notice", "terms"].contains(&name.as_str()));
        assert_eq!(named, lockable);

        let kinds: Vec<String> = Kind::ALL.iter().map(|kind| kind.name().to_owned()).collect();
        assert_eq!(names_in(&options["kinds_off"]["items"]["enum"]), kinds);
        assert_eq!(names_in(&options["terms"]["items"]["properties"]["kind"]["enum"]), kinds);
        let mut sorted = kinds;
        sorted.sort();
        let severities = options["severities"]["properties"].as_object().unwrap();
        assert!(severities.keys().eq(&sorted));
        assert_eq!(names_in(&options["languages_off"]["items"]["enum"]), LANGUAGES);
        for (choice, list) in [
            (Choice::Drawing, &options["drawing"]["enum"]),
            (Choice::Whose, &options["whose"]["enum"]),
            (Choice::Severities, &severities["phone"]["enum"]),
        ] {
            for name in names_in(list) {
                let value = if choice == Choice::Severities { json!({"phone": name}) } else { json!(name) };
                let usual = Choices { locked: vec![choice], ..Choices::default() };
                let set = Choices::read(&json!({"policy": {choice.name(): value, "locked": [choice]}}));
                assert_eq!(set == usual, name == "own", "{name}");
            }
        }
    }

    #[cfg(feature = "pages")]
    #[test]
    fn a_notice_is_text_and_a_link_is_https() {
        use super::Policy;
        let read = |policy: Value| Policy::read(&json!({ "policy": policy }));
        assert_eq!(read(json!({})), None);
        assert_eq!(read(json!({"a later version's": true})), None);
        assert_eq!(Policy::read(&json!({ "notice": "not an employer's" })), None);
        let said = read(json!({"notice": "  Ask Bo. ", "guidelines": "https://vonk.example/social"})).unwrap();
        assert_eq!(
            (said.notice.as_str(), said.guidelines.as_deref()),
            ("Ask Bo.", Some("https://vonk.example/social"))
        );
        assert!(read(json!({"badge": false})).unwrap().notice.is_empty());
        assert_eq!(read(json!({"notice": "x".repeat(3000)})).unwrap().notice.len(), 2000);
        for no_link in [
            "",
            "https://",
            "https:///path",
            "http://vonk.example",
            "javascript:alert(1)",
            "vonk.example",
            "HTTPS",
            "https://vonk.example@elsewhere.example/",
            "https://vonk.example /",
            "https://vonk.example\\@elsewhere.example",
        ] {
            assert_eq!(read(json!({ "guidelines": no_link })).unwrap().guidelines, None, "{no_link}");
        }
    }
}
