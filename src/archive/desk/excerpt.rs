//! A text as the list shows it: the words that were found, marked, with what stands around them.

use crate::detect::Finding;
use serde::{Deserialize, Serialize};

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its words.
    pub words: String,
    /// They are what was found.
    pub found: bool,
}

/// Texts up to this many bytes are shown whole.
const WHOLE: usize = 700;
/// Bytes that are shown on each side of what was found in longer ones.
const AROUND: usize = 160;
/// Findings that are shown of one text; an article may have thousands.
pub(super) const SHOWN: usize = 40;

/// The pieces of a text, in order. Findings come in the order of their starts.
pub(super) fn pieces(text: &str, findings: &[Finding]) -> Vec<Piece> {
    let mut excerpt = Excerpt { text, whole: text.len() <= WHOLE, pieces: Vec::new(), at: 0 };
    for finding in findings.iter().take(SHOWN) {
        excerpt.mark(finding.start.max(excerpt.at), finding.end);
    }
    excerpt.end();
    excerpt.pieces
}

struct Excerpt<'t> {
    text: &'t str,
    whole: bool,
    pieces: Vec<Piece>,
    /// Everything before this byte is in a piece, or left out.
    at: usize,
}

impl Excerpt<'_> {
    fn mark(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        let between = self.text.get(self.at..start).unwrap_or_default();
        let is_first = self.pieces.is_empty();
        let after = if is_first { "" } else { self.head(between) };
        let before = self.tail(between.get(after.len()..).unwrap_or_default());
        if after.len() + before.len() < between.len() {
            self.plain(&format!("{after} … {before}"));
        } else {
            self.plain(between);
        }
        let words = self.text.get(start..end).unwrap_or_default();
        match self.pieces.last_mut() {
            // Findings that touch are one mark.
            Some(last) if last.found => last.words.push_str(words),
            _ => self.pieces.push(Piece { words: words.into(), found: true }),
        }
        self.at = end;
    }

    fn end(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let shown = self.head(rest);
        self.plain(&if shown.len() < rest.len() { format!("{shown} …") } else { rest.to_owned() });
    }

    fn plain(&mut self, words: &str) {
        if !words.is_empty() {
            self.pieces.push(Piece { words: words.into(), found: false });
        }
    }

    /// The first words of a stretch, as many as are shown.
    fn head<'w>(&self, words: &'w str) -> &'w str {
        if self.whole || words.len() <= AROUND {
            return words;
        }
        let near = words.get(..words.floor_char_boundary(AROUND)).unwrap_or_default();
        near.rsplit_once(char::is_whitespace).map_or(near, |(near, _)| near)
    }

    /// The last words of a stretch, as many as are shown.
    fn tail<'w>(&self, words: &'w str) -> &'w str {
        if self.whole || words.len() <= AROUND {
            return words;
        }
        let near = words.get(words.ceil_char_boundary(words.len() - AROUND)..).unwrap_or_default();
        near.split_once(char::is_whitespace).map_or(near, |(_, near)| near)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{Kind, Severity};

    fn found(spans: &[(usize, usize)]) -> Vec<Finding> {
        let finding = |&(start, end)| Finding {
            kind: Kind::Client,
            start,
            end,
            severity: Severity::Low,
            confidence: 50,
            rule: "invented",
        };
        spans.iter().map(finding).collect()
    }

    /// Pieces as one text, with what was found in brackets.
    fn told(text: &str, spans: &[(usize, usize)]) -> String {
        let told = |piece: Piece| if piece.found { format!("[{}]", piece.words) } else { piece.words };
        pieces(text, &found(spans)).into_iter().map(told).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        for (spans, shown) in [
            (&[] as &[(usize, usize)], "Wij winnen Vonk als klant"),
            (&[(11, 15)], "Wij winnen [Vonk] als klant"),
            (&[(11, 15), (20, 25)], "Wij winnen [Vonk] als [klant]"),
            (&[(4, 15), (11, 25)], "Wij [winnen Vonk als klant]"),
            (&[(4, 25), (11, 15)], "Wij [winnen Vonk als klant]"),
            (&[(0, 25)], "[Wij winnen Vonk als klant]"),
        ] {
            assert_eq!(told("Wij winnen Vonk als klant", spans), shown);
        }
        assert_eq!(told("", &[]), "");
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_found() {
        let text = format!("{}klant {}klant {}", "één ".repeat(200), "twée ".repeat(200), "drïe ".repeat(200));
        let first = text.find("klant").unwrap();
        let second = text.rfind("klant").unwrap();
        let shown = told(&text, &[(first, first + 5), (second, second + 5)]);
        assert!(shown.starts_with(" … één ") && shown.ends_with("drïe …"), "{shown}");
        assert!(shown.contains("één [klant] twée") && shown.contains("twée … twée"), "{shown}");
        assert!(shown.len() < 5 * AROUND, "{shown}");
        assert!(told(&text, &[]).len() < 2 * AROUND);
    }

    #[test]
    fn a_flood_of_findings_is_not_shown_whole() {
        let text = "klant ".repeat(5000);
        let spans: Vec<_> = (0..5000).map(|number| (number * 6, number * 6 + 5)).collect();
        assert!(told(&text, &spans).len() < 1000);
    }
}
