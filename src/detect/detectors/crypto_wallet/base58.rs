//! Base58 with a check of four bytes (Bitcoin's Base58Check encoding).

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Bytes of version, hash and check.
const BYTES: usize = 25;

/// Version bytes: Bitcoin 0 and 5, Litecoin 48 and 50, Dogecoin 30 and 22, Dash 76 and 16, Tron 65.
const VERSIONS: &[u8] = &[0, 5, 16, 22, 30, 48, 50, 65, 76];

/// Whether these are characters of the alphabet, in either case and with digits, as random ones are.
pub(super) fn is_written(address: &[u8]) -> bool {
    address.iter().all(|character| ALPHABET.contains(character))
        && address.iter().any(u8::is_ascii_uppercase)
        && address.iter().any(u8::is_ascii_lowercase)
}

/// Whether it is the address of a chain named above, its check included.
pub(super) fn is_checked(address: &[u8]) -> bool {
    let Some(bytes) = (26..=35).contains(&address.len()).then(|| decode(address)).flatten() else { return false };
    let Some((body, check)) = bytes.split_at_checked(BYTES - 4) else { return false };
    bytes.first().is_some_and(|version| VERSIONS.contains(version))
        && Sha256::digest(Sha256::digest(body)).starts_with(check)
}

/// The number written in base 58 as bytes, the most significant first.
fn decode(address: &[u8]) -> Option<[u8; BYTES]> {
    let mut bytes = [0; BYTES];
    for character in address {
        let mut carry = ALPHABET.iter().position(|letter| letter == character)? as u32;
        for byte in bytes.iter_mut().rev() {
            carry += u32::from(*byte) * 58;
            *byte = carry as u8;
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    Some(bytes)
}
