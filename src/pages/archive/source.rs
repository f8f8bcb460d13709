//! A file that the member chose, as the reading takes it.

use js_sys::Uint8Array;
use std::io::{self, Read, Seek, SeekFrom};
use wasm_bindgen::prelude::*;
use web_sys::{File, FileReaderSync};

/// Bytes of a file that are held at a time.
const BLOCK: u32 = 1 << 20;

/// A file that is read a block at a time, so that its size does not matter.
pub(super) struct Source {
    file: File,
    size: u64,
    at: u64,
    block: Vec<u8>,
    /// Where the block stands in the file.
    block_at: u64,
}

impl Source {
    /// The file from its beginning on.
    pub(super) fn of(file: File) -> Source {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of files are whole numbers")]
        let size = file.size() as u64;
        Source { file, size, at: 0, block: Vec::new(), block_at: 0 }
    }

    /// What the block holds from the place where reading stands.
    fn ready(&self) -> &[u8] {
        let skipped = self.at.checked_sub(self.block_at).and_then(|skipped| usize::try_from(skipped).ok());
        skipped.and_then(|skipped| self.block.get(skipped..)).unwrap_or_default()
    }

    /// Blocks begin at multiples of their length, so that reading backwards finds the same ones.
    fn load(&mut self) -> Result<(), JsValue> {
        self.block_at = self.at - self.at % u64::from(BLOCK);
        #[expect(clippy::cast_precision_loss, reason = "files end long before 2^53 bytes")]
        let from = self.block_at as f64;
        let part = self.file.slice_with_f64_and_f64(from, from + f64::from(BLOCK))?;
        self.block = Uint8Array::new(&*FileReaderSync::new()?.read_as_array_buffer(&part)?).to_vec();
        Ok(())
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size {
            return Ok(0);
        }
        if self.ready().is_empty() {
            self.load().map_err(|_| io::Error::other("the browser can no longer read it"))?;
        }
        let count = self.ready().read(buffer)?;
        self.at += u64::try_from(count).unwrap_or_default();
        Ok(count)
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
        };
        self.at = place.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
