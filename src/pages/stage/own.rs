//! The trainer's own scenario: read from a file, kept in memory alone, and gone with the page.

use super::{Written, route::OWN, with_stage};
use crate::{
    pages::sheet::Sheet,
    scenario::{Basis, Expected, Mistake, Scenario},
    wording::{Language, of_kind, texts},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlInputElement};

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) scenario: Option<Scenario>,
    mistakes: Vec<Mistake>,
    /// What its conclusions rest on that is not found.
    unseen: Vec<Basis>,
}

/// Reads the file that was chosen.
pub(super) fn choose(control: &Element, deed: &str) {
    let file = control.dyn_ref::<HtmlInputElement>().filter(|_| deed == OWN).and_then(|field| field.files()?.item(0));
    let Some(file) = file else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        with_stage(|stage| {
            stage.own = Own::read(&text.unwrap_or_default());
            stage.draw()
        });
    });
}

impl Own {
    fn read(text: &str) -> Own {
        match Scenario::read(text) {
            Ok(scenario) => Own { unseen: scenario.unseen(), scenario: Some(scenario), mistakes: Vec::new() },
            Err(mistakes) => Own { mistakes, ..Own::default() },
        }
    }

    /// Writes what is wrong with the file, a sentence a mistake.
    pub(super) fn write(&self, sheet: &Sheet<'_>) -> Written {
        let mistakes = self.mistakes.iter().map(|mistake| in_words(mistake, sheet.language));
        let unseen = self.unseen.iter().map(|basis| {
            let name = of_kind(basis.kind).0.in_language(sheet.language);
            texts::OWN_UNSEEN.with(sheet.language, &(basis.post + 1).to_string()).replace("$2", name)
        });
        let sentences: Vec<String> = mistakes.chain(unseen).collect();
        if sentences.is_empty() {
            return Ok(());
        }
        sheet.notice(sheet.say(if self.scenario.is_some() { texts::OWN_REMARKS } else { texts::OWN_REFUSED }))?;
        sheet.part("ul", "mistakes", || sentences.iter().try_for_each(|sentence| sheet.words("li", "", sentence)))
    }
}

fn in_words(mistake: &Mistake, language: Language) -> String {
    let whole = texts::MISTAKE_FILE.in_language(language);
    let field = if mistake.field.is_empty() { whole } else { &mistake.field };
    let say = |text: crate::wording::Text, values: &[&str]| {
        let sentence = text.with(language, field);
        values.iter().zip(["$2", "$3"]).fold(sentence, |sentence, (value, place)| sentence.replace(place, value))
    };
    let number = |number: &usize| number.to_string();
    match &mistake.expected {
        Expected::Smaller => say(texts::MISTAKE_SMALLER, &[]),
        Expected::Json(line) => say(texts::MISTAKE_JSON, &[&number(line)]),
        Expected::Value(value) => say(texts::MISTAKE_VALUE, &[value]),
        Expected::Fields => say(texts::MISTAKE_FIELDS, &[]),
        Expected::NoField => say(texts::MISTAKE_NO_FIELD, &[]),
        Expected::Text(most) => say(texts::MISTAKE_TEXT, &[&number(most)]),
        Expected::List(least, most) => say(texts::MISTAKE_LIST, &[&number(least), &number(most)]),
        Expected::Kind => say(texts::MISTAKE_KIND, &[]),
        Expected::Number(most) => say(texts::MISTAKE_NUMBER, &[&number(most)]),
    }
}
