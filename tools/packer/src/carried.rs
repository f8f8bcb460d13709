//! Bytes inside a script, as text with one character a byte.
//!
//! A script is packed once more wherever it is kept or sent, so what counts is what gzip makes of the text. In base64 equal bytes look
//! different at every third place; hexadecimal digits fill gzip's window twice as fast as the bytes would. Here equal bytes are equal
//! characters, and the frequent ones are a single byte of UTF-8. Compressed bytes would be smaller still, but to inflate them at every
//! start costs ten times what reading this does.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;

use crate::text::Generated;

/// Where the text belongs: it comes in last, because the minifier would escape it.
const PLACE: &str = "\"@carried@\"";

/// Bytes that a script carries.
pub(crate) struct Carried<'a> {
    bytes: &'a [u8],
    /// For each character, the byte that it stands for.
    order: [u8; 256],
}

impl<'a> Carried<'a> {
    /// Gives the shortest characters to the bytes that are seen most.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut seen: BTreeMap<u8, usize> = (0..=u8::MAX).map(|byte| (byte, 0)).collect();
        for byte in bytes {
            seen.entry(*byte).and_modify(|times| *times += 1);
        }
        let mut frequent: Vec<u8> = (0..=u8::MAX).collect();
        frequent.sort_by_key(|byte| Reverse(seen.get(byte)));
        let mut short: Vec<u8> = (0..=u8::MAX).collect();
        short.sort_by_key(|code| written(*code).len());
        let given: BTreeMap<u8, u8> = short.into_iter().zip(frequent).collect();
        let mut order = [0; 256];
        for (place, (_, byte)) in order.iter_mut().zip(given) {
            *place = byte;
        }
        Self { bytes, order }
    }

    /// The function `carried`, which returns the bytes.
    pub(crate) fn reader(&self) -> String {
        let order = self.order.iter().fold(String::new(), |mut digits, byte| {
            // Writing into a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        format!(
            "function carried() {{
  const order = Uint8Array.fromHex(\"{order}\"), text = {PLACE}, bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = order[text.charCodeAt(at)];
  return bytes;
}}
"
        )
    }

    /// Puts the text into the script.
    ///
    /// # Errors
    /// When the script does not hold its place exactly once.
    pub(crate) fn put_into(&self, script: &str) -> Result<String> {
        let places: BTreeMap<u8, String> =
            self.order.iter().zip(0..=u8::MAX).map(|(byte, code)| (*byte, written(code))).collect();
        let text: String = self.bytes.iter().filter_map(|byte| places.get(byte)).map(String::as_str).collect();
        let mut script = Generated::new("esbuild", script);
        script.replace(PLACE, &format!("\"{text}\""))?;
        script.without(&[])
    }
}

/// A character as it is written between quotation marks.
fn written(code: u8) -> String {
    match code {
        // Where a digit follows, a shorter way of writing it means something else.
        0 => "\\x00".to_owned(),
        b'\n' => "\\n".to_owned(),
        b'\r' => "\\r".to_owned(),
        b'"' | b'\\' => format!("\\{}", char::from(code)),
        _ => char::from(code).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the reader makes of a text.
    fn read(carried: &Carried<'_>, script: &str) -> Vec<u8> {
        let text = script.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
        let plain = text.replace("\\x00", "\0").replace("\\n", "\n").replace("\\r", "\r").replace("\\\"", "\"");
        plain.replace("\\\\", "\\").chars().map(|char| carried.order[char as usize]).collect()
    }

    #[test]
    fn every_byte_comes_back() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain(*b"aaa\0\0\"").collect();
        let carried = Carried::new(&bytes);
        assert_eq!(read(&carried, &carried.put_into(PLACE).unwrap()), bytes);
    }

    #[test]
    fn bytes_seen_most_are_one_byte_of_the_script() {
        let bytes = [0xff, 0xfe, b'\n', b'"', 0].repeat(9);
        let text = Carried::new(&bytes).put_into(PLACE).unwrap();
        assert_eq!(text.len(), bytes.len() + "\"\"".len());
    }

    #[test]
    fn a_script_without_a_place_or_with_two_fails_the_build() {
        let carried = Carried::new(b"bytes");
        assert!(carried.put_into(&carried.reader()).is_ok());
        assert!(carried.put_into("").is_err());
        assert!(carried.put_into(&[PLACE, PLACE].concat()).is_err());
    }
}
