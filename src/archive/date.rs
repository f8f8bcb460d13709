//! When something was published, no more exact than the export tells.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Serialize, Serializer};
use std::fmt;

/// A moment, a day, a month or a year, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    at: NaiveDateTime,
    exact: Exact,
}

/// How exact a [`Date`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Exact {
    Second,
    Day,
    Month,
    Year,
}

/// How moments are written: posts of all years; articles; recommendations; media.
const MOMENTS: [&str; 7] = [
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S%.fZ",
    "%m/%d/%y, %I:%M %p",
    "%B %d, %Y, %I:%M %p",
    "%B %d, %Y at %I:%M %p",
];
const DAYS: [&str; 4] = ["%Y-%m-%d", "%m/%d/%y", "%B %d, %Y", "%d %B %Y"];

impl Date {
    /// Reads a date in any of the forms of LinkedIn's exports; `None` where there is none or it does not exist.
    pub fn parse(written: &str) -> Option<Date> {
        let written = written.trim();
        let written = written.strip_suffix("UTC").map_or(written, str::trim_end);
        let moment = || MOMENTS.iter().find_map(|form| NaiveDateTime::parse_from_str(written, form).ok());
        let day = || DAYS.iter().find_map(|form| NaiveDate::parse_from_str(written, form).ok());
        let month = || NaiveDate::parse_from_str(&format!("1 {written}"), "%d %B %Y").ok();
        let year = || {
            let digits = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
            NaiveDate::from_ymd_opt(written.parse().ok().filter(|_| digits)?, 1, 1)
        };
        let date = |day: NaiveDate, exact| day.and_hms_opt(0, 0, 0).map(|at| Date { at, exact });
        moment()
            .map(|at| Date { at, exact: Exact::Second })
            .or_else(|| date(day()?, Exact::Day))
            .or_else(|| date(month()?, Exact::Month))
            .or_else(|| date(year()?, Exact::Year))
    }

    /// The moment that is so many milliseconds after 1970-01-01 UTC.
    pub fn from_time(milliseconds: u64) -> Option<Date> {
        let at = DateTime::from_timestamp_millis(i64::try_from(milliseconds).ok()?)?.naive_utc();
        Some(Date { at, exact: Exact::Second })
    }

    /// Milliseconds since 1970-01-01 UTC; `None` before that.
    pub fn time(self) -> Option<u64> {
        u64::try_from(self.at.and_utc().timestamp_millis()).ok()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.at.year()
    }

    /// The month, as `2026-01`; the year where no more is known.
    pub fn month(self) -> String {
        match self.exact {
            Exact::Year => format!("{:04}", self.at.year()),
            _ => format!("{:04}-{:02}", self.at.year(), self.at.month()),
        }
    }
}

impl fmt::Display for Date {
    /// ISO 8601, as far as it is known: `2026-01-05T10:00:00Z`, `2026-01-05`, `2026-01`, `2026`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.month())?;
        if matches!(self.exact, Exact::Second | Exact::Day) {
            write!(formatter, "-{:02}", self.at.day())?;
        }
        if self.exact == Exact::Second {
            let (hour, minute, second) = (self.at.hour(), self.at.minute(), self.at.second());
            write!(formatter, "T{hour:02}:{minute:02}:{second:02}Z")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_as_exactly_as_it_is_written() {
        for (written, read) in [
            ("2026-01-05 10:00:00", "2026-01-05T10:00:00Z"),
            ("2026-01-05 10:00:00 UTC", "2026-01-05T10:00:00Z"),
            ("2016-02-11 09:15:27.0", "2016-02-11T09:15:27Z"),
            ("2016-02-11 09:15", "2016-02-11T09:15:00Z"),
            ("2026-01-05T10:00:00.000Z", "2026-01-05T10:00:00Z"),
            ("07/27/15, 09:16 AM", "2015-07-27T09:16:00Z"),
            ("7/4/15, 9:16 PM", "2015-07-04T21:16:00Z"),
            ("February 28, 2017, 04:29 PM", "2017-02-28T16:29:00Z"),
            ("2026-01-05", "2026-01-05"),
            ("30 Jan 2026", "2026-01-30"),
            ("Jan 2020", "2020-01"),
            ("September 2020", "2020-09"),
            ("1998", "1998"),
        ] {
            assert_eq!(Date::parse(written).map(|date| date.to_string()).as_deref(), Some(read), "{written}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for written in ["", " ", "2026-02-30 10:00:00", "soon", "20", "99999", "Jan", "0 Jan 2020"] {
            assert_eq!(Date::parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_time_is_counted_from_1970() {
        assert_eq!(Date::parse("1970-01-02").and_then(Date::time), Some(86_400_000));
        assert_eq!(Date::parse("1961").and_then(Date::time), None);
        assert_eq!(Date::from_time(1_777_648_925_781).unwrap().to_string(), "2026-05-01T15:22:05Z");
        assert_eq!(Date::from_time(u64::MAX), None);
    }
}
