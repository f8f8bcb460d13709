//! Tokens with a form of their own: those of the table, and the few that have no prefix.

use super::forms::{Alphabet, FORMS, Form, may_begin};
use super::{Stretch, looks_random};
use text::Text;
use text::effort;

/// Characters of the shortest token.
pub(super) const SHORTEST: usize = 16;

/// The first token in a run that stands at `start` of the text.
pub(super) fn find(run: &str, start: usize) -> Option<Stretch> {
    let bytes = run.as_bytes();
    let mut before = 0u8;
    for (at, byte) in bytes.iter().enumerate() {
        let opens = !before.is_ascii_alphanumeric() && byte.is_ascii_alphanumeric();
        before = *byte;
        if !opens {
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.len() < SHORTEST {
            return None;
        }
        let found = form_at(rest).or_else(|| web_token(rest)).or_else(|| numbered(rest));
        if let Some((length, confidence)) = found {
            return Some((start + at, start + at + length, confidence));
        }
    }
    None
}

/// How long the token is that begins here, and how sure.
fn form_at(rest: &[u8]) -> Option<(usize, u8)> {
    let forms = may_begin(rest).then_some(FORMS)?;
    forms.iter().find_map(|form| {
        let body = rest.strip_prefix(form.prefix)?;
        let length = body.iter().take(usize::from(form.most) + 1).take_while(|byte| form.alphabet.has(**byte)).count();
        effort::spend(length);
        let body = body.get(..length)?;
        // A full stop or a hyphen at the end is the sentence's.
        let trimmed = body.iter().rev().take_while(|byte| matches!(byte, b'.' | b'-' | b'=')).count();
        let length = length - trimmed;
        let fits = (usize::from(form.fewest)..=usize::from(form.most)).contains(&length);
        let token = form.prefix.len() + length;
        let closed = !rest.get(token).is_some_and(u8::is_ascii_alphanumeric);
        let confidence = if is_github_checked(form, body) { 99 } else { 95 };
        (fits && closed && looks_random(body, 7)).then_some((token, confidence))
    })
}

/// GitHub's and npm's tokens end with a check: CRC-32 of the thirty characters before, in base 62.
fn is_github_checked(form: &Form, body: &[u8]) -> bool {
    let Some((random, check)) = body.split_at_checked(30).filter(|(_, check)| check.len() == 6) else { return false };
    let checked = form.prefix.starts_with(b"gh") || form.prefix == b"npm_";
    let crc = !random.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    });
    let mut left = crc;
    let written = check.iter().rev().all(|character| {
        const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        let digit = DIGITS.get((left % 62) as usize);
        left /= 62;
        digit == Some(character)
    });
    checked && written
}

/// A JSON Web Token: two objects in base 64, which begin with `eyJ`, and a signature.
fn web_token(rest: &[u8]) -> Option<(usize, u8)> {
    rest.strip_prefix(b"eyJ")?;
    let part = |from: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| Alphabet::Url.has(**byte)).count()
    };
    let head = part(0);
    let body = (rest.get(head) == Some(&b'.')).then(|| part(head + 1))?;
    let second = head + 1 + body;
    let signature = if rest.get(second) == Some(&b'.') { 1 + part(second + 1) } else { 0 };
    let object = rest.get(head + 1..)?.starts_with(b"eyJ") || signature > 20;
    (head >= 12 && body >= 10 && object).then_some((second + signature, 97))
}

/// Tokens that begin with a number or an id: Telegram `123456789:AA…`, Discord `MTA….Ab1-Cd.…`, Mailchimp `…-us12`.
fn numbered(rest: &[u8]) -> Option<(usize, u8)> {
    let count = |rest: &[u8], alphabet: Alphabet| rest.iter().take(80).take_while(|byte| alphabet.has(**byte)).count();
    let digits = rest.iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
    if (8..=10).contains(&digits) && rest.get(digits..)?.starts_with(b":AA") {
        return (count(rest.get(digits + 1..)?, Alphabet::Url) == 35).then_some((digits + 36, 96));
    }
    if matches!(rest, [b'M' | b'N' | b'O', ..]) {
        let id = count(rest, Alphabet::Alnum);
        let dotted = (23..=28).contains(&id) && rest.get(id) == Some(&b'.');
        let time = dotted.then(|| count(rest.get(id + 1..).unwrap_or_default(), Alphabet::Url))?;
        let last = count(rest.get(id + time + 2..)?, Alphabet::Url);
        let fits = time == 6 && rest.get(id + 7) == Some(&b'.') && (27..=40).contains(&last);
        return fits.then_some((id + time + 2 + last, 96));
    }
    let hex = rest.iter().take(33).take_while(|byte| Alphabet::Hex.has(**byte)).count();
    let centre = (hex == 32).then(|| rest.get(32..)?.strip_prefix(b"-us"))??;
    let number = centre.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=2).contains(&number).then_some((35 + number, 95))
}

/// Bytes of a private key, and of its first line, that are looked at.
const KEY_MAX: usize = 4_096;
const LINE_MAX: usize = 80;

/// A private key that begins at an offset, or its first line.
pub(super) fn private_key(text: &Text, start: usize) -> Option<Stretch> {
    let rest = text.source.get(start..)?;
    let first_line = rest.get(..rest.floor_char_boundary(LINE_MAX))?;
    let (kind, _) = first_line.strip_prefix("-----BEGIN ")?.split_once("-----")?;
    if !(kind.ends_with("PRIVATE KEY") || kind.ends_with("PRIVATE KEY BLOCK")) {
        return None;
    }
    let close = format!("-----END {kind}-----");
    let near = rest.get(..rest.floor_char_boundary(KEY_MAX))?;
    effort::spend(near.len());
    let whole = near.find(&close).map(|at| at + close.len());
    Some((start, start + whole.unwrap_or(kind.len() + 16), 99))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found_and_ends_where_its_alphabet_does() {
        for form in FORMS {
            let sample: Vec<u8> = (0..form.fewest).map(|place| b"A7B3C9D1E5F2A8B4"[usize::from(place) % 16]).collect();
            let token = [form.prefix, &sample].concat();
            let token = String::from_utf8(token).unwrap();
            assert_eq!(
                find(&format!("={token},"), 10).map(|(start, end, _)| (start, end)),
                Some((11, 11 + token.len())),
                "{token}"
            );
        }
    }

    /// The first so many characters.
    fn cut(text: &str, length: usize) -> &str {
        text.get(..length).unwrap()
    }

    /// How long the token is that a run begins with, and how sure.
    fn token(run: &str) -> Option<(usize, u8)> {
        find(run, 0).map(|(start, end, confidence)| (end - start, confidence))
    }

    #[test]
    fn a_right_check_raises_confidence_in_tokens_that_have_one() {
        let body = "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq1";
        for (prefix, confidence) in [("ghp_", 99), ("ghs_", 99), ("npm_", 99), ("nfp_", 95)] {
            assert_eq!(token(&format!("{prefix}{body}7")), Some((40, confidence)), "{prefix}");
        }
        assert_eq!(token(&format!("ghp_{body}8")), Some((40, 95)));
    }

    #[test]
    fn a_token_ends_with_its_service_s_length_and_not_with_the_sentence() {
        for (run, length) in [
            ("AKIAIOSFODNN7EXAMPLE", Some(20)),
            ("AKIAIOSFODNN7EXAMPL", None),
            ("AKIAIOSFODNN7EXAMPLES", None),
            ("AKIAIOSFODNN7EXAMPLEs", None),
            ("AKIAIOSFODNN7EXAMPLE_x", Some(20)),
            ("AKIAAAAAAAAAAA7AAAAA", None),
            ("AKIAIOSFODNNXEXAMPLE", None),
            ("glpat-A7B3C9D1E5F2A8B4c6d8.-", Some(26)),
            ("LTAI7B3C9D1E5F2A", Some(16)),
            ("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", Some(35)),
            ("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_x", None),
            ("xAKIAIOSFODNN7EXAMPLE", None),
        ] {
            assert_eq!(token(run).map(|(length, _)| length), length, "{run}");
        }
        let inside = "key=(AKIAIOSFODNN7EXAMPLE)";
        assert_eq!(find(inside, 100), Some((105, 125, 95)), "{inside}");
    }

    #[test]
    fn a_web_token_is_two_objects_or_is_signed() {
        for (run, length) in [
            ("eyJhbGciOiJI.eyJzdWIiOi.c2ln", Some(28)),
            ("eyJhbGciOiJI.eyJzdWIiOi", Some(23)),
            ("eyJhbGciOiJ.eyJzdWIiOi.c2lnbm", None),
            ("eyJhbGciOiJI.eyJzdWIiO.c2lnbm", None),
            ("eyJhbGciOiJI:eyJzdWIiOi.c2lnbm", None),
            ("eyJhbGciOiJI.QUJDREVGRw.c2lnbmF0dXJlLW9mLXlm", Some(44)),
            ("eyJhbGciOiJI.QUJDREVGRw.c2lnbmF0dXJlLW9mLXl", None),
            ("eyJhbGciOiJI.QUJDREVGRw:c2lnbmF0dXJlLW9mLXlmYQ", None),
        ] {
            assert_eq!(token(run), length.map(|length| (length, 97)), "{run}");
        }
    }

    #[test]
    fn tokens_without_a_prefix_have_the_lengths_of_their_parts() {
        let telegram =
            |digits, length| format!("{}:AA{}", cut("1234567890123", digits), cut(&"x7-_".repeat(9), length));
        let discord = |id: usize, time: usize, last: usize| {
            let part = |length| cut(&"a1B2c3D4".repeat(6), length).to_owned();
            format!("M{}.{}.{}", part(id - 1), part(time), part(last))
        };
        let mailchimp =
            |hex: usize, centre: &str| format!("{}-us{centre}", cut("0123456789abcdef0123456789abcdef0", hex));
        for (run, found) in [
            (telegram(8, 33), Some((44, 96))),
            (telegram(10, 33), Some((46, 96))),
            (telegram(7, 33), None),
            (telegram(11, 33), None),
            (telegram(9, 32), None),
            (telegram(9, 34), None),
            (discord(23, 6, 27), Some((58, 96))),
            (discord(28, 6, 40), Some((76, 96))),
            (discord(22, 6, 27), None),
            (discord(29, 6, 27), None),
            (discord(24, 5, 27), None),
            (discord(24, 7, 27), None),
            (discord(24, 6, 26), None),
            (discord(24, 6, 41), None),
            (mailchimp(32, "1"), Some((36, 95))),
            (mailchimp(32, "21,"), Some((37, 95))),
            (mailchimp(31, "1"), None),
            (mailchimp(33, "1"), None),
            (mailchimp(32, ""), None),
            (mailchimp(32, "217"), None),
        ] {
            assert_eq!(token(&run), found, "{run}");
        }
        for stop in [".", ":"] {
            let whole = discord(24, 6, 27);
            let (id, rest) = whole.split_once('.').unwrap();
            assert_eq!(token(&format!("{id}{stop}{rest}")).is_some(), stop == ".");
            assert_eq!(token(&format!("{id}.{}", rest.replacen('.', stop, 1))).is_some(), stop == ".");
        }
    }

    #[test]
    fn a_private_key_is_found_whole_or_by_its_first_line() {
        let key = |text: &str| private_key(&text::read(text), 4);
        let begun = "See -----BEGIN RSA PRIVATE KEY-----\nMIIB7x";
        let whole = format!("{begun}\n-----END RSA PRIVATE KEY-----\nand so on");
        assert_eq!(key(begun), Some((4, 35, 99)));
        assert_eq!(key(&whole), Some((4, whole.len() - 10, 99)));
        let elsewhere = format!("{begun}\n-----END PRIVATE KEY-----");
        assert_eq!(key(&elsewhere), Some((4, 35, 99)));
        assert_eq!(key(&format!("See -----BEGIN PGP PRIVATE KEY BLOCK-----{}", " ".repeat(9))), Some((4, 41, 99)));
        for text in ["See -----BEGIN PUBLIC KEY-----", "See -----BEGIN PRIVATE KEY", "See ----BEGIN PRIVATE KEY-----"] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
