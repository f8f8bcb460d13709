//! Whole posts, as a member would write them, through the public door of the engine.

use deksel::detect::{Finding, Kind, Settings, scan};
use deksel::item::Item;
use serde::Deserialize;

/// The kinds that the posts are labelled for.
const LABELLED: &[Kind] = &[Kind::Email, Kind::Phone, Kind::BankAccount, Kind::NationalId, Kind::Client, Kind::Hiring];

#[derive(Deserialize)]
struct Cases {
    post: Vec<Post>,
}

#[derive(Deserialize)]
struct Post {
    text: String,
    #[serde(default)]
    finds: Vec<(Kind, String)>,
}

fn scanned(text: &str) -> Vec<Finding> {
    let mut findings = scan(&Item { text: text.into(), ..Item::default() }, &Settings::default());
    findings.retain(|finding| LABELLED.contains(&finding.kind));
    findings
}

fn overlaps(text: &str, quote: &str, finding: &Finding) -> bool {
    text.find(quote).is_some_and(|start| finding.start < start + quote.len() && start < finding.end)
}

#[test]
fn every_post_gives_what_it_discloses_and_nothing_else() {
    let cases: Cases = toml::from_str(include_str!("cases/posts.toml")).unwrap();
    let mut wrong = Vec::new();
    for Post { text, finds } in cases.post {
        let findings = scanned(&text);
        for (kind, quote) in &finds {
            if !findings.iter().any(|finding| finding.kind == *kind && overlaps(&text, quote, finding)) {
                wrong.push(format!("{} missed: {quote:?}", kind.name()));
            }
        }
        for finding in &findings {
            if !finds.iter().any(|(kind, quote)| finding.kind == *kind && overlaps(&text, quote, finding)) {
                wrong.push(format!("{} false: {:?}", finding.rule, text.get(finding.start..finding.end).unwrap()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_setting_switches_a_kind_off() {
    let item = Item { text: "Wij zoeken een lasser: baas@smederij.example".into(), ..Item::default() };
    let kinds = |settings| scan(&item, &settings).iter().map(|finding| finding.kind).collect::<Vec<_>>();
    assert_eq!(kinds(Settings::default()), [Kind::Hiring, Kind::Email]);
    assert_eq!(kinds(Settings { kinds_off: [Kind::Hiring].into(), ..Settings::default() }), [Kind::Email]);
}
