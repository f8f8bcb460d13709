//! The member's rights through their public door: letters, dossier, and the files that leave it.

mod dossier;
mod exchange;
#[cfg(test)]
mod given;
mod letters;
mod merging;
mod setting;
