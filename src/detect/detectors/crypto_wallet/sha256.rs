//! SHA-256 (FIPS 180-4) of at most 55 bytes, one block.
//!
//! Here it only finds typing mistakes, and nothing secret passes through it: so fifty lines of 32-bit arithmetic serve, where a crate for any
//! length brings ten kilobytes.

/// Fractional parts of the square roots of the first eight primes.
const START: [u32; 8] =
    [0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19];

/// Fractional parts of the cube roots of the first sixty-four primes.
#[rustfmt::skip]
const ROUNDS: [u32; 64] = [
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE,
    0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA,
    0x5CB0A9DC, 0x76F988DA, 0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967, 0x27B70A85,
    0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3,
    0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070, 0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F,
    0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
];

/// The digest of a short message; what lies beyond 55 bytes is left out.
pub(super) fn sha256(message: &[u8]) -> [u8; 32] {
    let mut block = [0u8; 64];
    let length = message.len().min(55);
    let padded = message.iter().take(length).copied().chain([0x80]);
    block.iter_mut().zip(padded).for_each(|(slot, byte)| *slot = byte);
    let bits = (length as u16 * 8).to_be_bytes();
    block.iter_mut().rev().zip(bits.iter().rev()).for_each(|(slot, byte)| *slot = *byte);

    let mut schedule: Vec<u32> = Vec::with_capacity(64);
    schedule.extend(block.as_chunks::<4>().0.iter().map(|chunk| u32::from_be_bytes(*chunk)));
    for _ in 16..64 {
        let back = |steps: usize| schedule.iter().rev().nth(steps - 1).copied().unwrap_or(0);
        let (early, late) = (back(15), back(2));
        let small = early.rotate_right(7) ^ early.rotate_right(18) ^ early >> 3;
        let large = late.rotate_right(17) ^ late.rotate_right(19) ^ late >> 10;
        schedule.push(back(16).wrapping_add(small).wrapping_add(back(7)).wrapping_add(large));
    }

    let mut state = START;
    for (round, word) in ROUNDS.iter().zip(&schedule) {
        let [a, b, c, d, e, f, g, h] = state;
        let choice = (e & f) ^ (!e & g);
        let turned = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let one = h.wrapping_add(turned).wrapping_add(choice).wrapping_add(*round).wrapping_add(*word);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        let two = (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22)).wrapping_add(majority);
        state = [one.wrapping_add(two), a, b, c, d.wrapping_add(one), e, f, g];
    }
    let mut digest = [0; 32];
    let sums = state.iter().zip(START).flat_map(|(word, start)| word.wrapping_add(start).to_be_bytes());
    digest.iter_mut().zip(sums).for_each(|(slot, byte)| *slot = byte);
    digest
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn the_standard_s_own_example_comes_out() {
        let digest: String = sha256(b"abc").iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
