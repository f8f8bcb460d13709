//! A finding as it is explained to the member: its words, what they disclose, and whom that concerns.

use super::dom::{append, quoted};
use crate::{
    content::Scanned,
    detect::{AttachedFinding, Finding, Kind, Part},
    wording::{Language, Text, of_kind, of_severity, texts},
};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// A finding with the words it was made in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Explained<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The text that its places are in.
    pub text: &'a str,
    /// Where it stands when it is not in the item's text.
    pub part: Option<Part>,
}

impl<'a> Explained<'a> {
    /// All findings of an item, those in the text first.
    pub(super) fn all(scanned: &'a Scanned) -> Vec<Explained<'a>> {
        let mut all = Explained::of(&scanned.findings, &scanned.found.item.text);
        let attached = scanned.attached.iter();
        all.extend(attached.map(|AttachedFinding { part, words, finding }| Explained {
            finding,
            text: words,
            part: Some(*part),
        }));
        all
    }

    /// The findings in one text.
    pub(super) fn of(findings: &'a [Finding], text: &'a str) -> Vec<Explained<'a>> {
        findings.iter().map(|finding| Explained { finding, text, part: None }).collect()
    }

    /// The words themselves; empty where there are none.
    pub(super) fn words(&self) -> &'a str {
        self.text.get(self.finding.start..self.finding.end).unwrap_or_default()
    }

    /// What the finding discloses, by name.
    pub(super) fn name(&self, language: Language) -> &'static str {
        of_kind(self.finding.kind).0.in_language(language)
    }

    /// Why an AI, or a competitor who asks one, could use it.
    pub(super) fn why(&self, language: Language) -> &'static str {
        of_kind(self.finding.kind).1.in_language(language)
    }

    /// Adds the words as a quotation, where there are any.
    pub(super) fn quote_in(&self, parent: &Element) -> Result<(), JsValue> {
        if !self.words().is_empty() {
            let quote = append(parent, "q", "", &quoted(self.words()))?;
            quote.set_attribute("dir", "auto")?;
        }
        Ok(())
    }

    /// Adds how much harm it can do: in words, with the line that marks it.
    pub(super) fn severity_in(&self, parent: &Element, language: Language) -> Result<(), JsValue> {
        let severity = self.finding.severity;
        let class = format!("severity {}", severity.name());
        append(parent, "span", &class, of_severity(severity).in_language(language)).map(|_| ())
    }

    /// Where it stands when it is not in the item's text.
    pub(super) fn place(&self) -> Option<Text> {
        self.part.map(|part| match part {
            Part::Picture => texts::IN_PICTURE,
            Part::Title => texts::IN_TITLE,
            Part::People => texts::IN_PEOPLE,
            Part::Frame => texts::IN_FRAME,
        })
    }

    /// Whom the disclosure concerns.
    pub(super) fn affected(&self) -> Text {
        use Kind::{
            Child, Client, Confidential, Deal, Dispute, Finance, Hiring, Incident, Insolvency, Launch, Partnership,
            Secret, ThirdParty, Workforce,
        };
        match self.finding.kind {
            Child | ThirdParty => texts::AFFECTS_OTHER,
            Client | Confidential | Deal | Dispute | Finance | Hiring | Incident | Insolvency | Launch
            | Partnership | Secret | Workforce => texts::AFFECTS_ORGANISATION,
            _ => texts::AFFECTS_PERSON,
        }
    }
}
