//! Passwords, keys, tokens and connection strings.
//!
//! Format: the prefixes, lengths and alphabets that services give their tokens (see `forms`, from the services' documentation and the rules
//! of gitleaks and GitHub's secret scanning), JSON Web Tokens (RFC 7519), private keys (RFC 7468), addresses with a password (RFC 3986,
//! 3.2.1), settings such as `DB_PASSWORD=…`, and what people say is their password, code or key. What has no form of its own must look
//! random enough: digits and letters of many sorts. It also looks at what is masked as code, for that is where keys leak. It cannot know whether
//! a secret still opens anything; one that a lesson shows as an example is passed over.

mod assigned;
mod forms;
mod spoken;
mod tokens;

pub(super) use spoken::NAMES;

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::Text;
use text::effort;

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::Secret,
    rule: "secret",
    looks: &[
        Look { at: Trigger::Masked, find: find_masked },
        Look { at: Trigger::Code, find: find_token },
        Look { at: Trigger::Name(&NAMES), find: spoken::find },
    ],
    #[cfg(test)]
    hits: &[
        ("inloggen met gebruiker workshop en wachtwoord Lente2025!Klas", "Lente2025!Klas"),
        ("Netwerk: Kolibrie_Gast, ww: kolibrie-voor-iedereen-24", "kolibrie-voor-iedereen-24"),
        ("the sandbox password is \"otter-Ladder-92\".", "otter-Ladder-92"),
        ("Het wachtwoord van de wifi op kantoor is Zonnebloem77", "Zonnebloem77"),
        ("Passwort für das Gäste-WLAN: Sommer#2024", "Sommer#2024"),
        ("le mot de passe est Soleil-2023", "Soleil-2023"),
        ("pincode 4821 van de deur", "4821"),
        ("De alarmcode is 190455", "190455"),
        ("De code van de voordeur is 4471, kom maar", "4471"),
        ("Le digicode est 48A12", "48A12"),
        ("code alarme 7741, ne le répétez pas", "7741"),
        ("Iedereen gebruikt Welkom123! als wachtwoord", "Welkom123!"),
        ("admin / Welkom2024 als inlog", "Welkom2024"),
        ("my PIN has been 9021 since 2004", "9021"),
        ("otter-Ladder-92 is the password", "otter-Ladder-92"),
        ("Inloggen: gast / Welkom2024", "Welkom2024"),
        ("DB_PASSWORD=Zomer88!", "Zomer88!"),
        ("login: beurs, password: hunter2", "hunter2"),
        ("AKIAIOSFODNN7EXAMPLE staat op mijn scherm", "AKIAIOSFODNN7EXAMPLE"),
        ("leaked ghp_FAKE0fake1FAKE2fake3FAKE4fake5FAKE6f", "ghp_FAKE0fake1FAKE2fake3FAKE4fake5FAKE6f"),
        ("`OPENAI_API_KEY=sk-FAKE-not-a-real-key-0123456789abcdef`", "sk-FAKE-not-a-real-key-0123456789abcdef"),
        ("URL=postgres://crm:Zomerhuis88@db.example:5432/k", "postgres://crm:Zomerhuis88@db.example:5432/k"),
        ("const password = \"Zomer-2024!\";\nclient.connect({ password });", "Zomer-2024!"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "-----BEGIN OPENSSH PRIVATE KEY-----"),
        (
            "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ5ZmtlIn0.c2lnbmF0dXJlLW9mLXlma2U",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ5ZmtlIn0.c2lnbmF0dXJlLW9mLXlma2U",
        ),
        (
            "https://hooks.slack.com/services/T00000000/B00000000/a1b2c3d4e5f6g7h8i9j0k1l2",
            "https://hooks.slack.com/services/T00000000/B00000000/a1b2c3d4e5f6g7h8i9j0k1l2",
        ),
        ("api key: 9f8e7d6c5b4a39281706f5e4d3c2b1a0", "9f8e7d6c5b4a39281706f5e4d3c2b1a0"),
    ],
    #[cfg(test)]
    misses: &[
        "Ik schrijf mijn wachtwoord nooit op een post-it",
        "Is your password 8 characters long?",
        "Wachtwoord: vergeten",
        "De sleutel tot succes is vertrouwen",
        "Password: ********",
        "password: <your-password>",
        "const token = getToken(request2);",
        "let secret = process.env.SECRET_2;",
        "Token economy 2024 is here",
        "https://a.example/login?user=me&x=1",
        "ssh://git@code.example/team",
        "In the docs: AKIAIOSFODNN7EXAMPLE",
        "Als je wachtwoord Welkom01 is, wijzig het dan",
        "sk-learn-pipelines-are-so-nice",
        "Het wachtwoord is 12 tekens lang",
        "Als je Welkom123 als wachtwoord kiest, gaat het mis",
        "The root / branch 2024 debate",
        "Sinds 2019 is wachtwoorden kiezen een vak",
        "commit 9f8e7d6c5b4a39281706f5e4d3c2b1a0 fixes it",
    ],
};

/// Bytes of a run that are looked at.
const RUN_MAX: usize = 2_048;
/// Bytes before a word that may belong to the token it is part of.
const BACK_MAX: usize = 96;

/// A stretch that may be a secret: where it begins and ends, and how sure.
type Stretch = (usize, usize, u8);

/// A run of characters in a masked stretch.
fn find_masked(text: &Text, start: usize) -> Option<Found> {
    let zone = text.zones.get(text.zones.partition_point(|zone| zone.end as usize <= start))?;
    let run = run_at(text, start, RUN_MAX.min((zone.end as usize).saturating_sub(start)));
    let is_page = run.contains("://") || run.starts_with("www.");
    let inner = tokens::private_key(text, start)
        .or_else(|| assigned::address(run, start))
        .or_else(|| tokens::find(run, start))
        .or_else(|| if is_page { None } else { assigned::setting(text, start, run) });
    finish(text, inner?)
}

/// A token in prose, found at the first of its words with a digit.
fn find_token(text: &Text, place: usize) -> Option<Found> {
    let start = run_start(text, text.words.get(place)?.start as usize)?;
    let run = run_at(text, start, RUN_MAX);
    let stretch = (run.len() >= tokens::SHORTEST).then(|| tokens::find(run, start))??;
    finish(text, stretch)
}

/// The characters from an offset up to white space, what is not ASCII, or the end.
fn run_at<'t>(text: &Text<'t>, start: usize, most: usize) -> &'t str {
    let rest = text.source.get(start..).unwrap_or_default();
    let length = rest.bytes().take(most).take_while(u8::is_ascii_graphic).count();
    effort::spend(length);
    rest.get(..length).unwrap_or_default()
}

/// Where the run without white space begins in which an offset lies; nothing when an earlier word of it has a digit.
fn run_start(text: &Text, at: usize) -> Option<usize> {
    let head = text.source.as_bytes().get(at.saturating_sub(BACK_MAX)..at)?;
    let length = head.iter().rev().take_while(|byte| byte.is_ascii_graphic() && !byte.is_ascii_digit()).count();
    effort::spend(length);
    let before = head.iter().rev().nth(length);
    (!before.is_some_and(u8::is_ascii_digit)).then_some(at - length)
}

fn finish(text: &Text, (start, end, confidence): Stretch) -> Option<Found> {
    let first = text.words.partition_point(|word| (word.end as usize) <= start);
    let last = text.words.partition_point(|word| (word.start as usize) < end);
    // In a masked stretch there are no words: then those beside it are asked.
    let (first, last) =
        if first < last { (first, last - 1) } else { (first.saturating_sub(1), first.saturating_sub(1)) };
    (!context::is_documented(text, first, last)).then_some(Found {
        start,
        end,
        confidence,
        severity: Kind::Secret.severity(),
    })
}

/// Whether the characters are of enough sorts to be random, digits and letters among them.
fn looks_random(value: &[u8], sorts: usize) -> bool {
    let distinct = value
        .iter()
        .enumerate()
        .filter(|(place, byte)| value.iter().position(|other| other == *byte) == Some(*place))
        .take(sorts);
    value.iter().any(u8::is_ascii_digit) && value.iter().any(u8::is_ascii_alphabetic) && distinct.count() == sorts
}
