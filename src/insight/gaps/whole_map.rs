//! What does the map as a whole lack: somebody it is about, a purpose, a first card, interviews?

use super::seen::SeenMap;
use super::{Found, GapRule};
use crate::insight::interviews_held;
use crate::model::{GapPlace, JourneyKind, Project};

/// So many interviews are wanted unless the file says otherwise.
pub const INTERVIEWS_WANTED: u64 = 10;

/// Where a file says how many interviews are wanted, among its settings.
pub const INTERVIEWS_WANTED_KEY: &str = "interviews_wanted";

/// How many interviews the map is to be founded on: what `settings` say under `interviews_wanted`,
/// a whole number, or else [`INTERVIEWS_WANTED`].
pub fn interviews_wanted(project: &Project) -> u64 {
    let said = project.settings.get(INTERVIEWS_WANTED_KEY).and_then(serde_json::Value::as_u64);
    said.unwrap_or(INTERVIEWS_WANTED)
}

pub(super) fn find(map: &SeenMap, found: &mut Found) {
    let journey = map.journey;
    if journey.personas.is_empty() {
        found.on_map(GapRule::NoPersona, GapPlace::default());
    }
    if journey.purpose.trim().is_empty() {
        found.on_map(GapRule::NoPurpose, GapPlace::default());
    }
    if !map.has_anything() {
        found.on_map(GapRule::NoCards, GapPlace::default());
        return;
    }
    // A future state is wished for: interviews tell what is.
    if journey.kind == Some(JourneyKind::Future) {
        return;
    }
    let held = interviews_held(map.project);
    if (held as u64) < interviews_wanted(map.project) {
        let gap = found.on_map(GapRule::FewInterviews, GapPlace::default());
        gap.into_iter().for_each(|gap| gap.figure = held);
    }
}
