//! A table as CSV that Excel opens right.
//!
//! UTF-8 with a byte order mark, without which Excel takes the bytes for another encoding; rows end
//! with CR LF, lines within a cell with LF, as Excel itself writes them.
//!
//! **Numbers** have a decimal comma where Excel in that language expects one (`0.5` would be a text
//! in Swedish, and `1.5` the first of May); beside commas as separators always a point, since what
//! reads such a file is another kind of program. They are never grouped and have an ASCII minus.
//! Days are written `2026-05-08`, which Excel takes for days in both languages.
//!
//! **Formulas.** Excel works out whatever begins with `=`, `+`, `-` or `@`: a card that says
//! `- too slow` becomes an error, and one from a stranger's file could run something. Such a text
//! gets an apostrophe before it. The apostrophe can be seen, and nothing else is changed: taking
//! one apostrophe from the texts that [`is_guarded`] names gives back every text as it was.
//! What looks like a number or a date to Excel (`007`, `1-2`) it still reads so; CSV cannot say
//! otherwise, and a workbook ([`super::xlsx`]) does.

use super::table::{Table, TableError, Value, digits};
use crate::insight::shown_percent;
use crate::words::Lang;
use csv::{QuoteStyle, Terminator, WriterBuilder};

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Separator {
    /// `;`, as Excel in Swedish expects.
    Semicolon,
    /// `,`, as Excel in English expects.
    Comma,
    /// A tab.
    Tab,
}

impl Separator {
    /// The one that Excel in this language expects.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::Sv => Self::Semicolon,
            Lang::En => Self::Comma,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }
}

/// The table as a file, for Excel in the language `lang`.
///
/// # Errors
/// [`TableError::Failed`] with what the writer says; it writes to memory and has no reason to.
pub(super) fn csv(table: &Table, separator: Separator, lang: Lang) -> Result<Vec<u8>, TableError> {
    let failed = |error: String| TableError::Failed(error);
    let comma = lang == Lang::Sv && separator != Separator::Comma;
    let mut writer = WriterBuilder::new()
        .delimiter(separator.byte())
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    for row in &table.rows {
        let row = row.iter().map(|value| field(value, comma));
        writer.write_record(row).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

fn field(value: &Value, comma: bool) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => guarded(text),
        Value::Number(number) | Value::Felt(number) | Value::Apart(number) => {
            digits(*number, comma)
        }
        Value::Share(share) => format!("{}%", digits(shown_percent(*share), comma)),
        Value::Date(date) => date.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    if begins_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
/// Is this text of a file one that an apostrophe was put before?
pub(super) fn is_guarded(text: &str) -> bool {
    text.strip_prefix('\'').is_some_and(begins_formula)
}

/// Behind spaces, which some programs skip, and behind apostrophes, so that taking one away is
/// right for every text. The wide signs are those of Japanese keyboards, which Excel reads alike.
fn begins_formula(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\'' || is_unseen(c));
    start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Marks without width, which could hide the sign behind them.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::super::table::Date;
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn a_file_is_what_excel_in_the_language_opens() {
        let day = Value::Date(Date { year: 2026, month: 5, day: 8 });
        let rows = vec![
            vec![text("a;b"), text("c,d"), text("e\tf")],
            vec![Value::Number(-0.5), Value::Empty, day],
            vec![text("say \"no\""), text("two\nlines"), text("")],
        ];
        let table = Table { rows, ..Table::default() };
        let rows = [
            (
                (Separator::Semicolon, Lang::Sv),
                "\"a;b\";c,d;e\tf\r\n-0,5;;2026-05-08\r\n\"say \"\"no\"\"\";\"two\nlines\";\r\n",
            ),
            (
                (Separator::Comma, Lang::Sv),
                "a;b,\"c,d\",e\tf\r\n-0.5,,2026-05-08\r\n\"say \"\"no\"\"\",\"two\nlines\",\r\n",
            ),
            (
                (Separator::Tab, Lang::En),
                "a;b\tc,d\t\"e\tf\"\r\n-0.5\t\t2026-05-08\r\n\"say \"\"no\"\"\"\t\"two\nlines\"\t\r\n",
            ),
        ];
        for ((separator, lang), expected) in rows {
            let file = csv(&table, separator, lang).unwrap();
            let (mark, file) = file.split_at(3);
            assert_eq!(mark, [0xef, 0xbb, 0xbf]);
            assert_eq!(std::str::from_utf8(file).unwrap(), expected, "{separator:?} {lang:?}");
        }
    }

    #[test]
    fn no_text_becomes_a_formula_and_none_is_lost() {
        let rows = [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("+46 8 123", "'+46 8 123"),
            ("@sum", "'@sum"),
            (" \t=cmd|x", "' \t=cmd|x"),
            ("\u{200b}=1", "'\u{200b}=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'quoted'", "'quoted'"),
            ("– a dash", "– a dash"),
            ("−2", "−2"),
            ("a=b", "a=b"),
        ];
        for (given, expected) in rows {
            let found = guarded(given);
            assert_eq!(found, expected);
            let back = if is_guarded(&found) { &found[1..] } else { &found };
            assert_eq!(back, given);
        }
    }
}
