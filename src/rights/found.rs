//! How many passages were found, by kind, as they are handed from one page to another: counts, never words.

use crate::detect::Kind;
use std::collections::BTreeMap;

/// How many were found of each kind.
pub type Counts = BTreeMap<Kind, u32>;

/// Counts findings.
pub fn count(kinds: impl Iterator<Item = Kind>) -> Counts {
    let mut counts = Counts::new();
    for kind in kinds {
        let count = counts.entry(kind).or_default();
        *count = count.saturating_add(1);
    }
    counts
}

/// The counts as they stand in an address: `client:3,deal:1`.
fn write(counts: &Counts) -> String {
    let counts: Vec<String> = counts.iter().map(|(kind, count)| format!("{}:{count}", kind.name())).collect();
    counts.join(",")
}

/// The page of letters, told how much was found.
pub fn page_of_letters(counts: &Counts) -> String {
    if counts.is_empty() { "rights.html".into() } else { format!("rights.html#found={}", write(counts)) }
}

/// The counts in such a text; what is no kind or no number is passed over.
pub fn read(text: &str) -> Counts {
    let count = |part: &str| {
        let (name, count) = part.split_once(':')?;
        let kind = Kind::of_name(name)?;
        Some((kind, count.parse().ok().filter(|count| *count > 0)?))
    };
    text.split(',').filter_map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_come_back_as_they_were_written() {
        let counts = count([Kind::Deal, Kind::Client, Kind::Client, Kind::Health].into_iter());
        assert_eq!(counts.get(&Kind::Client), Some(&2));
        assert_eq!(read(&write(&counts)), counts);
        assert_eq!(page_of_letters(&count([Kind::Client].into_iter())), "rights.html#found=client:1");
        assert_eq!(page_of_letters(&Counts::new()), "rights.html");
    }

    #[test]
    fn what_is_no_count_is_passed_over() {
        let counts =
            read("client:3,,deal,deal:x,nothing:4,health:0,finance:-1,launch:99999999999,pay: 1,<b>:1,hiring:2");
        assert_eq!(write(&counts), write(&read("hiring:2,client:3")));
        assert_eq!(read(""), Counts::new());
    }
}
