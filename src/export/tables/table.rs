//! What is in a table of a map? Typed cells that CSV and Excel share.

pub(super) use super::grid::grid;
pub(super) use super::list::list;

use crate::model::{Journey, plain_text};
use crate::words::Words;
use std::borrow::Cow;
use std::fmt;

/// Of which journeys a table or an outline tells.
#[derive(Clone, Copy, Debug)]
pub(super) enum TableScope<'a> {
    /// All of them, and the parking place.
    Project,
    /// This one.
    Journey(&'a Journey),
}

/// A heading, and what stands below it.
pub(super) type Column<T> = (fn(&Words) -> String, fn(&T) -> Value);

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// A text without control characters; its lines end with `\n`.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A feeling, or how much better one is: a finite number that is said with its sign.
    Felt(f64),
    /// How far apart two feelings are: a finite number, said with one decimal.
    Apart(f64),
    /// A part of something, 0 to 1: a finite number that is said in per cent.
    Share(f64),
    /// A day.
    Date(Date),
}

/// A day that a spreadsheet knows: 1900-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// 1900 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// Rows of cells. All rows are equally long.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    /// What it is a table of.
    pub title: String,
    /// From the top, with the headings.
    pub rows: Vec<Vec<Value>>,
    /// How many rows are headings.
    pub head_rows: usize,
    /// How many columns are headings.
    pub head_columns: usize,
    /// The phases above the columns of a grid, from the left.
    pub bands: Vec<Band>,
    /// How many of its last columns are ids, which only programs read.
    pub ids: usize,
}

/// A phase above its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// Its first column.
    pub column: usize,
    /// How many columns; at least one.
    pub width: usize,
    /// Its colour number, for [`crate::scene::Role::Phase`].
    pub color: u8,
}

/// Why a table could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// More columns than a sheet holds.
    TooWide {
        /// Of this table.
        title: String,
        /// How many a sheet holds.
        most: usize,
    },
    /// More rows than a sheet holds.
    TooLong {
        /// Of this table.
        title: String,
        /// How many a sheet holds.
        most: usize,
    },
    /// Something the writer says, in its words.
    Failed(String),
}

impl TableError {
    /// What to tell the user.
    pub fn message(&self, words: &Words) -> String {
        let most = |most: &usize| words.number(*most as f64);
        match self {
            Self::TooWide { title, most: columns } => words.table_too_wide(title, most(columns)),
            Self::TooLong { title, most: rows } => words.table_too_long(title, most(rows)),
            Self::Failed(detail) => words.table_failed(detail),
        }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooWide { title, most } => write!(f, "`{title}` has more than {most} columns"),
            Self::TooLong { title, most } => write!(f, "`{title}` has more than {most} rows"),
            Self::Failed(detail) => f.write_str(detail),
        }
    }
}

impl std::error::Error for TableError {}

impl Value {
    /// A text, [as it is shown](clean); nothing where it is empty.
    pub(super) fn text(text: &str) -> Self {
        let text = clean(text);
        if text.is_empty() { Self::Empty } else { Self::Text(text.into_owned()) }
    }

    /// A number; what is none, or not finite, is nothing.
    pub(super) fn number(number: Option<f64>) -> Self {
        number.filter(|number| number.is_finite()).map_or(Self::Empty, Self::Number)
    }

    /// A feeling, as [`Value::number`].
    pub(super) fn felt(value: Option<f64>) -> Self {
        value.filter(|value| value.is_finite()).map_or(Self::Empty, Self::Felt)
    }

    /// How far apart two feelings are, as [`Value::number`].
    pub(super) fn apart(gap: Option<f64>) -> Self {
        gap.filter(|gap| gap.is_finite()).map_or(Self::Empty, Self::Apart)
    }

    /// A part of something, as [`Value::number`].
    pub(super) fn share(share: Option<f64>) -> Self {
        share.filter(|share| share.is_finite()).map_or(Self::Empty, Self::Share)
    }

    /// A day where the text is one (`2026-05-08`), else the text as it is.
    pub(super) fn date(text: &str) -> Self {
        Date::parse(text.trim()).map_or_else(|| Self::text(text), Self::Date)
    }

    /// Several texts in one cell.
    pub(super) fn texts(texts: impl IntoIterator<Item = String>) -> Self {
        let texts = texts.into_iter().filter(|text| !text.is_empty());
        Self::text(&texts.collect::<Vec<_>>().join("; "))
    }
}

impl Table {
    /// A row of headings and a row for each thing; the last `ids` columns are ids.
    pub(super) fn of<T>(
        title: String,
        (columns, ids): (&[Column<T>], usize),
        things: impl Iterator<Item = T>,
        words: &Words,
    ) -> Self {
        let heads = columns.iter().map(|(head, _)| Value::text(&head(words))).collect();
        let row = |thing| columns.iter().map(|(_, value)| value(&thing)).collect();
        let rows = std::iter::once(heads).chain(things.map(row)).collect();
        Self { title, rows, head_rows: 1, ids, ..Self::default() }
    }

    /// Does nothing stand below the heading of a column?
    pub(super) fn is_blank(&self, column: usize) -> bool {
        let mut below = self.rows.iter().skip(self.head_rows);
        self.head_columns == 0
            && below.all(|row| matches!(row.get(column), None | Some(Value::Empty)))
    }

    /// Does it say nothing below its headings?
    pub(super) fn is_bare(&self) -> bool {
        self.rows.len() <= self.head_rows
    }
}

impl Date {
    /// The day written as `2026-05-08`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = |from: usize, to: usize| {
            let part = text.get(from..to)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let (year, month, day): (u16, u16, u16) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let known = year >= 1900 && (1..=days).contains(&day);
        known.then_some(Self { year, month: month as u8, day: day as u8 })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A number with all its digits, without groups: what a reader of the language types.
pub(super) fn digits(number: f64, comma: bool) -> String {
    // Adding zero turns −0 into 0.
    let text = (number + 0.0).to_string();
    if comma { text.replace('.', ",") } else { text }
}

/// A text [as it is shown](plain_text), without soft hyphens: they mean something only where a line is
/// broken, and spreadsheets and outlines show them always.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = plain_text(text);
    match text.contains('\u{ad}') {
        true => text.replace('\u{ad}', "").into(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        let rows = [
            ("2026-05-08", true),
            (" 2028-02-29 ", true),
            ("2026-02-29", false),
            ("1900-02-29", false),
            ("1899-12-31", false),
            ("2026-13-01", false),
            ("2026-5-8", false),
            ("+026-05-08", false),
            ("2026-05-08T10", false),
            ("våren 26", false),
            ("", false),
        ];
        for (text, is_date) in rows {
            let value = Value::date(text);
            assert_eq!(matches!(value, Value::Date(_)), is_date, "{text}");
            if let Value::Date(date) = value {
                assert_eq!(date.to_string(), text.trim());
            }
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        let rows = [(0.1, "0,1", "0.1"), (-1240.125, "-1240,125", "-1240.125"), (-0.0, "0", "0")];
        for (number, comma, point) in rows {
            assert_eq!((digits(number, true), digits(number, false)), (comma.into(), point.into()));
        }
        assert_eq!(Value::number(Some(f64::NAN)), Value::Empty);
    }
}
