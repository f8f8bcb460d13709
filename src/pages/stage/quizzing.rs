//! The quiz: a post, some answers, and the reason.

use super::{Stage, View, Written, post};
use crate::{
    detect::Kind,
    pages::sheet::Sheet,
    scenario::{self, Question, Quiz, seen_in},
    wording::{of_kind, texts},
};

/// The name of the answer that nothing is disclosed.
const NOTHING: &str = "nothing";

/// How far the room is.
#[derive(Debug, Default)]
pub(super) struct Round {
    at: usize,
    /// The answer to this question, once it is given.
    answer: Option<Option<Kind>>,
    right: usize,
}

impl Stage {
    pub(super) fn draw_quiz(&self) -> Written {
        let Some(quiz) = scenario::quiz(self.route.language) else { return Ok(()) };
        let sheet = self.frame.sheet();
        sheet.words("h1", "", sheet.say(texts::QUIZ_TITLE))?;
        match quiz.questions.get(self.quiz.at) {
            Some(question) => self.quiz.write(&sheet, &quiz, question)?,
            None => {
                let right = texts::QUIZ_SCORE.with(sheet.language, &self.quiz.right.to_string());
                sheet.words("p", "lead", &right.replace("$2", &quiz.questions.len().to_string()))?;
                sheet.sentence(texts::QUIZ_END)?;
            }
        }
        sheet.part("p", "ways", || {
            if self.quiz.answer.is_some() {
                sheet.button("main way", "question", || sheet.words("span", "", sheet.say(texts::QUIZ_NEXT)))?;
            } else if self.quiz.at > 0 {
                sheet.plain_button("again", sheet.say(texts::STAGE_START))?;
            }
            sheet.own_way("way", &self.route.to(&View::Home), sheet.say(texts::STAGE_ALL))
        })?;
        self.frame.show(sheet)
    }

    pub(super) fn begin_quiz(&mut self) -> Written {
        self.quiz = Round::default();
        self.draw_quiz()
    }

    /// Takes an answer: the first counts.
    pub(super) fn answer(&mut self, name: &str) -> Written {
        let Some(quiz) = scenario::quiz(self.route.language) else { return Ok(()) };
        let Some(question) = quiz.questions.get(self.quiz.at) else { return Ok(()) };
        let answer = Kind::ALL.iter().copied().find(|kind| kind.name() == name);
        if self.quiz.answer.is_none() {
            self.quiz.answer = Some(answer);
            self.quiz.right += usize::from(question.is_right(answer));
        }
        self.draw_quiz()?;
        self.focus("question")
    }

    pub(super) fn next_question(&mut self) -> Written {
        self.quiz.at += 1;
        self.quiz.answer = None;
        self.draw_quiz()?;
        let is_over = scenario::quiz(self.route.language).is_none_or(|quiz| self.quiz.at >= quiz.questions.len());
        self.focus(if is_over { "again" } else { "answer:" })
    }
}

impl Round {
    fn write(&self, sheet: &Sheet<'_>, quiz: &Quiz, question: &Question) -> Written {
        let place = texts::QUIZ_PLACE.with(sheet.language, &(self.at + 1).to_string());
        sheet.words("p", "place", &place.replace("$2", &quiz.questions.len().to_string()))?;
        let seen = seen_in(&question.text);
        post::text(sheet, &question.text, &seen, if self.answer.is_some() { seen.len() } else { 0 })?;
        let Some(answer) = self.answer else {
            sheet.words("h2", "", sheet.say(texts::QUIZ_QUESTION))?;
            return sheet.part("p", "ways", || {
                for kind in question.answers() {
                    sheet.plain_button(&format!("answer:{}", kind.name()), sheet.say(of_kind(kind).0))?;
                }
                sheet.plain_button(&format!("answer:{NOTHING}"), sheet.say(texts::QUIZ_NOTHING))
            });
        };
        let is_right = question.is_right(answer);
        sheet.notice(sheet.say(if is_right { texts::QUIZ_RIGHT } else { texts::QUIZ_WRONG }))?;
        if seen.is_empty() {
            sheet.words("h2", "", sheet.say(texts::QUIZ_NOTHING))?;
        } else {
            post::reasons(sheet, &seen, seen.len())?;
        }
        sheet.words("p", "lead", &question.why)
    }
}
