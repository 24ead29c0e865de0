//! How long has the presentation lasted?

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
    }
}
