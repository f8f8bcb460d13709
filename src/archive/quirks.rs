//! What LinkedIn's exports do otherwise than CSV and addresses are meant to. All of it is here.

use super::Date;
use crate::linkedin::urn;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// Whole fields that mean nothing. `NA` and `none` are words.
const NOTHING: [&str; 4] = ["NULL", "N/A", "#N/A", "<NA>"];

/// LinkedIn opened in May 2003; a time before that is a number of another kind. (2003-05-05, in milliseconds.)
const LINKEDIN_OPENED: u64 = 1_052_092_800_000;

/// What Windows-1252 has at 0x80 to 0x9F; the rest of it is Latin-1. (A table of our own, because the crates for it carry all
/// the world's encodings; source: WHATWG's index-windows-1252.)
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Reads UTF-8, and as Windows-1252 what is not: some years, and whoever saved a file in a spreadsheet, mix them.
pub fn decode(bytes: &[u8], text: &mut String) {
    if let Ok(whole) = std::str::from_utf8(bytes) {
        return text.push_str(whole);
    }
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| {
            let special = byte.checked_sub(0x80).and_then(|place| WINDOWS_1252.get(usize::from(place)));
            special.copied().unwrap_or(char::from(*byte))
        }));
    }
}

/// A header's name without what differs from year to year: `SharedURL` and `Shared Url` are `sharedurl`.
pub fn column(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What stands between the fields: a comma, the tab of 2018, or the semicolon of European spreadsheets.
pub fn delimiter(header: &str) -> u8 {
    let count = |delimiter: u8| header.bytes().filter(|byte| *byte == delimiter).count();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

/// Whether a line looks like the beginning of a row of posts or comments: date, link. So a row whose quotation mark is never
/// closed does not swallow those behind it.
pub fn begins_row(line: &str, delimiter: u8) -> bool {
    // Most lines are of a text, and show it by their first letter.
    let opening = line.trim_start_matches('"');
    if !opening.starts_with(|first: char| first.is_ascii_digit() || first == char::from(delimiter)) {
        return false;
    }
    let mut fields = line.splitn(3, char::from(delimiter)).map(|field| field.trim_matches('"'));
    let (Some(date), Some(link)) = (fields.next(), fields.next()) else { return false };
    if date.is_empty() {
        return link.starts_with("https://www.linkedin.com/feed/update/");
    }
    link.starts_with("https://") && Date::parse(date).is_some()
}

/// Comments escape a quotation mark with a backslash, or double it in a field without quotation marks around it. Gives the line as
/// CSV has it.
///
/// A backslash before the last quotation mark of a row is the text's own: `closes` says that no row goes on behind this line.
pub fn comment_quotes(line: &str, begins: bool, closes: bool, delimiter: u8) -> Cow<'_, str> {
    if begins && line.contains("\"\"") && is_bare(line, delimiter) {
        let fields = line.trim_end_matches('\n').split(char::from(delimiter));
        let quoted = |field: &str| if field.contains('"') { format!("\"{field}\"") } else { field.to_owned() };
        return Cow::from(fields.map(quoted).collect::<Vec<_>>().join(&char::from(delimiter).to_string()) + "\n");
    }
    if !line.contains("\\\"") {
        return Cow::from(line);
    }
    let body = line.strip_suffix('\n').unwrap_or(line);
    let mut standard = String::with_capacity(line.len() + 8);
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("\\\"") {
        standard.push_str(before);
        let ends = after.is_empty() && closes;
        // `\""x` is a backslash before a doubled quotation mark: standard CSV.
        let doubled =
            after.strip_prefix('"').is_some_and(|after| !after.is_empty() && !after.starts_with(char::from(delimiter)));
        standard.push_str(if ends || doubled { "\\\"" } else { "\"\"" });
        rest = after;
        if let (true, Some(after)) = (doubled, after.strip_prefix('"')) {
            standard.push('"');
            rest = after;
        }
    }
    standard.push_str(rest);
    if line.ends_with('\n') {
        standard.push('\n');
    }
    Cow::from(standard)
}

/// Whether no field of a row stands between quotation marks. A field that begins with two is not between them, unless it is empty.
fn is_bare(line: &str, delimiter: u8) -> bool {
    let between = |field: &str| {
        let field = field.trim_end();
        field.starts_with('"') && (field == "\"\"" || !field.starts_with("\"\"") || field.starts_with("\"\"\""))
    };
    !line.split(char::from(delimiter)).any(between)
}

/// Posts have each line break written as quotation mark, break, quotation mark: the text without those marks, where all breaks have them.
pub fn unwrap_breaks(text: &str) -> Option<String> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.strip_suffix('"')?;
    let mut plain = String::with_capacity(text.len());
    plain.push_str(first);
    let mut lines = rest.split('\n').peekable();
    while let Some(line) = lines.next() {
        let ends = if lines.peek().is_some() { "\"" } else { "" };
        plain.push('\n');
        plain.push_str(line.strip_prefix('"')?.strip_suffix(ends)?);
    }
    Some(plain)
}

/// A field as its author meant it: line breaks as `\n`, no characters that nobody sees, nothing where it says so.
pub fn clean(field: &str) -> Cow<'_, str> {
    if NOTHING.contains(&field.trim()) {
        return Cow::default();
    }
    // Most fields need nothing; 0xc2 begins the control characters beyond ASCII.
    if !field.bytes().any(|byte| matches!(byte, 0..=8 | 11..=31 | 0x7f | 0xc2)) {
        return Cow::from(field);
    }
    let seen = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    Cow::Owned(field.replace("\r\n", "\n").replace('\r', "\n").chars().filter(seen).collect())
}

/// A link as people read it: LinkedIn's names are percent-encoded in some years. Only pages of the web are links.
pub fn link(field: &str) -> Option<String> {
    let link = field.trim();
    let page = link.starts_with("https://") || link.starts_with("http://");
    if !page || link.contains(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '<' | '>')) {
        return None;
    }
    let mut link = link.to_owned();
    for (encoded, plain) in [("%3A", ":"), ("%3a", ":"), ("%2C", ","), ("%2c", ","), ("%28", "("), ("%29", ")")] {
        if link.contains(encoded) {
            link = link.replace(encoded, plain);
        }
    }
    Some(link)
}

/// LinkedIn's name for the post behind a link, and when it was published as far as the name tells.
pub fn post_in(link: &str) -> Option<(String, Option<u64>)> {
    let (_, rest) = link.split_once("/feed/update/")?;
    let name = percent_decode_str(rest.split(['/', '?', '#']).next()?).decode_utf8().ok()?;
    if let Some(post) = urn::Urn::parse(&name) {
        return Some((name.into_owned(), plausible(post.time())));
    }
    let (group, post) = name.strip_prefix("urn:li:groupPost:")?.split_once('-')?;
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let time = post.parse::<u64>().ok().and_then(|id| plausible(id >> 22));
    (number(group) && number(post)).then(|| (name.to_string(), time))
}

/// LinkedIn's name for the comment behind a link: the last one, which is the reply where there is one.
pub fn comment_in(link: &str) -> Option<(String, Option<u64>)> {
    let link = percent_decode_str(link).decode_utf8().ok()?;
    let name = urn::comment_in(link.get(link.rfind("urn:li:comment:(")?..)?)?;
    Some((name.to_owned(), urn::time_of_comment(name).and_then(plausible)))
}

/// Numbers from before LinkedIn's present numbering hold no time.
fn plausible(time: u64) -> Option<u64> {
    (time >= LINKEDIN_OPENED).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_begins_with_a_date_and_a_link() {
        for (line, begins) in [
            ("2026-01-05 10:00:00,https://x.example,words", true),
            ("\"2026-01-05 10:00:00\",\"https://x.example\",words", true),
            (",https://www.linkedin.com/feed/update/urn:li:share:1,words", true),
            (",https://x.example,words", false),
            ("2026-01-05 10:00:00,words", false),
            ("2026 was good,https://x.example,words", false),
            ("Ada,https://www.linkedin.com/feed/update/urn:li:share:1,words", false),
            ("2026-01-05 10:00:00", false),
        ] {
            assert_eq!(begins_row(line, b','), begins, "{line}");
        }
    }

    #[test]
    fn an_escaped_quotation_mark_may_stand_before_the_one_that_closes() {
        for (written, standard) in [
            (r#"x,"zei \"ja\"",y"#, r#"x,"zei ""ja""",y"#),
            (r#"x,"zei \"ja\"""#, r#"x,"zei ""ja""""#),
            (r#"x,"een \""twee"",y"#, r#"x,"een \""twee"",y"#),
        ] {
            assert_eq!(
                comment_quotes(&format!("{written}\n"), false, false, b','),
                format!("{standard}\n"),
                "{written}"
            );
        }
        let last = "x,\"C:\\\"\n";
        assert_eq!(comment_quotes(last, false, true, b','), last, "a backslash at the end of a row is the text's own");
    }

    #[test]
    fn a_post_in_a_group_has_two_numbers_and_the_time_of_the_second() {
        let named =
            |name: &str| post_in(&format!("https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A{name}?x=1"));
        let name = "urn:li:groupPost:88-7456000000000000002".to_owned();
        assert_eq!(named("88-7456000000000000002"), Some((name, Some(1_777_648_925_781))));
        assert_eq!(named("88-7"), Some(("urn:li:groupPost:88-7".to_owned(), None)));
        for strange in ["a-7", "88-a", "-7", "88-", "88"] {
            assert_eq!(named(strange), None, "{strange}");
        }
    }
}
