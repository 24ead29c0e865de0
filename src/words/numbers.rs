//! Numbers, shares, durations and metrics as a reader of the language writes them.

use super::{Lang, Words};
use crate::model::{Duration, Metric, TimeUnit, as_written};

/// Between groups of three digits in Swedish, and before a unit: a space that does not break.
const NO_BREAK: char = '\u{a0}';
/// The minus sign; the hyphen is too short beside figures.
const MINUS: char = '−';

impl Words {
    /// A number with at most two decimals: `1 240,5` in Swedish, `1,240.5` in English.
    pub fn number(&self, value: f64) -> String {
        let (group, point) = match self.lang {
            Lang::Sv => (NO_BREAK, ','),
            Lang::En => (',', '.'),
        };
        let text = format!("{:.2}", value.abs());
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let decimals = decimals.trim_end_matches('0');
        let mut out = String::with_capacity(text.len() + 4);
        if value < 0.0 && (whole != "0" || !decimals.is_empty()) {
            out.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(point);
            out.push_str(decimals);
        }
        out
    }

    /// How many, as within a sentence: in words as far as twelve.
    pub fn count_word(&self, count: usize) -> String {
        match count {
            1 => self.number_one(),
            2 => self.number_two(),
            3 => self.number_three(),
            4 => self.number_four(),
            5 => self.number_five(),
            6 => self.number_six(),
            7 => self.number_seven(),
            8 => self.number_eight(),
            9 => self.number_nine(),
            10 => self.number_ten(),
            11 => self.number_eleven(),
            12 => self.number_twelve(),
            other => self.number(other as f64),
        }
    }

    /// The same as the first word of a sentence.
    pub fn first_count_word(&self, count: usize) -> String {
        let said = self.count_word(count);
        let mut letters = said.chars();
        letters.next().map_or_else(String::new, |one| one.to_uppercase().chain(letters).collect())
    }

    /// A number with its sign: `+0,5`, `−1`, `±0`.
    pub fn signed(&self, value: f64) -> String {
        let text = self.number(value);
        match text.as_str() {
            "0" => "±0".into(),
            _ if value > 0.0 => format!("+{text}"),
            _ => text,
        }
    }

    /// A feeling, or what lies between two, as it is said everywhere: with its sign and one decimal,
    /// `−1,0`, `+0,5`, `±0,0`.
    pub fn felt(&self, value: f64) -> String {
        self.with_decimal(self.signed(as_written(value)))
    }

    /// A feeling to its last hundredth, for where two are told apart: `−1,25`, `−1,0`.
    pub fn felt_exactly(&self, value: f64) -> String {
        self.with_decimal(self.signed(value))
    }

    /// How far apart two feelings are: one decimal and no sign, `1,0`.
    pub fn felt_apart(&self, gap: f64) -> String {
        self.with_decimal(self.number(as_written(gap)))
    }

    /// A number that has a decimal, be it a zero.
    fn with_decimal(&self, number: String) -> String {
        let point = match self.lang {
            Lang::Sv => ',',
            Lang::En => '.',
        };
        if number.contains(point) { number } else { format!("{number}{point}0") }
    }

    /// A number of per cent: `4,2 %` in Swedish, `4.2%` in English.
    pub fn percent(&self, value: f64) -> String {
        self.with_unit(&self.number(value), "%")
    }

    /// A duration: `2–8 veckor`, `1 vecka`, `löpande`; empty where nothing is known.
    pub fn duration(&self, duration: &Duration) -> String {
        if duration.ongoing {
            return self.duration_ongoing();
        }
        let (low, high) = match (duration.from, duration.to) {
            (Some(from), Some(to)) if from != to => (Some(from), to),
            (Some(only), _) | (None, Some(only)) => (None, only),
            (None, None) => return String::new(),
        };
        let value = match low {
            Some(low) => format!("{}–{}", self.number(low), self.number(high)),
            None => self.number(high),
        };
        // A range is always plural.
        let count = if low.is_some() { 2.0 } else { high };
        match &duration.unit {
            Some(TimeUnit::Seconds) => self.time_seconds(count, &value),
            Some(TimeUnit::Minutes) => self.time_minutes(count, &value),
            Some(TimeUnit::Hours) => self.time_hours(count, &value),
            Some(TimeUnit::Days) => self.time_days(count, &value),
            Some(TimeUnit::Weeks) => self.time_weeks(count, &value),
            Some(TimeUnit::Months) => self.time_months(count, &value),
            Some(TimeUnit::Years) => self.time_years(count, &value),
            Some(TimeUnit::Other(unit)) => format!("{value} {unit}"),
            None => value,
        }
    }

    /// A metric's figure with its unit: `1 240`, `38 %`, `NPS 41`, `12 kr`.
    pub fn metric_value(&self, metric: &Metric) -> String {
        let Some(value) = metric.value else { return String::new() };
        self.with_unit(&self.number(value), &metric.unit)
    }

    /// An amount of money with its unit: `2 400 kr`, `€2,400`.
    pub fn amount(&self, value: f64, unit: &str) -> String {
        self.with_unit(&self.number(value), unit)
    }

    /// How a metric has changed since the figure before: `+8 %`, `−3 p.e.`, `±0`; empty without one.
    /// Counts of 100 and more change by per cent, shares by percentage points, all else by
    /// difference.
    pub fn metric_change(&self, metric: &Metric) -> String {
        let (Some(value), Some(before)) = (metric.value, metric.trend.last()) else {
            return String::new();
        };
        if metric.unit == "%" {
            let points = self.signed(value - before);
            self.points(format!("{points}{NO_BREAK}"))
        } else if before.abs() >= 100.0 {
            let share = ((value - before) / before.abs() * 100.0).round();
            self.with_unit(&self.signed(share), "%")
        } else {
            self.signed(value - before)
        }
    }

    /// Indexes and some currencies stand before their figure, per cent and the rest after it.
    fn with_unit(&self, number: &str, unit: &str) -> String {
        match (unit, self.lang) {
            ("", _) => number.to_owned(),
            ("%", Lang::En) => format!("{number}%"),
            ("NPS" | "CSAT" | "CES", _) => format!("{unit}{NO_BREAK}{number}"),
            ("€" | "$" | "£", Lang::En) => format!("{unit}{number}"),
            _ => format!("{number}{NO_BREAK}{unit}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let (sv, en) = (Words::new(Lang::Sv), Words::new(Lang::En));
        let rows = [
            (1240.0, "1\u{a0}240", "1,240"),
            (4.2, "4,2", "4.2"),
            (-0.5, "−0,5", "−0.5"),
            (-0.001, "0", "0"),
            (1234567.891, "1\u{a0}234\u{a0}567,89", "1,234,567.89"),
        ];
        for (value, swedish, english) in rows {
            assert_eq!(sv.number(value), swedish);
            assert_eq!(en.number(value), english);
        }
        assert_eq!(sv.percent(4.2), "4,2\u{a0}%");
        assert_eq!(en.percent(4.2), "4.2%");
        assert_eq!(sv.signed(0.5), "+0,5");
        assert_eq!(sv.signed(0.0), "±0");
    }

    #[test]
    fn a_feeling_has_its_sign_and_one_decimal() {
        let (sv, en) = (Words::new(Lang::Sv), Words::new(Lang::En));
        let rows = [
            (-1.0, "−1,0", "−1,0", "−1.0"),
            (2.0, "+2,0", "+2,0", "+2.0"),
            (0.0, "±0,0", "±0,0", "±0.0"),
            (-0.04, "±0,0", "−0,04", "±0.0"),
            (1.25, "+1,3", "+1,25", "+1.3"),
            // Rounded like what is decided on it: 0.75 − 1.95 is −1.2.
            (0.75 - 1.95, "−1,2", "−1,2", "−1.2"),
        ];
        for (value, swedish, exactly, english) in rows {
            assert_eq!(sv.felt(value), swedish, "{value}");
            assert_eq!(sv.felt_exactly(value), exactly, "{value}");
            assert_eq!(en.felt(value), english, "{value}");
        }
        assert_eq!([sv.felt_apart(1.0), en.felt_apart(3.06)], ["1,0", "3.1"]);
    }

    #[test]
    fn durations_name_their_unit() {
        let words = Words::new(Lang::Sv);
        let row = |from, to, unit| Duration { from, to, unit, ..Duration::default() };
        assert_eq!(words.duration(&row(Some(2.0), Some(8.0), Some(TimeUnit::Weeks))), "2–8 veckor");
        assert_eq!(words.duration(&row(Some(1.0), None, Some(TimeUnit::Weeks))), "1 vecka");
        let seconds = Some(TimeUnit::Seconds);
        assert_eq!(words.duration(&row(Some(1.0), None, seconds.clone())), "1 sekund");
        assert_eq!(words.duration(&row(Some(20.0), Some(45.0), seconds)), "20–45 sekunder");
        assert_eq!(words.duration(&row(None, None, None)), "");
        assert_eq!(words.duration(&Duration { ongoing: true, ..Duration::default() }), "löpande");
    }

    #[test]
    fn a_metric_says_how_it_has_changed() {
        let words = Words::new(Lang::Sv);
        let row = |value, unit: &str, before| Metric {
            value: Some(value),
            unit: unit.into(),
            trend: vec![before],
            ..Metric::default()
        };
        assert_eq!(words.metric_change(&row(1240.0, "", 1148.0)), "+8\u{a0}%");
        assert_eq!(words.metric_change(&row(38.0, "%", 41.0)), "−3\u{a0}p.e.");
        assert_eq!(words.metric_change(&row(41.0, "NPS", 37.0)), "+4");
        assert_eq!(words.metric_value(&row(41.0, "NPS", 37.0)), "NPS\u{a0}41");
    }
}
