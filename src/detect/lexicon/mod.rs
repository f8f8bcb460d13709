//! Disclosures told in words: phrases of the lexicon files, found from their rarest word outwards.
//!
//! One TOML file a language, plain data, and a folder of the same name for more rules, by subject; build.rs compiles all of them into
//! one set of tables. People mix languages, so all of them are looked up at once, but for those of which a longer text holds not one frequent
//! word of their own. A file in the folder holds rules, and `unless` and `[words]` for them; the language's file holds:
//!
//! - `common`: words so frequent that they tell the language, and that phrases are looked up by others where they can be; capitalised, they begin no name. `before_names`: words that may lead
//!   a name in (`de gemeente Rietveen`). `inside_names`: small words that may stand inside one. `unless`: the marks that silence a rule which does not say itself what does.
//! - `[words]`: classes, `name = "word, another word, a phrase"`.
//! - `[[mark]]`: phrases that change what a rule near them means, such as a negation. `reach` says how near: `near` (a few words before or
//!   after), `before` (in the sentence, before the end of the match), `sentence` or `text`. Marks count for the rules of their own file.
//!   The marks `question` and `quotation` are always there.
//! - `[[rule]]`: `name`, `kind`, `confidence` in percent, `phrases`, and the `hits` and `misses` that prove it. `unless` and `needs` name
//!   marks; `also` names other kinds that the hits disclose too; a rule that `yields` speaks only where no other rule of its kind
//!   does in the text.
//!
//! A phrase is written as it is said, in lower case, without punctuation: `vacature(s)` or `zoek(t|en)` for endings, `*monteur` and
//! `boekhoud*` for compounds, `{class}`, `(one|or the other)`, `[perhaps]`, `..3` for up to three words of any sort, `{Name}` for a
//! capitalised name or mention, `{Number}` for digits, `^` for the beginning of a sentence, `#tag` for a hashtag.
//! Accents, case and lettered fonts never matter. A phrase begins and ends with a word, so that a finding is the shortest stretch that shows why.

mod clues;
mod element;
mod languages;
mod matcher;
mod numbering;
mod places;
mod rows;
mod side;
#[cfg(test)]
mod tests;
mod tables {
    //! What build.rs made of the files.

    use super::*;

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// The languages that have a file, such as `nl`; part of the names of their rules.
pub use tables::LANGUAGES;

use super::{Finding, Kind};
use clues::Clues;
use languages::Languages;
use matcher::Line;
use numbering::{Numbered, number_words};
use rows::{Anchors, Phrase, Rows, Starts};
use std::cmp::Reverse;
use tables::*;
use text::{Sentence, Text, Word, effort, flag};

/// Beginnings of words that belong to a class, and their endings written backwards: sorted, and none begins with another.
struct Affixes {
    prefixes: &'static [&'static str],
    suffixes: &'static [&'static str],
}

struct Rule {
    name: &'static str,
    kind: Kind,
    confidence: u8,
    language: u8,
    /// Bits of marks that silence it, and of marks it needs.
    unless: u16,
    needs: u16,
    /// It speaks only where no other rule of its kind does.
    yields: bool,
}

struct Mark {
    bit: u8,
    /// Place among `REACHES` of build/lexicon.rs.
    reach: u8,
    language: u8,
}

/// What is known of a word.
struct Traits {
    /// The lists of the files that it is on, as bits.
    lists: u8,
    /// Its clue.
    clue: u8,
}

/// A rule's hits and misses.
#[cfg(test)]
struct Proof {
    rule: &'static str,
    kind: Kind,
    /// File and line of the rule.
    place: &'static str,
    also: &'static [Kind],
    hits: &'static [&'static str],
    misses: &'static [&'static str],
}

/// Bits of the marks that the reader makes by itself, as build/lexicon.rs numbers them.
const QUESTION: u16 = 1;
const QUOTATION: u16 = 1 << 1;

/// Reaches as build/lexicon.rs numbers them; the third is the sentence.
const NEAR: u8 = 0;
const BEFORE: u8 = 1;
const TEXT: u8 = 3;
/// Words before and after a match in which a mark is near.
const NEAR_BEFORE: usize = 4;
const NEAR_AFTER: usize = 3;

/// A phrase found: places of its words in the text.
#[derive(Clone, Copy)]
struct Match<'l> {
    rule: &'l Rule,
    first: usize,
    last: usize,
    /// Place of the sentence.
    sentence: usize,
}

impl Match<'_> {
    /// Its place among the matches of its kind in a sentence: the surest first, then the one that begins first.
    fn rank(&self) -> (Reverse<u8>, usize, usize) {
        (Reverse(self.rule.confidence), self.first, self.last)
    }
}

/// A mark found.
struct Placed<'l> {
    mark: &'l Mark,
    sentence: usize,
    first: usize,
    last: usize,
}

/// Findings of all lexicons but those of `languages_off`, at most one of a kind in a sentence.
#[inline(never)]
pub(super) fn find(text: &mut Text, languages_off: &[String]) -> Vec<Finding> {
    let mut found = matches(text);
    if !languages_off.is_empty() {
        let is_off = |language: &&str| languages_off.iter().any(|off| off == language);
        found.retain(|one| !LANGUAGES.get(usize::from(one.rule.language)).is_some_and(is_off));
    }
    if found.iter().any(|one| one.rule.yields) {
        let is_firm = |kind: &Kind| found.iter().any(|one| !one.rule.yields && one.rule.kind == *kind);
        let firm: Vec<Kind> = Kind::ALL.iter().copied().filter(is_firm).collect();
        found.retain(|one| !one.rule.yields || !firm.contains(&one.rule.kind));
    }
    let mut surest: Vec<Match> = Vec::new();
    for one in found {
        let sentence = surest.iter_mut().rev().take_while(|known| known.sentence == one.sentence);
        match { sentence }.find(|known| known.rule.kind == one.rule.kind) {
            Some(known) if one.rank() < known.rank() => *known = one,
            Some(_) => {}
            None => surest.push(one),
        }
    }
    let finding = |one: Match| {
        Some(Finding {
            kind: one.rule.kind,
            start: text.words.get(one.first)?.start as usize,
            end: text.words.get(one.last)?.end as usize,
            severity: one.rule.kind.severity(),
            confidence: one.rule.confidence,
            rule: one.rule.name,
        })
    };
    surest.into_iter().filter_map(finding).collect()
}

/// Every phrase that no mark silences, sentence by sentence.
#[inline(never)]
fn matches(text: &mut Text) -> Vec<Match<'static>> {
    let numbered = number_words(&mut text.words, text.sentences.len());
    let mut found = phrases(text, numbered);
    if !found.is_empty() {
        let marks = marks(text, &found);
        found.retain(|found| holds(text, &marks, found));
    }
    found
}

/// Every phrase, sentence by sentence.
fn phrases(text: &Text, Numbered { anchors, clues, spoken }: Numbered) -> Vec<Match<'static>> {
    let clues_of = |sentence: usize| clues.get(sentence).copied().unwrap_or(Clues::ANY);
    let mut found = Vec::new();
    let mut sentence = 0;
    let mut line = Line::new(text, sentence, clues_of(sentence));
    for anchor in anchors {
        let place = anchor as usize;
        if !line.places().contains(&place) {
            while text.sentences.get(sentence + 1).is_some_and(|next| next.first <= anchor) {
                sentence += 1;
            }
            line = Line::new(text, sentence, clues_of(sentence));
        }
        RULE_ANCHORS.each(&line, place, spoken, &mut |target, first, last| {
            found.extend(RULES.get(usize::from(target)).map(|rule| Match { rule, first, last, sentence }));
        });
    }
    found
}

/// The lists of the files that a word is on, as bits.
#[inline(always)]
fn lists(word: &Word) -> u8 {
    TRAITS.get(usize::from(word.id)).map_or(0, |traits| traits.lists)
}

/// Whether a word is on one of the lists of the files.
#[inline(always)]
fn is_listed(word: &Word, list: u8) -> bool {
    lists(word) & list != 0
}

/// The marks that may silence what was found.
#[derive(Default)]
struct Marks {
    /// Those of the sentences in which something was found, in order of sentences.
    placed: Vec<Placed<'static>>,
    /// Those that reach the whole text, as bits, by language.
    text: [u16; LANGUAGES.len()],
}

#[inline(never)]
fn marks(text: &Text, found: &[Match]) -> Marks {
    let spoken = Languages::of(found.iter().map(|found| found.rule.language));
    let mut marks = Marks::default();
    let mut found = found.iter().map(|found| found.sentence).peekable();
    for sentence in 0..text.sentences.len() {
        let line = Line::new(text, sentence, Clues::ANY);
        let is_found = found.peek() == Some(&sentence);
        while found.next_if_eq(&sentence).is_some() {}
        let anchors = line.places().filter(|place| line.word(*place).is_some_and(|word| is_listed(word, MARK_ANCHOR)));
        for place in anchors {
            MARK_ANCHORS.each(&line, place, spoken, &mut |target, first, last| {
                let Some(mark) = MARKS.get(usize::from(target)) else { return };
                if mark.reach == TEXT {
                    let bits = marks.text.get_mut(usize::from(mark.language));
                    bits.into_iter().for_each(|bits| *bits |= 1 << mark.bit);
                } else if is_found {
                    marks.placed.push(Placed { mark, sentence, first, last });
                }
            });
        }
    }
    marks
}

/// Whether no mark silences a match, and those it needs are there.
#[inline(never)]
fn holds(text: &Text, marks: &Marks, found: &Match) -> bool {
    let own = marks.placed.partition_point(|placed| placed.sentence < found.sentence);
    let own = marks.placed.get(own..).unwrap_or_default().iter().take_while(|placed| placed.sentence == found.sentence);
    let mut seen = marks.text.get(usize::from(found.rule.language)).copied().unwrap_or(0);
    for placed in own {
        effort::spend(1);
        let reaches = match placed.mark.reach {
            NEAR => is_near(text, placed, found),
            BEFORE => placed.first <= found.last,
            _ => true,
        };
        if reaches && placed.mark.language == found.rule.language {
            seen |= 1 << placed.mark.bit;
        }
    }
    if text.sentences.get(found.sentence).is_some_and(|sentence| sentence.question) {
        seen |= QUESTION;
    }
    if is_quoted(text, found) {
        seen |= QUOTATION;
    }
    found.rule.unless & seen == 0 && found.rule.needs & !seen == 0
}

/// Whether a mark stands a few words before or after a match, or in it, with no comma or bracket between.
fn is_near(text: &Text, placed: &Placed, found: &Match) -> bool {
    let between = if placed.last < found.first {
        Some(placed.last + 1..found.first + 1).filter(|between| between.len() <= NEAR_BEFORE)
    } else if placed.first > found.last {
        Some(found.last + 1..placed.first + 1).filter(|between| between.len() <= NEAR_AFTER)
    } else {
        return true;
    };
    let words = between.and_then(|between| text.words.get(between));
    words.is_some_and(|words| !words.iter().any(|word| word.is(flag::CLAUSE)))
}

/// Whether a match stands between quotation marks.
fn is_quoted(text: &Text, found: &Match) -> bool {
    let Some(start) = text.words.get(found.first).map(|word| word.start) else { return false };
    let before = text.quotes.partition_point(|quote| quote.start <= start);
    before.checked_sub(1).and_then(|at| text.quotes.get(at)).is_some_and(|quote| start < quote.end)
}
