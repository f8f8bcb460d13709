//! A day of the calendar, without a clock or a time zone.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The years that can be meant; anything else is a slip of the pen or a clock gone mad.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// A day of the calendar, written `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day(NaiveDate);

/// A text is no day: not of the form `2026-11-21`, not in the calendar, or not of this age (2000 to 2199).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl Day {
    /// The day, when the calendar has it and its year lies between 2000 and 2199.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Day::of)
    }

    /// The day as the date library has it, when its year lies between 2000 and 2199.
    pub(super) fn of(date: NaiveDate) -> Option<Day> {
        YEARS.contains(&date.year()).then_some(Day(date))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// So many days later.
    pub fn plus_days(self, days: u16) -> Day {
        // Cannot fail within the years that a day may have; standing still is the harmless answer if it did.
        Day(self.0.checked_add_days(Days::new(days.into())).unwrap_or(self.0))
    }

    /// The same date so many months later; the month's last day where the month is too short.
    pub fn plus_months(self, months: u8) -> Day {
        Day(self.0.checked_add_months(Months::new(months.into())).unwrap_or(self.0))
    }

    /// How many days it comes after another; negative when it comes before.
    pub fn days_since(self, earlier: Day) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// A Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Day, NotADay> {
        let [year, month, day] = <[&str; 3]>::try_from(text.split('-').collect::<Vec<_>>()).map_err(|_| NotADay)?;
        let figures = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let (Some(year), Some(month), Some(day)) = (figures(year, 4), figures(month, 2), figures(day, 2)) else {
            return Err(NotADay);
        };
        Day::new(i32::try_from(year).unwrap_or_default(), month, day).ok_or(NotADay)
    }
}

impl fmt::Display for NotADay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a day between 2000-01-01 and 2199-12-31")
    }
}

impl std::error::Error for NotADay {}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Day, NotADay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::Date};
    use proptest::prelude::*;

    #[test]
    fn only_a_whole_date_is_a_day() {
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-11-21-",
            "2026-1-21",
            "26-11-21",
            "2026-11-31",
            "2027-02-29",
            "1999-12-31",
            "2200-01-01",
            "+2026-11-21",
            " 2026-11-21",
            "2026-11-21T00:00",
            "२०२६-११-२१",
            "0000-00-00",
            "-026-11-21",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
        assert_eq!("2028-02-29".parse(), Ok(Day::new(2028, 2, 29).unwrap()));
    }

    /// Any day that Deksel takes, beside the same day in another library.
    fn any_day() -> impl Strategy<Value = (Day, Date)> {
        (2000i16..=2199, 1i8..=12, 1i8..=31)
            .prop_filter_map("a day of the calendar", |(year, month, day)| Date::new(year, month, day).ok())
            .prop_map(|date| (date.to_string().parse().unwrap(), date))
    }

    proptest! {
        #[test]
        fn days_and_months_are_added_as_another_library_adds_them(
            (day, date) in any_day(), months in 0u8..=120, days in 0u16..=20_000,
        ) {
            prop_assert_eq!(day.to_string(), date.to_string());
            prop_assert_eq!(
                day.plus_months(months).to_string(),
                date.checked_add(i64::from(months).months()).unwrap().to_string()
            );
            let later = date.checked_add(i64::from(days).days()).unwrap();
            prop_assert_eq!(day.plus_days(days).to_string(), later.to_string());
            prop_assert_eq!(day.plus_days(days).days_since(day), i64::from(days));
            prop_assert_eq!(day.days_since(day.plus_days(days)), -i64::from(days));
            prop_assert_eq!(day.is_weekend(), date.weekday().to_monday_one_offset() > 5);
        }

        #[test]
        fn no_text_is_read_as_another_day(text in "\\PC*|[0-9]{1,5}-[0-9]{1,3}-[0-9]{1,3}") {
            if let Ok(day) = text.parse::<Day>() {
                prop_assert_eq!(day.to_string(), text);
            }
        }
    }
}
