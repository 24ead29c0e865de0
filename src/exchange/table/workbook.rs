//! Tables in workbooks: XLSX, XLSM, XLS and ODS, sheet by sheet, as they are seen. Formulas are what they
//! came to, macros are not looked at.
//!
//! A workbook is packed, and may claim to be larger than any memory: it is unpacked once to be counted,
//! and read only where it is no larger than a map could be.

use super::sheet::{FilledCells, TableSheet};
use crate::exchange::{ImportError, SeemsToBe};
use calamine::{
    CellErrorType, Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Reader, Xls, XlsError,
    Xlsx, XlsxError,
};
use std::fmt::Display;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A workbook holds at most so many bytes when it is unpacked.
pub const WORKBOOK_BYTES_MAX: u64 = 200_000_000;
/// What begins a packed file, and an older one.
const PACKED: &[u8] = b"PK\x03\x04";
const OLDER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Is this a workbook, as far as its first bytes tell?
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(OLDER) || kind_of_packed(bytes).is_some()
}

/// Reads the sheets of a workbook that are not hidden and in which anything stands.
///
/// # Errors
/// It has a password, holds more than a map may, or cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<TableSheet>, ImportError> {
    let sheets = match kind_of_packed(bytes) {
        Some(kind) => {
            within_bounds(bytes)?;
            match kind {
                Packed::Xlsx => xlsx(bytes)?,
                Packed::Ods => ods(bytes)?,
            }
        }
        None if bytes.starts_with(OLDER) => older(bytes)?,
        None => return Err(ImportError::Other(SeemsToBe::Unknown)),
    };
    let sheets: Vec<TableSheet> = sheets.into_iter().filter(|sheet| sheet.filled() > 0).collect();
    if sheets.is_empty() { Err(ImportError::Empty) } else { Ok(sheets) }
}

#[derive(Clone, Copy)]
enum Packed {
    Xlsx,
    Ods,
}

fn kind_of_packed(bytes: &[u8]) -> Option<Packed> {
    if !bytes.starts_with(PACKED) {
        return None;
    }
    let zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let has = |name: &str| zip.index_for_name(name).is_some();
    match () {
        () if has("xl/workbook.xml") => Some(Packed::Xlsx),
        () if has("content.xml") && has("META-INF/manifest.xml") => Some(Packed::Ods),
        () => None,
    }
}

/// Counts what a packed file is unpacked, and how far the rows of an ODS sheet claim to reach.
fn within_bounds(bytes: &[u8]) -> Result<(), ImportError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut left = WORKBOOK_BYTES_MAX;
    for place in 0..zip.len() {
        let part = zip.by_index(place).map_err(|error| damaged(&error))?;
        // What a file says of its own size need not be so.
        let counted = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let counted = counted.map_err(|error| damaged(&error))?;
        left = left.checked_sub(counted).ok_or(ImportError::TooManyBytes(WORKBOOK_BYTES_MAX))?;
    }
    Ok(())
}

fn damaged(error: &impl Display) -> ImportError {
    ImportError::Damaged(None, error.to_string())
}

fn xlsx(bytes: &[u8]) -> Result<Vec<TableSheet>, ImportError> {
    let failed = |error: XlsxError| {
        let locked = matches!(error, XlsxError::Password);
        if locked { ImportError::Locked } else { damaged(&error) }
    };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
    let mut sheets = Vec::new();
    for name in shown(&book) {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut filled = FilledCells::default();
        // A sheet of charts has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = reader.next_cell().map_err(failed)? {
            let (row, column) = cell.get_position();
            filled.add((row as usize, column as usize), &shared_text(cell.get_value()))?;
        }
        sheets.push(sheet(filled, &name, &merged)?);
    }
    Ok(sheets)
}

fn ods(bytes: &[u8]) -> Result<Vec<TableSheet>, ImportError> {
    super::ods_bounds::within(bytes)?;
    let failed = |error: OdsError| {
        let locked = matches!(error, OdsError::Password);
        if locked { ImportError::Locked } else { damaged(&error) }
    };
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(failed)?;
    ranges(&mut book, failed, |_, _| Vec::new())
}

fn older(bytes: &[u8]) -> Result<Vec<TableSheet>, ImportError> {
    if bytes.len() as u64 > WORKBOOK_BYTES_MAX / 4 {
        return Err(ImportError::TooManyBytes(WORKBOOK_BYTES_MAX / 4));
    }
    // A new workbook with a password looks like an old one.
    if matches!(Xlsx::new(Cursor::new(bytes)), Err(XlsxError::Password)) {
        return Err(ImportError::Locked);
    }
    let failed = |error: XlsError| {
        let locked = matches!(error, XlsError::Password);
        if locked { ImportError::Locked } else { damaged(&error) }
    };
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(failed)?;
    ranges(&mut book, failed, |book, name| book.merge_cells_by_sheet_name(name).unwrap_or_default())
}

/// The sheets of a workbook that is read as a whole.
fn ranges<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(
    book: &mut R,
    failed: impl Fn(R::Error) -> ImportError,
    merged: impl Fn(&mut R, &str) -> Vec<Dimensions>,
) -> Result<Vec<TableSheet>, ImportError> {
    let mut sheets = Vec::new();
    for name in shown(book) {
        let range = book.worksheet_range(&name).map_err(&failed)?;
        let (row, column) = range.start().unwrap_or_default();
        let mut filled = FilledCells::default();
        for (down, across, value) in range.used_cells() {
            let at = (row as usize + down, column as usize + across);
            filled.add(at, &text_of(value))?;
        }
        let merged = merged(book, &name);
        sheets.push(sheet(filled, &name, &merged)?);
    }
    Ok(sheets)
}

/// The names of the sheets that are not hidden.
fn shown<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(book: &R) -> Vec<String> {
    let shown = |sheet: &&calamine::Sheet| match sheet.visible {
        calamine::SheetVisible::Visible => true,
        calamine::SheetVisible::Hidden | calamine::SheetVisible::VeryHidden => false,
    };
    book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect()
}

/// The table of these cells; merged ones say how far they reach.
fn sheet(
    filled: FilledCells,
    name: &str,
    merged: &[Dimensions],
) -> Result<TableSheet, ImportError> {
    let mut cells = filled.rows()?;
    let (rows, columns) = (cells.len(), cells.first().map_or(0, Vec::len));
    for one in merged {
        let (top, left) = (one.start.0 as usize, one.start.1 as usize);
        // The last names of a row may reach over columns in which nothing stands.
        let bottom = (one.end.0 as usize).min(rows.saturating_sub(1));
        let right = (one.end.1 as usize).min(columns.saturating_sub(1));
        for row in top..=bottom {
            for column in left..=right {
                let cell = cells.get_mut(row).and_then(|row| row.get_mut(column));
                let Some(cell) = cell else { continue };
                match (row, column) == (top, left) {
                    true => cell.more = (right.saturating_sub(left), bottom.saturating_sub(top)),
                    false => cell.covered = cell.text.is_empty(),
                }
            }
        }
    }
    Ok(TableSheet::new(name, cells))
}

fn shared_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(when) => time_text(when),
        DataRef::Error(error) => error_text(error),
        DataRef::Empty => String::new(),
    }
}

fn text_of(value: &Data) -> String {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(is) => is.to_string(),
        Data::DateTime(when) => time_text(when),
        Data::Error(error) => error_text(error),
        Data::Empty => String::new(),
    }
}

/// A figure without the last digits that a sum of fractions leaves: 0.30000000000000004 is 0.3.
fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.12e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// A day, or a time, as the standard writes it.
fn time_text(when: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = when.to_ymd_hms_milli();
    match (when.as_f64() < 1.0, hour + minute > 0) {
        (true, _) => format!("{hour:02}:{minute:02}"),
        (false, true) => format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"),
        (false, false) => format!("{year}-{month:02}-{day:02}"),
    }
}

/// What a formula that came to nothing shows.
fn error_text(error: &CellErrorType) -> String {
    error.to_string()
}
