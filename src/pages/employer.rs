//! What an employer set, as the member is told of it.

use super::sheet::{Sheet, Written};
use crate::{choices::Policy, wording::texts};

/// Writes what an employer has to say, and that nothing is told in return.
pub(super) fn write(sheet: &Sheet<'_>, policy: &Policy) -> Written {
    sheet.part("section", "employer", || {
        sheet.words("h2", "", sheet.say(texts::EMPLOYER_TITLE))?;
        sheet.sentence(texts::EMPLOYER_SET)?;
        words(sheet, policy)?;
        sheet.sentence(texts::EMPLOYER_LEARNS_NOTHING)
    })
}

/// Writes an employer's own words, if there are any, for where there is less room.
#[cfg(feature = "popup")]
pub(super) fn write_briefly(sheet: &Sheet<'_>, policy: &Policy) -> Written {
    if policy.notice.is_empty() && policy.guidelines.is_none() {
        return Ok(());
    }
    sheet.part("section", "employer", || {
        sheet.words("h2", "", sheet.say(texts::EMPLOYER_TITLE))?;
        words(sheet, policy)
    })
}

fn words(sheet: &Sheet<'_>, policy: &Policy) -> Written {
    if !policy.notice.is_empty() {
        sheet.part("blockquote", "", || sheet.quote(&policy.notice))?;
    }
    let Some(address) = &policy.guidelines else { return Ok(()) };
    let host = address.split('/').nth(2).unwrap_or_default();
    sheet.part("p", "ways", || sheet.link("way", &texts::EMPLOYER_GUIDELINES.with(sheet.language, host), address))
}
