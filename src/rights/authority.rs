//! The supervisory authorities with which a member can lodge a complaint: GDPR art. 77.

use serde::{Deserialize, Serialize};

/// A supervisory authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// Its country, by ISO 3166-1.
    pub country: &'static str,
    /// What it calls itself, in its country's languages.
    pub name: &'static str,
    /// What it is called in English.
    pub english: &'static str,
    /// Its website.
    pub site: &'static str,
    /// Whose law it watches over.
    pub law: Law,
    /// Other authorities in the country deal with firms; its site tells which.
    pub regional: bool,
}

impl Authority {
    /// What it is called where this language is read: in English as the English say, elsewhere by its own name.
    pub fn name_in(&self, tag: &str) -> &'static str {
        if tag == "en" { self.english } else { self.name }
    }
}

/// Whose data protection law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Law {
    /// The GDPR, in the EU and the EEA.
    #[default]
    Eu,
    /// The United Kingdom's.
    Uk,
    /// Switzerland's.
    Ch,
}

include!(concat!(env!("OUT_DIR"), "/authorities.rs"));

/// Countries where a language is at home, the largest first.
const HOMES: [(&str, &[&str]); 4] = [
    ("de", &["DE", "AT", "CH", "LI", "LU", "BE"]),
    ("en", &["IE", "GB", "MT"]),
    ("fr", &["FR", "BE", "CH", "LU"]),
    ("nl", &["NL", "BE"]),
];

/// The authority of a country.
pub fn of_country(country: &str) -> Option<&'static Authority> {
    AUTHORITIES.iter().find(|authority| authority.country.eq_ignore_ascii_case(country))
}

/// All authorities, for a list: first those of the countries where the language is at home, then the others by country.
pub fn for_language(tag: &str) -> Vec<&'static Authority> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let homes = HOMES.iter().find(|(language, _)| language.eq_ignore_ascii_case(primary)).map(|(_, at)| *at);
    let homes = homes.unwrap_or_default();
    let mut list: Vec<&Authority> = AUTHORITIES.iter().collect();
    list.sort_by_key(|authority| homes.iter().position(|home| *home == authority.country).unwrap_or(homes.len()));
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_begins_where_the_language_is_at_home() {
        let first = |tag| for_language(tag).iter().take(3).map(|authority| authority.country).collect::<Vec<_>>();
        assert_eq!(first("nl"), ["NL", "BE", "AT"]);
        assert_eq!(first("nl-BE"), ["NL", "BE", "AT"]);
        assert_eq!(first("de_CH"), ["DE", "AT", "CH"]);
        assert_eq!(first("ja"), ["AT", "BE", "BG"]);
        assert_eq!(for_language("nl").len(), AUTHORITIES.len());
        assert_eq!(for_language("nl").first().map(|authority| authority.name), Some("Autoriteit Persoonsgegevens"));
    }

    #[test]
    fn a_country_has_one_authority() {
        assert_eq!(of_country("ie").map(|authority| authority.english), Some("Data Protection Commission"));
        assert_eq!(of_country("GB").map(|authority| authority.law), Some(Law::Uk));
        assert_eq!(of_country("US"), None);
        for authority in AUTHORITIES {
            assert_eq!(of_country(authority.country), Some(authority));
        }
    }
}
