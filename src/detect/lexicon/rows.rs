//! Rows of numbers as build.rs lays them down, and the phrases in them.

/// Rows that share a base, as in build/lexicon/rows.rs.
const BLOCK: usize = 16;

/// Where rows begin, in two parts, which pack better than one: row `n` begins at `bases[n / 16] + offsets[n]`.
pub(super) struct Starts<O: 'static, const BASES: usize, const OFFSETS: usize> {
    pub(super) bases: [u32; BASES],
    pub(super) offsets: [O; OFFSETS],
}

/// Rows of numbers, one after the other; each ends where the next begins.
pub(super) struct Rows<O: 'static, const BASES: usize, const OFFSETS: usize, const ALL: usize> {
    pub(super) starts: Starts<O, BASES, OFFSETS>,
    pub(super) all: [u16; ALL],
}

impl<O: Copy + Into<u32>, const BASES: usize, const OFFSETS: usize, const ALL: usize> Rows<O, BASES, OFFSETS, ALL> {
    /// Where a row begins.
    #[inline(always)]
    pub(super) fn start(&self, row: usize) -> Option<usize> {
        Some((*self.starts.bases.get(row / BLOCK)? + (*self.starts.offsets.get(row)?).into()) as usize)
    }

    /// The row of this number, empty when there is none.
    #[inline(always)]
    pub(super) fn of(&self, row: u16) -> &[u16] {
        let row = usize::from(row);
        let ends = self.start(row).zip(self.start(row + 1));
        ends.and_then(|(from, to)| self.all.get(from..to)).unwrap_or_default()
    }
}

/// A phrase without the words it is looked up by: the elements before and after them, outwards.
pub(super) struct Phrase {
    /// Place of its rule or its mark.
    pub(super) target: u16,
    pub(super) before: &'static [u16],
    pub(super) after: &'static [u16],
}

/// The phrases of a row of the tables.
pub(super) fn phrases(mut row: &'static [u16]) -> impl Iterator<Item = Phrase> {
    std::iter::from_fn(move || {
        let [target, before, after, elements @ ..] = row else { return None };
        let (before, rest) = elements.split_at_checked(usize::from(*before))?;
        let (after, rest) = rest.split_at_checked(usize::from(*after))?;
        row = rest;
        Some(Phrase { target: *target, before, after })
    })
}
