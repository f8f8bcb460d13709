//! The list of all that was found on the page, with the way to each.

use super::{
    deed::{Deed, button},
    dom::{append, link, quoted},
    explained::Explained,
};
use crate::{
    content::Scanned,
    detect::Severity,
    item::Own,
    linkedin::{Recognition, SETTING_PAGE},
    wording::{Language, Text, of_severity, said_of, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The most findings that the list shows one by one: nobody reads more, and a page can bring thousands.
const MOST_LISTED: usize = 200;

/// What was found on the page.
#[derive(Debug)]
pub(super) struct Panel<'a> {
    /// The items that are warned about, the member's own first.
    pub items: Vec<&'a Scanned>,
    /// How much of the page Deksel can read.
    pub recognised: Recognition,
}

impl<'a> Panel<'a> {
    pub(super) fn fill(&self, panel: &HtmlElement, language: Language) -> Result<(), JsValue> {
        let say = |text: Text| text.in_language(language);
        panel.set_attribute("aria-labelledby", "panel-title")?;
        let head = append(panel, "div", "head", "")?;
        append(&head, "h2", "", say(texts::PANEL_TITLE))?.set_id("panel-title");
        button(&head, "close", "×", Deed::Close)?.set_attribute("aria-label", say(texts::CLOSE))?;

        let recognised = match self.recognised {
            Recognition::Yes => texts::PANEL_RECOGNISED,
            Recognition::Partly => texts::PAGE_PARTLY,
            Recognition::No => texts::PAGE_UNRECOGNISED,
        };
        append(panel, "p", "", say(recognised))?;
        let ways = append(panel, "p", "ways", "")?;
        let document = panel.owner_document().ok_or("no document")?;
        ways.append_child(&*link(&document, "way", say(texts::OPEN_SETTING), SETTING_PAGE)?)?;
        button(&ways, "way", say(texts::OBJECT), Deed::Object)?;
        if self.items.is_empty() {
            append(panel, "p", "", say(texts::PANEL_NOTHING))?;
            return Ok(());
        }
        self.counts(panel, language)?;
        let list = append(panel, "ol", "", "")?;
        for (scanned, place, explained) in self.all().take(MOST_LISTED) {
            let entry = append(&list, "li", "", "")?;
            let way = button(&entry, "entry", "", Deed::Go(scanned.fingerprint, place))?;
            let who = match scanned.found.item.own {
                Own::Yes => say(texts::PANEL_YOURS),
                _ => scanned.found.item.author.name.as_str(),
            };
            append(&way, "strong", "", explained.name(language))?;
            explained.severity_in(&way, language)?;
            explained.quote_in(&way)?;
            append(&way, "span", "who", &quoted(who))?.set_attribute("dir", "auto")?;
        }
        match self.all().skip(MOST_LISTED).count() {
            0 => Ok(()),
            more => append(panel, "p", "", &texts::AND_MORE.with(language, &more.to_string())).map(|_| ()),
        }
    }

    /// Every finding, with its item and its place there.
    fn all(&self) -> impl Iterator<Item = (&'a Scanned, usize, Explained<'a>)> {
        let of = |scanned| Explained::all(scanned).into_iter().enumerate().map(move |(place, it)| (scanned, place, it));
        self.items.iter().copied().flat_map(of)
    }

    /// How many findings there are of each severity.
    fn counts(&self, panel: &Element, language: Language) -> Result<(), JsValue> {
        let counts = append(panel, "p", "counts", "")?;
        for severity in [Severity::High, Severity::Medium, Severity::Low] {
            let count = self.all().filter(|(_, _, explained)| explained.finding.severity == severity).count();
            if count > 0 {
                let class = format!("severity {}", severity.name());
                let name = of_severity(severity).in_language(language);
                append(&counts, "span", &class, &said_of(name, &count.to_string(), language))?;
            }
        }
        Ok(())
    }
}
