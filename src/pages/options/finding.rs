//! What is found, how severe it is shown to be, and in which languages it is looked for.

use super::{Desk, Part, deeds};
use crate::{
    choices::Choice,
    detect::{
        Kind::{self, *},
        LANGUAGES, Severity,
    },
    pages::{
        frame::name_of_language,
        sheet::{Sheet, Written},
    },
    wording::{Text, of_kind, of_severity, texts},
};

/// What kinds are put together on the page, by a name of its own and in words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Identifiers,
    People,
    Organisation,
}

const GROUPS: [(Group, &str, Text); 3] = [
    (Group::Identifiers, "identifiers", texts::OPTIONS_GROUP_IDENTIFIERS),
    (Group::People, "people", texts::OPTIONS_GROUP_PEOPLE),
    (Group::Organisation, "organisation", texts::OPTIONS_GROUP_ORGANISATION),
];

const fn group_of(kind: Kind) -> Group {
    match kind {
        Email | Phone | BankAccount | PaymentCard | NationalId | TravelDocument | PostalAddress | LicencePlate
        | BirthDate | OnlineId | CryptoWallet | Secret => Group::Identifiers,
        Health | Belief | Politics | Union | Ethnicity | Sexuality | Criminal | JobSearch | Departure | Pay
        | Absence | Child | ThirdParty => Group::People,
        Client | Insolvency | Launch | Workforce | Deal | Finance | Partnership | Hiring | Confidential | Incident
        | Dispute => Group::Organisation,
    }
}

pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    desk.part(sheet, Part::Finding, texts::OPTIONS_FIND_TITLE, || {
        sheet.sentence(texts::OPTIONS_FIND_HOW)?;
        for (choice, locked) in
            [(Choice::KindsOff, texts::OPTIONS_KINDS_LOCKED), (Choice::Severities, texts::OPTIONS_SEVERITIES_LOCKED)]
        {
            if desk.is_locked(choice) {
                sheet.part("div", "locked", || sheet.sentence(locked))?;
            }
        }
        GROUPS.iter().try_for_each(|(group, name, title)| {
            let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| group_of(*kind) == *group).collect();
            together(sheet, desk, name, *title, &kinds)
        })
    })?;
    desk.part(sheet, Part::Languages, texts::OPTIONS_LANGUAGES_TITLE, || {
        sheet.sentence(texts::OPTIONS_LANGUAGES_HOW)?;
        sheet.settable(desk.is_locked(Choice::LanguagesOff), || {
            let off = &desk.choices.detection.languages_off;
            LANGUAGES.iter().try_for_each(|language| {
                let is_on = !off.iter().any(|off| off == language);
                sheet.tick("checkbox", &format!("language-on:{language}"), is_on, name_of_language(language))
            })
        })
    })
}

fn together(sheet: &Sheet<'_>, desk: &Desk, name: &str, title: Text, kinds: &[Kind]) -> Written {
    let off = &desk.choices.detection.kinds_off;
    let on = kinds.iter().filter(|kind| !off.contains(kind)).count();
    let heading = texts::OPTIONS_GROUP_COUNT.with(sheet.language, sheet.say(title));
    let heading = heading.replace("$2", &on.to_string()).replace("$3", &kinds.len().to_string());
    sheet.fold(name, &heading, || {
        sheet.part("ul", "entries kinds", || {
            kinds.iter().try_for_each(|kind| sheet.part("li", "", || one(sheet, desk, *kind)))
        })
    })
}

fn one(sheet: &Sheet<'_>, desk: &Desk, kind: Kind) -> Written {
    let detection = &desk.choices.detection;
    let (name, why) = of_kind(kind);
    sheet.part("div", "", || {
        sheet.fixed(desk.is_locked(Choice::KindsOff), || {
            let is_on = !detection.kinds_off.contains(&kind);
            sheet.tick("checkbox", &format!("kind:{}", kind.name()), is_on, sheet.say(name))
        })?;
        sheet.sentence(why)
    })?;
    sheet.fixed(desk.is_locked(Choice::Severities), || {
        let usual = sheet.say(of_severity(kind.severity()));
        let usual = texts::OPTIONS_SEVERITY_USUAL.with(sheet.language, usual);
        let chosen = detection.severities.get(&kind).map_or("", |severity| severity.name());
        let mut options = vec![("", usual.as_str())];
        options.extend(Severity::ALL.map(|severity| (severity.name(), sheet.say(of_severity(severity)))));
        let label = texts::OPTIONS_SEVERITY.with(sheet.language, sheet.say(name));
        sheet.choice(&format!("severity:{}", kind.name()), &options, chosen, &label)
    })
}

/// The member switches a kind on or off, chooses how severe it is shown to be, or switches the rules of a language on or off.
pub(super) fn choose(what: &str, name: &str, is_on: bool, value: &str) {
    let kind = Kind::of_name(name);
    let severity = Severity::of_name(value);
    match (what, kind) {
        ("kind", Some(kind)) => deeds::change(Part::Finding, move |choices| {
            let off = &mut choices.detection.kinds_off;
            off.retain(|other| *other != kind);
            off.extend((!is_on).then_some(kind));
        }),
        ("severity", Some(kind)) => deeds::change(Part::Finding, move |choices| {
            let severities = &mut choices.detection.severities;
            severities.remove(&kind);
            if let Some(severity) = severity {
                severities.insert(kind, severity);
            }
        }),
        ("language-on", _) => {
            let language = name.to_owned();
            deeds::change(Part::Languages, move |choices| {
                let off = &mut choices.detection.languages_off;
                off.retain(|other| *other != language);
                off.extend((!is_on).then_some(language));
            });
        }
        _ => {}
    }
}
