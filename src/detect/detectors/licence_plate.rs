//! Plates of vehicles.
//!
//! Format: the fourteen Dutch sidecodes (RDW; Kentekenreglement), Belgium's `1-ABC-123` and older series (DIV), Germany's district, letters
//! and digits (FZV annex 2), France's `AB-123-CD` (arrêté of 9 February 2009) and Britain's `AB12 CDE` (DVLA INF104). The Dutch sidecodes in use since
//! 2008 and the Belgian form, written with hyphens in capitals, look like nothing else; all others need a word about a vehicle, and a plate of another form needs a word
//! for the plate itself just before it. It cannot know whether the plate is in use or whose it is.

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::names::{Names, names};
use text::{Gap, Text, Word, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::LicencePlate,
    rule: "licence_plate",
    looks: &[Look { at: Trigger::Number, find }],
    #[cfg(test)]
    hits: &[
        ("onze bus is gestolen, kenteken VX-418-K", "VX-418-K"),
        ("Zoek naar de grijze Skoda, H-742-KV.", "H-742-KV"),
        ("onze eerste elektrische vrachtwagen, 07-BZX-3", "07-BZX-3"),
        ("De auto met kenteken 12-34-AB is weg", "12-34-AB"),
        ("oude Kever, AB-12-34", "AB-12-34"),
        ("nummerplaat 1-ABC-123 gezien?", "1-ABC-123"),
        ("mijn wagen: 1-VKD-482", "1-VKD-482"),
        ("Kennzeichen M-XY 1234, bitte melden", "M-XY 1234"),
        ("Mein Auto B-KR 77E steht im Weg", "B-KR 77E"),
        ("voiture immatriculée AB-123-CD", "AB-123-CD"),
        ("silver Transit, reg LK19 XQZ, driving badly", "LK19 XQZ"),
        ("Plate is 8KLM402, honk if you see me", "8KLM402"),
        ("kenteken hnd12k", "hnd12k"),
    ],
    #[cfg(test)]
    misses: &[
        "Artikel SL-220-X is uitverkocht",
        "De A-12-3 test",
        "Op 01-02-24 om 10 uur",
        "Model LK19 XQZ is een pomp",
        "ISO-9001-A is ons kenmerk",
        "Kenteken kwijt op 12-03-2024",
        "Wij rijden de A12 en de N279",
        "Kamer 12-AB-34",
        "De auto is 10 jaar oud en heeft 210.000 km",
        "Kennzeichen unbekannt, Baujahr 2019",
        "https://rdw.example/VX-418-K",
    ],
};

/// Words for the plate itself.
static PLATES: Names = names![
    "kenteken" "kentekens" "kentekenplaat" "kentekennummer" "nummerplaat" "nummerplaten" "plaat" "plaatnummer"
    "plate" "plates" "numberplate" "reg" "registration" "registered" "vrm"
    "kennzeichen" "nummernschild" "kfz"
    "immatriculation" "immatriculee" "immatricule" "plaque"
];

/// Words about vehicles.
static VEHICLES: Names = names![
    "aanhanger" "auto" "autootje" "bakfiets" "bedrijfsauto" "bedrijfswagen" "bestelauto" "bestelbus" "bestelwagen" "bolide" "bus" "busje"
    "camper" "caravan" "cabrio" "diesel" "geparkeerd" "gestolen" "kever" "leaseauto" "leasebak" "motor" "oldtimer" "parkeerplaats"
    "parkeerplek" "parkeren" "rijd" "rijden" "rijdt" "taxi" "touringcar" "tractor" "trekker" "truck" "vrachtauto" "vrachtwagen" "wagen"
    "car" "driver" "driving" "drives" "fleet" "garage" "lorry" "motorbike" "motorcycle" "park" "parked" "parking" "stolen" "van" "vehicle"
    "bakwagen" "bekeuring" "boete" "caddy" "deelauto" "geflitst" "huurauto" "laadpaal" "laadplek" "weggesleept"
    "cab" "clamped" "minibus" "scooter" "tow" "towed"
    "abgeschleppt" "anhanger" "dienstwagen" "firmenwagen" "leihwagen" "mietwagen" "parken" "parkt" "fourriere" "garee" "gare"
    "fahrzeug" "fahrer" "geparkt" "gestohlen" "lieferwagen" "lkw" "motorrad" "parkplatz" "pkw" "transporter" "wohnmobil"
    "camion" "camionnette" "conducteur" "fourgon" "fourgonnette" "moto" "stationnee" "utilitaire" "vehicule" "voiture" "volee"
    "audi" "bmw" "citroen" "corsa" "dacia" "fiat" "ford" "golf" "hyundai" "kia" "mercedes" "mini" "nissan" "opel" "passat" "peugeot" "polo"
    "astra" "berlingo" "clio" "corolla" "ducato" "fiesta" "kangoo" "micra" "picanto" "tiguan" "twingo" "vito" "yaris"
    "porsche" "renault" "seat" "skoda" "sprinter" "suzuki" "tesla" "toyota" "transit" "volkswagen" "volvo" "vw"
];

/// Words that announce the code of something else.
static CODES: Names = names![
    "article" "artikel" "bestand" "chassis" "code" "file" "flight" "item" "kamer" "kleur" "model" "modell" "motorcode" "norm" "part"
    "product" "produkt" "room" "route" "setcode" "treffer" "type" "typ" "vlucht" "zaal"
];

/// Bytes around a plate in which a word about vehicles counts.
const REACH: u32 = 60;
/// Bytes before something that has only the length of a plate in which a word for the plate must stand.
const CLOSE: u32 = 16;

/// Characters of the longest plate.
const LONGEST: usize = 8;
/// Groups of a plate at most.
const GROUPS_MAX: usize = 4;

/// Characters of a plate with what joins its groups.
const PATTERN: usize = LONGEST + GROUPS_MAX;

/// What makes a shape a plate's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Proof {
    /// A word for the plate itself just before it.
    Plate,
    /// A word about vehicles near it.
    Vehicle,
    /// Its form, when its letters are of those that are given out.
    Form,
}

fn find(text: &Text, place: usize) -> Option<Found> {
    if is_plain(text, place) {
        return None;
    }
    let (first, (last, proof)) = (place.saturating_sub(2)..=place)
        .filter_map(|first| Some((first, read(text, first, place)?)))
        .max_by_key(|(_, (_, proof))| *proof)?;
    let near = |names| context::is_named(text, first, last, names, REACH);
    let announced = || context::is_announced(text, first, last, &PLATES, CLOSE);
    let confidence = match proof {
        _ if announced() => 96,
        Proof::Form | Proof::Vehicle if near(&PLATES) || near(&VEHICLES) => 94,
        Proof::Form => 80,
        Proof::Plate | Proof::Vehicle => return None,
    };
    let coded = proof != Proof::Plate && context::is_announced(text, first, last, &CODES, CLOSE);
    if coded || context::is_lesson(text, first, last) || context::is_reference(text, first, last) {
        return None;
    }
    Found::words(text, first, last, confidence, Kind::LicencePlate)
}

/// A number with neither letters nor a hyphen beside it, as most are.
fn is_plain(text: &Text, place: usize) -> bool {
    let letters = |place: usize| {
        let word = text.words.get(place);
        word.is_some_and(|word| !word.is(flag::DIGIT | flag::LOWER) && word.end - word.start <= 3)
    };
    let hyphen = |place: usize| {
        text.words.get(place).is_some_and(|word| word.is(flag::GLUED)) && text.gap(place) == Some(*b"-\0\0\0")
    };
    text.words.get(place).is_some_and(Word::is_number)
        && !(hyphen(place) || hyphen(place + 1) || letters(place + 1) || place.checked_sub(1).is_some_and(letters))
}

/// The longest plate that begins with the word at `first` and holds the one at `place`: its last word, and what it needs.
fn read(text: &Text, first: usize, place: usize) -> Option<(usize, Proof)> {
    let opens = text.words.get(first)?;
    let before = text.glyph_before(opens.start as usize);
    if opens.is(flag::GLUED) && !matches!(before, Some(b'(' | b'"' | b':' | b'\'' | b'*')) {
        return None;
    }
    let mut shape = Shape::default();
    let mut best = None;
    for last in first..first + GROUPS_MAX {
        let Some(word) = text.words.get(last) else { break };
        if (last > first && !shape.join(text.gap(last)?, word)) || !shape.take(text, word) {
            break;
        }
        if last >= place
            && !goes_on(text, last)
            && let Some(proof) = shape.proof()
        {
            best = Some((last, proof));
        }
    }
    best
}

/// Whether the word is followed by more of the same code.
fn goes_on(text: &Text, place: usize) -> bool {
    let next = text.words.get(place + 1).is_some_and(|next| next.is(flag::GLUED));
    next && matches!(text.gap(place + 1), Some([b'-' | b'_' | b'/' | b'.' | b'@' | b',' | b':' | b'=', 0, 0, 0]))
}

/// What a plate looks like: `9` for a digit, `A` for a letter, and what stands between.
#[derive(Default)]
struct Shape {
    pattern: [u8; PATTERN],
    length: usize,
    characters: usize,
    lower: bool,
    /// Vowels, C and Q, which the Netherlands leaves out of the series in use.
    unusual: bool,
}

impl Shape {
    fn push(&mut self, kind: u8) {
        if let Some(slot) = self.pattern.get_mut(self.length) {
            *slot = kind;
            self.length += 1;
        }
    }

    /// Takes what joins a further group; letters in lower case are joined by no space.
    fn join(&mut self, gap: Gap, word: &Word) -> bool {
        let [joint @ (b' ' | b'-'), 0, 0, 0] = gap else { return false };
        self.push(joint);
        joint == b'-' || !(self.lower || word.is(flag::LOWER))
    }

    fn take(&mut self, text: &Text, word: &Word) -> bool {
        self.lower |= word.is(flag::LOWER);
        for character in text.spelling(word) {
            self.characters += 1;
            if self.characters > LONGEST {
                return false;
            }
            self.unusual |= b"AEIOUCQ".contains(&character.to_ascii_uppercase());
            self.push(if character.is_ascii_digit() { b'9' } else { b'A' });
        }
        true
    }

    fn proof(&self) -> Option<Proof> {
        let pattern = self.pattern.get(..self.length)?;
        let has = |kind: u8| pattern.contains(&kind);
        if !has(b'A') || !has(b'9') {
            return None;
        }
        match pattern {
            _ if self.lower => (self.characters == 6).then_some(Proof::Plate),
            // Dutch sidecodes 7 to 10, 13 and 14.
            b"99-AAA-9" | b"9-AAA-99" | b"AA-999-A" | b"A-999-AA" | b"9-AA-999" | b"999-AA-9" if !self.unusual => {
                Some(Proof::Form)
            }
            b"9-AAA-999" => Some(Proof::Form),
            b"99-AAA-9" | b"9-AAA-99" | b"AA-999-A" | b"A-999-AA" | b"9-AA-999" | b"999-AA-9" => Some(Proof::Vehicle),
            // Dutch sidecodes 1 to 6, 11 and 12.
            b"AA-99-99" | b"99-99-AA" | b"99-AA-99" | b"AA-99-AA" | b"AA-AA-99" | b"99-AA-AA" | b"AAA-99-A"
            | b"A-99-AAA" => Some(Proof::Vehicle),
            // France, Britain.
            b"AA-999-AA" | b"AA 999 AA" | b"AA99 AAA" | b"AA99AAA" => Some(Proof::Vehicle),
            pattern if is_german(pattern) => Some(Proof::Vehicle),
            _ => (5..=LONGEST).contains(&self.characters).then_some(Proof::Plate),
        }
    }
}

/// One to three letters, a hyphen, one or two letters, one to four digits, and an `E` or `H` at most.
fn is_german(pattern: &[u8]) -> bool {
    let letters = |part: &[u8], most: usize| (1..=most).contains(&part.len()) && part.iter().all(|kind| *kind == b'A');
    let mut parts = pattern.split(|kind| matches!(kind, b'-' | b' '));
    let (Some(district), Some(pair), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let figures = number.strip_suffix(b"A").unwrap_or(number);
    letters(district, 3)
        && letters(pair, 2)
        && (1..=4).contains(&figures.len())
        && figures.iter().all(|kind| *kind == b'9')
        && pattern.contains(&b'-')
}
