//! Persons and firms inside a finding: words with a capital, as Dutch and English write names.

use std::ops::Range;

/// Words inside a name that have no capital.
const JOINING: [&str; 18] =
    ["&", "+", "da", "de", "del", "den", "der", "di", "du", "het", "la", "le", "of", "ten", "ter", "van", "von", "zu"];

/// Words with a capital that are no name, or stand before one at the beginning of a sentence; in lower case.
const NO_NAME: &str = "a after an april as at august augustus bij but by ceo cfo client cto de december deze dit donderdag \
    door een en february for friday from hello het hoera hr i ik in it january juli july june juni klant \
    maandag march may meet met mijn monday my na namens nederland new nieuw nieuwe november october \
    onder ons onze op our partner proud samen saturday september since sinds so sunday thank thanks that \
    the they this thursday today together trots tuesday van vanaf vandaag voor vrijdag we wednesday \
    welcome welkom when wij with woensdag yesterday zaterdag zondag";

/// Bytes that are looked at on each side of a finding, for names that reach out of it.
const AROUND: usize = 80;

/// What ends a sentence, so that a capital behind it says nothing.
const ENDS: [char; 5] = ['.', '!', '?', ':', '•'];

/// The names that stand in a stretch of a text, whole also where they reach out of it.
pub(super) fn names(text: &str, span: Range<usize>) -> Vec<String> {
    let line = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let from = line.max(text.ceil_char_boundary(span.start.saturating_sub(AROUND)));
    let to = text.floor_char_boundary(span.end.saturating_add(AROUND).min(text.len()));
    let mut names = Names { span, opens: from == line, ..Names::default() };
    let mut at = from;
    for piece in text.get(from..to).unwrap_or_default().split_inclusive(char::is_whitespace) {
        names.read(at, piece.trim_end());
        at += piece.len();
        if piece.ends_with('\n') {
            names.end();
            names.opens = true;
        }
    }
    names.end();
    names.found
}

fn is_no_name(word: &str) -> bool {
    let word = word.to_lowercase();
    NO_NAME.split(' ').any(|known| known == word)
}

#[derive(Default)]
struct Names<'t> {
    span: Range<usize>,
    found: Vec<String>,
    /// The name being read, where it stands, and whether it opens a sentence.
    words: Vec<&'t str>,
    place: Range<usize>,
    opened: bool,
    /// The next word opens a sentence.
    opens: bool,
}

impl<'t> Names<'t> {
    fn read(&mut self, at: usize, written: &'t str) {
        if written.is_empty() {
            return;
        }
        let bare = written.trim_matches(|letter: char| !letter.is_alphanumeric());
        let word = if JOINING.contains(&written) { written } else { bare };
        // A mark before a word, or after one, parts it from its neighbour.
        if !written.starts_with(word) {
            self.end();
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let first = self.words.is_empty();
        let begins = first && capital && !is_no_name(word);
        if begins {
            (self.opened, self.place.start) = (self.opens, at);
        }
        if begins || (!first && (capital || JOINING.contains(&word))) {
            self.words.push(word);
            self.place.end = at + written.len();
        } else {
            self.end();
        }
        self.opens = written.ends_with(ENDS);
        if !written.ends_with(word) {
            self.end();
        }
    }

    /// Puts a name away. What only joins is no end of one, and one word that opens a sentence has its capital from there.
    fn end(&mut self) {
        while self.words.last().is_some_and(|word| JOINING.contains(word)) {
            self.words.pop();
        }
        let whole = self.words.join(" ");
        let whole = whole.strip_suffix("'s").or_else(|| whole.strip_suffix("’s")).unwrap_or(&whole);
        let capitals = whole.chars().filter(|letter| letter.is_uppercase()).count();
        let doubtful = self.opened && self.words.len() == 1 && capitals < 2;
        let inside = self.place.start < self.span.end && self.place.end > self.span.start;
        if whole.chars().count() > 1 && !doubtful && inside {
            self.found.push(whole.to_owned());
        }
        self.words.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_runs_of_words_with_a_capital() {
        for (text, found) in [
            ("Hoera: Rietdekkersbedrijf Van Elk stapt over", vec!["Rietdekkersbedrijf Van Elk"]),
            ("Onze klant Bakkerij de Gouden Aar en Nour Smid", vec!["Bakkerij de Gouden Aar", "Nour Smid"]),
            ("Welcome Smith & Daughters, Ltd and Oak's team", vec!["Smith & Daughters", "Ltd", "Oak"]),
            ("wij zoeken een lasser", vec![]),
            ("We met in March with \"Hekwerk BV\".", vec!["Hekwerk BV"]),
            ("Mooie dag bij ASML. Straks meer", vec!["ASML"]),
            ("", vec![]),
        ] {
            assert_eq!(names(text, 0..text.len()), found, "{text}");
        }
    }

    #[test]
    fn a_name_is_whole_also_where_it_reaches_out_of_the_finding() {
        let text = "Voor Bo. Wij leveren aan Bakkerij Van Elk en aan Nour Smid.\nNamens Iedereen";
        let start = text.find("aan Bakkerij").unwrap();
        assert_eq!(names(text, start..start + "aan Bakkerij".len()), ["Bakkerij Van Elk"]);
        assert_eq!(names(text, start + 10..start + 20), ["Bakkerij Van Elk"]);
    }
}
