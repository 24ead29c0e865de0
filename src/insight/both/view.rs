//! What of the map of two journeys is shown, where something of one of them is left out.

use super::super::compare::Pair;
use super::side_id;
use crate::model::{Id, Project, View};
use std::collections::HashMap;

/// `view` of one of the two journeys as a view of the map of both: a lane goes with the one that
/// belongs to it, and a persona with both of their curves.
pub fn compared_view(project: &Project, a: &Id, b: &Id, view: &View) -> View {
    let Some(pair) = Pair::of(project, a, b) else { return view.clone() };
    let mut partners: HashMap<&Id, &Id> = HashMap::new();
    for (later, earlier) in pair.later.lanes.iter().zip(&pair.lanes) {
        if let Some(earlier) = earlier.and_then(|at| pair.earlier.lanes.get(at)) {
            partners.insert(&later.id, &earlier.id);
            partners.insert(&earlier.id, &later.id);
        }
    }
    let both = |lanes: &[Id]| -> Vec<Id> {
        let partner = |id: &Id| partners.get(id).map(|id| Id::clone(id));
        lanes.iter().flat_map(|id| [Some(id.clone()), partner(id)]).flatten().collect()
    };
    let curves = |persona: Option<&Id>| [false, true].map(|is_later| side_id(persona, is_later));
    let mut personas: Vec<Id> = Vec::new();
    for id in &view.personas {
        personas.push(id.clone());
        personas.extend(curves(Some(id)));
    }
    if !personas.is_empty() {
        // A curve of nobody in particular is everybody's.
        personas.extend(curves(None));
    }
    View {
        id: Id::default(),
        title: String::new(),
        hidden: both(&view.hidden),
        collapsed: both(&view.collapsed),
        pinned: both(&view.pinned),
        personas,
        ..view.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{How, compared};
    use crate::model::{EmotionPoint, Journey, Lane, LaneKind, Phase, Step};
    use crate::words::{Lang, Words};

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    fn journey(name: &str) -> Journey {
        let own = |what: &str| id(&format!("{name}{what}"));
        let phase = Phase {
            title: "one".into(),
            steps: [Step { id: own("s"), ..Step::default() }].into_iter().collect(),
            ..Phase::default()
        };
        let point = |who: &str| EmotionPoint {
            id: own(who),
            step: own("s"),
            persona: Some(id(who)),
            ..EmotionPoint::default()
        };
        let lane = |what: &str, kind| Lane { id: own(what), kind, ..Lane::default() };
        let lanes = [
            lane("notes", LaneKind::Notes),
            Lane {
                points: ["pia", "ola"].map(point).into_iter().collect(),
                ..lane("felt", LaneKind::Emotions)
            },
        ];
        Journey {
            id: id(name),
            phases: [phase].into_iter().collect(),
            lanes: lanes.into_iter().collect(),
            personas: vec![id("pia"), id("ola")],
            ..Journey::default()
        }
    }

    #[test]
    fn what_one_journey_leaves_out_is_left_out_of_the_map_of_both() {
        let journeys = [journey("a"), journey("b")].into_iter().collect();
        let project = Project { journeys, ..Project::default() };
        let words = Words::new(Lang::En);
        for (hidden, how) in [("anotes", How::Over), ("bnotes", How::Over), ("anotes", How::Above)]
        {
            let view = View {
                hidden: vec![id(hidden)],
                personas: vec![id("pia")],
                title: "Board".into(),
                ..View::default()
            };
            let view = compared_view(&project, &id("a"), &id("b"), &view);
            assert!(view.title.is_empty(), "it is a view of another map");
            let both = compared(&project, &id("a"), &id("b"), how, &words).unwrap();
            let lanes = both.journeys[0].lanes.iter();
            let shown: Vec<_> = lanes.filter(|lane| view.shows_lane(lane)).collect();
            assert!(shown.iter().all(|lane| lane.kind == LaneKind::Emotions), "{hidden} {how:?}");
            let points = || shown.iter().flat_map(|lane| lane.points.iter());
            let seen = points().filter(|point| view.shows_persona(point.persona.as_ref()));
            assert_eq!((points().count(), seen.count()), (4, 2), "{hidden} {how:?}");
        }
    }
}
