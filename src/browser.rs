//! The extension API of the browser: the only file that names it, and what keeps by it in `storage`.

mod storage;

pub use storage::{Keeping, Storage, name_in, on_storage_change};

#[cfg(feature = "popup")]
use js_sys::Array;
use js_sys::{Object, Reflect};
use serde::de::DeserializeOwned;
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
