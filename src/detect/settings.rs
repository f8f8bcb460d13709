//! What the member chose about detection.

use super::Kind;
use serde::{Deserialize, Serialize};

/// The member's choices, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Kinds that are switched off.
    pub kinds_off: Vec<Kind>,
}
