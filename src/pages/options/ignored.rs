//! What is ignored or decided: codes, which can be counted and cleared, and not read.

use super::{Desk, Part, with_desk};
use crate::{
    archive::desk::State,
    pages::{
        archive::list_of,
        kept,
        sheet::{Sheet, Written},
    },
    wording::{Text, said_of, texts},
};
use wasm_bindgen_futures::spawn_local;

/// The lists, with what is said of each.
const LISTS: [(State, Text); 3] = [
    (State::Ignored, texts::IGNORED_COUNT),
    (State::Done, texts::OPTIONS_IGNORED_DONE),
    (State::Keep, texts::OPTIONS_IGNORED_STAYS),
];

pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let storage = &desk.storage;
    let counted = LISTS.iter().filter_map(|(state, text)| {
        let list = list_of(*state)?;
        let count = storage.entries(list).len();
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

/// Clears a list, of each account that this browser has seen, or all lists where none is named.
pub(super) fn clear(list: &str) {
    let lists = LISTS.iter().filter_map(|(state, _)| list_of(*state));
    let lists: Vec<&str> = lists.filter(|known| list.is_empty() || *known == list).collect();
    spawn_local(async move {
        let said = kept::clear(&lists).await.map_or(texts::STORAGE_REFUSED, |()| texts::OPTIONS_CLEARED);
        with_desk(|desk| desk.tell(Part::Ignored, said));
    });
}
