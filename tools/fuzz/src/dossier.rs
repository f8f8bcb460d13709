//! A dossier that somebody brings back, be it ours or not.

use deksel::rights::{Day, Log, exchange, requests};

pub(super) fn take(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(read) = exchange::read(&text) {
        let again = exchange::read(&exchange::write(&read.log)).expect("what is written can be read");
        assert!(again.wrong.is_empty(), "{:?}", again.wrong);
        assert_eq!(again.log, read.log, "a dossier is read as it is written");
        if let Some(today) = Day::new(2026, 11, 22) {
            requests(&read.log, today).for_each(drop);
        }
    }
    let mut log = Log::default();
    if let Ok(first) = exchange::import(&mut log, &text) {
        let held = log.events().len();
        assert_eq!(first.added, held);
        let second = exchange::import(&mut log, &text).expect("what was taken once is taken again");
        assert_eq!(second.added, 0, "bringing a file back twice adds nothing");
    }
}
