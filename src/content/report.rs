//! What the popup, and a contributor who reports a page, may know of a tab.

use super::Scanned;
use crate::{
    detect::{AttachedFinding, CountedFinding, Part, counted},
    item::{Attached, Audience, Author, ItemKind, Own, Quoted},
    linkedin::{Recognition, SettingState, foreign},
};
use serde::{Deserialize, Serialize};

/// What the popup shows about a tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// How much of the page Deksel can read.
    pub recognised: Recognition,
    /// Nothing that is on the page waits to be read.
    pub settled: bool,
    /// Posts read, advertisements left out.
    pub posts: u32,
    /// Findings warned about.
    pub findings: u32,
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

/// A text in the making as told outside the core.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ToldDraft {
    /// The words so far.
    pub text: String,
    /// Who will be able to read them.
    pub audience: Audience,
}

/// The AI setting as last seen, kept in the browser under [`SeenSetting::NAME`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeenSetting {
    /// What the switch showed.
    pub state: SettingState,
    /// When, in milliseconds since 1970-01-01 UTC.
    pub seen: f64,
}

impl SeenSetting {
    /// The name under which it is kept.
    pub const NAME: &str = "setting";
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
