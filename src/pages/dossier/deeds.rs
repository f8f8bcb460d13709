//! What the dossier's controls do.

use super::{Desk, with_desk};
use crate::{
    clock,
    pages::{
        frame::{new_name, value},
        kept::{self, NotKept},
    },
    rights::{Event, EventKind, Log, Refused},
    wording::{Text, texts},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};

impl Desk {
    pub(super) fn press(&mut self, deed: &str) {
        match deed.split_once(':').unwrap_or((deed, "")) {
            ("add", _) => match self.adding.entry() {
                Some(event) => {
                    self.adding = super::adding::Adding::default();
                    change(texts::ENTRY_ADDED, move |log| log.add(event));
                }
                None => self.tell(texts::SENT_NO_DATE),
            },
            ("reply", id) => answer(EventKind::Reply, id),
            ("extension", id) => answer(EventKind::Extension, id),
            ("follow_up", id) => answer(EventKind::FollowUp, id),
            ("remove", id) => {
                let id = id.to_owned();
                change(texts::ENTRY_REMOVED, move |log| {
                    log.remove(&id);
                    Ok(())
                });
            }
            ("accept", member) => {
                let member = member.to_owned();
                spawn_local(async move { tell(kept::accept(&member).await, texts::ACT_DONE) });
            }
            ("export", _) => self.export(),
            ("calendar", _) => self.export_days(),
            ("delete", "yes") => {
                self.deletes = false;
                spawn_local(async { tell(kept::delete_all().await, texts::DELETED) });
            }
            ("delete", asked) => {
                self.deletes = asked == "ask";
                self.show();
            }
            _ => {}
        }
    }

    pub(super) fn choose(&mut self, control: &Element, deed: &str) {
        match deed {
            "import" => {
                let input: &HtmlInputElement = control.unchecked_ref();
                if let Some(file) = input.files().and_then(|files| files.get(0)) {
                    super::travelling::import(file);
                }
            }
            "patience" => {
                let Ok(days) = value(control).parse() else { return };
                spawn_local(async move { tell(kept::remind_after(days).await, texts::ACT_DONE) });
            }
            _ => {}
        }
    }
}

/// Notes today what became of a request.
fn answer(kind: EventKind, id: &str) {
    let Some(today) = clock::today() else { return };
    let mut event = Event::new(new_name(), kind, today);
    event.about = id.to_owned();
    change(texts::ENTRY_ADDED, move |log| log.add(event));
}

fn change(done: Text, act: impl FnOnce(&mut Log) -> Result<(), Refused> + 'static) {
    spawn_local(async move { tell(kept::change(act).await, done) });
}

/// Says what came of something.
fn tell(outcome: Result<(), NotKept>, done: Text) {
    let said = match outcome {
        Ok(()) => done,
        Err(why) => why.in_words(),
    };
    with_desk(|desk| desk.tell(said));
}
