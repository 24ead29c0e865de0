//! Personas on a map: who is on it, and whose curve is a copy of whose.

use super::Change;
use crate::model::{EmotionPoint, Id, IdSource, Journey, Lane, LaneKind};
use std::sync::Arc;

/// Takes personas off a map with their curves: their points stay in the file, out of sight, and come
/// back with them.
pub fn off_map(journey: &Journey, personas: &[Id]) -> Change {
    let mut stay = journey.personas.clone();
    stay.retain(|id| !personas.contains(id));
    put(journey, stay, personas, |off| {
        off.retain(|id| !personas.contains(id));
        off.extend_from_slice(personas);
    })
}

/// Brings a persona to a map, as the last one, and their curve with them.
pub fn onto_map(journey: &Journey, persona: &Id) -> Change {
    let mut personas = journey.personas.clone();
    personas.retain(|id| id != persona);
    personas.push(persona.clone());
    put(journey, personas, std::slice::from_ref(persona), |off| off.retain(|id| id != persona))
}

/// The personas of a map, with other curves switched off in the lanes that `about` feel something in.
fn put(
    journey: &Journey,
    personas: Vec<Id>,
    about: &[Id],
    switch: impl Fn(&mut Vec<Id>),
) -> Change {
    let felt = |lane: &&Arc<Lane>| {
        let of =
            |point: &Arc<EmotionPoint>| point.persona.as_ref().is_some_and(|id| about.contains(id));
        lane.points.iter().any(of) || lane.curves_off.iter().any(|id| about.contains(id))
    };
    let lanes = journey.lanes.iter().filter(felt).map(|lane| {
        let mut lane = fields(lane);
        switch(&mut lane.curves_off);
        lane
    });
    let lanes = Change::PutLanes(lanes.collect());
    let journey = Journey { personas, ..journey.clone() };
    Change::Together(vec![Change::PutJourney(Box::new(journey)), lanes])
}

/// Would [`copy_curve`] copy something?
pub fn can_copy_curve(journey: &Journey, from: &Id, to: &Id) -> bool {
    from != to && journey.lanes.iter().any(|lane| copied(lane, from, to).next().is_some())
}

/// Copies one persona's curve to another: how it feels, but not what is said there, which is said
/// by the first. In steps where the other feels something already that stays as it is. None where
/// there is nothing to copy.
pub fn copy_curve(journey: &Journey, from: &Id, to: &Id, ids: &mut IdSource) -> Option<Change> {
    let mut points = Vec::new();
    let mut lanes = Vec::new();
    for lane in &journey.lanes {
        let before = points.len();
        for point in copied(lane, from, to).filter(|_| from != to) {
            let new = EmotionPoint {
                id: ids.next_id(),
                persona: Some(to.clone()),
                step: point.step.clone(),
                at: point.at,
                value: point.value,
                face: point.face.clone(),
                ..EmotionPoint::default()
            };
            points.push((lane.id.clone(), new));
        }
        if points.len() > before && lane.curves_off.contains(to) {
            let mut shown = fields(lane);
            shown.curves_off.retain(|id| id != to);
            lanes.push(shown);
        }
    }
    if points.is_empty() {
        return None;
    }
    let points = Change::PutPoints(points);
    Some(if lanes.is_empty() {
        points
    } else {
        Change::Together(vec![points, Change::PutLanes(lanes)])
    })
}

/// The points of a lane that would be copied.
fn copied<'a>(
    lane: &'a Lane,
    from: &'a Id,
    to: &'a Id,
) -> impl Iterator<Item = &'a Arc<EmotionPoint>> {
    // A lane about one persona is about nobody else.
    let shared = lane.kind == LaneKind::Emotions && lane.persona.is_none();
    let of = |point: &EmotionPoint, id: &Id| point.persona.as_ref() == Some(id);
    lane.points.iter().filter(move |point| {
        let taken = || lane.points.iter().any(|other| other.step == point.step && of(other, to));
        shared && of(point, from) && !taken()
    })
}

/// A lane with its fields alone: its cards and points stay as they are in the project.
fn fields(lane: &Lane) -> Lane {
    Lane { cards: Default::default(), points: Default::default(), ..lane.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Edit, Editor};
    use super::*;
    use crate::model::Project;

    fn editor() -> Editor {
        let (mut project, _) = parse("A: a b c\n~E: p+1 / q-1 / r+2\nwho: pia ola");
        let map = project.journeys.edit(0).unwrap();
        let lane = map.lanes.edit(0).unwrap();
        for (at, (who, quote)) in [("pia", "Oj"), ("pia", ""), ("ola", "")].into_iter().enumerate()
        {
            let point = lane.points.edit(at).unwrap();
            (point.persona, point.quote) = (Some(id(who)), quote.into());
        }
        Editor::new(project, IdSource::seeded(1))
    }

    fn journey(project: &Project) -> &Journey {
        &project.journeys[0]
    }

    fn make(editor: &mut Editor, change: Change) {
        editor.edit(Edit { journey: id("map"), change }).unwrap();
    }

    #[test]
    fn who_is_taken_off_the_map_keeps_their_points_out_of_sight() {
        let mut editor = editor();
        let before = editor.project().clone();
        let change = off_map(journey(&before), &[id("ola")]);
        make(&mut editor, change);
        let off = journey(editor.project()).clone();
        assert_eq!(off.personas, [id("pia")]);
        assert_eq!(off.lanes[0].curves_off, [id("ola")]);
        assert_eq!(off.lanes[0].points.len(), 3);
        let change = onto_map(&off, &id("ola"));
        make(&mut editor, change);
        let back = journey(editor.project());
        assert_eq!((back.personas.len(), back.lanes[0].curves_off.len()), (2, 0));
        editor.undo();
        editor.undo();
        assert_eq!(*journey(editor.project()), *journey(&before));
    }

    #[test]
    fn a_copied_curve_leaves_what_is_felt_already_and_says_nothing() {
        let mut editor = editor();
        let map = journey(editor.project()).clone();
        assert!(can_copy_curve(&map, &id("pia"), &id("ola")));
        assert!(!can_copy_curve(&map, &id("pia"), &id("pia")));
        let change = copy_curve(&map, &id("pia"), &id("ola"), &mut editor.ids).unwrap();
        make(&mut editor, change);
        let after = journey(editor.project()).clone();
        let of_ola = after.lanes[0].points.iter().filter(|one| one.persona == Some(id("ola")));
        let felt: Vec<(&str, f64, &str)> =
            of_ola.map(|one| (one.step.as_str(), one.value, one.quote.as_str())).collect();
        assert_eq!(felt, [("c", 2.0, ""), ("a", 1.0, ""), ("b", -1.0, "")]);
        assert!(!can_copy_curve(&after, &id("pia"), &id("ola")));
        assert_eq!(copy_curve(&after, &id("pia"), &id("ola"), &mut editor.ids), None);
        editor.undo();
        assert_eq!(*journey(editor.project()), map);
    }
}
