//! What the page's controls do.

use super::{Desk, Part, files, ignored, terms, with_desk};
use crate::{
    choices::Choices,
    pages::{
        frame::{is_on, value},
        kept,
    },
    rights::exchange::LONGEST,
    wording::{Language, Text, texts},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlInputElement};

/// The most things that are told to be wrong.
const MOST_TOLD: usize = 20;

impl Desk {
    pub(super) fn press(&mut self, deed: &str) {
        match deed.split_once(':').unwrap_or((deed, "")) {
            ("term-add", _) => self.add_term(),
            ("term-remove", text) => terms::remove(text),
            ("terms-export", _) => self.export_terms(),
            ("ignored", list) => ignored::clear(list),
            ("export", _) => self.export(),
            ("reset", "yes") => files::reset(),
            ("reset", asked) => {
                self.resets = asked == "ask";
                self.show();
            }
            _ => {}
        }
    }

    pub(super) fn choose(&mut self, control: &Element, deed: &str) {
        match deed.split_once(':').unwrap_or((deed, "")) {
            ("terms-import", _) => file_of(control).into_iter().for_each(terms::import),
            ("import", _) => file_of(control).into_iter().for_each(files::import),
            (what @ ("kind" | "severity" | "language-on"), name) => {
                super::finding::choose(what, name, is_on(control), &value(control));
            }
            _ => super::usual::choose(control, deed),
        }
    }
}

fn file_of(control: &Element) -> Option<File> {
    control.unchecked_ref::<HtmlInputElement>().files()?.get(0)
}

/// Changes a choice and keeps it. Where that fails, all stays as it was, and the page says so.
pub(super) fn change(part: Part, change: impl FnOnce(&mut Choices) + 'static) {
    spawn_local(async move {
        let kept = kept::choose(Box::new(change)).await;
        with_desk(|desk| match kept {
            Ok(()) => desk.notice = None,
            // A control shows what was pressed, not what is kept: all is drawn anew.
            Err(_) => desk.tell(part, texts::STORAGE_REFUSED),
        });
    });
}

/// The text of a file, or why there is none.
pub(super) async fn text_of(file: &File) -> Result<String, Text> {
    #[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
    if file.size() > LONGEST as f64 {
        return Err(texts::OPTIONS_IMPORT_TOO_LONG);
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| texts::IMPORT_UNREADABLE)?;
    text.as_string().ok_or(texts::IMPORT_UNREADABLE)
}

/// What is wrong, with a line before it, as far as it can be told one by one.
pub(super) fn told(head: Text, wrong: Vec<String>, language: Language) -> Vec<String> {
    let more = wrong.len().saturating_sub(MOST_TOLD);
    let mut lines = vec![head.in_language(language).to_owned()];
    lines.extend(wrong.into_iter().take(MOST_TOLD));
    lines.extend((more > 0).then(|| texts::IMPORT_WRONG_MORE.with(language, &more.to_string())));
    lines
}
