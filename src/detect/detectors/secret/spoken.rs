//! What people say is their password, code or key: "het wachtwoord van de wifi is …", `ww: …`, "PIN 4821", `api key: …`.
//!
//! A word names it; then comes what it is, at once, after a colon or after "is" a few words on. What is given at once or after "is" must
//! have a digit or a sign in it, or stand between quotation marks, for otherwise it is a word about passwords.

use super::{Found, looks_random, tokens};
use crate::Kind;
use crate::context;
use text::fold::hash;
use text::names::{Names, names};
use text::{Text, Word, effort, flag};

/// Words that name a password, a code or a key.
pub(crate) static NAMES: Names = names![
    "wachtwoord" "wachtwoordje" "wifiwachtwoord" "ww" "wachtwrd" "inlogcode" "toegangscode" "deurcode" "alarmcode" "pincode" "pin" "poortcode"
    "cijferslot" "codeslot" "keypad" "kluiscode" "sleutelcode" "wificode" "slotcode" "toegangssleutel"
    "password" "passwd" "passcode" "passphrase" "pass" "pw" "pwd" "psw" "code"
    "passwort" "kennwort" "zugangscode" "turcode" "pinnummer" "geheimzahl" "wlanpasswort"
    "passe" "mdp" "digicode"
    "key" "apikey" "token" "secret" "sleutel" "schlussel" "cle" "private"
    "credentials" "inlog" "inloggegevens" "inloggen" "login" "logingegevens" "zugangsdaten" "identifiants"
    "admin" "administrator" "root"
];

/// Of these, names that are themselves the first of a pair.
static USERS: Names = names!["admin" "administrator" "root"];

/// Of these, ways in that are given as a name and a password: `gast / Welkom2024`.
static PAIRS: Names =
    names!["credentials" "inlog" "inloggegevens" "inloggen" "login" "logingegevens" "zugangsdaten" "identifiants"];

/// Of these, codes of digits.
static CODES: Names = names![
    "cijferslot" "codeslot" "keypad"
    "inlogcode" "toegangscode" "deurcode" "alarmcode" "pincode" "pin" "poortcode" "kluiscode" "sleutelcode" "slotcode" "passcode"
    "zugangscode" "turcode" "pinnummer" "geheimzahl" "digicode" "code" "wificode"
];
/// Words that make "code" the code of a lock.
static LOCKS: Names = names![
    "access" "alarm" "alarme" "acces" "deur" "door" "entree" "entry" "gate" "kluis" "kluisje" "keybox" "lock" "lockbox" "poort" "safe" "schloss" "sleutelkluis" "slot" "toegang" "tur" "voordeur"
    "wifi" "wlan" "zugang" "portail" "porte" "immeuble"
];
/// Of these, keys and tokens, which must look random.
static KEYS: Names = names!["key" "apikey" "token" "secret" "sleutel" "schlussel" "cle" "toegangssleutel"];

/// Words that say what it is.
static COPULAS: Names =
    names!["been" "is" "remains" "was" "wordt" "luidt" "lautet" "ist" "est" "reads" "blijft" "becomes" "equals"];
/// Words between a value and its name after it.
static LINKS: Names = names!["als" "as" "comme" "is" "was" "est" "ist" "wordt"];
/// Words after those that are no part of it.
static FILLERS: Names = names!["nu" "now" "still" "nog" "steeds" "gewoon" "simply" "just" "jetzt" "einfach" "toujours" "dus" "weer" "always" "altijd"];
/// Words that make it a supposition.
static SUPPOSITIONS: Names = names!["als" "if" "wenn" "si" "stel" "imagine" "suppose" "when" "zoals" "like" "wie" "comme" "never" "nooit" "nie" "jamais"];
/// Words near which a plain word may be a password.
static LOGINS: Names = names![
    "gebruiker" "gebruikersnaam" "inlog" "inloggen" "login" "log" "logon" "netwerk" "network" "user" "username" "wifi" "wlan" "ssid"
    "benutzer" "benutzername" "netz" "gast" "guest" "identifiant" "utilisateur" "reseau" "account"
];

/// Words between the name and what says what it is.
const APART: usize = 7;
/// Bytes around the name in which a supposition or a login counts.
const REACH: u32 = 60;
/// Characters of a password at most.
const LONGEST: usize = 64;

/// How the value is brought.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Right after the name.
    None,
    /// After "is".
    Copula,
    /// After a colon or an equals sign.
    Sign,
}

pub(super) fn find(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place)?;
    if word.hash == hash("private") {
        return private_key(text, word);
    }
    if word.hash == hash("passe") && text.words.get(place.checked_sub(2)?)?.hash != hash("mot") {
        return None;
    }
    let locked = || {
        text.words
            .get(place.saturating_sub(2)..(place + 5).min(text.words.len()))
            .unwrap_or_default()
            .iter()
            .any(|word| LOCKS.has(word))
    };
    if word.hash == hash("code") && !locked() {
        return None;
    }
    if let Some(found) = value_before(text, place) {
        return Some(found);
    }
    let supposed = context::is_announced(text, place, place, &SUPPOSITIONS, REACH);
    if supposed || context::is_documented(text, place, place) {
        return None;
    }
    if PAIRS.has(word) || USERS.has(word) {
        return pair(text, word);
    }
    let (start, end, confidence) = values(text, place).find_map(|(link, at)| {
        let (start, end, quoted) = value_at(text, at)?;
        let value = text.source.get(start..end)?;
        judge(text, place, link, value, quoted).map(|confidence| (start, end, confidence))
    })?;
    Some(Found { start, end, confidence, severity: Kind::Secret.severity() })
}

/// `Welkom123! als wachtwoord`, "otter-92 is our password".
fn value_before(text: &Text, place: usize) -> Option<Found> {
    let name = text.words.get(place).filter(|word| !KEYS.has(word) && !CODES.has(word))?;
    let link =
        (place.saturating_sub(2)..place).rev().find(|at| text.words.get(*at).is_some_and(|word| LINKS.has(word)))?;
    let head = text.source.get(..text.words.get(link)?.start as usize)?.trim_end_matches([' ', '"', '\'', '”', '’']);
    let run = head.get(head.ceil_char_boundary(head.len().saturating_sub(LONGEST))..)?;
    effort::spend(run.len());
    let value = run.rsplit([' ', '\n', '"', '“', '(']).next()?;
    let start = head.len() - value.len();
    let first = text.words.partition_point(|word| (word.end as usize) <= start);
    let supposed = context::is_announced(text, first, link, &SUPPOSITIONS, REACH);
    let strong = value.len() >= 6 && value.len() < LONGEST && looks_random(value.as_bytes(), 5) && !is_ordinal(value);
    let prose = name.is(flag::FIRST) || supposed || context::is_documented(text, first, place);
    (strong && !prose).then_some(Found { start, end: head.len(), confidence: 86, severity: Kind::Secret.severity() })
}

/// The second of two values after the word, a slash or a colon between.
fn pair(text: &Text, word: &Word) -> Option<Found> {
    let at = word.end as usize;
    let opening = if USERS.has(word) { word.start as usize } else { sign_after(text, at).unwrap_or(at) };
    let (first, end, _) = value_at(text, opening)?;
    let name = text.source.get(first..end)?;
    let inside = name.find(['/', ':']).map(|at| first + at);
    let slash = inside.or_else(|| {
        let mut glyphs = text.glyphs(end).take(2).skip_while(|glyph| glyph.ascii == b' ');
        glyphs.next().filter(|glyph| matches!(glyph.ascii, b'/' | b':' | b'|')).map(|glyph| glyph.start)
    })?;
    let (start, end, _) = value_at(text, slash + 1)?;
    let value = text.source.get(start..end)?.as_bytes();
    let strong = value.len() >= 6 && !value.contains(&b'/') && looks_random(value, 5);
    strong.then_some(Found { start, end, confidence: 88, severity: Kind::Secret.severity() })
}

/// `-----BEGIN … PRIVATE KEY-----` around the word.
fn private_key(text: &Text, word: &Word) -> Option<Found> {
    let at = word.start as usize;
    let head = text.source.get(at.saturating_sub(24)..at)?;
    effort::spend(head.len());
    let start = at - (head.len() - head.find("-----BEGIN ")?);
    let (start, end, confidence) = tokens::private_key(text, start)?;
    Some(Found { start, end, confidence, severity: Kind::Secret.severity() })
}

/// Places where the value may begin, with what brings it, nearest first.
fn values<'t>(text: &'t Text, place: usize) -> impl Iterator<Item = (Link, usize)> + use<'t> {
    let end = move |place: usize| text.words.get(place).map_or(0, |word| word.end as usize);
    let here = sign_after(text, end(place)).map_or((Link::None, end(place)), |at| (Link::Sign, at));
    let further = (place + 1..=place + APART)
        .take_while(move |next| text.words.get(*next).is_some_and(|word| !word.is(flag::FIRST)))
        .filter_map(move |next| {
            let word = text.words.get(next)?;
            if COPULAS.has(word) {
                let filled = text.words.get(next + 1).is_some_and(|word| FILLERS.has(word));
                let at = end(next + usize::from(filled));
                return Some((Link::Copula, sign_after(text, at).unwrap_or(at)));
            }
            let sign = sign_after(text, end(next)).map(|at| (Link::Sign, at));
            sign.or_else(|| LOCKS.has(word).then(|| (Link::None, end(next))))
        });
    std::iter::once(here).chain(further)
}

/// The offset after a colon or an equals sign that stands at an offset, a closing quotation mark or bracket before it at most.
fn sign_after(text: &Text, at: usize) -> Option<usize> {
    let mut glyphs = text.glyphs(at).skip_while(|glyph| matches!(glyph.ascii, b' ' | b'"' | b'\'' | b')')).take(2);
    glyphs.next().filter(|glyph| matches!(glyph.ascii, b':' | b'=')).map(|glyph| glyph.end)
}

/// The value that begins at an offset or after spaces and an opening quotation mark, and whether it was quoted.
fn value_at(text: &Text, at: usize) -> Option<(usize, usize, bool)> {
    let first = text.glyphs(at).take(6).find(|glyph| glyph.ascii != b' ')?;
    let quote = Some(first.ascii).filter(|ascii| matches!(ascii, b'"' | b'\'' | b'`'));
    let start = if quote.is_some() { first.end } else { first.start };
    let mut end = start;
    let mut closed = false;
    for glyph in text.glyphs(start).take(LONGEST + 1) {
        closed = quote.map_or(glyph.ascii.is_ascii_whitespace(), |quote| glyph.ascii == quote);
        if closed || glyph.ascii.is_ascii_whitespace() {
            break;
        }
        end = glyph.end;
    }
    let value = text.source.get(start..end)?;
    let kept = value.trim_end_matches(['.', ',', ';', ':', '?', ')', '"', '\'', '”', '»', ']', '…']);
    (kept.chars().count() >= 3 && value.chars().count() <= LONGEST).then_some((
        start,
        start + kept.len(),
        quote.is_some() && closed,
    ))
}

/// How sure it is that a value so brought is what the name says.
fn judge(text: &Text, place: usize, link: Link, value: &str, quoted: bool) -> Option<u8> {
    let name = text.words.get(place)?;
    let bytes = value.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let signs = value.chars().filter(|c| !c.is_alphanumeric()).count();
    if value.starts_with(['<', '{', '[', '$', '%', '(', '*', '…', '#', '/'])
        || value.contains("://")
        || digits + letters < 3
    {
        return None;
    }
    let hashed = value.ends_with(['#', '*']);
    if CODES.has(name)
        && signs == usize::from(hashed)
        && (letters == 0 || (letters <= 2 && digits >= 2 && link != Link::None))
    {
        return ((4..=8).contains(&(digits + letters)) && (link != Link::None || !is_counted(text, value)))
            .then_some(92);
    }
    if KEYS.has(name) {
        return (value.len() >= 16 && looks_random(bytes, 8)).then_some(90);
    }
    if name.hash == hash("code") {
        return None;
    }
    let mixed = digits > 0 && letters > 0;
    let wild = signs > 0
        && value.chars().any(|c| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '.' | '/' | '’' | '&' | '_'));
    let inner = value.chars().skip(1).any(char::is_uppercase) && value.chars().any(char::is_lowercase);
    let long = value.chars().count() >= 6;
    match link {
        _ if quoted && (mixed || wild || inner || digits >= 4 || letters >= 5) => Some(93),
        Link::None => (long && mixed && !is_ordinal(value) || long && wild && letters > 3 && inner).then_some(88),
        Link::Copula => {
            ((mixed && long && !is_ordinal(value)) || (wild && long) || (digits >= 4 && letters + signs == 0))
                .then_some(92)
        }
        Link::Sign if mixed || (wild && long) || (digits >= 4 && letters + signs == 0) => {
            (!is_ordinal(value)).then_some(94)
        }
        Link::Sign => {
            (long && inner || letters >= 4 && ends_clause(text, value) && is_login(text, place)).then_some(82)
        }
    }
}

/// Whether a word of logging in stands near.
fn is_login(text: &Text, place: usize) -> bool {
    context::is_named(text, place, place, &LOGINS, REACH)
}

/// Whether the line or the sentence ends after the value, which is a slice of the text.
fn ends_clause(text: &Text, value: &str) -> bool {
    let end = value.as_ptr() as usize - text.source.as_ptr() as usize + value.len();
    let next = text.glyphs(end).map(|glyph| glyph.ascii).next();
    matches!(next, None | Some(b'\n' | b'\r' | b'.' | b',' | b';' | b')' | b'!'))
}

/// A number that is counted: `4821 stuks`, a year.
fn is_counted(text: &Text, value: &str) -> bool {
    let end = value.as_ptr() as usize - text.source.as_ptr() as usize + value.len();
    let year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20"));
    let mut after = text.glyphs(end).map(|glyph| glyph.ascii);
    let unit = after.next() == Some(b'%') || after.next().is_some_and(|ascii| ascii == b'%');
    year || unit
}

/// `2e`, `12-cijferig`, `8-12`, `24/7`: a number with an ending.
fn is_ordinal(value: &str) -> bool {
    let figures = value.bytes().take_while(u8::is_ascii_digit).count();
    let rest = value.get(figures..).unwrap_or_default();
    (1..=2).contains(&figures) && rest.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '/' | '+'))
}
