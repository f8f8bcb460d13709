//! A text that somebody wrote, and a term that the member looks for: the first line.

use deksel::detect::{Finding, Kind, Settings, Term, Terms, scan, scan_thoroughly};
use deksel::item::Item;

pub(super) fn take(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (term, text) = text.split_once('\n').unwrap_or(("", &text));
    let term = Term { text: term.to_owned(), kind: Kind::Confidential, same_case: false, inflected: true };
    let settings = Settings { terms: Terms::from(vec![term]), ..Settings::default() };
    let item = Item { text: text.to_owned(), ..Item::default() };
    let found = scan(&item, &settings);
    check(text, &found);
    let thoroughly = scan_thoroughly(&item, &settings);
    check(text, &thoroughly);
    assert!(found.iter().all(|finding| thoroughly.contains(finding)), "a second opinion only adds");
}

fn check(text: &str, findings: &[Finding]) {
    for Finding { start, end, confidence, rule, .. } in findings {
        assert!(text.get(*start..*end).is_some_and(|quote| !quote.is_empty()), "{rule} at {start}..{end}");
        assert!(*confidence <= 100);
    }
    assert!(findings.is_sorted_by_key(|finding| finding.start), "findings are in the order of their places");
}
