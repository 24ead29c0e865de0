//! Days as somebody types them and as they are shown: `12 maj`, `May 12`, `på fredag`, `2026-05`.
//!
//! Both languages are read whatever the language of the window is: a file is shared.

use super::Words;
use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Months by how their names begin, in both languages; three letters are enough but for these.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mars", "mar"],
    &["apr"],
    &["maj", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

/// The names of months in full: what begins like one is none unless it is short for one.
const FULL: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["mars", "march"],
    &["april"],
    &["maj", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augusti", "august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

/// Days of the week, Monday first.
const WEEKDAYS: [&[&str]; 7] = [
    &["måndag", "mån", "monday", "mon"],
    &["tisdag", "tis", "tuesday", "tue"],
    &["onsdag", "ons", "wednesday", "wed"],
    &["torsdag", "tors", "thursday", "thu"],
    &["fredag", "fre", "friday", "fri"],
    &["lördag", "lör", "saturday", "sat"],
    &["söndag", "sön", "sunday", "sun"],
];

/// Words that say nothing of the day.
const FILLERS: [&str; 12] =
    ["på", "i", "den", "senast", "till", "före", "on", "by", "the", "in", "of", "nu"];

/// The date that `text` says, as the file keeps it: a day, a month or a year as ISO 8601. Without a
/// year it is the next such day from `today` on. None: it says none.
pub fn read_due(text: &str, today: Date) -> Option<String> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if let Some(written) = written(&text) {
        return Some(written);
    }
    let day = match text.as_str() {
        "idag" | "i dag" | "today" => Some(today),
        "imorgon" | "i morgon" | "tomorrow" => today.tomorrow().ok(),
        "i övermorgon" | "övermorgon" => today.checked_add(2.days()).ok(),
        // What is done in a week is done by its last working day.
        "nästa vecka" | "next week" => friday_after(today, 1),
        "den här veckan" | "denna vecka" | "this week" => friday_after(today, 0),
        _ => None,
    };
    let day = day.or_else(|| slashed(&text, today)).or_else(|| counted(&text, today));
    if let Some(day) = day {
        return Some(day.to_string());
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !FILLERS.contains(word)).collect();
    in_words(&words, today)
}

/// The same of a day that has been: without a year it is the last such day up to `today`.
pub fn read_past_day(text: &str, today: Date) -> Option<String> {
    let read = read_due(text, today)?;
    match read.parse::<Date>() {
        Ok(day) if day > today => {
            let year_ago = today.checked_sub(1.years()).ok()?.tomorrow().ok()?;
            let past = read_due(text, year_ago)?;
            // What is said with its year, or by a day of the week, is the same day or another one.
            if past == read {
                return Some(read);
            }
            (past.get(4..) == read.get(4..)).then_some(past)
        }
        _ => Some(read),
    }
}

/// A date as the file keeps it already.
fn written(text: &str) -> Option<String> {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let known = match parts.as_slice() {
        [year] => digits(year, 4) && (1900..2200).contains(&year.parse::<i32>().ok()?),
        [year, month] => {
            digits(year, 4) && digits(month, 2) && format!("{text}-01").parse::<Date>().is_ok()
        }
        [year, month, day] => {
            digits(year, 4) && digits(month, 2) && digits(day, 2) && text.parse::<Date>().is_ok()
        }
        _ => false,
    };
    known.then(|| text.to_owned())
}

/// `12/5`, `12/5 2026`: the day first, as in both languages here.
fn slashed(text: &str, today: Date) -> Option<Date> {
    let (day, rest) = text.split_once('/')?;
    let (month, year) = match rest.split_once([' ', '/', '-']) {
        Some((month, year)) => (month, Some(year.trim().parse().ok()?)),
        None => (rest, None),
    };
    of_parts(day.trim().parse().ok()?, month.trim().parse().ok()?, year, today)
}

/// `om 3 dagar`, `in two weeks` (as a figure), `v 20`, `vecka 20`.
fn counted(text: &str, today: Date) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["om" | "in", count, unit] => {
            let count: i64 = match *count {
                "en" | "ett" | "a" | "one" => 1,
                "två" | "two" => 2,
                "tre" | "three" => 3,
                figure => figure.parse().ok().filter(|count| (0..1000).contains(count))?,
            };
            let span = match *unit {
                "dag" | "dagar" | "day" | "days" => count.days(),
                "vecka" | "veckor" | "week" | "weeks" => count.weeks(),
                "månad" | "månader" | "month" | "months" => count.months(),
                _ => return None,
            };
            today.checked_add(span).ok()
        }
        ["v" | "v." | "vecka" | "week", number] => of_week(number.parse().ok()?, today),
        [one] => of_week(one.strip_prefix('v')?.parse().ok()?, today),
        _ => None,
    }
}

/// The Friday of a week, this year or the next.
fn of_week(week: i8, today: Date) -> Option<Date> {
    let year = today.iso_week_date().year();
    let of = |year| ISOWeekDate::new(year, week, Weekday::Friday).ok().map(ISOWeekDate::date);
    of(year).filter(|day| *day >= today).or_else(|| of(year + 1))
}

fn friday_after(today: Date, weeks: i64) -> Option<Date> {
    let monday =
        today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).ok()?;
    monday.checked_add((weeks * 7 + 4).days()).ok()
}

/// `12 maj`, `may 12th 2027`, `fredag`, `maj`, `maj 2027`.
fn in_words(words: &[&str], today: Date) -> Option<String> {
    let number = |word: &str| {
        let digits = word.trim_end_matches(['.', ':', 'e', 'a', 's', 't', 'h', 'n', 'd', 'r']);
        digits.parse::<i16>().ok()
    };
    match words {
        [one] => {
            if let Some(weekday) = weekday(one) {
                // Said of today it means in a week.
                let ahead = (weekday - today.weekday().to_monday_zero_offset() + 6) % 7 + 1;
                return Some(today.checked_add(i64::from(ahead).days()).ok()?.to_string());
            }
            let month = month(one)?;
            let year = today.year() + i16::from(month < today.month());
            Some(format!("{year:04}-{month:02}"))
        }
        [first, second] => {
            let day = match (number(first), month(second), month(first), number(second)) {
                (Some(day), Some(month), ..) => of_parts(day, month, None, today),
                (.., Some(month), Some(year @ 1900..2200)) => {
                    return Some(format!("{year:04}-{month:02}"));
                }
                (.., Some(month), Some(day)) => of_parts(day, month, None, today),
                // `fredag 15`: of what?
                _ => None,
            };
            day.map(|day| day.to_string())
        }
        [first, second, third] => {
            // A day of the week before it says nothing more.
            if weekday(first).is_some() {
                return in_words(&words[1..], today);
            }
            let year = number(third)?;
            let day = match (number(first), month(second), month(first), number(second)) {
                (Some(day), Some(month), ..) | (.., Some(month), Some(day)) => {
                    of_parts(day, month, Some(year), today)
                }
                _ => None,
            };
            day.map(|day| day.to_string())
        }
        _ => None,
    }
}

fn weekday(word: &str) -> Option<i8> {
    let at = WEEKDAYS.iter().position(|names| names.contains(&word))?;
    i8::try_from(at).ok()
}

/// 1 to 12.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let is_it = |at: usize| {
        let short = MONTHS[at].contains(&word);
        // `sept` is short for one too, `marsch` is none.
        short || (word.len() >= 3 && FULL[at].iter().any(|name| name.starts_with(word)))
    };
    let at = (0..12).find(|at| is_it(*at))?;
    i8::try_from(at + 1).ok()
}

fn of_parts(day: i16, month: i8, year: Option<i16>, today: Date) -> Option<Date> {
    let day = i8::try_from(day).ok()?;
    let of = |year| Date::new(year, month, day).ok();
    match year {
        Some(year @ 0..100) => of(2000 + year),
        Some(year) => of(year),
        // Leap days come every fourth year, and once in eight.
        None => (0..9).filter_map(|more| of(today.year() + more)).find(|day| *day >= today),
    }
}

impl Words {
    /// A date of the file, short: `15 maj`, `28 aug.`, with the year where it is not this one;
    /// `maj 2026`, `2026`; what is no date as it is.
    pub fn due_short(&self, due: &str, today: Date) -> String {
        let due = due.trim();
        let day = match due.len() {
            7 => format!("{due}-01").parse::<Date>(),
            _ => due.parse::<Date>(),
        };
        match (due.len(), day) {
            (10, Ok(day)) => self.day_short(day, today),
            (7, Ok(day)) => format!("{} {}", self.month_short(day.month()), day.year()),
            _ => due.to_owned(),
        }
    }

    /// The same of a day.
    pub fn day_short(&self, day: Date, today: Date) -> String {
        let (number, month) = (self.number(f64::from(day.day())), self.month_short(day.month()));
        let said = self.date_short(number, month);
        match day.year() == today.year() {
            true => said,
            false => format!("{said} {}", day.year()),
        }
    }

    fn month_short(&self, month: i8) -> String {
        match month {
            1 => self.date_short_january(),
            2 => self.date_short_february(),
            3 => self.date_short_march(),
            4 => self.date_short_april(),
            5 => self.date_short_may(),
            6 => self.date_short_june(),
            7 => self.date_short_july(),
            8 => self.date_short_august(),
            9 => self.date_short_september(),
            10 => self.date_short_october(),
            11 => self.date_short_november(),
            _ => self.date_short_december(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_has_been_is_the_last_such_day() {
        let today = jiff::civil::date(2026, 11, 30);
        let rows = [
            ("18 dec", Some("2025-12-18")),
            ("14 okt", Some("2026-10-14")),
            ("14 okt 2025", Some("2025-10-14")),
            ("30 nov", Some("2026-11-30")),
            ("1/12", Some("2025-12-01")),
            ("18 dec 2026", Some("2026-12-18")),
            ("2026-05-04", Some("2026-05-04")),
            ("idag", Some("2026-11-30")),
            ("fredag", None),
            ("i våras", None),
        ];
        for (text, expected) in rows {
            assert_eq!(read_past_day(text, today).as_deref(), expected, "{text}");
        }
    }
    use crate::words::Lang;
    use jiff::civil::date;

    #[test]
    fn days_are_read_in_both_languages() {
        // A Tuesday.
        let today = date(2026, 5, 5);
        let rows = [
            ("12 maj", "2026-05-12"),
            ("May 12", "2026-05-12"),
            ("12th of May", "2026-05-12"),
            ("den 12:e maj", "2026-05-12"),
            ("senast 5 maj", "2026-05-05"),
            // What is past comes again.
            ("4 maj", "2027-05-04"),
            ("29 feb", "2028-02-29"),
            ("28 aug.", "2026-08-28"),
            ("1 sept", "2026-09-01"),
            ("3 okt 2027", "2027-10-03"),
            ("October 3, 2027", "2027-10-03"),
            ("fredag 15 maj", "2026-05-15"),
            ("12/5", "2026-05-12"),
            ("12/5 2027", "2027-05-12"),
            ("12/5/27", "2027-05-12"),
            ("2026-05-12", "2026-05-12"),
            ("2026-05", "2026-05"),
            ("2026", "2026"),
            ("maj", "2026-05"),
            ("i april", "2027-04"),
            ("June 2027", "2027-06"),
            ("i dag", "2026-05-05"),
            ("tomorrow", "2026-05-06"),
            ("i övermorgon", "2026-05-07"),
            ("fredag", "2026-05-08"),
            ("on Friday", "2026-05-08"),
            ("på tisdag", "2026-05-12"),
            ("nästa vecka", "2026-05-15"),
            ("this week", "2026-05-08"),
            ("om 3 dagar", "2026-05-08"),
            ("in two weeks", "2026-05-19"),
            ("om en månad", "2026-06-05"),
            ("v 20", "2026-05-15"),
            ("vecka 2", "2027-01-15"),
            ("v21", "2026-05-22"),
        ];
        for (text, expected) in rows {
            assert_eq!(read_due(text, today).as_deref(), Some(expected), "{text}");
        }
        let none = [
            "",
            "Petra",
            "Leif",
            "mars choklad och te",
            "31 april",
            "2026-13-01",
            "12",
            "0",
            "v 60",
            "om många dagar",
            "1234567890",
            "fredag 15",
            "maja",
            "snart",
            "12/13",
            "ju",
        ];
        for text in none {
            assert_eq!(read_due(text, today), None, "{text}");
        }
    }

    #[test]
    fn days_are_short_and_say_the_year_where_it_is_another() {
        let today = date(2026, 5, 5);
        let rows = [
            ("2026-05-15", "15 maj", "15 May"),
            ("2026-08-28", "28 aug.", "28 Aug"),
            ("2027-01-01", "1 jan. 2027", "1 Jan 2027"),
            ("2026-06", "juni 2026", "June 2026"),
            ("2026", "2026", "2026"),
            ("i höst", "i höst", "i höst"),
            ("2026-02-30", "2026-02-30", "2026-02-30"),
        ];
        for (due, swedish, english) in rows {
            assert_eq!(Words::new(Lang::Sv).due_short(due, today), swedish);
            assert_eq!(Words::new(Lang::En).due_short(due, today), english);
        }
    }
}
