//! A trainer's own scenario for the stage.

use deksel::scenario::{Course, Position, Scenario, runs, seen_in};

pub(super) fn take(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let scenario = match Scenario::read(&text) {
        Ok(scenario) => scenario,
        Err(mistakes) => return assert!(!mistakes.is_empty(), "who refuses a file says why"),
    };
    for post in &scenario.posts {
        let runs = runs(&post.text, &seen_in(&post.text));
        assert_eq!(runs.iter().map(|run| run.words).collect::<String>(), post.text, "a post is shown whole");
    }
    for basis in scenario.unseen() {
        assert!(basis.post < scenario.posts.len());
    }
    play(&Course::of(&scenario));
}

/// Goes to the end, one thing at a time, and back.
fn play(course: &Course) {
    let mut way = vec![Position::default()];
    while let Some(&here) = way.last().filter(|here| course.next(**here) != **here) {
        way.push(course.next(here));
    }
    for pair in way.windows(2).rev() {
        let [before, behind] = pair else { continue };
        assert_eq!(course.previous(*behind), *before, "the way back is the way there");
    }
}
