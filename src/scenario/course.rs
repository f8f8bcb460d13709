//! The course of a scenario on the stage: slides, and on each what is revealed one by one.

use super::{Scenario, seen_in};

/// What a slide shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// What the scenario is about.
    Title,
    /// A post as it was read.
    Post(usize),
    /// A post, and what Deksel sees in it.
    Seen(usize),
    /// What a reader can put together.
    Together(usize),
    /// What to do.
    Advice,
}

/// Where the speaker is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The slide, from 0.
    pub slide: usize,
    /// How much of it is revealed.
    pub shown: usize,
}

/// The slides of a scenario, each with the number of things to reveal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course(Vec<(Slide, usize)>);

impl Course {
    /// First the posts as they were read, then the same with what is seen in them, then what follows.
    pub fn of(scenario: &Scenario) -> Course {
        let posts = || 0..scenario.posts.len();
        let seen = |post: usize| scenario.posts.get(post).map_or(0, |post| seen_in(&post.text).len());
        let mut slides = vec![(Slide::Title, 0)];
        slides.extend(posts().map(|post| (Slide::Post(post), 0)));
        slides.extend(posts().map(|post| (Slide::Seen(post), seen(post))));
        let readers = scenario.together.iter().enumerate();
        slides.extend(readers.map(|(reader, told)| (Slide::Together(reader), told.knows.len())));
        slides.push((Slide::Advice, scenario.advice.len() + usize::from(scenario.instead.is_some())));
        Course(slides)
    }

    /// How many slides there are.
    pub fn slides(&self) -> usize {
        self.0.len()
    }

    /// What is shown at a position.
    pub fn at(&self, position: Position) -> Slide {
        self.0.get(position.slide).map_or(Slide::Title, |(slide, _)| *slide)
    }

    /// How many things there are to reveal on the slide.
    pub fn reveals(&self, position: Position) -> usize {
        self.0.get(position.slide).map_or(0, |(_, reveals)| *reveals)
    }

    /// The next thing on this slide, or the next slide. At the end it stays there.
    pub fn next(&self, position: Position) -> Position {
        if position.shown < self.reveals(position) {
            Position { shown: position.shown + 1, ..position }
        } else {
            self.next_slide(position)
        }
    }

    /// Takes the last thing back, or goes to the slide before with all that was shown there.
    pub fn previous(&self, position: Position) -> Position {
        if position.shown > 0 {
            return Position { shown: position.shown - 1, ..position };
        }
        let Some(slide) = position.slide.checked_sub(1) else { return position };
        let before = Position { slide, shown: 0 };
        Position { shown: self.reveals(before), ..before }
    }

    /// The next slide, with nothing revealed. At the last one everything is.
    pub fn next_slide(&self, position: Position) -> Position {
        if position.slide + 1 < self.slides() {
            Position { slide: position.slide + 1, shown: 0 }
        } else {
            Position { shown: self.reveals(position), ..position }
        }
    }

    /// The slide before, with nothing revealed.
    pub fn previous_slide(&self, position: Position) -> Position {
        Position { slide: position.slide.saturating_sub(1), shown: 0 }
    }
}
