//! Maps of feelings for tests: who feels what in which phase.

use crate::model::{EmotionPoint, Id, Journey, Lane, LaneKind, Persona, Phase, Project, Step};

/// What the personas of such maps are called.
pub(super) const NAMES: [&str; 6] = ["Anna", "Karim", "Elin", "Max", "Bo", "Siv"];

/// Whose it is, by its place.
pub(super) fn whose(place: usize) -> Id {
    Id::new(&format!("who{place}"))
}

/// A map with the phases P0, P1, …, one for each row; in a row stands what each persona feels there,
/// and a number that is none for who has no point.
pub(super) fn felt_map(rows: &[&[f64]]) -> Journey {
    let phase = |at: usize| Phase {
        id: Id::new(&format!("p{at}")),
        title: format!("P{at}"),
        steps: [Step { id: Id::new(&format!("s{at}")), ..Step::default() }].into_iter().collect(),
        ..Phase::default()
    };
    let mut points = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (who, value) in row.iter().enumerate().filter(|(_, value)| !value.is_nan()) {
            points.push(EmotionPoint {
                id: Id::new(&format!("e{at}-{who}")),
                step: Id::new(&format!("s{at}")),
                persona: Some(whose(who)),
                value: *value,
                ..EmotionPoint::default()
            });
        }
    }
    let lane = Lane {
        id: Id::new("felt"),
        kind: LaneKind::Emotions,
        points: points.into_iter().collect(),
        ..Lane::default()
    };
    let count = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    Journey {
        id: Id::new("map"),
        title: "Kartan".into(),
        personas: (0..count).map(whose).collect(),
        phases: (0..rows.len()).map(phase).collect(),
        lanes: [lane].into_iter().collect(),
        ..Journey::default()
    }
}

/// The same with its personas, in a project.
pub(super) fn felt_project(rows: &[&[f64]]) -> Project {
    let journey = felt_map(rows);
    let named = journey.personas.iter().zip(NAMES);
    let persona = |(id, name): (&Id, &str)| Persona {
        id: id.clone(),
        name: name.into(),
        ..Persona::default()
    };
    Project {
        personas: named.map(persona).collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}
