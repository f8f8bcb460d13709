//! The words for the reader: one locale entry a sentence, used by a typed key.

use crate::{
    detect::{Kind, Severity},
    item::Audience,
};

/// A sentence in every language of `extension/_locales`, in the order of [`LANGUAGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static [&'static str]);

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A language of the interface: a place in [`LANGUAGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(usize);

impl Language {
    /// The language for a BCP 47 tag such as `nl-BE`. English where there is none of that name: it is the language in which LinkedIn
    /// is asked, and the one that most readers of another language know.
    pub fn of(tag: &str) -> Language {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let place = LANGUAGES.iter().position(|known| known.eq_ignore_ascii_case(primary));
        Language(place.unwrap_or(ENGLISH))
    }

    /// The language's BCP 47 tag.
    pub fn tag(self) -> &'static str {
        LANGUAGES.get(self.0).copied().unwrap_or_default()
    }
}

impl Text {
    /// The sentence in a language.
    pub fn in_language(self, language: Language) -> &'static str {
        self.0.get(language.0).copied().unwrap_or_default()
    }

    /// The sentence with `$1` replaced.
    pub fn with(self, language: Language, value: &str) -> String {
        self.in_language(language).replace("$1", value)
    }
}

/// A name and what is said of it, with a colon as the language writes it.
pub fn said_of(name: &str, what: &str, language: Language) -> String {
    [name, texts::COLON.in_language(language), what].concat()
}

/// A severity in words.
pub const fn of_severity(severity: Severity) -> Text {
    match severity {
        Severity::Low => texts::SEVERITY_LOW,
        Severity::Medium => texts::SEVERITY_MEDIUM,
        Severity::High => texts::SEVERITY_HIGH,
    }
}

/// An audience in words.
pub const fn of_audience(audience: Audience) -> Text {
    match audience {
        Audience::Public => texts::AUDIENCE_PUBLIC,
        Audience::Limited => texts::AUDIENCE_LIMITED,
        Audience::Unknown => texts::AUDIENCE_UNKNOWN,
    }
}

/// The name of a kind, and why it matters.
pub const fn of_kind(kind: Kind) -> (Text, Text) {
    match kind {
        Kind::Email => (texts::KIND_EMAIL, texts::WHY_EMAIL),
        Kind::Phone => (texts::KIND_PHONE, texts::WHY_PHONE),
        Kind::BankAccount => (texts::KIND_BANK_ACCOUNT, texts::WHY_BANK_ACCOUNT),
        Kind::PaymentCard => (texts::KIND_PAYMENT_CARD, texts::WHY_PAYMENT_CARD),
        Kind::NationalId => (texts::KIND_NATIONAL_ID, texts::WHY_NATIONAL_ID),
        Kind::TravelDocument => (texts::KIND_TRAVEL_DOCUMENT, texts::WHY_TRAVEL_DOCUMENT),
        Kind::PostalAddress => (texts::KIND_POSTAL_ADDRESS, texts::WHY_POSTAL_ADDRESS),
        Kind::LicencePlate => (texts::KIND_LICENCE_PLATE, texts::WHY_LICENCE_PLATE),
        Kind::BirthDate => (texts::KIND_BIRTH_DATE, texts::WHY_BIRTH_DATE),
        Kind::OnlineId => (texts::KIND_ONLINE_ID, texts::WHY_ONLINE_ID),
        Kind::CryptoWallet => (texts::KIND_CRYPTO_WALLET, texts::WHY_CRYPTO_WALLET),
        Kind::Secret => (texts::KIND_SECRET, texts::WHY_SECRET),
        Kind::Health => (texts::KIND_HEALTH, texts::WHY_HEALTH),
        Kind::Belief => (texts::KIND_BELIEF, texts::WHY_BELIEF),
        Kind::Politics => (texts::KIND_POLITICS, texts::WHY_POLITICS),
        Kind::Union => (texts::KIND_UNION, texts::WHY_UNION),
        Kind::Ethnicity => (texts::KIND_ETHNICITY, texts::WHY_ETHNICITY),
        Kind::Sexuality => (texts::KIND_SEXUALITY, texts::WHY_SEXUALITY),
        Kind::Criminal => (texts::KIND_CRIMINAL, texts::WHY_CRIMINAL),
        Kind::Client => (texts::KIND_CLIENT, texts::WHY_CLIENT),
        Kind::Insolvency => (texts::KIND_INSOLVENCY, texts::WHY_INSOLVENCY),
        Kind::Launch => (texts::KIND_LAUNCH, texts::WHY_LAUNCH),
        Kind::Workforce => (texts::KIND_WORKFORCE, texts::WHY_WORKFORCE),
        Kind::Deal => (texts::KIND_DEAL, texts::WHY_DEAL),
        Kind::Finance => (texts::KIND_FINANCE, texts::WHY_FINANCE),
        Kind::Partnership => (texts::KIND_PARTNERSHIP, texts::WHY_PARTNERSHIP),
        Kind::Hiring => (texts::KIND_HIRING, texts::WHY_HIRING),
        Kind::Confidential => (texts::KIND_CONFIDENTIAL, texts::WHY_CONFIDENTIAL),
        Kind::Incident => (texts::KIND_INCIDENT, texts::WHY_INCIDENT),
        Kind::Dispute => (texts::KIND_DISPUTE, texts::WHY_DISPUTE),
        Kind::JobSearch => (texts::KIND_JOB_SEARCH, texts::WHY_JOB_SEARCH),
        Kind::Departure => (texts::KIND_DEPARTURE, texts::WHY_DEPARTURE),
        Kind::Pay => (texts::KIND_PAY, texts::WHY_PAY),
        Kind::Absence => (texts::KIND_ABSENCE, texts::WHY_ABSENCE),
        Kind::Child => (texts::KIND_CHILD, texts::WHY_CHILD),
        Kind::ThirdParty => (texts::KIND_THIRD_PARTY, texts::WHY_THIRD_PARTY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_tag() {
        for (tag, language) in [
            ("nl", "nl"),
            ("nl-BE", "nl"),
            ("NL_nl", "nl"),
            ("de-CH", "de"),
            ("fr", "fr"),
            ("en-GB", "en"),
            ("ja", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::of(tag).tag(), language, "{tag}");
        }
    }

    #[test]
    fn a_sentence_is_said_in_the_language_asked_for() {
        for (language, close) in [("nl", "Sluiten"), ("de", "Schließen"), ("fr", "Fermer"), ("en", "Close")] {
            assert_eq!(texts::CLOSE.in_language(Language::of(language)), close);
        }
        assert_eq!(said_of("Santé", "2", Language::of("fr")), "Santé\u{a0}: 2");
        assert_eq!(texts::FINDINGS_MORE.with(Language::of("en"), "3"), "3 findings");
    }
}
