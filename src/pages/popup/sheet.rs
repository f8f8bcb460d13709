//! What the popup is made of: headings, sentences, buttons and switches, each with the deed it stands for.

use crate::{
    ui::dom::{element, link},
    wording::{Language, Text},
};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement};

/// The attribute in which a control keeps what it does.
pub(super) const DEED: &str = "data-deed";

/// A sheet that is being written, from top to bottom.
pub(super) struct Sheet<'d> {
    document: &'d Document,
    pub(super) language: Language,
    main: HtmlElement,
    /// Where the next thing goes: the innermost of the parts that were begun.
    part: RefCell<Vec<Element>>,
}

type Written = Result<(), JsValue>;

impl<'d> Sheet<'d> {
    pub(super) fn new(document: &'d Document, language: Language) -> Result<Sheet<'d>, JsValue> {
        let main = element(document, "main", "", "")?;
        Ok(Sheet { document, language, part: RefCell::new(vec![main.clone().into()]), main })
    }

    pub(super) fn say(&self, text: Text) -> &'static str {
        text.in_language(self.language)
    }

    fn put(&self, node: &Element) -> Written {
        match self.part.borrow().last() {
            Some(part) => part.append_child(node).map(|_| ()),
            None => Ok(()),
        }
    }

    /// Writes a part of its own.
    pub(super) fn part(&self, tag: &str, class: &str, write: impl FnOnce() -> Written) -> Written {
        let part = element(self.document, tag, class, "")?;
        self.put(&part)?;
        self.part.borrow_mut().push(part.into());
        let written = write();
        self.part.borrow_mut().pop();
        written
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

    /// Writes a link that opens a tab.
    pub(super) fn link(&self, class: &str, text: Text, href: &str) -> Written {
        self.put(&*link(self.document, class, self.say(text), href)?)
    }

    /// Writes a button, with what `write` puts in it.
    pub(super) fn button(&self, class: &str, deed: &str, write: impl FnOnce() -> Written) -> Written {
        let button = element(self.document, "button", class, "")?;
        button.set_attribute("type", "button")?;
        button.set_attribute(DEED, deed)?;
        self.put(&button)?;
        self.part.borrow_mut().push(button.into());
        let written = write();
        self.part.borrow_mut().pop();
        written
    }

    /// Writes a button with words in it.
    pub(super) fn plain_button(&self, deed: &str, words: &str) -> Written {
        self.button("way", deed, || self.words("span", "", words))
    }

    /// Writes a switch (`checkbox`) or one of several (`radio`), with its label.
    pub(super) fn tick(&self, sort: &str, deed: &str, is_on: bool, label: Text) -> Written {
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
        around.append_child(&*element(self.document, "span", "", self.say(label))?)?;
        self.put(&around)
    }

    /// Writes a field for words, with its label.
    pub(super) fn field(&self, deed: &str, value: &str, label: Text) -> Written {
        let around = element(self.document, "label", "field", "")?;
        around.append_child(&*element(self.document, "span", "", self.say(label))?)?;
        let input = element(self.document, "input", "", "")?;
        input.set_attribute("type", "text")?;
        input.set_attribute(DEED, deed)?;
        input.set_attribute("value", value)?;
        around.append_child(&input)?;
        self.put(&around)
    }

    /// Puts the sheet in the place of the one before; the keyboard stays at the same control.
    pub(super) fn put_up(self) -> Written {
        let body = self.document.body().ok_or("no body")?;
        let focused = self.document.active_element().and_then(|element| element.get_attribute(DEED));
        body.replace_children_with_node_1(&self.main);
        let again = focused.and_then(|deed| self.main.query_selector(&format!("[{DEED}=\"{deed}\"]")).ok().flatten());
        match again {
            Some(control) => control.unchecked_ref::<HtmlElement>().focus(),
            None => Ok(()),
        }
    }
}
