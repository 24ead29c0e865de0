//! When is a date over? A month or a year is over with its last day.

use crate::model::Project;
use jiff::civil::{Date, date};

/// The day that dates are compared with where a project does not say when it was edited: nothing is
/// late then.
const LONG_AGO: Date = date(1900, 1, 1);

/// The day on which a project was last edited: today for what is to be the same whenever it is made,
/// as pages and files.
pub fn last_edited(project: &Project) -> Date {
    let edited = project.edited.as_deref();
    edited.and_then(|edited| edited.get(..10)?.parse().ok()).unwrap_or(LONG_AGO)
}

/// The last day of `due`, which is a day, a month or a year as ISO 8601; none where it is no date.
pub fn last_day(due: &str) -> Option<Date> {
    let due = due.trim();
    let month = || format!("{due}-01").parse::<Date>().ok().map(Date::last_of_month);
    let year = || format!("{due}-01-01").parse::<Date>().ok().map(Date::last_of_year);
    match due.len() {
        4 => year(),
        7 => month(),
        10 => due.parse::<Date>().ok(),
        _ => None,
    }
}

/// How many days after `due` it is; none on that day and before, and where it is no date.
pub fn days_late(due: &str, today: Date) -> Option<usize> {
    let days = today.since(last_day(due)?).ok()?.get_days();
    usize::try_from(days).ok().filter(|days| *days > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_was_edited_on_the_day_it_says() {
        let rows = [
            (Some("2026-05-04T22:10:00Z"), date(2026, 5, 4)),
            (Some("i går"), LONG_AGO),
            (None, LONG_AGO),
        ];
        for (edited, expected) in rows {
            let project = Project { edited: edited.map(Into::into), ..Project::default() };
            assert_eq!(last_edited(&project), expected, "{edited:?}");
        }
    }

    #[test]
    fn a_date_is_over_on_the_day_after_it() {
        let rows = [
            ("2026-05-04", Some(1)),
            ("2026-05-05", None),
            (" 2026-03-31 ", Some(35)),
            ("2027-05-01", None),
            ("2026-04", Some(5)),
            ("2026-05", None),
            ("2025", Some(125)),
            ("2026", None),
            ("2026-13", None),
            ("2026-02-30", None),
            ("i höst", None),
            ("i oktobr!!", None),
            ("", None),
        ];
        for (due, days) in rows {
            assert_eq!(days_late(due, date(2026, 5, 5)), days, "{due}");
        }
    }
}
