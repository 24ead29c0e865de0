//! Brings values into their range before they are put into a project.

use crate::model::{
    Card, Costs, Duration, EmotionPoint, FRICTION_MAX, LANE_HEIGHT_RANGE, Lane, Opportunity, Phase,
    STEP_WIDTH_RANGE, Step, Transition, feeling,
};

/// A number within a range; none for what is no number (a file cannot hold it).
fn within(value: Option<f64>, low: f64, high: f64) -> Option<f64> {
    value.filter(|value| !value.is_nan()).map(|value| value.clamp(low, high))
}

/// A number of things.
fn count(value: Option<f64>) -> Option<f64> {
    within(value, 0.0, f64::MAX)
}

/// The card with its figures as a file can hold them.
pub(super) fn card(mut card: Card) -> Card {
    if let Some(metric) = &mut card.metric {
        metric.value = metric.value.filter(|value| value.is_finite());
        metric.target = metric.target.filter(|value| value.is_finite());
        metric.trend.retain(|value| value.is_finite());
    }
    card.next.take_if(|next| *next == card.id);
    card
}

/// The point with its feeling and place in range.
pub(super) fn point(point: EmotionPoint) -> EmotionPoint {
    EmotionPoint { value: feeling(point.value), at: within(point.at, 0.0, 1.0), ..point }
}

/// The phase with its figures in range, and its steps'.
pub(super) fn phase(mut phase: Phase) -> Phase {
    for index in 0..phase.steps.len() {
        if let Some(one) = phase.steps.edit(index) {
            *one = step(std::mem::take(one));
        }
    }
    Phase {
        duration: phase.duration.map(duration),
        customers_in: count(phase.customers_in),
        customers_out: count(phase.customers_out),
        friction: phase.friction.map(|friction| friction.min(FRICTION_MAX)),
        ..phase
    }
}

fn duration(duration: Duration) -> Duration {
    Duration { from: count(duration.from), to: count(duration.to), ..duration }
}

/// The costs with their amounts in range.
pub(super) fn costs(costs: Costs) -> Costs {
    Costs { win: count(costs.win), keep: count(costs.keep), ..costs }
}

/// The step with its width and figures in range.
pub(super) fn step(step: Step) -> Step {
    Step {
        width: within(step.width, STEP_WIDTH_RANGE.0, STEP_WIDTH_RANGE.1),
        customers_in: count(step.customers_in),
        customers_out: count(step.customers_out),
        duration: step.duration.map(duration),
        ..step
    }
}

/// The lane with its height in range.
pub(super) fn lane(lane: Lane) -> Lane {
    Lane { height: within(lane.height, LANE_HEIGHT_RANGE.0, LANE_HEIGHT_RANGE.1), ..lane }
}

/// The transition with its share in range.
pub(super) fn transition(transition: Transition) -> Transition {
    Transition { share: within(transition.share, 0.0, 100.0), ..transition }
}

/// The opportunity with its values in range.
pub(super) fn opportunity(opportunity: Opportunity) -> Opportunity {
    Opportunity {
        customer_value: within(opportunity.customer_value, 1.0, 5.0),
        business_value: within(opportunity.business_value, 1.0, 5.0),
        effort: within(opportunity.effort, 1.0, 5.0),
        ..opportunity
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Change, Edit, EditError, apply};
    use crate::model::Thing;
    use crate::model::*;
    use std::sync::Arc;

    #[test]
    fn what_is_put_is_brought_into_range_and_keeps_its_contents() {
        let (project, _) = parse("A: a b\nL: x / y\nwho: pia");
        let made = |change| apply(&project, &Edit { journey: id("map"), change }).unwrap();
        let map = &project.journeys[0];

        let friction = Some(9);
        let put = Phase { id: id("A"), friction, customers_in: Some(f64::NAN), ..Phase::default() };
        let phase = made(Change::PutPhases(vec![put])).journeys[0].phases[0].clone();
        assert_eq!((phase.friction, phase.customers_in, phase.steps.len()), (Some(4), None, 2));

        let put = Step { id: id("b"), width: Some(1e9), ..Step::default() };
        let after = made(Change::PutSteps(vec![put]));
        assert_eq!(after.journeys[0].phases[0].steps[1].width, Some(STEP_WIDTH_RANGE.1));

        let height = Some(1e9);
        let put = Lane { id: id("L"), title: "Now".into(), height, ..Lane::default() };
        let after = made(Change::PutLanes(vec![put]));
        assert_eq!(
            (after.journeys[0].lanes[0].title.as_str(), after.journeys[0].lanes[0].cards.len()),
            ("Now", 2)
        );
        assert_eq!(after.journeys[0].lanes[0].height, Some(LANE_HEIGHT_RANGE.1));
        assert!(Arc::ptr_eq(&map.lanes[0].cards[0], &after.journeys[0].lanes[0].cards[0]));

        let put = |from, to: Option<&str>| {
            Change::PutTransitions(vec![Transition {
                id: id("t"),
                from: id(from),
                to: to.map(id),
                share: Some(120.0),
                ..Transition::default()
            }])
        };
        assert_eq!(made(put("A", Some("b"))).journeys[0].transitions[0].share, Some(100.0));
        let edit = Edit { journey: id("map"), change: put("A", Some("gone")) };
        assert_eq!(apply(&project, &edit), Err(EditError::Missing(Thing::Step(id("gone")))));

        let put = |name: &str| Persona { id: id(name), name: name.into(), ..Persona::default() };
        let after = made(Change::PutPersonas(vec![put("pia"), put("ola")]));
        assert_eq!((after.personas.len(), after.journeys[0].personas.len()), (2, 2));

        let put = Opportunity { id: id("o"), effort: Some(7.0), ..Opportunity::default() };
        assert_eq!(made(Change::PutOpportunities(vec![put])).opportunities[0].effort, Some(5.0));

        let personas = vec![id("pia"), id("gone"), id("pia")];
        let costs = Costs { win: Some(f64::NAN), keep: Some(-1.0), ..Costs::default() };
        let put = Journey {
            id: id("map"),
            title: "Map".into(),
            personas,
            costs: Some(costs),
            ..Journey::default()
        };
        let after = made(Change::PutJourney(Box::new(put)));
        let costs = after.journeys[0].costs.clone().unwrap();
        assert_eq!((costs.win, costs.keep), (None, Some(0.0)));
        assert_eq!(after.journeys[0].personas, [id("pia")]);
        assert!(Arc::ptr_eq(&map.lanes[0], &after.journeys[0].lanes[0]));
        assert_eq!(made(Change::PutTitle("New".into())).title, "New");
    }
}
