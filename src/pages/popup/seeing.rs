//! What the popup tells: the setting, the page in the tab in front, and how Deksel fares there.

use super::{Answer, Health, Heard, Known, stepping::objection_page};
use crate::{
    choices::{Choice, Drawing},
    content::{Report, ToldFinding, ToldTyped},
    linkedin::Recognition,
    pages::{
        frame::style,
        sheet::{Sheet, Written},
    },
    ui::dom::quoted,
    wording::{Language, Text, of_kind, of_severity, texts},
};

/// What Deksel sees in the tab in front.
pub(super) fn tab(sheet: &Sheet, known: &Known) -> Written {
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::PAGE_TITLE))?;
        if !known.may_read {
            sheet.notice(sheet.say(texts::ACCESS_WITHHELD))?;
            sheet.part("p", "ways", || sheet.plain_button("access", sheet.say(texts::ACCESS_GIVE)))?;
            return sheet.sentence(texts::ACCESS_HOW);
        }
        let page = match &known.heard {
            Heard::NotYet => return sheet.sentence(texts::PAGE_ASKED),
            Heard::Nobody => return sheet.sentence(texts::PAGE_ELSEWHERE),
            Heard::Answer(Answer { page, .. }) => page,
        };
        if page.as_ref().is_some_and(|page| page.is_invented) {
            sheet.sentence(texts::PAGE_INVENTED)?;
        }
        match page {
            Some(page) if page.paused_here => paused(sheet, sheet.say(texts::PAUSED_HERE)),
            Some(_) if known.choices.is_paused(js_sys::Date::now()) => {
                let until = clock(known.choices.paused_until.unwrap_or_default(), sheet.language);
                paused(sheet, &texts::PAUSED_UNTIL.with(sheet.language, &until))
            }
            Some(page) if page.is_form => form(sheet, known),
            Some(page) if page.recognised == Recognition::No => sheet.sentence(texts::PAGE_UNRECOGNISED),
            Some(page) => seen(sheet, page, known),
            None => Ok(()),
        }
    })
}

fn paused(sheet: &Sheet, words: &str) -> Written {
    sheet.words("p", "", words)?;
    sheet.part("p", "ways", || sheet.plain_button("resume", sheet.say(texts::PAUSE_END)))
}

/// What is to be copied into LinkedIn's form.
fn form(sheet: &Sheet, known: &Known) -> Written {
    sheet.sentence(texts::FORM_HERE)?;
    let Some(letter) = &known.letter else {
        sheet.sentence(texts::FORM_NO_LETTER)?;
        return sheet.part("p", "ways", || sheet.link("way", sheet.say(texts::STEP_OBJECT), &objection_page(known)));
    };
    sheet.sentence(texts::FORM_HOW)?;
    if let Some(copied) = known.copied {
        sheet.notice(sheet.say(copied))?;
    }
    sheet.part("ul", "", || {
        letter.values(sheet.language).iter().enumerate().try_for_each(|(number, (label, value))| {
            let (label, deed) = (sheet.say(*label), format!("copy:{number}"));
            sheet.part("li", "", || {
                sheet.part("div", "ways", || {
                    sheet.words("strong", "", label)?;
                    sheet.named_button(&deed, sheet.say(texts::COPY), &texts::COPY_THIS.with(sheet.language, label))
                })?;
                sheet.value(value)
            })
        })
    })
}

fn seen(sheet: &Sheet, page: &Report, known: &Known) -> Written {
    if page.recognised == Recognition::Partly {
        sheet.sentence(texts::PAGE_PARTLY)?;
    }
    let count = |text: Text, number: u32| text.with(sheet.language, &number.to_string());
    let posts = count(texts::PAGE_POSTS, page.posts);
    let own = count(texts::PAGE_OWN, page.own_posts);
    sheet.words("p", "", &if page.is_invented { posts } else { format!("{posts} · {own}") })?;
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
        let offers_kinds = !known.choices.locked.contains(&Choice::KindsOff);
        let list = || {
            sheet.part("ol", "findings", || {
                page.list.iter().try_for_each(|finding| listed(sheet, finding, offers_kinds))
            })
        };
        // Where nothing is drawn on the page, this is where it is read.
        if known.choices.drawing == Drawing::Quiet {
            list()?;
        } else {
            sheet.fold("findings", sheet.say(texts::FINDINGS_LIST), list)?;
        }
    }
    typed(sheet, known.typed.as_ref())
}

/// What is found in what the member is typing, for who asks.
fn typed(sheet: &Sheet, typed: Option<&Option<Vec<ToldTyped>>>) -> Written {
    sheet.part("p", "ways", || sheet.plain_button("typed", sheet.say(texts::TYPED_CHECK)))?;
    match typed {
        None => Ok(()),
        Some(None) => sheet.notice(sheet.say(texts::TYPED_NO_BOX)),
        Some(Some(found)) if found.is_empty() => sheet.notice(sheet.say(texts::TYPED_NOTHING)),
        Some(Some(found)) => sheet.part("ul", "", || {
            found.iter().try_for_each(|ToldTyped { kind, quote, .. }| {
                let (name, why) = of_kind(*kind);
                sheet.part("li", "", || {
                    sheet.words("strong", "", sheet.say(name))?;
                    sheet.quote(&quoted(quote))?;
                    sheet.sentence(why)
                })
            })
        }),
    }
}

fn listed(sheet: &Sheet, finding: &ToldFinding, offers_kinds: bool) -> Written {
    let (class, severity) = (finding.severity.name(), of_severity(finding.severity));
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
                if !offers_kinds {
                    return Ok(());
                }
                let kind = sheet.say(of_kind(finding.kind).0);
                sheet.plain_button(
                    &format!("off:{}:{place}", finding.kind.name()),
                    &texts::KIND_OFF.with(sheet.language, kind),
                )
            })
        })
    })
}

/// How Deksel fares in the tab in front.
pub(super) fn health(sheet: &Sheet, known: &Known) -> Written {
    match &known.heard {
        Heard::Answer(answer) => sheet.words("p", "health", sheet.say(answer.health.in_words())),
        Heard::NotYet | Heard::Nobody => Ok(()),
    }
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

/// A moment (milliseconds since 1970-01-01 UTC) as the time of a clock.
fn clock(moment: f64, language: Language) -> String {
    let time = js_sys::Date::new(&moment.into());
    time.to_locale_time_string_with_options(language.tag(), &style("timeStyle", "short")).into()
}
