//! What there is on the stage, and the way to each.

use super::{
    Stage, View, Written,
    route::{GENERAL, OWN, Route},
};
use crate::{
    pages::sheet::Sheet,
    scenario::{self, Scenario},
    wording::{Text, texts},
};

/// The keys, in words.
const KEYS: [(Text, Text); 5] = [
    (texts::KEYS_NEXT, texts::KEYS_NEXT_DOES),
    (texts::KEYS_PREVIOUS, texts::KEYS_PREVIOUS_DOES),
    (texts::KEYS_SLIDE, texts::KEYS_SLIDE_DOES),
    (texts::KEYS_START, texts::KEYS_START_DOES),
    (texts::KEYS_LEAVE, texts::KEYS_LEAVE_DOES),
];

/// The invented pages on which the code of LinkedIn's tabs runs.
const WORLD: &str = "demo/sdui.html";

impl Stage {
    pub(super) fn draw_home(&self) -> Written {
        let (sheet, route) = (self.frame.sheet(), &self.route);
        sheet.words("h1", "", sheet.say(texts::STAGE_TITLE))?;
        sheet.words("p", "lead", sheet.say(texts::STAGE_LEAD))?;
        sheet.sentence(texts::STAGE_HONEST)?;
        sheet.ways("", sheet.say(texts::STAGE_LANGUAGE), || {
            [("nl", "Nederlands"), ("en", "English")]
                .into_iter()
                .try_for_each(|(tag, name)| sheet.way_among("", &format!("#{tag}"), name, tag == route.language))
        })?;
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::STAGE_SCENARIOS))?;
            sheet.part("ul", "entries", || {
                scenario::names().try_for_each(|name| {
                    let told = self.scenario(name);
                    told.map_or(Ok(()), |told| sheet.part("li", "", || entry(&sheet, route, name, &told)))
                })
            })
        })?;
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::STAGE_TOGETHER))?;
            for (view, title, lead) in [
                (View::Try, texts::TRY_TITLE, texts::TRY_LEAD),
                (View::Quiz, texts::QUIZ_TITLE, texts::QUIZ_LEAD),
                (View::Handout(GENERAL.into()), texts::HANDOUT_TITLE, texts::HANDOUT_LEAD),
            ] {
                sheet.part("p", "", || {
                    sheet.own_way("", &route.to(&view), sheet.say(title))?;
                    sheet.words("span", "", &format!(": {}", sheet.say(lead)))
                })?;
            }
            sheet.part("p", "", || {
                sheet.link("", sheet.say(texts::OPEN_DEMO), WORLD)?;
                sheet.words("span", "", &format!(": {}", sheet.say(texts::WORLD_LEAD)))
            })?;
            sheet.sentence(texts::WORLD_MASK)
        })?;
        self.write_own(&sheet)?;
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::KEYS_TITLE))?;
            sheet.part("dl", "keys", || {
                KEYS.into_iter().try_for_each(|(keys, does)| {
                    sheet.words("dt", "", sheet.say(keys))?;
                    sheet.words("dd", "", sheet.say(does))
                })
            })
        })?;
        self.frame.show(sheet)
    }

    fn write_own(&self, sheet: &Sheet<'_>) -> Written {
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(texts::OWN_TITLE))?;
            sheet.sentence(texts::OWN_LEAD)?;
            sheet.field("file", OWN, "", sheet.say(texts::OWN_FILE))?;
            sheet.spot("div", "own", || self.own.write(sheet))?;
            match &self.own.scenario {
                Some(told) => sheet.part("div", "", || entry(sheet, &self.route, OWN, told)),
                None => Ok(()),
            }
        })
    }
}

fn entry(sheet: &Sheet<'_>, route: &Route, name: &str, told: &Scenario) -> Written {
    sheet.words("h3", "", &told.title)?;
    sheet.words("p", "", &told.lead)?;
    sheet.part("p", "ways", || {
        sheet.own_way("main way", &route.to(&View::Play(name.into())), sheet.say(texts::STAGE_PLAY))?;
        sheet.own_way("way", &route.to(&View::Handout(name.into())), sheet.say(texts::STAGE_HANDOUT))?;
        if name == OWN {
            return Ok(());
        }
        sheet.plain_button(&format!("save:{name}"), sheet.say(texts::STAGE_SAVE))
    })
}
