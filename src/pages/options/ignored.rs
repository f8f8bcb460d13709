//! What is ignored or decided: codes, which can be counted and cleared, and not read.

use super::{Desk, Part, with_desk};
use crate::{
    archive::desk::State,
    browser::{self, Storage},
    choices::Stored,
    pages::{
        archive::list_of,
        sheet::{Sheet, Written},
    },
    wording::{Text, said_of, texts},
};
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// The lists, with what is said of each.
const LISTS: [(State, Text); 3] = [
    (State::Ignored, texts::IGNORED_COUNT),
    (State::Done, texts::OPTIONS_IGNORED_DONE),
    (State::Keep, texts::OPTIONS_IGNORED_STAYS),
];

/// The names under which a list is kept: one for each account that this browser has seen.
fn names_of(storage: &Storage, list: &str) -> Vec<String> {
    let is_of_list = |name: &String| name.strip_prefix(list).is_some_and(|rest| rest.starts_with('/'));
    storage.names().into_iter().filter(is_of_list).collect()
}

pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let storage = &desk.storage;
    let counted = LISTS.iter().filter_map(|(state, text)| {
        let list = list_of(*state)?;
        let names = names_of(storage, list);
        let count: usize = names.iter().map(|name| storage.list::<String>(name).len()).sum();
        (count > 0).then_some((list, *text, count))
    });
    let counted: Vec<(&str, Text, usize)> = counted.collect();
    desk.part(sheet, Part::Ignored, texts::OPTIONS_IGNORED_TITLE, || {
        sheet.sentence(texts::OPTIONS_IGNORED_HOW)?;
        if counted.is_empty() {
            return sheet.sentence(texts::OPTIONS_IGNORED_NONE);
        }
        sheet.part("ul", "entries", || {
            counted.iter().try_for_each(|(list, text, count)| {
                sheet.part("li", "", || {
                    let said = text.with(sheet.language, &count.to_string());
                    sheet.words("strong", "", &said)?;
                    sheet.part("p", "ways", || {
                        let clear = said_of(sheet.say(texts::OPTIONS_IGNORED_CLEAR), &said, sheet.language);
                        sheet.named_button(&format!("ignored:{list}"), sheet.say(texts::OPTIONS_IGNORED_CLEAR), &clear)
                    })
                })
            })
        })?;
        if counted.len() < 2 {
            return Ok(());
        }
        sheet.part("p", "ways", || sheet.plain_button("ignored:", sheet.say(texts::OPTIONS_IGNORED_CLEAR_ALL)))
    })
}

/// Clears a list, or all of them where none is named.
pub(super) fn clear(storage: &Storage, list: &str) {
    let lists = LISTS.iter().filter_map(|(state, _)| list_of(*state));
    let lists = lists.filter(|known| list.is_empty() || *known == list);
    let names: Array = lists.flat_map(|list| names_of(storage, list)).map(JsValue::from).collect();
    spawn_local(async move {
        let said = browser::forget(names).await.map_or(texts::STORAGE_REFUSED, |()| texts::OPTIONS_CLEARED);
        with_desk(|desk| desk.tell(Part::Ignored, said));
    });
}
