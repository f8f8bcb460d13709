//! Everything that takes foreign input, behind one shape: bytes in, and a panic where what must hold does not.

#![expect(clippy::expect_used, clippy::panic, reason = "a panic is how this crate tells")]

mod address;
mod choices;
mod desk;
mod dossier;
mod export;
mod scenario;
mod text;
mod zip;

/// A way in for foreign input.
pub struct Target {
    /// Its name, which is also its folder's in `corpus`.
    pub name: &'static str,
    /// Takes an input, and panics where it is not handled as it must be.
    pub take: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "address", take: address::take },
    Target { name: "choices", take: choices::take },
    Target { name: "desk", take: desk::take },
    Target { name: "dossier", take: dossier::take },
    Target { name: "export", take: export::take },
    Target { name: "scenario", take: scenario::take },
    Target { name: "text", take: text::take },
    Target { name: "zip", take: zip::take },
];
