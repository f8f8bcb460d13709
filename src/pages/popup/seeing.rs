//! What the popup tells: the setting, the page in the tab in front, and how Deksel fares there.

use super::{Answer, Health, Known};
use crate::{
    content::{Report, SeenSetting, ToldFinding},
    detect::Severity,
    linkedin::{OBJECTION_FORM, Recognition, SETTING_PAGE, SettingState},
    pages::{
        frame::style,
        sheet::{Sheet, Written},
    },
    ui::dom::quoted,
    wording::{Language, Text, of_kind, texts},
};

/// The AI setting as last seen, and the two ways to act on it.
pub(super) fn setting(sheet: &Sheet, known: &Known) -> Written {
    sheet.words("h1", "", sheet.say(texts::APP_NAME))?;
    let (state, when) = match known.seen {
        Some(SeenSetting { state: SettingState::On, seen }) => (texts::SETTING_ON, Some(seen)),
        Some(SeenSetting { state: SettingState::Off, seen }) => (texts::SETTING_OFF, Some(seen)),
        _ => (texts::SETTING_UNKNOWN, None),
    };
    sheet.words("p", "state", sheet.say(state))?;
    match when {
        Some(seen) => sheet.words("p", "", &texts::SETTING_SEEN.with(sheet.language, &day(seen, sheet.language)))?,
        None => sheet.sentence(texts::SETTING_NOT_SEEN)?,
    }
    sheet.part("p", "ways", || {
        sheet.link("main way", texts::OPEN_SETTING, SETTING_PAGE)?;
        sheet.link("way", texts::OBJECT, OBJECTION_FORM)
    })
}

/// What Deksel sees in the tab in front.
pub(super) fn tab(sheet: &Sheet, known: &Known) -> Written {
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::PAGE_TITLE))?;
        if !known.may_read {
            sheet.notice(sheet.say(texts::ACCESS_WITHHELD))?;
            sheet.part("p", "ways", || sheet.plain_button("access", sheet.say(texts::ACCESS_GIVE)))?;
            return sheet.sentence(texts::ACCESS_HOW);
        }
        let Some(Answer { page, .. }) = &known.answer else { return sheet.sentence(texts::PAGE_ELSEWHERE) };
        match page {
            Some(page) if page.paused_here => paused(sheet, sheet.say(texts::PAUSED_HERE)),
            Some(_) if known.choices.is_paused(js_sys::Date::now()) => {
                let until = clock(known.choices.paused_until.unwrap_or_default(), sheet.language);
                paused(sheet, &texts::PAUSED_UNTIL.with(sheet.language, &until))
            }
            Some(page) if page.recognised == Recognition::No => sheet.sentence(texts::PAGE_UNRECOGNISED),
            Some(page) => seen(sheet, page),
            None => Ok(()),
        }
    })
}

fn paused(sheet: &Sheet, words: &str) -> Written {
    sheet.words("p", "", words)?;
    sheet.part("p", "ways", || sheet.plain_button("resume", sheet.say(texts::PAUSE_END)))
}

fn seen(sheet: &Sheet, page: &Report) -> Written {
    if page.recognised == Recognition::Partly {
        sheet.sentence(texts::PAGE_PARTLY)?;
    }
    let count = |text: Text, number: u32| text.with(sheet.language, &number.to_string());
    let posts = count(texts::PAGE_POSTS, page.posts);
    sheet.words("p", "", &format!("{posts} · {}", count(texts::PAGE_OWN, page.own_posts)))?;
    if page.posts > 0 && !page.knows_the_member {
        sheet.sentence(texts::MEMBER_UNKNOWN)?;
    }
    if page.in_group {
        sheet.sentence(texts::GROUP_USED)?;
    }
    sheet.words("p", "", &count(texts::PAGE_FINDINGS, page.findings))?;
    if page.findings > 0 {
        let counts = [
            count(texts::SEVERITY_HIGH_COUNT, page.high),
            count(texts::SEVERITY_MEDIUM_COUNT, page.medium),
            count(texts::SEVERITY_LOW_COUNT, page.low),
        ];
        sheet.words("p", "counts", &counts.join(" · "))?;
        sheet.part("ol", "findings", || page.list.iter().try_for_each(|finding| listed(sheet, finding)))?;
    }
    Ok(())
}

fn listed(sheet: &Sheet, finding: &ToldFinding) -> Written {
    let (class, severity) = match finding.severity {
        Severity::High => ("high", texts::SEVERITY_HIGH),
        Severity::Medium => ("medium", texts::SEVERITY_MEDIUM),
        Severity::Low => ("low", texts::SEVERITY_LOW),
    };
    sheet.part("li", "", || {
        sheet.button(&format!("finding {class}"), &format!("go:{}:{}", finding.item, finding.place), || {
            sheet.words("strong", "", sheet.say(of_kind(finding.kind).0))?;
            sheet.words("span", "severity", sheet.say(severity))?;
            if finding.quote.is_empty() { Ok(()) } else { sheet.quote(&quoted(&finding.quote)) }
        })?;
        let place = format!("{}:{}", finding.item, finding.place);
        sheet.part("details", "", || {
            sheet.words("summary", "", sheet.say(texts::FINDING_ACTS))?;
            sheet.part("p", "ways", || {
                sheet.plain_button(&format!("ignore-here:{place}"), sheet.say(texts::IGNORE_HERE))?;
                sheet.plain_button(&format!("ignore-everywhere:{place}"), sheet.say(texts::IGNORE_EVERYWHERE))?;
                let kind = sheet.say(of_kind(finding.kind).0);
                sheet.plain_button(
                    &format!("off:{}:{place}", finding.kind.name()),
                    &texts::KIND_OFF.with(sheet.language, kind),
                )
            })
        })
    })
}

/// How Deksel fares in the tab in front, and where it can be seen at work.
pub(super) fn health(sheet: &Sheet, known: &Known) -> Written {
    sheet.part("footer", "health", || {
        if let Some(answer) = &known.answer {
            sheet.sentence(answer.health.in_words())?;
        }
        sheet.link("demo", texts::OPEN_DEMO, "demo/sdui.html")
    })
}

impl Health {
    fn in_words(&self) -> Text {
        match self {
            Health { stopped: true, .. } => texts::HEALTH_STOPPED,
            Health { faults: 0, .. } => texts::HEALTH_GOOD,
            _ => texts::HEALTH_RESTARTED,
        }
    }
}

/// A moment (milliseconds since 1970-01-01 UTC) as a day in words.
fn day(moment: f64, language: Language) -> String {
    js_sys::Date::new(&moment.into()).to_locale_date_string(language.tag(), &style("dateStyle", "long")).into()
}

/// A moment as the time of a clock.
fn clock(moment: f64, language: Language) -> String {
    let time = js_sys::Date::new(&moment.into());
    time.to_locale_time_string_with_options(language.tag(), &style("timeStyle", "short")).into()
}
