//! A scenario on the screen: one thing at a time, and nothing that hurries the speaker.

use super::{
    Stage, View, Written,
    channel::{Said, Told},
    post,
};
use crate::{
    browser,
    pages::sheet::Sheet,
    scenario::{Conclusion, Course, Position, Scenario, Slide, quote, seen_in},
    wording::{Text, of_kind, texts},
};

/// The part of the page in which a slide stands, and the one with the buttons.
const SLIDE: &str = "slide";
const CONTROLS: &str = "controls";

/// The size of the speaker's window, in CSS pixels.
const NOTES_WINDOW: (u32, u32) = (720, 560);

impl Stage {
    /// Draws the scenario from its first slide.
    pub(super) fn draw_play(&self, scenario: &Scenario) -> Written {
        let sheet = self.frame.sheet();
        sheet.spot("div", SLIDE, || Ok(()))?;
        sheet.spot("div", CONTROLS, || Ok(()))?;
        self.frame.show(sheet)?;
        if let Some(slide) = self.frame.spot(SLIDE) {
            slide.set_attribute("lang", &scenario.language)?;
            slide.set_attribute("dir", "auto")?;
            slide.set_attribute("aria-live", "polite")?;
        }
        self.draw_slide(scenario)
    }

    fn draw_slide(&self, scenario: &Scenario) -> Written {
        let course = Course::of(scenario);
        let (Some(slide), Some(controls)) = (self.frame.spot(SLIDE), self.frame.spot(CONTROLS)) else { return Ok(()) };
        let sheet = self.frame.sheet();
        write(&sheet, scenario, course.at(self.position), self.position.shown)?;
        sheet.put_into(&slide)?;
        let sheet = self.frame.sheet();
        self.write_controls(&sheet, &course)?;
        sheet.put_into(&controls)
    }

    fn write_controls(&self, sheet: &Sheet<'_>, course: &Course) -> Written {
        let place = (self.position.slide + 1).to_string();
        let of = course.slides().to_string();
        sheet.words("p", "place", &texts::STAGE_PLACE.with(sheet.language, &place).replace("$2", &of))?;
        sheet.part("p", "ways", || {
            for (deed, words) in [
                ("previous", texts::STAGE_PREVIOUS),
                ("next", texts::STAGE_NEXT),
                ("start", texts::STAGE_START),
                ("notes", texts::STAGE_NOTES),
                ("room", texts::STAGE_ROOM),
                ("full", texts::STAGE_FULL),
            ] {
                sheet.plain_button(deed, sheet.say(words))?;
            }
            sheet.own_way("way", &self.route.to(&View::Home), sheet.say(texts::STAGE_ALL))
        })
    }

    /// Moves on or back, and tells the speaker's window.
    pub(super) fn move_by(&mut self, deed: &str) -> Written {
        let View::Play(name) = &self.route.view else { return Ok(()) };
        let Some(scenario) = self.scenario(name) else { return Ok(()) };
        let course = Course::of(&scenario);
        let before = self.position;
        self.position = match deed {
            "next" => course.next(before),
            "previous" => course.previous(before),
            "next-slide" => course.next_slide(before),
            "previous-slide" => course.previous_slide(before),
            "start" => Position::default(),
            _ => before,
        };
        if self.position == before {
            return Ok(());
        }
        self.draw_slide(&scenario)?;
        self.tell_speaker()
    }

    /// Tells the speaker's window what is on the screen, what there is to say, and what comes next.
    pub(super) fn tell_speaker(&self) -> Written {
        let View::Play(name) = &self.route.view else { return Ok(()) };
        let Some(scenario) = self.scenario(name) else { return Ok(()) };
        let (course, position, sheet) = (Course::of(&scenario), self.position, self.frame.sheet());
        let slide = course.at(position);
        let next = course.next(position);
        self.channel.say(&Said::Told(Told {
            language: scenario.language.clone(),
            heading: heading(&sheet, &scenario, slide),
            slide: (position.slide + 1, course.slides()),
            shown: (position.shown, course.reveals(position)),
            notes: notes(&sheet, &scenario, slide),
            next: if next == position {
                String::new()
            } else if next.slide == position.slide {
                coming(&sheet, &scenario, slide, position.shown)
            } else {
                heading(&sheet, &scenario, course.at(next))
            },
        }))
    }

    /// Opens the speaker's window, which is this page once more.
    pub(super) fn open_notes(&self) -> Written {
        let (width, height) = NOTES_WINDOW;
        browser::open_window(&format!("stage.html{}", self.route.to(&View::Notes)), width, height)
    }

    /// Changes between dark words on a light ground and light ones on a dark ground.
    pub(super) fn change_room(&self) -> Written {
        let root = self.frame.document.document_element().ok_or("no document element")?;
        let is_dark = match root.get_attribute("data-room") {
            Some(room) => room == "dark",
            None => crate::ui::system_says("(prefers-color-scheme: dark)"),
        };
        root.set_attribute("data-room", if is_dark { "light" } else { "dark" })
    }

    /// Fills the screen, or leaves it again.
    pub(super) fn fill_screen(&self) -> Written {
        let document = &self.frame.document;
        if document.fullscreen_element().is_some() {
            document.exit_fullscreen();
            return Ok(());
        }
        document.document_element().map_or(Ok(()), |root| root.request_fullscreen())
    }
}

/// Writes a slide with the first `shown` things on it.
fn write(sheet: &Sheet<'_>, scenario: &Scenario, slide: Slide, shown: usize) -> Written {
    sheet.words("h1", "", &heading(sheet, scenario, slide))?;
    match slide {
        Slide::Title => sheet.words("p", "lead", &scenario.lead),
        Slide::Post(place) => scenario.posts.get(place).map_or(Ok(()), |told| post::card(sheet, told, &[], 0)),
        Slide::Seen(place) => scenario.posts.get(place).map_or(Ok(()), |told| {
            let seen = seen_in(&told.text);
            post::card(sheet, told, &seen, shown)?;
            if shown == 0 {
                sheet.words("p", "guess", sheet.say(texts::STAGE_GUESS))
            } else {
                post::reasons(sheet, &seen, shown)
            }
        }),
        Slide::Together(place) => sheet.part("ol", "knows", || {
            let reader = scenario.together.get(place);
            reader.into_iter().flat_map(|reader| &reader.knows).take(shown).try_for_each(|known| {
                sheet.part("li", "", || {
                    sheet.words("span", "", &format!("… {}", known.text))?;
                    grounds(sheet, scenario, known)
                })
            })
        }),
        Slide::Advice => {
            sheet.part("ul", "advice", || {
                scenario.advice.iter().take(shown).try_for_each(|advice| sheet.words("li", "", advice))
            })?;
            match &scenario.instead {
                Some(instead) if shown > scenario.advice.len() => {
                    sheet.words("h2", "", &told_otherwise(sheet, instead.post))?;
                    sheet.words("blockquote", "", &instead.text)
                }
                _ => Ok(()),
            }
        }
    }
}

/// Writes the words that a conclusion rests on, as they are found in the posts.
pub(super) fn grounds(sheet: &Sheet<'_>, scenario: &Scenario, known: &Conclusion) -> Written {
    sheet.part("span", "grounds", || {
        known.from.iter().try_for_each(|basis| {
            let text = scenario.posts.get(basis.post).map(|post| post.text.as_str()).unwrap_or_default();
            let seen = seen_in(text).into_iter().find(|seen| seen.kind == basis.kind);
            seen.map_or(Ok(()), |seen| sheet.quote(&quote(text, &seen)))
        })
    })
}

/// The title of a post that is told otherwise.
pub(super) fn told_otherwise(sheet: &Sheet<'_>, post: usize) -> String {
    texts::STAGE_INSTEAD.with(sheet.language, &(post + 1).to_string())
}

fn heading(sheet: &Sheet<'_>, scenario: &Scenario, slide: Slide) -> String {
    let of_post = |text: Text, place: usize| {
        let words = text.with(sheet.language, &(place + 1).to_string());
        words.replace("$2", &scenario.posts.len().to_string())
    };
    match slide {
        Slide::Title => scenario.title.clone(),
        Slide::Post(place) => of_post(texts::STAGE_POST, place),
        Slide::Seen(place) => of_post(texts::STAGE_SEEN, place),
        Slide::Together(place) => {
            scenario.together.get(place).map(|reader| format!("{} …", reader.who)).unwrap_or_default()
        }
        Slide::Advice => sheet.say(texts::STAGE_ADVICE).into(),
    }
}

/// What is revealed next on a slide.
fn coming(sheet: &Sheet<'_>, scenario: &Scenario, slide: Slide, shown: usize) -> String {
    let words = match slide {
        Slide::Seen(place) => scenario.posts.get(place).and_then(|post| {
            let (name, _) = of_kind(seen_in(&post.text).get(shown)?.kind);
            Some(sheet.say(name).to_owned())
        }),
        Slide::Together(place) => {
            scenario.together.get(place).and_then(|reader| Some(format!("… {}", reader.knows.get(shown)?.text)))
        }
        Slide::Advice => scenario
            .advice
            .get(shown)
            .cloned()
            .or_else(|| scenario.instead.as_ref().map(|instead| told_otherwise(sheet, instead.post))),
        Slide::Title | Slide::Post(_) => None,
    };
    words.unwrap_or_default()
}

/// What there is to say at a slide.
fn notes(sheet: &Sheet<'_>, scenario: &Scenario, slide: Slide) -> Vec<String> {
    let one = |note: Option<&String>| note.filter(|note| !note.is_empty()).into_iter().cloned().collect();
    match slide {
        Slide::Title => one(Some(&scenario.note)),
        Slide::Post(place) => one(scenario.posts.get(place).map(|post| &post.note)),
        Slide::Seen(place) => {
            let seen = scenario.posts.get(place).map(|post| seen_in(&post.text)).unwrap_or_default();
            seen.iter().map(|seen| sheet.say(of_kind(seen.kind).1).to_owned()).collect()
        }
        Slide::Together(place) => one(scenario.together.get(place).map(|reader| &reader.note)),
        Slide::Advice => scenario.talk.clone(),
    }
}
