//! Addresses of machines: IPv4, IPv6 and MAC.
//!
//! Format: four octets with full stops (RFC 791); up to eight groups of hexadecimal digits with colons, one run of zeros left out (RFC
//! 4291, 2.2); six pairs of hexadecimal digits (IEEE 802, EUI-48), or three groups of four as Cisco writes them. Numbers of versions look
//! like IPv4, so words that announce a version decide. Addresses that every machine has (loopback, any, masks) and public resolvers
//! say nothing about anybody. It cannot know whose address it is.

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::names::{Names, names};
use text::{Glyph, Text, effort, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::OnlineId,
    rule: "online_id",
    looks: &[Look { at: Trigger::Code, find }],
    #[cfg(test)]
    hits: &[
        ("Onze server (203.0.113.57) ligt eruit", "203.0.113.57"),
        ("via dhcp kreeg ik 10.44.7.131.", "10.44.7.131"),
        ("open en bloot op 198.51.100.24:5000", "198.51.100.24"),
        ("firewall logs: 2001:db8:4f1a::8b5 (that's us)", "2001:db8:4f1a::8b5"),
        ("my address is fe80::1ff:fe23:4567:890a", "fe80::1ff:fe23:4567:890a"),
        ("MAC-adres 00:00:5E:00:53:AF", "00:00:5E:00:53:AF"),
        ("Drucker b8-27-eb-12-34-5f", "b8-27-eb-12-34-5f"),
        ("switch 0000.5e00.53af meldt niets", "0000.5e00.53af"),
        ("IP 9.8.7.6 staat op de lijst", "9.8.7.6"),
    ],
    #[cfg(test)]
    misses: &[
        "Versie 10.4.2.118 van de specificatie",
        "Version 2.0.1.254 du logiciel",
        "Driver v1.22.33.44 is out",
        "De pentest duurde van 12:30:45 tot 13:00:00",
        "127.0.0.1 is waar het hart is",
        "Ping 8.8.8.8 maar eens",
        "ZZ:11:22:33:44:55 is geen adres",
        "256.300.1.2 bestaat niet",
        "http://192.0.2.10/login",
        "Zie paragraaf 3.2.1.4",
        "10.0.0.0/8 is private",
        "1.2.3.4.5",
        "Regex of the day: 00:00:5E:00:53:AF should match",
    ],
};

/// Words that announce a version, a chapter or a serial number.
static VERSIONS: Names = names![
    "build" "chapter" "driver" "firmware" "hoofdstuk" "kapitel" "paragraaf" "patch" "release" "section" "sectie" "artikel"
    "update" "upgrade" "v" "ver" "versie" "version" "versions" "versies" "ios" "android" "chrome" "kernel" "lid" "norm"
];
/// Bytes before the number in which such a word counts.
const VERSION_REACH: u32 = 24;

/// Words that announce an address, which small octets need.
static ADDRESSES: Names = names![
    "adres" "address" "adresse" "dhcp" "dns" "firewall" "gateway" "host" "ip" "ipv4" "lan" "nas" "netwerk" "network" "ping"
    "proxy" "router" "server" "serveur" "ssh" "subnet" "vpn" "wan" "mac"
];
const ADDRESS_REACH: u32 = 40;

/// Characters of the longest address.
const LONGEST: usize = 39;

fn find(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place).filter(|word| word.end - word.start <= 4)?;
    let glued = |place: usize| text.words.get(place).filter(|word| word.is(flag::GLUED)).and(text.gap(place));
    match glued(place + 1).or_else(|| glued(place))? {
        [b'.', 0, 0, 0] if word.is_number() && text.gap(place).is_none_or(|gap| gap != *b".\0\0\0") => {
            dotted(text, place).or_else(|| paired(text, place))
        }
        [b'.' | b':', ..] => paired(text, place),
        [b'-', ..] if word.end - word.start == 2 => paired(text, place),
        _ => None,
    }
}

/// Four octets.
fn dotted(text: &Text, place: usize) -> Option<Found> {
    let mut octets = [0u16; 4];
    for (octet, at) in octets.iter_mut().zip(place..) {
        let word = text.words.get(at).filter(|word| word.is_number() && word.end - word.start <= 3)?;
        if at > place && text.gap(at)? != *b".\0\0\0" {
            return None;
        }
        *octet = text.spelling(word).fold(0, |value, digit| value * 10 + u16::from(digit & 15));
    }
    let last = place + 3;
    let first = text.words.get(place)?;
    let alone = !first.is(flag::GLUED)
        || matches!(text.glyph_before(first.start as usize), Some(b'(' | b'"' | b':' | b'=' | b'@' | b'['));
    let ends = !matches!(text.gap(last + 1), Some([b'.' | b'-' | b'/', 0, 0, 0]))
        || !text.words.get(last + 1).is_some_and(|next| next.is(flag::GLUED));
    let common =
        matches!(octets, [0 | 127 | 255, ..] | [8, 8, 8 | 4, 8 | 4] | [1, 1, 1, 1] | [1, 0, 0, 1] | [9, 9, 9, 9]);
    let small = octets.iter().all(|octet| *octet < 20);
    if !alone || !ends || common || octets.iter().any(|octet| *octet > 255) {
        return None;
    }
    let addressed = context::is_named(text, place, last, &ADDRESSES, ADDRESS_REACH);
    if context::is_announced(text, place, last, &VERSIONS, VERSION_REACH) || (small && !addressed) {
        return None;
    }
    judged(text, place, last, if addressed { 95 } else { 85 })
}

/// Groups of hexadecimal digits: IPv6 or MAC.
fn paired(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place)?;
    let start = run_start(text, word.start as usize);
    let glyphs = text.glyphs(start).take_while(|glyph| !ends_run(glyph.ascii)).take(LONGEST + 1);
    let run: Vec<Glyph> = glyphs.collect();
    let written: Vec<u8> = run.iter().map(|glyph| glyph.ascii.to_ascii_lowercase()).collect();
    let written = written.strip_suffix(b".").or(written.strip_suffix(b":")).unwrap_or(&written);
    if !is_mac(written) && !is_ipv6(written) {
        return None;
    }
    let end = run.get(written.len().checked_sub(1)?)?.end;
    let last = text.words.partition_point(|word| (word.start as usize) < end).checked_sub(1)?;
    let first = text.words.partition_point(|word| (word.end as usize) <= start);
    let found = judged(text, first, last, 96)?;
    Some(Found { start, end, ..found })
}

fn judged(text: &Text, first: usize, last: usize, confidence: u8) -> Option<Found> {
    let found = Found::words(text, first, last, confidence, Kind::OnlineId)?;
    (!context::is_documented(text, first, last)).then_some(found)
}

/// Where the hexadecimal run around an offset begins.
fn run_start(text: &Text, at: usize) -> usize {
    let head = text.source.as_bytes().get(at.saturating_sub(LONGEST)..at).unwrap_or_default();
    effort::spend(head.len());
    let length =
        head.iter().rev().take_while(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'-' | b'.')).count();
    let run = text.source.get(at - length..at).unwrap_or_default();
    at - run.trim_start_matches(['-', '.']).len()
}

fn ends_run(ascii: u8) -> bool {
    !(ascii.is_ascii_alphanumeric() || matches!(ascii, b':' | b'-' | b'.'))
}

/// Six pairs with one sort of separator; with hyphens a letter must show that it is no row of numbers. Or three groups of four.
fn is_mac(run: &[u8]) -> bool {
    let groups = |separator: u8, length: usize| {
        run.split(move |byte| *byte == separator)
            .all(|group| group.len() == length && group.iter().all(u8::is_ascii_hexdigit))
    };
    let lettered = run.iter().any(u8::is_ascii_alphabetic);
    match run.len() {
        17 => groups(b':', 2) || (lettered && groups(b'-', 2)),
        14 => lettered && groups(b'.', 4),
        _ => false,
    }
}

/// Eight groups, or fewer with one `::`; loopback and plain `a::b` are no address of anybody.
fn is_ipv6(run: &[u8]) -> bool {
    let mut groups = 0;
    let mut gaps = 0;
    let mut digits = 0;
    for (place, group) in run.split(|byte| *byte == b':').enumerate() {
        if group.is_empty() {
            gaps += usize::from(place > 0);
        } else if group.len() <= 4 && group.iter().all(u8::is_ascii_hexdigit) {
            groups += 1;
            digits += group.iter().filter(|byte| byte.is_ascii_digit()).count();
        } else {
            return false;
        }
    }
    digits >= 2 && ((groups == 8 && gaps == 0) || (gaps == 1 && (3..8).contains(&groups)))
}
