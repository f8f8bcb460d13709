//! A file that a member chooses as their copy of LinkedIn's data: its name in the first line, what it holds behind it.

use deksel::archive::picture::Picture;
use deksel::archive::report::{Content, Format, Report};
use deksel::archive::{Limits, Part, Reading};
use deksel::detect::{Settings, scan};
use deksel::wording::Language;
use std::io::Cursor;
use std::ops::ControlFlow;

/// Small, so that an input that reaches them is small too.
pub(super) const LIMITS: Limits =
    Limits { entries: 50, directory: 1 << 16, ratio: 250, plain: 1 << 20, row: 1 << 14, article: 1 << 16, troubles: 5 };

pub(super) fn take(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let name = String::from_utf8_lossy(parts.next().unwrap_or_default());
    let held = parts.next().unwrap_or_default();
    let mut picture = Picture::default();
    let mut reports: Vec<_> = [Format::Html, Format::Csv, Format::Json]
        .into_iter()
        .map(|format| Report::begin(format, Content::Words, Language::of("en"), Vec::new()).expect("memory takes all"))
        .collect();
    let mut number = 0;
    let mut each = |part| {
        match part {
            Part::Record(record) => {
                number += 1;
                assert_eq!(record.number, number, "records are counted");
                let findings = scan(&record.item, &Settings::default());
                picture.add(&record, &findings);
                for report in &mut reports {
                    report.add(&record, &findings).expect("memory takes all");
                }
            }
            Part::Tally(tally) => picture.count(&tally),
            Part::Trouble(trouble) => assert!(!trouble.to_string().is_empty()),
            Part::Progress { read, of } => assert!(read <= of, "{read} of {of}"),
        }
        ControlFlow::Continue(())
    };
    let mut reading = Reading::new(LIMITS, &mut each);
    reading.add(&name, Cursor::new(held));
    let summary = reading.finish();
    picture.parts();
    for report in reports {
        let bytes = report.finish(summary.partial).expect("memory takes all");
        assert!(std::str::from_utf8(&bytes).is_ok());
    }
}
