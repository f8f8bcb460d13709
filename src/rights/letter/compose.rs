//! What each letter says, paragraph by paragraph.

use super::{
    Answer, Ground, Letter, Objection, Purpose, Texts, plain,
    sheet::{Sheet, or_blank},
};
use crate::rights::{
    Day,
    authority::{self, Authority, Law},
};

/// Writes a letter in a language.
pub(super) fn write(letter: &Letter, texts: &Texts) -> String {
    let mut sheet = Sheet::new(texts, letter.law());
    let linkedin = sheet.controller;
    match &letter.purpose {
        Purpose::Objection(objection) => {
            sheet.head(letter, &linkedin, texts.objection_subject);
            say_objection(&mut sheet, objection);
        }
        Purpose::Restriction { objected } => {
            sheet.head(letter, &linkedin, texts.restriction_subject);
            sheet.say(texts.restriction_intro, &[("objected", &sheet.date(*objected))]);
            sheet.say(texts.restriction_meaning, &[]);
            sheet.say(texts.restriction_confirm, &[]);
        }
        Purpose::Marketing { recipient, received, dutch } => {
            sheet.head(letter, &[&or_blank(recipient, texts.blank_recipient)], texts.marketing_subject);
            sheet.say(texts.marketing_intro, &[("date", &sheet.date(*received))]);
            sheet.say(texts.marketing_objection, &[]);
            sheet.say(texts.marketing_mention, &[]);
            if *dutch {
                sheet.say(texts.marketing_dutch, &[]);
            }
            sheet.say(texts.marketing_ask, &[]);
        }
        Purpose::Complaint { country, objected, answer, words } => {
            let authority = authority::of_country(country);
            let to = authority.map_or(vec![texts.blank_authority], |authority| vec![authority.name, authority.site]);
            sheet.head(letter, &to, texts.complaint_subject);
            say_complaint(&mut sheet, authority, *objected, *answer, words);
        }
    }
    sheet.signed(&letter.sender)
}

fn say_objection(sheet: &mut Sheet<'_>, objection: &Objection) {
    let texts = sheet.texts;
    sheet.say(texts.objection_intro, &[]);
    let mut processing = Vec::new();
    processing.extend(objection.generative.then_some(texts.objection_generative));
    processing.extend(objection.other.then_some(texts.objection_other));
    if processing.is_empty() {
        processing.push(texts.blank_processing);
    }
    sheet.list(false, &processing);
    sheet.say(texts.objection_security, &[]);
    say_grounds(sheet, objection);
    say_counts(sheet, objection);

    sheet.say(texts.objection_ask, &[]);
    let mut asked = vec![texts.objection_stop];
    asked.extend(objection.restrict.then_some(texts.objection_restrict));
    asked.extend(objection.erase.then_some(texts.objection_erase));
    asked.extend([texts.objection_confirm, texts.objection_refuse]);
    sheet.list(true, &asked);
    sheet.say(texts.objection_complaint, &[]);
}

/// What is ticked, and the member's own words: one of them there has to be.
fn say_grounds(sheet: &mut Sheet<'_>, objection: &Objection) {
    let texts = sheet.texts;
    let ticked = Ground::ALL.iter().filter(|ground| objection.grounds.contains(ground));
    let grounds: Vec<&str> = ticked.map(|ground| text_of(*ground, texts)).collect();
    let words = plain::block(&objection.words);
    if !grounds.is_empty() {
        sheet.say(texts.objection_grounds, &[]);
        sheet.list(false, &grounds);
        sheet.own_words(texts.objection_words, &words);
    } else if !words.is_empty() {
        sheet.own_words(texts.objection_grounds, &words);
    } else {
        sheet.say(texts.objection_grounds, &[]);
        sheet.list(false, &[texts.blank_grounds]);
    }
}

fn say_counts(sheet: &mut Sheet<'_>, objection: &Objection) {
    let texts = sheet.texts;
    let told = |name: &str| texts.kinds.iter().find(|(known, _)| *known == name).map(|(_, told)| *told);
    let counts: Vec<String> = objection
        .counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .filter_map(|(kind, count)| Some((told(kind.name())?, count.to_string())))
        .map(|(kind, count)| plain::fill(texts.objection_count, &[("kind", kind), ("count", &count)]))
        .collect();
    if !counts.is_empty() {
        sheet.say(texts.objection_counted, &[]);
        sheet.list(false, &counts.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

fn say_complaint(
    sheet: &mut Sheet<'_>,
    authority: Option<&Authority>,
    objected: Option<Day>,
    answer: Answer,
    words: &str,
) {
    let texts = sheet.texts;
    let law = authority.map(|authority| authority.law);
    sheet.say(if law == Some(Law::Ch) { texts.complaint_basis_ch } else { texts.complaint_basis_gdpr }, &[]);
    sheet.say(texts.complaint_controller, &[]);
    sheet.say(texts.complaint_facts, &[("objected", &sheet.date(objected))]);
    let (text, answered) = match answer {
        Answer::None => (texts.complaint_unanswered, None),
        Answer::Refused(day) => (texts.complaint_refused, day),
        Answer::Partly(day) => (texts.complaint_partly, day),
    };
    sheet.say(text, &[("answered", &sheet.date(answered))]);
    sheet.own_words(texts.complaint_words, words);
    sheet.say(texts.complaint_ask, &[]);
    if authority.is_some_and(|authority| authority.law == Law::Eu && authority.country != "IE") {
        sheet.say(texts.complaint_lead, &[]);
    }
    sheet.say(texts.complaint_enclosed, &[]);
}

fn text_of(ground: Ground, texts: &Texts) -> &'static str {
    match ground {
        Ground::Confidentiality => texts.ground_confidentiality,
        Ground::ThirdParties => texts.ground_third_parties,
        Ground::SpecialCategories => texts.ground_special_categories,
        Ground::Minors => texts.ground_minors,
        Ground::OldPosts => texts.ground_old_posts,
        Ground::EmployerRules => texts.ground_employer_rules,
    }
}
