//! Which figures of a whole map differ between two journeys: how long it takes, how hard it is, how many
//! go all the way?
//!
//! A figure is compared only where both journeys know all of it: a phase without one would make a
//! journey look shorter or easier than it is.

use super::funnel::funnel;

use super::time::total;
use super::told::share_said;
use crate::model::{Journey, fitting};
use crate::words::Words;

/// A figure of a whole map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapFigure {
    /// How long it takes, in days: the middle of the shortest and the longest.
    Time,
    /// How hard its phases are on average, 0 to 4.
    Friction,
    /// Which part of those who come in go on from the last phase, 0 to 1.
    GoOn,
}

/// A figure that is not what it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureDifference {
    /// Which figure it is.
    pub figure: MapFigure,
    /// What it was.
    pub before: f64,
    /// What it is.
    pub after: f64,
}

/// The figures that both journeys know and that differ, as they are said.
pub(super) fn figure_differences(earlier: &Journey, later: &Journey) -> Vec<FigureDifference> {
    let figures = [MapFigure::Time, MapFigure::Friction, MapFigure::GoOn];
    let differs = |figure: MapFigure| {
        let [before, after] = [earlier, later].map(|journey| figure.of(journey));
        let (before, after) = (before?, after?);
        // What is said alike is no difference.
        let close = (before - after).abs() < figure.least() * before.abs().max(1.0);
        (!close).then_some(FigureDifference { figure, before, after })
    };
    figures.into_iter().filter_map(differs).collect()
}

impl MapFigure {
    /// The figure of a journey; none where it is not known of all of its phases.
    fn of(self, journey: &Journey) -> Option<f64> {
        match self {
            Self::Time => {
                let total = total(journey)?;
                let all = !total.ongoing && total.known == total.phases;
                all.then_some(f64::midpoint(total.from, total.to))
            }
            Self::Friction => {
                let all: Option<Vec<f64>> =
                    journey.phases.iter().map(|phase| phase.friction.map(f64::from)).collect();
                let all = all.filter(|all| !all.is_empty())?;
                Some(all.iter().sum::<f64>() / all.len() as f64)
            }
            Self::GoOn => {
                let funnel = funnel(journey)?;
                let enter = funnel.phases.first()?.enter.filter(|enter| *enter > 0.0)?;
                Some(funnel.phases.last()?.leave? / enter)
            }
        }
    }

    /// A smaller difference is none to speak of; of figures above one a part of the figure.
    fn least(self) -> f64 {
        match self {
            Self::Time => 0.02,
            Self::Friction => 0.05,
            Self::GoOn => 0.005,
        }
    }

    /// A value as it is said: `3 weeks`, `2.1`, `12%`.
    pub fn said(self, value: f64, words: &Words) -> String {
        match self {
            Self::Time => words.duration(&fitting(value, value)),
            Self::Friction => words.number((value * 10.0).round() / 10.0),
            Self::GoOn => share_said(value, words),
        }
    }

    /// What it is called at the head of a row.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Time => words.field_duration(),
            Self::Friction => words.field_friction(),
            Self::GoOn => words.compare_all_the_way(),
        }
    }
}

impl FigureDifference {
    /// "takes 3 weeks instead of 6 weeks".
    pub fn text(&self, words: &Words) -> String {
        let [before, after] = [self.before, self.after].map(|it| self.figure.said(it, words));
        match self.figure {
            MapFigure::Time => words.compare_time(after, before),
            MapFigure::Friction => words.compare_friction(after, before),
            MapFigure::GoOn => words.compare_go_on(after, before),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Duration, Phase, TimeUnit};
    use crate::words::Lang;

    /// Days, friction, and customers in and out.
    type Figures = (Option<f64>, Option<u8>, Option<(f64, f64)>);

    fn journey(phases: &[Figures]) -> Journey {
        let phase = |(days, friction, customers): &Figures| {
            let duration = |from: f64| Duration {
                from: Some(from),
                unit: Some(TimeUnit::Days),
                ..Duration::default()
            };
            Phase {
                duration: days.map(duration),
                friction: *friction,
                customers_in: customers.map(|both| both.0),
                customers_out: customers.map(|both| both.1),
                ..Phase::default()
            }
        };
        Journey { phases: phases.iter().map(phase).collect(), ..Journey::default() }
    }

    fn said(earlier: &Journey, later: &Journey) -> Vec<String> {
        let words = Words::new(Lang::Sv);
        figure_differences(earlier, later).iter().map(|one| one.text(&words)).collect()
    }

    #[test]
    fn what_both_maps_know_wholly_is_compared() {
        let was = journey(&[
            (Some(10.0), Some(4), Some((400.0, 100.0))),
            (Some(4.0), Some(3), Some((100.0, 20.0))),
        ]);
        let now = journey(&[
            (Some(3.0), Some(1), Some((400.0, 200.0))),
            (Some(4.0), Some(2), Some((200.0, 60.0))),
        ]);
        let expected = [
            "tar 7 dagar i stället för 14 dagar",
            "friktion 1,5 i stället för 3,5",
            "15\u{a0}% går hela vägen, förut 5\u{a0}%",
        ];
        assert_eq!(said(&was, &now), expected);
        assert_eq!(said(&was, &was), Vec::<String>::new());
        // A phase that nobody has given a figure: the whole is not known.
        let part = journey(&[
            (Some(1.0), Some(0), Some((400.0, 200.0))),
            (None, None, Some((200.0, 20.0))),
        ]);
        assert_eq!(said(&was, &part), Vec::<String>::new());
        assert_eq!(said(&journey(&[]), &now), Vec::<String>::new());
    }
}
