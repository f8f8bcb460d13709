//! A text that is typed or pasted, looked at while it grows.

use super::list::{finding, passage};
use crate::{
    archive::desk::{Piece, ShownFinding},
    pages::{frame::Frame, sheet::Written},
    wording::texts,
};

/// Where the answer stands.
pub(super) const SPOT: &str = "checked";

/// Says what the text discloses.
pub(super) fn draw(frame: &Frame, pieces: &[Piece], findings: &[ShownFinding]) -> Written {
    let Some(spot) = frame.spot(SPOT) else { return Ok(()) };
    let sheet = frame.sheet();
    if pieces.is_empty() {
        return sheet.put_into(&spot);
    }
    if findings.is_empty() {
        sheet.sentence(texts::ARCHIVE_CHECK_NONE)?;
        return sheet.put_into(&spot);
    }
    sheet.words("p", "", &texts::ARCHIVE_CHECK_FOUND.with(frame.language, &findings.len().to_string()))?;
    passage(frame, &sheet, pieces)?;
    sheet.part("ul", "findings", || {
        findings.iter().try_for_each(|found| sheet.part("li", "", || finding(&sheet, found)))
    })?;
    sheet.put_into(&spot)
}
