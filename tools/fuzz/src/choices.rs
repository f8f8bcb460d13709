//! Settings and lists of terms that somebody brings back, and whatever stands in the storage or comes by an employer's policy.

use deksel::choices::{Choices, Policy, Store, Stored, exchange, term_list};
use deksel::wording::Language;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// A storage in memory.
struct Shelf(Value);

impl Stored for Shelf {
    fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    fn part(&self, name: &str) -> Option<Shelf> {
        self.0.get(name).filter(|part| part.is_object()).cloned().map(Shelf)
    }

    fn value<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_value(self.0.get(name)?.clone()).ok()
    }

    fn list<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        let entries = self.0.get(name).and_then(Value::as_array).into_iter().flatten();
        entries.filter_map(|entry| serde_json::from_value(entry.clone()).ok()).collect()
    }
}

impl Store for Shelf {
    fn put<T: Serialize>(&mut self, name: &str, value: &T) {
        if let (Value::Object(shelf), Ok(value)) = (&mut self.0, serde_json::to_value(value)) {
            shelf.insert(name.to_owned(), value);
        }
    }
}

pub(super) fn take(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        let kept = Shelf(value);
        Choices::read(&kept);
        if let Some(policy) = Policy::read(&kept) {
            assert!(policy.guidelines.is_none_or(|address| address.starts_with("https://")));
        }
    }
    if let Ok(imported) = exchange::read(&text) {
        let mut shelf = Shelf(Value::Object(Map::new()));
        imported.keep(&mut shelf);
        let again = exchange::read(&exchange::write(&shelf)).expect("what is written can be read");
        let mut copy = Shelf(Value::Object(Map::new()));
        again.keep(&mut copy);
        assert_eq!(Choices::read(&shelf), Choices::read(&copy), "settings are read as they are written");
    }
    match term_list::read(&text) {
        Ok(terms) => {
            let again = term_list::read(&term_list::write(&terms)).expect("what is written can be read");
            assert_eq!(again, terms, "terms are read as they are written");
        }
        Err(wrong) => wrong.iter().for_each(|wrong| drop(wrong.in_language(Language::of("en")))),
    }
}
