//! The picture: what all texts together show, as tables with bars. Each number leads to its texts in the list.

use super::{
    Page,
    bars::{self, Row},
    filters::named,
};
use crate::{
    archive::{desk::Overview, picture::Month},
    detect::{Kind, Severity},
    pages::{
        frame::Frame,
        sheet::{Sheet, Written},
    },
    wording::{Text, of_kind, of_severity, texts},
};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Rows that are shown before the others are unfolded.
const FIRST: usize = 12;

/// Draws the heading, and the findings by year.
pub(super) fn draw_years(page: &Page) -> Written {
    draw(page, "picture", |sheet, _| {
        sheet.words("h2", "", sheet.say(texts::PICTURE_TITLE))?;
        sheet.sentence(texts::PICTURE_LEAD)
    })?;
    draw(page, "years", |sheet, overview| {
        let rows: Vec<Row> = overview
            .years
            .iter()
            .map(|year| {
                let (name, label) = named(year.year, sheet);
                let parts = [("high", year.high), ("medium", year.medium), ("low", year.low)];
                let parts = parts.map(|(class, count)| (class, u64::from(count))).to_vec();
                Row { label, deed: Some(format!("year:{name}")), more: None, parts }
            })
            .collect();
        let severities = [Severity::High, Severity::Medium, Severity::Low].map(|one| sheet.say(of_severity(one)));
        let [high, medium, low] = severities;
        let columns = [sheet.say(texts::ARCHIVE_YEAR), sheet.say(texts::PICTURE_SHARE), high, medium, low];
        let caption = sheet.say(texts::PICTURE_YEARS);
        bars::table(&page.frame.document, sheet, caption, &columns, &rows, bars::longest(&rows))
    })
}

/// Draws the findings by kind, and behind them by kind and year.
pub(super) fn draw_kinds(page: &Page) -> Written {
    draw(page, "kinds", |sheet, overview| {
        let mut totals: BTreeMap<Kind, u64> = BTreeMap::new();
        for cell in &overview.cells {
            *totals.entry(cell.kind).or_default() += cell.count;
        }
        let mut kinds: Vec<(Kind, u64)> = totals.into_iter().collect();
        kinds.sort_by_key(|(_, count)| Reverse(*count));
        let rows: Vec<Row> = kinds
            .iter()
            .map(|(kind, count)| Row {
                label: sheet.say(of_kind(*kind).0).to_owned(),
                deed: Some(format!("kind:{}", kind.name())),
                more: None,
                parts: vec![("plain", *count)],
            })
            .collect();
        let columns = [sheet.say(texts::REPORT_KIND), sheet.say(texts::PICTURE_SHARE), sheet.say(texts::PICTURE_TOTAL)];
        let document = &page.frame.document;
        let longest = bars::longest(&rows);
        bars::table(document, sheet, sheet.say(texts::PICTURE_KIND_TOTALS), &columns, &rows, longest)?;
        sheet.fold("cells", sheet.say(texts::PICTURE_KINDS), || cells(sheet, overview, &kinds))
    })
}

/// Findings by kind (rows) and year (columns).
fn cells(sheet: &Sheet<'_>, overview: &Overview, kinds: &[(Kind, u64)]) -> Written {
    let count = |kind: Kind, year: Option<i32>| {
        let cell = overview.cells.iter().find(|cell| cell.kind == kind && cell.year == year);
        cell.map(|cell| cell.count)
    };
    sheet.part("div", "wide", || {
        sheet.part("table", "cells", || {
            sheet.words("caption", "", sheet.say(texts::PICTURE_KINDS))?;
            sheet.part("thead", "", || {
                sheet.part("tr", "", || {
                    sheet.head("col", "", || sheet.words("span", "", sheet.say(texts::REPORT_KIND)))?;
                    overview.years.iter().try_for_each(|year| {
                        sheet.head("col", "number", || sheet.words("span", "", &named(year.year, sheet).1))
                    })
                })
            })?;
            sheet.part("tbody", "", || {
                kinds.iter().try_for_each(|(kind, _)| {
                    sheet.part("tr", "", || {
                        sheet.head("row", "", || sheet.words("span", "", sheet.say(of_kind(*kind).0)))?;
                        overview.years.iter().try_for_each(|year| {
                            sheet.part("td", "number", || {
                                let Some(count) = count(*kind, year.year) else { return Ok(()) };
                                let deed = format!("cell:{}:{}", named(year.year, sheet).0, kind.name());
                                sheet.button("to-texts", &deed, || sheet.words("span", "", &count.to_string()))
                            })
                        })
                    })
                })
            })
        })
    })
}

/// Draws who is named most, and the personal data.
pub(super) fn draw_lists(page: &Page) -> Written {
    draw(page, "lists", |sheet, overview| {
        let names = overview.names.iter().enumerate().map(|(place, named)| Row {
            label: named.name.clone(),
            deed: Some(format!("name:{place}")),
            more: None,
            parts: vec![("plain", named.count)],
        });
        ranked(&page.frame, sheet, "names", texts::PICTURE_NAMES, texts::PICTURE_NAME, names.collect())?;
        let given = overview.identifiers.iter().enumerate().map(|(place, given)| Row {
            label: given.words.clone(),
            deed: Some(format!("identifier:{place}")),
            more: Some(sheet.say(of_kind(given.kind).0).to_owned()),
            parts: vec![("plain", given.count)],
        });
        ranked(&page.frame, sheet, "given", texts::PICTURE_IDENTIFIERS, texts::REPORT_WORDS, given.collect())
    })
}

/// Rows in the order of their counts: the first ones, and the others behind them.
fn ranked(frame: &Frame, sheet: &Sheet<'_>, fold: &str, caption: Text, label: Text, rows: Vec<Row>) -> Written {
    if rows.is_empty() {
        return Ok(());
    }
    let mut columns = vec![sheet.say(label)];
    if rows.iter().any(|row| row.more.is_some()) {
        columns.push(sheet.say(texts::REPORT_KIND));
    }
    columns.extend([sheet.say(texts::PICTURE_SHARE), sheet.say(texts::PICTURE_TIMES)]);
    let (first, others) = rows.split_at_checked(FIRST).unwrap_or((&rows, &[]));
    let longest = bars::longest(&rows);
    let caption = sheet.say(caption);
    bars::table(&frame.document, sheet, caption, &columns, first, longest)?;
    if others.is_empty() {
        return Ok(());
    }
    let heading = texts::PICTURE_OTHERS.with(sheet.language, &others.len().to_string());
    sheet.fold(fold, &heading, || bars::table(&frame.document, sheet, caption, &columns, others, longest))
}

/// Draws reactions and votes, which are counted.
pub(super) fn draw_counted(page: &Page) -> Written {
    draw(page, "counted", |sheet, overview| {
        for (fold, caption, said, months) in [
            ("reactions", texts::PICTURE_REACTIONS, texts::PICTURE_COUNTED, &overview.reactions),
            ("votes", texts::PICTURE_VOTES, texts::PICTURE_VOTES_COUNTED, &overview.votes),
        ] {
            if months.is_empty() {
                continue;
            }
            let caption = sheet.say(caption);
            let document = &page.frame.document;
            let years = by_year(months, sheet);
            let columns =
                [sheet.say(texts::ARCHIVE_YEAR), sheet.say(texts::PICTURE_SHARE), sheet.say(texts::PICTURE_TIMES)];
            bars::table(document, sheet, caption, &columns, &years, bars::longest(&years))?;
            sheet.sentence(said)?;
            sheet.fold(fold, sheet.say(texts::PICTURE_MONTHS), || {
                let rows: Vec<Row> =
                    months.iter().map(|month| row(month.month.as_deref(), month.count, sheet)).collect();
                let columns =
                    [sheet.say(texts::PICTURE_MONTH), sheet.say(texts::PICTURE_SHARE), sheet.say(texts::PICTURE_TIMES)];
                bars::table(document, sheet, caption, &columns, &rows, bars::longest(&rows))
            })?;
        }
        Ok(())
    })
}

fn by_year(months: &[Month], sheet: &Sheet<'_>) -> Vec<Row> {
    let mut years: BTreeMap<Option<&str>, u64> = BTreeMap::new();
    for month in months {
        let year = month.month.as_deref().map(|month| month.split('-').next().unwrap_or_default());
        *years.entry(year).or_default() += month.count;
    }
    years.into_iter().map(|(year, count)| row(year, count, sheet)).collect()
}

fn row(label: Option<&str>, count: u64, sheet: &Sheet<'_>) -> Row {
    let label = label.unwrap_or(sheet.say(texts::PICTURE_UNKNOWN)).to_owned();
    Row { label, deed: None, more: None, parts: vec![("plain", count)] }
}

fn draw(page: &Page, id: &str, write: impl FnOnce(&Sheet<'_>, &Overview) -> Written) -> Written {
    let Some((spot, overview)) = page.frame.spot(id).zip(page.overview.as_ref()) else { return Ok(()) };
    let sheet = page.frame.sheet();
    write(&sheet, overview)?;
    sheet.put_into(&spot)
}
