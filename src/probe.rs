//! What tests and benchmarks reach the core by, and the faults they provoke. Never in a package.

use crate::{
    detect::{self, Settings, counted},
    item::Item,
};
use std::{cell::RefCell, hint::black_box};
use wasm_bindgen::prelude::*;

const MIB: usize = 1 << 20;

/// An item whose text holds this word, followed by a fault's name, provokes that fault when it is scanned.
const WORD: &str = "deksel-probe-";

thread_local! {
    static KEPT: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    static HELD: RefCell<Vec<Item>> = const { RefCell::new(Vec::new()) };
}

/// What a scan finds in a post of this text.
#[wasm_bindgen]
pub fn scan_text(text: String) -> Result<JsValue, JsError> {
    provoke_in(&text);
    let item = Item { text, ..Item::default() };
    let findings = detect::scan(&item, &Settings::default());
    Ok(serde_wasm_bindgen::to_value(&counted(&findings, &item.text))?)
}

/// Keeps posts for [`scan_held`] and [`sum_held`].
#[wasm_bindgen]
pub fn hold(texts: Vec<String>) {
    HELD.set(texts.into_iter().map(|text| Item { text, ..Item::default() }).collect());
}

/// Scans every post that is held, without crossing to JavaScript; how many findings there are.
#[wasm_bindgen]
pub fn scan_held() -> usize {
    let settings = Settings::default();
    HELD.with_borrow(|held| held.iter().map(|item| black_box(detect::scan(item, &settings)).len()).sum())
}

/// The sum of all bytes of the posts that are held: the least that reading them costs.
#[wasm_bindgen]
pub fn sum_held() -> u32 {
    let sum = |item: &Item| black_box(&item.text).bytes().fold(0_u32, |sum, byte| sum.wrapping_add(u32::from(byte)));
    HELD.with_borrow(|held| held.iter().map(sum).fold(0, u32::wrapping_add))
}

/// The same text, by way of the core's memory.
#[wasm_bindgen]
pub fn echo(text: String) -> String {
    black_box(text)
}

/// Whole numbers of 64 bits, by way of the glue: the largest, the smallest, and one in between.
#[wasm_bindgen]
pub fn wide_numbers() -> js_sys::Array {
    js_sys::Array::of3(&u64::MAX.into(), &i64::MIN.into(), &0x1_8000_0000_u64.into())
}

/// An error that the core hands over on purpose.
#[wasm_bindgen]
pub fn refuse() -> Result<(), JsError> {
    Err(JsError::new("refused on purpose"))
}

/// A function that JavaScript keeps and calls later, as listeners do; it provokes the fault it is called with.
#[wasm_bindgen]
pub fn listener() -> JsValue {
    Closure::<dyn FnMut(String)>::new(|fault: String| provoke(&fault)).into_js_value()
}

/// Calls a function of JavaScript, whatever comes of it.
#[wasm_bindgen]
pub fn call(function: &js_sys::Function) {
    let _ = function.call0(&JsValue::UNDEFINED);
}

/// Takes `mib` MiB of memory for good, and returns the memory's size in pages of 64 KiB.
#[wasm_bindgen]
pub fn grow(mib: u32) -> usize {
    for _ in 0..mib {
        KEPT.with_borrow_mut(|kept| kept.push(black_box(vec![1; MIB])));
    }
    core::arch::wasm32::memory_size::<0>()
}

/// Ends this instance: by `panic`, by `stack` (its own stack in memory runs over), by `calls` (the engine's stack does),
/// or by `memory` (there is no more). Any other name does nothing.
#[wasm_bindgen]
#[expect(clippy::panic, reason = "that is what it is for")]
pub fn provoke(fault: &str) {
    match fault {
        "panic" => panic!("provoked"),
        "stack" => _ = black_box(wide_frames(0)),
        "calls" => _ = black_box(narrow_frames(0)),
        "memory" => _ = grow(u32::MAX),
        _ => {}
    }
}

/// Provokes the fault that a text names.
pub fn provoke_in(text: &str) {
    if let Some((_, after)) = text.split_once(WORD) {
        provoke(after.split(|letter: char| !letter.is_ascii_lowercase()).next().unwrap_or_default());
    }
}

/// Takes 2 MiB of a stack of 1 MiB, and would then return: whoever does not notice goes on with wrong numbers.
#[inline(never)]
fn wide_frames(depth: u32) -> u32 {
    let frame = [depth; 2048];
    let below = if depth == 256 { depth } else { wide_frames(depth + 1) };
    black_box(&frame).iter().copied().fold(below, u32::wrapping_add)
}

#[inline(never)]
fn narrow_frames(depth: u32) -> u32 {
    if black_box(depth) == u32::MAX { depth } else { narrow_frames(depth + 1) ^ depth }
}
