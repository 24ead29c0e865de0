//! What is there to know of a phase and of a step, in the order it is told?

use super::{FieldName, said, some};
use crate::model::{Conversion, Duration, Id, Phase, Question, Step};
use std::sync::Arc;

/// Something known of a phase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PhaseFact<'a> {
    /// What it is called.
    Title(&'a str),
    /// When it begins.
    Start(&'a str),
    /// How long it takes.
    Duration(&'a Duration),
    /// What the customer wants to reach in it.
    Goal(&'a str),
    /// How hard it is, 0 to 4.
    Friction(u8),
    /// What counts as success in it.
    Conversion(&'a Conversion),
    /// How many enter it and how many go on; always told, as its steps may know where it does not.
    Customers(Option<f64>, Option<f64>),
    /// What sales and marketing call their part of it.
    SalesPhase(&'a str),
    /// Questions that help to fill it in, with what was answered.
    Checklist(&'a [Arc<Question>]),
    /// The number of its colour, from 0.
    Color(u8),
    /// The phase it was made from.
    Origin(&'a Id),
}

/// All that is known of a phase but its steps, in the order it is told; what is empty is left out.
pub fn phase_facts(phase: &Phase) -> impl Iterator<Item = PhaseFact<'_>> {
    let Phase {
        id: _,
        title,
        color,
        duration,
        start,
        goal,
        conversion,
        customers_in,
        customers_out,
        friction,
        sales_phase,
        checklist,
        origin,
        steps: _,
        extra: _,
    } = phase;
    [
        said(title).map(PhaseFact::Title),
        said(start).map(PhaseFact::Start),
        duration.as_ref().map(PhaseFact::Duration),
        said(goal).map(PhaseFact::Goal),
        friction.map(PhaseFact::Friction),
        conversion.as_ref().map(PhaseFact::Conversion),
        Some(PhaseFact::Customers(*customers_in, *customers_out)),
        said(sales_phase).map(PhaseFact::SalesPhase),
        some(checklist).map(PhaseFact::Checklist),
        color.map(PhaseFact::Color),
        origin.as_ref().map(PhaseFact::Origin),
    ]
    .into_iter()
    .flatten()
}

impl PhaseFact<'_> {
    /// What it is called; none for what only programs read.
    pub fn field(self) -> Option<FieldName> {
        Some(match self {
            Self::Title(_) => FieldName::Title,
            Self::Start(_) => FieldName::Start,
            Self::Duration(_) => FieldName::Duration,
            Self::Goal(_) => FieldName::Goal,
            Self::Friction(_) => FieldName::Friction,
            Self::Conversion(_) => FieldName::Conversion,
            Self::Customers(..) => FieldName::Customers,
            Self::SalesPhase(_) => FieldName::SalesPhase,
            Self::Checklist(_) => FieldName::Checklist,
            Self::Color(_) => FieldName::Color,
            Self::Origin(_) => return None,
        })
    }
}

/// Something known of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepFact<'a> {
    /// What it is called.
    Title(&'a str),
    /// How many enter it and how many go on; always told.
    Customers(Option<f64>, Option<f64>),
    /// How long it takes.
    Duration(&'a Duration),
    /// Its width in document units.
    Width(f64),
    /// The step it was made from.
    Origin(&'a Id),
}

/// All that is known of a step, in the order it is told; what is empty is left out.
pub fn step_facts(step: &Step) -> impl Iterator<Item = StepFact<'_>> {
    let Step { id: _, title, width, customers_in, customers_out, duration, origin, extra: _ } =
        step;
    [
        said(title).map(StepFact::Title),
        Some(StepFact::Customers(*customers_in, *customers_out)),
        duration.as_ref().map(StepFact::Duration),
        width.map(StepFact::Width),
        origin.as_ref().map(StepFact::Origin),
    ]
    .into_iter()
    .flatten()
}
