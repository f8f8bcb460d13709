//! What the stage says that Deksel sees, Deksel sees: in every scenario that comes with it, in every language.

use super::*;
use serde_json::{Value, json};

fn all() -> impl Iterator<Item = (&'static str, &'static str, Scenario)> {
    LANGUAGES.into_iter().flat_map(|language| {
        names().map(move |name| {
            let file = file_of(name, language).unwrap();
            (name, language, Scenario::read(file).unwrap_or_else(|mistakes| panic!("{name}.{language}: {mistakes:?}")))
        })
    })
}

#[test]
fn every_scenario_is_told_in_its_language() {
    for (name, language, scenario) in all() {
        assert_eq!(scenario.language, language, "{name}");
        assert_eq!(told(name, language), Some(scenario));
    }
}

#[test]
fn every_post_discloses_something_and_every_conclusion_rests_on_what_is_found() {
    for (name, language, scenario) in all() {
        assert_eq!(scenario.unseen(), [], "{name}.{language}");
        for post in &scenario.posts {
            assert!(!seen_in(&post.text).is_empty(), "{name}.{language}: {}", post.text);
        }
    }
}

#[test]
fn every_post_plays_a_part_in_a_conclusion() {
    for (name, language, scenario) in all() {
        for place in 0..scenario.posts.len() {
            let mut all = scenario.together.iter().flat_map(|reader| &reader.knows).flat_map(|known| &known.from);
            assert!(all.any(|basis| basis.post == place), "{name}.{language}: post {}", place + 1);
        }
    }
}

#[test]
fn a_post_told_otherwise_gives_nothing_away() {
    for (name, language, scenario) in all() {
        let instead = scenario.instead.unwrap();
        assert_eq!(seen_in(&instead.text), [], "{name}.{language}");
    }
}

#[test]
fn languages_tell_the_same_story() {
    let shape = |scenario: Scenario| {
        let knows = |reader: Reader| reader.knows.into_iter().map(|known| known.from).collect::<Vec<_>>();
        let together: Vec<_> = scenario.together.into_iter().map(knows).collect();
        (
            scenario.posts.len(),
            together,
            scenario.advice.len(),
            scenario.talk.len(),
            scenario.instead.map(|other| other.post),
        )
    };
    for name in names() {
        assert_eq!(shape(told(name, "nl").unwrap()), shape(told(name, "en").unwrap()), "{name}");
    }
}

#[test]
fn the_quiz_has_ten_posts_and_every_answer_is_what_is_found() {
    for language in LANGUAGES {
        let quiz = Quiz::read(in_language(&QUIZ, language).unwrap()).unwrap();
        assert_eq!(quiz.questions.len(), 10);
        for question in quiz.questions {
            let seen: Vec<Kind> = seen_in(&question.text).iter().map(|seen| seen.kind).collect();
            assert_eq!(seen, question.discloses, "{language}: {}", question.text);
            assert!(question.others.iter().all(|kind| !question.is_right(Some(*kind))));
            assert_eq!(question.is_right(None), question.discloses.is_empty());
        }
    }
}

#[test]
fn a_course_leads_to_its_end_and_back() {
    for (name, language, scenario) in all() {
        let course = Course::of(&scenario);
        let mut passed = vec![Position::default()];
        while let Some(last) = passed.last().filter(|last| course.next(**last) != **last) {
            let next = course.next(*last);
            assert_eq!(course.previous(next), *last, "{name}.{language}");
            passed.push(next);
        }
        let last = passed.last().copied().unwrap_or_default();
        assert_eq!((course.at(last), last.shown), (Slide::Advice, scenario.advice.len() + 1));
        // The title, each post twice, each reader, the advice.
        assert_eq!(course.slides(), 2 + 2 * scenario.posts.len() + scenario.together.len());
        assert_eq!(course.previous(Position::default()), Position::default());
        assert_eq!(course.previous_slide(Position::default()), Position::default());
        assert_eq!(course.next_slide(last), last);
    }
}

fn mistakes(change: impl FnOnce(&mut Value)) -> Vec<(String, Expected)> {
    let mut file: Value = serde_json::from_str(file_of("family", "en").unwrap()).unwrap();
    change(&mut file);
    let mistakes = Scenario::read(&file.to_string()).map_or_else(|mistakes| mistakes, |_| Vec::new());
    mistakes.into_iter().map(|mistake| (mistake.field, mistake.expected)).collect()
}

#[test]
fn every_mistake_is_named_by_its_field_and_what_was_expected() {
    type Case = (fn(&mut Value), &'static str, Expected);
    let cases: [Case; 12] = [
        (|file| file["deksel"] = json!("dossier"), "deksel", Expected::Value("scenario")),
        (|file| file["version"] = json!(2), "version", Expected::Value("1")),
        (|file| file["titel"] = json!("x"), "titel", Expected::NoField),
        (|file| file["title"] = json!(" "), "title", Expected::Text(80)),
        (|file| file["lead"] = json!("é".repeat(301)), "lead", Expected::Text(300)),
        (|file| file["posts"] = json!([]), "posts", Expected::List(1, 12)),
        (|file| file["posts"][1]["text"] = Value::Null, "posts[2].text", Expected::Text(600)),
        (|file| file["posts"][2] = json!("x"), "posts[3]", Expected::Fields),
        (
            |file| file["together"][0]["knows"][0]["from"][0]["post"] = json!(4),
            "together[1].knows[1].from[1].post",
            Expected::Number(3),
        ),
        (
            |file| file["together"][0]["knows"][0]["from"][0]["kind"] = json!("holiday"),
            "together[1].knows[1].from[1].kind",
            Expected::Kind,
        ),
        (|file| file["advice"][1] = json!(7), "advice[2]", Expected::Text(300)),
        (|file| file["instead"]["post"] = json!(0), "instead.post", Expected::Number(3)),
    ];
    for (change, field, expected) in cases {
        let found = mistakes(change);
        assert!(found.contains(&(field.into(), expected)), "{field}: {found:?}");
    }
    assert_eq!(mistakes(|_| {}), []);
}

#[test]
fn what_may_be_left_out_may_be_left_out() {
    let left_out = mistakes(|file| {
        let fields = file.as_object_mut().unwrap();
        fields.retain(|name, _| !["note", "together", "instead", "talk"].contains(&name.as_str()));
    });
    assert_eq!(left_out, []);
}

#[test]
fn a_file_that_is_none_says_so() {
    let whole = |text: &str| Scenario::read(text).map_or_else(|mistakes| mistakes, |_| Vec::new());
    let expects = |expected| vec![Mistake { field: String::new(), expected }];
    assert_eq!(whole("{\n  \"deksel\": scenario\n}"), expects(Expected::Json(2)));
    assert_eq!(whole(&" ".repeat(LARGEST_FILE + 1)), expects(Expected::Smaller));
    assert_eq!(whole(&"[".repeat(10_000)), expects(Expected::Json(1)));
    assert!(whole("[]").contains(&Mistake { field: String::new(), expected: Expected::Fields }));
    let marked = format!("\u{feff}{}", file_of("family", "en").unwrap());
    assert_eq!(whole(&marked), []);
}

#[test]
fn a_conclusion_on_what_is_not_found_is_told() {
    let mut scenario = told("family", "en").unwrap();
    scenario.posts.iter_mut().for_each(|post| post.text = "Good morning!".into());
    assert_eq!(scenario.unseen().len(), 3);
}

#[test]
fn the_documented_scenario_is_one_and_every_kind_is_documented() {
    let docs = include_str!("../../docs/scenarios.md");
    let example = docs.split("```json").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(Scenario::read(example).unwrap().unseen(), []);
    for kind in Kind::ALL {
        assert!(docs.contains(&format!("| `{}` |", kind.name())), "{}", kind.name());
    }
}
