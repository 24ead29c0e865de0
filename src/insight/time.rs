//! How long do phases and a whole journey take, and when does a phase begin?

use crate::model::{Journey, Phase, days};

/// How long a phase takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// So many days; above 0.
    Days(f64),
    /// It goes on without an end.
    Ongoing,
    /// Nobody has said.
    Unknown,
}

/// How long a journey takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// At least so many days.
    pub from: f64,
    /// At most so many days.
    pub to: f64,
    /// Some phase goes on without an end.
    pub ongoing: bool,
    /// How many phases say how long they take, or that they go on without an end.
    pub known: usize,
    /// How many phases there are.
    pub phases: usize,
}

/// How long a phase takes by its duration or those of its steps: the middle between from and to.
pub fn length(phase: &Phase) -> Length {
    let Some(duration) = phase.takes() else { return Length::Unknown };
    if duration.ongoing {
        return Length::Ongoing;
    }
    let middle = days(&duration).map(|(from, to)| (from + to) / 2.0);
    middle.filter(|middle| *middle > 0.0).map_or(Length::Unknown, Length::Days)
}

/// Minutes since midnight: `06:30`, `6.30`, `kl 7`, `7 pm`; none for what is no time of day.
pub fn clock(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    let mut rest = text.as_str();
    let mut is_time = false;
    for word in ["klockan", "kl.", "kl", "at"] {
        if let Some(after) = rest.strip_prefix(word) {
            (rest, is_time) = (after.trim_start(), true);
            break;
        }
    }
    let mut half = None;
    for (word, more) in [("am", 0.0), ("a.m.", 0.0), ("pm", 12.0), ("p.m.", 12.0)] {
        if let Some(before) = rest.strip_suffix(word) {
            (rest, is_time, half) = (before.trim_end(), true, Some(more));
            break;
        }
    }
    let (hours, minutes) = match rest.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, Some(minutes)),
        Some(_) => return None,
        None if is_time => (rest, None),
        None => return None,
    };
    let number = |digits: &str| -> Option<f64> {
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let (mut hours, minutes) = (number(hours)?, minutes.map_or(Some(0.0), number)?);
    if let Some(more) = half {
        hours = hours % 12.0 + more;
    }
    (hours <= 24.0 && minutes < 60.0).then_some(hours * 60.0 + minutes)
}

/// When each phase begins, in minutes since the midnight before the first; none for a phase
/// without a time of day. A time before the one before it is the next day's.
pub fn starts(journey: &Journey) -> Vec<Option<f64>> {
    let mut last = 0.0;
    let mut starts = Vec::with_capacity(journey.phases.len());
    for phase in &journey.phases {
        let start = clock(&phase.start).map(|mut at: f64| {
            at += ((last - at) / 1440.0).ceil().max(0.0) * 1440.0;
            at
        });
        last = start.unwrap_or(last);
        starts.push(start);
    }
    starts
}

/// How long each phase takes: from its start to the next one's where both are times of day, or
/// else by its duration or those of its steps.
pub fn lengths(journey: &Journey) -> Vec<Length> {
    let starts = starts(journey);
    let phases = journey.phases.iter().enumerate();
    let one = |(place, phase): (usize, &std::sync::Arc<Phase>)| {
        let next = starts.get(place + 1).copied().flatten();
        match (starts[place], next) {
            (Some(from), Some(to)) if to > from => Length::Days((to - from) / 1440.0),
            _ => length(phase),
        }
    };
    phases.map(one).collect()
}

/// How long all phases take together; none with fewer than two that are known.
pub fn total(journey: &Journey) -> Option<Total> {
    let phases = journey.phases.len();
    let mut total = Total { from: 0.0, to: 0.0, ongoing: false, known: 0, phases };
    let mut known = 0;
    for (length, phase) in lengths(journey).into_iter().zip(&journey.phases) {
        let span = phase.takes().as_deref().and_then(days);
        match (length, span) {
            // What the clock says comes before what the duration says.
            (Length::Days(exact), Some((from, to))) if ((from + to) / 2.0 - exact).abs() < 1e-9 => {
                (total.from, total.to) = (total.from + from, total.to + to);
                known += 1;
            }
            (Length::Days(exact), _) => {
                (total.from, total.to) = (total.from + exact, total.to + exact);
                known += 1;
            }
            (Length::Ongoing, _) => {
                total.ongoing = true;
                total.known += 1;
            }
            (Length::Unknown, _) => {}
        }
    }
    total.known += known;
    (known > 1).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Duration, List, Step, TimeUnit, fitting};

    fn phase(from: f64, to: Option<f64>, unit: TimeUnit) -> Phase {
        let duration = Duration { from: Some(from), to, unit: Some(unit), ..Duration::default() };
        Phase { duration: Some(duration), ..Phase::default() }
    }

    #[test]
    fn times_of_day_are_read_and_terms_are_not() {
        let rows = [
            ("06:30", Some(390.0)),
            ("6.30", Some(390.0)),
            ("kl 7", Some(420.0)),
            ("Kl. 7.15", Some(435.0)),
            ("7 pm", Some(1140.0)),
            ("12:05am", Some(5.0)),
            ("24:00", Some(1440.0)),
            ("25:00", None),
            ("7:60", None),
            ("7", None),
            ("HT 2", None),
            ("kl", None),
            ("", None),
            ("1.5", None),
            ("klyfta", None),
        ];
        for (text, expected) in rows {
            assert_eq!(clock(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_goes_past_midnight_and_the_last_phase_has_its_own_length() {
        let at = |start: &str| Phase { start: start.into(), ..Phase::default() };
        let last = Phase { start: "01:00".into(), ..phase(30.0, None, TimeUnit::Minutes) };
        let phases = List::from_iter([at("22:00"), at("23.30"), last]);
        let journey = Journey { phases, ..Journey::default() };
        assert_eq!(starts(&journey), [Some(1320.0), Some(1410.0), Some(1500.0)]);
        let hours: Vec<f64> = lengths(&journey)
            .into_iter()
            .map(|length| if let Length::Days(days) = length { days * 24.0 } else { 0.0 })
            .collect();
        for (found, expected) in hours.iter().zip([1.5, 1.5, 0.5]) {
            assert!((found - expected).abs() < 1e-9, "{hours:?}");
        }
    }

    #[test]
    fn a_total_adds_up_and_is_said_in_a_unit_that_fits() {
        let ongoing = Duration { ongoing: true, ..Duration::default() };
        let phases = List::from_iter([
            phase(2.0, Some(8.0), TimeUnit::Weeks),
            phase(1.0, Some(3.0), TimeUnit::Months),
            phase(1.0, None, TimeUnit::Other("tillfällen".into())),
            Phase { duration: Some(ongoing), ..Phase::default() },
        ]);
        let journey = Journey { phases, ..Journey::default() };
        let total = total(&journey).unwrap();
        // Two with a time and one that goes on, of four.
        assert_eq!((total.ongoing, total.known, total.phases), (true, 3, 4));
        let said = fitting(total.from, total.to);
        assert_eq!((said.from, said.to, said.unit), (Some(1.5), Some(5.0), Some(TimeUnit::Months)));
        let rows = [
            (45.0 / 86_400.0, TimeUnit::Seconds, 45.0),
            (90.0 / 86_400.0, TimeUnit::Seconds, 90.0),
            (1.0 / 1440.0 + 1.0 / 1440.0, TimeUnit::Minutes, 2.0),
            (20.0 / 1440.0, TimeUnit::Minutes, 20.0),
            (0.5, TimeUnit::Hours, 12.0),
            (10.0, TimeUnit::Days, 10.0),
            (28.0, TimeUnit::Weeks, 4.0),
            (1461.0, TimeUnit::Years, 4.0),
        ];
        for (days, unit, count) in rows {
            let said = fitting(days, days);
            assert_eq!((said.to, said.unit), (Some(count), Some(unit)), "{days}");
        }
    }

    #[test]
    fn steps_say_how_long_a_phase_takes_that_does_not() {
        let step = |minutes: Option<f64>| Step {
            duration: minutes.and_then(|from| phase(from, None, TimeUnit::Minutes).duration),
            ..Step::default()
        };
        let of_steps = |steps: [Option<f64>; 2]| Phase {
            steps: steps.into_iter().map(step).collect(),
            ..Phase::default()
        };
        let phases = List::from_iter([
            of_steps([Some(720.0), Some(720.0)]),
            of_steps([Some(5.0), None]),
            Phase {
                steps: [step(Some(1.0))].into_iter().collect(),
                ..phase(2.0, None, TimeUnit::Days)
            },
        ]);
        let journey = Journey { phases, ..Journey::default() };
        assert_eq!(lengths(&journey), [Length::Days(1.0), Length::Unknown, Length::Days(2.0)]);
        let total = total(&journey).unwrap();
        assert_eq!((total.from, total.to, total.known, total.phases), (3.0, 3.0, 2, 3));
    }
}
