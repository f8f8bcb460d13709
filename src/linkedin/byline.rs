//! What a card says of its author before the author's own words.

use super::{card::Found, words::Words};

/// The most that is read before an item's own words, in characters.
const LONGEST_BYLINE: usize = 400;

impl Found {
    /// The words that the card shows before the item's own: who the author is, and what the author does where.
    pub fn byline(&self) -> String {
        let card = Words::read(&self.card, &[]).text;
        let begins = self.item.text.lines().next().filter(|line| !line.is_empty());
        let before = begins.and_then(|line| card.split(line).next()).unwrap_or(&card);
        before.chars().take(LONGEST_BYLINE).collect()
    }
}
