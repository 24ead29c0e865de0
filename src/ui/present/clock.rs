//! How long has the presentation lasted, and what time is it?

use std::process::Command;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

/// A stopwatch. Times are seconds since the window was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Stopwatch {
    /// When it was started last; none: it stands still.
    since: Option<f64>,
    /// What it showed then.
    before: f64,
}

impl Stopwatch {
    pub(crate) fn started(now: f64) -> Self {
        Self { since: Some(now), before: 0.0 }
    }

    pub(crate) fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Seconds it has run.
    pub(crate) fn seconds(&self, now: f64) -> f64 {
        self.before + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    /// Starts it, or stops it for a while.
    pub(crate) fn toggle(&mut self, now: f64) {
        self.before = self.seconds(now);
        self.since = if self.runs() { None } else { Some(now) };
    }

    /// Back to nothing; it runs on if it ran.
    pub(crate) fn reset(&mut self, now: f64) {
        *self = Self { since: self.since.map(|_| now), before: 0.0 };
    }
}

/// `4:05`, or `1:04:05` from an hour on.
pub(crate) fn elapsed(seconds: f64) -> String {
    let whole = seconds.clamp(0.0, 1e9) as u64;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// How far the time here is from that of Greenwich. The system is asked once, beside the window:
/// it may take a moment.
#[derive(Clone, Default)]
pub(crate) struct Zone(Arc<OnceLock<Option<i64>>>);

impl Zone {
    /// Asks the system; `known` is called when it has answered.
    pub(crate) fn ask(known: impl FnOnce() + Send + 'static) -> Self {
        let zone = Self::default();
        let answer = Arc::clone(&zone.0);
        // Without a thread there is no clock, and nothing else is lost.
        let asked = std::thread::Builder::new().name("time zone".into()).spawn(move || {
            let (program, args): (&str, &[&str]) = match cfg!(windows) {
                true => ("powershell", &["-NoProfile", "-Command", "(Get-Date).ToString('zzz')"]),
                false => ("date", &["+%z"]),
            };
            let output = Command::new(program).args(args).output().ok();
            let text = output.and_then(|output| String::from_utf8(output.stdout).ok());
            if answer.set(text.and_then(|text| offset(&text))).is_ok() {
                known();
            }
        });
        drop(asked);
        zone
    }

    /// `14:05`, as clocks here show it; none while that is not known.
    pub(crate) fn clock(&self, now: SystemTime) -> Option<String> {
        let offset = (*self.0.get()?)?;
        let since = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
        let local = since.as_secs() as i64 + offset;
        let of_day = local.rem_euclid(86_400);
        Some(format!("{:02}:{:02}", of_day / 3600, of_day / 60 % 60))
    }
}

/// Seconds east of Greenwich, from `+0100` or `+01:00`.
fn offset(text: &str) -> Option<i64> {
    let text = text.trim();
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: Vec<i64> = text.chars().filter_map(|one| one.to_digit(10)).map(i64::from).collect();
    let &[a, b, c, d] = digits.as_slice() else { return None };
    Some(sign * ((a * 10 + b) * 3600 + (c * 10 + d) * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watch_that_is_stopped_goes_on_from_there() {
        let mut watch = Stopwatch::started(10.0);
        assert_eq!(watch.seconds(15.0), 5.0);
        watch.toggle(15.0);
        assert_eq!((watch.seconds(60.0), watch.runs()), (5.0, false));
        watch.toggle(100.0);
        assert_eq!(watch.seconds(101.0), 6.0);
        watch.reset(101.0);
        assert_eq!((watch.seconds(103.0), watch.runs()), (2.0, true));
    }

    #[test]
    fn times_are_written_as_clocks_show_them() {
        let rows = [(0.0, "0:00"), (65.9, "1:05"), (3600.0, "1:00:00"), (-3.0, "0:00")];
        for (seconds, expected) in rows {
            assert_eq!(elapsed(seconds), expected);
        }
        let rows = [("+0100\n", Some(3600)), ("-03:30", Some(-12_600)), ("", None), ("UTC", None)];
        for (text, expected) in rows {
            assert_eq!(offset(text), expected, "{text}");
        }
        let zone = Zone::default();
        assert_eq!(zone.clock(SystemTime::UNIX_EPOCH), None);
        assert!(zone.0.set(Some(-3600)).is_ok());
        assert_eq!(zone.clock(SystemTime::UNIX_EPOCH).as_deref(), Some("23:00"));
    }
}
