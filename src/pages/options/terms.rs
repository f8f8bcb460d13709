//! The member's own words: one by one, or as a file.

use super::{Desk, Part, deeds, with_desk};
use crate::{
    choices::{Choices, term_list},
    detect::{Kind, Term},
    pages::{
        frame::{is_on, save, value},
        kept,
        sheet::{Sheet, Written},
    },
    wording::{of_kind, texts},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};

/// The most words that are listed on the page.
const MOST_LISTED: usize = 200;

/// A term that is being typed.
#[derive(Clone, Debug)]
pub(super) struct Draft(Term);

impl Default for Draft {
    fn default() -> Draft {
        Draft(Term { text: String::new(), kind: Kind::Confidential, same_case: false, inflected: false })
    }
}

impl Draft {
    /// Takes over what a field holds.
    pub(super) fn take(&mut self, control: &Element, deed: &str) {
        let Draft(term) = self;
        match deed {
            "term" => term.text = value(control),
            "term-kind" => {
                let name = value(control);
                term.kind = Kind::of_name(&name).unwrap_or(term.kind);
            }
            "term-same-case" => term.same_case = is_on(control),
            "term-inflected" => term.inflected = is_on(control),
            _ => {}
        }
    }
}

pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    desk.part(sheet, Part::Terms, texts::OPTIONS_TERMS_TITLE, || {
        sheet.sentence(texts::OPTIONS_TERMS_HOW)?;
        let terms = &desk.choices.detection.terms;
        if terms.own().is_empty() {
            sheet.sentence(texts::OPTIONS_TERMS_NONE)?;
        } else {
            let count = texts::OPTIONS_TERMS_COUNT.with(sheet.language, &terms.own().len().to_string());
            sheet.fold("own-terms", &count, || listed(sheet, terms.own(), true))?;
        }
        if !terms.employers().is_empty() {
            let count = texts::OPTIONS_TERMS_EMPLOYERS.with(sheet.language, &terms.employers().len().to_string());
            sheet.fold("employers-terms", &count, || listed(sheet, terms.employers(), false))?;
        }
        adding(sheet, &desk.draft)?;
        if !terms.own().is_empty() {
            sheet.part("p", "ways", || sheet.plain_button("terms-export", sheet.say(texts::OPTIONS_TERMS_EXPORT)))?;
        }
        sheet.field("file", "terms-import", "", sheet.say(texts::OPTIONS_TERMS_IMPORT))?;
        sheet.sentence(texts::OPTIONS_TERMS_IMPORT_HOW)
    })
}

fn listed(sheet: &Sheet<'_>, terms: &[Term], can_go: bool) -> Written {
    sheet.part("ul", "entries", || {
        terms.iter().take(MOST_LISTED).try_for_each(|term| {
            sheet.part("li", "", || {
                sheet.quote(&term.text)?;
                let mut how = vec![sheet.say(of_kind(term.kind).0)];
                how.extend(term.same_case.then_some(sheet.say(texts::OPTIONS_TERM_SAME_CASE)));
                how.extend(term.inflected.then_some(sheet.say(texts::OPTIONS_TERM_INFLECTED)));
                sheet.words("p", "", &how.join(" · "))?;
                if !can_go {
                    return Ok(());
                }
                let words = texts::OPTIONS_TERM_REMOVE.with(sheet.language, &term.text);
                sheet.plain_button(&format!("term-remove:{}", term.text), &words)
            })
        })
    })?;
    match terms.len().checked_sub(MOST_LISTED) {
        None | Some(0) => Ok(()),
        Some(more) => sheet.words("p", "", &texts::OPTIONS_TERMS_MORE.with(sheet.language, &more.to_string())),
    }
}

fn adding(sheet: &Sheet<'_>, Draft(term): &Draft) -> Written {
    sheet.field("text", "term", &term.text, sheet.say(texts::OPTIONS_TERM))?;
    let kinds: Vec<(&str, &str)> = Kind::ALL.iter().map(|kind| (kind.name(), sheet.say(of_kind(*kind).0))).collect();
    sheet.choice("term-kind", &kinds, term.kind.name(), sheet.say(texts::OPTIONS_TERM_KIND))?;
    sheet.tick("checkbox", "term-same-case", term.same_case, sheet.say(texts::OPTIONS_TERM_SAME_CASE))?;
    sheet.tick("checkbox", "term-inflected", term.inflected, sheet.say(texts::OPTIONS_TERM_INFLECTED))?;
    sheet.part("p", "ways", || sheet.plain_button("term-add", sheet.say(texts::OPTIONS_TERM_ADD)))
}

impl Desk {
    /// Adds the term that was typed.
    pub(super) fn add_term(&mut self) {
        let Draft(term) = std::mem::take(&mut self.draft);
        let text = term.text.trim().to_owned();
        if text.is_empty() {
            self.tell(Part::Terms, texts::OPTIONS_TERM_EMPTY);
        } else {
            add(vec![Term { text, ..term }]);
        }
    }

    /// Saves the member's own words.
    pub(super) fn export_terms(&mut self) {
        let table = term_list::write(self.choices.detection.terms.own());
        if save(&self.frame.document, "deksel-terms.csv", "text/csv;charset=utf-8", &table).is_err() {
            self.tell(Part::Terms, texts::NOT_SAVED);
        }
    }
}

/// Removes a term of the member's own.
pub(super) fn remove(text: &str) {
    let text = text.to_owned();
    deeds::change(Part::Terms, move |choices| with_own(choices, |own| own.retain(|term| term.text != text)));
}

fn add(terms: Vec<Term>) {
    deeds::change(Part::Terms, move |choices| with_own(choices, |own| *own = term_list::joined(own, terms)));
}

fn with_own(choices: &mut Choices, change: impl FnOnce(&mut Vec<Term>)) {
    let terms = &mut choices.detection.terms;
    let mut own = terms.own().to_vec();
    change(&mut own);
    *terms = terms.with_own(own);
}

/// Brings in a file's terms, all of them or none.
pub(super) fn import(file: File) {
    spawn_local(async move {
        let read = deeds::text_of(&file).await.map(|list| term_list::read(&list));
        let kept = match &read {
            Ok(Ok(terms)) => {
                let terms = terms.clone();
                kept::choose(Box::new(move |choices| with_own(choices, |own| *own = term_list::joined(own, terms))))
                    .await
            }
            _ => Ok(()),
        };
        with_desk(|desk| {
            let language = desk.frame.language;
            let lines = match (read, kept) {
                (Err(why), _) => vec![why.in_language(language).to_owned()],
                (Ok(Err(wrong)), _) => {
                    let lines = wrong.iter().map(|wrong| wrong.in_language(language)).collect();
                    deeds::told(texts::OPTIONS_TERMS_WRONG, lines, language)
                }
                (_, Err(_)) => vec![texts::STORAGE_REFUSED.in_language(language).to_owned()],
                (Ok(Ok(terms)), _) => vec![texts::OPTIONS_TERMS_IMPORTED.with(language, &terms.len().to_string())],
            };
            desk.tell_lines(Part::Terms, lines);
        });
    });
}
