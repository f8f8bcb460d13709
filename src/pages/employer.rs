//! What an employer set, as the member is told of it.

use super::sheet::{Sheet, Written};
use crate::{choices::Policy, wording::texts};

/// Writes the employer's notice and the way to its guidelines, and that nothing is told in return.
pub(super) fn write(sheet: &Sheet<'_>, policy: &Policy) -> Written {
    sheet.part("section", "employer", || {
        sheet.words("h2", "", sheet.say(texts::EMPLOYER_TITLE))?;
        sheet.sentence(texts::EMPLOYER_SET)?;
        if !policy.notice.is_empty() {
            sheet.part("blockquote", "", || sheet.quote(&policy.notice))?;
        }
        if let Some(address) = &policy.guidelines {
            let host = address.split('/').nth(2).unwrap_or_default();
            sheet.part("p", "ways", || {
                sheet.outward("way", &texts::EMPLOYER_GUIDELINES.with(sheet.language, host), address)
            })?;
        }
        sheet.sentence(texts::EMPLOYER_LEARNS_NOTHING)
    })
}
