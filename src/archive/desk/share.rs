//! A history shared out among workers: each unpacks all of it, which is quick, and scans its share, which is not.
//!
//! What a helper found goes to the desk as numbers, because plain ones travel fastest between workers.

use super::room::{Room, waiting};
use super::{Part, Watch, read_all};
use crate::detect::{Finding, Kind, Settings, Severity, scan_thoroughly};
use std::io::{Read, Seek};
use std::ops::ControlFlow;

/// Which of the texts are somebody's to scan, by their numbers: a third less for the one at the first place, the desk's own, which also keeps
/// all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// From 0.
    pub place: u32,
    /// How many share the work.
    pub of: u32,
}

impl Share {
    /// All of it.
    pub const WHOLE: Share = Share { place: 0, of: 1 };

    /// Whether the text of this number belongs to it.
    pub(super) fn holds(self, number: u32) -> bool {
        self.place_of(number) == self.place
    }

    /// The place of the helper to which the text of this number belongs, among helpers; of the desk's own texts none.
    pub(super) fn helper(self, number: u32) -> Option<usize> {
        usize::try_from(self.place_of(number).checked_sub(1)?).ok()
    }

    fn place_of(self, number: u32) -> u32 {
        let round = self.of.saturating_mul(3).saturating_sub(1).max(1);
        (number % round + 1) / 3
    }
}

/// Numbers in a message, about.
const MESSAGE: usize = 1 << 14;

/// Numbers that tell one finding.
const EACH: usize = 3;

/// Scans a share of what files hold, as far as there is room for it at a desk with room for so many bytes. What is found is given to `give`,
/// some texts at a time.
pub fn help<S: Read + Seek>(
    files: impl IntoIterator<Item = (String, S)>,
    share: Share,
    room: usize,
    settings: &Settings,
    watch: &mut impl Watch,
    mut give: impl FnMut(&[u32]),
) {
    let mut found = Vec::with_capacity(MESSAGE);
    let mut room = Room::of(room).for_helper(share);
    let wanted = |number| share.holds(number);
    read_all(files, &wanted, |part| {
        let Part::Record(record) = part else { return ControlFlow::Continue(()) };
        if !room.take(waiting(&record)) {
            return ControlFlow::Break(());
        }
        if watch.allows(&record.item) {
            let findings = scan_thoroughly(&record.item, settings);
            if !findings.is_empty() {
                write(record.number, &findings, &mut found);
            }
            if found.len() > MESSAGE {
                give(&found);
                found.clear();
            }
        }
        ControlFlow::Continue(())
    });
    give(&found);
}

/// Writes what was found in the text of this number.
fn write(number: u32, findings: &[Finding], into: &mut Vec<u32>) {
    let counted = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    into.extend([number, counted(findings.len())]);
    for finding in findings {
        let kind = Kind::ALL.iter().position(|kind| *kind == finding.kind).unwrap_or_default();
        let severity = Severity::ALL.iter().position(|severity| *severity == finding.severity).unwrap_or_default();
        let about = counted(kind) << 16 | counted(severity) << 8 | u32::from(finding.confidence);
        into.extend([about, counted(finding.start), counted(finding.end)]);
    }
}

/// Reads what [`help`] gave: texts by their numbers, and what was found in each. Which rules found it is not told.
pub(super) fn read(mut given: &[u32]) -> impl Iterator<Item = (u32, Vec<Finding>)> {
    std::iter::from_fn(move || {
        let (&[number, count], rest) = given.split_first_chunk()?;
        let (findings, rest) = rest.split_at_checked(usize::try_from(count).ok()?.checked_mul(EACH)?)?;
        given = rest;
        Some((number, findings.chunks_exact(EACH).filter_map(finding).collect()))
    })
}

fn finding(numbers: &[u32]) -> Option<Finding> {
    let &[about, start, end] = numbers else { return None };
    let [_, kind, severity, confidence] = about.to_be_bytes();
    Some(Finding {
        kind: *Kind::ALL.get(usize::from(kind))?,
        start: usize::try_from(start).ok()?,
        end: usize::try_from(end).ok()?,
        severity: *Severity::ALL.get(usize::from(severity))?,
        confidence,
        rule: "",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_comes_over_but_for_the_rule() {
        let finding =
            |kind: Kind, start, end| Finding { kind, start, end, severity: kind.severity(), confidence: 87, rule: "" };
        let every = Kind::ALL.iter().zip(0..).map(|(kind, place)| finding(*kind, place, place + 70_000)).collect();
        let told = [(1, every), (7, vec![finding(Kind::Client, 0, 3)]), (u32::MAX, vec![])];
        let mut numbers = Vec::new();
        told.iter().for_each(|(number, findings)| write(*number, findings, &mut numbers));
        assert_eq!(read(&numbers).collect::<Vec<_>>(), told);
        assert_eq!(read(&numbers[..numbers.len() - 4]).count(), 1, "what breaks off is no text");
        assert_eq!(read(&[]).count(), 0);
    }

    #[test]
    fn every_text_is_in_one_share() {
        for of in 1..5 {
            for number in 1..100 {
                assert_eq!((0..of).filter(|place| Share { place: *place, of }.holds(number)).count(), 1);
            }
        }
    }
}
