//! What was found in the text that the member is writing, beside the editor: it tells, and holds up nothing.

use super::{
    deed::{Deed, button},
    dom::append,
    explained::Explained,
};
use crate::{
    content::ScannedDraft,
    detect::Severity,
    item::Audience,
    wording::{Language, Text, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The most findings listed; those after them are counted.
const MOST_LISTED: usize = 5;

/// What was found in a text that is being written.
#[derive(Debug)]
pub(super) struct Notice<'a> {
    /// The text.
    pub scanned: &'a ScannedDraft,
    /// Only the number is shown.
    pub is_folded: bool,
}

impl Notice<'_> {
    pub(super) fn fill(&self, notice: &HtmlElement, language: Language) -> Result<(), JsValue> {
        let ScannedDraft { draft, findings, .. } = self.scanned;
        let say = |text: Text| text.in_language(language);
        let count = in_number(findings.len(), language);
        notice.class_list().toggle_with_force("folded", self.is_folded)?;
        if self.is_folded {
            notice.set_attribute("aria-label", say(texts::NOTICE_TITLE))?;
            let unfold = button(notice, "plain", &count, Deed::Fold)?;
            unfold.set_attribute("aria-label", &texts::NOTICE_SHOW.with(language, &count))?;
            return unfold.set_attribute("aria-expanded", "false");
        }
        notice.remove_attribute("aria-label")?;
        notice.set_attribute("aria-labelledby", "notice-title")?;
        let head = append(notice, "div", "head", "")?;
        append(&head, "h2", "", say(texts::NOTICE_TITLE))?.set_id("notice-title");
        let fold = button(&head, "close", "–", Deed::Fold)?;
        fold.set_attribute("aria-label", say(texts::NOTICE_HIDE))?;
        fold.set_attribute("aria-expanded", "true")?;
        append(notice, "p", "", say(audience(draft.audience)))?;
        let list = append(notice, "ul", "", "")?;
        for explained in Explained::of(findings, &draft.words.text).iter().take(MOST_LISTED) {
            let entry = append(&list, "li", "", "")?;
            append(&entry, "strong", "", explained.name(language))?;
            explained.severity_in(&entry, language)?;
            explained.quote_in(&entry)?;
            append(&entry, "p", "", explained.why(language))?;
        }
        if findings.len() > MOST_LISTED {
            append(notice, "p", "", &count)?;
        }
        Ok(())
    }
}

/// One calm line for the worst that was found, to stand by the button that posts; `None` where nothing can do harm.
pub(super) fn line(scanned: &ScannedDraft, language: Language) -> Option<String> {
    let all = Explained::of(&scanned.findings, &scanned.draft.words.text);
    let worst = all.iter().find(|explained| explained.finding.severity == Severity::High)?;
    let sentence = match scanned.draft.audience {
        Audience::Public => texts::NOTICE_LINE_PUBLIC,
        _ => texts::NOTICE_LINE,
    };
    Some(sentence.with(language, worst.name(language)))
}

/// A number of findings in words.
pub(super) fn in_number(count: usize, language: Language) -> String {
    match count {
        1 => texts::FINDINGS_ONE.in_language(language).to_owned(),
        many => texts::FINDINGS_MORE.with(language, &many.to_string()),
    }
}

const fn audience(audience: Audience) -> Text {
    match audience {
        Audience::Public => texts::NOTICE_PUBLIC,
        Audience::Limited => texts::NOTICE_LIMITED,
        Audience::Unknown => texts::NOTICE_UNKNOWN,
    }
}
