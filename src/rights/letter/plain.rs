//! What members type, made fit for plain text: any script, no control characters.

use super::MOST_WORDS;

/// The most characters of a name or an address.
const MOST_IN_LINE: usize = 300;

/// One line, with single spaces.
pub(super) fn line(text: &str) -> String {
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    line.chars().take(MOST_IN_LINE).collect()
}

/// Lines as they were typed, without space around the whole.
pub(super) fn block(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |character: &char| matches!(character, '\n' | '\t') || !character.is_control();
    text.trim().chars().filter(kept).take(MOST_WORDS).collect()
}

/// A text with its placeholders filled in, once: what is filled in may hold braces of its own.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("  Robin\r\n\tVoor\u{0}beeld\u{2028}"), "Robin Voor beeld");
        assert_eq!(line("ياسمين 山田 Žižková"), "ياسمين 山田 Žižková");
        assert_eq!(line(&"é".repeat(400)).chars().count(), MOST_IN_LINE);
    }

    #[test]
    fn a_block_keeps_its_lines() {
        assert_eq!(block(" one\r\ntwo\rthree\n\n\tfour\u{7}\n"), "one\ntwo\nthree\n\n\tfour");
        assert_eq!(block(&"語".repeat(MOST_WORDS + 1)).chars().count(), MOST_WORDS);
    }

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        assert_eq!(fill("{kind}: {count}.", &[("kind", "{count}"), ("count", "3")]), "{count}: 3.");
        assert_eq!(fill("{gone}.", &[]), ".");
    }
}
