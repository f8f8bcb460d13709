//! Until when an answer may take: GDPR art. 12(3), counted as Regulation (EEC, Euratom) No 1182/71 art. 3 says.

use super::Day;
use serde::Serialize;

/// The end of a period that is counted in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The same date in the month in which the period ends, or that month's last day where it has no such date.
    pub same_date: Day,
    /// The last day: the first from `same_date` on that is neither Saturday nor Sunday. Public holidays move it on too,
    /// but they differ from country to country and Deksel does not know them.
    pub last_day: Day,
}

impl Deadline {
    /// When a request received on a day has to be answered: within one month.
    pub fn of_answer(received: Day) -> Deadline {
        Deadline::months_after(received, 1)
    }

    /// The same when the controller has told, within that month and with its reasons, that it takes two more.
    ///
    /// The three months are counted as one period from the receipt, so that a short month in between takes nothing off.
    pub fn of_extended_answer(received: Day) -> Deadline {
        Deadline::months_after(received, 3)
    }

    fn months_after(received: Day, months: u8) -> Deadline {
        let same_date = received.plus_months(months);
        let mut last_day = same_date;
        while last_day.is_weekend() {
            last_day = last_day.plus_days(1);
        }
        Deadline { same_date, last_day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::Date};
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_ends_on_the_same_date_or_with_the_month() {
        for (received, one, three) in [
            ("2026-03-05", "2026-04-05", "2026-06-05"),
            ("2026-08-31", "2026-09-30", "2026-11-30"),
            ("2027-01-31", "2027-02-28", "2027-04-30"),
            ("2028-01-31", "2028-02-29", "2028-04-30"),
            ("2026-11-30", "2026-12-30", "2027-02-28"),
            ("2100-01-30", "2100-02-28", "2100-04-30"),
        ] {
            assert_eq!(Deadline::of_answer(day(received)).same_date, day(one), "{received}");
            assert_eq!(Deadline::of_extended_answer(day(received)).same_date, day(three), "{received}");
        }
    }

    #[test]
    fn a_weekend_moves_the_last_day_to_monday() {
        // 21 November 2026 is a Saturday.
        let last_day = |received| Deadline::of_answer(day(received)).last_day;
        assert_eq!(last_day("2026-10-20"), day("2026-11-20"));
        assert_eq!(last_day("2026-10-21"), day("2026-11-23"));
        assert_eq!(last_day("2026-10-22"), day("2026-11-23"));
        assert_eq!(last_day("2026-10-23"), day("2026-11-23"));
    }

    proptest! {
        #[test]
        fn deadlines_are_those_of_another_library(year in 2000i16..=2199, month in 1i8..=12, of_month in 1i8..=31) {
            let Ok(date) = Date::new(year, month, of_month) else { return Ok(()) };
            let received = day(&date.to_string());
            for (deadline, months) in
                [(Deadline::of_answer(received), 1), (Deadline::of_extended_answer(received), 3)]
            {
                let mut expected = date.checked_add(months.months()).unwrap();
                prop_assert_eq!(deadline.same_date.to_string(), expected.to_string());
                while expected.weekday().to_monday_one_offset() > 5 {
                    expected = expected.tomorrow().unwrap();
                }
                prop_assert_eq!(deadline.last_day.to_string(), expected.to_string());
            }
        }
    }
}
