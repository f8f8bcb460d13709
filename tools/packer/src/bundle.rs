//! Joins glue, module and scripts into one script with one scope of its own.
//!
//! In it, `instantiate(guard)` makes a new instance with a fresh scope of the glue; the scripts (boot.js) call it.

/// The same names as `WebAssembly` has, so that the same glue serves; a page's policy never sees a compile.
const STAND_IN: &str = "const WebAssembly = {
  Module: class {},
  Instance: class { constructor(module, imports) { this.exports = lowered(imports); } },
};
const module = new WebAssembly.Module();
";

/// The module as wasm, which `carried` (see carried.rs) returns.
pub(crate) fn wasm_core(glue: &str) -> String {
    format!("const module = new WebAssembly.Module(carried());\n{}", instantiate(glue))
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
    fn both_encodings_offer_the_same_way_to_an_instance() {
        let same = "const module = new WebAssembly.Module(";
        for core in [wasm_core("glue\n"), lowered_core("glue\n", "javascript\n")] {
            assert!(core.contains(same) && core.ends_with("function instantiate(guard) {\nglue\n}\n"), "{core}");
        }
    }
}
