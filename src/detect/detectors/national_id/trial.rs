//! What the checks of both tables are tried on.

/// A check, and what passes it or does not.
pub(super) type Case = (&'static str, fn(&[u8]) -> bool, &'static [&'static str]);

/// The numbers that the checks of a table are tried on.
pub(super) struct Trial {
    /// A number as the checks take it.
    pub read: fn(&str) -> Vec<u8>,
    /// Checks that see any one character that is wrong.
    pub strict: &'static [Case],
    /// Numbers that pass, though the check does not see everything.
    pub passing: &'static [Case],
    /// Numbers that must not pass.
    pub refused: &'static [Case],
}

impl Trial {
    pub(super) fn holds(&self) {
        each(self.strict, |name, check, number| {
            assert!(check(&(self.read)(number)), "{name}: {number}");
            for wrong in with_one_wrong_character(number) {
                assert!(!check(&(self.read)(&wrong)), "{name}: {wrong} for {number}");
            }
        });
        each(self.passing, |name, check, number| assert!(check(&(self.read)(number)), "{name}: {number}"));
        each(self.refused, |name, check, number| assert!(!check(&(self.read)(number)), "{name}: {number}"));
    }
}

fn each(cases: &[Case], does: impl Fn(&str, fn(&[u8]) -> bool, &str)) {
    for (name, check, numbers) in cases {
        numbers.iter().for_each(|number| does(name, *check, number));
    }
}

/// A letter for a letter, a digit for a digit.
fn with_one_wrong_character(number: &str) -> impl Iterator<Item = String> {
    number.char_indices().flat_map(move |(place, right)| {
        let others = if right.is_ascii_digit() { '0'..='9' } else { 'A'..='Z' };
        others.filter(move |other| *other != right).map(move |wrong| {
            let mut number = number.to_owned();
            number.replace_range(place..=place, wrong.encode_utf8(&mut [0; 4]));
            number
        })
    })
}
