//! What this browser keeps of the member's choices and rights: the setting as remembered, and the dossier. Any page can be open twice,
//! and each writes: so what is written is always joined with what is kept, and the dossier is written again when another page wrote at
//! the same moment.

use crate::{
    browser::{self, Keeping, Storage, name_in},
    choices::{Choice, Choices, Store, Stored},
    clock,
    content::{LAST_MEMBER, REMIND_OF_SETTING, remembered},
    lifeline::Lifeline,
    rights::{Day, Log, Memory, Refused, Reminder, answers_remind_on, exchange, letter::Sender, reminders},
    wording::{Text, texts},
};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The name under which the dossier is kept, as the text that [`exchange::write`] makes.
const DOSSIER: &str = "dossier";

/// The name under which it is kept who writes, when the member wants that.
const SENDER: &str = "sender";

/// The name of the day from which `background.js` reminds of an answer, as text.
const REMIND_OF_ANSWER: &str = "remind_of_answer";

thread_local! {
    /// All that this page has seen in the dossier or put into it.
    static LOG: RefCell<Log> = RefCell::default();
}

/// What is kept, and what follows from it today.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rights {
    pub(super) memory: Memory,
    pub(super) log: Log,
    /// The account that was last seen, by the name that this browser gives it.
    pub(super) member: String,
    pub(super) patience: u16,
    /// An employer set it for good.
    pub(super) is_patience_locked: bool,
    /// Who writes the letters, when the member had it kept.
    pub(super) sender: Option<Sender>,
    pub(super) today: Option<Day>,
    /// The dossier that is kept cannot be read, or not all of it. It is then left as it is.
    pub(super) is_broken: bool,
    /// The dossier as it is kept.
    pub(super) text: String,
}

/// Why something could not be put into the dossier.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NotKept {
    /// The entry is not taken.
    Refused(Refused),
    /// The storage is full or refuses.
    Storage,
    /// What is kept cannot be read, and is not written over.
    Broken,
}

impl NotKept {
    /// As a sentence.
    pub(super) const fn in_words(&self) -> Text {
        match self {
            NotKept::Refused(_) => texts::DOSSIER_FULL,
            NotKept::Storage => texts::STORAGE_REFUSED,
            NotKept::Broken => texts::DOSSIER_BROKEN,
        }
    }
}

impl Rights {
    /// What a storage holds.
    pub(super) fn of(storage: &Storage) -> Rights {
        let memory = remembered(storage);
        let text = storage.value::<String>(DOSSIER).unwrap_or_default();
        let (mut log, is_broken) = match exchange::read(&text) {
            _ if text.is_empty() => (Log::default(), false),
            Ok(reading) => (reading.log, !reading.wrong.is_empty()),
            Err(_) => (Log::default(), true),
        };
        if !is_broken {
            LOG.with_borrow(|seen| log.merge(seen.clone()));
            for event in memory.events() {
                // What is there already, was taken out, or does not fit, is not put in.
                let _ = log.add(event);
            }
        }
        let choices = Choices::read(storage);
        Rights {
            member: storage.value(LAST_MEMBER).unwrap_or_default(),
            patience: choices.patience,
            is_patience_locked: choices.locked.contains(&Choice::Patience),
            sender: storage.value(SENDER),
            today: clock::today(),
            memory,
            log,
            is_broken,
            text,
        }
    }

    /// Reads what is kept. Where the storage refuses, the error says why.
    pub(super) async fn read() -> Result<Rights, JsValue> {
        Ok(Rights::of(&Storage::read().await?))
    }

    /// What is due, the most pressing first.
    pub(super) fn reminders(&self) -> Vec<Reminder> {
        let due = |today| reminders(&self.memory, &self.log, today, self.patience);
        self.today.map(due).unwrap_or_default()
    }

    /// Puts the dossier in its place as it is here.
    fn put_log(&self, keeping: &mut Keeping) -> Result<(), NotKept> {
        if self.is_broken {
            return Err(NotKept::Broken);
        }
        keeping.put(DOSSIER, &exchange::write(&self.log));
        keeping.put(REMIND_OF_ANSWER, &self.today.and_then(|today| answers_remind_on(&self.log, today)));
        Ok(())
    }

    /// Puts what is remembered of the setting in its place, and the day on which to remind of it.
    fn put_memory(&self, keeping: &mut Keeping) {
        keeping.put(Memory::NAME, &self.memory);
        keeping.put(REMIND_OF_SETTING, &self.memory.reminds_on(self.patience));
    }

    /// Keeps what is known here and not kept yet, because another page wrote at the same moment or the setting was seen otherwise.
    pub(super) async fn settle(&self) {
        let is_new = self.text.is_empty() && self.log == Log::default();
        if !self.is_broken && !is_new && exchange::write(&self.log) != self.text {
            // What cannot be kept now is tried again.
            let _ = keep(|rights, _, keeping| rights.put_log(keeping)).await;
        }
    }
}

/// Changes what is kept of the member's rights, upon what is kept by now. Where that fails, it stays as it was.
async fn keep(change: impl FnOnce(&mut Rights, &Storage, &mut Keeping) -> Result<(), NotKept>) -> Result<(), NotKept> {
    let (storage, mut keeping) = Keeping::begin().await.map_err(|_| NotKept::Storage)?;
    let mut rights = Rights::of(&storage);
    change(&mut rights, &storage, &mut keeping)?;
    keeping.done().await.map_err(|_| NotKept::Storage)?;
    if !rights.is_broken {
        LOG.set(rights.log);
    }
    Ok(())
}

/// What the member chooses. Boxed, so that keeping it is in a module once and not for every choice.
pub(super) type Choosing = Box<dyn FnOnce(&mut Choices)>;

/// Changes what the member chose.
pub(super) async fn choose(change: Choosing) -> Result<(), JsValue> {
    let (storage, mut keeping) = Keeping::begin().await?;
    Choices::change(&storage, &mut keeping, change);
    keeping.done().await
}

/// Forgets every entry of lists.
pub(super) async fn clear(lists: &[&str]) -> Result<(), JsValue> {
    let (storage, mut keeping) = Keeping::begin().await?;
    for list in lists {
        storage.entries(list).iter().for_each(|entry| keeping.forget(&name_in(list, entry)));
    }
    keeping.done().await
}

/// Keeps who writes the letters, or forgets it.
pub(super) async fn keep_sender(sender: Option<&Sender>) -> Result<(), JsValue> {
    let (_, mut keeping) = Keeping::begin().await?;
    match sender {
        Some(sender) => keeping.put(SENDER, sender),
        None => keeping.forget(SENDER),
    }
    keeping.done().await
}

/// Changes the dossier.
pub(super) async fn change(act: impl FnOnce(&mut Log) -> Result<(), Refused>) -> Result<(), NotKept> {
    keep(|rights, _, keeping| {
        act(&mut rights.log).map_err(NotKept::Refused)?;
        rights.put_log(keeping)
    })
    .await
}

/// The member says that an account's setting may stay on.
pub(super) async fn accept(member: &str) -> Result<(), NotKept> {
    keep(|rights, _, keeping| {
        if let Some(today) = rights.today {
            rights.memory.accept(member, today);
        }
        rights.put_memory(keeping);
        Ok(())
    })
    .await
}

/// The member says after how many days without a look at the setting there is to be a reminder; 0 for never.
pub(super) async fn remind_after(days: u16) -> Result<(), NotKept> {
    keep(|rights, storage, keeping| {
        Choices::change(storage, keeping, |choices| choices.patience = days);
        rights.patience = days;
        rights.put_memory(keeping);
        Ok(())
    })
    .await
}

/// Calls `changed` now and whenever something that is kept has changed, here or on another page; `None` where the storage refuses.
pub(super) fn follow(lifeline: &Lifeline, changed: impl Fn(Option<Rights>) + Clone + 'static) -> Result<(), JsValue> {
    let look = move || {
        let changed = changed.clone();
        spawn_local(async move {
            let rights = Rights::read().await.ok();
            if let Some(rights) = &rights {
                rights.settle().await;
            }
            changed(rights);
        });
    };
    look();
    browser::on_storage_change(lifeline, look)
}

/// Forgets the setting, the dossier, and who wrote the letters, for good.
pub(super) async fn delete_all() -> Result<(), NotKept> {
    keep(|rights, _, keeping| {
        rights.memory = Memory::default();
        rights.log.delete_all();
        // One that cannot be read is deleted too: the member said all.
        rights.is_broken = false;
        rights.put_memory(keeping);
        keeping.forget(SENDER);
        rights.put_log(keeping)
    })
    .await
}
