//! Where the tab is on LinkedIn.

use web_sys::Document;

/// Path and query of the page's address.
#[cfg(not(feature = "pages"))]
pub(super) fn of(_: &Document) -> Option<(String, String)> {
    let location = web_sys::window()?.location();
    Some((location.pathname().unwrap_or_default(), location.search().unwrap_or_default()))
}

/// Path and query of the address that an invented page stands for.
#[cfg(feature = "pages")]
pub(super) fn of(document: &Document) -> Option<(String, String)> {
    let link = document.query_selector("link[rel=canonical]").ok()??;
    let url = web_sys::Url::new(&link.get_attribute("href")?).ok()?;
    Some((url.pathname(), url.search()))
}
