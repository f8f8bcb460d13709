//! What the member chose and decided before, and what is decided now, kept as codes.

use super::with_page;
use crate::{
    archive::desk::{Change, Marks, State},
    browser::{self, Keeping, Storage},
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
    /// Decisions that are still to be kept. One keeping reads the storage after the other has written, or it would undo it.
    waiting: Vec<Change>,
    is_keeping: bool,
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
            let list = list_of(state).map(|list| storage.list::<String>(&name_for(member.as_deref(), list)));
            list.unwrap_or_default().into_iter().collect::<BTreeSet<_>>()
        };
        let key: String = storage.value(Key::NAME).unwrap_or_default();
        Kept {
            settings: Choices::read(&storage).detection,
            is_passing: browser::is_private() || Key::read(&key).is_none(),
            is_refused,
            marks: Marks { key, done: codes(State::Done), keep: codes(State::Keep), ignored: codes(State::Ignored) },
            member,
            waiting: Vec::new(),
            is_keeping: false,
        }
    }

    /// Goes by what was read anew.
    pub(super) fn renew(&mut self, read: Kept) {
        *self = Kept { waiting: std::mem::take(&mut self.waiting), is_keeping: self.is_keeping, ..read };
    }

    /// Keeps what was decided, upon what is kept by now: a tab of LinkedIn's may have added to it.
    pub(super) fn change(&mut self, changes: Vec<Change>) {
        if self.is_passing {
            return;
        }
        self.waiting.extend(changes);
        if !std::mem::replace(&mut self.is_keeping, true) {
            spawn_local(keep_what_waits(self.member.clone()));
        }
    }
}

async fn keep_what_waits(member: Option<String>) {
    loop {
        let mut changes = Vec::new();
        with_page(|page| {
            changes = std::mem::take(&mut page.kept.waiting);
            page.kept.is_keeping = !changes.is_empty();
        });
        if changes.is_empty() {
            return;
        }
        let is_refused = keep(member.as_deref(), changes).await.is_err();
        with_page(|page| page.kept.is_refused = is_refused);
    }
}

async fn keep(member: Option<&str>, changes: Vec<Change>) -> Result<(), JsValue> {
    let storage = Storage::read().await?;
    let mut keeping = Keeping::default();
    for Change { list, add, remove } in changes {
        let Some(list) = list_of(list) else { continue };
        let name = name_for(member, list);
        let mut codes: BTreeSet<String> = storage.list::<String>(&name).into_iter().collect();
        codes.retain(|code| !remove.contains(code));
        codes.extend(add);
        keeping.put(&name, &codes);
    }
    keeping.done().await
}
