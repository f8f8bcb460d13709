//! The JavaScript that `wasm2js` writes, made to stand in for an instance.

use anyhow::{Context as _, Result};

use crate::text::Generated;

/// Copies into a larger buffer and leaves the old one as it is; returns the old size even when there was no room.
const COPY: &str = "   var newBuffer = new ArrayBuffer(newPages << 16);
   var newHEAP8 = new Int8Array(newBuffer);
   newHEAP8.set(HEAP8);
";

/// The glue notices growth by the old buffer being detached, and would otherwise read stale bytes.
const TRANSFER: &str = "   var newBuffer = buffer.transfer(newPages << 16);\n";

const ALWAYS_THE_OLD_SIZE: &str = "   bufferView = HEAPU8;
  }
  return oldPages;
";

const MINUS_ONE_WITHOUT_ROOM: &str = "   bufferView = HEAPU8;
  }
  return buffer.byteLength === newPages << 16 ? oldPages : -1;
";

/// Makes the body of a function that takes `imports` and returns the exports of a new instance.
///
/// # Errors
/// When the JavaScript is not the text this was written for.
pub(crate) fn patch(javascript: &str) -> Result<String> {
    let start =
        javascript.find("\n  var bufferView;").context("wasm2js writes another beginning than the packer knows")?;
    let mut text = Generated::new("wasm2js", javascript.get(start..).unwrap_or_default());
    text.replace(COPY, TRANSFER)?;
    text.replace(ALWAYS_THE_OLD_SIZE, MINUS_ONE_WITHOUT_ROOM)?;
    text.replace_rest("var retasmFunc = asmFunc({", "return asmFunc(imports);\n")?;
    text.without(&["import ", "export ", "new ArrayBuffer(newPages", "WebAssembly"])
}
