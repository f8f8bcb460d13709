//! Bytes inside a script. A script is packed once more wherever it is kept or sent, so what counts is what gzip makes of the text: of bytes
//! that are deflated and then written as base64, it makes the deflated bytes again.
//!
//! There are two ways back. A browser inflates by itself, but it answers in promises, and in Firefox those of a content script are the page's,
//! which sees them by replacing `Promise.prototype.then`. So the module as wasm, which is what runs in Firefox's tabs, is inflated by a small
//! module before it.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use zopfli::{Format, Options};

/// The function `carried`, which promises the bytes: the browser inflates them.
///
/// # Errors
/// When they cannot be packed.
pub(crate) fn inflated_by_browser(bytes: &[u8]) -> Result<String> {
    Ok(format!(
        "function carried() {{
  const packed = new Response(Uint8Array.fromBase64(\"{}\"));
  const bytes = new Response(packed.body.pipeThrough(new DecompressionStream(\"deflate-raw\"))).arrayBuffer();
  return bytes.then((bytes) => new Uint8Array(bytes));
}}
",
        BASE64_STANDARD.encode(deflate(bytes)?)
    ))
}

/// The function `carried`, which returns the bytes: a module inflates them.
///
/// # Errors
/// When they cannot be packed, or are more than the module takes.
pub(crate) fn inflated_by_module(bytes: &[u8], inflater: &[u8]) -> Result<String> {
    ensure!(bytes.len() <= inflater::BYTES_MAX, "the inflater has no room for {} bytes", bytes.len());
    let packed = deflate(bytes)?;
    let mut back = vec![0; bytes.len()];
    ensure!(
        inflater::inflate_into(&mut back, &packed) == Some(bytes.len()) && back == bytes,
        "the inflater reads something else"
    );
    ensure!(packed.len() <= inflater::PACKED_MAX, "the inflater has no room for {} packed bytes", packed.len());
    Ok(format!(
        "function carried() {{
  const module = new WebAssembly.Module(Uint8Array.fromBase64(\"{}\"));
  const {{ memory, packed, bytes, inflate }} = new WebAssembly.Instance(module).exports;
  const given = Uint8Array.fromBase64(\"{}\");
  new Uint8Array(memory.buffer, packed()).set(given);
  return new Uint8Array(memory.buffer, bytes(), inflate(given.length));
}}
",
        BASE64_STANDARD.encode(inflater),
        BASE64_STANDARD.encode(packed)
    ))
}

/// Blocks at most, each with codes of its own. A module is code and tables of many sorts: with Zopfli's own limit of 15 it takes 1.5% more.
const BLOCKS: u16 = 100;

/// Zopfli packs closer than gzip, which makes no more of the text.
fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = Options { maximum_block_splits: BLOCKS, ..Options::default() };
    zopfli::compress(options, Format::Deflate, bytes, &mut packed).context("the bytes cannot be packed")?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The last bytes that a script reads from base64, inflated.
    fn carried(script: &str) -> Vec<u8> {
        let (_, text) = script.rsplit_once("fromBase64(\"").unwrap();
        let packed = BASE64_STANDARD.decode(text.split_once('"').unwrap().0).unwrap();
        let mut room = vec![0; 20_000];
        let count = inflater::inflate_into(&mut room, &packed).unwrap();
        room.truncate(count);
        room
    }

    #[test]
    fn what_goes_into_a_script_comes_back_smaller_than_it_was() {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(10_000).collect();
        for script in [inflated_by_browser(&bytes).unwrap(), inflated_by_module(&bytes, b"module").unwrap()] {
            assert_eq!(carried(&script), bytes);
            assert!(script.len() < bytes.len() / 2, "{script}");
        }
    }

    #[test]
    fn more_than_the_inflater_takes_fails_the_build() {
        assert!(inflated_by_module(&vec![0; inflater::BYTES_MAX + 1], b"module").is_err());
    }

    #[test]
    fn what_is_broken_comes_back_as_nothing() {
        let packed = deflate(&[7; 1_000]).unwrap();
        let inflate = |room: usize, packed: &[u8]| inflater::inflate_into(&mut vec![0; room], packed);
        assert_eq!(inflate(1_000, &packed), Some(1_000));
        assert_eq!(inflate(999, &packed), None);
        assert_eq!(inflate(1_000, packed.split_last().unwrap().1), None);
        assert_eq!(inflate(1_000, b"no such thing"), None);
    }
}
