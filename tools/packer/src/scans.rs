//! The functions that a scan may go through.
//!
//! An engine passes over a function when it reads a script, and reads it again when it is first called: in the first scan that would be
//! hundreds of functions, one after the other. Those of JavaScript are written so that they are read once, with the script (see `lower.rs`).

use std::collections::BTreeSet;

use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, Module};

/// What the names end with that `module.rs` gives these functions.
pub(crate) const SUFFIX: &str = "_scans";

/// The crates that scan.
const CRATES: [&str; 3] = ["text::", "detectors::", "detect::"];

/// The functions of these crates, and all that are called from them by name.
pub(crate) fn functions(module: &Module) -> BTreeSet<FunctionId> {
    let mut reached = BTreeSet::new();
    let named = module.funcs.iter().filter(|function| function.name.as_deref().is_some_and(is_of_these_crates));
    let mut left: Vec<FunctionId> = named.map(walrus::Function::id).collect();
    while let Some(id) = left.pop() {
        let FunctionKind::Local(function) = &module.funcs.get(id).kind else { continue };
        if reached.insert(id) {
            dfs_in_order(&mut Calls(&mut left), function, function.entry_block());
        }
    }
    reached
}

/// Whether a function's name, as Rust writes it, has a path into one of the crates: `<detect::Item as core::clone::Clone>::clone`.
fn is_of_these_crates(name: &str) -> bool {
    let in_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    name.split(|c| !in_path(c)).any(|path| CRATES.iter().any(|of| path.starts_with(of)))
}

/// Gathers the functions that are called.
struct Calls<'c>(&'c mut Vec<FunctionId>);

impl Visitor<'_> for Calls<'_> {
    fn visit_call(&mut self, call: &Call) {
        self.0.push(call.func);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    /// A function of this name that calls others.
    fn add(module: &mut Module, name: &str, calls: &[FunctionId]) -> FunctionId {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
        function.name(name.to_owned());
        calls.iter().for_each(|called| _ = function.func_body().call(*called));
        function.finish(vec![], &mut module.funcs)
    }

    #[test]
    fn a_scan_goes_through_its_crates_and_what_they_call() {
        let mut module = Module::default();
        let sort = add(&mut module, "core::slice::sort", &[]);
        let clone = add(&mut module, "<detect::Item as core::clone::Clone>::clone", &[]);
        let scan = add(&mut module, "detect::scan", &[sort]);
        let _draw = add(&mut module, "deksel::ui::text::draw", &[scan]);
        assert_eq!(functions(&module), [sort, clone, scan].into());
    }
}
