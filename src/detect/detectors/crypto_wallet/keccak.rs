//! The check of EIP-55: a letter is a capital where the Keccak-256 hash of the address in lower case has a half byte of eight or more.
//!
//! Keccak works in 64 bits by nature. It runs once for a whole address in mixed case, which is rare, so that no loop of the scan meets it.

/// Words of 64 bits that take in the message: 1,088 bits of 1,600.
const RATE: usize = 17;

/// Whether forty hexadecimal digits hold a check, and it passes.
pub(super) fn is_checked(digits: &[u8]) -> bool {
    let lower = digits.to_ascii_lowercase();
    let hash = keccak256_of_forty(&lower);
    let halves = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let mixed = digits.iter().any(u8::is_ascii_uppercase) && digits.iter().any(u8::is_ascii_lowercase);
    mixed
        && digits
            .iter()
            .zip(halves)
            .all(|(digit, half)| !digit.is_ascii_alphabetic() || digit.is_ascii_uppercase() == (half >= 8))
}

/// The hash of a message of forty bytes.
fn keccak256_of_forty(message: &[u8]) -> [u8; 32] {
    let mut lanes = [0u64; 25];
    lanes.iter_mut().zip(message.as_chunks::<8>().0).for_each(|(lane, bytes)| *lane = u64::from_le_bytes(*bytes));
    // The padding's first and last bit.
    for (place, lane) in lanes.iter_mut().enumerate().take(RATE) {
        *lane ^= if place == 5 { 1 } else { 0 } | if place == RATE - 1 { 1 << 63 } else { 0 };
    }
    permute(&mut lanes);
    let mut hash = [0; 32];
    hash.iter_mut().zip(lanes.iter().flat_map(|lane| lane.to_le_bytes())).for_each(|(slot, byte)| *slot = byte);
    hash
}

/// Keccak-f[1600] (FIPS 202, 3.3): lanes are numbered x + 5 y.
fn permute(lanes: &mut [u64; 25]) {
    /// How far each lane turns, and where it goes.
    const TURNS: [u32; 24] =
        [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    const GOES: [usize; 24] = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];
    let at = |lanes: &[u64], place: usize| lanes.get(place).copied().unwrap_or(0);
    let mut register = 1u8;
    for _ in 0..24 {
        let columns: Vec<u64> = (0..5).map(|x| (0..5).fold(0, |sum, y| sum ^ at(lanes, x + 5 * y))).collect();
        for (place, lane) in lanes.iter_mut().enumerate() {
            *lane ^= at(&columns, (place + 4) % 5) ^ at(&columns, (place + 1) % 5).rotate_left(1);
        }
        let mut moving = at(lanes, 1);
        for (turn, goes) in TURNS.iter().zip(GOES) {
            if let Some(lane) = lanes.get_mut(goes) {
                moving = std::mem::replace(lane, moving.rotate_left(*turn));
            }
        }
        for row in lanes.as_chunks_mut::<5>().0 {
            let before = *row;
            for (x, lane) in row.iter_mut().enumerate() {
                *lane ^= !at(&before, (x + 1) % 5) & at(&before, (x + 2) % 5);
            }
        }
        // The round's constant has bits at places 0, 1, 3, 7, 15, 31 and 63, from a register of eight bits.
        for exponent in 0..7 {
            if let [first, ..] = lanes
                && register & 1 == 1
            {
                *first ^= 1 << ((1u32 << exponent) - 1);
            }
            register = register << 1 ^ if register & 0x80 != 0 { 0x71 } else { 0 };
        }
    }
}
