//! All settings as JSON: a file that the member takes away and brings back.
//!
//! The file holds what was chosen, under the names of [`Choice`]; what an employer set is not the member's to take along. A file with
//! anything wrong in it is told entry by entry, and changes nothing.

use super::{Choice, Drawing, Store, Stored, Whose};
use crate::{
    detect::{Kind, LANGUAGES, Severity, Term},
    rights::exchange::{self, Refusal, cited},
    wording,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// What the file says that it is.
const SETTINGS: &str = "settings";
/// The version of the form; one that is higher cannot be read.
const VERSION: u64 = 1;

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no file of settings at all.
    Refused(Refusal),
    /// These entries are wrong.
    Wrong(Vec<Wrong>),
}

/// An entry that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the setting.
    pub setting: String,
    /// Which of its entries, from 1, where it has several.
    pub entry: Option<usize>,
    /// What stands there, as much of it as a message can show.
    pub said: String,
}

/// The settings of a file that is right in all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported(Map<String, Value>);

/// The choices that a file holds. A pause is none: it is over before a file is brought back.
fn held() -> impl Iterator<Item = Choice> {
    Choice::ALL.iter().copied().filter(|choice| *choice != Choice::PausedUntil)
}

/// What the member chose, as JSON that people can read too.
pub fn write(stored: &impl Stored) -> String {
    let chosen = held().filter_map(|choice| Some((choice.name().to_owned(), stored.value::<Value>(choice.name())?)));
    let chosen: Map<String, Value> = chosen.filter(|(_, value)| !value.is_null()).collect();
    let form = json!({ "deksel": SETTINGS, "version": VERSION, "settings": chosen });
    // Texts, numbers and lists of them can always be written.
    serde_json::to_string_pretty(&form).unwrap_or_default()
}

/// Reads a file as [`write`] makes it.
///
/// # Errors
///
/// When it is no such file, or anything in it is wrong.
pub fn read(text: &str) -> Result<Imported, NotTaken> {
    let file = exchange::open(text, SETTINGS, VERSION).map_err(NotTaken::Refused)?;
    let Some(settings) = file.get("settings").and_then(Value::as_object) else {
        return Err(NotTaken::Refused(Refusal::Foreign));
    };
    let wrong: Vec<Wrong> = settings.iter().flat_map(|(name, value)| wrong_in(name, value)).collect();
    if wrong.is_empty() { Ok(Imported(settings.clone())) } else { Err(NotTaken::Wrong(wrong)) }
}

impl Imported {
    /// Puts the file's settings in the place of those that are kept; what the file does not name is no longer chosen.
    pub fn keep(&self, store: &mut impl Store) {
        for choice in held() {
            store.put(choice.name(), &self.0.get(choice.name()));
        }
    }
}

/// What is wrong with a setting.
fn wrong_in(name: &str, value: &Value) -> Vec<Wrong> {
    let wrong = |entry, said: &Value| Wrong { setting: cited(name), entry, said: cited(&said.to_string()) };
    let one = |is_right: bool| if is_right { Vec::new() } else { vec![wrong(None, value)] };
    let each = |is_right: &dyn Fn(&Value) -> bool| match value.as_array() {
        None => vec![wrong(None, value)],
        Some(entries) => {
            let entries = entries.iter().enumerate().filter(|(_, entry)| !is_right(entry));
            entries.map(|(place, entry)| wrong(Some(place + 1), entry)).collect()
        }
    };
    match held().find(|choice| choice.name() == name) {
        Some(Choice::Badge | Choice::Masks) => one(is::<bool>(value)),
        Some(Choice::Companies) => each(&is::<String>),
        Some(Choice::Drawing) => one(is::<Drawing>(value)),
        Some(Choice::KindsOff) => each(&is::<Kind>),
        Some(Choice::Language) => one(is_among(wording::LANGUAGES, value)),
        Some(Choice::LanguagesOff) => each(&|entry| is_among(&LANGUAGES, entry)),
        Some(Choice::Patience) => one(is::<u16>(value)),
        Some(Choice::Severities) => match value.as_object() {
            None => vec![wrong(None, value)],
            Some(severities) => {
                let severities = severities.iter().enumerate();
                let is_right = |kind: &str, severity: &Value| is::<Kind>(&kind.into()) && is::<Severity>(severity);
                let wrongs = severities.filter(|(_, (kind, severity))| !is_right(kind, severity));
                wrongs.map(|(place, (kind, severity))| wrong(Some(place + 1), &json!({ kind: severity }))).collect()
            }
        },
        Some(Choice::Terms) => each(&is::<Term>),
        Some(Choice::Whose) => one(is::<Whose>(value)),
        Some(Choice::PausedUntil) | None => vec![wrong(None, value)],
    }
}

fn is<T: DeserializeOwned>(value: &Value) -> bool {
    serde_json::from_value::<T>(value.clone()).is_ok()
}

fn is_among(known: &[&str], value: &Value) -> bool {
    value.as_str().is_some_and(|said| known.contains(&said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choices::Choices;

    fn file(settings: Value) -> String {
        json!({ "deksel": "settings", "version": 1, "settings": settings }).to_string()
    }

    #[test]
    fn what_is_taken_away_comes_back_and_nothing_else_does() {
        let kept = json!({
            "badge": true, "kinds_off": ["phone"], "language": "nl", "languages_off": ["fr"], "patience": 30,
            "severities": {"hiring": "high"}, "terms": [{"text": "Merel"}], "whose": "everybody",
            "paused_until": 17.0, "key": "secret", "dossier": "{}", "ignored/ada/code": true,
            "policy": {"terms": [{"text": "Vonk"}], "drawing": "quiet", "locked": ["drawing"]},
        });
        let text = write(&kept);
        for stranger in ["paused_until", "secret", "dossier", "code", "policy", "Vonk", "quiet"] {
            assert!(!text.contains(stranger), "{stranger}");
        }
        let mut storage = json!({ "badge": false, "companies": ["Vonk"], "key": "another", "paused_until": 3.0 });
        read(&text).unwrap().keep(&mut storage);
        let mut expected = Choices::read(&kept);
        expected.paused_until = Some(3.0);
        expected.detection.terms = expected.detection.terms.own().to_vec().into();
        expected.drawing = Drawing::Undecided;
        expected.locked = Vec::new();
        assert_eq!(Choices::read(&storage), expected);
        assert_eq!(storage["key"], "another");
        assert_eq!(storage["companies"], Value::Null);
    }

    #[test]
    fn a_file_of_something_else_is_refused() {
        use Refusal::{Foreign, Newer, NotJson, TooLong};
        let refusal = |text: &str| read(text).unwrap_err();
        assert_eq!(refusal("{\n  nonsense"), NotTaken::Refused(NotJson { line: 2, column: 3 }));
        for foreign in ["[]", "{}", r#"{"deksel": "dossier", "version": 1}"#, r#"{"deksel": "settings", "version": 1}"#]
        {
            assert_eq!(refusal(foreign), NotTaken::Refused(Foreign), "{foreign}");
        }
        let newer = r#"{"deksel": "settings", "version": 2, "settings": {}}"#;
        assert_eq!(refusal(newer), NotTaken::Refused(Newer { version: 2 }));
        let (bytes, most) = (exchange::LONGEST + 1, exchange::LONGEST);
        assert_eq!(refusal(&" ".repeat(bytes)), NotTaken::Refused(TooLong { bytes, most }));
    }

    #[test]
    fn every_wrong_entry_is_told_and_none_comes_in() {
        let wrong = |setting: &str, entry, said: &str| Wrong { setting: setting.into(), entry, said: said.into() };
        let settings = json!({
            "badge": "yes", "companies": ["Vonk", 3], "drawing": "loud", "kinds_off": ["phone", "gossip"],
            "language": "xx", "languages_off": ["nl", "xx"], "patience": -1, "paused_until": 4,
            "severities": {"hiring": "high", "phone": "enormous"}, "terms": [{"text": "Merel"}, {"no": "text"}],
            "volume": 11, "whose": "mine",
        });
        assert_eq!(
            read(&file(settings)).unwrap_err(),
            NotTaken::Wrong(vec![
                wrong("badge", None, "\"yes\""),
                wrong("companies", Some(2), "3"),
                wrong("drawing", None, "\"loud\""),
                wrong("kinds_off", Some(2), "\"gossip\""),
                wrong("language", None, "\"xx\""),
                wrong("languages_off", Some(2), "\"xx\""),
                wrong("patience", None, "-1"),
                wrong("paused_until", None, "4"),
                wrong("severities", Some(2), r#"{"phone":"enormous"}"#),
                wrong("terms", Some(2), r#"{"no":"text"}"#),
                wrong("volume", None, "11"),
                wrong("whose", None, "\"mine\""),
            ])
        );
        for shapeless in ["companies", "kinds_off", "languages_off", "severities", "terms"] {
            let settings = json!({ shapeless: 3 });
            assert_eq!(read(&file(settings)).unwrap_err(), NotTaken::Wrong(vec![wrong(shapeless, None, "3")]));
        }
    }
}
