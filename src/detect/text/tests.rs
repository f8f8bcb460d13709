//! What the pass makes of texts as they are written on LinkedIn.

use super::fold::hash;
use super::*;

fn words(source: &str) -> Vec<&str> {
    read(source).words.iter().map(|word| source.get(word.start as usize..word.end as usize).unwrap()).collect()
}

fn masked(source: &str) -> Vec<&str> {
    read(source).zones.iter().map(|zone| source.get(zone.start as usize..zone.end as usize).unwrap()).collect()
}

fn sentences(source: &str) -> usize {
    read(source).sentences.len()
}

#[test]
fn words_keep_their_place_in_the_original() {
    assert_eq!(words("Ja, 𝗪𝗲 ﬁnd — café-baas!"), ["Ja", "𝗪𝗲", "ﬁnd", "café", "baas"]);
}

#[test]
fn one_word_has_one_hash_in_every_dress() {
    for dress in ["Vacature", "VACATURE", "𝘃𝗮𝗰𝗮𝘁𝘂𝗿𝗲", "va\u{AD}ca\u{200B}ture", "ｖａｃａｔｕｒｅ", "vacatu\u{301}re"]
    {
        let text = read(dress);
        assert_eq!(text.words.len(), 1, "{dress}");
        assert_eq!(text.words[0].hash, hash("vacature"), "{dress}");
    }
}

#[test]
fn an_apostrophe_stays_in_english_and_splits_in_french() {
    assert_eq!(words("We’re here, l’équipe qu'on aime"), ["We’re", "here", "l", "équipe", "qu", "on", "aime"]);
    assert_eq!(words("1'000 of '90's"), ["1", "000", "of", "90", "s"]);
    assert_eq!(read("we’re").words[0].hash, hash("we're"));
}

#[test]
fn addresses_and_code_are_masked() {
    assert_eq!(masked("Zie https://a.example/1?b=2, of www.c.example."), ["https://a.example/1?b=2", "www.c.example"]);
    assert_eq!(
        masked("urn:li:activity:7100000000000000001 en lnkd.in/eAb12"),
        ["urn:li:activity:7100000000000000001", "lnkd.in/eAb12"]
    );
    assert_eq!(masked("Draai `npm run 1234` nu"), ["`npm run 1234`"]);
    assert_eq!(masked("Kijk:\nlet n = f(12);\nklaar"), ["let n = f(12);\n"]);
    assert!(masked("Een A/B-test (of twee) is 3/4 van het werk; klaar = klaar").is_empty());
}

#[test]
fn nothing_masked_is_read() {
    assert_eq!(words("Zie https://a.example/12 nu"), ["Zie", "nu"]);
    assert!(read("https://a.example/12 x@ `12`").numbers.is_empty());
}

#[test]
fn sentences_end_where_people_end_them() {
    assert_eq!(sentences("Een. Twee! Drie? Vier"), 4);
    assert_eq!(sentences("Vraag dr. Jansen om ca. 3 stuks op 1. Januar"), 1);
    assert_eq!(sentences("Wij zoeken:\n- een kok"), 1);
    assert_eq!(sentences("Een zin die op de\nvolgende regel verder gaat"), 1);
    assert_eq!(sentences("Eerste regel\nTweede regel"), 2);
    assert_eq!(sentences("Beste allemaal,\nmorgen meer"), 1);
    assert_eq!(sentences("Beste allemaal,\n\nMorgen meer"), 2);
    assert_eq!(sentences("Ons adres:\n\nHavenstraat 4"), 1);
    assert!(read("Kom je?").sentences[0].question);
    assert!(!read("Kom maar!").sentences[0].question);
}

#[test]
fn a_hashtag_is_a_word_but_no_number() {
    let text = read("#1234 en 5678");
    assert_eq!(text.numbers, [2]);
    assert!(text.words[0].is(flag::HASHTAG));
}
