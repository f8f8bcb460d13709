use anyhow::Context as _;
fn main() -> anyhow::Result<()> {
    let bytes = std::fs::read(std::env::args().nth(1).context("in")?)?;
    let b = find(&bytes);
    let mut out = wasm_bindgen_cli_support::Bindgen::new().input_bytes("deksel", b).no_modules(true)?.typescript(false).remove_name_section(true).remove_producers_section(true).generate_output()?;
    std::fs::write("/work/notes/toy-a/glue.js", out.js())?;
    std::fs::write("/work/notes/toy-a/bg.wasm", out.wasm_mut().emit_wasm())?;
    Ok(())
}
fn find(bytes: &[u8]) -> Vec<u8> {
    let mut v = bytes.to_vec();
    for f in [&b"reference-types"[..], b"multivalue"] {
        for i in 0..v.len()-20 { if v[i..].starts_with(f) && v[i-2]==b'+' { println!("{i}"); v[i-2]=b'-'; } }
    }
    v
}
