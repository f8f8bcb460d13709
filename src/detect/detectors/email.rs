//! E-mail addresses, written with signs or with words.
//!
//! Format: the dot-atom of RFC 5321 and RFC 6531 (letters of any script) around the `@`, then a domain name whose last label
//! is made of letters. Quoted local parts and addresses at bare numbers do not occur in posts and are left out. People hide addresses
//! from machines by writing `[at]`, "at", "apenstaartje" and "punt"; `spoken` reads those.
//! It cannot know whether the mailbox exists; an address that a lesson shows as an example is passed over.

mod spoken;

pub(super) use spoken::SIGNS;

use super::{Detector, Found, Look, Trigger, context};
use crate::{Kind, Severity};
use text::Text;

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::Email,
    rule: "email",
    looks: &[Look { at: Trigger::At, find }, Look { at: Trigger::Name(&SIGNS), find: spoken::find }],
    #[cfg(test)]
    hits: &[
        ("Mail me: yara@molenaar.example.", "yara@molenaar.example"),
        ("(j.van-dijk+werk@post.groenland.example)", "j.van-dijk+werk@post.groenland.example"),
        ("mailto:zoë@façade.example, graag", "zoë@façade.example"),
        ("info@smederij-oost.example of bel", "info@smederij-oost.example"),
        ("Reach me at 𝘀𝗮𝗺@𝗵𝗮𝗿𝗯𝗼𝘂𝗿.example", "𝘀𝗮𝗺@𝗵𝗮𝗿𝗯𝗼𝘂𝗿.example"),
        ("For example, mail me: ines@zeil.example", "ines@zeil.example"),
        ("mail naar jan at firma punt nl", "jan at firma punt nl"),
        ("Schrijf naar jan punt smit apenstaartje firma punt nl!", "jan punt smit apenstaartje firma punt nl"),
        ("sanne [at] groenewoud [punt] be", "sanne [at] groenewoud [punt] be"),
        ("write to t.okafor(at)lumen.example", "t.okafor(at)lumen.example"),
        ("priya AT lumen DOT io", "priya AT lumen DOT io"),
        ("Mail an kessler [ät] pumpen-nord Punkt de", "kessler [ät] pumpen-nord Punkt de"),
        ("camille arobase atelier point fr", "camille arobase atelier point fr"),
    ],
    #[cfg(test)]
    misses: &[
        "Dank @Wiek Terpstra en @Oma voor alles",
        "Install react@18.2.0 or sharp@latest",
        "See https://anna@host.example/pad?mail=b@c.example",
        "git clone git@code.example:team/repo.git",
        "@mira@social.example posts there",
        "Het logo staat in icoon@2x.png",
        "Vul bij voorbeeld naam@bedrijf.example in",
        "Onze adressen zijn voornaam.achternaam@bedrijf.example",
        "We stopped at one point in 2019",
        "Working at a dot com is fun",
        "At this point nl and be are done",
        "Find us at lumen.example",
        "It happened [at] the worst moment",
        "Op het juiste punt at hij een appel",
    ],
};

/// The longest local part and domain (RFC 5321, 4.5.3.1), in bytes.
const LOCAL_MAX: usize = 64;
const DOMAIN_MAX: usize = 255;

/// Endings that are files or code rather than top-level domains.
const FILES: &[&str] =
    &["css", "gif", "html", "jpeg", "jpg", "js", "json", "md", "pdf", "png", "svg", "ts", "txt", "webp", "xml", "yml"];

/// Mailboxes that belong to an organisation rather than a person.
#[rustfmt::skip]
const SHARED: &[&str] = &[
    "admin", "backoffice", "bewerbung", "contact", "directie", "facturen", "hallo", "hello", "helpdesk", "hi", "hr",
    "info", "jobs", "kontakt", "mail", "office", "post", "recruitment", "recrutement", "sales", "service",
    "sollicitatie", "support", "team", "vacatures", "werkenbij",
];

/// Local parts that show how addresses are made.
#[rustfmt::skip]
const PATTERNS: &[&str] = &[
    "achternaam", "firstname", "firstname.lastname", "first.last", "initiaal.achternaam", "jouwnaam", "lastname", "naam", "name", "nom",
    "prenom.nom", "username", "voornaam", "voornaam.achternaam", "vorname.nachname", "yourname", "uwnaam", "you",
];

fn find(text: &Text, at: usize) -> Option<Found> {
    let start = local_start(text, at)?;
    let end = domain_end(text, at + 1)?;
    let place = |offset: usize| text.words.partition_point(|word| (word.start as usize) < offset);
    if context::is_lesson(text, place(start), place(end).saturating_sub(1)) {
        return None;
    }
    let local = text.source.get(start..at)?;
    if PATTERNS.iter().any(|name| name.eq_ignore_ascii_case(local)) {
        return None;
    }
    let shared = SHARED.iter().any(|name| name.eq_ignore_ascii_case(local));
    let severity = if shared { Severity::Low } else { Kind::Email.severity() };
    Some(Found { start, end, confidence: 95, severity })
}

fn local_start(text: &Text, at: usize) -> Option<usize> {
    let mut start = at;
    for (offset, c) in text.source.get(..at)?.char_indices().rev() {
        if !(c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'')) {
            break;
        }
        start = offset;
        if at - start > LOCAL_MAX {
            return None;
        }
    }
    let local = text.source.get(start..at)?;
    let trimmed = local.trim_start_matches(['.', '\'', '-', '+', '%']);
    let start = at - trimmed.len();
    let ends_well = trimmed.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+'));
    (ends_well && text.glyph_before(start) != Some(b'@')).then_some(start)
}

fn domain_end(text: &Text, from: usize) -> Option<usize> {
    let rest = text.source.get(from..)?;
    let mut labels = 0;
    let mut label_start = 0;
    let mut label_is_letters = true;
    let mut end = None;
    let mut after_end = None;
    for (offset, c) in rest.char_indices().chain([(rest.len(), ' ')]) {
        if c.is_alphanumeric() || c == '-' {
            label_is_letters &= c.is_alphabetic();
            continue;
        }
        if offset == label_start || offset > DOMAIN_MAX {
            break;
        }
        labels += 1;
        let label = rest.get(label_start..offset)?;
        end = (labels > 1 && label_is_letters && label.chars().nth(1).is_some() && !FILES.contains(&label))
            .then_some(offset);
        after_end = Some(c);
        if c != '.' {
            break;
        }
        label_start = offset + 1;
        label_is_letters = true;
    }
    // `git@host:path` is a repository, `x@y.z(` a call.
    let goes_on = matches!(after_end, Some('@' | '(')) || rest.get(end?..)?.strip_prefix(':').is_some_and(is_path);
    if goes_on { None } else { Some(from + end?) }
}

fn is_path(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric())
}
