//! Postcodes that are told by their form alone.

use super::is_beside;
use text::{Text, Word, flag};

/// Four digits and two capitals, in one word or two: the place of the last.
pub(super) fn dutch(text: &Text, place: usize) -> Option<usize> {
    let word = text.words.get(place)?;
    let next = text
        .words
        .get(place + 1)
        .filter(|next| next.end - next.start == 2 && next.is(flag::UPPER) && text.gap(place + 1) == Some(*b" \0\0\0"));
    let may = match word.end - word.start {
        4 => next.is_some(),
        6 => word.is(flag::UPPER),
        _ => false,
    };
    if !may {
        return None;
    }
    let spelling: Vec<u8> = text.spelling(word).take(7).collect();
    let figures = spelling.iter().take_while(|character| character.is_ascii_digit()).count();
    let letters = |letters: &[u8]| {
        letters.len() == 2
            && letters.iter().all(u8::is_ascii_uppercase)
            && ![*b"SA", *b"SD", *b"SS"].iter().any(|never| never == letters)
    };
    if figures != 4 || spelling.first() == Some(&b'0') {
        return None;
    }
    if spelling.len() == 6 {
        return spelling.get(4..).is_some_and(letters).then_some(place);
    }
    let pair: Vec<u8> = text.spelling(next?).collect();
    (spelling.len() == 4 && letters(&pair)).then_some(place + 1)
}

/// `S3 8XY`, at `place` or after the rest of a place's name: the place of its last word.
pub(super) fn british(text: &Text, place: usize) -> Option<usize> {
    let inward = |place: usize| {
        let spelling: Vec<u8> =
            text.words.get(place).into_iter().flat_map(|word| text.spelling(word).take(4)).collect();
        matches!(*spelling, [b'0'..=b'9', b'A'..=b'Z', b'A'..=b'Z'])
    };
    let outward = |place: usize| {
        text.words
            .get(place)
            .is_some_and(|word| word.is(flag::DIGIT) && word.is(flag::CAPITAL) && word.end - word.start <= 4)
    };
    (place..=place + 2)
        .find(|place| is_beside(text, *place) && outward(*place) && inward(place + 1))
        .map(|place| place + 1)
}

/// `IL 62704`.
pub(super) fn american(text: &Text, place: usize) -> Option<usize> {
    let state = |word: &&Word| !word.is(flag::LOWER | flag::DIGIT) && word.end - word.start == 2;
    let place = (place..=place + 1)
        .take_while(|place| is_beside(text, *place))
        .find(|place| text.words.get(*place).filter(state).is_some())?;
    let zip = text.words.get(place + 1).is_some_and(|word| word.is_number() && word.end - word.start == 5);
    Some(if zip { place + 1 } else { place })
}
