//! DEFLATE without a header, as RFC 1951 has it. What is packed as it says comes back; of what is not, some comes back as something.

/// The most bits of a code.
const BITS_MAX: u32 = 15;
/// The most symbols of an alphabet: literals, the end of a block, and lengths.
const SYMBOLS_MAX: usize = 288;
/// The most distances.
const DISTANCES_MAX: usize = 32;
const END_OF_BLOCK: u32 = 256;
/// In which order the lengths of the codes for lengths are told (3.2.7).
const ORDER: [u8; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Inflates bytes into a room, and returns how many come of it; nothing when they cannot be read, end too early, or the room is too small.
pub fn inflate_into(room: &mut [u8], packed: &[u8]) -> Option<usize> {
    let mut bits = Bits { packed, at: 0, held: 0, count: 0 };
    let (mut literals, mut distances) = (Codes::NONE, Codes::NONE);
    let mut length = 0;
    loop {
        let is_last = bits.take(1) == 1;
        match bits.take(2) {
            0 => length = stored(&mut bits, room, length)?,
            kind @ 1..=2 => {
                if kind == 1 {
                    fixed(&mut literals, &mut distances)?;
                } else {
                    told(&mut bits, &mut literals, &mut distances)?;
                }
                length = coded(&mut bits, &literals, &distances, room, length)?;
            }
            _ => return None,
        }
        if is_last {
            return Some(length).filter(|_| !bits.is_over());
        }
    }
}

/// Bits, from the lowest of each byte. Behind the end there are zeros.
struct Bits<'a> {
    packed: &'a [u8],
    at: usize,
    /// Bits that were read and not taken.
    held: u32,
    count: u32,
}

impl Bits<'_> {
    /// So many bits, at most 16, which stay.
    fn look(&mut self, count: u32) -> u32 {
        while self.count < count {
            self.held |= u32::from(self.packed.get(self.at).copied().unwrap_or_default()) << self.count;
            self.at += 1;
            self.count += 8;
        }
        self.held & ((1 << count) - 1)
    }

    fn drop(&mut self, count: u32) {
        self.held >>= count;
        self.count -= count;
    }

    fn take(&mut self, count: u32) -> u32 {
        let bits = self.look(count);
        self.drop(count);
        bits
    }

    /// More was taken than there is.
    fn is_over(&self) -> bool {
        self.at > self.packed.len() + self.count as usize / 8
    }
}

/// A Huffman code: for the bits that come, a symbol and how many of them say it.
struct Codes {
    symbols: [u16; 1 << BITS_MAX],
    /// How many bits are looked at: as many as the longest takes.
    width: u32,
}

impl Codes {
    const NONE: Codes = Codes { symbols: [0; 1 << BITS_MAX], width: 0 };

    /// Numbers the symbols by how many bits each takes (3.2.2), 0 for one that is not used.
    fn read(&mut self, bits: &[u8]) {
        self.width = bits.iter().fold(0, |width, bits| width.max(u32::from(*bits)));
        let symbols = self.symbols.get_mut(..1 << self.width).unwrap_or_default();
        symbols.fill(0);
        let mut next = 0_u32;
        for count in 1..=self.width {
            for (symbol, _) in bits.iter().enumerate().filter(|(_, bits)| u32::from(**bits) == count) {
                let first = next.reverse_bits() >> (32 - self.width);
                for place in symbols.iter_mut().skip(first as usize).step_by(1 << count) {
                    *place = (symbol << 4) as u16 | count as u16;
                }
                next += 1 << (self.width - count);
            }
        }
    }

    /// The next symbol; nothing where no symbol has these bits.
    fn symbol(&self, bits: &mut Bits<'_>) -> Option<u32> {
        let found = u32::from(*self.symbols.get(bits.look(self.width) as usize)?);
        bits.drop(found & 15);
        (found != 0).then_some(found >> 4)
    }
}

/// A block as it is (3.2.4).
fn stored(bits: &mut Bits<'_>, room: &mut [u8], length: usize) -> Option<usize> {
    bits.drop(bits.count % 8);
    let count = bits.take(16);
    if bits.take(16) != count ^ 0xffff {
        return None;
    }
    let end = length + count as usize;
    for byte in room.get_mut(length..end)? {
        *byte = bits.take(8) as u8;
    }
    Some(end)
}

/// The codes of a block that brings none (3.2.6).
fn fixed(literals: &mut Codes, distances: &mut Codes) -> Option<()> {
    let mut bits = [8; SYMBOLS_MAX];
    bits.get_mut(144..256)?.fill(9);
    bits.get_mut(256..280)?.fill(7);
    literals.read(&bits);
    distances.read(&[5; DISTANCES_MAX]);
    Some(())
}

/// The codes that a block brings (3.2.7).
fn told(bits: &mut Bits<'_>, literals: &mut Codes, distances: &mut Codes) -> Option<()> {
    let (literal_count, distance_count) = (257 + bits.take(5) as usize, 1 + bits.take(5) as usize);
    let order_count = 4 + bits.take(4) as usize;
    let mut orders = [0; ORDER.len()];
    for symbol in ORDER.iter().take(order_count) {
        *orders.get_mut(usize::from(*symbol))? = bits.take(3) as u8;
    }
    literals.read(&orders);
    let mut lengths = [0; SYMBOLS_MAX + DISTANCES_MAX];
    let lengths = lengths.get_mut(..literal_count + distance_count)?;
    let (mut next, mut last) = (lengths.iter_mut(), 0);
    while next.len() > 0 {
        let symbol = literals.symbol(bits)?;
        let (length, times) = match symbol {
            16 => (last, 3 + bits.take(2)),
            17 => (0, 3 + bits.take(3)),
            18 => (0, 11 + bits.take(7)),
            _ => (symbol as u8, 1),
        };
        for _ in 0..times {
            *next.next()? = length;
        }
        last = length;
    }
    literals.read(lengths.get(..literal_count)?);
    distances.read(lengths.get(literal_count..)?);
    Some(())
}

/// A block in codes (3.2.3, 3.2.5).
fn coded(
    bits: &mut Bits<'_>,
    literals: &Codes,
    distances: &Codes,
    room: &mut [u8],
    mut length: usize,
) -> Option<usize> {
    loop {
        let symbol = literals.symbol(bits)?;
        if symbol < END_OF_BLOCK {
            *room.get_mut(length)? = symbol as u8;
            length += 1;
            continue;
        }
        let count = match symbol - END_OF_BLOCK {
            0 => return Some(length),
            place @ 1..=8 => 2 + place,
            place @ 9..=28 => {
                let more = (place - 5) / 4;
                3 + (((place - 1) % 4 + 4) << more) + bits.take(more)
            }
            29 => 258,
            _ => return None,
        };
        let distance = match distances.symbol(bits)? {
            place @ 0..4 => 1 + place,
            place @ 4..30 => {
                let more = place / 2 - 1;
                1 + ((place % 2 + 2) << more) + bits.take(more)
            }
            _ => return None,
        };
        let mut from = length.checked_sub(distance as usize)?;
        for _ in 0..count {
            *room.get_mut(length)? = *room.get(from)?;
            (from, length) = (from + 1, length + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::DeflateEncoder};
    use proptest::prelude::*;
    use std::io::Write as _;

    fn pack(bytes: &[u8], level: u32) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(level));
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn inflated(room: usize, packed: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = vec![0; room];
        let count = inflate_into(&mut bytes, packed)?;
        bytes.truncate(count);
        Some(bytes)
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_back(
            words in proptest::collection::vec((proptest::collection::vec(any::<u8>(), 0..300), 1_usize..4), 0..60),
            level in 0_u32..10,
        ) {
            let bytes: Vec<u8> = words.iter().flat_map(|(word, times)| word.repeat(*times)).collect();
            let packed = pack(&bytes, level);
            prop_assert_eq!(inflated(bytes.len(), &packed), Some(bytes.clone()));
            if let Some((_, cut)) = packed.split_last() {
                prop_assert_eq!(inflated(bytes.len(), cut), None);
            }
            if !bytes.is_empty() {
                prop_assert_eq!(inflated(bytes.len() - 1, &packed), None);
            }
        }

        #[test]
        fn bytes_that_nobody_packed_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
            if let Some(found) = inflated(100_000, &bytes) {
                prop_assert!(found.len() <= 100_000);
            }
        }
    }

    #[test]
    fn all_ways_of_packing_a_block_are_known() {
        let short = b"as short as it is short".as_slice();
        let long: Vec<u8> = (0..40_000_u32).flat_map(|number| (number % 251).pow(2).to_le_bytes()).collect();
        for (bytes, level, kind) in [(short, 0, 0), (short, 9, 1), (&long, 9, 2)] {
            let packed = pack(bytes, level);
            assert_eq!(packed[0] >> 1 & 3, kind);
            assert_eq!(inflated(bytes.len(), &packed).as_deref(), Some(bytes));
        }
        assert_eq!(inflated(100, &[0b111]), None);
    }
}
