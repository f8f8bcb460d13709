//! What holds for every text, however odd.

use super::*;
use proptest::prelude::*;
use text::effort;

fn scanned(text: &str) -> Vec<Finding> {
    scan(&Item { text: text.into(), ..Item::default() }, &Settings::default())
}

/// Pieces that wake every part of a scan, to be put together at random.
fn piece() -> impl Strategy<Value = String> {
    let telling = [
        "Wij zoeken",
        "we're hiring",
        "een",
        "lasser",
        "engineers",
        "@",
        ".",
        "://",
        "www.",
        "urn:",
        "NL91ABNA0417164300",
        "06-12345678",
        "+31",
        "(0)",
        "BSN",
        "111222333",
        "`",
        "```",
        "\"",
        "\n",
        "\n\n",
        " ",
        "",
        "{",
        "};",
        "#",
        "’",
        "𝗪𝗲",
        "\u{200B}",
        "\u{AD}",
        "\u{202E}",
        "\u{FFFD}",
        "\0",
        "é",
        "e\u{301}",
        "ß",
        "👩‍👩‍👧",
        "漢",
        "client",
        "Acme",
        "van",
        "niet",
        "if",
        "0",
        "9",
        "-",
        "/",
    ];
    prop_oneof![
        4 => proptest::sample::select(telling.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,8}",
    ]
}

proptest! {
    #[test]
    fn findings_are_sorted_and_lie_on_character_boundaries(pieces in proptest::collection::vec(piece(), 0..80)) {
        let text = pieces.concat();
        let findings = scanned(&text);
        for finding in &findings {
            prop_assert!(finding.start < finding.end);
            prop_assert!(text.get(finding.start..finding.end).is_some(), "{finding:?}");
            prop_assert!((1..=100).contains(&finding.confidence));
        }
        prop_assert!(findings.is_sorted_by_key(|finding| finding.start));
    }

    #[test]
    fn a_kind_that_is_switched_off_is_not_reported(pieces in proptest::collection::vec(piece(), 0..80), off in proptest::sample::select(Kind::ALL)) {
        let item = Item { text: pieces.concat(), ..Item::default() };
        let left = scan(&item, &Settings { kinds_off: [off].into(), ..Settings::default() });
        let mut all = scan(&item, &Settings::default());
        all.retain(|finding| finding.kind != off);
        prop_assert_eq!(left, all);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_text_repeated_takes_no_more_steps_than_its_length_asks_for(pieces in proptest::collection::vec(piece(), 1..12)) {
        // Looks around a number reach as far as a run without spaces goes, to a bound: long texts show the proportion.
        let once = pieces.concat();
        let long = once.repeat(8_000 / once.len().max(1) + 1);
        let steps = |text: &str| effort::of(|| drop(scanned(text)));
        let (few, many) = (steps(&long), steps(&long.repeat(4)));
        prop_assert!(many <= 6 * few + 2_000, "{few} steps grew to {many}");
    }
}

#[test]
fn bait_takes_steps_in_proportion() {
    let baits = [
        "1",
        "1 ",
        "0",
        "06-",
        "+31 ",
        "NL91 ",
        "a@",
        "a@a.",
        "@",
        ".",
        "a.",
        "a.a/",
        "www.",
        "x://",
        "`",
        "``` ",
        "(",
        "[{(",
        "\"",
        "#1 ",
        "BSN 1 ",
        "bsn ",
        "Acme ",
        "wij zoeken een ",
        "client Acme ",
        "niet ",
        "\n",
        "x();\n",
        "\u{200B}",
        "e\u{301}",
        "👩‍👩‍👧",
        "\u{202E}",
        "\0",
        "漢",
        "'",
        "l'",
        "111222333 ",
        "a-",
        "urn:",
    ];
    for bait in baits {
        let text = |bytes: usize| bait.repeat(bytes / bait.len());
        let steps = |bytes: usize| effort::of(|| drop(scanned(&text(bytes))));
        let (few, many) = (steps(20_000), steps(200_000));
        assert!(many <= 12 * few, "{bait:?}: {few} steps grew to {many}");
        assert!(many <= 200 * 200_000, "{bait:?}: {many} steps for 200,000 bytes");
    }
}

#[test]
fn a_finding_in_a_megabyte_on_one_line_is_found_in_its_place() {
    let filler = "woord ".repeat(170_000);
    let text = format!("{filler}bel 06-12345678 {filler}");
    let quotes: Vec<&str> =
        scanned(&text).iter().map(|finding| text.get(finding.start..finding.end).unwrap()).collect();
    assert_eq!(quotes, ["06-12345678"]);
}

#[test]
fn a_million_digits_are_no_identifier() {
    assert_eq!(scanned(&format!("Mijn BSN is {}", "111222333".repeat(111_112))), []);
}

#[test]
fn a_word_that_member_and_employer_both_name_is_the_members_first() {
    let term = Term { text: "Merel".into(), kind: Kind::Client, same_case: false, inflected: false };
    let terms = Terms::joined(vec![term.clone()], vec![term]);
    let settings = Settings { terms, ..Settings::default() };
    let findings = scan(&Item { text: "A day with Merel.".into(), ..Item::default() }, &settings);
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["own-term", "employer-term"]);
}

#[test]
fn letters_are_compared_without_their_case_in_any_script() {
    assert_eq!(lower_case("ÉÇOLE Straße Жук"), "éçole straße жук");
    assert_eq!(lower_case("ΌΜΙΛΟΣ"), lower_case("όμιλος"));
}
