//! Words that name a personal number.

use crate::context::{is_mentioned, is_named};
use text::Text;
use text::names::{Names, names};

/// Words of which one, or words of which all must stand near.
pub(super) struct Name {
    any: Names,
    all: &'static [Names],
}

/// Bytes before a number in which its name counts even when a sentence seems to end between: `IdNr. 86…`, "My BSN? It's …".
const JUST_BEFORE: u32 = 16;

impl Name {
    pub(super) fn is_near(&self, text: &Text, first: usize, last: usize, reach: u32) -> bool {
        let near = |names| is_named(text, first, last, names, reach);
        near(&self.any)
            || is_mentioned(text, first, &self.any, JUST_BEFORE)
            || (!self.all.is_empty() && self.all.iter().all(near))
    }
}

macro_rules! name {
    ($($any:literal)* $(; $($all:literal)+)*) => {
        Name { any: names![$($any)*], all: &[$(names![$($all)+]),*] }
    };
}

/// Personal numbers of whatever country, in the languages of posts.
pub(super) static GENERAL: Name = name![
    "persoonsnummer" "personeelsidentificatienummer" "identificatienummer" "personalausweisnummer" "idnummer" "id-nummer" "ssn"
    "steuernummer" "steueridentifikationsnummer" "sociaalzekerheidsnummer" "personnummer" "steueridnummer" "kennitala"
    ; "id" "identity" "identification" "identite" "insurance" "national" "nationaal" "nationale" "personal" "security"
      "social" "sociale" "tax" "steuer" "fiscaal" "fiscal" "persoonlijk" "secu"
    ; "number" "no" "nr" "nummer" "numero" "code" "id"
];

pub(super) static NL: Name = name![
    "bsn" "bsnnr" "bsnnummer" "burgerservicenr" "burgerservicenummer" "burgerservice" "sofi" "sofienummer" "sofinr"
    "sofinummer"
    ; "citizen" ; "service" ; "number"
];
pub(super) static BE: Name = name![
    "insz" "inszi" "niss" "rijksregister" "rijksregisternr" "rijksregisternummer" "rrn" "nationaalnummer"
    ; "national" "nationaal" ; "register" "registre" "numero" "nummer" "number"
];
pub(super) static DE_TAX: Name = name![
    "idnr" "steueridentifikationsnummer" "steuerid" "steueridnr" "tin" "steuer" "identifikationsnummer"
    ; "tax" ; "id" "identification" "number"
];
pub(super) static DE_PENSION: Name = name![
    "rentenversicherungsnummer" "rvnr" "sozialversicherungsnummer" "sv" "svnr" "versicherungsnummer"
    "sozialversicherungsausweis" "rentenversicherung"
];
pub(super) static FR: Name = name!["insee" "nir" "secu" "ssn" "vitale"; "securite"; "sociale"];
pub(super) static ES: Name = name!["dni" "nie" "nif"];
pub(super) static IT: Name = name!["fiscale" "cf"];
pub(super) static PL: Name = name!["pesel" "peselu"];
pub(super) static PT: Name = name!["contribuinte" "nif" "nic"];
pub(super) static UK: Name = name!["hmrc" "ni" "nino" "nationalinsurance"; "national"; "insurance"];
pub(super) static NHS: Name = name!["nhs"];
pub(super) static SE: Name = name![
    "personnummer" "personnumret" "samordningsnummer" "pnr" "personnr"
    ; "swedish" "personal" "zweeds" "schwedische" ; "number" "id" "nummer" "identity" "identitetsnummer"
];
pub(super) static FI: Name =
    name!["henkilotunnus" "henkilotunnukseni" "hetu" "personbeteckning"; "finnish" "personal"; "code" "id" "number"];
pub(super) static DK: Name = name!["cpr" "cprnr" "cprnummer" "personnummer"];
pub(super) static NO: Name = name![
    "fodselsnummer" "fodselsnr" "personnummer" "fnr" "dnummer" "folkeregister"
    ; "norwegian" "noors" "national" "personal"; "id" "number" "nummer" "identity"
];
pub(super) static IE: Name = name!["pps" "ppsn" "ppsno"];
pub(super) static AT: Name = name![
    "sozialversicherungsnummer" "sv" "svnr" "svnummer" "versicherungsnummer" "ecard"
    ; "social" "austrian" ; "security" "insurance"
];
pub(super) static CH: Name = name!["ahv" "ahvnr" "ahvn13" "avs" "ahvnummer" "sozialversicherungsnummer" "navs"];
pub(super) static US: Name = name!["ssn" "social" "ssns" "itin"];
