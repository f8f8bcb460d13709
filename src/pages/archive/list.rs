//! The list: texts in which something was found, each with the words marked, the reasons, and what the member decides.

use super::{Page, intake::grouped};
use crate::{
    archive::{
        Source,
        desk::{PAGE, Piece, Shown, ShownFinding, State},
    },
    pages::{
        frame::Frame,
        sheet::{Sheet, Written},
    },
    ui::dom::{append, element, quoted},
    wording::{Text, of_audience, of_kind, of_severity, said_of, texts},
};

/// Where the list stands.
const SPOT: &str = "list";

/// Draws the page of the list that came.
pub(super) fn draw(page: &Page) -> Written {
    let Some(spot) = page.frame.spot(SPOT) else { return Ok(()) };
    let sheet = page.frame.sheet();
    let list = &page.list;
    if page.kept.is_refused {
        sheet.notice(sheet.say(texts::STORAGE_REFUSED))?;
    }
    if list.shown.is_empty() {
        sheet.notice(sheet.say(texts::ARCHIVE_NONE))?;
        return sheet.put_into(&spot);
    }
    let number = |count: usize| grouped(u64::try_from(count).unwrap_or_default(), &page.frame);
    let (first, last) = (number(list.from + 1), number(list.from + list.shown.len()));
    let range = format!("{first}–{last} / {}", number(list.total));
    sheet.notice(&texts::ARCHIVE_SHOWN.with(sheet.language, &range))?;
    sheet.part("ol", "texts", || list.shown.iter().try_for_each(|shown| text(&page.frame, &sheet, shown)))?;
    turn(&sheet, "from", list.from, list.total, PAGE)?;
    sheet.put_into(&spot)
}

/// Takes the member to the list, the keyboard too.
pub(super) fn go_there(frame: &Frame) -> Written {
    let Some(heading) = frame.document.query_selector("#filters h2")? else { return Ok(()) };
    heading.set_attribute("tabindex", "-1")?;
    heading.scroll_into_view();
    crate::ui::dom::focus(&heading)
}

/// Buttons to the page before and after; `deed` is called with the place at which it begins.
pub(super) fn turn(sheet: &Sheet<'_>, deed: &str, from: usize, total: usize, step: usize) -> Written {
    let after = from.saturating_add(step);
    let ways = [(from > 0, from.saturating_sub(step), texts::PREVIOUS), (after < total, after, texts::NEXT)];
    if ways.iter().all(|(is_there, ..)| !is_there) {
        return Ok(());
    }
    sheet.part("p", "ways", || {
        ways.into_iter()
            .filter(|(is_there, ..)| *is_there)
            .try_for_each(|(_, place, words)| sheet.plain_button(&format!("{deed}:{place}"), sheet.say(words)))
    })
}

fn text(frame: &Frame, sheet: &Sheet<'_>, shown: &Shown) -> Written {
    sheet.part("li", "text", || {
        let date = shown.date.as_deref().and_then(|date| date.split('T').next());
        let head = [Some(sheet.say(of_source(shown.source))), date].into_iter().flatten();
        sheet.words("h3", "", &head.collect::<Vec<_>>().join(" · "))?;
        let readers =
            said_of(sheet.say(texts::REPORT_AUDIENCE), sheet.say(of_audience(shown.audience)), sheet.language);
        sheet.words("p", "", &format!("{readers} · {}, {}", shown.file, shown.row))?;
        passage(frame, sheet, &shown.pieces)?;
        sheet.part("ul", "findings", || {
            (0..).zip(&shown.findings).try_for_each(|(place, found)| {
                sheet.part("li", "", || {
                    finding(sheet, found)?;
                    ignoring(sheet, &format!("{}:{place}", shown.number), found)
                })
            })
        })?;
        if shown.more > 0 {
            sheet.words("p", "", &texts::ARCHIVE_MORE_FINDINGS.with(sheet.language, &shown.more.to_string()))?;
        }
        deciding(sheet, shown)
    })
}

/// The words of a text, those that were found marked.
pub(super) fn passage(frame: &Frame, sheet: &Sheet<'_>, pieces: &[Piece]) -> Written {
    let passage = element(&frame.document, "blockquote", "", "")?;
    passage.set_dir("auto");
    for Piece { words, found } in pieces {
        append(&passage, if *found { "mark" } else { "span" }, "", words)?;
    }
    sheet.put(&passage)
}

/// What was found, and why it matters.
pub(super) fn finding(sheet: &Sheet<'_>, found: &ShownFinding) -> Written {
    let (kind, why) = of_kind(found.kind);
    sheet.words("strong", "", sheet.say(kind))?;
    let (class, severity) = (found.severity.name(), of_severity(found.severity));
    sheet.words("span", &format!("severity {class}"), sheet.say(severity))?;
    sheet.quote(&quoted(&found.words))?;
    sheet.words("span", "why", sheet.say(why))
}

fn ignoring(sheet: &Sheet<'_>, place: &str, found: &ShownFinding) -> Written {
    if found.state == State::Ignored {
        sheet.words("span", "decided", sheet.say(texts::ARCHIVE_STATE_IGNORED))?;
        return sheet.plain_button(&format!("show-again:{place}"), sheet.say(texts::ARCHIVE_UNDO_IGNORED));
    }
    sheet.fold(&format!("ignore-{place}"), sheet.say(texts::ARCHIVE_IGNORE), || {
        sheet.part("p", "ways", || {
            sheet.plain_button(&format!("ignore-here:{place}"), sheet.say(texts::IGNORE_HERE))?;
            sheet.plain_button(&format!("ignore-everywhere:{place}"), sheet.say(texts::IGNORE_EVERYWHERE))
        })
    })
}

fn deciding(sheet: &Sheet<'_>, shown: &Shown) -> Written {
    let state = shown.state();
    sheet.part("p", "ways", || {
        if let Some(link) = &shown.link {
            sheet.link("way", sheet.say(texts::ARCHIVE_OPEN_LINK), link)?;
        }
        if state == State::Ignored {
            return Ok(());
        }
        for (decided, deed, does, undoes) in [
            (State::Done, "done", texts::ARCHIVE_STATE_DONE, texts::ARCHIVE_UNDO_DONE),
            (State::Keep, "stays", texts::ARCHIVE_STATE_KEEP, texts::ARCHIVE_UNDO_KEEP),
        ] {
            let words = if state == decided { undoes } else { does };
            sheet.plain_button(&format!("{deed}:{}", shown.number), sheet.say(words))?;
        }
        match state {
            State::Done => sheet.words("strong", "decided", sheet.say(texts::ARCHIVE_STATE_DONE)),
            State::Keep => sheet.words("strong", "decided", sheet.say(texts::ARCHIVE_STATE_KEEP)),
            State::Open | State::Ignored => Ok(()),
        }
    })
}

const fn of_source(source: Source) -> Text {
    match source {
        // Reactions and votes are counted, and have no words to be listed.
        Source::Shares | Source::Reactions | Source::Votes => texts::ARCHIVE_SOURCE_SHARES,
        Source::Comments => texts::ARCHIVE_SOURCE_COMMENTS,
        Source::Articles => texts::ARCHIVE_SOURCE_ARTICLES,
        Source::RichMedia => texts::ARCHIVE_SOURCE_MEDIA,
        Source::Profile => texts::ARCHIVE_SOURCE_PROFILE,
        Source::Positions => texts::ARCHIVE_SOURCE_POSITIONS,
        Source::Education => texts::ARCHIVE_SOURCE_EDUCATION,
        Source::Recommendations => texts::ARCHIVE_SOURCE_RECOMMENDATIONS,
        Source::Answers => texts::ARCHIVE_SOURCE_ANSWERS,
    }
}
