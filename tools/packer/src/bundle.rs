//! Joins glue, module and scripts into one script with one scope of its own.
//!
//! In it, `load()` promises the module, of which `instantiate(module, guard)` makes a new instance with a fresh scope of the glue; the scripts
//! (boot.js) call them.

/// The same names as `WebAssembly` has, so that the same glue serves; a page's policy never sees a compile.
const STAND_IN: &str = "const WebAssembly = {
  Module: class { constructor(data) { this.data = data; } },
  Instance: class { constructor({ data }, imports) { this.exports = lowered(imports, data); } },
};
";

/// The module as wasm, whose bytes `carried` (see carried.rs) gives.
pub(crate) fn wasm_core(glue: &str) -> String {
    format!(
        "const load = () => new Promise((done) => done(carried())).then((bytes) => new WebAssembly.Module(bytes));
function instantiate(module, guard) {{\n{glue}}}\n"
    )
}

/// The module as plain JavaScript, whose data `carried` gives.
pub(crate) fn lowered_core(glue: &str, javascript: &str) -> String {
    format!("const lowered = (function (imports, data) {{\n{javascript}}});\n{STAND_IN}{}", wasm_core(glue))
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
    fn both_encodings_offer_the_same_way_to_an_instance() {
        let [wasm, lowered] = [wasm_core("glue\n"), lowered_core("glue\n", "javascript\n")];
        assert!(wasm.ends_with("function instantiate(module, guard) {\nglue\n}\n"), "{wasm}");
        assert!(lowered.ends_with(&wasm), "{lowered}");
    }
}
