//! Brings values into their range before they are put into a project.

use crate::model::{
    Card, Duration, EmotionPoint, FRICTION_MAX, Opportunity, Phase, STEP_WIDTH_RANGE, Step,
    Transition, feeling,
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

/// The step with its width and figures in range.
pub(super) fn step(step: Step) -> Step {
    Step {
        width: within(step.width, STEP_WIDTH_RANGE.0, STEP_WIDTH_RANGE.1),
        customers_in: count(step.customers_in),
        customers_out: count(step.customers_out),
        ..step
    }
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
