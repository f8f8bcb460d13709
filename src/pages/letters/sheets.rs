//! The letters as they stand: English, the member's language beside it, and what is still missing.

use super::{Desk, form};
use crate::{
    content::HeldLetter,
    pages::{
        frame::{in_words, name_of_language},
        sheet::{Sheet, Written},
    },
    rights::letter::{self, Gap, MOST_WORDS},
    wording::{Language, Text, texts},
};

/// A letter's place on the page, by the language that it is written in.
pub(super) fn place_of(tag: &str) -> String {
    format!("letter-{tag}")
}

/// Writes the places of the letters, and what can be done with them.
pub(super) fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    sheet.part("div", "", || {
        sheet.part("section", "unprinted", || {
            sheet.words("h2", "", sheet.say(texts::LETTER_READY))?;
            sheet.spot("div", "gaps", || Ok(()))?;
            form::ways_on(sheet, desk)?;
            sheet.spot("div", "sending", || super::sending::write(sheet, desk))
        })?;
        desk.languages().into_iter().try_for_each(|tag| {
            let name = name_of_language(tag);
            sheet.spot("section", &format!("sheet-{tag}"), || {
                sheet.words("h2", "unprinted", &sheet.say(texts::LETTER_IN).replace("$1", name))?;
                sheet.part("p", "ways", || {
                    for (deed, words) in [("copy", texts::COPY), ("print", texts::PRINT), ("save", texts::SAVE_AS_TEXT)]
                    {
                        sheet.plain_button(&format!("{deed}:{tag}"), sheet.say(words))?;
                    }
                    Ok(())
                })?;
                sheet.spot("pre", &place_of(tag), || Ok(()))
            })
        })
    })
}

/// Fills the places with what is filled in now.
pub(super) fn fill(desk: &Desk) -> Written {
    for tag in desk.languages() {
        if let Some(place) = desk.frame.spot(&place_of(tag)) {
            place.set_text_content(Some(&desk.text_in(tag)));
            place.set_attribute("lang", tag)?;
        }
    }
    let Some(place) = desk.frame.spot("gaps") else { return Ok(()) };
    let sheet = desk.frame.sheet();
    let gaps = desk.drafts.write(desk.which).gaps();
    if gaps.is_empty() {
        sheet.sentence(texts::GAPS_NONE)?;
    } else {
        sheet.sentence(texts::GAPS_TITLE)?;
        sheet.part("ul", "", || {
            gaps.iter().try_for_each(|gap| sheet.words("li", "", &gap_in_words(*gap, sheet.language)))
        })?;
    }
    sheet.put_into(&place)
}

impl Desk {
    /// The languages that the letter is shown in; English first, which LinkedIn reads.
    fn languages(&self) -> Vec<&'static str> {
        let mut languages = vec!["en", self.beside];
        languages.dedup();
        languages
    }

    /// The letter in a language.
    pub(super) fn text_in(&self, tag: &str) -> String {
        self.drafts.write(self.which).write(letter::texts(tag))
    }

    /// The letter as it is handed to LinkedIn's form.
    pub(super) fn held(&self) -> HeldLetter {
        let sender = &self.drafts.letter.sender;
        HeldLetter { name: sender.name.clone(), profile: sender.profile.clone(), text: self.text_in("en") }
    }
}

fn gap_in_words(gap: Gap, language: Language) -> String {
    let say = |text: Text| text.in_language(language).to_owned();
    match gap {
        Gap::Name => say(texts::SENDER_NAME),
        Gap::Profile => say(texts::SENDER_PROFILE),
        Gap::Date => say(texts::LETTER_DATE),
        Gap::Grounds => say(texts::GAP_GROUNDS),
        Gap::Processing => say(texts::GAP_PROCESSING),
        Gap::Recipient => say(texts::MARKETING_RECIPIENT),
        Gap::Received => say(texts::MARKETING_RECEIVED),
        Gap::Authority => say(texts::COMPLAINT_COUNTRY),
        Gap::Objected => say(texts::OBJECTED_ON),
        Gap::Answered => say(texts::ANSWERED_ON),
        Gap::TooLong(characters) => {
            texts::GAP_TOO_LONG.with(language, &characters.to_string()).replace("$2", &MOST_WORDS.to_string())
        }
        Gap::StillInTime(day) => texts::GAP_STILL_IN_TIME.with(language, &in_words(day, language)),
    }
}
