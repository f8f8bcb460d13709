//! What the member chose and decided before, and what is decided now, kept as codes.

use super::{list, soon, with_page};
use crate::{
    archive::desk::{Change, Marks, State},
    browser::{self, Keeping, Storage, name_in},
    choices::{Choices, Key, Store, Stored},
    content::{IGNORED, LAST_MEMBER, name_for},
    detect::Settings,
};
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What is kept for a reading. An export does not tell the slug of its owner: it is taken to be who was last seen.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) settings: Settings,
    pub(super) marks: Marks,
    member: Option<String>,
    /// Decisions hold as long as the page is open: nothing of this window is remembered, or this browser has no key.
    pub(super) is_passing: bool,
    /// The storage refused something.
    pub(super) is_refused: bool,
}

/// The name of the list in which a state's codes are kept, of each member by [`name_for`].
pub(in crate::pages) const fn list_of(state: State) -> Option<&'static str> {
    match state {
        State::Open => None,
        State::Done => Some("done"),
        State::Keep => Some("stays"),
        State::Ignored => Some(IGNORED),
    }
}

impl Kept {
    /// Reads what is kept; a storage that refuses leaves everything as usual.
    pub(super) async fn read() -> Kept {
        let storage = Storage::read().await;
        let is_refused = storage.is_err();
        let storage = storage.unwrap_or_default();
        let member: Option<String> = storage.value(LAST_MEMBER);
        let codes = |state| {
            let list = list_of(state).map(|list| storage.entries(&name_for(member.as_deref(), list)));
            list.unwrap_or_default().into_iter().collect::<BTreeSet<_>>()
        };
        let key: String = storage.value(Key::NAME).unwrap_or_default();
        Kept {
            settings: Choices::read(&storage).detection,
            is_passing: browser::is_private() || Key::read(&key).is_none(),
            is_refused,
            marks: Marks { key, done: codes(State::Done), keep: codes(State::Keep), ignored: codes(State::Ignored) },
            member,
        }
    }

    /// Keeps what was decided.
    pub(super) fn change(&self, changes: Vec<Change>) {
        if self.is_passing {
            return;
        }
        let member = self.member.clone();
        spawn_local(async move {
            let is_refused = keep(member.as_deref(), changes).await.is_err();
            with_page(|page| {
                if std::mem::replace(&mut page.kept.is_refused, is_refused) != is_refused {
                    soon(list::draw);
                }
            });
        });
    }
}

async fn keep(member: Option<&str>, changes: Vec<Change>) -> Result<(), JsValue> {
    let (_, mut keeping) = Keeping::begin().await?;
    for Change { list, add, remove } in changes {
        let Some(list) = list_of(list).map(|list| name_for(member, list)) else { continue };
        add.iter().for_each(|code| keeping.put(&name_in(&list, code), &true));
        remove.iter().for_each(|code| keeping.forget(&name_in(&list, code)));
    }
    keeping.done().await
}
