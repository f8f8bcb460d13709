//! A panic becomes the trap that it ends as anyhow.
//!
//! The standard library makes a message first and hands it to a hook, which in this target tells nobody: the member and JavaScript only ever
//! see the trap. So a function that never returns, and from which no call leads to JavaScript, is made to trap at once; the optimizer then
//! leaves out the messages' formatting, and what prepares it wherever something may fail.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Br, BrIf, BrTable, Call, Instr, InstrLocId, InstrSeqId, Return, Unreachable, Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, LocalFunction, Module};

/// Makes these functions trap at once.
pub(crate) fn shorten(module: &mut Module) {
    let outlines: BTreeMap<FunctionId, Outline> =
        module.funcs.iter_local().map(|(id, function)| (id, Outline::of(function))).collect();
    let mut reaching: BTreeSet<FunctionId> = module
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Import(_)))
        .map(walrus::Function::id)
        .collect();
    loop {
        let more =
            outlines.iter().filter(|(id, outline)| !reaching.contains(id) && !outline.calls.is_disjoint(&reaching));
        let more: Vec<FunctionId> = more.map(|(id, _)| *id).collect();
        if more.is_empty() {
            break;
        }
        reaching.extend(more);
    }
    for (id, function) in module.funcs.iter_local_mut() {
        if outlines.get(&id).is_some_and(|outline| !outline.returns) && !reaching.contains(&id) {
            let entry = function.entry_block();
            function.block_mut(entry).instrs = vec![(Unreachable {}.into(), InstrLocId::default())];
        }
    }
}

/// What matters of a function.
struct Outline {
    /// Whether it may return.
    returns: bool,
    /// The functions that it calls by name. Calls through the table are not among them: of those that never return, only the formatting
    /// of messages makes any.
    calls: BTreeSet<FunctionId>,
}

impl Outline {
    fn of(function: &LocalFunction) -> Outline {
        let entry = function.entry_block();
        let ends = matches!(function.block(entry).instrs.last(), Some((Instr::Unreachable(_), _)));
        let mut seen = Seen { entry, leaves: false, calls: BTreeSet::new() };
        dfs_in_order(&mut seen, function, entry);
        Outline { returns: seen.leaves || !ends, calls: seen.calls }
    }
}

/// What stands in a function.
struct Seen {
    entry: InstrSeqId,
    /// Whether anything leaves it before its end.
    leaves: bool,
    calls: BTreeSet<FunctionId>,
}

impl Visitor<'_> for Seen {
    fn visit_call(&mut self, call: &Call) {
        self.calls.insert(call.func);
    }

    fn visit_return(&mut self, _: &Return) {
        self.leaves = true;
    }

    fn visit_br(&mut self, branch: &Br) {
        self.leaves |= branch.block == self.entry;
    }

    fn visit_br_if(&mut self, branch: &BrIf) {
        self.leaves |= branch.block == self.entry;
    }

    fn visit_br_table(&mut self, branch: &BrTable) {
        self.leaves |= branch.default == self.entry || branch.blocks.contains(&self.entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    /// The instructions that are left of a function that first calls `callee`, may leave, and ends in a trap.
    fn left(module: &mut Module, callee: FunctionId, leaves: bool) -> usize {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
        let entry = function.func_body_id();
        let mut body = function.func_body();
        body.call(callee);
        if leaves {
            body.i32_const(1).br_if(entry);
        }
        body.unreachable();
        let id = function.finish(vec![], &mut module.funcs);
        shorten(module);
        let function = module.funcs.get(id).kind.unwrap_local();
        function.block(function.entry_block()).instrs.len()
    }

    /// A function that takes a number and returns, after it has called another.
    fn message(module: &mut Module, callee: Option<FunctionId>) -> FunctionId {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
        callee.into_iter().for_each(|callee| _ = function.func_body().call(callee));
        function.func_body().i32_const(1).drop();
        function.finish(vec![], &mut module.funcs)
    }

    fn import(module: &mut Module) -> FunctionId {
        let kind = module.types.add(&[], &[] as &[ValType]);
        module.add_import_func("glue", "throw", kind).0
    }

    #[test]
    fn what_never_returns_and_tells_nobody_traps_at_once() {
        let mut module = Module::default();
        let message = message(&mut module, None);
        assert_eq!(left(&mut module, message, false), 1);
    }

    #[test]
    fn what_may_return_is_left_alone() {
        let mut module = Module::default();
        let message = message(&mut module, None);
        assert_eq!(left(&mut module, message, true), 4);
    }

    #[test]
    fn what_tells_javascript_why_is_left_alone_however_long_the_way() {
        let mut module = Module::default();
        let throw = import(&mut module);
        assert_eq!(left(&mut module, throw, false), 2);
        let between = message(&mut module, Some(throw));
        assert_eq!(left(&mut module, between, false), 2);
    }
}
