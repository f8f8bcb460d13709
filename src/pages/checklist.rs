//! Other settings of LinkedIn's that matter: a sentence on each, its link, and what the member has dealt with.

use super::{
    frame::{Frame, is_on},
    sheet::{Sheet, Written},
};
use crate::{
    browser::{self, Keeping, Storage, name_in},
    choices::Store,
    lifeline::Lifeline,
    linkedin::SETTING_PAGE,
    wording::{Text, texts},
};
use std::{cell::RefCell, collections::BTreeSet};
use wasm_bindgen_futures::spawn_local;

/// The list of what the member has dealt with.
const CHECKED: &str = "checked";

/// Where LinkedIn's settings stand.
const SETTINGS: &str = "https://www.linkedin.com/mypreferences/d/";

/// A setting: its name here, where it stands, what it is called, and why it matters.
type Row = (&'static str, &'static str, Text, Text);

/// Who can find and see the member.
const SEEN: [Row; 5] = [
    ("email", "settings/discover-me-by-email-address", texts::CHECK_EMAIL, texts::CHECK_EMAIL_WHY),
    ("phone", "settings/discover-me-by-phone-number", texts::CHECK_PHONE, texts::CHECK_PHONE_WHY),
    ("public-profile", "/public-profile/settings", texts::CHECK_PUBLIC_PROFILE, texts::CHECK_PUBLIC_PROFILE_WHY),
    ("connections", "/psettings/connections-visibility", texts::CHECK_CONNECTIONS, texts::CHECK_CONNECTIONS_WHY),
    ("partners", "settings/profile-visibility-for-partners", texts::CHECK_PARTNERS, texts::CHECK_PARTNERS_WHY),
];

/// Who gets data.
const SHARED: [Row; 6] = [
    ("page-admins", "settings/data-export-by-page-admins", texts::CHECK_PAGE_ADMINS, texts::CHECK_PAGE_ADMINS_WHY),
    ("research", "settings/policy-and-academic-research", texts::CHECK_RESEARCH, texts::CHECK_RESEARCH_WHY),
    ("services", "data-sharing-for-permitted-services", texts::CHECK_SERVICES, texts::CHECK_SERVICES_WHY),
    ("microsoft", "connected-microsoft-accounts", texts::CHECK_MICROSOFT, texts::CHECK_MICROSOFT_WHY),
    ("demographics", "demographic-info-copy", texts::CHECK_DEMOGRAPHICS, texts::CHECK_DEMOGRAPHICS_WHY),
    ("cookies", "member-cookies", texts::CHECK_COOKIES, texts::CHECK_COOKIES_WHY),
];

/// What advertisements go by.
const ADVERTISED: [Row; 7] = [
    ("ads-beyond", "settings/ads-beyond-linkedin", texts::CHECK_ADS_BEYOND, texts::CHECK_ADS_BEYOND_WHY),
    ("ads-firms", "settings/ads-interactions-with-business", texts::CHECK_ADS_FIRMS, texts::CHECK_ADS_FIRMS_WHY),
    ("ads-actions", "settings/ads-related-actions", texts::CHECK_ADS_ACTIONS, texts::CHECK_ADS_ACTIONS_WHY),
    ("ads-location", "settings/ads-inferred-location", texts::CHECK_ADS_LOCATION, texts::CHECK_ADS_LOCATION_WHY),
    ("ads-age", "settings/ads-by-age", texts::CHECK_ADS_AGE, texts::CHECK_ADS_AGE_WHY),
    ("ads-gender", "settings/ads-by-gender", texts::CHECK_ADS_GENDER, texts::CHECK_ADS_GENDER_WHY),
    ("ads-interests", "interest-categories", texts::CHECK_ADS_INTERESTS, texts::CHECK_ADS_INTERESTS_WHY),
];

/// The page as it stands.
struct Desk {
    frame: Frame,
    checked: BTreeSet<String>,
    notice: Option<Text>,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Draws the page.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::CHECK_TITLE)?;
    frame.on_choice(lifeline, |control, deed| {
        let (name, is_on) = (deed.to_owned(), is_on(control));
        spawn_local(async move {
            let notice = keep(name, is_on).await.err().map(|_| texts::STORAGE_REFUSED);
            read(notice).await;
        });
    })?;
    DESK.set(Some(Desk { frame, checked: BTreeSet::new(), notice: None }));
    spawn_local(read(None));
    browser::on_storage_change(lifeline, || spawn_local(read(None)))
}

async fn keep(name: String, is_on: bool) -> Result<(), wasm_bindgen::JsValue> {
    let (_, mut keeping) = Keeping::begin().await?;
    let name = name_in(CHECKED, &name);
    if is_on {
        keeping.put(&name, &true)
    } else {
        keeping.forget(&name)
    }
    keeping.done().await
}

async fn read(notice: Option<Text>) {
    let checked = Storage::read().await.map(|storage| storage.entries(CHECKED).into_iter().collect());
    DESK.with_borrow_mut(|desk| {
        let Some(desk) = desk.as_mut() else { return };
        desk.notice = notice.or(checked.is_err().then_some(texts::STORAGE_REFUSED));
        desk.checked = checked.unwrap_or_default();
        let sheet = desk.frame.sheet();
        // Drawing fails only in a document that is being closed.
        let _ = write(&sheet, desk).and_then(|()| desk.frame.show(sheet));
    });
}

fn write(sheet: &Sheet<'_>, desk: &Desk) -> Written {
    sheet.words("h1", "", sheet.say(texts::CHECK_TITLE))?;
    sheet.words("p", "lead", sheet.say(texts::CHECK_LEAD))?;
    if let Some(notice) = desk.notice {
        sheet.notice(sheet.say(notice))?;
    }
    let all = [
        (texts::CHECK_AI_TITLE, [("ai", SETTING_PAGE, texts::CHECK_AI, texts::CHECK_AI_WHY)].as_slice()),
        (texts::CHECK_SEEN_TITLE, &SEEN),
        (texts::CHECK_SHARED_TITLE, &SHARED),
        (texts::CHECK_ADVERTISED_TITLE, &ADVERTISED),
    ];
    for (title, rows) in all {
        sheet.part("section", "", || {
            sheet.words("h2", "", sheet.say(title))?;
            sheet.part("ul", "entries", || rows.iter().try_for_each(|row| entry(sheet, desk, row)))
        })?;
    }
    sheet.spot("section", "open-to-work", || {
        sheet.words("h2", "", sheet.say(texts::OPEN_TO_WORK_TITLE))?;
        [texts::OPEN_TO_WORK_WHO, texts::OPEN_TO_WORK_LIMITED, texts::OPEN_TO_WORK_FRAME, texts::OPEN_TO_WORK_WHERE]
            .into_iter()
            .try_for_each(|sentence| sheet.sentence(sentence))
    })
}

fn entry(sheet: &Sheet<'_>, desk: &Desk, (name, place, title, why): &Row) -> Written {
    let address = match place {
        _ if place.starts_with("https:") => (*place).to_owned(),
        _ if place.starts_with('/') => format!("https://www.linkedin.com{place}"),
        _ => format!("{SETTINGS}{place}"),
    };
    sheet.part("li", "", || {
        sheet.part("h3", "", || sheet.link("", sheet.say(*title), &address))?;
        sheet.sentence(*why)?;
        let label = texts::CHECK_DONE.with(sheet.language, sheet.say(*title));
        sheet.tick("checkbox", name, desk.checked.contains(*name), &label)
    })
}
