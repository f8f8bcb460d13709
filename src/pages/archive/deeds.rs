//! What the page's controls do.

use super::{PAUSE, Page, dropped, filters, report, soon, with_page};
use crate::{
    archive::{
        desk::{Ask, Decision, PartOf, Query, State, When},
        report::Format,
    },
    choices::Scope,
    detect::Kind,
    lifeline::Lifeline,
    pages::{
        frame::{Frame, print},
        sheet::Written,
    },
};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element, HtmlInputElement, HtmlTextAreaElement};

/// Listens to all controls, and to files that are dropped.
pub(super) fn listen(frame: &Frame, lifeline: &Lifeline) -> Written {
    frame.on_press(lifeline, |deed| {
        let deed = deed.to_owned();
        with_page(|page| page.press(&deed));
    })?;
    frame.on_choice(lifeline, |control, deed| with_page(|page| page.choose(control, deed)))?;
    frame.on_typing(lifeline, |control, deed| with_page(|page| page.typed(control, deed)))?;
    // A browser opens files that are dropped, unless the page takes them.
    for event in ["dragover", "drop"] {
        lifeline.intercept(&frame.document, event, |event| take_files(event.unchecked_ref()))?;
    }
    Ok(())
}

fn take_files(event: &DragEvent) {
    let Some(dragged) = event.data_transfer().filter(|dragged| dragged.types().includes(&"Files".into(), 0)) else {
        return;
    };
    event.prevent_default();
    if event.type_() != "drop" {
        return;
    }
    let files = dropped::files_of(&dragged);
    spawn_local(async move {
        let files = files.await;
        with_page(|page| page.read(files));
    });
}

impl Page {
    fn press(&mut self, deed: &str) {
        let (what, which) = deed.split_once(':').unwrap_or((deed, ""));
        let number = which.parse().unwrap_or_default();
        let place = usize::try_from(number).unwrap_or_default();
        match what {
            "cancel" => self.cancel(),
            "done" => self.decide(number, State::Done),
            "stays" => self.decide(number, State::Keep),
            "ignore-here" => self.ignore(which, State::Ignored, Scope::Here),
            "ignore-everywhere" => self.ignore(which, State::Ignored, Scope::Everywhere),
            "show-again" => self.ignore(which, State::Open, Scope::Everywhere),
            "from" => {
                self.from = place;
                self.goes_to_list = true;
                self.ask_for_list();
            }
            "steps" => self.ask(Ask::Course { from: place }),
            "year" => self.go_to(Query { year: year(which), ..Query::default() }),
            "kind" => self.go_to(Query { kind: Kind::of_name(which), ..Query::default() }),
            "cell" => {
                let (of_year, of_kind) = which.split_once(':').unwrap_or_default();
                self.go_to(Query { year: year(of_year), kind: Kind::of_name(of_kind), ..Query::default() });
            }
            "record" => self.go_to(Query { part: PartOf::Record(number), ..Query::default() }),
            "name" => self.go_to(Query { part: PartOf::Name(place), ..Query::default() }),
            "identifier" => self.go_to(Query { part: PartOf::Identifier(place), ..Query::default() }),
            "all-again" => self.go_to(Query::default()),
            "report" => {
                if let Some(format) = Format::of_name(which) {
                    self.say(&report::order(format, self));
                }
            }
            "print" => print(),
            _ => {}
        }
    }

    fn choose(&mut self, control: &Element, deed: &str) {
        match deed {
            "files" | "folder" => {
                let field: &HtmlInputElement = control.unchecked_ref();
                let files = field.files().map(|files| dropped::in_field(&files)).unwrap_or_default();
                // The same file can be chosen again.
                field.set_value("");
                self.read(files);
            }
            "with-words" => self.with_words = control.unchecked_ref::<HtmlInputElement>().checked(),
            _ => {
                if let Some(query) = filters::chosen(&self.query, control, deed) {
                    self.seek(query);
                }
            }
        }
    }

    fn typed(&mut self, control: &Element, deed: &str) {
        match deed {
            "check" => {
                self.typed = (self.typed.0 + 1, control.unchecked_ref::<HtmlTextAreaElement>().value());
                self.typing = Some(Timeout::new(PAUSE, || with_page(|page| page.check())));
            }
            "words" => {
                let words = control.unchecked_ref::<HtmlInputElement>().value();
                self.typing = Some(Timeout::new(PAUSE, move || {
                    with_page(|page| page.seek(Query { words, ..page.query.clone() }));
                }));
            }
            _ => {}
        }
    }

    /// Leads to the list, with other texts in it.
    fn go_to(&mut self, query: Query) {
        self.goes_to_list = true;
        self.seek(query);
        soon(filters::draw);
    }

    /// Decides about a text, or takes the same decision back.
    fn decide(&mut self, record: u32, state: State) {
        let shown = self.list.shown.iter().find(|shown| shown.number == record);
        let is_so = shown.is_some_and(|shown| shown.state() == state);
        let state = if is_so { State::Open } else { state };
        self.ask(Ask::Decide(Decision { record, finding: None, state, scope: Scope::Here }));
    }

    fn ignore(&self, which: &str, state: State, scope: Scope) {
        let (record, finding) = which.split_once(':').unwrap_or_default();
        if let (Ok(record), Ok(finding)) = (record.parse(), finding.parse()) {
            self.ask(Ask::Decide(Decision { record, finding: Some(finding), state, scope }));
        }
    }
}

/// The year that a deed or an option names; none that is known where it names none.
pub(super) fn year(name: &str) -> When {
    match name {
        "" => When::Any,
        name => name.parse().map_or(When::Unknown, When::Year),
    }
}
