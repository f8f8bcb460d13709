//! What there is one of, and is held between one event and the next.

use std::{cell::RefCell, thread::LocalKey};

/// Does something with what is held. An event that arrives while another is being handled is left alone, as is one before there is anything.
pub fn with<T, R>(held: &'static LocalKey<RefCell<Option<T>>>, act: impl FnOnce(&mut T) -> R) -> Option<R> {
    held.with(|held| held.try_borrow_mut().ok()?.as_mut().map(act))
}
