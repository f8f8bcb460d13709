//! What the extension's own pages share: how they begin, how they listen, and how a text leaves them.

use super::sheet::{DEED, Sheet, Written};
use crate::{
    browser,
    lifeline::{Lifeline, Phase},
    rights::Day,
    ui::dom::element,
    wording::{Language, Text, texts},
};
use js_sys::{Array, Date};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, Url, window,
};

/// The pages that lead to each other, with their names.
const PAGES: [(&str, Text); 7] = [
    ("rights.html", texts::LETTERS_TITLE),
    ("dossier.html", texts::DOSSIER_TITLE),
    ("settings.html", texts::CHECK_TITLE),
    ("archive.html", texts::ARCHIVE_TITLE),
    ("recruiters.html", texts::RECRUITERS_TITLE),
    ("options.html", texts::OPTIONS_TITLE),
    ("stage.html", texts::STAGE_TITLE),
];

/// The languages of the letters and of Deksel itself, by what they call themselves.
pub(super) const LANGUAGE_NAMES: [(&str, &str); 4] =
    [("en", "English"), ("nl", "Nederlands"), ("de", "Deutsch"), ("fr", "Français")];

/// What a language calls itself, by its BCP 47 tag.
pub(super) fn name_of_language(tag: &str) -> &str {
    LANGUAGE_NAMES.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, name)| *name)
}

thread_local! {
    /// The language in which this page begins.
    static LANGUAGE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Has the page begin in a language.
pub(super) fn begin_in(language: Language) {
    LANGUAGE.set(Some(language));
}

/// A page of the extension's own: its document, its language, and the place where it writes.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) document: Document,
    pub(super) language: Language,
    pub(super) main: Element,
}

impl Frame {
    /// The page of this document, in the language that was chosen.
    pub(super) fn new() -> Result<Frame, JsValue> {
        let document = window().and_then(|window| window.document()).ok_or("no document")?;
        let language = LANGUAGE.get().unwrap_or_else(|| Language::of(&browser::language()));
        let main = document.query_selector("main")?.ok_or("no main part")?;
        let frame = Frame { document, language, main };
        frame.name_language()?;
        Ok(frame)
    }

    /// The same with a title, and above it the way to the other pages.
    pub(super) fn titled(title: Text) -> Result<Frame, JsValue> {
        let frame = Frame::new()?;
        frame.head(title)?;
        Ok(frame)
    }

    /// Has the page speak another language in what it writes from now on.
    pub(super) fn speak(&mut self, language: Language) -> Written {
        self.language = language;
        self.name_language()
    }

    fn name_language(&self) -> Written {
        self.document.document_element().ok_or("no document element")?.set_attribute("lang", self.language.tag())
    }

    /// Writes the title, and the header in the place of one that is there.
    pub(super) fn head(&self, title: Text) -> Written {
        let title = title.in_language(self.language);
        let name = texts::APP_NAME.in_language(self.language);
        self.document.set_title(&format!("{title} · {name}"));
        let header = match self.document.query_selector("body > header")? {
            Some(header) => header,
            None => {
                let header = element(&self.document, "header", "", "")?;
                self.main.before_with_node_1(&header)?;
                header.into()
            }
        };
        let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
        let sheet = self.sheet();
        sheet.words("p", "name", name)?;
        sheet.ways("", sheet.say(texts::PAGES_NAMED), || {
            PAGES.iter().try_for_each(|(file, name)| sheet.way_among("", file, sheet.say(*name), path.ends_with(file)))
        })?;
        sheet.put_into(&header)
    }

    /// A sheet to write on.
    pub(super) fn sheet(&self) -> Sheet<'_> {
        Sheet::new(&self.document, self.language)
    }

    /// Puts a sheet in the place of all that the page shows.
    pub(super) fn show(&self, sheet: Sheet<'_>) -> Written {
        sheet.put_into(&self.main)
    }

    /// The part of the page that has an id.
    pub(super) fn spot(&self, id: &str) -> Option<Element> {
        self.document.get_element_by_id(id)
    }

    /// Has `press` called with the deed of every button that is pressed.
    pub(super) fn on_press(&self, lifeline: &Lifeline, mut press: impl FnMut(&str) + 'static) -> Written {
        self.on(lifeline, "click", "button", move |_, deed| press(deed))
    }

    /// Has `choose` called with every field or switch that has another value than before, and with its deed.
    pub(super) fn on_choice(&self, lifeline: &Lifeline, choose: impl FnMut(&Element, &str) + 'static) -> Written {
        self.on(lifeline, "change", ":is(input, select, textarea)", choose)
    }

    /// Has `typed` called the same way, but at every key.
    pub(super) fn on_typing(&self, lifeline: &Lifeline, typed: impl FnMut(&Element, &str) + 'static) -> Written {
        self.on(lifeline, "input", ":is(input, select, textarea)", typed)
    }

    /// One listener for all controls, because a page is often written anew.
    fn on(
        &self,
        lifeline: &Lifeline,
        event: &str,
        controls: &str,
        mut act: impl FnMut(&Element, &str) + 'static,
    ) -> Written {
        let controls = format!("{controls}[{DEED}]");
        lifeline.listen(&self.document, event, Phase::Bubble, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(control) = target.and_then(|target| target.closest(&controls).ok().flatten()) else { return };
            act(&control, &control.get_attribute(DEED).unwrap_or_default());
        })
    }
}

/// A name that nothing else in the world has.
pub(super) fn new_name() -> String {
    window().and_then(|window| window.crypto().ok()).map(|crypto| crypto.random_uuid()).unwrap_or_default()
}

/// What stands behind the `#` of this page's address.
pub(super) fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(String::from).unwrap_or_default()
}

/// A day in words.
pub(super) fn in_words(day: Day, language: Language) -> String {
    let date = Date::new_with_year_month_day(
        day.year().unsigned_abs(),
        day.month().cast_signed() - 1,
        day.day().cast_signed(),
    );
    date.to_locale_date_string(language.tag(), &style("dateStyle", "long")).into()
}

/// How the browser is to write a date or a time.
pub(super) fn style(name: &str, value: &str) -> JsValue {
    let options = js_sys::Object::new();
    // Setting a property of an object of ours cannot fail.
    let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    options.into()
}

/// Lets the member save a text as a file.
pub(super) fn save(document: &Document, name: &str, media_type: &str, text: &str) -> Written {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    save_file(document, name, &file)
}

/// Lets the member save a file.
pub(super) fn save_file(document: &Document, name: &str, file: &Blob) -> Written {
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.unchecked_ref::<HtmlElement>().click();
    // The browser has taken the file over by the next turn of events.
    gloo::timers::callback::Timeout::new(1_000, move || _ = Url::revoke_object_url(&address)).forget();
    Ok(())
}

/// Lets the member print the page. A browser that cannot has no dialog to show.
pub(super) fn print() {
    let _ = window().map(|window| window.print());
}

/// What a field holds.
pub(super) fn value(control: &Element) -> String {
    if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
        return list.value();
    }
    match control.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => control.unchecked_ref::<HtmlInputElement>().value(),
    }
}

/// Whether a switch is on.
pub(super) fn is_on(control: &Element) -> bool {
    control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}
