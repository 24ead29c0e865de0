//! How long does something take, in which unit is that said, and how long does a phase take by its
//! steps?

use super::kinds::TimeUnit;
use super::{Extra, Phase, Step, is_default, tidy};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How long a phase or a step takes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Duration {
    /// At least.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub from: Option<f64>,
    /// At most; none: exactly `from`.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub to: Option<f64>,
    /// What the numbers count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<TimeUnit>,
    /// It goes on without an end.
    #[serde(skip_serializing_if = "is_default")]
    pub ongoing: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

const UNITS: [(TimeUnit, f64); 7] = [
    (TimeUnit::Seconds, 1.0 / 86_400.0),
    (TimeUnit::Minutes, 1.0 / 1440.0),
    (TimeUnit::Hours, 1.0 / 24.0),
    (TimeUnit::Days, 1.0),
    (TimeUnit::Weeks, 7.0),
    (TimeUnit::Months, 365.25 / 12.0),
    (TimeUnit::Years, 365.25),
];

/// From how many days to how many; none where it is ongoing, unknown or in a unit of one's own.
pub fn days(duration: &Duration) -> Option<(f64, f64)> {
    let unit = duration.unit.as_ref()?;
    let (_, each) = UNITS.iter().find(|(known, _)| known == unit)?;
    let (from, to) = span(duration)?;
    Some((from * each, to * each))
}

/// From how many of its unit to how many; none where it is ongoing or has no figure.
fn span(duration: &Duration) -> Option<(f64, f64)> {
    let given = |value: Option<f64>| value.filter(|value| value.is_finite() && *value >= 0.0);
    let (from, to) = (given(duration.from), given(duration.to));
    let (from, to) = (from.or(to)?, to.or(from)?);
    (!duration.ongoing).then_some((from.min(to), from.max(to)))
}

/// A span of days in the unit one would say it in, rounded as one would.
pub fn fitting(from: f64, to: f64) -> Duration {
    // From how many days on each unit is the one to use.
    // Two minutes are said in minutes, however they were summed up.
    const FROM: [f64; 7] = [0.0, 119.5 / 86_400.0, 2.0 / 24.0, 2.0, 21.0, 84.0, 730.0];
    let place = FROM.iter().rposition(|least| to >= *least).unwrap_or(0);
    let (unit, each) = UNITS[place].clone();
    let said = |days: f64| {
        let count = days / each;
        if count < 10.0 { (count * 2.0).round() / 2.0 } else { count.round() }
    };
    Duration { from: Some(said(from)), to: Some(said(to)), unit: Some(unit), ..Duration::default() }
}

impl Phase {
    /// How long it takes: as it says itself, or else as its steps take together, where each of them
    /// says so. None: nobody has said, or only some steps do.
    pub fn takes(&self) -> Option<Cow<'_, Duration>> {
        let says = |one: &&Duration| one.ongoing || one.from.is_some() || one.to.is_some();
        let own = self.duration.as_ref().filter(says);
        own.map(Cow::Borrowed)
            .or_else(|| together(self.steps.iter().map(AsRef::as_ref)).map(Cow::Owned))
    }
}

/// How long steps take one after the other. In their own unit where they have the same, else in the
/// one that fits. None where one of them does not say, or in units that cannot be added.
fn together<'a>(steps: impl Iterator<Item = &'a Step>) -> Option<Duration> {
    let all: Vec<&Duration> = steps.map(|step| step.duration.as_ref()).collect::<Option<_>>()?;
    let unit = all.first()?.unit.clone();
    let sum = |spans: Vec<(f64, f64)>| {
        spans.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    };
    let ends = || all.iter().filter(|one| !one.ongoing);
    let alike = unit.is_some() && ends().all(|one| one.unit == unit);
    let spans = |of: fn(&Duration) -> Option<(f64, f64)>| ends().map(|one| of(one)).collect();
    let spans: Option<Vec<(f64, f64)>> = if alike { spans(span) } else { spans(days) };
    let (from, to) = sum(spans?);
    if all.iter().any(|one| one.ongoing) {
        return Some(Duration { ongoing: true, ..Duration::default() });
    }
    if !alike {
        return Some(fitting(from, to));
    }
    let to = (to > from).then_some(to);
    Some(Duration { from: Some(from), to, unit, ..Duration::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lasting(from: f64, to: Option<f64>, unit: Option<TimeUnit>) -> Option<Duration> {
        Some(Duration { from: Some(from), to, unit, ..Duration::default() })
    }

    fn phase(own: Option<Duration>, steps: &[Option<Duration>]) -> Phase {
        let step =
            |duration: &Option<Duration>| Step { duration: duration.clone(), ..Step::default() };
        Phase { duration: own, steps: steps.iter().map(step).collect(), ..Phase::default() }
    }

    #[test]
    fn a_phase_takes_as_long_as_it_says_or_as_all_its_steps_do() {
        let minutes = |from: f64, to: Option<f64>| lasting(from, to, Some(TimeUnit::Minutes));
        let own = |unit: &str| Some(TimeUnit::Other(unit.into()));
        let ongoing = || Some(Duration { ongoing: true, ..Duration::default() });
        let unit_only = Some(Duration { unit: Some(TimeUnit::Days), ..Duration::default() });
        let rows = [
            // What it says itself comes first.
            (phase(minutes(7.0, None), &[minutes(5.0, None)]), minutes(7.0, None)),
            (phase(ongoing(), &[minutes(5.0, None)]), ongoing()),
            (phase(None, &[minutes(5.0, None), minutes(10.0, None)]), minutes(15.0, None)),
            (phase(None, &[minutes(5.0, None), minutes(1.0, Some(3.0))]), minutes(6.0, Some(8.0))),
            // A unit without a figure says nothing.
            (phase(unit_only.clone(), &[minutes(5.0, None)]), minutes(5.0, None)),
            // Of several units in the one that fits: an hour and half of one.
            (
                phase(None, &[minutes(30.0, None), lasting(1.0, None, Some(TimeUnit::Hours))]),
                minutes(90.0, Some(90.0)),
            ),
            (
                phase(None, &[lasting(1.0, None, own("visit")), lasting(2.0, None, own("visit"))]),
                lasting(3.0, None, own("visit")),
            ),
            (phase(None, &[minutes(5.0, None), ongoing()]), ongoing()),
            // Only some say so, or cannot be added: nobody knows.
            (phase(None, &[minutes(5.0, None), None]), None),
            (phase(None, &[minutes(5.0, None), unit_only.clone()]), None),
            (phase(None, &[ongoing(), unit_only]), None),
            (phase(None, &[minutes(5.0, None), lasting(1.0, None, own("visit"))]), None),
            (phase(None, &[lasting(1.0, None, None)]), None),
            (phase(None, &[None]), None),
            (phase(None, &[]), None),
        ];
        for (place, (phase, expected)) in rows.into_iter().enumerate() {
            assert_eq!(phase.takes().map(Cow::into_owned), expected, "row {place}");
        }
    }
}
