//! How many customers come into each phase and step, how many go on, and where are most lost?

use crate::model::Journey;

/// A phase or a step: the phase's place in the journey, and the step's place in the phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The phase, from 0.
    pub phase: usize,
    /// The step within it, from 0; none: the phase as a whole.
    pub step: Option<usize>,
}

/// Customers at one place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stop {
    /// How many come in.
    pub enter: Option<f64>,
    /// How many go on.
    pub leave: Option<f64>,
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
    /// Where the largest share is lost; none where nothing can be compared.
    pub worst: Option<Place>,
}

impl Stop {
    /// Which part of those who come in go on: 0 to 1, or more where others join.
    pub fn conversion(&self) -> Option<f64> {
        let enter = self.enter.filter(|enter| *enter > 0.0)?;
        Some(self.leave? / enter)
    }

    /// Which part of them is lost, above 0; none where nobody is.
    pub fn loss(&self) -> Option<f64> {
        self.conversion().map(|share| 1.0 - share).filter(|loss| *loss > 0.0)
    }
}

/// The funnel of `journey`; none without figures. Where a figure is missing its neighbour's stands
/// in: those who come into the next phase are those who went on from this one.
pub fn funnel(journey: &Journey) -> Option<Funnel> {
    let given = |figure: Option<f64>| figure.filter(|count| count.is_finite() && *count >= 0.0);
    let mut phases = Vec::with_capacity(journey.phases.len());
    let mut steps: Vec<Vec<Stop>> = Vec::with_capacity(journey.phases.len());
    for phase in &journey.phases {
        let mut inner: Vec<Stop> = (phase.steps.iter())
            .map(|step| Stop { enter: given(step.customers_in), leave: given(step.customers_out) })
            .collect();
        let first = inner.first().and_then(|stop| stop.enter);
        let last = inner.last().and_then(|stop| stop.leave);
        phases.push(Stop {
            enter: given(phase.customers_in).or(first),
            leave: given(phase.customers_out).or(last),
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
    let worst = worst(&phases, &steps);
    Some(Funnel { phases, steps, most, worst })
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

/// The place that loses the largest share, of at least two that can be compared. A phase whose
/// steps are known stands for itself only through them.
fn worst(phases: &[Stop], steps: &[Vec<Stop>]) -> Option<Place> {
    let mut places: Vec<(Place, f64)> = Vec::new();
    let mut compared = 0;
    for (phase, (stop, inner)) in phases.iter().zip(steps).enumerate() {
        let mut see = |step: Option<usize>, stop: &Stop| {
            compared += usize::from(stop.conversion().is_some());
            places.extend(stop.loss().map(|loss| (Place { phase, step }, loss)));
        };
        match inner.iter().any(|stop| stop.conversion().is_some()) {
            true => inner.iter().enumerate().for_each(|(step, stop)| see(Some(step), stop)),
            false => see(None, stop),
        }
    }
    let worst = places.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    worst.filter(|_| compared > 1).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Phase, Step};

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

    #[test]
    fn what_is_missing_is_taken_from_the_neighbour() {
        let found = of(vec![
            phase(Some(1000.0), None, &[None]),
            phase(Some(400.0), None, &[None, None]),
            phase(None, Some(90.0), &[None]),
            phase(None, None, &[None]),
        ]);
        let found = found.unwrap();
        let stop = |enter, leave| Stop { enter, leave };
        let expected = [
            stop(Some(1000.0), Some(400.0)),
            stop(Some(400.0), None),
            stop(None, Some(90.0)),
            stop(Some(90.0), None),
        ];
        assert_eq!(found.phases, expected);
        assert_eq!(found.most, 1000.0);
        assert!(found.steps.iter().all(Vec::is_empty));
        // One loss alone is not the worst of anything.
        assert_eq!(found.worst, None);
    }

    #[test]
    fn the_worst_may_be_a_step_and_nothing_is_nothing() {
        let found = of(vec![
            phase(Some(1000.0), Some(800.0), &[None]),
            phase(Some(800.0), Some(100.0), &[Some(800.0), Some(700.0), Some(150.0)]),
            phase(Some(120.0), Some(130.0), &[None]),
        ]);
        let found = found.unwrap();
        assert_eq!(found.worst, Some(Place { phase: 1, step: Some(1) }));
        assert_eq!(found.steps[1][2], Stop { enter: Some(150.0), leave: Some(100.0) });
        assert_eq!(found.phases[2].loss(), None);
        assert!(found.phases[2].conversion().unwrap() > 1.0);
        assert_eq!(of(vec![phase(None, None, &[None])]), None);
        assert_eq!(of(vec![phase(Some(f64::NAN), Some(-3.0), &[])]), None);
        assert_eq!(of(vec![]), None);
    }
}
