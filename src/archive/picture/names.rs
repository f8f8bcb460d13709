//! Persons and firms inside a finding: words with a capital, as Dutch and English write names.

use std::ops::Range;

/// Words inside a name that have no capital.
const JOINING: [&str; 18] =
    ["&", "+", "da", "de", "del", "den", "der", "di", "du", "het", "la", "le", "of", "ten", "ter", "van", "von", "zu"];

/// Words with a capital that are no name, or stand before one at the beginning of a sentence. In lower case, sorted.
const NO_NAME: [&str; 100] = [
    "a",
    "after",
    "an",
    "april",
    "as",
    "at",
    "august",
    "augustus",
    "bij",
    "but",
    "by",
    "ceo",
    "cfo",
    "client",
    "cto",
    "de",
    "december",
    "deze",
    "dit",
    "donderdag",
    "door",
    "een",
    "en",
    "february",
    "for",
    "friday",
    "from",
    "hello",
    "het",
    "hoera",
    "hr",
    "i",
    "ik",
    "in",
    "it",
    "january",
    "juli",
    "july",
    "june",
    "juni",
    "klant",
    "maandag",
    "march",
    "may",
    "meet",
    "met",
    "mijn",
    "monday",
    "my",
    "na",
    "namens",
    "nederland",
    "new",
    "nieuw",
    "nieuwe",
    "november",
    "october",
    "onder",
    "ons",
    "onze",
    "op",
    "our",
    "partner",
    "proud",
    "samen",
    "saturday",
    "september",
    "since",
    "sinds",
    "so",
    "sunday",
    "thank",
    "thanks",
    "that",
    "the",
    "they",
    "this",
    "thursday",
    "today",
    "together",
    "trots",
    "tuesday",
    "van",
    "vanaf",
    "vandaag",
    "vijf",
    "voor",
    "vrijdag",
    "we",
    "wednesday",
    "week",
    "welcome",
    "welkom",
    "when",
    "wij",
    "with",
    "woensdag",
    "yesterday",
    "zaterdag",
    "zondag",
];

/// The names in a stretch of a text.
pub(super) fn names(text: &str, span: Range<usize>) -> Vec<String> {
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let mut names = Names { opens: before.is_empty() || before.ends_with(ENDS), ..Names::default() };
    for written in text.get(span).unwrap_or_default().split_whitespace() {
        names.read(written);
    }
    names.end();
    names.found
}

/// What ends a sentence, so that a capital behind it says nothing.
const ENDS: [char; 5] = ['.', '!', '?', ':', '•'];

#[derive(Default)]
struct Names<'t> {
    found: Vec<String>,
    /// The name being read, and whether it opens a sentence.
    words: Vec<&'t str>,
    opened: bool,
    /// The next word opens a sentence.
    opens: bool,
}

impl<'t> Names<'t> {
    fn read(&mut self, written: &'t str) {
        let bare = written.trim_matches(|letter: char| !letter.is_alphanumeric());
        let word = if JOINING.contains(&written) { written } else { bare };
        // A mark before a word, or after one, parts it from its neighbour.
        if !written.starts_with(word) {
            self.end();
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let first = self.words.is_empty();
        let begins = first && capital && !NO_NAME.contains(&word.to_lowercase().as_str());
        if begins {
            self.opened = self.opens;
        }
        if begins || (!first && (capital || JOINING.contains(&word))) {
            self.words.push(word);
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
        let doubtful =
            self.opened && self.words.len() == 1 && whole.chars().filter(|letter| letter.is_uppercase()).count() < 2;
        if whole.chars().count() > 1 && !doubtful {
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
}
