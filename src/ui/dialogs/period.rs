//! What are the phases of a day in the life parts of: a day, a week, a term or a project? And when
//! does each begin?

use crate::model::{Duration, Journey, TimeUnit, Widths};
use crate::ui::kit::local_time::{month, weekday};
use crate::words::{Lang, Words};

/// Where the times of a day begin that has none yet, in minutes after midnight, and how long each
/// part of it is.
const DAY_BEGINS: usize = 7 * 60;
const PART: usize = 2 * 60;
/// How many weeks each part of a project is.
const WEEKS: usize = 2;

/// What the phases of a day in the life are parts of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// A day, with clock times.
    #[default]
    Day,
    /// A week, with its days.
    Week,
    /// A term, with its months.
    Term,
    /// A project, with its weeks counted from the first.
    Project,
}

impl Period {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Term, Self::Project];

    /// What it is called.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Day => words.new_map_period_day(),
            Self::Week => words.new_map_period_week(),
            Self::Term => words.new_map_period_term(),
            Self::Project => words.new_map_period_project(),
        }
    }

    /// What the phases of such a map are.
    pub fn about(self, words: &Words) -> String {
        match self {
            Self::Day => words.new_map_day(),
            Self::Week => words.new_map_week(),
            Self::Term => words.new_map_term(),
            Self::Project => words.new_map_project(),
        }
    }

    /// Starts and lengths for the phases of a journey, and columns as wide as their times. Times of
    /// a day stay what they are; in anything longer they mean nothing.
    pub(super) fn give_times(self, journey: &mut Journey, words: &Words) {
        journey.widths = Some(Widths::Scale);
        let anew = self != Self::Day;
        for place in 0..journey.phases.len() {
            let Some(phase) = journey.phases.edit(place) else { continue };
            let (start, from, unit) = self.part(place, words);
            if anew || phase.start.is_empty() {
                phase.start = start;
            }
            if anew || phase.duration.is_none() {
                let (from, unit) = (Some(from), Some(unit));
                phase.duration = Some(Duration { from, unit, ..Duration::default() });
            }
        }
    }

    /// When the phase in this place begins, from 0, and how long it takes.
    fn part(self, place: usize, words: &Words) -> (String, f64, TimeUnit) {
        match self {
            Self::Day => {
                let begins = DAY_BEGINS + place * PART;
                let clock = format!("{:02}:{:02}", begins / 60 % 24, begins % 60);
                (clock, PART as f64 / 60.0, TimeUnit::Hours)
            }
            Self::Week => {
                let day = capital(&weekday(words, (place % 7) as i8 + 1));
                let start = match place / 7 {
                    0 => day,
                    weeks => words.new_map_later_week(&day, (weeks + 1).to_string()),
                };
                (start, 1.0, TimeUnit::Days)
            }
            Self::Term => {
                // Schools begin when they do where the language is spoken.
                let first = match words.lang {
                    Lang::Sv => 8,
                    Lang::En => 9,
                };
                let month = month(words, ((first - 1 + place) % 12) as i8 + 1);
                (capital(&month), 1.0, TimeUnit::Months)
            }
            Self::Project => {
                let week = place * WEEKS + 1;
                (words.new_map_project_week(week.to_string()), WEEKS as f64, TimeUnit::Weeks)
            }
        }
    }
}

/// With a capital letter: in Swedish days and months have none of their own.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Phase;

    /// Eight phases with the times of a day.
    fn day() -> Journey {
        let hours =
            Duration { from: Some(2.0), unit: Some(TimeUnit::Hours), ..Duration::default() };
        let phase = |place: usize| Phase {
            start: format!("{:02}:30", 6 + place),
            duration: Some(hours.clone()),
            ..Phase::default()
        };
        Journey { phases: (0..8).map(phase).collect(), ..Journey::default() }
    }

    #[test]
    fn each_has_times_of_its_own() {
        let rows = [
            (Lang::Sv, Period::Day, ["06:30", "07:30", "13:30"], TimeUnit::Hours),
            (Lang::Sv, Period::Week, ["Måndag", "Tisdag", "Måndag, vecka 2"], TimeUnit::Days),
            (Lang::En, Period::Week, ["Monday", "Tuesday", "Monday, week 2"], TimeUnit::Days),
            (Lang::Sv, Period::Term, ["Augusti", "September", "Mars"], TimeUnit::Months),
            (Lang::En, Period::Term, ["September", "October", "April"], TimeUnit::Months),
            (Lang::Sv, Period::Project, ["Vecka 1", "Vecka 3", "Vecka 15"], TimeUnit::Weeks),
            (Lang::En, Period::Project, ["Week 1", "Week 3", "Week 15"], TimeUnit::Weeks),
        ];
        for (lang, period, expected, unit) in rows {
            let mut journey = day();
            period.give_times(&mut journey, &Words::new(lang));
            let starts = [0, 1, 7].map(|place| journey.phases[place].start.as_str());
            assert_eq!(starts, expected, "{period:?}");
            let lengths = journey.phases.iter().flat_map(|phase| &phase.duration);
            let alike = lengths.filter(|one| one.unit == Some(unit.clone())).count();
            assert_eq!((alike, &journey.widths), (8, &Some(Widths::Scale)), "{period:?}");
        }
    }

    #[test]
    fn a_day_without_times_begins_in_the_morning() {
        let mut journey = day();
        journey.phases.edit(0).unwrap().start.clear();
        Period::Day.give_times(&mut journey, &Words::new(Lang::Sv));
        assert_eq!(journey.phases[0].start, "07:00");
    }
}
