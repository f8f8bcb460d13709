//! The text that the member is writing: a post, a comment or an article. Read only; nothing is put in or beside it.

use super::{
    FRONT_ENDS,
    chain::{closest, every, first},
    foreign,
    front_end::ItemFacts,
    words::Words,
};
use crate::{detect::lower_case, item::Audience};
use web_sys::Element;

/// A text in the making.
#[derive(Debug)]
pub struct Draft {
    /// The dialog or box around the editor.
    pub card: Element,
    /// The words, with their places in the editor.
    pub words: Words,
    /// Who will be able to read it, as far as the composer tells.
    pub audience: Audience,
}

/// How LinkedIn's composer says who will be able to read a post, in the one language for which its words are known.
const AUDIENCES: [(&str, Audience); 3] =
    [("anyone", Audience::Public), ("connections only", Audience::Limited), ("group", Audience::Limited)];

/// Buttons that show the audience chosen.
const CHOSEN: &str = r#"button.share-unified-settings-entry-button, [role="button"]"#;

/// The drafts below `root`; `audience_around` tells the audience of the post that a comment is written under.
pub fn drafts(root: &Element, audience_around: impl Fn(&Element) -> Option<Audience>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for front_end in &FRONT_ENDS {
        for card in every(root, front_end.composer.card) {
            let is_private = FRONT_ENDS.iter().any(|front_end| closest(&card, front_end.page.private).is_some());
            let editor = first(&card, front_end.composer.text).filter(|_| !is_private);
            let Some(editor) = editor.filter(|editor| !drafts.iter().any(|draft| draft.words.contains(editor))) else {
                continue;
            };
            let audience = audience_around(&card).unwrap_or_else(|| chosen_audience(&card, &front_end.composer));
            drafts.push(Draft { words: Words::read(&editor, &[]), card, audience });
        }
    }
    drafts
}

fn chosen_audience(card: &Element, facts: &ItemFacts) -> Audience {
    if first(card, facts.public_icon).is_some() {
        return Audience::Public;
    }
    if first(card, facts.limited_icon).is_some() {
        return Audience::Limited;
    }
    let said = foreign::find_all(card, CHOSEN)
        .iter()
        .find_map(|button| said_audience(&lower_case(&Words::read(button, &[]).text)));
    said.unwrap_or_default()
}

fn said_audience(words: &str) -> Option<Audience> {
    AUDIENCES.iter().find(|(said, _)| words.contains(said)).map(|(_, audience)| *audience)
}
