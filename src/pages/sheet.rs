//! What the extension's own pages are made of: headings, sentences, buttons and fields, each control with the deed it stands for.

use crate::{
    ui::dom::{element, link},
    wording::{Language, Text, texts},
};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, DocumentFragment, Element, HtmlElement, Node};

/// The attribute in which a control keeps what it does.
pub(super) const DEED: &str = "data-deed";

/// The attribute in which a part that can be unfolded keeps its name.
const FOLD: &str = "data-fold";

/// Whether something could be written. It can, but in a document that is being closed.
pub(super) type Written = Result<(), JsValue>;

/// A sheet that is being written, from top to bottom.
pub(super) struct Sheet<'d> {
    document: &'d Document,
    pub(super) language: Language,
    root: DocumentFragment,
    /// Where the next thing goes: the innermost of the parts that were begun.
    part: RefCell<Vec<Node>>,
}

impl<'d> Sheet<'d> {
    pub(super) fn new(document: &'d Document, language: Language) -> Sheet<'d> {
        let root = document.create_document_fragment();
        Sheet { document, language, part: RefCell::new(vec![root.clone().into()]), root }
    }

    pub(super) fn say(&self, text: Text) -> &'static str {
        text.in_language(self.language)
    }

    /// Writes an element that was made for it.
    pub(super) fn put(&self, node: &Element) -> Written {
        match self.part.borrow().last() {
            Some(part) => part.append_child(node).map(|_| ()),
            None => Ok(()),
        }
    }

    fn within(&self, part: &Element, write: impl FnOnce() -> Written) -> Written {
        self.part.borrow_mut().push(part.clone().into());
        let written = write();
        self.part.borrow_mut().pop();
        written
    }

    /// Writes a part of its own.
    pub(super) fn part(&self, tag: &str, class: &str, write: impl FnOnce() -> Written) -> Written {
        let part = element(self.document, tag, class, "")?;
        self.put(&part)?;
        self.within(&part, write)
    }

    /// Writes a list of ways, which a screen reader tells by its name.
    pub(super) fn ways(&self, class: &str, name: &str, write: impl FnOnce() -> Written) -> Written {
        let ways = element(self.document, "nav", class, "")?;
        ways.set_attribute("aria-label", name)?;
        self.put(&ways)?;
        self.within(&ways, write)
    }

    /// Writes a part that is found again by its id, such as one that other controls fill in.
    pub(super) fn spot(&self, tag: &str, id: &str, write: impl FnOnce() -> Written) -> Written {
        let spot = element(self.document, tag, "", "")?;
        spot.set_id(id);
        self.put(&spot)?;
        self.within(&spot, write)
    }

    /// Writes a part that is unfolded by its heading; once unfolded it stays so when the sheet is written anew.
    pub(super) fn fold(&self, name: &str, heading: &str, write: impl FnOnce() -> Written) -> Written {
        let fold = element(self.document, "details", "", "")?;
        fold.set_attribute(FOLD, name)?;
        fold.append_child(&*element(self.document, "summary", "", heading)?)?;
        self.put(&fold)?;
        self.within(&fold, write)
    }

    /// Writes words in an element.
    pub(super) fn words(&self, tag: &str, class: &str, words: &str) -> Written {
        self.put(&*element(self.document, tag, class, words)?)
    }

    /// Writes a sentence.
    pub(super) fn sentence(&self, text: Text) -> Written {
        self.words("p", "", self.say(text))
    }

    /// Writes a sentence that a screen reader is to say when it comes.
    pub(super) fn notice(&self, words: &str) -> Written {
        let notice = element(self.document, "p", "notice", words)?;
        notice.set_attribute("role", "status")?;
        self.put(&notice)
    }

    /// Writes somebody's words.
    pub(super) fn quote(&self, words: &str) -> Written {
        let quote = element(self.document, "q", "", words)?;
        quote.set_attribute("dir", "auto")?;
        self.put(&quote)
    }

    /// Writes a text that is to be copied. What of it does not fit is scrolled to, by keys too.
    #[cfg(feature = "popup")]
    pub(super) fn value(&self, words: &str) -> Written {
        let value = element(self.document, "p", "value", words)?;
        value.set_dir("auto");
        value.set_tab_index(0);
        self.put(&value)
    }

    /// Writes a link that opens a tab.
    pub(super) fn link(&self, class: &str, words: &str, href: &str) -> Written {
        self.put(&*link(self.document, class, words, href)?)
    }

    /// Writes a link to a page of the extension's own, in the place of this one.
    pub(super) fn own_way(&self, class: &str, page: &str, words: &str) -> Written {
        self.way_among(class, page, words, false)
    }

    /// Writes the same as one of several ways, of which one may lead to what is shown.
    pub(super) fn way_among(&self, class: &str, page: &str, words: &str, is_here: bool) -> Written {
        let way = element(self.document, "a", class, words)?;
        way.set_attribute("href", page)?;
        if is_here {
            way.set_attribute("aria-current", "page")?;
        }
        self.put(&way)
    }

    /// Writes the head of a column (`col`) or a row (`row`) of a table.
    pub(super) fn head(&self, scope: &str, class: &str, write: impl FnOnce() -> Written) -> Written {
        let head = element(self.document, "th", class, "")?;
        head.set_attribute("scope", scope)?;
        self.put(&head)?;
        self.within(&head, write)
    }

    /// Writes a button, with what `write` puts in it.
    pub(super) fn button(&self, class: &str, deed: &str, write: impl FnOnce() -> Written) -> Written {
        let button = element(self.document, "button", class, "")?;
        button.set_attribute("type", "button")?;
        button.set_attribute(DEED, deed)?;
        self.put(&button)?;
        self.within(&button, write)
    }

    /// Writes a button with words in it.
    pub(super) fn plain_button(&self, deed: &str, words: &str) -> Written {
        self.button("way", deed, || self.words("span", "", words))
    }

    /// Writes a button with words in it that stands among others like it, and is told from them by a longer name.
    pub(super) fn named_button(&self, deed: &str, words: &str, name: &str) -> Written {
        let button = element(self.document, "button", "way", words)?;
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-label", name)?;
        button.set_attribute(DEED, deed)?;
        self.put(&button)
    }

    /// Writes what can be chosen; what an employer set for good is shown, and cannot be changed.
    pub(super) fn settable(&self, is_locked: bool, write: impl FnOnce() -> Written) -> Written {
        if !is_locked {
            return write();
        }
        self.part("div", "locked", || {
            self.sentence(texts::LOCKED)?;
            self.fixed(true, write)
        })
    }

    /// Writes the same without a word, for where it is said once for many.
    pub(super) fn fixed(&self, is_locked: bool, write: impl FnOnce() -> Written) -> Written {
        if !is_locked {
            return write();
        }
        let group = element(self.document, "fieldset", "", "")?;
        group.set_attribute("disabled", "")?;
        self.put(&group)?;
        self.within(&group, write)
    }

    /// Writes a switch (`checkbox`) or one of several (`radio`), with its label.
    pub(super) fn tick(&self, sort: &str, deed: &str, is_on: bool, label: &str) -> Written {
        let around = element(self.document, "label", "tick", "")?;
        let input = element(self.document, "input", "", "")?;
        input.set_attribute("type", sort)?;
        input.set_attribute(DEED, deed)?;
        if sort == "radio" {
            input.set_attribute("name", deed.split(':').next().unwrap_or_default())?;
        }
        if is_on {
            input.set_attribute("checked", "")?;
        }
        around.append_child(&input)?;
        around.append_child(&*element(self.document, "span", "", label)?)?;
        self.put(&around)
    }

    /// Writes a field of a sort (`text`, `date`, `file`, …), with its label.
    pub(super) fn field(&self, sort: &str, deed: &str, value: &str, label: &str) -> Written {
        let input = element(self.document, "input", "", "")?;
        input.set_attribute("type", sort)?;
        if !value.is_empty() {
            input.set_attribute("value", value)?;
        }
        self.labelled(&input, deed, label)
    }

    /// Writes a field for many words, with its label.
    pub(super) fn area(&self, deed: &str, value: &str, label: &str) -> Written {
        let area = element(self.document, "textarea", "", value)?;
        area.set_attribute("rows", "4")?;
        self.labelled(&area, deed, label)
    }

    /// Writes a list to choose one of, as values and words, with its label.
    pub(super) fn choice(&self, deed: &str, options: &[(&str, &str)], chosen: &str, label: &str) -> Written {
        let list = element(self.document, "select", "", "")?;
        for (value, words) in options {
            let option = element(self.document, "option", "", words)?;
            option.set_attribute("value", value)?;
            if *value == chosen {
                option.set_attribute("selected", "")?;
            }
            list.append_child(&option)?;
        }
        self.labelled(&list, deed, label)
    }

    fn labelled(&self, control: &HtmlElement, deed: &str, label: &str) -> Written {
        let around = element(self.document, "label", "field", "")?;
        around.append_child(&*element(self.document, "span", "", label)?)?;
        control.set_attribute(DEED, deed)?;
        if !matches!(control.get_attribute("type").as_deref(), Some("date" | "file" | "number")) {
            control.set_dir("auto");
        }
        around.append_child(control)?;
        self.put(&around)
    }

    /// Puts the sheet in the place of what is in an element. The keyboard stays at the same control, and what was unfolded stays so.
    pub(super) fn put_into(self, place: &Element) -> Written {
        let focused = self.document.active_element().and_then(|element| element.get_attribute(DEED));
        let open = place.query_selector_all(&format!("details[{FOLD}][open]"))?;
        let open = (0..open.length()).filter_map(|at| open.item(at)?.dyn_into::<Element>().ok()?.get_attribute(FOLD));
        for name in open {
            if let Some(fold) = self.root.query_selector(&format!("details[{FOLD}=\"{name}\"]"))? {
                fold.set_attribute("open", "")?;
            }
        }
        place.replace_children_with_node_1(&self.root);
        let again = focused.and_then(|deed| place.query_selector(&format!("[{DEED}=\"{deed}\"]")).ok().flatten());
        match again {
            Some(control) => control.unchecked_ref::<HtmlElement>().focus(),
            None => Ok(()),
        }
    }
}
