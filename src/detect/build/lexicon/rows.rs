//! Writes rows of numbers one after the other, with the places where each begins in two parts, which pack better than one.

use super::element::BLOCK;

/// The rows as a `Rows` of the crate: its type and its value.
pub(super) fn rows(rows: &[Vec<u16>]) -> (String, String) {
    let (starts, parts) = starts(rows.iter().map(Vec::len));
    let all = rows.concat();
    (format!("Rows<{parts}, {}>", all.len()), format!("Rows {{ starts: {starts}, all: {all:?} }}"))
}

/// The same as a table with a name.
pub(super) fn table(name: &str, of: &[Vec<u16>]) -> String {
    let (sort, value) = rows(of);
    format!("pub(super) static {name}: {sort} = {value};\n")
}

/// The places where rows of these lengths begin, and the place after the last: a `Starts` of the crate, and its parameters.
fn starts(lengths: impl Iterator<Item = usize>) -> (String, String) {
    let (mut bases, mut offsets) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (row, length) in lengths.chain([0]).enumerate() {
        if row % BLOCK == 0 {
            bases.push(start);
        }
        offsets.push(start - bases.last().copied().unwrap_or_default());
        start += length;
    }
    let narrow = offsets.iter().all(|offset| *offset <= usize::from(u8::MAX));
    let parts = format!("{}, {}, {}", if narrow { "u8" } else { "u16" }, bases.len(), offsets.len());
    (format!("Starts {{ bases: {bases:?}, offsets: {offsets:?} }}"), parts)
}
