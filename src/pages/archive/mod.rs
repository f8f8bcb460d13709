//! The archive page: the member's own copy of their data, read in a worker, and gone through here.
//!
//! ```text
//! files ──▶ worker (desk: read, scan, keep) ──▶ overview, pages of the list ──▶ picture, list, report
//! ```
//!
//! The page holds one page of the list at a time, and each part is drawn in a turn of its own, so that a history of any
//! size holds up nothing. Decisions are kept as codes; of the history itself nothing is.

mod bars;
mod check;
mod course;
mod deeds;
mod dropped;
mod filters;
mod intake;
mod kept;
mod line;
mod list;
mod message;
mod picture;
mod pieces;
mod report;
mod source;
mod worker;

pub(super) use kept::list_of;
pub(super) use worker::start as start_worker;

use super::{frame::Frame, sheet::Written};
use crate::{
    archive::desk::{Answer, Ask, List, Overview, Query, Setup},
    held,
    lifeline::Lifeline,
    wording::texts,
};
use gloo::timers::callback::Timeout;
use line::Line;
use message::{Chosen, FromWorker, ToWorker};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

/// How long the page waits for the next key before it looks at what was typed, in milliseconds.
const PAUSE: u32 = 250;

/// Faults after which a worker starts no more (`extension/boot.js`).
const FAULTS: u32 = 2;

struct Page {
    frame: Frame,
    lifeline: Lifeline,
    /// The worker, and which one it is: an earlier one's last words may still come.
    line: Option<Line>,
    turn: u32,
    /// Counts what it was sent to do: of two errands that wait for the storage, the later one counts.
    errand: u32,
    /// Its core waits for something to do.
    is_ready: bool,
    faults: u32,
    /// What is being read; said again to a fresh core after a fault.
    reading: Option<Vec<Chosen>>,
    overview: Option<Overview>,
    query: Query,
    from: usize,
    list: List,
    /// The member was led to the list, and is to be taken there when it has come.
    goes_to_list: bool,
    /// The text that is checked, and its number.
    typed: (u32, String),
    /// Looks at what was typed when no key comes for a while.
    typing: Option<Timeout>,
    /// Reports have the words that were found.
    with_words: bool,
    kept: kept::Kept,
}

thread_local! {
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// Draws the page and starts its worker.
pub(super) fn start(lifeline: &Lifeline) -> Written {
    let frame = Frame::titled(texts::ARCHIVE_TITLE)?;
    intake::draw(&frame)?;
    deeds::listen(&frame, lifeline)?;
    PAGE.set(Some(Page {
        frame,
        lifeline: lifeline.clone(),
        line: None,
        turn: 0,
        errand: 0,
        is_ready: false,
        faults: 0,
        reading: None,
        overview: None,
        query: Query::default(),
        from: 0,
        list: List::default(),
        goes_to_list: false,
        typed: (0, String::new()),
        typing: None,
        with_words: false,
        kept: kept::Kept::default(),
    }));
    with_page(Page::open_line);
    Ok(())
}

fn with_page(act: impl FnOnce(&mut Page)) {
    held::with(&PAGE, act);
}

/// Draws something in a turn of its own.
fn soon(draw: impl FnOnce(&Page) -> Written + 'static) {
    Timeout::new(0, move || {
        // Drawing fails only in a document that is being closed.
        with_page(|page| _ = draw(page));
    })
    .forget();
}

impl Page {
    /// Starts a worker, in the place of the one that there is.
    fn open_line(&mut self) {
        if let Some(line) = self.line.take() {
            line.cut();
        }
        self.turn += 1;
        self.errand += 1;
        self.faults = 0;
        self.is_ready = false;
        let turn = self.turn;
        let hear = move |said| {
            with_page(|page| {
                if page.turn == turn {
                    page.hear(said);
                }
            });
        };
        self.line = Line::open(&self.lifeline, hear).ok();
    }

    fn say(&self, said: &ToWorker) {
        if let Some(line) = &self.line {
            line.say(said);
        }
    }

    fn ask(&self, ask: Ask) {
        self.say(&ToWorker::Ask(ask));
    }

    /// Reads files, by what was chosen and decided until now.
    fn read(&mut self, files: Vec<Chosen>) {
        if files.is_empty() {
            return;
        }
        // What an earlier reading has still to say is of other files.
        if self.reading.is_some() {
            self.open_line();
        }
        self.overview = None;
        (self.query, self.from, self.list) = (Query::default(), 0, List::default());
        self.reading = Some(files);
        intake::clear(&self.frame);
        _ = intake::reading(&self.frame);
        if self.is_ready {
            self.begin();
        }
    }

    /// Tells the worker what was chosen, and what there is to do.
    fn begin(&mut self) {
        self.errand += 1;
        let errand = self.errand;
        spawn_local(async move {
            let kept = kept::Kept::read().await;
            with_page(|page| {
                if page.errand != errand {
                    return;
                }
                let language = page.frame.language.tag().to_owned();
                let (settings, marks) = (kept.settings.clone(), kept.marks.clone());
                page.ask(Ask::Setup(Box::new(Setup { settings, marks, language })));
                page.kept = kept;
                if let Some(files) = &page.reading {
                    page.say(&ToWorker::Read(files.clone()));
                }
                page.check();
            });
        });
    }

    /// Ends a reading, and all that came of it.
    fn cancel(&mut self) {
        self.reading = None;
        self.open_line();
        _ = intake::tell(&self.frame, texts::ARCHIVE_CANCELLED);
    }

    /// Says that the worker works no more.
    fn stop(&mut self) {
        self.is_ready = false;
        self.reading = None;
        _ = intake::tell(&self.frame, texts::ARCHIVE_STOPPED);
    }

    fn hear(&mut self, said: FromWorker) {
        match said {
            FromWorker::Ready => {
                self.is_ready = true;
                self.begin();
            }
            FromWorker::Over => {
                self.faults += 1;
                self.is_ready = false;
                if self.faults >= FAULTS {
                    self.stop();
                }
            }
            FromWorker::Broken => self.stop(),
            FromWorker::Answer(answer) => self.take(answer),
            FromWorker::Report { format, file } => _ = report::save(&self.frame, format, &file),
            FromWorker::Found(_) | FromWorker::Helped | FromWorker::ToHelper { .. } => {}
            FromWorker::NoReport => _ = report::failed(&self.frame),
        }
    }

    fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Progress { texts, read, of } => _ = intake::progress(&self.frame, texts, read, of),
            Answer::Read(overview) => self.take_overview(*overview),
            Answer::Checked { number, pieces, findings } => {
                if number == self.typed.0 {
                    _ = check::draw(&self.frame, &pieces, &findings);
                }
            }
            Answer::List(list) => {
                self.list = list;
                let goes = std::mem::take(&mut self.goes_to_list);
                soon(move |page| {
                    list::draw(page)?;
                    report::draw(page)?;
                    if goes { list::go_there(&page.frame) } else { Ok(()) }
                });
            }
            Answer::Course(steps) => soon(move |page| course::draw(&page.frame, &steps)),
            Answer::Decided(changes) => {
                self.kept.change(changes);
                self.ask_for_list();
            }
        }
    }

    fn take_overview(&mut self, overview: Overview) {
        self.reading = None;
        let telling = overview.telling;
        let steps = overview.steps;
        self.overview = Some(overview);
        soon(intake::ended);
        if telling > 0 {
            soon(picture::draw_years);
            soon(picture::draw_kinds);
            soon(picture::draw_lists);
            soon(filters::draw);
            self.ask_for_list();
        }
        soon(picture::draw_counted);
        if steps > 0 {
            self.ask(Ask::Course { from: 0 });
        }
    }

    fn ask_for_list(&self) {
        self.ask(Ask::List { query: self.query.clone(), from: self.from });
    }

    /// Asks for other texts, from the first one on.
    fn seek(&mut self, query: Query) {
        self.query = query;
        self.from = 0;
        self.ask_for_list();
    }

    /// Asks what the typed text discloses.
    fn check(&self) {
        let (number, text) = &self.typed;
        if *number > 0 {
            self.ask(Ask::Check { number: *number, text: text.clone() });
        }
    }
}
