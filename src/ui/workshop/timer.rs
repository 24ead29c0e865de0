//! How much time is left? Counted in the time of the window, so that a test can tell it.

/// Counts down the time of an exercise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Timer {
    /// How long it takes, in seconds.
    length: f64,
    /// For how long it had run when it was last started, in seconds.
    ran: f64,
    /// When it was last started; none: it stands still.
    started: Option<f64>,
}

impl Timer {
    /// So many minutes, not started.
    pub(crate) fn new(minutes: u32) -> Self {
        Self { length: f64::from(minutes) * 60.0, ran: 0.0, started: None }
    }

    /// What is left at `now`, in seconds, from 0.
    pub(crate) fn left(&self, now: f64) -> f64 {
        let since = self.started.map_or(0.0, |started| (now - started).max(0.0));
        (self.length - self.ran - since).max(0.0)
    }

    /// Does it run at `now`? Not once the time is up.
    pub(crate) fn runs(&self, now: f64) -> bool {
        self.started.is_some() && self.left(now) > 0.0
    }

    /// Has the time run out?
    pub(crate) fn is_up(&self, now: f64) -> bool {
        self.left(now) <= 0.0
    }

    /// Starts it or lets it wait; once the time is up it begins again.
    pub(crate) fn toggle(&mut self, now: f64) {
        if self.is_up(now) {
            *self = Self { ran: 0.0, started: Some(now), ..*self };
        } else if self.started.is_some() {
            *self = Self { ran: self.length - self.left(now), started: None, ..*self };
        } else {
            self.started = Some(now);
        }
    }

    /// All of the time is left, and it waits.
    pub(crate) fn reset(&mut self) {
        *self = Self { ran: 0.0, started: None, ..*self };
    }

    /// In how many seconds it shows another figure; none: it stands still.
    pub(crate) fn changes_in(&self, now: f64) -> Option<f64> {
        let left = self.left(now);
        self.runs(now).then(|| (left - (left.ceil() - 1.0)).clamp(0.01, 1.0))
    }

    /// What is left as it is shown: `5:00`. It says 0:00 only when the time is up.
    pub(crate) fn text(&self, now: f64) -> String {
        let seconds = self.left(now).ceil() as u64;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_counted_down_paused_and_begun_again() {
        let mut timer = Timer::new(3);
        assert_eq!((timer.text(10.0).as_str(), timer.runs(10.0)), ("3:00", false));
        timer.toggle(10.0);
        assert_eq!(timer.text(10.2), "3:00");
        assert_eq!(timer.text(11.1), "2:59");
        assert!((timer.changes_in(11.25).unwrap() - 0.75).abs() < 1e-6);
        timer.toggle(70.0);
        assert_eq!((timer.text(500.0).as_str(), timer.changes_in(500.0)), ("2:00", None));
        timer.toggle(500.0);
        assert_eq!((timer.text(619.5).as_str(), timer.is_up(619.5)), ("0:01", false));
        assert_eq!((timer.text(620.0).as_str(), timer.is_up(620.0)), ("0:00", true));
        assert!(!timer.runs(9e9) && timer.changes_in(9e9).is_none());
        timer.toggle(700.0);
        assert_eq!((timer.text(701.0).as_str(), timer.runs(701.0)), ("2:59", true));
        timer.reset();
        assert_eq!((timer.text(999.0).as_str(), timer.runs(999.0)), ("3:00", false));
    }
}
