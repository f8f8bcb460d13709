//! What the member chose and ignored, as this tab goes by it.

use super::{IS_INVENTED, with_tab};
use crate::{
    browser::{self, Keeping, Storage, name_in},
    choices::{Act, Choices, Key, Scope, Store, Stored},
    clock,
    detect::Kind,
    item::Item,
    rights::{Memory, Noted, Remembered, SettingState},
    ui::Manner,
};
use wasm_bindgen_futures::spawn_local;

/// The choices, and what is kept for the member who is looking.
#[derive(Debug, Default)]
pub struct Kept {
    /// What the member chose.
    pub choices: Choices,
    /// Nothing of this window is remembered.
    pub is_private: bool,
    /// The storage refused something: it holds in this tab alone.
    pub is_refused: bool,
    storage: Storage,
    key: Option<Key>,
    /// The name, by the key, of the member who is looking.
    member: Option<String>,
    /// Names, by the key, of what this member ignores.
    ignored: Vec<String>,
    /// What is not kept, not yet, or never in a private window: done again when the storage is read.
    unkept: Vec<(Act, Option<String>)>,
}

/// The name of the member whom this browser saw last.
pub const LAST_MEMBER: &str = "member";

/// The name under which something of a member's is kept; nobody's where it is not known who is looking.
pub fn name_for(member: Option<&str>, what: &str) -> String {
    format!("{what}/{}", member.unwrap_or_default())
}

/// What a member ignores.
pub const IGNORED: &str = "ignored";

/// The name of the day from which `background.js` reminds of the setting, as text.
pub const REMIND_OF_SETTING: &str = "remind_of_setting";

impl Kept {
    /// Reads what is kept; a storage that refuses leaves everything as usual.
    pub async fn read() -> Kept {
        let is_private = IS_INVENTED || browser::is_private();
        let mut kept = Kept { is_private, ..Kept::default() };
        match Storage::read().await {
            Ok(storage) => kept.take(storage),
            Err(_) => kept.is_refused = true,
        }
        kept
    }

    /// Takes over what is kept now.
    pub fn take(&mut self, storage: Storage) {
        self.choices = Choices::read(&storage);
        self.key = storage.value::<String>(Key::NAME).and_then(|key| Key::read(&key));
        self.storage = storage;
        self.ignored = self.storage.entries(&self.name_of_ignored());
        for (act, ignored) in &self.unkept {
            self.choices = std::mem::take(&mut self.choices).after(act);
            self.ignored.extend(ignored.clone());
        }
    }

    /// Learns who is looking, by the slug of the profile; whether other findings are shown to that member.
    pub fn meet(&mut self, slug: &str) -> bool {
        let Some(member) = self.key.as_ref().map(|key| key.member(slug)) else { return false };
        if self.member.as_ref() == Some(&member) {
            return false;
        }
        let before = self.as_it_is();
        self.member = Some(member.clone());
        self.take(self.storage.clone());
        if self.storage.value::<String>(LAST_MEMBER).as_ref() != Some(&member) {
            self.keep(move |_, keeping| keeping.put(LAST_MEMBER, &member), |_| {});
        }
        self.finds_otherwise(&before)
    }

    /// How Deksel is to show itself.
    pub fn manner(&self) -> Manner {
        Manner::of(&self.choices, &browser::language())
    }

    /// The name of the member who is looking.
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }

    /// Whether other findings, or those of other items, are shown than by `before`.
    pub fn finds_otherwise(&self, before: &Kept) -> bool {
        let (now, then) = (&self.choices, &before.choices);
        let choices_differ =
            (&now.detection, now.whose, &now.companies) != (&then.detection, then.whose, &then.companies);
        choices_differ || self.ignored != before.ignored
    }

    /// A copy to compare with later.
    pub fn as_it_is(&self) -> Kept {
        Kept { choices: self.choices.clone(), ignored: self.ignored.clone(), ..Kept::default() }
    }

    /// Whether the member ignores this kind in these words of an item.
    pub fn ignores(&self, kind: Kind, quote: &str, item: &Item) -> bool {
        let Some(key) = self.key.as_ref().filter(|_| !self.ignored.is_empty()) else { return false };
        [Scope::Here, Scope::Everywhere]
            .into_iter()
            .any(|scope| self.ignored.contains(&key.ignored(scope, kind, quote, item)))
    }

    /// The name of a disclosure; `None` while this browser has no key.
    pub fn name_of(&self, scope: Scope, kind: Kind, quote: &str, item: &Item) -> Option<String> {
        self.key.as_ref().map(|key| key.ignored(scope, kind, quote, item))
    }

    /// Carries out an act of the member's: here at once, and for good where that is wanted and possible.
    pub fn carry_out(&mut self, act: Act, ignored: Option<String>) {
        self.choices = std::mem::take(&mut self.choices).after(&act);
        self.ignored.extend(ignored.clone());
        // Until it is kept, whatever else comes out of the storage comes without it.
        self.unkept.push((act.clone(), ignored.clone()));
        let list = self.name_of_ignored();
        let done = (act.clone(), ignored.clone());
        self.keep(
            move |storage, keeping| {
                Choices::change(storage, keeping, |choices| *choices = std::mem::take(choices).after(&act));
                if let Some(ignored) = ignored {
                    keeping.put(&name_in(&list, &ignored), &true);
                }
            },
            move |kept| {
                if let Some(place) = kept.unkept.iter().position(|unkept| *unkept == done) {
                    kept.unkept.remove(place);
                }
            },
        );
    }

    /// Notes what the setting shows today. A page of settings does not tell who is looking: it is taken to be who was last seen.
    pub fn note_setting(&mut self, state: SettingState) -> Noted {
        let Some(today) = clock::today().filter(|_| !self.is_private) else { return Noted::Nothing };
        let last = self.member.clone().or_else(|| self.storage.value(LAST_MEMBER)).unwrap_or_default();
        let noted = remembered(&self.storage).note(&last, state, today);
        let patience = self.choices.patience;
        self.keep(
            move |storage, keeping| {
                let mut memory = remembered(storage);
                memory.note(&last, state, today);
                keeping.put(Memory::NAME, &memory);
                keeping.put(REMIND_OF_SETTING, &memory.reminds_on(patience));
            },
            |_| {},
        );
        noted
    }

    fn name_of_ignored(&self) -> String {
        name_for(self.member(), IGNORED)
    }

    /// Keeps what was noticed or done, upon what is kept by now, unless this window is one of which nothing is remembered.
    fn keep(&self, put: impl FnOnce(&Storage, &mut Keeping) + 'static, once_kept: impl FnOnce(&mut Kept) + 'static) {
        if !self.is_private {
            spawn_local(keep(Box::new(put), Box::new(once_kept)));
        }
    }
}

type Put = dyn FnOnce(&Storage, &mut Keeping);

// Boxed, so that it is in the module once.
async fn keep(put: Box<Put>, once_kept: Box<dyn FnOnce(&mut Kept)>) {
    let kept = match Keeping::begin().await {
        Ok((storage, mut keeping)) => {
            put(&storage, &mut keeping);
            keeping.done().await
        }
        Err(why) => Err(why),
    };
    with_tab(|tab| match kept {
        Ok(()) => once_kept(&mut tab.kept),
        Err(_) => tab.kept.is_refused = true,
    });
}

/// What is remembered of the setting.
pub fn remembered(storage: &Storage) -> Memory {
    storage.list::<Remembered>(Memory::NAME).into_iter().collect()
}
