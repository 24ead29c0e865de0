//! What a new map has in it: enough to begin typing.

use crate::model::{IdSource, Journey, JourneyKind, Lane, LaneKind, Phase, Project, Step};
use crate::words::Words;
use smol_str::SmolStr;

/// The lanes of a new map, from top to bottom.
const LANES: [LaneKind; 5] = [
    LaneKind::Actions,
    LaneKind::Touchpoints,
    LaneKind::Emotions,
    LaneKind::Thoughts,
    LaneKind::Opportunities,
];

/// A project with one journey.
pub fn new_project(words: &Words, ids: &mut IdSource) -> Project {
    Project {
        language: Some(SmolStr::new(words.lang.code())),
        journeys: [new_journey(words, ids, words.new_journey())].into_iter().collect(),
        ..Project::default()
    }
}

/// A journey called `title`, with three phases of one step each and the usual lanes.
pub fn new_journey(words: &Words, ids: &mut IdSource, title: String) -> Journey {
    let titles = [words.new_phase_before(), words.new_phase_during(), words.new_phase_after()];
    let phase = |title: String, ids: &mut IdSource| Phase {
        id: ids.next_id(),
        title,
        steps: [Step { id: ids.next_id(), ..Step::default() }].into_iter().collect(),
        ..Phase::default()
    };
    Journey {
        id: ids.next_id(),
        title,
        kind: Some(JourneyKind::Current),
        phases: titles.map(|title| phase(title, ids)).into_iter().collect(),
        // A lane without a title is called by its kind, in the language of the window.
        lanes: LANES
            .map(|kind| Lane { id: ids.next_id(), kind, ..Lane::default() })
            .into_iter()
            .collect(),
        ..Journey::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_new_map_has_three_phases_of_a_step_and_five_lanes() {
        let project = new_project(&Words::new(Lang::Sv), &mut IdSource::seeded(1));
        let journey = project.journeys.first().unwrap();
        let shape: Vec<_> = journey.phases.iter().map(|phase| phase.steps.len()).collect();
        assert_eq!(shape, [1, 1, 1]);
        assert_eq!(journey.lanes.len(), 5);
        assert!(journey.phases.iter().all(|phase| !phase.title.is_empty()));
    }
}
