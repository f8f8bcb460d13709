//! An overflow of the module's own stack ends as a trap, in both encodings.
//!
//! Beside the engine's stack a module keeps one in its memory, which grows down from `__stack_pointer` to address 0.
//! Below that, wasm traps by itself: addresses are unsigned, and no memory is that large. Lowered JavaScript does not:
//! it writes into nothing and reads zeros. So every new stack pointer is checked: below zero is a trap.
//! (wasm-opt has such a pass, which needs the name of the stack pointer and a call that sets the limits at run time.)

use anyhow::{Context as _, Result, ensure};
use walrus::ir::{BinaryOp, Binop, Call, Const, Instr, InstrLocId, InstrSeq, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionId, GlobalId, GlobalKind, Module, ValType};

/// Puts the check before every move of the stack pointer that may be downwards; the optimizer inlines it.
///
/// # Errors
/// When the stack pointer is not found, or the stack does not come first in memory.
pub(crate) fn check(module: &mut Module) -> Result<()> {
    let (pointer, top) = stack_pointer(module).context("the module has no stack pointer")?;
    for data in module.data.iter() {
        let above = matches!(data.kind, DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } if at >= top);
        ensure!(above, "the module keeps data below its stack: link it with --stack-first");
    }
    let mut moves = Moves { pointer, checked: checked(module) };
    for (_, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut moves, function, entry);
    }
    Ok(())
}

/// The linker's first variable, and where the stack starts; its name may be gone.
fn stack_pointer(module: &Module) -> Option<(GlobalId, i32)> {
    module.globals.iter().find_map(|global| match global.kind {
        GlobalKind::Local(ConstExpr::Value(Value::I32(top))) if global.mutable && top > 0 => Some((global.id(), top)),
        _ => None,
    })
}

/// A function that returns what it is given, and traps below zero.
fn checked(module: &mut Module) -> FunctionId {
    let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
    let pointer = module.locals.add(ValType::I32);
    function
        .func_body()
        .local_get(pointer)
        .i32_const(0)
        .binop(BinaryOp::I32LtS)
        .if_else(None, |overflow| _ = overflow.unreachable(), |_| {})
        .local_get(pointer);
    function.finish(vec![pointer], &mut module.funcs)
}

struct Moves {
    pointer: GlobalId,
    checked: FunctionId,
}

impl VisitorMut for Moves {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let mut checked: Vec<(Instr, InstrLocId)> = Vec::with_capacity(sequence.instrs.len());
        for instruction in std::mem::take(&mut sequence.instrs) {
            let moves = matches!(&instruction.0, Instr::GlobalSet(set) if set.global == self.pointer);
            if moves && !gives_back(&checked) {
                checked.push((Call { func: self.checked }.into(), InstrLocId::default()));
            }
            checked.push(instruction);
        }
        sequence.instrs = checked;
    }
}

/// Whether these instructions end by adding to the pointer, as a function does that gives its part of the stack back.
fn gives_back(before: &[(Instr, InstrLocId)]) -> bool {
    let [.., (Instr::Const(Const { value: Value::I32(size) }), _), (Instr::Binop(Binop { op: BinaryOp::I32Add }), _)] =
        before
    else {
        return false;
    };
    *size > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::{GlobalSet, dfs_in_order};

    /// A module with a stack of 64 KiB, data behind it, and a function that moves the stack pointer `moves` times and gives it back.
    fn module(data_at: i32, moves: usize) -> Module {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 2, None, None);
        let offset = ConstExpr::Value(Value::I32(data_at));
        module.data.add(DataKind::Active { memory, offset }, vec![1]);
        let top = ConstExpr::Value(Value::I32(65536));
        let pointer = module.globals.add_local(ValType::I32, true, false, top);
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
        for _ in 0..moves {
            function.func_body().block(None, |inner| _ = inner.i32_const(-16).global_set(pointer));
        }
        function.func_body().global_get(pointer).i32_const(16).binop(BinaryOp::I32Add).global_set(pointer);
        function.finish(vec![], &mut module.funcs);
        module
    }

    #[test]
    fn every_move_of_the_stack_pointer_goes_through_the_check_but_giving_back() {
        #[derive(Default)]
        struct Count(Vec<&'static str>);
        impl<'a> walrus::ir::Visitor<'a> for Count {
            fn visit_call(&mut self, _: &Call) {
                self.0.push("check");
            }
            fn visit_global_set(&mut self, _: &GlobalSet) {
                self.0.push("move");
            }
        }
        let mut module = module(65536, 2);
        check(&mut module).unwrap();
        let mut count = Count::default();
        for (_, function) in module.funcs.iter_local() {
            dfs_in_order(&mut count, function, function.entry_block());
        }
        assert_eq!(count.0, ["check", "move", "check", "move", "move"]);
    }

    #[test]
    fn data_below_the_stack_is_refused() {
        assert!(check(&mut module(0, 1)).unwrap_err().to_string().contains("--stack-first"));
    }
}
