//! Where do those of a phase who do not go on go, and how many does the map not account for?
//!
//! All figures are people of the one count that came into the phase. What transitions say in per
//! cent is of those who came to the phase or step they go from.

use super::{Funnel, Stop};
use crate::model::{Id, Journey, Transition, TransitionKind};

/// What becomes of those who come into a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// How many come in.
    pub enter: f64,
    /// How many go on.
    pub on: f64,
    /// The transitions to other phases or out, by their places in the journey, and how many take
    /// them. Without those that go on to the next phase, and those without a share.
    pub away: Vec<(usize, f64)>,
    /// How many of those who do not go on take none of them; 0 where all are accounted for.
    pub unknown: f64,
    /// What all that is said comes to, in per cent of those who come in, where that is more than
    /// there are: somebody is counted twice.
    pub over: Option<f64>,
}

/// The phase and the step a transition goes from or to.
type Spot = (usize, Option<usize>);

/// What becomes of those who come into the phase at `place`; none where the figures do not say, and
/// where all go on.
pub fn ways(journey: &Journey, funnel: &Funnel, place: usize) -> Option<Ways> {
    let stop = funnel.phases.get(place)?;
    let (enter, on) = stop.enter.zip(stop.leave)?;
    let lost = stop.loss().map(|loss| loss.people);
    if lost.is_none() && !stop.ends {
        return None;
    }
    // Of all transitions those of this phase are few: where they go is looked up of these alone.
    let here = journey.phases.get(place)?;
    let begins = |one: &Transition| {
        one.from == here.id || here.steps.index_where(|step| step.id == one.from).is_some()
    };
    let mut away: Vec<(usize, f64, f64)> = Vec::new();
    for (index, one) in journey.transitions.iter().enumerate().filter(|(_, one)| begins(one)) {
        let Some((from, to)) = ends(journey, one).filter(|(from, _)| from.0 == place) else {
            continue;
        };
        // Who goes within the phase, or to the next one, has not left the way.
        if to.is_some_and(|to| to.0 == place || to.0 == place + 1) {
            continue;
        }
        let (Some(share), Some(of)) = (given(one), at(funnel, from).enter) else { continue };
        let people = of * share / 100.0;
        // A share is rounded to per cents, as far as one knows.
        away.push((index, people.round(), of * 0.005));
    }
    let known: f64 = away.iter().map(|(_, people, _)| people).sum();
    let slack: f64 = away.iter().map(|(.., slack)| slack.max(0.5)).sum();
    // Where the journey ends nobody is missing.
    let mut unknown = lost.map_or(0.0, |lost| lost - known);
    // What is rounded may come to a little more than there are; what is missing is not invented.
    let rounded = 0.5 * away.len() as f64;
    if (-slack..=rounded).contains(&unknown) {
        let largest = away.iter_mut().max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((_, people, _)) = largest {
            *people += unknown;
            unknown = 0.0;
        }
    }
    let over = (unknown < 0.0 && enter > 0.0).then(|| (on + known) / enter * 100.0);
    let away = away.into_iter().map(|(index, people, _)| (index, people)).collect();
    Some(Ways { enter, on, away, unknown: unknown.max(0.0), over })
}

/// What the shares of transitions from one place, and of those who go on from there, come to, in
/// per cent; none where they come to no more than all, as far as rounded shares can say.
pub fn too_many(journey: &Journey, funnel: Option<&Funnel>, from: &Id) -> Option<f64> {
    let known = journey.transitions.iter().filter(|one| one.from == *from);
    let shares: Vec<f64> = known.filter_map(|one| given(one)).collect();
    if shares.is_empty() {
        return None;
    }
    let stop = spot(journey, from).zip(funnel).map(|(spot, funnel)| at(funnel, spot));
    let on = stop.as_ref().and_then(Stop::conversion).unwrap_or(0.0) * 100.0;
    let all = shares.iter().sum::<f64>() + on;
    (all > 100.0 + 0.5 * shares.len() as f64 + 1e-9).then_some(all)
}

/// How many of those who come into each phase are known to skip at least one phase.
pub(super) fn skipping(journey: &Journey, funnel: &Funnel) -> Vec<f64> {
    let mut skipping = vec![0.0; journey.phases.len()];
    for one in &journey.transitions {
        let (Some(share), Some((from, Some(to)))) = (given(one), ends(journey, one)) else {
            continue;
        };
        let people = at(funnel, from).enter.map_or(0.0, |enter| (enter * share / 100.0).round());
        if let Some(all) = skipping.get_mut(from.0).filter(|_| to.0 > from.0 + 1) {
            *all += people;
        }
    }
    skipping
}

/// The share of a transition, if it is one.
fn given(one: &Transition) -> Option<f64> {
    one.share.filter(|share| share.is_finite()).map(|share| share.clamp(0.0, 100.0))
}

/// Customers at a place; a step without figures of its own has those of its phase.
fn at(funnel: &Funnel, (phase, step): Spot) -> Stop {
    let inner = step.and_then(|step| funnel.steps.get(phase)?.get(step));
    let inner = inner.filter(|stop| stop.enter.is_some());
    inner.or(funnel.phases.get(phase)).copied().unwrap_or_default()
}

/// The phase or step called `id`.
fn spot(journey: &Journey, id: &Id) -> Option<Spot> {
    journey.phases.iter().enumerate().find_map(|(place, phase)| {
        if phase.id == *id {
            return Some((place, None));
        }
        let step = phase.steps.index_where(|step| step.id == *id)?;
        Some((place, Some(step)))
    })
}

/// Where a transition goes from and to, none: out; none where one of them is not there.
fn ends(journey: &Journey, one: &Transition) -> Option<(Spot, Option<Spot>)> {
    let leaves = one.kind == Some(TransitionKind::Leave);
    let to = match one.to.as_ref().filter(|id| !leaves && !id.is_empty()) {
        Some(id) => Some(spot(journey, id)?),
        None => None,
    };
    Some((spot(journey, &one.from)?, to))
}

#[cfg(test)]
mod tests {
    use super::super::funnel;
    use super::*;
    use crate::model::{List, Phase, Step};

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    /// Phases `p0`, `p1` … with steps `p0a`, `p0b` …
    fn map(phases: &[(f64, f64, &[f64])], ways: &[(&str, Option<&str>, f64)]) -> Journey {
        let phase = |(place, (enter, leave, steps)): (usize, &(f64, f64, &[f64]))| Phase {
            id: id(&format!("p{place}")),
            customers_in: Some(*enter),
            customers_out: Some(*leave),
            steps: (steps.iter().zip('a'..))
                .map(|(count, name)| Step {
                    id: id(&format!("p{place}{name}")),
                    customers_in: Some(*count),
                    ..Step::default()
                })
                .collect(),
            ..Phase::default()
        };
        let way = |(from, to, share): &(&str, Option<&str>, f64)| Transition {
            from: id(from),
            to: to.map(id),
            share: Some(*share),
            ..Transition::default()
        };
        Journey {
            phases: phases.iter().enumerate().map(phase).collect(),
            transitions: List::from_iter(ways.iter().map(way)),
            ..Journey::default()
        }
    }

    fn found(journey: &Journey, place: usize) -> Option<(Vec<f64>, f64)> {
        let ways = ways(journey, &funnel(journey).unwrap(), place)?;
        let away: f64 = ways.away.iter().map(|(_, people)| people).sum();
        let ends = place + 1 == journey.phases.len();
        assert!(ends || ways.enter == ways.on + ways.unknown + away, "{ways:?}");
        Some((ways.away.into_iter().map(|(_, people)| people).collect(), ways.unknown))
    }

    #[test]
    fn people_of_one_count_add_up() {
        let phases: [(f64, f64, &[f64]); 4] = [
            (420.0, 160.0, &[]),
            (160.0, 62.0, &[160.0, 118.0, 89.0]),
            (62.0, 26.0, &[]),
            (26.0, 7.0, &[]),
        ];
        let journey = map(
            &phases,
            &[
                ("p0", Some("p2"), 8.0),
                ("p1c", Some("p0"), 30.0),
                ("p1a", Some("p1c"), 5.0),
                ("p2", None, 46.0),
                ("p2", Some("p1b"), 12.0),
                ("p3", Some("p0"), 20.0),
            ],
        );
        // 8 % of 420 are 33.6; 30 % of 89 are 26.7; 46 % and 12 % of 62 are 28.52 and 7.44.
        assert_eq!(found(&journey, 0), Some((vec![34.0], 226.0)));
        assert_eq!(found(&journey, 1), Some((vec![27.0], 71.0)));
        assert_eq!(found(&journey, 2), Some((vec![29.0, 7.0], 0.0)));
        // Who ends the journey is not missing.
        assert_eq!(found(&journey, 3), Some((vec![5.0], 0.0)));
    }

    #[test]
    fn who_is_missing_is_told_and_given_to_nobody() {
        let journey = map(
            &[(1500.0, 310.0, &[]), (310.0, 200.0, &[])],
            &[("p0", None, 79.0), ("p0", Some("p0"), 50.0)],
        );
        // 79 % of 1500 are 1185 of the 1190 who do not go on.
        assert_eq!(found(&journey, 0), Some((vec![1185.0], 5.0)));
        let journey = map(&[(1500.0, 310.0, &[]), (310.0, 1.0, &[])], &[("p0", None, 78.0)]);
        assert_eq!(found(&journey, 0), Some((vec![1170.0], 20.0)));
    }

    #[test]
    fn more_than_there_are_is_told_of_a_phase() {
        let phases: [(f64, f64, &[f64]); 2] =
            [(2600.0, 1100.0, &[2600.0, 1900.0]), (1100.0, 10.0, &[])];
        let of = |share: f64| {
            let journey = map(&phases, &[("p0", None, 40.0), ("p0b", Some("p9"), 35.0)]);
            let mut journey = journey;
            journey.phases.push(Phase { id: id("p9"), ..Phase::default() }.into());
            journey.transitions.edit(1).unwrap().share = Some(share);
            ways(&journey, &funnel(&journey).unwrap(), 0).unwrap()
        };
        // 40 % of 2600 are 1040, 24 % and 35 % of 1900 are 456 and 665; 1500 do not go on.
        let found = of(24.0);
        assert_eq!((found.over, found.unknown), (None, 4.0));
        assert_eq!(found.away, [(0, 1040.0), (1, 456.0)]);
        assert!(of(35.0).over.is_some_and(|all| (all - 107.9).abs() < 0.1));
    }

    #[test]
    fn shares_of_more_than_all_are_told() {
        let phases: [(f64, f64, &[f64]); 2] = [(84.0, 62.0, &[]), (62.0, 10.0, &[])];
        let of = |share: f64| {
            let journey = map(&phases, &[("p0", None, share)]);
            too_many(&journey, funnel(&journey).as_ref(), &id("p0"))
        };
        // 62 of 84 are 73.8 %.
        assert_eq!(of(26.0), None);
        assert_eq!(of(26.6), None);
        assert!(of(27.0).is_some_and(|all| (all - 100.8).abs() < 0.01));
        let journey = map(&phases, &[("p1", None, 60.0), ("p1", Some("p0"), 50.0)]);
        assert!(too_many(&journey, None, &id("p1")).is_some_and(|all| all == 110.0));
        assert_eq!(too_many(&journey, None, &id("p0")), None);
    }
}
