//! Tables in text: in which encoding a file is, what stands between its columns, and what its cells say.
//! Both are found by themselves, and can be said.

use super::sheet::{SheetCell, TableSheet};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
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
pub fn read(
    bytes: &[u8],
    encoding: Option<&'static Encoding>,
    separator: Option<char>,
) -> (TableSheet, TextForm) {
    let encoding = encoding.unwrap_or_else(|| encoding_of(bytes));
    // A mark at its beginning counts more than what anybody says.
    let (text, encoding, _) = encoding.decode(bytes);
    let (said, rest) = said_separator(&text);
    let separator = separator.or(said).unwrap_or_else(|| separator_of(rest));
    (TableSheet::new("", rows(rest, separator)), TextForm { encoding, separator })
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
        let rows = rows_of(text, separator, ROWS_READ);
        let mut widths: Vec<usize> = rows
            .iter()
            .filter(|row| !row.iter().all(|cell| cell.trim().is_empty()))
            .map(Vec::len)
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

fn rows(text: &str, separator: char) -> Vec<Vec<SheetCell>> {
    let rows = rows_of(text, separator, usize::MAX);
    rows.into_iter().map(|row| row.iter().map(|cell| SheetCell::of(cell)).collect()).collect()
}

/// The cells of the first so many rows.
fn rows_of(text: &str, separator: char, most: usize) -> Vec<Vec<String>> {
    let separator = u8::try_from(separator).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    let records = reader.records().take(most).map_while(Result::ok);
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
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
        let rows: [(&str, char, &[&[&str]]); 8] = [
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
            ("a;b\n\n;c", ';', &[&["a", "b"], &["", "c"]]),
            ("", ',', &[]),
        ];
        for (text, separator, expected) in rows {
            let (sheet, form) = read(text.as_bytes(), None, None);
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
        let expected = read(text.as_bytes(), None, None).0;
        assert_eq!(expected.text(1, 2), "Åh nej, ”tio” dagar");
        for (bytes, encoding) in rows {
            let (sheet, form) = read(&bytes, None, None);
            assert_eq!((form.encoding, &sheet), (encoding, &expected));
        }
        let said = read(&WINDOWS_1252.encode("å;ä").0, Some(WINDOWS_1252), Some(';')).0;
        assert_eq!(cells(&said), [["å", "ä"]]);
    }
}
