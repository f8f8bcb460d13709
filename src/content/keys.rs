//! While the member types, everything else waits: a key is never held up by us.

/// How long after a key the next one is waited for, in milliseconds.
const APART: f64 = 120.0;

/// How long everything waits at most, in milliseconds, for those who do not stop typing.
const MOST: f64 = 3_000.0;

/// When keys were pressed, in milliseconds of the page's clock.
#[derive(Debug)]
pub(super) struct Keys {
    /// The first one after the last time that something was done.
    first: f64,
    last: f64,
}

impl Keys {
    /// No keys yet.
    pub(super) const NONE: Keys = Keys { first: f64::INFINITY, last: f64::NEG_INFINITY };

    /// A key is pressed.
    pub(super) fn note(&mut self, now: f64) {
        self.first = self.first.min(now);
        self.last = now;
    }

    /// Whether to wait for the next key; when not, waiting begins anew.
    pub(super) fn are_coming(&mut self, now: f64) -> bool {
        let coming = now - self.last < APART && now - self.first < MOST;
        if !coming {
            self.first = f64::INFINITY;
        }
        coming
    }
}
