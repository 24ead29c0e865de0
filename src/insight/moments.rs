//! Which moment of a map is the worst and which the best, over all personas that are shown, and
//! whose is it?

use super::feelings::{Feelings, Felt, as_written};

/// What can be said of the lowest or the highest point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentKind {
    /// The highest point, above zero.
    Best,
    /// The highest point, where nothing is above zero: nobody would call it good.
    Highest,
    /// The lowest point, where nothing is below zero: nobody would call it bad.
    Lowest,
    /// The lowest point, below zero.
    Worst,
}

/// A point that no other persona's and no other phase's equals.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// What it is.
    pub kind: MomentKind,
    /// The point, and whose it is.
    pub felt: Felt<'a>,
}

/// The highest and the lowest point of all personas shown, in this order. One that ties, as
/// written, with one of another persona or another phase is not there; nor are both where all
/// feelings are alike.
pub fn moments<'a>(feelings: &Feelings<'a>) -> Vec<Moment<'a>> {
    let value = |felt: &Felt| as_written(felt.value());
    let all = || feelings.points.iter().map(value);
    let (Some(low), Some(high)) = (all().min_by(f64::total_cmp), all().max_by(f64::total_cmp))
    else {
        return Vec::new();
    };
    if low == high {
        return Vec::new();
    }
    let one = |end: f64, kind: MomentKind| {
        let same = || feelings.points.iter().filter(move |felt| value(felt) == end);
        let first = same().next()?;
        let own = |felt: &Felt| (felt.persona, felt.phase) == (first.persona, first.phase);
        // Of several of hers there the one that says something.
        let said = same().find(|felt| !felt.point.quote.trim().is_empty());
        let felt = *said.unwrap_or(first);
        same().all(own).then_some(Moment { kind, felt })
    };
    let best = if high > 0.0 { MomentKind::Best } else { MomentKind::Highest };
    let worst = if low < 0.0 { MomentKind::Worst } else { MomentKind::Lowest };
    [one(high, best), one(low, worst)].into_iter().flatten().collect()
}
