//! Draws that are the same in every run.

/// A fixed row of numbers (xorshift, Marsaglia 2003).
pub struct Draw(u32);

impl Draw {
    /// A row of its own for every seed.
    pub fn new(seed: u32) -> Draw {
        let mut draw = Draw(seed.wrapping_mul(0x9E37_79B1) | 1);
        for _ in 0..8 {
            draw.next();
        }
        draw
    }

    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 4) as usize % end.max(1)
    }

    /// Puts a row in another order.
    pub fn shuffle(&mut self, row: &mut [usize]) {
        for last in (1..row.len()).rev() {
            let other = self.below(last + 1);
            row.swap(last, other);
        }
    }
}
