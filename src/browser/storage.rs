//! What the browser keeps for Deksel, and how it is changed.

use super::api;
use crate::{
    choices::{Store, Stored},
    lifeline::Lifeline,
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// All that is kept in this browser, as it was when it was read.
#[derive(Clone, Debug, Default)]
pub struct Storage(JsValue);

impl Storage {
    /// Reads all that is kept: asks at once, also when the answer is awaited later. Where the storage refuses, the error says why.
    pub fn read() -> impl Future<Output = Result<Storage, JsValue>> {
        let asked = api::stored(&JsValue::NULL);
        async { Ok(Storage(JsFuture::from(asked?).await?)) }
    }

    /// The entries of a list of which each is kept under a name of its own: see [`name_in`].
    pub fn entries(&self, list: &str) -> Vec<String> {
        let names = Reflect::own_keys(&self.0).unwrap_or_default().into_iter().filter_map(|name| name.as_string());
        names.filter_map(|name| name.strip_prefix(list)?.strip_prefix('/').map(String::from)).collect()
    }

    fn get(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
    }
}

impl Stored for Storage {
    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn part(&self, name: &str) -> Option<Storage> {
        self.get(name).filter(JsValue::is_object).map(Storage)
    }

    fn value<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_wasm_bindgen::from_value(self.get(name)?).ok()
    }

    fn list<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        let entries = self.get(name).and_then(|list| list.dyn_into::<Array>().ok()).unwrap_or_default();
        entries.iter().filter_map(|entry| serde_wasm_bindgen::from_value(entry).ok()).collect()
    }
}

/// The name under which an entry of a list is kept. Tabs that write at the same moment would undo each other's entries in one value.
pub fn name_in(list: &str, entry: &str) -> String {
    format!("{list}/{entry}")
}

thread_local! {
    /// Settled when the change that was begun last is over; none was begun before the first.
    static LAST_CHANGE: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// A change of what is kept. In this document there is one at a time, or the later would undo what the one before it wrote.
#[derive(Debug, Default)]
pub struct Keeping {
    values: Object,
    #[cfg(feature = "pages")]
    forgotten: Array,
    /// Lets the next change begin.
    over: Option<Function>,
}

impl Store for Keeping {
    fn put<T: Serialize>(&mut self, name: &str, value: &T) {
        // Plain data and an object of ours: neither can refuse.
        if let Ok(value) = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()) {
            let _ = Reflect::set(&self.values, &name.into(), &value);
        }
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        // To settle a promise cannot fail.
        let _ = self.over.as_ref().map(|over| over.call0(&JsValue::UNDEFINED));
    }
}

impl Keeping {
    /// Begins a change once the one before it is over, with all that is kept by then. Where the storage refuses, the error says why.
    pub async fn begin() -> Result<(Storage, Keeping), JsValue> {
        let mut keeping = Keeping::default();
        let change = Promise::new(&mut |settle, _| keeping.over = Some(settle));
        if let Some(before) = LAST_CHANGE.replace(Some(change)) {
            JsFuture::from(before).await?;
        }
        Ok((Storage::read().await?, keeping))
    }

    /// Forgets what is kept under a name.
    #[cfg(feature = "pages")]
    pub fn forget(&mut self, name: &str) {
        self.forgotten.push(&name.into());
    }

    /// Keeps all of it or nothing, and then forgets. Where the storage refuses, the error says why.
    pub async fn done(self) -> Result<(), JsValue> {
        JsFuture::from(api::store(&self.values)?).await?;
        #[cfg(feature = "pages")]
        JsFuture::from(api::forget(&self.forgotten)?).await?;
        Ok(())
    }
}

/// Calls `changed` whenever something that is kept has changed, in this tab or elsewhere, until the lifeline ends.
pub fn on_storage_change(lifeline: &Lifeline, changed: impl FnMut() + 'static) -> Result<(), JsValue> {
    let listener = Closure::<dyn FnMut()>::new(changed).into_js_value();
    api::on_stored(listener.unchecked_ref())?;
    let storage = api::CHROME.with(|chrome| Reflect::get(chrome, &"storage".into()))?;
    lifeline.at_end_with(&Reflect::get(&storage, &"onChanged".into())?, "removeListener", &listener)
}
