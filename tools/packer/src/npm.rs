//! The tools from npm: Binaryen (wasm-opt, wasm2js) and esbuild.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};

/// What the compiler uses; named one by one, because browsers refuse modules optimized with `--all-features`.
const FEATURES: [&str; 4] =
    ["--enable-bulk-memory", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];

/// Puts plainer instructions in the place of those that JavaScript has no counterpart for.
const LOWERING: [&str; 3] =
    ["--llvm-memory-copy-fill-lowering", "--llvm-nontrapping-fptoint-lowering", "--signext-lowering"];

/// A function called from one place is not drawn into its caller when it is larger: an engine compiles a function when it is first called,
/// and what is seldom needed would wait in the way of what is needed at once. Large functions are optimized late, too, or never.
const INLINING: [&str; 2] = ["--one-caller-inline-max-function-size", "60"];

/// Puts functions in the order of the names that `module.rs` gives them.
const ORDERING: &str = "--reorder-functions-by-name";

/// Optimizes a module, and takes the names out.
pub(crate) fn optimize(wasm: &[u8]) -> Result<Vec<u8>> {
    optimize_with(&[], &["--strip-debug"], wasm)
}

/// Optimizes a module and writes it as JavaScript, in which functions have their names.
pub(crate) fn lower(wasm: &[u8]) -> Result<String> {
    let plain = optimize_with(&LOWERING, &["--debuginfo"], wasm)?;
    Ok(String::from_utf8(run("wasm2js", &[&INLINING[..], &["-O3"]].concat(), ("module.wasm", &plain))?)?)
}

/// Optimizes a module after and before other passes.
fn optimize_with(before: &[&str], after: &[&str], wasm: &[u8]) -> Result<Vec<u8>> {
    let options = [&FEATURES[..], before, &INLINING[..], &["-O3", ORDERING], after, &["-o", "-"]].concat();
    run("wasm-opt", &options, ("module.wasm", wasm))
}

/// Takes out of a script what only its reader needs.
pub(crate) fn minify(script: &str) -> Result<String> {
    let minified =
        run("esbuild", &["--minify", "--target=es2022", "--log-level=warning"], ("script.js", script.as_bytes()))?;
    Ok(String::from_utf8(minified)?)
}

/// Runs a tool on a file; the tool's own words go to standard error.
fn run(tool: &str, options: &[&str], (name, input): (&str, &[u8])) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let file = folder.path().join(name);
    std::fs::write(&file, input).context("cannot write a temporary file")?;
    eprintln!("{tool}: {} KB", input.len() / 1000);
    let output = Command::new(format!("node_modules/.bin/{tool}"))
        .arg(file)
        .args(options)
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run {tool}: run npm ci first"))?;
    ensure!(output.status.success(), "{tool} failed");
    Ok(output.stdout)
}
