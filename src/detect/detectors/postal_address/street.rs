//! What a street's name looks like.

use super::is_joint;
use text::names::{Names, names};
use text::{Text, Word, flag};

/// How sure a name before a number is a street's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Street {
    /// `…straat`, `rue …`.
    Certain,
    /// `…hof`, `Am …`: also other things.
    Likely,
    /// Any name.
    Possible,
}

/// Ends of names that only streets have.
const CERTAIN: &[&str] = &[
    "straat",
    "laan",
    "plein",
    "gracht",
    "kade",
    "singel",
    "dijk",
    "weg",
    "dreef",
    "steeg",
    "plantsoen",
    "boulevard",
    "burgwal",
    "strasse",
    "str",
    "platz",
    "allee",
    "gasse",
    "chaussee",
    "ufer",
    "damm",
    "steenweg",
    "kaai",
    "avenue",
];
/// Ends of names that streets have and other things too.
const LIKELY: &[&str] = &[
    "hof", "park", "veld", "berg", "ring", "pad", "baan", "haven", "markt", "brink", "akker", "weide", "kamp", "hoek",
    "lei", "vest", "erf", "poort", "wal", "stede", "oord", "horst", "donk", "beemd", "burg", "tuin", "stieg", "steig",
    "zeile", "graben", "garten", "wiese", "dam", "sloot", "vliet", "bos", "heide", "duin", "zoom", "rade", "wijk",
    "meent", "pleintje", "straatje", "laantje",
];

/// Names that end like a street's and are none.
static OTHERS: Names = names!["onderweg" "snelweg" "autoweg" "vandaag" "spoorweg" "halverwege" "luchtweg"];

/// Words that open a street's name in French, Italian and Spanish, and in Dutch `Laan van …`.
static HEADS: Names = names![
    "allee" "allees" "av" "avenue" "bd" "boulevard" "calle" "chaussee" "chemin" "clos" "cours" "dreve" "faubourg" "impasse"
    "laan" "passage" "place" "plein" "quai" "route" "rue" "ruelle" "sentier" "square" "via" "voie" "weg"
];
/// Words that open one in German, and other words too.
static GERMAN_HEADS: Names =
    names!["am" "an" "auf" "im" "unter" "zum" "zur" "alte" "alter" "neue" "neuer" "hinter" "vor"];

/// Words that close a street's name in English.
static TYPES: Names = names![
    "alley" "ave" "avenue" "blvd" "boulevard" "broadway" "circle" "close" "court" "crescent" "ct" "drive" "dr" "gardens" "gate"
    "green" "grove" "highway" "hill" "hwy" "lane" "ln" "mews" "parade" "parkway" "pkwy" "place" "quay" "rd" "rise" "road" "row"
    "sq" "square" "st" "street" "terrace" "walk" "way" "wharf" "yard"
];

/// Words of a name at most.
const WORDS_MAX: usize = 6;

/// The street whose name ends before the number at `place`, and where it begins.
pub(super) fn before(text: &Text, place: usize) -> Option<(Street, usize)> {
    let last = place.checked_sub(1)?;
    let word = text.words.get(last).filter(|word| !word.is(flag::DIGIT) && word.end - word.start > 1)?;
    let head = (last.saturating_sub(WORDS_MAX)..last)
        .rev()
        .take_while(|at| text.gap(at + 1) == Some(*b" \0\0\0") || text.gap(at + 1) == Some(*b"'\0\0\0"))
        .find(|at| text.words.get(*at).is_some_and(|word| HEADS.has(word)));
    if let Some(head) = head.filter(|_| word.is(flag::CAPITAL)) {
        return Some((Street::Certain, head));
    }
    if !word.is(flag::CAPITAL) || OTHERS.has(word) {
        return None;
    }
    let first = name_start(text, last);
    let german = first.checked_sub(1).filter(|at| text.words.get(*at).is_some_and(|word| GERMAN_HEADS.has(word)));
    let opens = text.words.get(first).is_some_and(|word| GERMAN_HEADS.has(word));
    let street = match ending(text, word) {
        Some(street) => street,
        None if german.is_some() || opens => Street::Likely,
        None => Street::Possible,
    };
    Some((street, german.filter(|_| street != Street::Certain).unwrap_or(first)))
}

/// What the end of a word says, the word being more than that end or standing after another of its name.
pub(super) fn ending(text: &Text, word: &Word) -> Option<Street> {
    let spelling: String = text.spelling(word).take(40).map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    // `ß` is read as one of its two letters.
    let spelling = spelling.strip_suffix("strase").map(|head| format!("{head}strasse")).unwrap_or(spelling);
    // Most ends are ruled out by their last letter, without a call to compare them.
    let last = spelling.as_bytes().last();
    let is_end =
        |end: &&str| end.as_bytes().last() == last && spelling.strip_suffix(end).is_some_and(|head| head.len() != 1);
    let ends = |ends: &[&str]| ends.iter().any(is_end);
    if ends(CERTAIN) { Some(Street::Certain) } else { ends(LIKELY).then_some(Street::Likely) }
}

/// Where the run of capitalised words, with joints between, begins that ends at `last`.
fn name_start(text: &Text, last: usize) -> usize {
    let mut first = last;
    for at in (last.saturating_sub(WORDS_MAX)..last).rev() {
        let Some(word) = text.words.get(at) else { break };
        let close = matches!(text.gap(at + 1), Some([b' ' | b'-' | b'\'', 0, 0, 0] | [b'.', b' ', 0, 0]));
        if !close || word.is(flag::DIGIT) || text.words.get(at + 1).is_none_or(|word| word.is(flag::FIRST)) {
            break;
        }
        if word.is(flag::CAPITAL) {
            first = at;
        } else if !is_joint(word) {
            break;
        }
    }
    first
}

/// Whether a street's name may begin with this word, whatever its case.
pub(super) fn opens(word: &Word) -> bool {
    HEADS.has(word)
}

/// The last word of the street whose name begins at `place`, after a number.
pub(super) fn after(text: &Text, place: usize) -> Option<usize> {
    let spaced = |at: usize| {
        text.gap(at) == Some(*b" \0\0\0") || matches!(text.gap(at), Some([b',', b' ', 0, 0] | [b'\'', 0, 0, 0]))
    };
    let first = text.words.get(place).filter(|_| spaced(place))?;
    if HEADS.has(first) {
        // To the last word before a mark, a number or a word that leads to the place.
        let ends = |at: &usize| {
            let next = text.words.get(at + 1);
            let close = matches!(text.gap(at + 1), Some([b' ' | b'-' | b'\'', 0, 0, 0]));
            !close || next.is_none_or(|next| next.is(flag::DIGIT) || (!next.is(flag::CAPITAL) && !is_joint(next)))
        };
        return (place + 1..=place + WORDS_MAX)
            .find(ends)
            .filter(|end| text.words.get(*end).is_some_and(|word| word.is(flag::CAPITAL)));
    }
    if !first.is(flag::CAPITAL) {
        return None;
    }
    (place + 1..place + WORDS_MAX)
        .take_while(|at| {
            spaced(*at) && text.words.get(*at).is_some_and(|word| word.is(flag::CAPITAL) || is_joint(word))
        })
        .find(|at| text.words.get(*at).is_some_and(|word| TYPES.has(word)))
}
