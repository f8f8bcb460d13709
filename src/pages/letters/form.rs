//! What the page asks for each letter.

use super::{
    Desk,
    drafts::{Drafts, LAWS, Which},
    sheets,
};
use crate::{
    linkedin::OBJECTION_FORM,
    pages::{
        frame::LANGUAGE_NAMES,
        sheet::{Sheet, Written},
    },
    rights::{
        authority::{self, Law},
        letter::{self, Ground},
    },
    wording::{Text, of_kind, said_of, texts},
};

/// Writes the whole page.
pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let Desk { which, drafts, .. } = desk;
    let notes = letter::texts(sheet.language.tag());
    sheet.part("div", "unprinted", || {
        sheet.words("h1", "", sheet.say(name_of(*which)))?;
        sheet.ways("letters", sheet.say(texts::LETTERS_TITLE), || {
            Which::ALL.into_iter().try_for_each(|other| {
                sheet.way_among("", &format!("#{}", other.name()), sheet.say(name_of(other)), other == *which)
            })
        })?;
        sheet.words("p", "lead", sheet.say(lead_of(*which)))?;
        let note = match which {
            Which::Objection => notes.note_objection,
            Which::Restriction => notes.note_restriction,
            Which::Marketing => notes.note_marketing,
            Which::Complaint => notes.note_complaint,
        };
        sheet.words("p", "", note)?;
        if *which == Which::Complaint {
            sheet.words("h2", "", sheet.say(texts::COMPLAINT_BEFORE))?;
            sheet.part("ol", "", || {
                [notes.note_before_write, notes.note_before_wait, notes.note_before_keep]
                    .into_iter()
                    .try_for_each(|before| sheet.words("li", "", before))
            })?;
        }
        Ok(())
    })?;
    sheet.part("div", "desk", || {
        sheet.part("div", "form unprinted", || {
            match which {
                Which::Objection => objection(sheet, drafts)?,
                Which::Restriction => objected(sheet, drafts)?,
                Which::Marketing => marketing(sheet, drafts)?,
                Which::Complaint => complaint(sheet, drafts, notes.note_regional)?,
            }
            sender(sheet, desk)
        })?;
        sheets::write(sheet, desk)
    })
}

/// A letter's name.
pub(super) const fn name_of(which: Which) -> Text {
    match which {
        Which::Objection => texts::LETTER_OBJECTION,
        Which::Restriction => texts::LETTER_RESTRICTION,
        Which::Marketing => texts::LETTER_MARKETING,
        Which::Complaint => texts::LETTER_COMPLAINT,
    }
}

const fn lead_of(which: Which) -> Text {
    match which {
        Which::Objection => texts::LETTER_OBJECTION_LEAD,
        Which::Restriction => texts::LETTER_RESTRICTION_LEAD,
        Which::Marketing => texts::LETTER_MARKETING_LEAD,
        Which::Complaint => texts::LETTER_COMPLAINT_LEAD,
    }
}

/// What the objection is against, on which grounds, and what it asks for.
fn objection(sheet: &Sheet<'_>, drafts: &Drafts) -> Written {
    let Drafts { objection, found, told, .. } = drafts;
    let group = |title: Text, write: &dyn Fn() -> Written| {
        sheet.part("fieldset", "", || {
            sheet.words("legend", "", sheet.say(title))?;
            write()
        })
    };
    group(texts::GROUNDS_TITLE, &|| {
        sheet.sentence(texts::GROUNDS_WHY)?;
        Ground::ALL.into_iter().enumerate().try_for_each(|(place, ground)| {
            let is_on = objection.grounds.contains(&ground);
            sheet.tick("checkbox", &format!("ground:{place}"), is_on, sheet.say(ground_in_words(ground)))
        })?;
        sheet.area("grounds-words", &objection.words, sheet.say(texts::GROUNDS_WORDS))
    })?;
    if !found.is_empty() {
        group(texts::FOUND_TITLE, &|| {
            sheet.sentence(texts::FOUND_WHY)?;
            found.iter().try_for_each(|(kind, count)| {
                let words = said_of(sheet.say(of_kind(*kind).0), &count.to_string(), sheet.language);
                sheet.tick("checkbox", &format!("told:{}", kind.name()), told.contains(kind), &words)
            })
        })?;
    }
    group(texts::AGAINST_TITLE, &|| {
        sheet.tick("checkbox", "generative", objection.generative, sheet.say(texts::AGAINST_GENERATIVE))?;
        sheet.tick("checkbox", "other", objection.other, sheet.say(texts::AGAINST_OTHER))
    })?;
    group(texts::ASK_TITLE, &|| {
        sheet.tick("checkbox", "restrict", objection.restrict, sheet.say(texts::ASK_RESTRICT))?;
        sheet.tick("checkbox", "erase", objection.erase, sheet.say(texts::ASK_ERASE))
    })
}

fn objected(sheet: &Sheet<'_>, drafts: &Drafts) -> Written {
    sheet.field("date", "objected", &drafts.objected, sheet.say(texts::OBJECTED_ON))
}

fn marketing(sheet: &Sheet<'_>, drafts: &Drafts) -> Written {
    sheet.field("text", "recipient", &drafts.recipient, sheet.say(texts::MARKETING_RECIPIENT))?;
    sheet.field("date", "received", &drafts.received, sheet.say(texts::MARKETING_RECEIVED))?;
    sheet.tick("checkbox", "dutch", drafts.dutch, sheet.say(texts::MARKETING_DUTCH))
}

fn complaint(sheet: &Sheet<'_>, drafts: &Drafts, regional: &str) -> Written {
    let named: Vec<(&str, String)> = authority::for_language(sheet.language.tag())
        .iter()
        .map(|authority| (authority.country, format!("{} · {}", authority.country, authority.name)))
        .collect();
    let options: Vec<(&str, &str)> = named.iter().map(|(country, name)| (*country, name.as_str())).collect();
    sheet.choice("country", &options, &drafts.country, sheet.say(texts::COMPLAINT_COUNTRY))?;
    if let Some(chosen) = authority::of_country(&drafts.country) {
        sheet.part("p", "", || {
            let name = chosen.name_in(sheet.language.tag());
            // Its own name stands in the list.
            if name != chosen.name {
                sheet.words("span", "", &format!("{name}. "))?;
            }
            sheet.link("", chosen.site, chosen.site)
        })?;
        if chosen.regional {
            sheet.words("p", "", regional)?;
        }
    }
    objected(sheet, drafts)?;
    let answers = [
        ("none", sheet.say(texts::ANSWER_NONE)),
        ("refused", sheet.say(texts::ANSWER_REFUSED)),
        ("partly", sheet.say(texts::ANSWER_PARTLY)),
    ];
    sheet.choice("answer", &answers, &drafts.answer, sheet.say(texts::ANSWER_TITLE))?;
    if matches!(drafts.answer.as_str(), "refused" | "partly") {
        sheet.field("date", "answered", &drafts.answered, sheet.say(texts::ANSWERED_ON))?;
    }
    sheet.area("words", &drafts.words, sheet.say(texts::COMPLAINT_WORDS))
}

/// Who writes; and where the letter goes from here.
fn sender(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    let letter = &desk.drafts.letter;
    sheet.part("fieldset", "", || {
        sheet.words("legend", "", sheet.say(texts::SENDER_TITLE))?;
        sheet.field("text", "name", &letter.sender.name, sheet.say(texts::SENDER_NAME))?;
        sheet.field("text", "profile", &letter.sender.profile, sheet.say(texts::SENDER_PROFILE))?;
        sheet.field("text", "contact", &letter.sender.contact, sheet.say(texts::SENDER_CONTACT))?;
        if desk.which != Which::Complaint {
            let laws = LAWS.map(|(name, law)| (name, sheet.say(home_in_words(law))));
            let chosen = LAWS.iter().find(|(_, law)| *law == letter.home).map(|(name, _)| *name);
            sheet.choice("home", &laws, chosen.unwrap_or_default(), sheet.say(texts::SENDER_HOME))?;
        }
        let on = letter.on.map(|day| day.to_string()).unwrap_or_default();
        sheet.field("date", "on", &on, sheet.say(texts::LETTER_DATE))?;
        sheet.tick("checkbox", "keep-sender", desk.sending.keeps_sender, sheet.say(texts::SENDER_KEEP))
    })?;
    let languages =
        LANGUAGE_NAMES.map(|(tag, name)| (tag, if tag == "en" { sheet.say(texts::LETTER_ENGLISH_ONLY) } else { name }));
    sheet.choice("beside", &languages, desk.beside, sheet.say(texts::LETTER_BESIDE))
}

/// The way on from the letter.
pub(super) fn ways_on(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    match desk.which {
        Which::Objection | Which::Restriction => {
            sheet.sentence(texts::SEND_BY_FORM)?;
            sheet.part("p", "ways", || sheet.link("main way", sheet.say(texts::OPEN_FORM), OBJECTION_FORM))
        }
        Which::Marketing => sheet.sentence(texts::SEND_TO_SENDER),
        Which::Complaint => {
            sheet.sentence(texts::SEND_TO_AUTHORITY)?;
            match authority::of_country(&desk.drafts.country) {
                Some(chosen) => {
                    let name = chosen.name_in(sheet.language.tag());
                    sheet.part("p", "ways", || sheet.link("main way", name, chosen.site))
                }
                None => Ok(()),
            }
        }
    }
}

const fn ground_in_words(ground: Ground) -> Text {
    match ground {
        Ground::Confidentiality => texts::GROUND_CONFIDENTIALITY,
        Ground::ThirdParties => texts::GROUND_THIRD_PARTIES,
        Ground::SpecialCategories => texts::GROUND_SPECIAL_CATEGORIES,
        Ground::Minors => texts::GROUND_MINORS,
        Ground::OldPosts => texts::GROUND_OLD_POSTS,
        Ground::EmployerRules => texts::GROUND_EMPLOYER_RULES,
    }
}

const fn home_in_words(law: Law) -> Text {
    match law {
        Law::Eu => texts::HOME_EU,
        Law::Uk => texts::HOME_UK,
        Law::Ch => texts::HOME_CH,
    }
}
