//! Joins glue, module and scripts into one script with one scope of its own.
//!
//! In it, `instantiate(guard)` makes a new instance with a fresh scope of the glue; the scripts (boot.js) call it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use std::fmt::Write as _;

/// Mozilla's linter reads no script of more bytes (`FILE_TOO_LARGE` of addons-linter); some are left for what is not the module.
const LINTED: usize = 5_000_000;

/// The same names as `WebAssembly` has, so that the same glue serves; a page's policy never sees a compile.
const STAND_IN: &str = "const WebAssembly = {
  Module: class {},
  Instance: class { constructor(module, imports) { this.exports = lowered(imports); } },
};
const module = new WebAssembly.Module();
";

/// The module as wasm.
pub(crate) fn wasm_core(glue: &str, wasm: &[u8]) -> String {
    let bytes = if 2 * wasm.len() > LINTED { in_base64(wasm) } else { in_hex(wasm) };
    format!("const module = new WebAssembly.Module({bytes});\n{}", instantiate(glue))
}

/// Bytes as JavaScript. In base64 equal bytes look different at every third place, so that gzip finds them no more: in hexadecimal,
/// though longer, the same is smaller where it is packed.
pub(crate) fn in_hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing into a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    format!("Uint8Array.fromHex(\"{digits}\")")
}

/// The same, a third shorter: for what would be too long otherwise.
fn in_base64(bytes: &[u8]) -> String {
    format!("Uint8Array.fromBase64(\"{}\")", BASE64_STANDARD.encode(bytes))
}

/// The module as plain JavaScript.
pub(crate) fn lowered_core(glue: &str, javascript: &str) -> String {
    format!("const lowered = (function (imports) {{\n{javascript}}});\n{STAND_IN}{}", instantiate(glue))
}

fn instantiate(glue: &str) -> String {
    format!("function instantiate(guard) {{\n{glue}}}\n")
}

/// Puts it all into one function, so that no name reaches the global scope.
pub(crate) fn join(core: &str, scripts: &[String]) -> String {
    format!("(() => {{\n\"use strict\";\n{core}{}}})();\n", scripts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_one_function_that_leaves_no_name_behind() {
        let script = join("core\n", &["first\n".to_owned(), "second\n".to_owned()]);
        assert_eq!(script, "(() => {\n\"use strict\";\ncore\nfirst\nsecond\n})();\n");
    }

    #[test]
    fn bytes_are_two_digits_each() {
        assert_eq!(in_hex(&[0, 10, 255]), "Uint8Array.fromHex(\"000aff\")");
    }

    #[test]
    fn a_module_that_no_linter_would_read_is_written_shorter() {
        assert!(wasm_core("", &vec![0; LINTED / 2]).contains("fromHex"));
        let long = wasm_core("", &vec![0; LINTED / 2 + 1]);
        assert!(long.contains("fromBase64") && long.len() < LINTED);
    }

    #[test]
    fn both_encodings_offer_the_same_way_to_an_instance() {
        let same = "const module = new WebAssembly.Module(";
        for core in [wasm_core("glue\n", b"wasm"), lowered_core("glue\n", "javascript\n")] {
            assert!(core.contains(same) && core.ends_with("function instantiate(guard) {\nglue\n}\n"), "{core}");
        }
    }
}
