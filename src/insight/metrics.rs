//! How does a metric stand against its target?

use crate::model::Metric;

/// Where a figure is against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Above it; is that good?
    Over(bool),
    /// Just there.
    On,
    /// Below it; is that good?
    Under(bool),
}

impl Standing {
    /// Is the target reached?
    pub fn is_good(self) -> bool {
        match self {
            Self::On => true,
            Self::Over(good) | Self::Under(good) => good,
        }
    }
}

/// How `metric` stands; none without a figure or a target. What has mostly been above its target is
/// to come down (a waiting time), all else is to grow.
pub fn standing(metric: &Metric) -> Option<Standing> {
    let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
    let (value, target) = (finite(metric.value)?, finite(metric.target)?);
    let before: Vec<f64> = metric.trend.iter().copied().filter(|one| one.is_finite()).collect();
    let mean = before.iter().sum::<f64>() / before.len() as f64;
    let to_fall = !before.is_empty() && mean > target;
    Some(if (value - target).abs() < 1e-9 {
        Standing::On
    } else if value > target {
        Standing::Over(!to_fall)
    } else {
        Standing::Under(to_fall)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_above_its_target_is_to_come_down() {
        let rows = [
            (45.0, Some(40.0), vec![], Some(Standing::Over(true))),
            (38.0, Some(40.0), vec![30.0], Some(Standing::Under(false))),
            (40.0, Some(40.0), vec![50.0], Some(Standing::On)),
            (3.0, Some(4.0), vec![9.0, 5.0], Some(Standing::Under(true))),
            (6.0, Some(4.0), vec![9.0, 5.0], Some(Standing::Over(false))),
            (74.0, Some(80.0), vec![81.0, 77.0], Some(Standing::Under(false))),
            (6.0, None, vec![], None),
            (f64::NAN, Some(1.0), vec![], None),
        ];
        for (value, target, trend, expected) in rows {
            let metric = Metric { value: Some(value), target, trend, ..Metric::default() };
            assert_eq!(standing(&metric), expected, "{metric:?}");
        }
    }
}
