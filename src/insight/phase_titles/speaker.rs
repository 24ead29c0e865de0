//! Who speaks on the page of a phase, and what?

use super::Asked;
use super::kind::PhaseTitleKind;
use crate::insight::feelings::{Felt, FeltPoint};
use crate::model::{EmotionPoint, unquoted};

/// A quote of more signs is no title.
pub(super) const QUOTE_MAX: usize = 60;

/// Who speaks on the page of a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseSpeaker {
    /// The point that is shown: one of hers that says something, if any does.
    pub point: FeltPoint,
    /// What she feels in the phase, −2 to +2.
    pub mean: f64,
}

impl PhaseSpeaker {
    /// What she says, without quotation marks; empty: nothing.
    pub fn quote(&self) -> &str {
        unquoted(&self.point.point.quote)
    }
}

/// The persona with the lowest point where the title is of what is bad, with the highest where it is
/// of what is good, else with the strongest; and of hers the worst or the best that says something.
/// Nobody speaks of a curve that is folded away.
pub(super) fn of(asked: &Asked<'_>, phase: usize, is_good: Option<bool>) -> Option<PhaseSpeaker> {
    let folded =
        |felt: &&Felt<'_>| asked.journey.lanes.get(felt.lane).is_some_and(|lane| lane.collapsed);
    let here = || {
        let points = asked.cards.felt(phase).iter();
        points.filter_map(|at| asked.feelings.points.get(*at)).filter(|felt| !folded(felt))
    };
    let strength = |felt: &Felt<'_>| match is_good {
        Some(true) => felt.value(),
        Some(false) => -felt.value(),
        // Of equals the worse.
        None => felt.value().abs() + if felt.value() < 0.0 { 0.001 } else { 0.0 },
    };
    let says = |point: &EmotionPoint| !unquoted(&point.quote).is_empty();
    // Of two alike the one that says something, then the first.
    let rank = |felt: &Felt<'_>| match is_good {
        Some(_) => (strength(felt), f64::from(u8::from(says(felt.point)))),
        None => (f64::from(u8::from(says(felt.point))), strength(felt)),
    };
    let more = |a: (f64, f64), b: (f64, f64)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
    let first = here().reduce(|a, b| if more(rank(b), rank(a)).is_gt() { b } else { a })?;
    let own = here().filter(|felt| felt.persona == first.persona && says(felt.point));
    let said = own.reduce(|a, b| if strength(b) > strength(a) { b } else { a });
    let who = asked.feelings.place(first.persona)?;
    let mean = asked.feelings.in_phase(who, phase)?;
    Some(PhaseSpeaker { point: said.unwrap_or(first).into(), mean })
}

/// What she says as a title, where it is short enough for one.
pub(super) fn short_quote(speaker: &PhaseSpeaker) -> Option<PhaseTitleKind> {
    let said = speaker.quote();
    let is_short = !said.is_empty() && said.chars().nth(QUOTE_MAX).is_none();
    is_short.then(|| PhaseTitleKind::Quote(speaker.point.clone()))
}
