//! Days for the member's own calendar, as an iCalendar file (RFC 5545).
//!
//! Written here, because the libraries for it bring clocks, random numbers, time zones and parsers of their own, and a file of
//! whole days needs none: an event, its day, and two texts.

use super::Day;
use chrono::Timelike;
use serde::{Deserialize, Serialize};

/// The longest line, in bytes, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A whole day in the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// A name that no other event in the world has, and that stays the same when the entry is given out again.
    pub uid: String,
    /// The day.
    pub on: Day,
    /// What the calendar shows.
    pub summary: String,
    /// More about it; may be empty.
    pub description: String,
}

/// When a file is made, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    day: Day,
    second: u32,
}

impl Moment {
    /// The moment so many milliseconds after 1970-01-01 UTC, when it lies between 2000 and 2199.
    pub fn from_milliseconds(milliseconds: i64) -> Option<Moment> {
        let moment = chrono::DateTime::from_timestamp_millis(milliseconds)?;
        Some(Moment { day: Day::of(moment.date_naive())?, second: moment.num_seconds_from_midnight() })
    }
}

/// The file's text.
pub fn write(entries: &[Entry], made: Moment) -> String {
    let mut file = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Deksel//Dossier//EN", "CALSCALE:GREGORIAN"] {
        put(&mut file, line);
    }
    let Moment { day, second } = made;
    let stamp = format!("{}T{:02}{:02}{:02}Z", figures(day), second / 3_600, second / 60 % 60, second % 60);
    for entry in entries {
        put(&mut file, "BEGIN:VEVENT");
        put(&mut file, &format!("UID:{}", escaped(&entry.uid)));
        put(&mut file, &format!("DTSTAMP:{stamp}"));
        put(&mut file, &format!("DTSTART;VALUE=DATE:{}", figures(entry.on)));
        // The end of a whole day is the day after.
        put(&mut file, &format!("DTEND;VALUE=DATE:{}", figures(entry.on.plus_days(1))));
        put(&mut file, &format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.description.is_empty() {
            put(&mut file, &format!("DESCRIPTION:{}", escaped(&entry.description)));
        }
        // A date to keep in mind makes nobody busy.
        put(&mut file, "TRANSP:TRANSPARENT");
        put(&mut file, "END:VEVENT");
    }
    put(&mut file, "END:VCALENDAR");
    file
}

fn figures(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text as a property's value (RFC 5545, 3.3.11); control characters have no place in it.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push('\t'),
            control if control.is_control() => {}
            other => value.push(other),
        }
    }
    value
}

/// Adds a line, folded so that none has more than [`LINE`] bytes and no character is split.
fn put(file: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE {
            file.push_str("\r\n ");
            // The space that leads a folded line in counts.
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(summary: &str, description: &str) -> Entry {
        let on = Day::new(2026, 12, 31).unwrap();
        Entry { uid: "one@deksel".into(), on, summary: summary.into(), description: description.into() }
    }

    fn made() -> Moment {
        // 2026-11-21 22:30:09 UTC
        Moment::from_milliseconds(1_795_300_209_999).unwrap()
    }

    #[test]
    fn a_file_holds_whole_days() {
        let file = write(&[entry("Answer due; ask, if none", "Two lines:\r\none \\ two")], made());
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Deksel//Dossier//EN",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "UID:one@deksel",
            "DTSTAMP:20261121T223009Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Answer due\\; ask\\, if none",
            "DESCRIPTION:Two lines:\\none \\\\ two",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file, expected.join("\r\n"));
    }

    #[test]
    fn a_line_is_as_long_as_it_may_be_and_holds_no_control_characters() {
        let file = write(&[entry(&"a".repeat(100), "one\u{7}two\tthree\u{85}")], made());
        let [first, rest] = [67, 33].map(|count| "a".repeat(count));
        assert!(file.contains(&format!("\r\nSUMMARY:{first}\r\n {rest}\r\n")), "{file}");
        assert!(file.contains("\r\nDESCRIPTION:onetwo\tthree\r\n"), "{file}");
    }

    #[test]
    fn a_moment_of_another_age_is_none() {
        for milliseconds in [i64::MIN, -1, 0, 946_684_799_999, 7_258_118_400_000, i64::MAX] {
            assert_eq!(Moment::from_milliseconds(milliseconds), None, "{milliseconds}");
        }
        assert!(Moment::from_milliseconds(946_684_800_000).is_some());
        assert!(Moment::from_milliseconds(7_258_118_399_999).is_some());
    }

    proptest! {
        #[test]
        fn lines_are_short_and_whole(summary in "(\\PC|[\r\n\t;,\\\\]|語|👩‍🌾){0,200}", description in "\\PC{0,300}") {
            let file = write(&[entry(&summary, &description)], made());
            prop_assert!(file.ends_with("\r\n"));
            let unbroken = file.replace("\r\n", "");
            prop_assert!(!unbroken.contains(['\r', '\n']));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE));

            let unfolded = file.replace("\r\n ", "");
            let line = format!("SUMMARY:{}", escaped(&summary));
            prop_assert!(unfolded.split("\r\n").any(|found| found == line));
        }
    }
}
