//! The popup: the AI setting as last seen, what Deksel sees in this tab, and the two ways to act.

use crate::{
    browser,
    content::{Report, SeenSetting},
    linkedin::{OBJECTION_FORM, Recognition, SETTING_PAGE, SettingState},
    ui::dom::{element, link},
    wording::{Language, Text, texts},
};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, window};

/// What `boot.js` answers in a LinkedIn tab.
#[derive(Debug, Deserialize)]
struct Answer {
    health: Health,
    page: Option<Report>,
}

#[derive(Debug, Deserialize)]
struct Health {
    faults: u32,
    stopped: bool,
}

/// Draws the popup.
pub(super) fn start() -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or("no document")?;
    wasm_bindgen_futures::spawn_local(async move {
        let seen = browser::stored(SeenSetting::NAME).await;
        let answer = browser::ask_active_tab().await;
        // Drawing fails only in a document that is being closed.
        let _ = draw(&document, Language::of(&browser::language()), seen, answer);
    });
    Ok(())
}

fn draw(
    document: &Document,
    language: Language,
    seen: Option<SeenSetting>,
    answer: Option<Answer>,
) -> Result<(), JsValue> {
    let root = document.document_element().ok_or("no document element")?;
    root.set_attribute("lang", language.tag())?;
    let body = document.body().ok_or("no body")?;
    let main = element(document, "main", "", "")?;
    let paragraph = |class: &str, text: &str| -> Result<(), JsValue> {
        main.append_child(&*element(document, "p", class, text)?).map(|_| ())
    };
    let say = |text: Text| text.in_language(language);

    main.append_child(&*element(document, "h1", "", say(texts::APP_NAME))?)?;
    let (state, when) = match seen {
        Some(SeenSetting { state: SettingState::On, seen }) => (texts::SETTING_ON, Some(seen)),
        Some(SeenSetting { state: SettingState::Off, seen }) => (texts::SETTING_OFF, Some(seen)),
        _ => (texts::SETTING_UNKNOWN, None),
    };
    paragraph("state", say(state))?;
    match when {
        Some(seen) => paragraph("", &texts::SETTING_SEEN.with(language, &day(seen, language)))?,
        None => paragraph("", say(texts::SETTING_NOT_SEEN))?,
    }
    ways(document, &main, language)?;

    match answer {
        None => paragraph("", say(texts::PAGE_ELSEWHERE))?,
        Some(Answer { page, health }) => {
            match page {
                Some(page) if page.recognised != Recognition::No => {
                    if page.recognised == Recognition::Partly {
                        paragraph("", say(texts::PAGE_PARTLY))?;
                    }
                    paragraph("", &texts::PAGE_POSTS.with(language, &page.posts.to_string()))?;
                    paragraph("", &texts::PAGE_FINDINGS.with(language, &page.findings.to_string()))?;
                }
                Some(_) => paragraph("", say(texts::PAGE_UNRECOGNISED))?,
                None => {}
            }
            paragraph("health", say(health.in_words()))?;
        }
    }
    main.append_child(&*link(document, "demo", say(texts::OPEN_DEMO), "demo/sdui.html")?)?;
    body.append_child(&main)?;
    Ok(())
}

fn ways(document: &Document, main: &Element, language: Language) -> Result<(), JsValue> {
    let ways = element(document, "p", "ways", "")?;
    ways.append_child(&*link(document, "main way", texts::OPEN_SETTING.in_language(language), SETTING_PAGE)?)?;
    ways.append_child(&*link(document, "way", texts::OBJECT.in_language(language), OBJECTION_FORM)?)?;
    main.append_child(&ways).map(|_| ())
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
    let options = js_sys::Object::new();
    // Setting a property of an object of ours cannot fail.
    let _ = js_sys::Reflect::set(&options, &"dateStyle".into(), &"long".into());
    js_sys::Date::new(&moment.into()).to_locale_date_string(language.tag(), &options).into()
}
