//! Counts the steps of a scan in tests, so that they can prove that a scan grows no faster than its text.

#[cfg(feature = "effort")]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts steps: a character read, a word compared. Costs nothing outside tests.
#[inline(always)]
pub fn spend(steps: usize) {
    #[cfg(feature = "effort")]
    STEPS.set(STEPS.get() + steps as u64);
    let _ = steps;
}

/// The steps that `work` takes.
#[cfg(feature = "effort")]
pub fn of(work: impl FnOnce()) -> u64 {
    let before = STEPS.get();
    work();
    STEPS.get() - before
}
