//! Bytes inside a script: deflated, as base64.
//!
//! A script is packed once more wherever it is kept or sent, so what counts is what gzip makes of it. Of bytes as they are, written as
//! characters, it makes a tenth more than of this: half of all bytes are two in UTF-8, and Zopfli packs closer than gzip. The browser
//! inflates by itself, in some milliseconds.

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use zopfli::{Format, Options};

/// The function `carried`, which promises the bytes.
///
/// # Errors
/// When they cannot be packed.
pub(crate) fn reader(bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Deflate, bytes, &mut packed).context("the bytes cannot be packed")?;
    Ok(format!(
        "function carried() {{
  const packed = new Response(Uint8Array.fromBase64(\"{}\"));
  return new Response(packed.body.pipeThrough(new DecompressionStream(\"deflate-raw\"))).arrayBuffer();
}}
",
        BASE64_STANDARD.encode(packed)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::DeflateDecoder;
    use std::io::Read as _;

    #[test]
    fn the_bytes_come_back_from_what_the_browser_is_given() {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(10_000).collect();
        let reader = reader(&bytes).unwrap();
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
}
