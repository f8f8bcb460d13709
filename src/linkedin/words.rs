//! The words of an element, with the way back: every byte of the text belongs to a place in a DOM text node.

use super::foreign;
use crate::utf16;
use std::{cell::LazyCell, ops};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Text, TreeWalker};

/// An element's text as a reader sees it, and where each part of it stands on the page.
#[derive(Debug, Default)]
pub struct Words {
    /// The text: white space as displayed, `\n` for line breaks and between blocks.
    pub text: String,
    pieces: Vec<Piece>,
    root: Option<Element>,
}

/// A stretch of the text that stands letter by letter in one text node.
#[derive(Debug)]
struct Piece {
    node: Text,
    /// Where the stretch begins in the node, in UTF-16 code units.
    offset: u32,
    /// The stretch in the text, in bytes.
    bytes: ops::Range<usize>,
}

/// The most nodes read of one element: far more than any post has, few enough never to hold up the page.
const MOST_NODES: usize = 20_000;

/// The longest text read of one element, in bytes. LinkedIn's articles end at some 125,000 characters.
const LONGEST_TEXT: usize = 2_000_000;

impl Words {
    /// Reads an element, leaving out what `omit` selects.
    pub fn read(root: &Element, omit: &[&str]) -> Words {
        Words::read_parts(root, std::slice::from_ref(root), omit)
    }

    /// Reads parts of an element, each on lines of its own.
    pub fn read_parts(root: &Element, parts: &[Element], omit: &[&str]) -> Words {
        let mut words = Words { root: Some(root.clone()), ..Words::default() };
        for part in parts {
            words.end_block();
            words.read_part(part, omit);
        }
        words.cut(words.text.trim_end().len());
        words
    }

    fn read_part(&mut self, root: &Element, omit: &[&str]) {
        let Some(walker) = foreign::walker(root) else { return };
        // Asked at the first line break in the source only: most texts have none, and styles cost the page a layout.
        let breaks = LazyCell::new(|| keeps_breaks(root));
        let keeps_breaks = || *breaks;
        for _ in 0..MOST_NODES {
            let enters = self.take(&walker.current_node(), root, omit, &keeps_breaks);
            let inner = if enters { walker.first_child().ok().flatten() } else { None };
            if inner.is_none() && !self.leave(&walker) {
                break;
            }
        }
    }

    /// Takes up one node; tells whether its children are to be read.
    fn take(&mut self, node: &Node, root: &Element, omit: &[&str], keeps_breaks: &dyn Fn() -> bool) -> bool {
        if let Some(text) = node.dyn_ref::<Text>() {
            self.take_text(text, keeps_breaks);
            return false;
        }
        let Some(element) = node.dyn_ref::<Element>() else { return false };
        if element == root {
            return true;
        }
        match foreign::name(element).as_str() {
            "br" => self.break_line(),
            "script" | "style" | "template" | "svg" | "button" | "textarea" | "select" | "noscript" => return false,
            name if is_block(name) => self.end_block(),
            _ => {}
        }
        !omit.iter().any(|css| foreign::matches(element, css))
    }

    /// Goes on to the node after the current one and all its children; ends the blocks that it leaves. `false` at the end.
    fn leave(&mut self, walker: &TreeWalker) -> bool {
        for _ in 0..MOST_NODES {
            self.end_block_of(&walker.current_node());
            if let Ok(Some(_)) = walker.next_sibling() {
                return true;
            }
            match walker.parent_node() {
                Ok(Some(parent)) if parent != walker.root() => {}
                _ => return false,
            }
        }
        false
    }

    /// Appends a text node, white space collapsed as CSS does.
    fn take_text(&mut self, node: &Text, keeps_breaks: &dyn Fn() -> bool) {
        let mut units = 0;
        let mut piece: Option<Piece> = None;
        for letter in node.data().chars() {
            if self.text.len() >= LONGEST_TEXT {
                break;
            }
            let is_space = matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            let shown = if is_space { ' ' } else { letter };
            if letter == '\n' && keeps_breaks() {
                self.pieces.extend(piece.take());
                self.break_line();
            } else if is_space && (self.text.is_empty() || self.text.ends_with([' ', '\n'])) {
                self.pieces.extend(piece.take());
            } else {
                let start = self.text.len();
                self.text.push(shown);
                let piece =
                    piece.get_or_insert_with(|| Piece { node: node.clone(), offset: units, bytes: start..start });
                piece.bytes.end = self.text.len();
            }
            units += utf16::width(letter);
        }
        self.pieces.extend(piece);
    }

    fn break_line(&mut self) {
        self.cut(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }

    /// Shortens the text, and the pieces with it.
    fn cut(&mut self, end: usize) {
        self.text.truncate(end);
        while self.pieces.pop_if(|piece| piece.bytes.start >= end).is_some() {}
        if let Some(last) = self.pieces.last_mut() {
            last.bytes.end = last.bytes.end.min(end);
        }
    }

    fn end_block_of(&mut self, node: &Node) {
        if node.dyn_ref::<Element>().is_some_and(|element| is_block(&foreign::name(element))) {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.break_line();
        }
    }

    /// The element that was read; `None` for no words at all.
    pub fn root(&self) -> Option<&Element> {
        self.root.as_ref()
    }

    /// Whether an element stands inside the words.
    pub fn contains(&self, element: &Element) -> bool {
        self.root.as_ref().is_some_and(|root| foreign::contains(root, element))
    }

    /// The stretch `bytes` of the text as a range on the page; `None` when the page no longer has it.
    pub fn range(&self, bytes: &ops::Range<usize>) -> Option<Range> {
        let first = self.pieces.iter().find(|piece| piece.bytes.end > bytes.start)?;
        let last = self.pieces.iter().rev().find(|piece| piece.bytes.start < bytes.end)?;
        let range = Range::new().ok()?;
        range.set_start(&first.node, self.offset_in(first, bytes.start.max(first.bytes.start))?).ok()?;
        range.set_end(&last.node, self.offset_in(last, bytes.end.min(last.bytes.end))?).ok()?;
        Some(range)
    }

    fn offset_in(&self, piece: &Piece, byte: usize) -> Option<u32> {
        Some(piece.offset + utf16::length(self.text.get(piece.bytes.start..byte)?))
    }
}

/// Whether line breaks in the source are line breaks on the page.
fn keeps_breaks(root: &Element) -> bool {
    foreign::style(root, "white-space-collapse").is_some_and(|value| value.starts_with("preserve"))
}

/// Elements that stand on lines of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "section"
            | "article"
            | "pre"
    )
}
