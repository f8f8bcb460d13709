//! What a room takes home: one printed page a scenario, and one about the setting, the objection and the complaint.

use super::{Stage, View, Written, play, post, route::GENERAL};
use crate::{
    linkedin::{OBJECTION_FORM, SETTING_PAGE},
    pages::sheet::Sheet,
    rights::authority::of_country,
    scenario::{Scenario, seen_in},
    wording::{of_kind, texts},
};

/// The countries whose authorities fit on the page: where the languages of the handouts are at home.
const COUNTRIES: [&str; 4] = ["NL", "BE", "IE", "GB"];

impl Stage {
    pub(super) fn draw_handout(&self, name: &str) -> Written {
        let sheet = self.frame.sheet();
        match self.scenario(name) {
            Some(scenario) => of_scenario(&sheet, &scenario)?,
            None if name == GENERAL => general(&sheet)?,
            None => return self.draw_home(),
        }
        sheet.words("p", "imprint", sheet.say(texts::HANDOUT_IMPRINT))?;
        sheet.part("p", "ways", || {
            sheet.button("main way", "print", || sheet.words("span", "", sheet.say(texts::PRINT)))?;
            sheet.own_way("way", &self.route.to(&View::Home), sheet.say(texts::STAGE_ALL))
        })?;
        self.frame.show(sheet)
    }
}

fn of_scenario(sheet: &Sheet<'_>, scenario: &Scenario) -> Written {
    sheet.words("h1", "", &scenario.title)?;
    sheet.words("p", "lead", &scenario.lead)?;
    sheet.part("section", "posts", || {
        scenario.posts.iter().try_for_each(|told| {
            let seen = seen_in(&told.text);
            sheet.part("div", "", || {
                post::card(sheet, told, &seen, seen.len())?;
                let names: Vec<&str> = seen.iter().map(|seen| sheet.say(of_kind(seen.kind).0)).collect();
                sheet.words("p", "names", &format!("{} {}", sheet.say(texts::HANDOUT_SEES), names.join("; ")))
            })
        })
    })?;
    sheet.part("div", "columns", || {
        scenario.together.iter().try_for_each(|reader| {
            sheet.part("section", "", || {
                sheet.words("h2", "", &format!("{} …", reader.who))?;
                sheet.part("ul", "", || {
                    reader.knows.iter().try_for_each(|known| sheet.words("li", "", &format!("… {}", known.text)))
                })
            })
        })?;
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::STAGE_ADVICE))?;
            list(sheet, &scenario.advice)
        })?;
        if let Some(instead) = &scenario.instead {
            sheet.part("section", "", || {
                sheet.words("h2", "", &play::told_otherwise(sheet, instead.post))?;
                sheet.words("blockquote", "", &instead.text)
            })?;
        }
        if scenario.talk.is_empty() {
            return Ok(());
        }
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::HANDOUT_TALK))?;
            list(sheet, &scenario.talk)
        })
    })
}

fn list(sheet: &Sheet<'_>, sentences: &[String]) -> Written {
    sheet.part("ul", "", || sentences.iter().try_for_each(|sentence| sheet.words("li", "", sentence)))
}

/// Addresses are written out: paper has no links.
fn general(sheet: &Sheet<'_>) -> Written {
    sheet.words("h1", "", sheet.say(texts::HANDOUT_TITLE))?;
    sheet.words("p", "lead", sheet.say(texts::WELCOME_SETTING))?;
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::HANDOUT_COVERS))?;
        sheet.sentence(texts::SWITCH_COVERS)?;
        sheet.sentence(texts::SWITCH_COVERS_NOT)
    })?;
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::HANDOUT_SWITCH))?;
        sheet.part("ol", "", || {
            [texts::HANDOUT_SWITCH_OPEN, texts::HANDOUT_SWITCH_OFF, texts::HANDOUT_SWITCH_NOTE]
                .into_iter()
                .try_for_each(|step| sheet.words("li", "", sheet.say(step)))
        })?;
        sheet.link("address", SETTING_PAGE, SETTING_PAGE)
    })?;
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::HANDOUT_OBJECT))?;
        sheet.sentence(texts::LETTER_OBJECTION_LEAD)?;
        sheet.sentence(texts::HANDOUT_OBJECT_HOW)?;
        sheet.link("address", OBJECTION_FORM, OBJECTION_FORM)
    })?;
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::HANDOUT_COMPLAIN))?;
        sheet.sentence(texts::LETTER_COMPLAINT_LEAD)?;
        sheet.part("ul", "", || {
            COUNTRIES.into_iter().filter_map(of_country).try_for_each(|authority| {
                sheet.part("li", "", || {
                    sheet.words("span", "", &format!("{} ({}) ", authority.name, authority.country))?;
                    sheet.link("address", authority.site, authority.site)
                })
            })
        })?;
        sheet.sentence(texts::HANDOUT_COMPLAIN_ELSEWHERE)
    })?;
    sheet.part("section", "", || {
        sheet.words("h2", "", sheet.say(texts::HANDOUT_BEFORE))?;
        sheet.part("ul", "", || {
            [texts::HANDOUT_BEFORE_WHO, texts::HANDOUT_BEFORE_TOGETHER, texts::HANDOUT_BEFORE_OTHERS]
                .into_iter()
                .try_for_each(|question| sheet.words("li", "", sheet.say(question)))
        })
    })
}
