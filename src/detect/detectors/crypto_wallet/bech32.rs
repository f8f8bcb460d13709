//! Bech32 and Bech32m (BIP 173, BIP 350): a name, a `1`, and characters whose last six are a check.

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// Names of chains: Bitcoin, its test network, Litecoin, Cardano and Cosmos.
const CHAINS: &[&[u8]] = &[b"bc1", b"tb1", b"ltc1", b"addr1", b"cosmos1"];

/// What the check leaves: Bech32, Bech32m.
const RESTS: [u32; 2] = [1, 0x2BC8_30A3];

/// Whether it is an address of a chain named above, its check included.
pub(super) fn is_checked(address: &[u8]) -> bool {
    let lower = address.to_ascii_lowercase();
    let one_case = address == lower || address.iter().all(|character| !character.is_ascii_lowercase());
    let Some(chain) = CHAINS.iter().find(|chain| lower.starts_with(chain)) else { return false };
    let (Some((_, name)), Some(data)) = (chain.split_last(), lower.get(chain.len()..)) else { return false };
    let high = name.iter().map(|letter| u32::from(letter >> 5));
    let low = name.iter().map(|letter| u32::from(letter & 31));
    let mut rest = high.chain([0]).chain(low).fold(1, step);
    for character in data {
        let Some(value) = ALPHABET.iter().position(|letter| letter == character) else { return false };
        rest = step(rest, value as u32);
    }
    one_case && RESTS.contains(&rest)
}

/// Takes five more bits into the remainder by the generator polynomial, which fits 30 bits.
fn step(rest: u32, value: u32) -> u32 {
    const GENERATOR: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
    let shifted = (rest & 0x01FF_FFFF) << 5 ^ value;
    GENERATOR
        .iter()
        .enumerate()
        .fold(shifted, |sum, (bit, part)| if rest >> (25 + bit) & 1 == 1 { sum ^ part } else { sum })
}
