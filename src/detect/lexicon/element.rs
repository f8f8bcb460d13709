//! How phrases are written in the tables; build/lexicon shares this file.
//!
//! A phrase is a row of elements, each a number of 16 bits, some followed by a body: a set by its words, a group by its choices. The highest
//! bit says that an element may be missing. Choices are a sieve of the words they can begin with ([`Sieve`]), and then each choice: its
//! length and its elements.

/// Targets from here on are choices that other phrases stand around; below it are rules, or marks.
pub(crate) const CHOICES: u16 = 1 << 15;
/// The bit of an element that may be missing.
pub(crate) const OPTIONAL: u16 = 1 << 15;
/// Where words have the numbers of their rows, a language stands above this many bits, and the row in them.
pub(crate) const LANGUAGE_SHIFT: u32 = 14;
pub(crate) const ROW_MASK: u16 = (1 << LANGUAGE_SHIFT) - 1;
/// Rows that share a base.
pub(crate) const BLOCK: usize = 16;

const SHARED: u16 = 0x6000;
const AFFIXED: u16 = 0x6800;
const SET: u16 = 0x7000;
const GROUP: u16 = 0x7400;
const NAME: u16 = 0x7C00;
const NUMBER: u16 = 0x7C01;
const START: u16 = 0x7C02;
const TAG: u16 = 0x7C03;
const GAP: u16 = 0x7C10;

/// One place of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// The word of this number.
    Word(u16),
    /// One of the choices that several phrases share, by their number.
    Shared(u16),
    /// A word with one of these beginnings or endings, by their number.
    Affixed(u16),
    /// One of the words that follow, this many, in order.
    Set(u16),
    /// One of the choices that follow, this many numbers long.
    Group(u16),
    /// A name: one to five capitalised words.
    Name,
    /// A number in digits.
    Number,
    /// Nothing: a sentence begins here.
    Start,
    /// Nothing: the next word is a hashtag.
    Tag,
    /// Up to this many words of any sort.
    Gap(u16),
}

impl Element {
    /// Reads an element; whether it may be missing is left out.
    #[inline(always)]
    pub(crate) fn of(code: u16) -> Element {
        match code & !OPTIONAL {
            word @ ..SHARED => Element::Word(word),
            shared @ SHARED..AFFIXED => Element::Shared(shared - SHARED),
            affixed @ AFFIXED..SET => Element::Affixed(affixed - AFFIXED),
            set @ SET..GROUP => Element::Set(set - SET),
            group @ GROUP..NAME => Element::Group(group - GROUP),
            NAME => Element::Name,
            NUMBER => Element::Number,
            START => Element::Start,
            TAG => Element::Tag,
            gap => Element::Gap(gap.saturating_sub(GAP)),
        }
    }

    /// How many numbers of a body follow it.
    #[allow(dead_code, reason = "for build.rs")]
    pub(crate) fn body(self) -> usize {
        match self {
            Element::Set(length) | Element::Group(length) => usize::from(length),
            _ => 0,
        }
    }

    /// Writes an element; `None` when its number is too large.
    #[allow(dead_code, reason = "for build.rs")]
    pub(crate) fn code(self) -> Option<u16> {
        let (first, value, end) = match self {
            Element::Word(word) => (0, word, SHARED),
            Element::Shared(shared) => (SHARED, shared, AFFIXED),
            Element::Affixed(affixed) => (AFFIXED, affixed, SET),
            Element::Set(length) => (SET, length, GROUP),
            Element::Group(length) => (GROUP, length, NAME),
            Element::Name => (NAME, 0, NUMBER),
            Element::Number => (NUMBER, 0, START),
            Element::Start => (START, 0, TAG),
            Element::Tag => (TAG, 0, GAP),
            Element::Gap(size) => (GAP, size, OPTIONAL),
        };
        first.checked_add(value).filter(|code| *code < end)
    }
}

/// The words that choices can begin with, as bits at the numbers of the words, so that most other words are turned away by one look. It is
/// written as its length, a power of two, and as many numbers of 16 bits; without any, every word may begin them.
#[derive(Clone, Copy)]
pub(crate) struct Sieve<'s>(&'s [u16]);

impl<'s> Sieve<'s> {
    /// The sieve of choices, and the choices.
    #[inline(always)]
    pub(crate) fn of(body: &'s [u16]) -> (Sieve<'s>, &'s [u16]) {
        let [length, rest @ ..] = body else { return (Sieve(&[]), &[]) };
        let (bits, choices) = rest.split_at_checked(usize::from(*length)).unwrap_or_default();
        (Sieve(bits), choices)
    }

    /// Whether it turns no word away.
    #[inline(always)]
    pub(crate) fn is_open(self) -> bool {
        self.0.is_empty()
    }

    /// Whether the word of this number may begin a choice.
    #[inline(always)]
    pub(crate) fn may_pass(self, word: u16) -> bool {
        let (at, bit) = Sieve::place(word, self.0.len());
        self.0.get(at).is_none_or(|bits| bits & bit != 0)
    }

    /// Where a word's bit is among this many numbers.
    #[inline(always)]
    pub(crate) fn place(word: u16, length: usize) -> (usize, u16) {
        (usize::from(word >> 4) & length.wrapping_sub(1), 1 << (word & 15))
    }
}
