//! Bytes inside a script. A script is packed once more wherever it is kept or sent, so what counts is what gzip makes of the text.
//!
//! There are two ways. [`inflated`] is the smaller one; but the browser answers in promises, and in Firefox those of a content script are the
//! page's, which sees them by replacing `Promise.prototype.then`. [`Spelled`] needs nothing but the language: so the module as wasm, which is
//! what runs in Firefox's tabs, travels that way.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use zopfli::{Format, Options};

use crate::text::Generated;

/// The function `carried`, which promises the bytes: deflated, as base64. Zopfli packs closer than gzip, which makes no more of the text.
///
/// # Errors
/// When they cannot be packed.
pub(crate) fn inflated(bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Deflate, bytes, &mut packed).context("the bytes cannot be packed")?;
    Ok(format!(
        "function carried() {{
  const packed = new Response(Uint8Array.fromBase64(\"{}\"));
  const bytes = new Response(packed.body.pipeThrough(new DecompressionStream(\"deflate-raw\"))).arrayBuffer();
  return bytes.then((bytes) => new Uint8Array(bytes));
}}
",
        BASE64_STANDARD.encode(packed)
    ))
}

/// Where the text belongs: it comes in last, because the minifier would escape it.
const PLACE: &str = "\"@carried@\"";

/// Bytes written as characters of ASCII: a frequent byte as one character, each of the others as two, of which the first is below
/// [`FIRST`]. So equal bytes stay equal text, as they do not in base64, and none is longer than it must be, as half of them are in UTF-8.
pub(crate) struct Spelled<'a> {
    bytes: &'a [u8],
    /// How each byte is written.
    written: BTreeMap<u8, String>,
    /// For each character, and then for each behind the first and the second sign, the byte that it stands for.
    order: [u8; SIGNS * CODES],
}

/// Characters below it begin a pair.
const FIRST: u8 = 3;
const SIGNS: usize = FIRST as usize;
const CODES: usize = 128;

impl<'a> Spelled<'a> {
    /// Gives single characters to the bytes that are seen most.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut seen: BTreeMap<u8, usize> = (0..=u8::MAX).map(|byte| (byte, 0)).collect();
        for byte in bytes {
            seen.entry(*byte).and_modify(|times| *times += 1);
        }
        let mut frequent: Vec<u8> = (0..=u8::MAX).collect();
        frequent.sort_by_key(|byte| Reverse(seen.get(byte)));
        let plain: Vec<u8> = (FIRST..CODES as u8).filter(|code| !b"\n\r\"\\".contains(code)).collect();
        let signs = (0..FIRST).flat_map(|sign| plain.iter().map(move |code| (sign, *code)));
        let (mut written, mut order) = (BTreeMap::new(), [0; SIGNS * CODES]);
        for (byte, (sign, code)) in frequent.into_iter().zip(signs) {
            let sign = Some(sign).filter(|sign| *sign > 0);
            written.insert(byte, sign.into_iter().chain([code]).map(char::from).collect());
            let place = usize::from(sign.unwrap_or_default()) * CODES + usize::from(code);
            order.get_mut(place).into_iter().for_each(|known| *known = byte);
        }
        Self { bytes, written, order }
    }

    /// The function `carried`, which returns the bytes.
    pub(crate) fn reader(&self) -> String {
        format!(
            "function carried() {{
  const order = Uint8Array.fromBase64(\"{}\"), text = {PLACE}, bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {{
    const code = text.charCodeAt(at);
    bytes[length++] = order[code < {FIRST} ? code * {CODES} + text.charCodeAt(++at) : code];
  }}
  return bytes.subarray(0, length);
}}
",
            BASE64_STANDARD.encode(self.order)
        )
    }

    /// Puts the text into the script.
    ///
    /// # Errors
    /// When the script does not hold its place exactly once.
    pub(crate) fn put_into(&self, script: &str) -> Result<String> {
        let text: String = self.bytes.iter().filter_map(|byte| self.written.get(byte)).map(String::as_str).collect();
        let mut script = Generated::new("esbuild", script);
        script.replace(PLACE, &format!("\"{text}\""))?;
        script.without(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::DeflateDecoder;
    use std::io::Read as _;

    #[test]
    fn what_is_inflated_comes_back_from_what_the_browser_is_given() {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(10_000).collect();
        let reader = inflated(&bytes).unwrap();
        let (_, text) = reader.split_once("fromBase64(\"").unwrap();
        let packed = BASE64_STANDARD.decode(text.split_once('"').unwrap().0).unwrap();
        let mut back = Vec::new();
        DeflateDecoder::new(packed.as_slice()).read_to_end(&mut back).unwrap();
        assert!(
            back == bytes && packed.len() < bytes.len() / 10,
            "{} bytes came back from {}",
            back.len(),
            packed.len()
        );
    }

    /// What the reader makes of a text.
    fn read(spelled: &Spelled<'_>, script: &str) -> Vec<u8> {
        let text = script.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
        let mut codes = text.bytes();
        let mut read = Vec::new();
        while let Some(code) = codes.next() {
            let place =
                if code < FIRST { usize::from(code) * CODES + usize::from(codes.next().unwrap()) } else { code.into() };
            read.push(spelled.order[place]);
        }
        read
    }

    #[test]
    fn every_byte_that_is_spelled_comes_back() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain(*b"aaa\0\0\"").collect();
        let spelled = Spelled::new(&bytes);
        let script = spelled.put_into(PLACE).unwrap();
        assert_eq!(read(&spelled, &script), bytes);
        assert!(script.is_ascii() && !script.contains(['\\', '\n', '\r']), "{script:?}");
    }

    #[test]
    fn bytes_seen_most_are_one_character() {
        let bytes = [0xff, 0xfe, b'\n', b'"', 0].repeat(9);
        let text = Spelled::new(&bytes).put_into(PLACE).unwrap();
        assert_eq!(text.len(), bytes.len() + "\"\"".len());
    }

    #[test]
    fn a_script_without_a_place_or_with_two_fails_the_build() {
        let spelled = Spelled::new(b"bytes");
        assert!(spelled.put_into(&spelled.reader()).is_ok());
        assert!(spelled.put_into("").is_err());
        assert!(spelled.put_into(&[PLACE, PLACE].concat()).is_err());
    }
}
