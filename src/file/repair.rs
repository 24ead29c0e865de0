//! Makes what was read sound: every id there once, every phase with a step, a journey to show,
//! every number within its range. References come after, in `references`.

use super::lists::{Identified, Ids, each, fresh, place_in_file};
use super::problem::{Code, Remedy};
use super::references;
use super::report::RepairReport;
use crate::model::*;
use std::sync::Arc;

/// Makes all but the references of a project sound. New ids come from `ids`.
pub(super) fn repair(project: &mut Project, ids: &mut IdSource, report: &mut RepairReport) {
    give_ids(&mut project.personas, "personas", &mut Ids::default(), ids, report);
    give_ids(&mut project.sources, "sources", &mut Ids::default(), ids, report);
    if project.sources.iter().any(|source| !source.passages.is_empty()) {
        let mut passages = Ids::default();
        each(&mut project.sources, "sources", report, |source, report| {
            let passages_of = &mut Arc::make_mut(source).passages;
            give_ids(passages_of, "passages", &mut passages, ids, report);
        });
    }
    give_ids(&mut project.themes, "themes", &mut Ids::default(), ids, report);
    give_ids(&mut project.opportunities, "opportunities", &mut Ids::default(), ids, report);
    give_ids(&mut project.tasks, "tasks", &mut Ids::default(), ids, report);
    give_ids(&mut project.subgoals, "subgoals", &mut Ids::default(), ids, report);
    give_ids(&mut project.tags, "tags", &mut Ids::default(), ids, report);
    give_ids(&mut project.images, "images", &mut Ids::default(), ids, report);
    give_ids(&mut project.journeys, "journeys", &mut Ids::default(), ids, report);
    if project.journeys.is_empty() {
        report.add(Code::NoJourneys, "journeys", "", "", Remedy::Added);
        project.journeys.push(Arc::new(empty_journey(ids)));
    }
    // A parked card may come to stand in any journey: no card of any may have its id.
    let mut cards = Ids::default();
    each(&mut project.journeys, "journeys", report, |journey, report| {
        repair_journey(Arc::make_mut(journey), &mut cards, ids, report);
    });
    give_ids(&mut project.parked, "parked", &mut cards, ids, report);
    each(&mut project.opportunities, "opportunities", report, |item, report| {
        let name = item.title.clone();
        let own = Arc::make_mut(item);
        within(&mut own.customer_value, (1.0, 5.0), "customer_value", &name, report);
        within(&mut own.business_value, (1.0, 5.0), "business_value", &name, report);
        within(&mut own.effort, (1.0, 5.0), "effort", &name, report);
    });
    repair_versions(project, ids, report);
}

/// What a project was is made as sound as what it is: it may be brought back. Its cards show pictures
/// that stand in the project itself.
fn repair_versions(project: &mut Project, ids: &mut IdSource, report: &mut RepairReport) {
    give_ids(&mut project.versions, "versions", &mut Ids::default(), ids, report);
    let images = project.images.clone();
    each(&mut project.versions, "versions", report, |version, report| {
        let was = Arc::make_mut(&mut Arc::make_mut(version).project);
        let own = was.images.clone();
        was.images.extend(images.iter().cloned());
        repair(was, ids, report);
        references::repair(was, ids, report);
        was.images = own;
    });
}

fn empty_journey(ids: &mut IdSource) -> Journey {
    let step = Step { id: ids.next_id(), ..Step::default() };
    let steps = List::new(vec![Arc::new(step)]);
    let phase = Phase { id: ids.next_id(), steps, ..Phase::default() };
    let phases = List::new(vec![Arc::new(phase)]);
    Journey { id: ids.next_id(), phases, ..Journey::default() }
}

/// Ids are a matter of each journey by itself: a copy of one, put into the file by hand, stays as
/// it is, with its cards in its own steps.
fn repair_journey(
    journey: &mut Journey,
    all_cards: &mut Ids,
    ids: &mut IdSource,
    report: &mut RepairReport,
) {
    let mut steps = Ids::default();
    give_ids(&mut journey.checklist, "checklist", &mut Ids::default(), ids, report);
    give_ids(&mut journey.phases, "phases", &mut Ids::default(), ids, report);
    each(&mut journey.phases, "phases", report, |phase, report| {
        repair_phase(Arc::make_mut(phase), &mut steps, ids, report);
    });
    let (mut cards, mut points) = (Ids::default(), Ids::default());
    give_ids(&mut journey.lanes, "lanes", &mut Ids::default(), ids, report);
    each(&mut journey.lanes, "lanes", report, |lane, report| {
        let lane = Arc::make_mut(lane);
        let name = lane.title.clone();
        within(&mut lane.height, LANE_HEIGHT_RANGE, "height", &name, report);
        give_ids(&mut lane.cards, "cards", &mut cards, ids, report);
        give_ids(&mut lane.points, "points", &mut points, ids, report);
        each(&mut lane.points, "points", report, repair_point);
    });
    if all_cards.is_empty() {
        *all_cards = cards;
    } else {
        all_cards.extend(cards);
    }
    give_ids(&mut journey.transitions, "transitions", &mut Ids::default(), ids, report);
    each(&mut journey.transitions, "transitions", report, |item, report| {
        if item.share.is_some_and(|share| !(0.0..=100.0).contains(&share)) {
            let name = item.reason.clone();
            within(&mut Arc::make_mut(item).share, (0.0, 100.0), "share", &name, report);
        }
    });
}

fn repair_phase(phase: &mut Phase, steps: &mut Ids, ids: &mut IdSource, report: &mut RepairReport) {
    let name = phase.title.clone();
    if let Some(friction) = phase.friction.filter(|friction| *friction > FRICTION_MAX) {
        let set = Remedy::Set(FRICTION_MAX.to_string());
        report.add(Code::OutOfRange, "friction", &name, &friction.to_string(), set);
        phase.friction = Some(FRICTION_MAX);
    }
    give_ids(&mut phase.checklist, "checklist", &mut Ids::default(), ids, report);
    give_ids(&mut phase.steps, "steps", steps, ids, report);
    if phase.steps.is_empty() {
        report.add(Code::NoSteps, "", &name, "", Remedy::Added);
        let step = Step { id: fresh(steps, ids), ..Step::default() };
        phase.steps.push(Arc::new(step));
    }
    each(&mut phase.steps, "steps", report, |step, report| {
        let name = step.title.clone();
        within(&mut Arc::make_mut(step).width, STEP_WIDTH_RANGE, "width", &name, report);
    });
}

fn repair_point(point: &mut Arc<EmotionPoint>, report: &mut RepairReport) {
    let range = FEELING_MIN..=FEELING_MAX;
    if range.contains(&point.value) && point.at.is_none_or(|at| (0.0..=1.0).contains(&at)) {
        return;
    }
    let (name, point) = (point.quote.clone(), Arc::make_mut(point));
    let mut value = Some(point.value);
    within(&mut value, (FEELING_MIN, FEELING_MAX), "value", &name, report);
    point.value = value.unwrap_or_default();
    within(&mut point.at, (0.0, 1.0), "at", &name, report);
}

/// Brings a number into its range.
fn within(
    value: &mut Option<f64>,
    (low, high): (f64, f64),
    field: &str,
    name: &str,
    report: &mut RepairReport,
) {
    if let Some(given) = value.filter(|value| !(low..=high).contains(value)) {
        let set = given.clamp(low, high);
        let done = Remedy::Set(set.to_string());
        report.add(Code::OutOfRange, field, name, &given.to_string(), done);
        *value = Some(set);
    }
}

/// Gives new ids to the items that have none, or that have one which is in `taken` already.
/// References go on pointing at the first.
fn give_ids<T: Identified>(
    list: &mut List<T>,
    key: &'static str,
    taken: &mut Ids,
    ids: &mut IdSource,
    report: &mut RepairReport,
) {
    taken.reserve(list.len());
    for index in 0..list.len() {
        let Some(item) = list.get(index) else { continue };
        let old = item.look();
        if !old.is_empty() && taken.insert(old.clone()) {
            continue;
        }
        let (old, name) = (old.clone(), item.name().to_owned());
        let new = fresh(taken, ids);
        let code = if old.is_empty() { Code::NoId } else { Code::DoubledId };
        report.enter(key, place_in_file(list, index));
        report.add(code, "", &name, old.as_str(), Remedy::NewId(new.to_string()));
        report.leave();
        if let Some(item) = list.edit(index) {
            *item.id() = new;
        }
    }
}
