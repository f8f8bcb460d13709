//! The sheet on which a letter is written: plain text, a line a paragraph, an empty line between two.

use super::{Letter, Sender, Texts, plain};
use crate::rights::{Day, authority::Law};

/// The controllers that LinkedIn's European privacy notice names: for the EU, the EEA and Switzerland, and for the United
/// Kingdom. The company, and its street; its city and country are written as the letter's language has them.
const IRELAND: [&str; 2] = ["LinkedIn Ireland Unlimited Company", "Wilton Plaza"];
const CORPORATION: [&str; 2] = ["LinkedIn Corporation", "1000 W Maude Avenue"];

/// A letter in the making.
pub(super) struct Sheet<'t> {
    pub(super) texts: &'t Texts,
    /// LinkedIn's company, and the lines of its address.
    pub(super) controller: [&'static str; 3],
    /// What the law is called.
    gdpr: &'static str,
    text: String,
}

impl<'t> Sheet<'t> {
    pub(super) fn new(texts: &'t Texts, law: Law) -> Sheet<'t> {
        let ([company, street], city, gdpr) = match law {
            Law::Eu | Law::Ch => (IRELAND, texts.city_ireland, texts.law_eu),
            Law::Uk => (CORPORATION, texts.city_corporation, texts.law_uk),
        };
        Sheet { texts, controller: [company, street, city], gdpr, text: String::new() }
    }

    /// Who writes to whom, when, and about what.
    pub(super) fn head(&mut self, letter: &Letter, to: &[&str], subject: &str) {
        let texts = self.texts;
        let Sender { name, profile, contact } = &letter.sender;
        self.line(&or_blank(name, texts.blank_name));
        self.line(&self.filled(texts.head_profile, &[("profile", &or_blank(profile, texts.blank_profile))]));
        let contact = plain::line(contact);
        if !contact.is_empty() {
            self.line(&self.filled(texts.head_contact, &[("contact", &contact)]));
        }
        self.say(texts.head_to, &[]);
        for line in to {
            self.line(line);
        }
        self.say(texts.head_date, &[("date", &self.date(letter.on))]);
        let subject = self.filled(subject, &[]);
        self.line(&self.filled(texts.head_subject, &[("subject", &subject)]));
        self.say(texts.head_greeting, &[]);
    }

    /// A paragraph of the letter's own texts.
    pub(super) fn say(&mut self, text: &str, values: &[(&str, &str)]) {
        let filled = self.filled(text, values);
        self.paragraph(&filled);
    }

    /// A paragraph as it is, such as the member's own words.
    pub(super) fn paragraph(&mut self, paragraph: &str) {
        self.text.push('\n');
        self.line(paragraph);
    }

    /// A paragraph of the letter's own texts, a line each, led by a dash or their number.
    pub(super) fn list(&mut self, numbered: bool, texts: &[&str]) {
        self.text.push('\n');
        for (place, text) in texts.iter().enumerate() {
            let lead = if numbered { format!("{}.", place + 1) } else { "-".to_owned() };
            self.line(&format!("{lead} {}", self.filled(text, &[])));
        }
    }

    /// The member's own words, if any, after a text that leads them in.
    pub(super) fn own_words(&mut self, lead: &str, words: &str) {
        let words = plain::block(words);
        if !words.is_empty() {
            self.say(lead, &[]);
            self.paragraph(&words);
        }
    }

    /// The letter, signed.
    pub(super) fn signed(mut self, sender: &Sender) -> String {
        self.say(self.texts.head_closing, &[]);
        self.paragraph(&or_blank(&sender.name, self.texts.blank_name));
        self.text
    }

    /// A day as the language writes it.
    pub(super) fn date(&self, day: Option<Day>) -> String {
        let Some(day) = day else { return self.texts.blank_date.to_owned() };
        let month = usize::try_from(day.month()).ok().and_then(|month| month.checked_sub(1));
        let month = month.and_then(|place| self.texts.date_months.split(", ").nth(place));
        let number = if day.day() == 1 { self.texts.date_first.to_owned() } else { day.day().to_string() };
        let year = day.year().to_string();
        plain::fill(self.texts.date_written, &[("day", &number), ("month", month.unwrap_or_default()), ("year", &year)])
    }

    fn filled(&self, text: &str, values: &[(&str, &str)]) -> String {
        let [company, address @ ..] = self.controller;
        let address = address.join(", ");
        let known = [("gdpr", self.gdpr), ("controller", company), ("address", address.as_str())];
        plain::fill(text, &[values, &known].concat())
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// What was typed, as a line; the blank where nothing was.
pub(super) fn or_blank(typed: &str, blank: &str) -> String {
    let line = plain::line(typed);
    if line.is_empty() { blank.to_owned() } else { line }
}
