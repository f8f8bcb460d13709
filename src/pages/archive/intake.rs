//! The way in: how to get a copy of one's data, how to choose it, and how its reading goes.

use super::{Page, check};
use crate::{
    archive::{Unopened, Why, desk::Overview},
    linkedin::EXPORT_PAGE,
    pages::{
        frame::Frame,
        sheet::{Sheet, Written},
    },
    wording::{Text, texts},
};

/// How the reading goes.
const STATE: &str = "state";
/// Names of files that are shown of one sort.
const FILES: usize = 200;
/// How to get a copy.
const HOW: &str = "how";
/// Filled by a reading, and emptied by the next: elements and their ids.
const SHOWN: [(&str, &str); 9] = [
    ("section", "picture"),
    ("div", "years"),
    ("div", "kinds"),
    ("div", "course"),
    ("div", "lists"),
    ("div", "counted"),
    ("section", "filters"),
    ("div", "list"),
    ("section", "report"),
];

/// Draws the page as it is before anything was read.
pub(super) fn draw(frame: &Frame) -> Written {
    let sheet = frame.sheet();
    sheet.words("h1", "", sheet.say(texts::ARCHIVE_TITLE))?;
    sheet.part("div", "unprinted", || {
        sheet.words("p", "lead", sheet.say(texts::ARCHIVE_LEAD))?;
        sheet.sentence(texts::ARCHIVE_HERE)?;
        sheet.fold(HOW, sheet.say(texts::ARCHIVE_HOW_TITLE), || {
            sheet.part("ol", "", || {
                [texts::ARCHIVE_HOW_ASK, texts::ARCHIVE_HOW_WAIT, texts::ARCHIVE_HOW_CHOOSE]
                    .into_iter()
                    .try_for_each(|step| sheet.words("li", "", sheet.say(step)))
            })?;
            sheet.part("p", "ways", || sheet.link("way", sheet.say(texts::ARCHIVE_HOW_LINK), EXPORT_PAGE))
        })?;
        sheet.part("section", "choose", || {
            sheet.words("h2", "", sheet.say(texts::ARCHIVE_CHOOSE_TITLE))?;
            sheet.sentence(texts::ARCHIVE_DROP)?;
            sheet.field("file", "files", "", sheet.say(texts::ARCHIVE_FILES))?;
            sheet.field("file", "folder", "", sheet.say(texts::ARCHIVE_FOLDER))?;
            sheet.sentence(texts::ARCHIVE_NEVER)
        })
    })?;
    sheet.spot("div", STATE, || Ok(()))?;
    SHOWN.iter().try_for_each(|(tag, id)| sheet.spot(tag, id, || Ok(())))?;
    sheet.part("section", "unprinted", || {
        sheet.words("h2", "", sheet.say(texts::ARCHIVE_CHECK_TITLE))?;
        sheet.area("check", "", sheet.say(texts::ARCHIVE_CHECK_LABEL))?;
        sheet.spot("div", check::SPOT, || Ok(()))
    })?;
    frame.show(sheet)?;
    fold_how(frame, false)?;
    for (deed, attribute) in [("files", "multiple"), ("folder", "webkitdirectory")] {
        if let Some(field) = frame.main.query_selector(&format!("[data-deed={deed}]"))? {
            field.set_attribute(attribute, "")?;
        }
    }
    Ok(())
}

/// Folds the words on how to get a copy, or unfolds them.
fn fold_how(frame: &Frame, folds: bool) -> Written {
    match frame.main.query_selector(&format!("details[data-fold={HOW}]"))? {
        Some(how) => how.toggle_attribute_with_force("open", !folds).map(|_| ()),
        None => Ok(()),
    }
}

/// Shows that a reading has begun.
pub(super) fn reading(frame: &Frame) -> Written {
    fold_how(frame, true)?;
    in_state(frame, |sheet| {
        sheet.notice(sheet.say(texts::ARCHIVE_READING))?;
        sheet.spot("progress", "bar", || Ok(()))?;
        sheet.spot("p", "so-far", || Ok(()))?;
        sheet.part("p", "ways", || sheet.plain_button("cancel", sheet.say(texts::ARCHIVE_CANCEL)))
    })?;
    let Some(bar) = frame.spot("bar") else { return Ok(()) };
    bar.set_attribute("aria-label", texts::ARCHIVE_READING.in_language(frame.language))
}

/// Takes away what an earlier reading showed.
pub(super) fn clear(frame: &Frame) {
    for (_, id) in SHOWN {
        if let Some(spot) = frame.spot(id) {
            spot.replace_children_with_node_0();
        }
    }
}

/// Shows how far a reading has come.
pub(super) fn progress(frame: &Frame, read: u64, bytes: u64, of: u64) -> Written {
    if let Some(bar) = frame.spot("bar") {
        bar.set_attribute("max", &of.max(1).to_string())?;
        bar.set_attribute("value", &bytes.to_string())?;
    }
    if let Some(so_far) = frame.spot("so-far") {
        so_far.set_text_content(Some(&texts::ARCHIVE_SO_FAR.with(frame.language, &grouped(read, frame))));
    }
    Ok(())
}

/// Says a sentence in the place of how the reading goes.
pub(super) fn tell(frame: &Frame, text: Text) -> Written {
    in_state(frame, |sheet| sheet.notice(sheet.say(text)))
}

/// Shows what was read, what was not, and why.
pub(super) fn ended(page: &Page) -> Written {
    let Some(overview) = &page.overview else { return Ok(()) };
    in_state(&page.frame, |sheet| {
        let count = |text: Text, number: u64| text.with(sheet.language, &grouped(number, &page.frame));
        let telling = u64::try_from(overview.telling).unwrap_or_default();
        let mut told = vec![count(texts::REPORT_TEXTS, overview.texts), count(texts::ARCHIVE_TELLING, telling)];
        if overview.texts == 0 {
            told = vec![sheet.say(texts::ARCHIVE_EMPTY).to_owned()];
        }
        if overview.partial {
            told.push(sheet.say(texts::REPORT_PARTIAL).to_owned());
        }
        if overview.passed_over > 0 {
            told.push(count(texts::ARCHIVE_PASSED_OVER, overview.passed_over));
        }
        if overview.beyond > 0 {
            told.push(count(texts::ARCHIVE_BEYOND, overview.beyond));
        }
        sheet.notice(&told.join(" · "))?;
        troubles(sheet, overview)?;
        files(sheet, overview)
    })
}

fn troubles(sheet: &Sheet<'_>, overview: &Overview) -> Written {
    if overview.troubles.is_empty() {
        return Ok(());
    }
    sheet.part("div", "troubles", || {
        sheet.words("h2", "", sheet.say(texts::ARCHIVE_TROUBLES))?;
        sheet.part("ul", "", || overview.troubles.iter().try_for_each(|told| sheet.words("li", "", told)))?;
        match overview.more_troubles {
            0 => Ok(()),
            more => sheet.words("p", "", &texts::AND_MORE.with(sheet.language, &more.to_string())),
        }
    })
}

fn files(sheet: &Sheet<'_>, overview: &Overview) -> Written {
    let left = |why| {
        let files = overview.unopened.iter().filter(move |Unopened { why: because, .. }| *because == why);
        files.map(|file| file.name.clone()).collect::<Vec<_>>()
    };
    let read = overview.files.iter().map(|file| format!("{} ({})", file.name, file.rows)).collect();
    for (name, heading, files) in [
        ("read", texts::ARCHIVE_FILES_READ, read),
        ("private", texts::ARCHIVE_FILES_PRIVATE, left(Why::Private)),
        ("other", texts::ARCHIVE_FILES_OTHER, left(Why::Other)),
    ] {
        if !files.is_empty() {
            let heading = format!("{} ({})", sheet.say(heading), files.len());
            sheet.fold(name, &heading, || {
                sheet.part("ul", "", || files.iter().take(FILES).try_for_each(|file| sheet.words("li", "", file)))?;
                match files.len().saturating_sub(FILES) {
                    0 => Ok(()),
                    more => sheet.words("p", "", &texts::AND_MORE.with(sheet.language, &more.to_string())),
                }
            })?;
        }
    }
    Ok(())
}

fn in_state(frame: &Frame, write: impl FnOnce(&Sheet<'_>) -> Written) -> Written {
    let Some(spot) = frame.spot(STATE) else { return Ok(()) };
    let sheet = frame.sheet();
    write(&sheet)?;
    sheet.put_into(&spot)
}

/// A number as it is written in the member's language: `100,000`.
pub(super) fn grouped(number: u64, frame: &Frame) -> String {
    #[expect(clippy::cast_precision_loss, reason = "nobody has 2^53 of anything")]
    let number = js_sys::Number::from(number as f64);
    number.to_locale_string(frame.language.tag()).into()
}
