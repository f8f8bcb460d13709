//! Every rule's hits and misses, in every language.

use super::*;
use std::collections::BTreeSet;
use text::read;

#[test]
fn every_hit_of_a_rule_is_found_by_that_rule() {
    let mut failures = Vec::new();
    for proof in PROOFS {
        for hit in proof.hits {
            if !matches(&mut read(hit)).iter().any(|found| found.rule.name == proof.rule) {
                failures.push(format!("{}: {} does not find {hit:?}", proof.place, proof.rule));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn no_miss_of_a_rule_is_found_by_any_rule_of_its_kind() {
    let mut failures = Vec::new();
    for proof in PROOFS {
        for miss in proof.misses {
            for finding in find(&mut read(miss), &[]).iter().filter(|finding| finding.kind == proof.kind) {
                let quote = miss.get(finding.start..finding.end).unwrap();
                failures.push(format!("{}: {} finds {quote:?} in {miss:?}", proof.place, finding.rule));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_hit_of_a_rule_discloses_its_kind_and_the_ones_it_names() {
    let mut failures = Vec::new();
    for proof in PROOFS {
        let expected: BTreeSet<Kind> = proof.also.iter().copied().chain([proof.kind]).collect();
        for hit in proof.hits {
            let others = find(&mut read(hit), &[]).into_iter().filter(|finding| !expected.contains(&finding.kind));
            for other in others {
                failures.push(format!("{}: {} also finds {hit:?}", proof.place, other.rule));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn clues_rule_out_no_phrase_that_stands_in_its_sentence() {
    let sentences: Vec<&str> = PROOFS.iter().flat_map(|proof| proof.hits.iter().chain(proof.misses)).copied().collect();
    // Of a text, too, in which sentences are masked, and of one that is cut because it never ends.
    let texts = sentences.chunks(8).flat_map(|some| [some.join("\nx = f(); y = g();\n"), some.join(" ")]);
    let ruled_out = sentences.iter().map(|sentence| (*sentence).to_owned()).chain(texts).filter(|text| {
        let mut text = read(text);
        let mut found = |clues: Option<Clues>| {
            let mut numbered = number_words(&mut text.words, text.sentences.len());
            clues.into_iter().for_each(|all| numbered.clues.fill(all));
            let place = |found: &Match| (found.rule.name, found.first, found.last);
            phrases(&text, numbered).iter().map(place).collect::<Vec<_>>()
        };
        found(None) != found(Some(Clues::ANY))
    });
    let ruled_out: Vec<String> = ruled_out.collect();
    assert!(ruled_out.is_empty(), "\n{}", ruled_out.join("\n\n"));
}
