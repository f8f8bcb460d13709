//! LinkedIn's export, through the public door: invented files of every year and every quirk.

#[cfg(test)]
mod broken_zips;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod escapings;
#[cfg(test)]
mod files;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod zips;

use deksel::archive::{Limits, Part, Reading, Record, Source, Summary};
use std::io::Cursor;
use std::ops::ControlFlow;

/// All that comes out of files.
#[derive(Default)]
struct Outcome {
    records: Vec<Record>,
    counted: Vec<(Source, String)>,
    troubles: Vec<String>,
    summary: Summary,
}

impl Outcome {
    fn texts(&self) -> Vec<&str> {
        self.records.iter().map(|record| record.item.text.as_str()).collect()
    }
}

/// Reads one file.
fn read(name: &str, bytes: &[u8]) -> Outcome {
    read_within(Limits::default(), &[(name, bytes)])
}

fn read_within(limits: Limits, files: &[(&str, &[u8])]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut each = |part| {
        match part {
            Part::Record(record) => outcome.records.push(*record),
            Part::Tally(tally) => {
                outcome.counted.push((tally.source, tally.date.map(|date| date.month()).unwrap_or_default()));
            }
            Part::Trouble(trouble) => outcome.troubles.push(trouble.to_string()),
            Part::Progress { read, of } => assert!(read <= of),
        }
        ControlFlow::Continue(())
    };
    let mut reading = Reading::new(limits, &mut each);
    for (name, bytes) in files {
        reading.add(name, Cursor::new(*bytes));
    }
    let summary = reading.finish();
    outcome.summary = summary;
    outcome
}
