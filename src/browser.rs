//! The extension API of the browser: the only file that names it.

use crate::{
    choices::{Store, Stored},
    lifeline::Lifeline,
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

mod api {
    use js_sys::{Function, Object, Promise};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(thread_local_v2, js_name = chrome)]
        pub(super) static CHROME: JsValue;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
        pub(super) fn ui_language() -> Result<String, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
        pub(super) fn stored(names: &JsValue) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
        pub(super) fn store(values: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
        pub(super) fn on_stored(listener: &Function) -> Result<(), JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
        pub(super) fn tell_background(message: &Object) -> Result<Promise, JsValue>;
    }

    #[cfg(feature = "pages")]
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = remove)]
        pub(super) fn forget(names: &JsValue) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = create)]
        pub(super) fn create_window(window: &Object) -> Result<Promise, JsValue>;
    }

    #[cfg(feature = "popup")]
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
        pub(super) fn tabs(query: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
        pub(super) fn ask_tab(tab: i32, message: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
        pub(super) fn may(permissions: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
        pub(super) fn ask_leave(permissions: &Object) -> Result<Promise, JsValue>;
    }
}

/// The language of the browser's own menus, as a BCP 47 tag.
pub fn language() -> String {
    api::ui_language().unwrap_or_default()
}

/// Whether this is a window of which nothing is to be remembered.
pub fn is_private() -> bool {
    let extension = api::CHROME.with(|chrome| Reflect::get(chrome, &"extension".into())).unwrap_or_default();
    Reflect::get(&extension, &"inIncognitoContext".into()).is_ok_and(|answer| answer.is_truthy())
}

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

/// Tells the background how many findings this tab has, for the badge.
pub fn tell_count(count: u32) {
    tell("findings", &count.into());
}

/// Opens a page of the extension's own in the next tab, with what stands behind its `#`.
pub fn open_page(address: &str) {
    tell("open", &address.into());
}

fn tell(what: &str, value: &JsValue) {
    let told = object(&[(what, value)]).and_then(|message| api::tell_background(&message));
    if let Ok(promise) = told {
        // The background may be gone, with the extension: then there is nobody to answer.
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}

/// Asks the extension's own pages that are open; `None` where none has an answer.
pub async fn ask_pages<T: DeserializeOwned>(question: &str) -> Option<T> {
    let message = object(&[("ask", &question.into())]).ok()?;
    let answer = JsFuture::from(api::tell_background(&message).ok()?).await.ok()?;
    serde_wasm_bindgen::from_value(answer).ok()
}

/// The tab in front.
#[cfg(feature = "popup")]
#[derive(Clone, Copy, Debug)]
pub struct FrontTab {
    id: i32,
    /// It is in a window of which nothing is to be remembered.
    pub is_private: bool,
}

#[cfg(feature = "popup")]
impl FrontTab {
    /// The tab in front of this window, asked for at once.
    pub fn find() -> impl Future<Output = Option<FrontTab>> {
        let query = object(&[("active", &true.into()), ("currentWindow", &true.into())]);
        let asked = query.and_then(|query| api::tabs(&query));
        async {
            let tabs: Array = JsFuture::from(asked.ok()?).await.ok()?.dyn_into().ok()?;
            let tab = tabs.get(0);
            #[expect(clippy::cast_possible_truncation, reason = "tab ids are 32-bit integers")]
            let id = Reflect::get(&tab, &"id".into()).ok()?.as_f64()? as i32;
            let is_private = Reflect::get(&tab, &"incognito".into()).is_ok_and(|answer| answer.is_truthy());
            Some(FrontTab { id, is_private })
        }
    }

    /// Asks Deksel there something, with what else belongs to the question; `None` where Deksel does not run.
    pub async fn ask<T: DeserializeOwned>(self, question: &str, more: &[(&str, JsValue)]) -> Option<T> {
        let message = object(&[("ask", &question.into())]).ok()?;
        for (name, value) in more {
            Reflect::set(&message, &(*name).into(), value).ok()?;
        }
        let answer = JsFuture::from(api::ask_tab(self.id, &message).ok()?).await.ok()?;
        serde_wasm_bindgen::from_value(answer).ok()
    }
}

/// Opens a page of the extension's own in a small window, with what stands behind its `#`; sizes are in CSS pixels.
#[cfg(feature = "pages")]
pub fn open_window(address: &str, width: u32, height: u32) -> Result<(), JsValue> {
    let window = object(&[
        ("url", &address.into()),
        ("type", &"popup".into()),
        ("width", &width.into()),
        ("height", &height.into()),
    ])?;
    let opened = api::create_window(&window)?;
    // A browser without windows, such as one on a phone, opens none.
    spawn_local(async move {
        let _ = JsFuture::from(opened).await;
    });
    Ok(())
}

/// Whether the browser lets Deksel work on LinkedIn's pages, asked for at once; where it does not say, it does.
#[cfg(feature = "popup")]
pub fn may_read_linkedin() -> impl Future<Output = bool> {
    let asked = linkedin().and_then(|linkedin| api::may(&linkedin));
    async {
        let Ok(promise) = asked else { return true };
        JsFuture::from(promise).await.map_or(true, |answer| answer.is_truthy())
    }
}

/// Asks the member to let Deksel work on LinkedIn's pages. To be called in the turn of a click, which browsers insist on.
#[cfg(feature = "popup")]
pub fn ask_to_read_linkedin(answered: impl FnOnce() + 'static) {
    if let Ok(promise) = linkedin().and_then(|linkedin| api::ask_leave(&linkedin)) {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
            answered();
        });
    }
}

#[cfg(feature = "popup")]
fn linkedin() -> Result<Object, JsValue> {
    object(&[("origins", &Array::of1(&"https://www.linkedin.com/*".into()))])
}

fn object(entries: &[(&str, &JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}
