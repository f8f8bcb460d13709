//! What the popup, and a contributor who reports a page, may know of a tab.

use super::{IS_INVENTED, Scanned, Tab};
use crate::{
    browser,
    detect::{AttachedFinding, CountedFinding, Kind, Part, Severity, counted},
    item::{Attached, Audience, Author, ItemKind, Own, Quoted},
    linkedin::{Place, Recognition, SettingState, foreign},
};
use serde::{Deserialize, Serialize};

/// What the popup shows about a tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// How much of the page Deksel can read.
    pub recognised: Recognition,
    /// The page is one of Deksel's invented ones.
    pub is_invented: bool,
    /// The page is LinkedIn's form for objecting.
    pub is_form: bool,
    /// Nothing that is on the page waits to be read.
    pub settled: bool,
    /// Posts read, advertisements left out.
    pub posts: u32,
    /// How many of them are known to be the member's own.
    pub own_posts: u32,
    /// Findings warned about.
    pub findings: u32,
    /// How many of them can hurt somebody.
    pub high: u32,
    /// How many are worth a second look.
    pub medium: u32,
    /// How many are worth knowing.
    pub low: u32,
    /// The same findings one by one, in the order of the page; the first [`MOST_TOLD`].
    pub list: Vec<ToldFinding>,
    /// The page is a group's.
    pub in_group: bool,
    /// Findings that the member ignores.
    pub ignored: u32,
    /// The name of the member who is looking, as this browser's key has it.
    pub member: Option<String>,
    /// The page has told who is looking.
    pub knows_the_member: bool,
    /// The member paused Deksel on this page.
    pub paused_here: bool,
    /// Something could not be kept: it holds in this tab alone.
    pub refused: bool,
    /// The AI setting, where the page shows it.
    pub setting: SettingState,
    /// When the page was last seen to show it, in milliseconds since 1970-01-01 UTC.
    pub setting_seen: Option<f64>,
    /// The longest that Deksel kept the page waiting at a stretch, in milliseconds.
    pub longest_stretch: f64,
    /// What is being written on the page.
    pub composer: Option<ToldDraft>,
    /// From the script's start to the first warning drawn, in milliseconds.
    pub first_warning: Option<f64>,
}

/// The most findings told one by one.
const MOST_TOLD: usize = 200;

/// A finding as the popup lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldFinding {
    /// The item, by its fingerprint in this tab.
    pub item: u32,
    /// The finding's place among the item's, those in the text first.
    pub place: usize,
    /// What it discloses.
    pub kind: Kind,
    /// How much harm it can do.
    pub severity: Severity,
    /// The words.
    pub quote: String,
    /// The item is known to be the member's own.
    pub own: bool,
}

impl Tab {
    /// Takes down what is found so far.
    pub(super) fn note(&mut self) {
        let [high, medium, low] =
            [Severity::High, Severity::Medium, Severity::Low].map(|severity| self.page.findings(severity));
        let findings = high + medium + low;
        let badge = if self.kept.choices.badge { findings } else { 0 };
        if badge != self.badge {
            self.badge = badge;
            browser::tell_count(badge);
        }
        if findings > 0 && self.report.first_warning.is_none() {
            self.report.first_warning = Some(self.clock.now() - self.started);
        }
        self.report.recognised = self.recognition();
        (self.report.posts, self.report.own_posts) = self.page.posts();
        (self.report.findings, self.report.high, self.report.medium, self.report.low) = (findings, high, medium, low);
    }

    /// On pages of settings it is the setting that has to be recognised.
    fn recognition(&self) -> Recognition {
        match (&self.place, self.report.setting) {
            (Place::Setting | Place::SettingList, SettingState::Unknown) => Recognition::Partly,
            (Place::Setting | Place::SettingList, _) => Recognition::Yes,
            _ => self.page.recognition(),
        }
    }

    /// What the popup shows, as it is now.
    pub(super) fn told(&self) -> Report {
        let warned = self.page.in_order(&self.document).into_iter().filter(|scanned| scanned.is_warned_about());
        Report {
            list: warned.flat_map(told).take(MOST_TOLD).collect(),
            is_invented: IS_INVENTED,
            is_form: self.place == Place::ObjectionForm,
            in_group: self.path.starts_with("/groups/"),
            ignored: self.page.ignored(),
            member: self.kept.member().map(String::from),
            knows_the_member: self.page.member().is_some(),
            paused_here: self.rests_here(),
            refused: self.kept.is_refused,
            ..self.report.clone()
        }
    }
}

fn told(scanned: &Scanned) -> impl Iterator<Item = ToldFinding> {
    let item = &scanned.found.item;
    scanned.all().enumerate().map(move |(place, finding)| ToldFinding {
        item: scanned.fingerprint,
        place,
        kind: finding.kind,
        severity: finding.severity,
        quote: scanned.quote(place).into(),
        own: item.own == Own::Yes,
    })
}

/// A text in the making as told outside the core.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ToldDraft {
    /// The words so far.
    pub text: String,
    /// Who will be able to read them.
    pub audience: Audience,
}

/// An item as told outside the core: lengths in UTF-16 code units, places in CSS pixels of the window.
#[derive(Debug, Serialize)]
pub struct ToldItem<'a> {
    kind: ItemKind,
    id: Option<&'a str>,
    author: &'a Author,
    /// `true`, `false` or `"unknown"`.
    own: ToldOwn,
    audience: Audience,
    promoted: bool,
    /// Milliseconds since 1970-01-01 UTC; a float because it crosses to JavaScript.
    time: Option<f64>,
    language: Option<&'a str>,
    strategy: &'static str,
    text: &'a str,
    quoted: Option<&'a Quoted>,
    attached: &'a Attached,
    /// Left, top, width, height.
    r#box: Option<[f64; 4]>,
    findings: Vec<CountedFinding<'a>>,
    /// Found beside the text.
    attached_findings: Vec<ToldAttached<'a>>,
}

#[derive(Debug, Serialize)]
struct ToldAttached<'a> {
    r#in: Part,
    #[serde(flatten)]
    finding: Option<CountedFinding<'a>>,
}

impl<'a> From<&'a AttachedFinding> for ToldAttached<'a> {
    fn from(AttachedFinding { part, words, finding }: &'a AttachedFinding) -> ToldAttached<'a> {
        ToldAttached { r#in: *part, finding: counted(std::slice::from_ref(finding), words).pop() }
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ToldOwn {
    Known(bool),
    Unknown(&'static str),
}

impl<'a> From<&'a Scanned> for ToldItem<'a> {
    fn from(scanned: &'a Scanned) -> ToldItem<'a> {
        let item = &scanned.found.item;
        let edges = foreign::edges(&scanned.found.card);
        #[expect(clippy::cast_precision_loss, reason = "milliseconds fit a float until the year 287396")]
        let time = item.time.map(|time| time as f64);
        ToldItem {
            kind: item.kind,
            id: item.id.as_deref(),
            author: &item.author,
            own: match item.own {
                Own::Yes => ToldOwn::Known(true),
                Own::No => ToldOwn::Known(false),
                Own::Unknown => ToldOwn::Unknown("unknown"),
            },
            audience: item.audience,
            promoted: item.promoted,
            time,
            language: item.language.as_deref(),
            strategy: scanned.found.strategy.name(),
            text: &item.text,
            quoted: item.quoted.as_ref(),
            attached: &item.attached,
            r#box: edges.map(|edges| [edges.left(), edges.top(), edges.width(), edges.height()]),
            findings: counted(&scanned.findings, &item.text),
            attached_findings: scanned.attached.iter().map(ToldAttached::from).collect(),
        }
    }
}
