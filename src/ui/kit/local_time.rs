//! What time and what day it was, where the user is.

use crate::words::{Lang, Words};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::time::SystemTime;

/// What day it is.
pub(crate) fn today() -> Date {
    Zoned::now().date()
}

/// `14:05`.
pub(crate) fn clock(words: &Words, when: SystemTime) -> String {
    local(when, TimeZone::system()).map(|when| time_of(words, &when)).unwrap_or_default()
}

/// `14:05:09`, where the minute alone does not tell moments apart.
pub(crate) fn to_second(words: &Words, when: SystemTime) -> String {
    let local = local(when, TimeZone::system());
    local.map(|when| format!("{}:{:02}", time_of(words, &when), when.second())).unwrap_or_default()
}

/// Do clocks show the same for both?
pub(crate) fn same_minute(one: SystemTime, other: SystemTime) -> bool {
    let minute = |when| {
        let when = local(when, TimeZone::system())?;
        Some((when.date(), when.hour(), when.minute()))
    };
    minute(one).is_some() && minute(one) == minute(other)
}

/// `today 14:05`, `Friday 17 April 14:05`.
pub(crate) fn day_and_clock(words: &Words, when: SystemTime) -> String {
    day_and(words, when, clock(words, when))
}

/// `today 14:05:09`.
pub(crate) fn day_to_second(words: &Words, when: SystemTime) -> String {
    day_and(words, when, to_second(words, when))
}

fn day_and(words: &Words, when: SystemTime, clock: String) -> String {
    let (Some(when), Some(now)) =
        (local(when, TimeZone::system()), local(SystemTime::now(), TimeZone::system()))
    else {
        return String::new();
    };
    words.date_and_clock(day_of(words, when.date(), now.date()), clock)
}

/// `14:05` of today, else with the day: `yesterday 14:05`.
pub(crate) fn short(words: &Words, when: SystemTime) -> String {
    let day = |when| local(when, TimeZone::system()).map(|when| when.date());
    match day(when) == day(SystemTime::now()) {
        true => clock(words, when),
        false => day_and_clock(words, when),
    }
}

/// The day, as a heading: `Today`, `Friday 17 April`.
pub(crate) fn day(words: &Words, when: SystemTime) -> String {
    let now = local(SystemTime::now(), TimeZone::system());
    let day = local(when, TimeZone::system())
        .zip(now)
        .map(|(when, now)| day_of(words, when.date(), now.date()))
        .unwrap_or_default();
    let mut letters = day.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A moment that a file has written, RFC 3339; none where it is none.
pub(crate) fn of_text(text: &str) -> Option<SystemTime> {
    Some(text.parse::<Timestamp>().ok()?.into())
}

/// The moment that a file writes so, RFC 3339; none where it is no moment.
pub(crate) fn read(text: &str) -> Option<SystemTime> {
    text.parse::<Timestamp>().ok().map(SystemTime::from)
}

/// A moment, by the clocks of a place; none beyond all calendars.
fn local(when: SystemTime, zone: TimeZone) -> Option<Zoned> {
    Some(Timestamp::try_from(when).ok()?.to_zoned(zone))
}

fn time_of(words: &Words, when: &Zoned) -> String {
    let (hour, minute) = (when.hour(), when.minute());
    match words.lang {
        Lang::Sv | Lang::En => format!("{hour:02}:{minute:02}"),
    }
}

fn day_of(words: &Words, day: Date, today: Date) -> String {
    if day == today {
        return words.date_today();
    }
    if today.yesterday().is_ok_and(|yesterday| yesterday == day) {
        return words.date_yesterday();
    }
    let month = month(words, day.month());
    let number = day.day().to_string();
    match day.year() == today.year() {
        true => {
            let weekday = weekday(words, day.weekday().to_monday_one_offset());
            words.date_this_year(weekday, number, month)
        }
        false => words.date_with_year(number, month, day.year().to_string()),
    }
}

/// The name of a day of the week, from 1 for Monday; whatever is past Saturday is Sunday.
pub(crate) fn weekday(words: &Words, day: i8) -> String {
    match day {
        1 => words.date_monday(),
        2 => words.date_tuesday(),
        3 => words.date_wednesday(),
        4 => words.date_thursday(),
        5 => words.date_friday(),
        6 => words.date_saturday(),
        _ => words.date_sunday(),
    }
}

/// The name of a month, from 1 for January; whatever is past November is December.
pub(crate) fn month(words: &Words, month: i8) -> String {
    match month {
        1 => words.date_january(),
        2 => words.date_february(),
        3 => words.date_march(),
        4 => words.date_april(),
        5 => words.date_may(),
        6 => words.date_june(),
        7 => words.date_july(),
        8 => words.date_august(),
        9 => words.date_september(),
        10 => words.date_october(),
        11 => words.date_november(),
        _ => words.date_december(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::time::Duration;

    #[test]
    fn days_are_told_as_one_says_them() {
        let today = date(2026, 11, 30);
        let rows = [
            (date(2026, 11, 30), "i dag", "today"),
            (date(2026, 11, 29), "i går", "yesterday"),
            (date(2026, 4, 17), "fredag 17 april", "Friday 17 April"),
            (date(2025, 12, 24), "24 december 2025", "24 December 2025"),
            // A clock that was wrong.
            (date(2026, 12, 1), "tisdag 1 december", "Tuesday 1 December"),
        ];
        for (day, sv, en) in rows {
            assert_eq!(day_of(&Words::new(Lang::Sv), day, today), sv);
            assert_eq!(day_of(&Words::new(Lang::En), day, today), en);
        }
        assert_eq!(day_of(&Words::new(Lang::Sv), date(2025, 12, 31), date(2026, 1, 1)), "i går");
    }

    #[test]
    fn moments_of_files_are_read() {
        let seconds = |text| {
            let since = read(text)?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
            Some(since.as_secs())
        };
        assert_eq!(seconds("2026-11-30T13:02:00Z"), Some(1_796_043_720));
        assert_eq!(seconds("2026-11-30T14:02:00+01:00"), Some(1_796_043_720));
        assert_eq!([seconds(""), seconds("yesterday")], [None, None]);
    }

    #[test]
    fn clocks_follow_the_zone_and_its_summer_time() {
        let zone = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let at = |seconds| {
            let when = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            time_of(&Words::new(Lang::Sv), &local(when, zone.clone()).unwrap())
        };
        // 30 November 2026 13:02 and 30 June 2026 13:02 in Greenwich.
        assert_eq!([at(1_796_043_720), at(1_782_824_520)], ["14:02", "15:02"]);
    }
}
