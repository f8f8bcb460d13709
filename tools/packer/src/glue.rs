//! The glue that wasm-bindgen writes for `--target no-modules`, cut down to a function body.
//!
//! What goes is its asynchronous loader, which holds a request for a file and reads `document.currentScript`
//! (a page can replace that). What stays is `initSync` and the exports. Run as the body of a function, it makes
//! one instance a call, each with a scope of its own.

use anyhow::{Result, ensure};

use crate::text::Generated;

const HEAD: &str = "let wasm_bindgen = (function(exports) {
            let script_src;
            if (typeof document !== 'undefined' && document.currentScript !== null) {
                script_src = new URL(document.currentScript.src, location.href).toString();
            }
";

/// What must be gone afterwards.
const LOADER: [&str; 4] = ["fetch(", "currentScript", "script_src", "require("];

/// Makes the body of a function that takes `module` and `guard` (see boot.js) and returns the exports of a new instance.
///
/// # Errors
/// When the glue is not the text this was written for.
pub(crate) fn trim(glue: &str, first_object: i32) -> Result<String> {
    // The number below which the glue keeps its fixed objects is also built into the module.
    let fixed = format!("if (idx < {first_object}) return;");
    ensure!(glue.contains(&fixed), "wasm-bindgen keeps another number of fixed objects than {first_object}");

    let mut text = Generated::new("wasm-bindgen", glue);
    text.replace(HEAD, "const exports = { __proto__: null };\n")?;
    text.replace_from("async function __wbg_load(", "function initSync(", "")?;
    text.replace("wasm = instance.exports;", "wasm = guard(instance.exports);")?;
    text.replace_rest("let __wbg_init_promise;", "initSync({ module });\nreturn exports;\n")?;
    text.without(&LOADER)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shape of the glue, in few words.
    fn glue() -> String {
        [
            HEAD,
            "function scan() {}\nexports.scan = scan;\n",
            "function dropObject(idx) { if (idx < 1028) return; }\n",
            "function __wbg_finalize_init(instance) { wasm = instance.exports; }\n",
            "async function __wbg_load(module) { return await WebAssembly.instantiate(module); }\n",
            "function initSync(module) {}\n",
            "let __wbg_init_promise;\nasync function __wbg_init(path) { fetch(path) }\n",
        ]
        .concat()
    }

    #[test]
    fn only_the_synchronous_start_and_the_exports_are_left() {
        assert_eq!(
            trim(&glue(), 1028).unwrap(),
            "const exports = { __proto__: null };\n\
             function scan() {}\nexports.scan = scan;\n\
             function dropObject(idx) { if (idx < 1028) return; }\n\
             function __wbg_finalize_init(instance) { wasm = guard(instance.exports); }\n\
             function initSync(module) {}\n\
             initSync({ module });\nreturn exports;\n"
        );
    }

    #[test]
    fn glue_of_another_shape_fails_the_build() {
        for part in ["script_src = ", "wasm = instance", "async function __wbg_load", "let __wbg_init_promise"] {
            assert!(trim(&glue().replace(part, "changed"), 1028).is_err(), "{part}");
        }
        assert!(trim(&(glue().replace("scan() {}", "scan() { fetch(0) }")), 1028).is_err());
        assert!(trim(&glue(), 1032).is_err());
    }
}
