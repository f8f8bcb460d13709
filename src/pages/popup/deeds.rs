//! What the popup's controls do.

use super::{POPUP, Popup, refresh, with_popup};
use crate::{
    browser,
    choices::{Act, Choices, Drawing, Scope, Whose},
    content::ToldTyped,
    detect::Kind,
    lifeline::Lifeline,
    pages::{
        frame::Frame,
        kept::{self, Choosing},
        sheet::Written,
    },
    ui::dom::copy,
    wording::texts,
};
use serde::{Deserialize, de::IgnoredAny};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

/// An hour in milliseconds.
const HOUR: f64 = 3_600_000.0;

pub(super) fn listen(frame: &Frame, lifeline: &Lifeline) -> Written {
    frame.on_press(lifeline, |deed| {
        POPUP.with_borrow(|popup| popup.as_ref().map(|popup| popup.press(deed)));
    })?;
    frame.on_choice(lifeline, |input, deed| {
        POPUP.with_borrow(|popup| popup.as_ref().map(|popup| popup.choose(input.unchecked_ref(), deed)));
    })
}

impl Popup {
    fn press(&self, deed: &str) {
        match deed.split_once(':').unwrap_or((deed, "")) {
            ("drawing", "quiet") => self.change(|choices| choices.drawing = Drawing::Quiet),
            ("drawing", _) => self.change(|choices| choices.drawing = Drawing::Inline),
            ("hour", _) => self.change(|choices| choices.paused_until = Some(js_sys::Date::now() + HOUR)),
            ("here", _) => self.tell("pause", vec![("pauses", true.into())]),
            ("resume", _) => {
                self.tell("pause", vec![("pauses", false.into())]);
                self.change(|choices| choices.paused_until = None);
            }
            ("on", kind) => {
                let kind = kind.to_owned();
                self.change(move |choices| choices.detection.kinds_off.retain(|off| off.name() != kind));
            }
            ("ignored", _) => self.forget_ignored(),
            ("go", place) => {
                let (item, finding) = numbers(place);
                self.tell("go", vec![("item", item.into()), ("finding", finding.into())]);
            }
            ("ignore-here", place) => self.ignore(place, Scope::Here),
            ("ignore-everywhere", place) => self.ignore(place, Scope::Everywhere),
            ("off", kind) => {
                if let Some(kind) = kind.split(':').next().and_then(Kind::of_name) {
                    self.act(Act::SwitchOff(kind));
                }
            }
            ("typed", _) => self.check_typing(),
            ("copy", number) => self.copy(number),
            ("accept", _) => self.accept(),
            ("access", _) => browser::ask_to_read_linkedin(refresh),
            _ => {}
        }
    }

    fn choose(&self, input: &HtmlInputElement, deed: &str) {
        let is_on = input.checked();
        match deed {
            "quiet" => {
                self.change(move |choices| choices.drawing = if is_on { Drawing::Quiet } else { Drawing::Inline })
            }
            "masks" => self.change(move |choices| choices.masks = is_on),
            "badge" => self.change(move |choices| choices.badge = is_on),
            "whose:own" => self.change(|choices| choices.whose = Whose::Own),
            "whose:colleagues" => self.change(|choices| choices.whose = Whose::Colleagues),
            "whose:everybody" => self.change(|choices| choices.whose = Whose::Everybody),
            "companies" => {
                let names = input.value();
                self.change(move |choices| {
                    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
                    choices.companies = names.map(String::from).collect();
                });
            }
            _ => {}
        }
    }

    /// Keeps a choice. Open tabs follow it; where it cannot be kept, all stays as it was, and the popup says so.
    fn change(&self, change: impl FnOnce(&mut Choices) + 'static) {
        spawn_local(choose(Box::new(change)));
    }

    fn forget_ignored(&self) {
        let Some((list, _)) = self.known.as_ref().map(|known| known.ignored.clone()) else { return };
        spawn_local(async move { done(kept::clear(&[&list]).await) });
    }

    /// The member says that the setting may stay on.
    fn accept(&self) {
        let Some(member) = self.known.as_ref().map(|known| known.member.clone()) else { return };
        spawn_local(async move { done(kept::accept(&member).await) });
    }

    fn check_typing(&self) {
        let Some(tab) = self.tab else { return };
        spawn_local(async move {
            let answer: Option<Typed> = tab.ask("typed", &[]).await;
            with_popup(|popup| popup.typed = Some(answer.and_then(|answer| answer.page)));
            refresh();
        });
    }

    /// Copies a value of the letter. The values are there to be selected by hand where that fails.
    fn copy(&self, number: &str) {
        let (Ok(number), Some(letter)) = (number.parse::<usize>(), &self.letter) else { return };
        let Some((_, value)) = letter.values(self.frame.language).into_iter().nth(number) else { return };
        let copied = copy(&value);
        spawn_local(async move {
            let said = if copied.await { texts::COPIED } else { texts::NOT_COPIED };
            with_popup(|popup| popup.copied = Some(said));
            refresh();
        });
    }

    fn ignore(&self, place: &str, scope: Scope) {
        let (item, finding) = numbers(place);
        self.act(Act::Ignore { item, finding, scope });
    }

    fn act(&self, act: Act) {
        if let Ok(act) = serde_wasm_bindgen::to_value(&act) {
            self.tell("act", vec![("act", act)]);
        }
    }

    fn tell(&self, what: &'static str, more: Vec<(&'static str, JsValue)>) {
        let Some(tab) = self.tab else { return };
        spawn_local(async move {
            let _ = tab.ask::<IgnoredAny>(what, &more).await;
            with_popup(Popup::look_again);
            refresh();
        });
    }
}

async fn choose(change: Choosing) {
    done(kept::choose(change).await);
}

/// What a tab answers about what is being typed there.
#[derive(Deserialize)]
struct Typed {
    page: Option<Vec<ToldTyped>>,
}

/// An item's fingerprint and a finding's place in it, as a deed has them.
fn numbers(place: &str) -> (u32, usize) {
    let (item, finding) = place.split_once(':').unwrap_or_default();
    (item.parse().unwrap_or_default(), finding.parse().unwrap_or_default())
}

fn done<Fault>(kept: Result<(), Fault>) {
    with_popup(|popup| {
        popup.refused = kept.is_err();
        // An input shows what was pressed, not what is kept: all is drawn anew.
        popup.known = if kept.is_err() { None } else { popup.known.take() };
        popup.look_again();
    });
    refresh();
}
