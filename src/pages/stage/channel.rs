//! What the window that the room sees and the speaker's window say to each other: inside the browser, and only while both are open.

use super::Written;
use crate::lifeline::{Lifeline, Phase};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// What one window says to the other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Said {
    /// The speaker's window asks where we are.
    Ask,
    /// The speaker moves on or back.
    Step(String),
    /// The room's window tells where it is.
    Told(Told),
}

/// What the speaker is to know about a position.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Told {
    /// The language of the scenario.
    pub(super) language: String,
    /// What is on the screen.
    pub(super) heading: String,
    /// Which slide it is, from 1, of how many.
    pub(super) slide: (usize, usize),
    /// How much is revealed of how much.
    pub(super) shown: (usize, usize),
    /// What there is to say, one paragraph each.
    pub(super) notes: Vec<String>,
    /// What comes next; empty at the end.
    pub(super) next: String,
}

/// The line between both windows.
#[derive(Debug)]
pub(super) struct Channel(BroadcastChannel);

impl Channel {
    /// Has `hear` called with all that the other window says, until the lifeline ends.
    pub(super) fn open(lifeline: &Lifeline, mut hear: impl FnMut(Said) + 'static) -> Result<Channel, JsValue> {
        let channel = BroadcastChannel::new("stage")?;
        lifeline.at_end(&channel, "close")?;
        lifeline.listen(&channel, "message", Phase::Bubble, move |event| {
            let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(said) = said.and_then(|said| serde_json::from_str(&said).ok()) {
                hear(said);
            }
        })?;
        Ok(Channel(channel))
    }

    /// Says something to the other window, if there is one.
    pub(super) fn say(&self, said: &Said) -> Written {
        // Plain data: it can always be written.
        self.0.post_message(&serde_json::to_string(said).unwrap_or_default().into())
    }
}
