//! What the parts of a map are called, for those who do not see it.

use crate::model::{Lane, Phase};
use crate::words::{Named, Words};

/// A lane's title, or what its kind is called.
pub fn lane_name(lane: &Lane, words: &Words) -> String {
    if lane.title.is_empty() { lane.kind.name(words) } else { lane.title.clone() }
}

/// A phase's title and how long it takes.
pub fn phase_name(phase: &Phase, words: &Words) -> String {
    let duration = phase.duration.as_ref().map(|duration| words.duration(duration));
    match duration {
        Some(duration) if !duration.is_empty() => format!("{}, {duration}", phase.title),
        _ => phase.title.clone(),
    }
}
