//! Inflates what a script carries, as a module before the module: it travels unpacked, so what counts is that it is small. (miniz_oxide would take 10 KB
//! of a content script, as gzip packs it; this takes 2.)
//!
//! The script puts the packed bytes where [`packed`] says, calls [`inflate`] once, and reads the bytes where [`bytes`] says. Both rooms are part
//! of the module's memory from the start, so that it needs no heap; of what is never touched, an operating system gives nothing.

#![cfg_attr(
    target_family = "wasm",
    expect(unsafe_code, reason = "only what keeps its name can be called from JavaScript")
)]

mod deflate;

pub use deflate::inflate_into;

use std::sync::Mutex;

/// The most that can be inflated, in bytes.
pub const PACKED_MAX: usize = 2 << 20;
/// The most that can come of it, in bytes.
pub const BYTES_MAX: usize = 6 << 20;

static PACKED: Mutex<[u8; PACKED_MAX]> = Mutex::new([0; PACKED_MAX]);
static BYTES: Mutex<[u8; BYTES_MAX]> = Mutex::new([0; BYTES_MAX]);

/// Where the packed bytes belong.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn packed() -> *mut u8 {
    PACKED.try_lock().map_or(std::ptr::null_mut(), |mut room| room.as_mut_ptr())
}

/// Where the bytes are, once they are inflated.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn bytes() -> *const u8 {
    BYTES.try_lock().map_or(std::ptr::null(), |room| room.as_ptr())
}

/// Inflates so many packed bytes, and returns how many come of it: none when they are not as DEFLATE has them, or too many.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn inflate(length: usize) -> usize {
    let (Ok(packed), Ok(mut bytes)) = (PACKED.try_lock(), BYTES.try_lock()) else { return 0 };
    packed.get(..length).and_then(|packed| inflate_into(&mut *bytes, packed)).unwrap_or_default()
}
