//! A post as the room sees it, with what was found in it so far.

use super::Written;
use crate::{
    pages::sheet::Sheet,
    scenario::{Post, Seen, runs},
    wording::of_kind,
};

/// Writes a post: who, and the words.
pub(super) fn card(sheet: &Sheet<'_>, post: &Post, seen: &[Seen], shown: usize) -> Written {
    sheet.part("figure", "post", || {
        sheet.part("figcaption", "", || {
            sheet.words("strong", "", &post.who)?;
            let more: Vec<&str> =
                [&post.role, &post.when].into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
            sheet.words("span", "", &more.join(" · "))
        })?;
        text(sheet, &post.text, seen, shown)
    })
}

/// Writes a text with the first `shown` things that are seen in it marked, and the last of these more than the others.
pub(super) fn text(sheet: &Sheet<'_>, words: &str, seen: &[Seen], shown: usize) -> Written {
    sheet.part("blockquote", "", || {
        runs(words, seen.get(..shown).unwrap_or(seen)).into_iter().try_for_each(|run| match run.seen {
            Some(place) => sheet.words("mark", if place + 1 == shown { "now" } else { "" }, run.words),
            None => sheet.words("span", "", run.words),
        })
    })
}

/// Writes what is seen: the names of the first `shown` kinds, and why each matters.
pub(super) fn reasons(sheet: &Sheet<'_>, seen: &[Seen], shown: usize) -> Written {
    sheet.part("ul", "reasons", || {
        seen.iter().take(shown).enumerate().try_for_each(|(place, seen)| {
            let (name, why) = of_kind(seen.kind);
            sheet.part("li", if place + 1 == shown { "now" } else { "" }, || {
                sheet.words("strong", "", sheet.say(name))?;
                sheet.words("span", "", &format!(" {}", sheet.say(why)))
            })
        })
    })
}
