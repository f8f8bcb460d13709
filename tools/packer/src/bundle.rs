//! Joins glue, module and scripts into one script with one scope of its own.
//!
//! In it, `instantiate(guard)` makes a new instance with a fresh scope of the glue; the scripts (boot.js) call it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// `atob` is four times slower, and serves where `Uint8Array.fromBase64` is not there yet.
const DECODE: &str = "Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))";

/// The same names as `WebAssembly` has, so that the same glue serves; a page's policy never sees a compile.
const STAND_IN: &str = "const WebAssembly = {
  Module: class {},
  Instance: class { constructor(module, imports) { this.exports = lowered(imports); } },
};
const module = new WebAssembly.Module();
";

/// The module as wasm.
pub(crate) fn wasm_core(glue: &str, wasm: &[u8]) -> String {
    let text = BASE64_STANDARD.encode(wasm);
    format!(
        "const decode = (text) => {DECODE};\nconst module = new WebAssembly.Module(decode(\"{text}\"));\n{}",
        instantiate(glue)
    )
}

/// The module as plain JavaScript.
pub(crate) fn lowered_core(glue: &str, javascript: &str) -> String {
    format!("function lowered(imports) {{\n{javascript}}}\n{STAND_IN}{}", instantiate(glue))
}

fn instantiate(glue: &str) -> String {
    format!("function instantiate(guard) {{\n{glue}}}\n")
}

/// Puts it all into one function, so that no name reaches the global scope.
pub(crate) fn join(core: &str, scripts: &[String]) -> String {
    format!("(() => {{\n\"use strict\";\n{core}{}}})();\n", scripts.concat())
}
