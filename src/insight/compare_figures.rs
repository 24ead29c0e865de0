//! Which figures of a whole map differ between two journeys: how long it takes, how hard it is, how many
//! go all the way, what a customer costs?
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
    /// What it costs to win a customer.
    Win,
    /// What it costs to keep one.
    Keep,
}

/// A figure that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureDifference {
    /// Which figure it is.
    pub figure: MapFigure,
    /// What it was.
    pub before: f64,
    /// What it is.
    pub after: f64,
    /// What it is counted in, of an amount.
    pub unit: String,
}

/// The figures that both journeys know and that differ, as they are said.
pub(super) fn figure_differences(earlier: &Journey, later: &Journey) -> Vec<FigureDifference> {
    let figures =
        [MapFigure::Time, MapFigure::Friction, MapFigure::GoOn, MapFigure::Win, MapFigure::Keep];
    let differs = |figure: MapFigure| {
        let [before, after] = [earlier, later].map(|journey| figure.of(journey));
        let (before, after) = (before?, after?);
        let [unit, other] = [earlier, later].map(|journey| figure.unit(journey));
        if unit != other {
            return None;
        }
        // What is said alike is no difference.
        let close = (before - after).abs() < figure.least() * before.abs().max(1.0);
        let unit = unit.to_owned();
        (!close).then_some(FigureDifference { figure, before, after, unit })
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
            Self::Win => journey.costs.as_ref()?.win,
            Self::Keep => journey.costs.as_ref()?.keep,
        }
    }

    /// What an amount is counted in; figures of two units are not compared.
    fn unit(self, journey: &Journey) -> &str {
        match self {
            Self::Time | Self::Friction | Self::GoOn => "",
            Self::Win | Self::Keep => journey.costs.as_ref().map_or("", |costs| costs.unit.trim()),
        }
    }

    /// A smaller difference is none to speak of; of figures above one a part of the figure.
    fn least(self) -> f64 {
        match self {
            Self::Time => 0.02,
            Self::Friction => 0.05,
            Self::GoOn | Self::Win | Self::Keep => 0.005,
        }
    }

    /// A value as it is said: `3 weeks`, `2.1`, `12%`.
    fn said(self, value: f64, unit: &str, words: &Words) -> String {
        match self {
            Self::Time => words.duration(&fitting(value, value)),
            Self::Friction => words.number((value * 10.0).round() / 10.0),
            Self::GoOn => share_said(value, words),
            Self::Win | Self::Keep => words.amount(value, unit),
        }
    }

    /// What it is called at the head of a row.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Time => words.field_duration(),
            Self::Friction => words.field_friction(),
            Self::GoOn => words.compare_all_the_way(),
            Self::Win => words.field_costs_win(),
            Self::Keep => words.field_costs_keep(),
        }
    }
}

impl FigureDifference {
    /// "takes 3 weeks instead of 6 weeks".
    pub fn text(&self, words: &Words) -> String {
        let [before, after] = self.values(words);
        match self.figure {
            MapFigure::Time => words.compare_time(after, before),
            MapFigure::Friction => words.compare_friction(after, before),
            MapFigure::GoOn => words.compare_go_on(after, before),
            MapFigure::Win => words.compare_win(after, before),
            MapFigure::Keep => words.compare_keep(after, before),
        }
    }

    /// What it was and what it is, as they are said.
    pub fn values(&self, words: &Words) -> [String; 2] {
        [self.before, self.after].map(|it| self.figure.said(it, &self.unit, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Costs, Duration, Phase, TimeUnit};
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

    #[test]
    fn what_a_customer_costs_is_compared_in_one_currency() {
        let costing = |win: f64, keep: Option<f64>, unit: &str| Journey {
            costs: Some(Costs { win: Some(win), keep, unit: unit.into(), ..Costs::default() }),
            ..Journey::default()
        };
        let was = costing(2400.0, Some(600.0), "kr");
        let expected = [
            "att vinna en kund kostar 1\u{a0}800\u{a0}kr i stället för 2\u{a0}400\u{a0}kr",
            "att behålla en kund kostar 700\u{a0}kr i stället för 600\u{a0}kr",
        ];
        assert_eq!(said(&was, &costing(1800.0, Some(700.0), " kr")), expected);
        assert_eq!(said(&was, &costing(1800.0, None, "kr")), expected[..1]);
        assert_eq!(said(&was, &costing(1800.0, Some(700.0), "€")), Vec::<String>::new());
        assert_eq!(said(&was, &Journey::default()), Vec::<String>::new());
    }
}
