//! How many customers come into each phase and step, how many go on, and where are most lost?
//!
//! Customers are whole people: figures are rounded before they are reckoned with, so that what is
//! shown adds up.

use super::ways::skipping;
use crate::model::Journey;

/// Customers at one place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stop {
    /// How many come in, whole people.
    pub enter: Option<f64>,
    /// How many go on, whole people.
    pub leave: Option<f64>,
    /// The journey ends here: who does not go on is done, not lost.
    pub ends: bool,
}

/// Those who do not go on from a place. Some of them may have gone back or skipped ahead: they do
/// not all leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// How many do not go on; at least one.
    pub people: f64,
    /// How many came in.
    pub of: f64,
}

/// The customers of a journey from phase to phase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funnel {
    /// One for each phase.
    pub phases: Vec<Stop>,
    /// For each phase its steps; empty where none of them has a figure.
    pub steps: Vec<Vec<Stop>>,
    /// The most customers anywhere; above 0.
    pub most: f64,
    /// The phase where more are lost than in any other phase; none where no two can be compared,
    /// or two lose as many.
    pub largest: Option<usize>,
    /// For each phase the step where more are lost than in any other of its steps.
    pub largest_steps: Vec<Option<usize>>,
    /// All phases in which somebody can be lost say how many: the largest loss is the journey's.
    pub complete: bool,
}

impl Stop {
    /// Which part of those who come in go on: 0 to 1, or more where others join.
    pub fn conversion(&self) -> Option<f64> {
        let enter = self.enter.filter(|enter| *enter > 0.0)?;
        Some(self.leave? / enter)
    }

    /// Those who do not go on; none where all do, nobody knows, or the journey ends.
    pub fn loss(&self) -> Option<Loss> {
        let (of, leave) = (self.enter?, self.leave?);
        (!self.ends && leave < of).then_some(Loss { people: of - leave, of })
    }

    /// Can what is lost here be compared with what is lost elsewhere?
    fn compares(&self) -> bool {
        !self.ends && self.conversion().is_some()
    }
}

impl Funnel {
    /// What it says of these of its phases, in this order: a part tells the figures of the whole.
    pub fn part(&self, phases: &[usize]) -> Self {
        let stop = |place: &usize| self.phases.get(*place).copied().unwrap_or_default();
        let steps = |place: &usize| self.steps.get(*place).cloned().unwrap_or_default();
        let step = |place: &usize| self.largest_steps.get(*place).copied().flatten();
        let largest = self.largest.and_then(|phase| phases.iter().position(|one| *one == phase));
        Self {
            phases: phases.iter().map(stop).collect(),
            steps: phases.iter().map(steps).collect(),
            largest_steps: phases.iter().map(step).collect(),
            largest,
            ..*self
        }
    }

    /// The largest loss of a phase.
    pub fn largest_loss(&self) -> Option<(usize, Loss)> {
        let phase = self.largest?;
        Some((phase, self.phases.get(phase)?.loss()?))
    }
}

/// A share in per cent as it is shown: whole, with a decimal below 10, and never 100 where it is
/// not all.
pub fn shown_percent(share: f64) -> f64 {
    let percent = share * 100.0;
    let tenths = (percent * 10.0).round() / 10.0;
    match percent.abs() {
        small if small < 9.95 => tenths,
        some if some < 100.0 && some.round() >= 100.0 => tenths.min(99.9),
        _ => percent.round(),
    }
}

/// The funnel of `journey`; none without figures. Where a figure is missing its neighbour's stands
/// in: those who come into the next phase are those who went on from this one.
pub fn funnel(journey: &Journey) -> Option<Funnel> {
    let given = |figure: Option<f64>| {
        figure.filter(|count| count.is_finite() && *count >= 0.0).map(f64::round)
    };
    let mut phases = Vec::with_capacity(journey.phases.len());
    let mut steps: Vec<Vec<Stop>> = Vec::with_capacity(journey.phases.len());
    let several = journey.phases.len() > 1;
    for (place, phase) in journey.phases.iter().enumerate() {
        let is_last = place + 1 == journey.phases.len();
        let mut inner: Vec<Stop> = (phase.steps.iter().enumerate())
            .map(|(step, model)| {
                let (enter, leave) = (given(model.customers_in), given(model.customers_out));
                // A journey of one phase ends with its last step.
                let ends = is_last && (several || step + 1 == phase.steps.len());
                Stop { enter, leave, ends }
            })
            .collect();
        let first = inner.first().and_then(|stop| stop.enter);
        let last = inner.last().and_then(|stop| stop.leave);
        phases.push(Stop {
            enter: given(phase.customers_in).or(first),
            leave: given(phase.customers_out).or(last),
            ends: is_last,
        });
        let has_own = inner.iter().any(|stop| stop.enter.or(stop.leave).is_some());
        if !has_own || inner.len() < 2 {
            inner.clear();
        }
        steps.push(inner);
    }
    join(&mut phases, None);
    for (phase, inner) in phases.iter().zip(&mut steps) {
        join(inner, Some(*phase));
    }
    let all = || phases.iter().chain(steps.iter().flatten());
    let most = all().flat_map(|stop| [stop.enter, stop.leave]).flatten().fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let (largest, largest_steps) =
        (largest(&phases), steps.iter().map(|steps| largest(steps)).collect());
    let complete = phases.iter().all(|stop| stop.ends || stop.compares());
    let mut found = Funnel { phases, steps, most, largest, largest_steps, complete };
    found.largest = largest.filter(|_| is_largest_without_skips(journey, &found));
    Some(found)
}

/// Are most lost there even if those who are known to skip ahead are no loss? Of what is the largest
/// only because many of them went on another way nobody can say so.
fn is_largest_without_skips(journey: &Journey, funnel: &Funnel) -> bool {
    let Some(largest) = funnel.largest else { return false };
    let skipping = skipping(journey, funnel);
    let lost = |place: usize| {
        let people = funnel.phases.get(place).and_then(Stop::loss).map_or(0.0, |loss| loss.people);
        people - skipping.get(place).copied().unwrap_or(0.0)
    };
    (0..funnel.phases.len()).all(|place| place == largest || lost(place) < lost(largest))
}

/// Fills gaps between neighbours, and at the ends with what `whole` says.
fn join(stops: &mut [Stop], whole: Option<Stop>) {
    for index in 1..stops.len() {
        let (before, here) = (stops[index - 1].leave, stops[index].enter);
        stops[index - 1].leave = before.or(here);
        stops[index].enter = here.or(before);
    }
    if let Some(whole) = whole {
        if let Some(first) = stops.first_mut() {
            first.enter = first.enter.or(whole.enter);
        }
        if let Some(last) = stops.last_mut() {
            last.leave = last.leave.or(whole.leave);
        }
    }
}

/// Where more people are lost than anywhere else among `stops`, which are of one kind: phases, or
/// the steps of one phase.
fn largest(stops: &[Stop]) -> Option<usize> {
    if stops.iter().filter(|stop| stop.compares()).count() < 2 {
        return None;
    }
    let lost = |stop: &Stop| stop.loss().map_or(0.0, |loss| loss.people);
    let most = stops.iter().map(lost).fold(0.0, f64::max);
    let mut at = stops.iter().enumerate().filter(|(_, stop)| most > 0.0 && lost(stop) == most);
    let (place, _) = at.next()?;
    at.next().is_none().then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, List, Phase, Step, Transition};

    fn phase(enter: Option<f64>, leave: Option<f64>, steps: &[Option<f64>]) -> Phase {
        let step = |enter: &Option<f64>| Step { customers_in: *enter, ..Step::default() };
        Phase {
            customers_in: enter,
            customers_out: leave,
            steps: steps.iter().map(step).collect(),
            ..Phase::default()
        }
    }

    fn of(phases: Vec<Phase>) -> Option<Funnel> {
        funnel(&Journey { phases: List::from_iter(phases), ..Journey::default() })
    }

    /// Phases that so many come into, and how many go on from the last.
    fn chain(figures: &[f64]) -> Funnel {
        let pairs = figures.windows(2);
        of(pairs.map(|pair| phase(Some(pair[0]), Some(pair[1]), &[None])).collect()).unwrap()
    }

    #[test]
    fn what_is_missing_is_taken_from_the_neighbour() {
        let found = of(vec![
            phase(Some(1000.0), None, &[None]),
            phase(Some(400.0), None, &[None, None]),
            phase(None, Some(90.0), &[None]),
            phase(None, None, &[None]),
        ]);
        let found = found.unwrap();
        let stop = |enter, leave, ends| Stop { enter, leave, ends };
        let expected = [
            stop(Some(1000.0), Some(400.0), false),
            stop(Some(400.0), None, false),
            stop(None, Some(90.0), false),
            stop(Some(90.0), None, true),
        ];
        assert_eq!(found.phases, expected);
        assert_eq!(found.most, 1000.0);
        assert!(found.steps.iter().all(Vec::is_empty));
        // One loss alone is not the largest of anything.
        assert_eq!((found.largest, found.complete), (None, false));
    }

    #[test]
    fn the_largest_loss_is_of_people_and_alone() {
        // Figures from phase to phase, and where most are lost.
        let rows: [(&[f64], Option<usize>); 9] = [
            (&[420.0, 160.0, 62.0, 26.0, 24.0, 22.0, 7.0], Some(0)),
            // The larger share is not the larger loss.
            (&[1000.0, 900.0, 810.0, 730.0, 10.0], Some(0)),
            // In the last phase nobody is lost.
            (&[100.0, 90.0, 85.0, 1.0], Some(0)),
            // Two that lose as many, as shown.
            (&[100.0, 80.0, 60.0, 55.0], None),
            (&[100.0, 80.4, 59.9, 55.0], None),
            (&[100.0, 80.4, 60.6, 55.0], Some(0)),
            // Nobody is lost, others join.
            (&[100.0, 100.0, 130.0, 90.0], None),
            (&[100.0, 99.0, 130.0, 90.0], Some(0)),
            // One loss alone.
            (&[100.0, 40.0, 20.0], None),
        ];
        for (figures, expected) in rows {
            let found = chain(figures);
            assert_eq!(found.largest, expected, "{figures:?}");
            assert!(found.complete);
        }
        let known = chain(&[420.0, 160.0, 62.0, 26.0, 24.0, 22.0, 7.0]);
        let lost: Vec<Option<f64>> =
            known.phases.iter().map(|stop| stop.loss().map(|loss| loss.people)).collect();
        assert_eq!(lost, [Some(260.0), Some(98.0), Some(36.0), Some(2.0), Some(2.0), None]);
        assert_eq!(known.largest_loss(), Some((0, Loss { people: 260.0, of: 420.0 })));
    }

    #[test]
    fn who_skips_ahead_is_not_lost() {
        let skips = |share: f64, to: &str| {
            let mut phases: Vec<Phase> = [420.0, 160.0, 62.0, 26.0]
                .into_iter()
                .map(|enter| phase(Some(enter), None, &[]))
                .collect();
            for (phase, name) in phases.iter_mut().zip(["a", "b", "c", "d"]) {
                phase.id = Id::new(name);
            }
            let skip = Transition {
                from: Id::new("a"),
                to: Some(Id::new(to)),
                share: Some(share),
                ..Transition::default()
            };
            let phases = List::from_iter(phases);
            let transitions = List::from_iter([skip]);
            funnel(&Journey { phases, transitions, ..Journey::default() }).unwrap().largest
        };
        // 260 do not come to b, of whom 160 or 162 skip it, and 98 of b not to c.
        assert_eq!(skips(38.0, "c"), Some(0));
        assert_eq!(skips(38.5, "c"), None);
        // Who goes on to the next phase skips nothing.
        assert_eq!(skips(39.0, "b"), Some(0));
    }

    #[test]
    fn phases_are_compared_with_phases_and_steps_with_those_beside_them() {
        let found = of(vec![
            phase(Some(1000.0), Some(700.0), &[None]),
            phase(Some(700.0), Some(450.0), &[Some(700.0), Some(690.0), Some(480.0)]),
            phase(Some(450.0), Some(100.0), &[Some(450.0), Some(120.0)]),
        ]);
        let found = found.unwrap();
        // A step that loses 210 is not a phase that loses 300.
        assert_eq!((found.largest, found.complete), (Some(0), true));
        assert_eq!(found.largest_steps, [None, Some(1), None]);
        assert_eq!(found.steps[1][2].enter.zip(found.steps[1][2].leave), Some((480.0, 450.0)));
        assert!(found.steps[2].iter().all(|stop| stop.loss().is_none()));

        // A phase alone ends with its last step.
        let alone = of(vec![phase(None, Some(10.0), &[Some(90.0), Some(60.0), Some(40.0)])]);
        let alone = alone.unwrap();
        let lost: Vec<Option<f64>> =
            alone.steps[0].iter().map(|stop| stop.loss().map(|loss| loss.people)).collect();
        assert_eq!(lost, [Some(30.0), Some(20.0), None]);
        assert_eq!((alone.largest, alone.largest_steps), (None, vec![Some(0)]));
    }

    #[test]
    fn a_figure_that_is_missing_makes_it_the_largest_known() {
        let found = of(vec![
            phase(Some(1000.0), Some(800.0), &[]),
            phase(Some(800.0), Some(700.0), &[]),
            phase(None, None, &[]),
            phase(None, None, &[]),
        ]);
        let found = found.unwrap();
        assert_eq!((found.largest, found.complete), (Some(0), false));
        assert_eq!(of(vec![phase(None, None, &[None])]), None);
        assert_eq!(of(vec![phase(Some(f64::NAN), Some(-3.0), &[])]), None);
        assert_eq!(of(vec![]), None);
    }

    #[test]
    fn a_part_tells_the_figures_of_the_whole() {
        let whole = chain(&[420.0, 160.0, 62.0, 26.0, 24.0]);
        let part = whole.part(&[2, 0]);
        assert_eq!((part.largest, part.most, part.complete), (Some(1), 420.0, true));
        assert_eq!(part.phases, [whole.phases[2], whole.phases[0]]);
        assert_eq!(whole.part(&[1]).largest, None);
        assert_eq!(whole.part(&[3]).phases[0].loss(), None);
    }

    #[test]
    fn a_share_is_shown_as_one_reads_it() {
        let rows = [
            (160.0, 420.0, 38.0),
            (1.0, 420.0, 0.2),
            (9.94, 100.0, 9.9),
            (9.96, 100.0, 10.0),
            (24.0, 26.0, 92.0),
            (299.0, 300.0, 99.7),
            (9999.0, 10000.0, 99.9),
            (300.0, 300.0, 100.0),
            (130.0, 120.0, 108.0),
            (0.0, 5.0, 0.0),
        ];
        for (part, of, shown) in rows {
            assert_eq!(shown_percent(part / of), shown, "{part} of {of}");
        }
    }
}
