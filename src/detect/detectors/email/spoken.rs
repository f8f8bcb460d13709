//! Addresses in which words stand for the signs: "jan at firma punt nl", `jan [at] firma.nl`.
//!
//! "at" is also a common English word, so that without brackets around it the full stop must be a word too and the end a known
//! top-level domain.

use crate::Kind;
use crate::{Found, context};
use text::fold::hash;
use text::names::{Names, names};
use text::{Text, flag};

/// Words for `@`.
pub(crate) static SIGNS: Names =
    names!["apenstaart" "apenstaartje" "apestaart" "apestaartje" "arobase" "at" "klammeraffe"];

/// Words for a full stop.
static STOPS: Names = names!["dot" "point" "punkt" "punt"];

/// Words for the other signs of a local part.
static JOINTS: Names = names!["dash" "streepje" "tiret" "underscore" "bindestrich" "koppelteken" "minus"];

/// Top-level domains that such addresses end with; "in" and "me" are words.
static ENDINGS: Names = names![
    "agency" "amsterdam" "app" "at" "be" "biz" "brussels" "ch" "co" "com" "coop" "de" "dev" "dk" "es" "eu" "example" "fi" "fr"
    "frl" "gent" "ie" "info" "io" "it" "lu" "net" "nl" "no" "nu" "online" "org" "pl" "pt" "se" "shop" "tech" "uk" "vlaanderen"
    "ai" "us"
];

/// Words that are no part of an address.
static PROSE: Names = names![
    "a" "an" "the" "this" "that" "some" "one" "any" "every" "no" "which" "what" "each" "our" "my" "your" "het" "de" "een"
    "dit" "dat" "le" "la" "un" "une" "der" "die" "das" "ein" "last" "all" "work" "home" "least" "first"
];

/// Words of a local part or a domain at most, signs among them.
const WORDS_MAX: usize = 9;

pub(super) fn find(text: &Text, place: usize) -> Option<Found> {
    let bracketed = is_bracketed(text, place);
    let plain_at = text.words.get(place)?.hash == hash("at") && !bracketed;
    let first = local(text, place)?;
    let (last, stops) = domain(text, place + 1)?;
    let spelled = stops > 0;
    if (plain_at && !spelled)
        || PROSE.has(text.words.get(place.checked_sub(1)?)?)
        || PROSE.has(text.words.get(place + 1)?)
    {
        return None;
    }
    let found = Found::words(text, first, last, if bracketed { 95 } else { 90 }, Kind::Email)?;
    (!context::is_lesson(text, first, last)).then_some(found)
}

/// Whether the word stands between brackets.
fn is_bracketed(text: &Text, place: usize) -> bool {
    let Some(word) = text.words.get(place) else { return false };
    let after = text.glyphs(word.end as usize).next().map(|glyph| glyph.ascii);
    matches!(
        (text.glyph_before(word.start as usize), after),
        (Some(b'['), Some(b']')) | (Some(b'('), Some(b')')) | (Some(b'{'), Some(b'}')) | (Some(b'<'), Some(b'>'))
    )
}

/// Where the local part before the sign begins.
fn local(text: &Text, sign: usize) -> Option<usize> {
    let mut first = sign.checked_sub(1).filter(|_| is_close(text, sign))?;
    for _ in 0..WORDS_MAX {
        let Some(before) = first.checked_sub(1) else { break };
        let glued = matches!(text.gap(first), Some([b'.' | b'-' | b'_' | b'+', 0, 0, 0]));
        let joint = text.words.get(before).is_some_and(|word| STOPS.has(word) || JOINTS.has(word));
        if !is_close(text, first) || !(glued || joint) {
            break;
        }
        first = if joint && !glued { before.checked_sub(1).filter(|_| is_close(text, before))? } else { before };
    }
    Some(first)
}

/// Where the domain ends that begins at `place`, and how many of its full stops are words.
fn domain(text: &Text, place: usize) -> Option<(usize, usize)> {
    let mut last = place;
    let mut stops = 0;
    let mut best = None;
    for _ in 0..WORDS_MAX {
        if !is_close(text, last) {
            break;
        }
        let word = text.words.get(last)?;
        let next = last + 1;
        let dotted = text.gap(last) == Some(*b".\0\0\0");
        if last > place && (dotted || stops > 0) && ENDINGS.has(word) {
            best = Some((last, stops));
        }
        let glued = matches!(text.gap(next), Some([b'.' | b'-', 0, 0, 0]))
            && text.words.get(next).is_some_and(|next| next.is(flag::GLUED));
        if glued {
            last = next;
        } else if text.words.get(next).is_some_and(|word| STOPS.has(word)) && is_close(text, next) {
            stops += 1;
            last = next + 1;
        } else {
            break;
        }
    }
    best
}

/// Whether little stands between a word and the one before it: a space, a sign or brackets.
fn is_close(text: &Text, place: usize) -> bool {
    text.words.get(place).is_some_and(|word| !word.is(flag::FIRST))
        && text.gap(place).is_some_and(|gap| gap.iter().all(|sign| b" .-_+[](){}<>\0".contains(sign)))
}
