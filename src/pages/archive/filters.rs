//! Which texts the list shows, and in which order.

use super::{Page, deeds};
use crate::{
    archive::desk::{Order, PartOf, Query, State, When},
    detect::{Kind, Severity},
    item::Audience,
    pages::sheet::{Sheet, Written},
    wording::{of_audience, of_kind, of_severity, texts},
};
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlSelectElement};

/// Where the choices stand.
const SPOT: &str = "filters";

/// What a year that is not known is called in a deed.
pub(super) const UNKNOWN: &str = "unknown";

const STATES: [(&str, State); 4] =
    [("open", State::Open), ("done", State::Done), ("keep", State::Keep), ("ignored", State::Ignored)];
const ORDERS: [(&str, Order); 4] =
    [("severity", Order::Severity), ("public", Order::Public), ("newest", Order::Newest), ("oldest", Order::Oldest)];

/// Draws the heading of the list, and the choices as they are.
pub(super) fn draw(page: &Page) -> Written {
    let Some((spot, overview)) = page.frame.spot(SPOT).zip(page.overview.as_ref()) else { return Ok(()) };
    let sheet = page.frame.sheet();
    let query = &page.query;
    sheet.words("h2", "", sheet.say(texts::ARCHIVE_LIST_TITLE))?;
    sheet.sentence(texts::ARCHIVE_AUDIENCE_NOTE)?;
    if page.kept.is_passing {
        sheet.sentence(texts::ARCHIVE_PASSING)?;
    }
    if let Some(part) = part(page) {
        sheet.part("p", "ways", || {
            sheet.words("strong", "", &texts::ARCHIVE_ONLY.with(sheet.language, &part))?;
            sheet.plain_button("all-again", sheet.say(texts::ARCHIVE_ALL_AGAIN))
        })?;
    }
    let kinds: BTreeSet<Kind> = overview.cells.iter().map(|cell| cell.kind).collect();
    let kinds: Vec<_> = kinds.into_iter().map(|kind| (kind.name(), sheet.say(of_kind(kind).0))).collect();
    let years: Vec<(String, String)> = overview.years.iter().rev().map(|year| named(year.year, &sheet)).collect();
    let years: Vec<(&str, &str)> = years.iter().map(|(value, words)| (value.as_str(), words.as_str())).collect();
    let year = match query.year {
        When::Any => String::new(),
        When::Unknown => UNKNOWN.to_owned(),
        When::Year(year) => year.to_string(),
    };
    sheet.part("div", "filters unprinted", || {
        select(&sheet, "of-kind", texts::REPORT_KIND, &kinds, query.kind.map(Kind::name).unwrap_or_default())?;
        let severities = Severity::ALL.map(|severity| (severity.name(), sheet.say(of_severity(severity))));
        select(
            &sheet,
            "of-severity",
            texts::REPORT_SEVERITY,
            &severities,
            query.severity.map(Severity::name).unwrap_or_default(),
        )?;
        select(&sheet, "of-year", texts::ARCHIVE_YEAR, &years, &year)?;
        let audiences = Audience::ALL.map(|audience| (audience.name(), sheet.say(of_audience(audience))));
        select(
            &sheet,
            "of-audience",
            texts::REPORT_AUDIENCE,
            &audiences,
            query.audience.map(Audience::name).unwrap_or_default(),
        )?;
        let states = [
            ("", texts::ARCHIVE_STATE_ANY),
            ("open", texts::ARCHIVE_STATE_OPEN),
            ("done", texts::ARCHIVE_STATE_DONE),
            ("keep", texts::ARCHIVE_STATE_KEEP),
            ("ignored", texts::ARCHIVE_STATE_IGNORED),
        ];
        let states = states.map(|(name, text)| (name, sheet.say(text)));
        sheet.choice("of-state", &states, name_in(&STATES, query.state), sheet.say(texts::ARCHIVE_STATE))?;
        sheet.field("search", "words", &query.words, sheet.say(texts::ARCHIVE_WORDS))?;
        let orders = [
            ("severity", texts::ARCHIVE_ORDER_SEVERITY),
            ("public", texts::ARCHIVE_ORDER_PUBLIC),
            ("newest", texts::ARCHIVE_ORDER_NEWEST),
            ("oldest", texts::ARCHIVE_ORDER_OLDEST),
        ];
        let orders = orders.map(|(name, text)| (name, sheet.say(text)));
        sheet.choice("order", &orders, name_in(&ORDERS, Some(query.order)), sheet.say(texts::ARCHIVE_ORDER))
    })?;
    sheet.put_into(&spot)
}

/// The query after a choice; nothing where the control is none of these.
pub(super) fn chosen(query: &Query, control: &Element, deed: &str) -> Option<Query> {
    let value = || control.unchecked_ref::<HtmlSelectElement>().value();
    let query = query.clone();
    Some(match deed {
        "of-kind" => Query { kind: Kind::of_name(&value()), ..query },
        "of-severity" => Query { severity: Severity::of_name(&value()), ..query },
        "of-year" => Query { year: deeds::year(&value()), ..query },
        "of-audience" => Query { audience: Audience::of_name(&value()), ..query },
        "of-state" => Query { state: of_name(&STATES, &value()), ..query },
        "order" => Query { order: of_name(&ORDERS, &value()).unwrap_or_default(), ..query },
        _ => return None,
    })
}

/// A year as deeds and options call it, and in words.
pub(super) fn named(year: Option<i32>, sheet: &Sheet<'_>) -> (String, String) {
    match year {
        Some(year) => (year.to_string(), year.to_string()),
        None => (UNKNOWN.to_owned(), sheet.say(texts::PICTURE_UNKNOWN).to_owned()),
    }
}

/// What the list is of, where it is a part of the picture.
fn part(page: &Page) -> Option<String> {
    let overview = page.overview.as_ref()?;
    match page.query.part {
        PartOf::Whole => None,
        PartOf::Record(_) => Some(texts::ARCHIVE_ONE_TEXT.in_language(page.frame.language).to_owned()),
        PartOf::Name(place) => overview.names.get(place).map(|named| named.name.clone()),
        PartOf::Identifier(place) => overview.identifiers.get(place).map(|given| given.words.clone()),
    }
}

fn select(
    sheet: &Sheet<'_>,
    deed: &str,
    label: crate::wording::Text,
    options: &[(&str, &str)],
    chosen: &str,
) -> Written {
    let any = [("", sheet.say(texts::ARCHIVE_ANY))];
    let options: Vec<_> = any.into_iter().chain(options.iter().copied()).collect();
    sheet.choice(deed, &options, chosen, sheet.say(label))
}

fn name_in<T: PartialEq>(named: &[(&'static str, T)], wanted: Option<T>) -> &'static str {
    named.iter().find(|(_, value)| Some(value) == wanted.as_ref()).map(|(name, _)| *name).unwrap_or_default()
}

fn of_name<T: Copy>(named: &[(&str, T)], wanted: &str) -> Option<T> {
    named.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value)
}
