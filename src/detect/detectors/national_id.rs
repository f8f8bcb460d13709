//! Personal numbers given by a state: the Dutch BSN and those of sixteen other countries.
//!
//! Format and check: of each country in its own table, `figures` for numbers of digits alone and `lettered` for those with letters, with
//! the source beside it. A weak check lets one number in ten or so pass, so a word that names the number must stand near it in
//! the same sentence; a strong form, such as a French number in its seven groups, needs none. The number may be no part of a longer one. It
//! cannot know whether the number was ever given out.

mod figures;
mod lettered;
#[cfg(test)]
mod trial;
mod words;

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::Text;
use words::{GENERAL, Name};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::NationalId,
    rule: "national_id",
    looks: &[Look { at: Trigger::Code, find: figures::find }, Look { at: Trigger::Code, find: lettered::find }],
    #[cfg(test)]
    hits: &[
        ("Mijn BSN is 111222333, wie regelt dit?", "111222333"),
        ("burgerservicenummer: 1112.22.333", "1112.22.333"),
        ("Op de foto staat 111 222 333, haar BSN-nummer.", "111 222 333"),
        ("My citizen service number (111222333) leaked", "111222333"),
        ("In 2024 stond mijn BSN 111222333 op straat", "111222333"),
        ("rijksregisternummer 85.07.30-033.28", "85.07.30-033.28"),
        ("Numéro national : 85073003328", "85073003328"),
        ("Meine Steuer-ID (86 095 742 719) schon wieder", "86 095 742 719"),
        ("Rentenversicherungsnummer 15 070649 C 103", "15 070649 C 103"),
        ("Le voici, tenez : 2 55 08 14 168 025 38", "2 55 08 14 168 025 38"),
        ("numéro de sécu 255081416802538", "255081416802538"),
        ("sécurité sociale : 2 55 08 14 168 025 clé 38", "2 55 08 14 168 025"),
        ("Mijn burgerservicenummer? Gewoon 111222333 hoor", "111222333"),
        ("mi DNI es 12345678Z", "12345678Z"),
        ("mi dni: 12345678z 5 veces", "12345678z"),
        ("mi DNI es 12345678 Z", "12345678 Z"),
        ("DNI:12345678Z", "12345678Z"),
        ("NIE: X-1234567-L", "X-1234567-L"),
        ("codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S"),
        ("PESEL 44051401359", "44051401359"),
        ("o meu NIF é 123456789", "123456789"),
        ("Mine is AB 12 34 56 C", "AB 12 34 56 C"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
        ("NI AB123456C", "AB123456C"),
        ("National Insurance number AB123456C", "AB123456C"),
        ("my NHS number is 943 476 5919", "943 476 5919"),
        ("personnummer 811218-9876", "811218-9876"),
        ("henkilötunnus 131052-308T", "131052-308T"),
        ("mit CPR-nummer er 070761-4285", "070761-4285"),
        ("fødselsnummer 15108695088", "15108695088"),
        ("PPS number 1234567FA", "1234567FA"),
        ("SV-Nummer 1237 010180", "1237 010180"),
        ("AHV 756.9217.0769.85", "756.9217.0769.85"),
        ("I sent it. 219-09-9999. Yes I know", "219-09-9999"),
        ("SSN 219099999", "219099999"),
        ("persoonsnummer 85073003328", "85073003328"),
    ],
    #[cfg(test)]
    misses: &[
        "Ordernummer 111222333 is verzonden",
        "Mijn BSN is 111222334",
        "Mijn persoonsnummer is 111222333",
        "Mijn BSN kwijt. De teller staat op 111222333",
        "BSN 1112223330 is te lang, 0-111222333 ook",
        "Een BSN zoals 111222333 haalt de elfproef",
        "bsn in https://zorg.example/111222333",
        "Wij leveren aan BSNL 111222333 stuks",
        "Auftragsnummer 86095742719",
        "Meine Steuer-ID ist 86095742700",
        "Commande n° 2 55 08 14 168 025 38",
        "2 55 08 14 168 025 39",
        "Onderdeel 12345678Z is op voorraad",
        "mi DNI es 12345678, Z",
        "mi DNI es 12345678Z-A",
        "mi DNI es ABC-12345678Z",
        "Zie X-1234567-L hier",
        "codice fiscale RSSMRA85T10A562SX",
        "Zie AB123456C hier",
        "zie ab 12 34 56 c hier",
        "National Insurance number AB12C456D",
        "AB 12 34 56 E",
        "QQ 12 34 56 C",
        "Rows AB 12 34 56 c and d",
        "Serial 219-09-9999",
        "000-12-3456 en 666-12-3456",
        "20240115-1430 staat in de bestandsnaam",
        "PPS 1234567AA",
        "Wij hebben 85073003328 keer geklikt",
    ],
};

/// Bytes around the number in which its name counts.
const REACH: u32 = 40;

/// What the number at `first..=last` needs beside its format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Its own name near it.
    Name,
    /// Its own name or one that speaks of personal numbers in general.
    AnyName,
    /// Nothing: the format and its check suffice.
    Nothing,
}

/// The finding for a number whose format and check are right.
fn judge(text: &Text, first: usize, last: usize, needs: Needs, name: &Name) -> Option<Found> {
    let near = |name: &Name| name.is_near(text, first, last, REACH);
    let is_named = near(name) || (needs != Needs::Name && near(&GENERAL));
    if !(is_named || needs == Needs::Nothing) || context::is_lesson(text, first, last) {
        return None;
    }
    if !is_named && context::is_reference(text, first, last) {
        return None;
    }
    Found::words(text, first, last, if is_named { 97 } else { 85 }, Kind::NationalId)
}
