//! How does a metric stand against its target, and has it become better?

use crate::model::{Better, Metric};

/// Where a figure is against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Above it; is that good? None: nobody knows.
    Over(Option<bool>),
    /// Just there.
    On,
    /// Below it; is that good? None: nobody knows.
    Under(Option<bool>),
}

impl Standing {
    /// Is the target reached? None: nobody knows which way it is good.
    pub fn is_good(self) -> Option<bool> {
        match self {
            Self::On => Some(true),
            Self::Over(good) | Self::Under(good) => good,
        }
    }
}

/// How `metric` stands; none without a figure or a target.
pub fn standing(metric: &Metric) -> Option<Standing> {
    let (value, target) = (finite(metric.value)?, finite(metric.target)?);
    let grows = to_grow(metric);
    Some(if (value - target).abs() < 1e-9 {
        Standing::On
    } else if value > target {
        Standing::Over(grows)
    } else {
        Standing::Under(grows.map(|grows| !grows))
    })
}

/// Does what a figure is called read on from it: "9 %" and "of threads have our answer"? Else it is a
/// name, and the figure follows it: "Conversion: 9 %".
pub(super) fn reads_on(called: &str) -> bool {
    called.trim_start().chars().next().is_some_and(char::is_lowercase)
}

/// Is the figure better than the one before it? None where it is the same or nobody knows.
pub fn improved(metric: &Metric) -> Option<bool> {
    let (value, before) = (finite(metric.value)?, finite(metric.trend.last().copied())?);
    (value != before).then(|| to_grow(metric).map(|grows| grows == (value > before)))?
}

/// Is more of it good? Where nobody has said so, what has mostly been above its target is to come
/// down (a waiting time), and what has been below it is to grow.
fn to_grow(metric: &Metric) -> Option<bool> {
    match metric.better {
        Some(Better::Higher) => return Some(true),
        Some(Better::Lower) => return Some(false),
        Some(Better::Other(_)) | None => {}
    }
    let target = finite(metric.target)?;
    let before: Vec<f64> = metric.trend.iter().copied().filter(|one| one.is_finite()).collect();
    let mean = before.iter().sum::<f64>() / before.len() as f64;
    (!before.is_empty() && mean != target).then_some(mean < target)
}

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_and_moves_well_or_badly_by_one_rule() {
        use Better::{Higher, Lower};
        use Standing::{On, Over, Under};
        /// Figure, target, history and what is said; how it stands, and whether it is better.
        type Row =
            (f64, Option<f64>, &'static [f64], Option<Better>, Option<Standing>, Option<bool>);
        let rows: [Row; 14] = [
            // Said.
            (19.0, Some(5.0), &[], Some(Lower), Some(Over(Some(false))), None),
            (62.0, Some(50.0), &[40.0, 52.0], Some(Higher), Some(Over(Some(true))), Some(true)),
            (62.0, Some(50.0), &[40.0, 52.0], Some(Lower), Some(Over(Some(false))), Some(false)),
            (42.0, None, &[36.0], Some(Higher), None, Some(true)),
            // Guessed from the history.
            (62.0, Some(50.0), &[40.0, 52.0], None, Some(Over(Some(true))), Some(true)),
            (38.0, Some(40.0), &[30.0], None, Some(Under(Some(false))), Some(true)),
            (40.0, Some(40.0), &[50.0], None, Some(On), Some(true)),
            (3.0, Some(4.0), &[9.0, 5.0], None, Some(Under(Some(true))), Some(true)),
            (6.0, Some(4.0), &[9.0, 5.0], None, Some(Over(Some(false))), Some(false)),
            (74.0, Some(80.0), &[81.0, 77.0], None, Some(Under(Some(false))), Some(false)),
            // Nobody knows.
            (45.0, Some(40.0), &[], None, Some(Over(None)), None),
            (6.0, None, &[5.0], None, None, None),
            (6.0, Some(6.0), &[6.0], Some(Better::Other("odd".into())), Some(On), None),
            (f64::NAN, Some(1.0), &[], Some(Higher), None, None),
        ];
        for (value, target, trend, better, stands, moves) in rows {
            let (value, trend) = (Some(value), trend.to_vec());
            let metric = Metric { value, target, trend, better, ..Metric::default() };
            assert_eq!((standing(&metric), improved(&metric)), (stands, moves), "{metric:?}");
        }
    }
}
