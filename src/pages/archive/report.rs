//! What the member takes away: a report, a printed page, or counts for a letter.

use super::{Page, message::ToWorker};
use crate::{
    archive::{
        desk::List,
        report::{Content, Format},
    },
    pages::{
        frame::{self, Frame},
        sheet::Written,
    },
    rights::found,
    wording::texts,
};
use web_sys::Blob;

/// Where the ways stand.
const SPOT: &str = "report";

/// Draws the ways to take something away.
pub(super) fn draw(page: &Page) -> Written {
    let Some(spot) = page.frame.spot(SPOT) else { return Ok(()) };
    let sheet = page.frame.sheet();
    sheet.part("div", "unprinted", || {
        sheet.words("h2", "", sheet.say(texts::REPORT_SAVE_TITLE))?;
        sheet.tick("checkbox", "with-words", page.with_words, sheet.say(texts::REPORT_WITH_WORDS))?;
        sheet.sentence(texts::REPORT_WITH_NOTE)?;
        sheet.part("p", "ways", || {
            sheet.plain_button("report:html", sheet.say(texts::REPORT_AS_HTML))?;
            sheet.plain_button("report:csv", sheet.say(texts::REPORT_AS_CSV))?;
            sheet.plain_button("report:json", sheet.say(texts::REPORT_AS_JSON))?;
            sheet.plain_button("print", sheet.say(texts::REPORT_PRINT))
        })?;
        sheet.part("p", "", || sheet.own_way("", &letter(&page.list), sheet.say(texts::REPORT_LETTER)))
    })?;
    sheet.put_into(&spot)
}

/// A report, as the worker is told to make it.
pub(super) fn order(format: Format, page: &Page) -> ToWorker {
    let content = if page.with_words { Content::Words } else { Content::NoWords };
    ToWorker::Report { format, content, language: page.frame.language.tag().to_owned() }
}

/// Lets the member save a report.
pub(super) fn save(frame: &Frame, format: Format, file: &Blob) -> Written {
    frame::save_file(&frame.document, &format!("deksel-report.{}", format.name()), file)
}

/// Says that there was no making it.
pub(super) fn failed(frame: &Frame) -> Written {
    let Some(spot) = frame.spot(SPOT) else { return Ok(()) };
    let sheet = frame.sheet();
    sheet.notice(sheet.say(texts::REPORT_FAILED))?;
    sheet.put_into(&spot)
}

/// The page that writes the letter, with how many findings there are of each kind, and nothing else.
fn letter(list: &List) -> String {
    found::page_of_letters(&list.counts.iter().copied().collect())
}
