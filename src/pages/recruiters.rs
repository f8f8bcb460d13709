//! For recruiters: what the setting covers of AI-assisted search, and what does not belong in a prompt.

use super::{frame::Frame, sheet::Written};
use crate::{
    linkedin::{OBJECTION_FORM, SETTING_PAGE},
    wording::{Text, texts},
};

const SECTIONS: [(Text, &[Text]); 3] = [
    (
        texts::RECRUITERS_COVERS_TITLE,
        &[texts::RECRUITERS_COVERS, texts::RECRUITERS_COVERS_NOT, texts::RECRUITERS_PREFERENCES],
    ),
    (texts::RECRUITERS_PROMPT_TITLE, &[texts::RECRUITERS_PROMPT, texts::RECRUITERS_PROMPT_CANDIDATES]),
    (
        texts::RECRUITERS_CHECK_TITLE,
        &[texts::RECRUITERS_CHECK, texts::RECRUITERS_CHECK_QUIET, texts::RECRUITERS_NOT_SEEN],
    ),
];

/// Draws the page.
pub(super) fn start() -> Written {
    let frame = Frame::titled(texts::RECRUITERS_TITLE)?;
    let sheet = frame.sheet();
    sheet.words("h1", "", sheet.say(texts::RECRUITERS_TITLE))?;
    sheet.words("p", "lead", sheet.say(texts::RECRUITERS_LEAD))?;
    for (title, sentences) in SECTIONS {
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(title))?;
            sentences.iter().try_for_each(|sentence| sheet.sentence(*sentence))
        })?;
    }
    sheet.part("p", "ways", || {
        sheet.link("main way", sheet.say(texts::OPEN_SETTING), SETTING_PAGE)?;
        sheet.link("way", sheet.say(texts::OPEN_FORM), OBJECTION_FORM)
    })?;
    frame.show(sheet)
}
