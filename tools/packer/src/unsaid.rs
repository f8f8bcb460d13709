//! What is never said: the words that `Debug` makes of a value, and numbers with a fraction.
//!
//! No text of ours is made by either (`tests/house` sees to it): lengths are whole tenths of a pixel. But serde would put a wrong value into the message of
//! an error, and the standard library into that of a panic, which traps before (see `panics.rs`). Such a message leaves the value out. Lowered, where the
//! arithmetic of 64 bits that fractions need is made of halves, this spares 38 KB, and 12 of what gzip leaves.

use walrus::ir::{Const, InstrLocId, Value};
use walrus::{FunctionKind, Module, ValType};

/// What `fmt` returns when all went well.
const WRITTEN: Const = Const { value: Value::I32(0) };

/// Lets what formats them write nothing; the optimizer then leaves out what they called.
pub(crate) fn leave_out(module: &mut Module) {
    for function in module.funcs.iter_mut().filter(|function| function.name.as_deref().is_some_and(is_unsaid)) {
        let FunctionKind::Local(local) = &mut function.kind else { continue };
        if module.types.get(local.ty()).results() == [ValType::I32] {
            let entry = local.entry_block();
            local.block_mut(entry).instrs = vec![(WRITTEN.into(), InstrLocId::default())];
        }
    }
}

/// Whether a function of this name, as Rust writes it, formats one of these: `<f64 as core[1f]::fmt::Display>::fmt`.
fn is_unsaid(name: &str) -> bool {
    let path: String =
        name.split('[').flat_map(|part| part.split_once(']').map_or(part, |(_, rest)| rest).chars()).collect();
    path.contains(" as core::fmt::Debug>::fmt") || path.contains("<f64 as core::fmt::Display>::fmt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    /// The instructions that are left of a function of this name.
    fn left(name: &str) -> usize {
        let mut module = Module::default();
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32, ValType::I32], &[ValType::I32]);
        function.name(name.to_owned());
        function.func_body().i32_const(1).drop().i32_const(1);
        let arguments = vec![module.locals.add(ValType::I32), module.locals.add(ValType::I32)];
        let id = function.finish(arguments, &mut module.funcs);
        leave_out(&mut module);
        let function = module.funcs.get(id).kind.unwrap_local();
        function.block(function.entry_block()).instrs.len()
    }

    #[test]
    fn what_debug_and_fractions_would_say_is_left_out() {
        for name in [
            "<f64 as core[1f]::fmt::Display>::fmt",
            "<str as core[1f]::fmt::Debug>::fmt",
            "<alloc::vec::Vec<T> as core::fmt::Debug>::fmt::h1f",
            "<[u8] as core[1f]::fmt::Debug>::fmt",
        ] {
            assert_eq!(left(name), 1, "{name}");
        }
    }

    #[test]
    fn all_else_is_said() {
        for name in ["<u64 as core[1f]::fmt::Display>::fmt", "<str as core[1f]::fmt::Display>::fmt", "core::fmt::write"]
        {
            assert_eq!(left(name), 3, "{name}");
        }
    }
}
