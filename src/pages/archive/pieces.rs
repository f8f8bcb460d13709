//! A file that is made a piece at a time: the browser keeps the pieces, wherever it has room, and the module holds one.

use crate::archive::report::Format;
use js_sys::{Array, Uint8Array};
use std::io::{self, Write};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// Bytes of a piece, about.
const PIECE: usize = 1 << 20;

/// See the module's words.
#[derive(Default)]
pub(super) struct Pieces {
    made: Array,
    piece: Vec<u8>,
}

impl Pieces {
    /// The file.
    pub(super) fn file(mut self, format: Format) -> Result<Blob, JsValue> {
        self.put_away()?;
        let options = BlobPropertyBag::new();
        options.set_type(format.media_type());
        Blob::new_with_blob_sequence_and_options(&self.made, &options)
    }

    fn put_away(&mut self) -> Result<(), JsValue> {
        let piece = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(self.piece.as_slice())))?;
        self.made.push(&piece);
        self.piece.clear();
        Ok(())
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.put_away().map_err(|_| io::Error::other("the browser has no room for it"))?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
