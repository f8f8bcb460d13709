//! Secrets in addresses and settings: `postgres://name:password@host`, `DB_PASSWORD=…`, `secret = "…"`, and addresses that let anyone post.

use super::{Stretch, looks_random};
use text::Text;
use text::effort;

/// What stands where a password should, and is none.
const BLANKS: &[&str] =
    &["pass", "passwd", "password", "pwd", "secret", "token", "wachtwoord", "passwort", "xxx", "xxxx", "xxxxx"];

/// Addresses to which anyone who knows them may post.
const HOOKS: &[&str] = &["hooks.slack.com/services/", "/api/webhooks/", "webhook.office.com/webhookb2/"];
/// Characters of the secret part of such an address at least.
const HOOK_MIN: usize = 24;

/// An address with a name and a password, or one that is itself a secret, in a run that stands at `start`.
pub(super) fn address(run: &str, start: usize) -> Option<Stretch> {
    let (scheme, rest) = run.split_once("://")?;
    let name = scheme.rsplit(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))).next()?;
    let from = scheme.len() - name.len();
    let whole = run.get(from..)?.trim_end_matches(['.', ',', ';', '!', '?', ')', ']', '"', '\'', '`', '>']);
    let stretch = (start + from, start + from + whole.len(), 97);
    if HOOKS.iter().any(|hook| rest.split_once(hook).is_some_and(|(_, secret)| secret.len() >= HOOK_MIN)) {
        return Some(stretch);
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (user, _) = authority.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    is_given(password).then_some(stretch)
}

/// Whether it is a password itself, not a blank, a variable or stars.
fn is_given(password: &str) -> bool {
    let blank = BLANKS.iter().any(|blank| blank.eq_ignore_ascii_case(password));
    let variable = password.starts_with(['$', '<', '{', '[', '%', '(', '*']);
    let plain = password.chars().filter(|c| c.is_alphanumeric()).count();
    plain >= 3 && !blank && !variable
}

/// Ends of names of settings that hold a password.
const PASSWORDS: &[&str] = &["password", "passwd", "passphrase", "pwd", "wachtwoord", "passwort", "kennwort", "pass"];
/// Ends of names of settings that hold a key or a token.
const KEYS: &[&str] = &[
    "secret",
    "token",
    "apikey",
    "api_key",
    "api-key",
    "access_key",
    "accesskey",
    "private_key",
    "accountkey",
    "secret_key",
    "auth",
    "key",
];

/// Bytes before a run in which its name may stand.
const NAME_MAX: usize = 48;
/// Bytes of a run in which a setting is looked for.
const SETTING_MAX: usize = 256;

/// A value given to a setting, in code: within the run at `start`, or the run itself after a name and a sign.
pub(super) fn setting(text: &Text, start: usize, run: &str) -> Option<Stretch> {
    let head = head(text, start);
    let run = run.get(..SETTING_MAX).unwrap_or(run);
    effort::spend(head.len() + run.len());
    let before = head.trim_end().strip_suffix(['=', ':']).filter(|name| !name.ends_with(['=', '!', '<', '>', ':']));
    let outer = before.and_then(|name| value(name, run, start));
    outer.or_else(|| {
        run.match_indices(['=', ':']).find_map(|(at, _)| {
            let (name, rest) = (run.get(..at)?, run.get(at + 1..)?);
            value(name, rest, start + at + 1)
        })
    })
}

/// What stands before an offset on its line.
fn head<'t>(text: &Text<'t>, start: usize) -> &'t str {
    let mut from = start.saturating_sub(NAME_MAX);
    while !text.source.is_char_boundary(from) {
        from += 1;
    }
    text.source.get(from..start).unwrap_or_default().rsplit('\n').next().unwrap_or_default()
}

/// The value at `at`, when the name before it is a secret's.
fn value(name: &str, rest: &str, at: usize) -> Option<Stretch> {
    let name = name.trim_end_matches([' ', '"', '\'', '`']);
    let word = name
        .rsplit(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')))
        .next()?
        .to_ascii_lowercase();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
    let inner = rest.get(quote.map_or(0, char::len_utf8)..)?;
    let ends = |c: char| quote.map_or(matches!(c, ';' | ',' | ')' | '"' | '\'' | '`' | '&'), |quote| c == quote);
    let value = inner.split(ends).next()?;
    let begin = at + (rest.len() - inner.len());
    let stretch = (begin, begin + value.len(), 90);
    let is = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    if is(PASSWORDS) {
        let literal = !value.contains(['(', '{', '$', '<', '>', '[']) && (quote.is_some() || !value.contains('.'));
        let mixed =
            value.bytes().any(|byte| byte.is_ascii_digit()) && value.bytes().any(|byte| byte.is_ascii_alphabetic());
        return (value.len() >= 6 && literal && mixed && is_given(value)).then_some(stretch);
    }
    let looked_up = quote.is_none() && value.contains('.');
    let plain = !looked_up
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'/' | b'=' | b'.' | b'~'));
    (is(KEYS) && value.len() >= 16 && plain && looks_random(value.as_bytes(), 10)).then_some(stretch)
}
