//! The JavaScript that `wasm2js` writes, made to stand in for an instance.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::{
    module::{Pages, WideImport},
    scans,
    text::Generated,
};

/// Stands before each stretch of the module's data; then comes where it goes and, as a text, what it is.
const DATA: &str = "base64DecodeToExistingUint8Array(bufferView, ";

const SIZE: &str = "  return buffer.byteLength >> 16;\n";
const SIZE_OF_ITS_OWN: &str = "  return pages;\n";

/// Begins to copy into a larger buffer, and what stands in its place: there is one buffer, as large as the memory may become.
const COPY: &str = "   var newBuffer = new ArrayBuffer(newPages << 16);\n";
const GROW: &str = "   pages = newPages;\n";

const ALWAYS_THE_OLD_SIZE: &str = "  }\n  return oldPages;\n";
/// As wasm answers when there is no more memory to have.
const MINUS_ONE_WITHOUT_ROOM: &str = "  }\n  return pages === newPages ? oldPages : -1;\n";

/// Begins a function of the module; before the first there are its variables.
const FUNCTION: &str = "\n function ";
const FUNCTION_END: &str = "\n }\n";
/// Variables among them that never change: the memory, what is used of `Math`, and the functions of the glue.
const UNCHANGING: [&str; 4] = [" var buffer ", " var HEAP", " var Math_", " var fimport$"];

/// The module as JavaScript.
pub(crate) struct Lowered {
    /// The body of a function that takes `imports` and `data`, and returns the exports of a new instance.
    pub(crate) body: String,
    /// What the memory begins with, from the first stretch to the last.
    pub(crate) data: Vec<u8>,
}

/// Makes of what wasm2js writes what stands in for an instance.
///
/// # Errors
/// When the JavaScript is not the text this was written for.
pub(crate) fn patch(javascript: &str, pages: Pages, wide: &[WideImport]) -> Result<Lowered> {
    let Pages { initial, limit } = pages;
    let (_modules, body) = javascript
        .split_once("\n\n  var bufferView;")
        .context("wasm2js writes another beginning than the packer knows")?;
    let (body, data) = without_data(body)?;
    let mut text = Generated::new("wasm2js", &["var bufferView;", &body].concat());
    text.replace(
        &format!(" var buffer = new ArrayBuffer({});\n", initial << 16),
        &format!(" var pages = {initial};\n var buffer = new ArrayBuffer({});\n", limit << 16),
    )?;
    text.replace(SIZE, SIZE_OF_ITS_OWN)?;
    text.require(&format!("newPages <= {limit})"))?;
    text.replace_from(COPY, ALWAYS_THE_OLD_SIZE, GROW)?;
    text.replace(ALWAYS_THE_OLD_SIZE, MINUS_ONE_WITHOUT_ROOM)?;
    for import in wide {
        let function = format!("$_deksel_bg_js.{}", import.name);
        text.replace(&format!("= {function};"), &format!("= {};", join_halves(&function, &import.wide)))?;
    }
    text.replace_from("  var base64ReverseLookup", "function initActiveSegments(", "")?;
    text.rewrite("function asmFunc(imports) {", "\n\nvar retasmFunc", read_at_once)?;
    // In brackets, because engines read a function so written once, and not a second time when it is called.
    text.replace("function asmFunc(imports) {", "return (function (imports) {")?;
    text.rewrite("return (function (imports) {", FUNCTION, constants)?;
    text.replace_rest("\n\nvar retasmFunc = asmFunc({", ")(imports);\n")?;
    let body = text.without(&["import ", "export ", "WebAssembly", "base64"])?;
    Ok(Lowered { body, data })
}

/// Makes constants of the variables that never change: what an engine knows for sure, above all where the memory is, it need not look up at
/// every access. So the memory never moves: its buffer has the size of the limit at once, and an operating system gives what is used of it.
fn constants(variables: &str) -> String {
    let line = |line: &str| match line.strip_prefix(" var ") {
        Some(rest) if UNCHANGING.iter().any(|variable| line.starts_with(variable)) => format!(" const {rest}"),
        _ => line.to_owned(),
    };
    variables.split_inclusive('\n').map(line).collect()
}

/// Writes the functions of scans in brackets, too.
fn read_at_once(body: &str) -> String {
    let mut parts = body.split(FUNCTION);
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = part.split_once('(').filter(|(name, _)| name.ends_with(scans::SUFFIX));
        match named.and_then(|(name, function)| Some((name, function.split_once(FUNCTION_END)?))) {
            Some((name, (function, rest))) => {
                written += &format!("\n const {name} = (function ({function}\n }});\n{rest}");
            }
            None => written += &[FUNCTION, part].concat(),
        }
    }
    written
}

/// Takes the data out. wasm2js leaves out every longer row of zeros: hundreds of stretches, which as one text are packed better, and read at once.
fn without_data(body: &str) -> Result<(String, Vec<u8>)> {
    let mut stretches = body.split(DATA);
    let mut text = stretches.next().unwrap_or_default().to_owned();
    let (mut data, mut first) = (Vec::new(), None);
    for stretch in stretches {
        let parts =
            stretch.split_once(", \"").and_then(|(start, rest)| Some((start.parse().ok()?, rest.split_once("\");")?)));
        let (start, (bytes, rest)): (usize, _) =
            parts.context("wasm2js writes data in another way than the packer knows")?;
        if first.is_none() {
            text += &format!("bufferView.set(data, {start});");
        }
        let place = start.checked_sub(*first.get_or_insert(start)).filter(|place| *place >= data.len());
        data.resize(place.context("wasm2js writes data in another order than the packer knows")?, 0);
        data.extend(BASE64_STANDARD.decode(bytes)?);
        text += rest;
    }
    ensure!(first.is_some(), "wasm2js writes no data");
    Ok((text, data))
}

/// A function that takes the low and the high half of each wide parameter and hands on one BigInt, as wasm does.
fn join_halves(function: &str, wide: &[bool]) -> String {
    let (mut taken, mut given) = (Vec::new(), Vec::new());
    for (index, wide) in wide.iter().enumerate() {
        if *wide {
            taken.push(format!("low{index}, high{index}"));
            given.push(format!("BigInt(high{index}) << 32n | BigInt(low{index} >>> 0)"));
        } else {
            taken.push(format!("value{index}"));
            given.push(format!("value{index}"));
        }
    }
    format!("({}) => {function}({})", taken.join(", "), given.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: Pages = Pages { initial: 23, limit: 1024 };

    /// The shape of what wasm2js writes, in few words.
    fn javascript() -> String {
        [
            "import * as $_deksel_bg_js from './deksel_bg.js';\n\n  var bufferView;\n",
            "  var base64ReverseLookup = 0;\n",
            "function initActiveSegments(imports) {\n  base64DecodeToExistingUint8Array(bufferView, 1024, \"AAr/\");\n  \
             base64DecodeToExistingUint8Array(bufferView, 1029, \"AQ==\");\n}\n",
            "function asmFunc(imports) {\n var buffer = new ArrayBuffer(1507328);\n var HEAP8 = new Int8Array(buffer);\n",
            " var fimport$0 = $_deksel_bg_js.count;\n var global$0 = 1048576;\n function $0() {\n  var $1 = 0;\n }\n",
            SIZE,
            "  if ((oldPages < newPages) && (newPages < 65536) && (newPages <= 1024)) {\n",
            COPY,
            "   HEAP8 = new Int8Array(newBuffer);\n",
            ALWAYS_THE_OLD_SIZE,
            "}\n\nvar retasmFunc = asmFunc({\n});\nexport var memory = retasmFunc.memory;\n",
        ]
        .concat()
    }

    #[test]
    fn it_becomes_the_body_of_a_function_whose_memory_stays_where_it_is() {
        let Lowered { body: patched, data } = patch(&javascript(), PAGES, &[]).unwrap();
        assert_eq!(data, [0, 10, 255, 0, 0, 1]);
        let start = "var bufferView;\nfunction initActiveSegments(imports) {\n  \
                     bufferView.set(data, 1024);\n  \n}\nreturn (function (imports) {\n \
                     var pages = 23;\n const buffer = new ArrayBuffer(67108864);\n const HEAP8 = new Int8Array(buffer);\n \
                     const fimport$0 = $_deksel_bg_js.count;\n var global$0 = 1048576;\n function $0() {\n  var $1 = 0;\n";
        assert!(patched.starts_with(start), "{patched}");
        assert!(patched.ends_with("})(imports);\n"), "{patched}");
        for part in [SIZE_OF_ITS_OWN, GROW, MINUS_ONE_WITHOUT_ROOM] {
            assert!(patched.contains(part), "{patched}");
        }
        assert!(!patched.contains("newBuffer"), "{patched}");
    }

    #[test]
    fn functions_of_scans_stand_in_brackets_and_no_others() {
        let scans = " function $1_scans($0) {\n  if ($0) {\n   $2();\n  }\n }\n\n function $2() {\n }\n";
        let javascript = javascript().replace(SIZE, &[scans, SIZE].concat());
        let body = patch(&javascript, PAGES, &[]).unwrap().body;
        let written =
            "\n const $1_scans = (function ($0) {\n  if ($0) {\n   $2();\n  }\n });\n\n function $2() {\n }\n";
        assert!(body.contains(written), "{body}");
    }

    #[test]
    fn halves_are_joined_for_the_glue() {
        let wide = [WideImport { name: "count".to_owned(), wide: vec![false, true] }];
        let joined =
            "= (value0, low1, high1) => $_deksel_bg_js.count(value0, BigInt(high1) << 32n | BigInt(low1 >>> 0));";
        assert!(patch(&javascript(), PAGES, &wide).unwrap().body.contains(joined));
    }

    #[test]
    fn javascript_of_another_shape_fails_the_build() {
        for part in [
            "\n\n  var",
            "base64Reverse",
            ", \"AAr/\"",
            "1029",
            "asmFunc(imports)",
            ">> 16",
            "<= 1024",
            "new ArrayBuffer",
            "return oldPages",
            "var retasmFunc",
        ] {
            assert!(patch(&javascript().replace(part, "changed"), PAGES, &[]).is_err(), "{part}");
        }
        let unknown = WideImport { name: "unknown".to_owned(), wide: vec![true] };
        assert!(patch(&javascript(), PAGES, &[unknown]).is_err());
    }
}
