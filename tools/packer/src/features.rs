//! The `target_features` section, in which the compiler tells wasm-bindgen what the module may use.

use anyhow::{Context as _, Result, ensure};
use walrus::{Module, RawCustomSection};

const SECTION: &str = "target_features";

/// Tables of references and several results at once have no counterpart in JavaScript: wasm-bindgen must not use them.
const UNWANTED: [&str; 2] = ["reference-types", "multivalue"];

/// Switches off what cannot be lowered, before wasm-bindgen reads the section.
///
/// # Errors
/// When the section is missing (built with `strip = true`) or is not as the tool conventions of WebAssembly say.
pub(crate) fn switch_off(module: &mut Module) -> Result<()> {
    let section = module
        .customs
        .remove_raw(SECTION)
        .context("the module has no target_features section: build it with strip = \"debuginfo\", not true")?;
    let data = rewrite(&section.data).context("the target_features section cannot be read")?;
    module.customs.add(RawCustomSection { name: SECTION.to_owned(), data });
    Ok(())
}

/// A count, then for each feature a prefix (`+` used, `-` not allowed), a length and a name; the numbers are LEB128.
fn rewrite(section: &[u8]) -> Result<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut out = section.strip_suffix(rest).context("cut short")?.to_vec();
    for _ in 0..count {
        let (prefix, after) = rest.split_first().context("cut short")?;
        let (length, name_on) = number(after)?;
        let (name, next) = name_on.split_at_checked(length).context("cut short")?;
        let unwanted = UNWANTED.iter().any(|feature| feature.as_bytes() == name);
        out.push(if unwanted { b'-' } else { *prefix });
        out.extend_from_slice(after.strip_suffix(next).context("cut short")?);
        rest = next;
    }
    ensure!(rest.is_empty(), "{} bytes too many", rest.len());
    Ok(out)
}

/// Reads one LEB128 number, and returns what comes after it.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Ok((value, bytes.get(index + 1..).unwrap_or_default()));
        }
    }
    anyhow::bail!("a number has no end")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(features: &[(u8, &str)]) -> Vec<u8> {
        let mut bytes = vec![features.len() as u8];
        for (prefix, name) in features {
            bytes.extend([*prefix, name.len() as u8]);
            bytes.extend(name.as_bytes());
        }
        bytes
    }

    #[test]
    fn unwanted_features_are_switched_off_and_the_rest_is_kept() {
        let given =
            section(&[(b'+', "bulk-memory"), (b'+', "multivalue"), (b'+', "reference-types"), (b'-', "atomics")]);
        let expected =
            section(&[(b'+', "bulk-memory"), (b'-', "multivalue"), (b'-', "reference-types"), (b'-', "atomics")]);
        assert_eq!(rewrite(&given).unwrap(), expected);
    }

    #[test]
    fn a_section_cut_short_or_too_long_is_refused() {
        let whole = section(&[(b'+', "multivalue")]);
        assert!(rewrite(&whole[..whole.len() - 1]).is_err());
        assert!(rewrite(&[whole, vec![0]].concat()).is_err());
        assert!(rewrite(&[0xff; 9]).is_err());
    }
}
