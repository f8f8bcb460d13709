//! What day it is, by the browser's clock: the pure rooms know none.

use crate::rights::Day;
use js_sys::Date;

/// Today, where the member is; `None` when the clock is centuries off.
pub fn today() -> Option<Day> {
    let now = Date::new_0();
    Day::new(now.get_full_year().cast_signed(), now.get_month() + 1, now.get_date())
}
