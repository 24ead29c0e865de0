//! Tables in text: in which encoding a file is, what stands between its columns, and what its cells say.
//! Both are found by themselves, and can be said.

use super::sheet::{FilledCells, TableSheet};
use crate::exchange::ImportError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How a table stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextForm {
    /// The encoding of its file.
    pub encoding: &'static Encoding,
    /// What stands between columns.
    pub separator: char,
}

/// What may stand between columns, the likeliest first.
pub const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// So many rows say what stands between columns.
const ROWS_READ: usize = 100;
/// A file in which this part of the bytes is zero is UTF-16 without a mark.
const ZEROS: f32 = 0.2;

/// Reads a table from the bytes of a file. What is not said of its form is found out.
///
/// # Errors
/// It holds more than a map may.
pub fn read(
    bytes: &[u8],
    encoding: Option<&'static Encoding>,
    separator: Option<char>,
) -> Result<(TableSheet, TextForm), ImportError> {
    let encoding = encoding.unwrap_or_else(|| encoding_of(bytes));
    // A mark at its beginning counts more than what anybody says.
    let (text, encoding, _) = encoding.decode(bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (said, rest) = said_separator(&text);
    let separator = separator.or(said).unwrap_or_else(|| separator_of(rest));
    let mut filled = FilledCells::default();
    for (row, record) in records(rest, separator) {
        for (column, text) in record.iter().enumerate() {
            filled.add((row, column), text)?;
        }
    }
    Ok((TableSheet::new("", filled.rows()?), TextForm { encoding, separator }))
}

/// The encoding of a text: UTF-8 where it can be, else the likeliest.
pub fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let start = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |at: usize| start.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let many = start.len() as f32 * ZEROS;
    if zeros(1) as f32 > many {
        return UTF_16LE;
    }
    if zeros(0) as f32 > many {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// What a first line `sep=;` says, as Excel reads it, and the text after it.
fn said_separator(text: &str) -> (Option<char>, &str) {
    let line = text.lines().next().unwrap_or_default();
    let said =
        line.trim().trim_matches('"').strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="));
    let mut said = said.unwrap_or_default().chars();
    match (said.next(), said.next()) {
        (Some(separator), None) if separator.is_ascii() => {
            let rest = text.get(line.len()..).unwrap_or_default();
            (Some(separator), rest.trim_start_matches(['\r', '\n']))
        }
        _ => (None, text),
    }
}

/// What stands between columns: what divides most rows into equally many cells.
fn separator_of(text: &str) -> char {
    let score = |separator: char| {
        let rows = records(text, separator).take(ROWS_READ).map(|(_, record)| record);
        let rows: Vec<StringRecord> = rows.collect();
        let mut widths: Vec<usize> = rows
            .iter()
            .filter(|row| !row.iter().all(|cell| cell.trim().is_empty()))
            .map(StringRecord::len)
            .collect();
        widths.sort_unstable();
        // How wide most rows are.
        let usual =
            widths.chunk_by(|a, b| a == b).max_by_key(|same| (same.len(), same.first().copied()));
        match usual.and_then(|same| Some((same.len(), *same.first()?))) {
            Some((count, width)) if width > 1 => count as f32 / widths.len().max(1) as f32,
            Some(_) | None => 0.0,
        }
    };
    let mut best = (',', 0.0);
    for separator in SEPARATORS {
        let score = score(separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// The records of a text (lines end in `\n`) with their rows. None is wrong: they may be of any length.
fn records(text: &str, separator: char) -> impl Iterator<Item = (usize, StringRecord)> {
    let separator = u8::try_from(separator).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator);
    let records = reader.from_reader(text.as_bytes()).into_records().map_while(Result::ok);
    let mut next = 0;
    records.map(move |record| {
        // The reader passes over lines in which nothing stands; in a spreadsheet they are rows.
        let begin = record.position().and_then(|at| usize::try_from(at.byte()).ok());
        let rest = begin.and_then(|begin| text.get(begin..)).unwrap_or_default();
        let row = next + rest.bytes().take_while(|byte| *byte == b'\n').count();
        next = row + 1;
        (row, record)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;

    fn cells(sheet: &TableSheet) -> Vec<Vec<&str>> {
        sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
    }

    #[test]
    fn the_form_of_a_text_is_found_out() {
        let rows: [(&str, char, &[&[&str]]); 9] = [
            (
                "Fas;Köp;Efter\nKänsla;1,5;-2,0\n",
                ';',
                &[&["Fas", "Köp", "Efter"], &["Känsla", "1,5", "-2,0"]],
            ),
            ("a,b\n\"c, d\",e\n", ',', &[&["a", "b"], &["c, d", "e"]]),
            ("a\tb;c\nd\te;f", '\t', &[&["a", "b;c"], &["d", "e;f"]]),
            ("sep=|\r\na;b|c\r\n", '|', &[&["a;b", "c"]]),
            ("\"a\nb\";\"c \"\"d\"\"\"\n", ';', &[&["a\nb", "c \"d\""]]),
            (
                "Bara en kolumn\nmed, ett komma\noch\ninga\nfler",
                ',',
                &[
                    &["Bara en kolumn", ""],
                    &["med", "ett komma"],
                    &["och", ""],
                    &["inga", ""],
                    &["fler", ""],
                ],
            ),
            (
                "a;b\r\n\r\n;c\r\n\"d\r\ne\";f",
                ';',
                &[&["a", "b"], &["", ""], &["", "c"], &["d\ne", "f"]],
            ),
            ("\n\na;b\nc;d", ';', &[&["", ""], &["", ""], &["a", "b"], &["c", "d"]]),
            ("", ',', &[]),
        ];
        for (text, separator, expected) in rows {
            let (sheet, form) = read(text.as_bytes(), None, None).unwrap();
            assert_eq!(
                (cells(&sheet), form.separator),
                (expected.iter().map(|row| row.to_vec()).collect(), separator),
                "{text}"
            );
        }
    }

    #[test]
    fn swedish_is_read_in_every_encoding_that_spreadsheets_write() {
        let text = "Fas;Övervägande;Köp – då\nTankar;Är det här rätt?;Åh nej, ”tio” dagar\n";
        let utf16 = |little: bool| -> Vec<u8> {
            let units = text.encode_utf16();
            units
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect()
        };
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let latin = WINDOWS_1252.encode(text).0.into_owned();
        let rows = [
            (text.as_bytes().to_vec(), UTF_8),
            (marked(b"\xef\xbb\xbf", text.as_bytes()), UTF_8),
            (utf16(true), UTF_16LE),
            (marked(b"\xff\xfe", &utf16(true)), UTF_16LE),
            (utf16(false), UTF_16BE),
            (marked(b"\xfe\xff", &utf16(false)), UTF_16BE),
            (latin, WINDOWS_1252),
        ];
        let expected = read(text.as_bytes(), None, None).unwrap().0;
        assert_eq!(expected.text(1, 2), "Åh nej, ”tio” dagar");
        for (bytes, encoding) in rows {
            let (sheet, form) = read(&bytes, None, None).unwrap();
            assert_eq!((form.encoding, &sheet), (encoding, &expected));
        }
        let said = read(&WINDOWS_1252.encode("å;ä").0, Some(WINDOWS_1252), Some(';')).unwrap().0;
        assert_eq!(cells(&said), [["å", "ä"]]);
    }

    #[test]
    fn what_is_larger_than_a_map_is_refused_before_it_fills_the_memory() {
        let wide = format!("a{}b", ";".repeat(1_000_000));
        let far = format!("a{};b\n{}", ";".repeat(1_990), "a;b\n".repeat(1_500));
        let deep = "a;b\n".repeat(30_000);
        // A quote that is never closed takes in all that follows.
        let open = format!("a;b\nc;\"{}", "text; mer text\n".repeat(200_000));
        for (text, expected) in [
            (wide, ImportError::TooLarge(1_000_001, 2_000)),
            (far, ImportError::TooLarge(1_501 * 1_992, 2_000_000)),
            (deep, ImportError::TooLarge(20_001, 20_000)),
            (open, ImportError::TooManyBytes(2_000_000)),
        ] {
            assert_eq!(read(text.as_bytes(), None, Some(';')).err(), Some(expected));
        }
    }
}
