//! What the member has filled in so far, for all letters at a time: who turns to another letter and back finds everything again.

use crate::{
    clock,
    detect::Kind,
    pages::{
        frame::{is_on, value},
        kept::Rights,
    },
    rights::{
        EventKind,
        authority::{self, Law},
        found::Counts,
        letter::{Answer, Ground, Letter, Objection, Purpose},
    },
};
use std::collections::BTreeSet;
use web_sys::Element;

/// Which letter is on the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Which {
    #[default]
    Objection,
    Restriction,
    Marketing,
    Complaint,
}

impl Which {
    pub(super) const ALL: [Which; 4] = [Which::Objection, Which::Restriction, Which::Marketing, Which::Complaint];

    /// The letter's name in addresses and in names of files.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Which::Objection => "objection",
            Which::Restriction => "restriction",
            Which::Marketing => "marketing",
            Which::Complaint => "complaint",
        }
    }

    /// The letter of a name; the objection for any other.
    pub(super) fn of_name(name: &str) -> Which {
        Which::ALL.into_iter().find(|which| which.name() == name).unwrap_or_default()
    }

    /// What the dossier calls it once it is sent.
    pub(super) const fn event(self) -> EventKind {
        match self {
            Which::Objection => EventKind::Objection,
            Which::Restriction => EventKind::Restriction,
            Which::Marketing => EventKind::Marketing,
            Which::Complaint => EventKind::Complaint,
        }
    }

    /// LinkedIn's form takes objections and requests for restriction.
    pub(super) const fn is_for_the_form(self) -> bool {
        matches!(self, Which::Objection | Which::Restriction)
    }
}

/// Everything that is filled in.
#[derive(Clone, Debug)]
pub(super) struct Drafts {
    /// Who writes, and when. Its purpose is put in when the letter is written.
    pub(super) letter: Letter,
    pub(super) objection: Objection,
    /// What Deksel found, and the kinds of which the letter tells how many.
    pub(super) found: Counts,
    pub(super) told: BTreeSet<Kind>,
    pub(super) recipient: String,
    pub(super) received: String,
    pub(super) dutch: bool,
    pub(super) objected: String,
    pub(super) country: String,
    pub(super) answer: String,
    pub(super) answered: String,
    pub(super) words: String,
}

impl Drafts {
    /// Nothing filled in yet but what the browser's language suggests, which the member sees and can change.
    pub(super) fn for_tag(tag: &str) -> Drafts {
        let region = tag.rsplit(['-', '_']).next().and_then(authority::of_country);
        let authority = region.or_else(|| authority::for_language(tag).first().copied());
        let home = authority.map(|authority| authority.law).filter(|_| region.is_some()).unwrap_or_default();
        let [recipient, received, objected, answer, answered, words] = [const { String::new() }; 6];
        Drafts {
            letter: Letter {
                sender: Default::default(),
                home,
                on: clock::today(),
                purpose: Purpose::Restriction { objected: None },
            },
            objection: Objection::default(),
            found: Counts::new(),
            told: BTreeSet::new(),
            recipient,
            received,
            dutch: region.is_some_and(|authority| authority.country == "NL") || tag == "nl",
            objected,
            country: authority.map(|authority| authority.country.into()).unwrap_or_default(),
            answer,
            answered,
            words,
        }
    }

    /// Fills in what is kept.
    pub(super) fn begin_with(&mut self, rights: &Rights) {
        self.letter.sender = rights.sender.clone().unwrap_or_default();
        let last = |kind| rights.log.events().iter().rev().find(|event| event.kind == kind);
        self.objected = last(EventKind::Objection).map(|event| event.on.to_string()).unwrap_or_default();
    }

    /// The letter as it is filled in.
    pub(super) fn write(&self, which: Which) -> Letter {
        let objected = self.objected.parse().ok();
        let purpose = match which {
            Which::Objection => Purpose::Objection(Objection {
                counts: self.found.iter().filter(|(kind, _)| self.told.contains(kind)).map(|(k, n)| (*k, *n)).collect(),
                ..self.objection.clone()
            }),
            Which::Restriction => Purpose::Restriction { objected },
            Which::Marketing => Purpose::Marketing {
                recipient: self.recipient.clone(),
                received: self.received.parse().ok(),
                dutch: self.dutch,
            },
            Which::Complaint => Purpose::Complaint {
                country: self.country.clone(),
                objected,
                answer: match self.answer.as_str() {
                    "refused" => Answer::Refused(self.answered.parse().ok()),
                    "partly" => Answer::Partly(self.answered.parse().ok()),
                    _ => Answer::None,
                },
                words: self.words.clone(),
            },
        };
        Letter { purpose, ..self.letter.clone() }
    }

    /// Takes in what was typed or chosen; `true` when the form asks for something else from now on.
    pub(super) fn take(&mut self, control: &Element, deed: &str) -> bool {
        let (value, is_on) = (value(control), is_on(control));
        let Drafts { letter, objection, .. } = self;
        match deed.split_once(':').unwrap_or((deed, "")) {
            ("name", _) => letter.sender.name = value,
            ("profile", _) => letter.sender.profile = value,
            ("contact", _) => letter.sender.contact = value,
            ("home", _) => letter.home = law_of(&value),
            ("on", _) => letter.on = value.parse().ok(),
            ("generative", _) => objection.generative = is_on,
            ("other", _) => objection.other = is_on,
            ("restrict", _) => objection.restrict = is_on,
            ("erase", _) => objection.erase = is_on,
            ("ground", place) => {
                let ground = place.parse().ok().and_then(|place: usize| Ground::ALL.get(place).copied());
                objection.grounds.retain(|known| Some(*known) != ground);
                objection.grounds.extend(ground.filter(|_| is_on));
            }
            ("told", name) => {
                let kind = Kind::of_name(name);
                self.told.retain(|known| Some(*known) != kind);
                self.told.extend(kind.filter(|_| is_on));
            }
            ("grounds-words", _) => objection.words = value,
            ("recipient", _) => self.recipient = value,
            ("received", _) => self.received = value,
            ("dutch", _) => self.dutch = is_on,
            ("objected", _) => self.objected = value,
            ("words", _) => self.words = value,
            ("answered", _) => self.answered = value,
            ("country", _) => {
                self.country = value;
                return true;
            }
            ("answer", _) => {
                self.answer = value;
                return true;
            }
            _ => {}
        }
        false
    }
}

/// The names of the laws in the form.
pub(super) const LAWS: [(&str, Law); 3] = [("eu", Law::Eu), ("uk", Law::Uk), ("ch", Law::Ch)];

fn law_of(name: &str) -> Law {
    LAWS.iter().find(|(known, _)| *known == name).map(|(_, law)| *law).unwrap_or_default()
}
