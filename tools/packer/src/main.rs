//! Packs a built module into one script that ships.
//!
//! Two encodings of the same module come out of the same steps, with the same glue and the same start:
//! wasm as text, or plain JavaScript for places where a page's policy governs WebAssembly
//! (see ARCHITECTURE.md). The steps read as the data flow:
//! [`module`] prepares it, [`glue`] trims what wasm-bindgen wrote, [`lower`] makes JavaScript of it, [`bundle`] joins, [`carried`] writes the bytes.

mod bundle;
mod carried;
mod features;
mod glue;
mod lower;
mod module;
mod npm;
mod panics;
mod scans;
mod stack;
mod text;
mod unsaid;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

const USAGE: &str =
    "usage: packer wasm <inflater.wasm>|lowered <module.wasm> <out.js> <memory limit in MiB> <script.js>…";

/// How the module travels inside the script.
enum Encoding {
    /// WebAssembly, and the module that inflates it.
    Wasm { inflater: PathBuf },
    /// Plain JavaScript, made by `wasm2js`, and its data.
    Lowered,
}

/// What the command line asks for.
struct Order {
    encoding: Encoding,
    module: PathBuf,
    out: PathBuf,
    /// The most memory the module may ever ask for, in MiB.
    memory_limit: u32,
    /// Appended after the module, in the same scope; the boot file is the first.
    scripts: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match order(std::env::args().skip(1)).and_then(|order| pack(&order)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("packer: {reason:#}");
            ExitCode::FAILURE
        }
    }
}

fn order(mut arguments: impl Iterator<Item = String>) -> Result<Order> {
    let mut next = || arguments.next().context(USAGE);
    let encoding = match next()?.as_str() {
        "wasm" => Encoding::Wasm { inflater: next()?.into() },
        "lowered" => Encoding::Lowered,
        _ => bail!(USAGE),
    };
    let (module, out) = (next()?.into(), next()?.into());
    let memory_limit = next()?.parse().context(USAGE)?;
    let scripts: Vec<PathBuf> = arguments.map(Into::into).collect();
    if scripts.is_empty() {
        bail!(USAGE);
    }
    Ok(Order { encoding, module, out, memory_limit, scripts })
}

fn pack(order: &Order) -> Result<()> {
    let bound = module::bind(&read(&order.module)?, order.memory_limit)?;
    let glue = glue::trim(&bound.glue, bound.first_object)?;
    let scripts = order.scripts.iter().map(|path| read_text(path)).collect::<Result<Vec<_>>>()?;
    let core = match &order.encoding {
        Encoding::Wasm { inflater } => {
            let inflater = npm::optimize(&read(inflater)?)?;
            let carried = carried::inflated_by_module(&npm::optimize(&bound.wasm)?, &inflater)?;
            [carried, bundle::wasm_core(&glue)].concat()
        }
        Encoding::Lowered => {
            let lowered = lower::patch(&npm::lower(&bound.wasm)?, bound.pages, &bound.wide)?;
            let carried = carried::inflated_by_browser(&lowered.data)?;
            [carried, bundle::lowered_core(&glue, &lowered.body)].concat()
        }
    };
    let script = npm::minify(&bundle::join(&core, &scripts))?;
    let folder = order.out.parent().context("the script needs a folder to be written to")?;
    std::fs::create_dir_all(folder)?;
    std::fs::write(&order.out, script).with_context(|| format!("cannot write {}", order.out.display()))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).with_context(|| format!("{} is not UTF-8", path.display()))
}
