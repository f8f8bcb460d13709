//! What is changed in the module itself, around wasm-bindgen.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail, ensure};
use walrus::{ExportItem, FunctionId, FunctionKind, ImportKind, Module, ModuleConfig, Type, ValType};
use wasm_bindgen_cli_support::Bindgen;

use crate::{features, panics, scans, stack, text::Generated, unsaid};

/// Objects of the glue below this number are its own (undefined, null, true, false) and need no counting.
/// wasm-bindgen tells the module so only where it may use tables of references, and leaves an import open otherwise.
const FIRST_OBJECT: i32 = 1028;
const FIRST_OBJECT_IMPORT: (&str, &str) = ("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end");

const PAGES_PER_MIB: u64 = 16;

/// A module and the glue that belongs to it.
pub(crate) struct Bound {
    /// As wasm-bindgen writes it.
    pub(crate) glue: String,
    pub(crate) wasm: Vec<u8>,
    /// The number of the first object that the glue counts.
    pub(crate) first_object: i32,
    pub(crate) pages: Pages,
    /// The imports that take a whole number of 64 bits.
    pub(crate) wide: Vec<WideImport>,
}

/// Memory in pages of 64 KiB.
#[derive(Clone, Copy)]
pub(crate) struct Pages {
    /// What the module begins with.
    pub(crate) initial: u64,
    /// The most it may ever ask for.
    pub(crate) limit: u64,
}

/// A function of the glue that takes a whole number of 64 bits: one value to wasm, two halves when lowered.
pub(crate) struct WideImport {
    pub(crate) name: String,
    /// For each parameter, whether it has 64 bits.
    pub(crate) wide: Vec<bool>,
}

/// Runs wasm-bindgen on a built module, and makes sure that both encodings can carry the result.
///
/// # Errors
/// When the module cannot be read, or holds what cannot be lowered.
pub(crate) fn bind(wasm: &[u8], memory_limit: u32) -> Result<Bound> {
    let mut module = ModuleConfig::new()
        .generate_producers_section(false)
        .generate_name_section(true)
        .parse(wasm)
        .context("the module cannot be read")?;
    features::switch_off(&mut module)?;
    fix_first_object(&mut module)?;
    let mut output = Bindgen::new().input_module("deksel", module).no_modules(true)?.generate_output()?;
    let mut glue = Generated::new("wasm-bindgen", output.js());
    let module = output.wasm_mut();
    shorten_imports(module, &mut glue)?;
    panics::shorten(module);
    unsaid::leave_out(module);
    let scanning = scans::functions(module);
    name_by_likeness(module, &scanning);
    stack::check(module)?;
    let pages = limit_memory(module, memory_limit)?;
    let wide = wide_imports(module)?;
    refuse_other_exports(module)?;
    Ok(Bound { glue: glue.without(&[])?, wasm: module.emit_wasm(), first_object: FIRST_OBJECT, pages, wide })
}

/// Puts the number in the place of the import.
fn fix_first_object(module: &mut Module) -> Result<()> {
    let (from, name) = FIRST_OBJECT_IMPORT;
    if let Ok(import) = module.imports.get_func(from, name) {
        module.replace_imported_func(import, |(body, _)| _ = body.i32_const(FIRST_OBJECT))?;
    }
    Ok(())
}

/// Gives functions of the glue short names: wasm-bindgen's hold a hash each, which nothing packs, and stand in the module and in the glue.
fn shorten_imports(module: &mut Module, glue: &mut Generated) -> Result<()> {
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = format!("f{number}");
        glue.replace(&format!("{}: function(", import.name), &format!("{short}: function("))?;
        import.name = short;
    }
    Ok(())
}

/// Names functions so that in the order of their names those stand together that take as much and are as long: they are alike, and who packs
/// them looks back 32 KB for what is alike. At the end the name says whether it is one of these.
fn name_by_likeness(module: &mut Module, scanning: &BTreeSet<FunctionId>) {
    for (number, function) in module.funcs.iter_mut().enumerate() {
        let FunctionKind::Local(local) = &function.kind else { continue };
        let types = module.types.get(local.ty());
        let (taken, returned, size) = (types.params().len(), types.results().len(), local.size());
        let scans = if scanning.contains(&function.id()) { scans::SUFFIX } else { "" };
        function.name = Some(format!("{taken:03}_{returned}_{size:06}_{number}{scans}"));
    }
}

/// A limit turns endless growth into a fault of ours long before it becomes a tab that is out of memory.
fn limit_memory(module: &mut Module, mib: u32) -> Result<Pages> {
    let limit = u64::from(mib) * PAGES_PER_MIB;
    let memory = module.memories.iter_mut().next().context("the module has no memory")?;
    ensure!(memory.initial <= limit, "the module starts with more memory than its limit of {mib} MiB");
    memory.maximum = Some(limit);
    Ok(Pages { initial: memory.initial, limit })
}

fn wide_imports(module: &Module) -> Result<Vec<WideImport>> {
    let mut wide = Vec::new();
    for import in module.imports.iter() {
        let ImportKind::Function(id) = import.kind else {
            bail!("the import {} is no function: the packer cannot lower it", import.name);
        };
        let types = types(module, id);
        ensure!(!types.results().contains(&ValType::I64), "the import {} returns a u64 or i64", import.name);
        if types.params().contains(&ValType::I64) {
            let params = types.params().iter().map(|kind| *kind == ValType::I64).collect();
            wide.push(WideImport { name: import.name.clone(), wide: params });
        }
    }
    Ok(wide)
}

/// The glue does not know the two halves of a lowered number either;
/// and a table would be a way into the instance around the guard of boot.js.
fn refuse_other_exports(module: &Module) -> Result<()> {
    for export in module.exports.iter() {
        let lowers = match export.item {
            ExportItem::Function(id) => {
                let types = types(module, id);
                !types.params().iter().chain(types.results()).any(|kind| *kind == ValType::I64)
            }
            ExportItem::Memory(_) | ExportItem::Global(_) => true,
            _ => false,
        };
        ensure!(lowers, "the export {} is a table, or has a u64 or i64", export.name);
    }
    Ok(())
}

fn types(module: &Module, function: FunctionId) -> &Type {
    module.types.get(module.funcs.get(function).ty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    #[test]
    fn in_the_order_of_their_names_functions_stand_beside_their_like() {
        let mut module = Module::default();
        let mut add = |parameters: &[ValType], length: usize| {
            let mut function = FunctionBuilder::new(&mut module.types, parameters, &[]);
            (0..length).for_each(|_| _ = function.func_body().i32_const(1).drop());
            let taken = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
            function.finish(taken, &mut module.funcs)
        };
        let [long, two, none, short] =
            [(1, 12), (2, 3), (0, 30), (1, 3)].map(|(taken, length)| add(vec![ValType::I32; taken].as_slice(), length));
        name_by_likeness(&mut module, &BTreeSet::from([short]));
        let mut named: Vec<_> = module.funcs.iter().map(|function| (function.name.clone(), function.id())).collect();
        named.sort();
        let is_scanning = |name: Option<String>| name.is_some_and(|name| name.ends_with(scans::SUFFIX));
        let named: Vec<_> = named.into_iter().map(|(name, id)| (is_scanning(name), id)).collect();
        assert_eq!(named, [(false, none), (true, short), (false, long), (false, two)]);
    }
}
