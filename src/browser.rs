//! The extension API of the browser: the only file that names it.

use serde::Serialize;
#[cfg(feature = "pages")]
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

mod api {
    use js_sys::{Object, Promise};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
        pub(super) fn ui_language() -> Result<String, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
        pub(super) fn store(values: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
        pub(super) fn tell_background(message: &Object) -> Result<Promise, JsValue>;
    }

    #[cfg(feature = "pages")]
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
        pub(super) fn stored(key: &str) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
        pub(super) fn tabs(query: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
        pub(super) fn ask_tab(tab: i32, message: &Object) -> Result<Promise, JsValue>;
    }
}

/// The language of the browser's own menus, as a BCP 47 tag.
pub fn language() -> String {
    api::ui_language().unwrap_or_default()
}

/// Keeps a value in this browser under a name. Where the storage refuses, the error says why.
pub async fn store<T: Serialize>(name: &str, value: &T) -> Result<(), JsValue> {
    let values = object(&[(name, &serde_wasm_bindgen::to_value(value)?)])?;
    wasm_bindgen_futures::JsFuture::from(api::store(&values)?).await.map(|_| ())
}

/// A value kept in this browser; `None` when there is none, or one of another shape.
#[cfg(feature = "pages")]
pub async fn stored<T: DeserializeOwned>(name: &str) -> Option<T> {
    let values = wasm_bindgen_futures::JsFuture::from(api::stored(name).ok()?).await.ok()?;
    serde_wasm_bindgen::from_value(js_sys::Reflect::get(&values, &name.into()).ok()?).ok()
}

/// Tells the background how many findings this tab has, for the badge.
pub fn tell_count(count: u32) {
    let told = object(&[("findings", &count.into())]).and_then(|message| api::tell_background(&message));
    if let Ok(promise) = told {
        // The background may be asleep or gone; the badge is a courtesy, so a refusal needs no answer.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// Asks Deksel in the tab in front what it sees there; `None` where Deksel does not run.
#[cfg(feature = "pages")]
pub async fn ask_active_tab<T: DeserializeOwned>() -> Option<T> {
    use js_sys::{Array, Reflect};
    use wasm_bindgen_futures::JsFuture;

    let query = object(&[("active", &true.into()), ("currentWindow", &true.into())]).ok()?;
    let tabs: Array = JsFuture::from(api::tabs(&query).ok()?).await.ok()?.dyn_into().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "tab ids are 32-bit integers")]
    let id = Reflect::get(&tabs.get(0), &"id".into()).ok()?.as_f64()? as i32;
    let question = object(&[("ask", &"report".into())]).ok()?;
    let answer = JsFuture::from(api::ask_tab(id, &question).ok()?).await.ok()?;
    serde_wasm_bindgen::from_value(answer).ok()
}

fn object(entries: &[(&str, &JsValue)]) -> Result<js_sys::Object, JsValue> {
    let object = js_sys::Object::new();
    for (name, value) in entries {
        js_sys::Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}
