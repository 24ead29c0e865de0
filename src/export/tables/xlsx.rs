//! A project as an Excel workbook: the maps as grids, and their cards as one list.
//!
//! The same project gives the same bytes: its time is that of the last edit, never the clock's.
//! Texts are texts, whatever they begin with; figures are numbers and days are days. What is longer
//! than a cell can hold goes on in a sheet of its own, whole, and the cell says so.
//!
//! Rows are given heights in which each line is seen ([`super::row_heights`]), since programs do not agree on when
//! a row grows. Columns of ids stand last and are hidden, and so are those of a list in which nothing
//! stands. Sheets print on A4 landscape, with their headings on each page: a page wide, or as many as it
//! takes to be read.

use super::row_heights::row_height;
use super::sheets::{CELL_MAX, SheetNames, head, pieces};
use super::table::{self, Band, Table, TableError, TableScope, Value};
use crate::model::{Journey, Project, plain_text};
use crate::scene::{Role, Theme};
use crate::words::Words;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

/// The last column a sheet has room for is this many.
const COLUMNS_MAX: usize = 16_384;
/// The last row a sheet has room for is this many.
const ROWS_MAX: usize = 1_048_576;
/// Widths of columns, in characters.
const LANE_WIDTH: f64 = 24.0;
const STEP_WIDTH: f64 = 32.0;
const LIST_WIDTH: (f64, f64) = (12.0, 48.0);
/// How many rows tell how wide a column of a list should be.
const ROWS_LOOKED_AT: usize = 500;
/// A4, as workbooks number papers.
const A4: u8 = 9;
/// How wide it is, lying, in inches.
const A4_WIDE: f64 = 11.69;
/// What is printed is no smaller than this part of its size.
const PRINT_SCALE: f64 = 0.5;
/// Around what is printed, in inches: left, right, top, bottom, header and footer.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.6, 0.3, 0.3];

/// The workbook: a sheet for each journey, one with all cards, one for each of `lists`, and one for
/// over-long texts where there are any. Phases have the colours of `theme`. Takes time by the cards.
///
/// # Errors
/// [`TableError::TooWide`] and [`TableError::TooLong`] for what no sheet has room for,
/// [`TableError::Failed`] with what the writer says.
pub(super) fn xlsx(
    project: &Project,
    scope: TableScope,
    lists: Vec<Table>,
    words: &Words,
    theme: &Theme,
) -> Result<Vec<u8>, TableError> {
    let mut names = SheetNames::new();
    let other = words.thing_untitled();
    // Ours first, so that they keep their names whatever a journey is called.
    let lists: Vec<(String, Table)> = std::iter::once(table::list(project, scope, words))
        .chain(lists)
        .map(|table| (names.name(&table.title, &other), table))
        .collect();
    let long_name = names.name(&words.table_long_texts(), &other);
    let every = || project.journeys.iter().map(AsRef::as_ref).collect();
    let journeys: Vec<&Journey> = match scope {
        TableScope::Project => every(),
        TableScope::Journey(journey) => vec![journey],
    };
    let grids = journeys.iter().map(|journey| {
        let table = table::grid(project, journey, words);
        (names.name(&table.title, &other), table)
    });
    let grids: Vec<(String, Table)> = grids.collect();

    let mut book = Workbook::new();
    let title = plain_text(&project.title);
    let properties = DocProperties::new().set_title(title).set_creation_datetime(&edited(project));
    book.set_properties(&properties);
    let looks = Looks::of(theme);
    let mut long = Long { name: long_name, rows: Vec::new() };
    for (name, table) in grids.iter().chain(&lists) {
        fits(table)?;
        let sheet = book.add_worksheet();
        write(sheet, name, table, &looks, &mut long, words).map_err(failed)?;
    }
    if !long.rows.is_empty() {
        let (name, table) = long.table(words);
        fits(&table)?;
        let none = &mut Long { name: String::new(), rows: Vec::new() };
        write(book.add_worksheet(), &name, &table, &looks, none, words).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

fn failed(error: XlsxError) -> TableError {
    TableError::Failed(error.to_string())
}

fn fits(table: &Table) -> Result<(), TableError> {
    let title = table.title.clone();
    if table.rows.iter().any(|row| row.len() > COLUMNS_MAX) {
        return Err(TableError::TooWide { title, most: COLUMNS_MAX });
    }
    if table.rows.len() > ROWS_MAX {
        return Err(TableError::TooLong { title, most: ROWS_MAX });
    }
    Ok(())
}

/// When the project was last edited; where nobody knows, the first moment a ZIP file can tell.
fn edited(project: &Project) -> ExcelDateTime {
    let text = project.edited.as_deref().unwrap_or_default();
    let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u8>().ok());
    let known = || {
        let day = table::Date::parse(text.get(..10)?)?;
        let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
        let in_day = hour < 24 && minute < 60 && second < 60 && text.ends_with('Z');
        let date = ExcelDateTime::from_ymd(day.year, day.month, day.day).ok()?;
        date.and_hms(in_day.then_some(hour)?.into(), minute, f64::from(second)).ok()
    };
    known().or_else(|| ExcelDateTime::from_ymd(1980, 1, 1).ok()).unwrap_or_default()
}

/// What cells look like.
struct Looks {
    theme: Theme,
    text: Format,
    number: Format,
    head: Format,
    lane: Format,
    date: Format,
    felt: Format,
    apart: Format,
    share: Format,
}

impl Looks {
    fn of(theme: &Theme) -> Self {
        let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let ruled = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(color(theme, Role::Hairline));
        // Not so far to the right that it runs into the text that follows.
        let number = ruled.clone().set_align(FormatAlign::Right).set_indent(1);
        let head = ruled
            .clone()
            .set_bold()
            .set_font_color(color(theme, Role::Ink))
            .set_background_color(color(theme, Role::Chip));
        Self {
            theme: *theme,
            lane: head.clone(),
            head,
            date: ruled.clone().set_align(FormatAlign::Left).set_num_format("yyyy-mm-dd"),
            // As feelings are said everywhere; the cell holds all of the number.
            felt: number.clone().set_num_format("+0.0;\u{2212}0.0;\u{b1}0.0"),
            apart: number.clone().set_num_format("0.0"),
            share: number.clone().set_num_format("[<0.0995]0.0%;0%"),
            number,
            text: ruled,
        }
    }

    fn phase(&self, band: Band) -> Format {
        let fill = color(&self.theme, Role::Phase(band.color));
        let ink = color(&self.theme, Role::OnColor);
        self.head.clone().set_background_color(fill).set_font_color(ink)
    }

    fn step(&self, band: Band) -> Format {
        self.head.clone().set_background_color(color(&self.theme, Role::Tint(band.color)))
    }
}

/// A role's colour as Excel has it; those used here let nothing shine through.
fn color(theme: &Theme, role: Role) -> Color {
    let [r, g, b, _] = theme.rgba(role);
    Color::RGB(u32::from_be_bytes([0, r, g, b]))
}

/// Texts longer than a cell, with where they belong.
struct Long {
    name: String,
    /// Sheet, cell, part and text of each.
    rows: Vec<[Value; 4]>,
}

impl Long {
    /// The text for a cell: itself, or its start and where the whole of it is.
    fn fitted(&mut self, text: &str, sheet: &str, row: u32, column: u16, words: &Words) -> String {
        if head(text, CELL_MAX).1.is_empty() {
            return text.to_owned();
        }
        // One heading stands above, and rows are counted from 1.
        let first = (self.rows.len() + 2).to_string();
        let end = words.table_goes_on(&self.name, &first);
        let cell = rust_xlsxwriter::utility::row_col_to_cell(row, column);
        for (part, piece) in pieces(text, CELL_MAX).into_iter().enumerate() {
            let part = Value::Number((part + 1) as f64);
            let text = |text: &str| Value::Text(text.into());
            self.rows.push([text(sheet), text(&cell), part, text(piece)]);
        }
        let room = CELL_MAX.saturating_sub(end.encode_utf16().count());
        format!("{}{end}", head(text, room).0)
    }

    fn table(self, words: &Words) -> (String, Table) {
        let heads =
            [words.table_sheet(), words.table_cell(), words.table_part(), words.field_text()];
        let mut rows = vec![heads.map(Value::Text).to_vec()];
        rows.extend(self.rows.into_iter().map(Vec::from));
        (self.name.clone(), Table { title: self.name, rows, head_rows: 1, ..Table::default() })
    }
}

fn write(
    sheet: &mut Worksheet,
    name: &str,
    table: &Table,
    looks: &Looks,
    long: &mut Long,
    words: &Words,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let is_grid = table.head_columns > 0;
    let columns = table.rows.first().map_or(0, Vec::len);
    // The look of each column's two headings, by the phase it is in.
    let mut heads = vec![[looks.head.clone(), looks.head.clone()]; columns];
    let mut merged = vec![false; columns];
    for band in &table.bands {
        let end = (band.column + band.width).min(columns);
        heads[band.column.min(end)..end].fill([looks.phase(*band), looks.step(*band)]);
        merged[band.column.min(end)..end].fill(band.width > 1);
    }
    for (y, values) in table.rows.iter().enumerate() {
        let row = y as u32;
        for (x, value) in values.iter().enumerate() {
            if y == 0 && merged.get(x) == Some(&true) {
                continue;
            }
            let column = x as u16;
            let look = match heads.get(x).and_then(|heads| heads.get(y)) {
                Some(head) if y < table.head_rows => head,
                _ if x < table.head_columns => &looks.lane,
                _ => &looks.text,
            };
            match value {
                Value::Empty if is_grid || y < table.head_rows => {
                    sheet.write_blank(row, column, look)?
                }
                Value::Empty => continue,
                Value::Text(text) => {
                    let text = long.fitted(text, name, row, column, words);
                    sheet.write_string_with_format(row, column, text, look)?
                }
                Value::Number(number) => {
                    let look = if is_grid && x < table.head_columns { look } else { &looks.number };
                    sheet.write_number_with_format(row, column, *number, look)?
                }
                Value::Felt(value) => {
                    sheet.write_number_with_format(row, column, *value, &looks.felt)?
                }
                Value::Apart(gap) => {
                    sheet.write_number_with_format(row, column, *gap, &looks.apart)?
                }
                Value::Share(share) => {
                    sheet.write_number_with_format(row, column, *share, &looks.share)?
                }
                Value::Date(date) => {
                    match ExcelDateTime::from_ymd(date.year, date.month, date.day) {
                        Ok(day) => {
                            sheet.write_datetime_with_format(row, column, &day, &looks.date)?
                        }
                        Err(_) => {
                            sheet.write_string_with_format(row, column, date.to_string(), look)?
                        }
                    }
                }
            };
        }
    }
    for band in table.bands.iter().filter(|band| band.width > 1) {
        let (first, last) = (band.column as u16, (band.column + band.width - 1) as u16);
        let text = match table.rows.first().and_then(|row| row.get(band.column)) {
            Some(Value::Text(text)) => long.fitted(text, name, 0, first, words),
            _ => String::new(),
        };
        sheet.merge_range(0, first, 0, last, &text, &looks.phase(*band))?;
    }
    let widths = widths(table, is_grid, columns);
    let hidden: Vec<bool> = (0..columns).map(|column| is_hidden(table, column, columns)).collect();
    let hidden = |column: usize| hidden.get(column) == Some(&true);
    for (x, width) in widths.iter().enumerate() {
        sheet.set_column_width(x as u16, *width)?;
        if hidden(x) {
            sheet.set_column_hidden(x as u16)?;
        }
    }
    for (y, values) in table.rows.iter().enumerate() {
        let shown = values.iter().zip(&widths).enumerate().filter(|(x, _)| {
            // Merged headings have the room of all their columns.
            !(hidden(*x) || y == 0 && merged.get(*x) == Some(&true))
        });
        let texts = shown.filter_map(|(_, (value, width))| match value {
            Value::Text(text) => Some((text.as_str(), *width)),
            Value::Empty
            | Value::Number(_)
            | Value::Felt(_)
            | Value::Apart(_)
            | Value::Share(_)
            | Value::Date(_) => None,
        });
        if let Some(height) = row_height(texts, y < table.head_rows) {
            sheet.set_row_height(y as u32, height)?;
        }
    }
    sheet.set_freeze_panes(table.head_rows as u32, table.head_columns as u16)?;
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_margins(left, right, top, bottom, header, footer);
    // As many pages as it takes to be read; each says which it is.
    let shown: Vec<f64> = (widths.iter().enumerate())
        .map(|(x, width)| if hidden(x) { 0.0 } else { *width })
        .collect();
    sheet.set_print_fit_to_pages(pages_wide(&shown, table.head_columns), 0);
    sheet.set_footer("&L&A&R&P / &N");
    if table.head_rows > 0 {
        sheet.set_repeat_rows(0, table.head_rows as u32 - 1)?;
    }
    if table.head_columns > 0 {
        sheet.set_repeat_columns(0, table.head_columns as u16 - 1)?;
    }
    if !is_grid && columns > 0 && table.rows.len() > 1 {
        sheet.autofilter(0, 0, table.rows.len() as u32 - 1, columns as u16 - 1)?;
    }
    Ok(())
}

/// On how many pages side by side columns so wide, in characters, are printed: so many that letters are
/// no smaller than [`PRINT_SCALE`]. The first `repeated` stand on each.
fn pages_wide(widths: &[f64], repeated: usize) -> u16 {
    let wide = |widths: &[f64]| -> f64 {
        // As Excel draws characters of its usual font: 7 pixels each, and 5 around them.
        let shown = widths.iter().filter(|width| **width > 0.0);
        shown.map(|width| (width * 7.0 + 5.0) / 96.0).sum::<f64>() * PRINT_SCALE
    };
    let [left, right, ..] = MARGINS;
    let room = A4_WIDE - left - right;
    let first = wide(widths.get(..repeated).unwrap_or_default());
    let pages = (wide(widths) - first) / (room - first).max(room / 4.0);
    pages.ceil().clamp(1.0, 100.0) as u16
}

/// Is a column of no use to those who read the sheet: ids, and what nothing is known of?
fn is_hidden(table: &Table, column: usize, columns: usize) -> bool {
    let is_id = column + table.ids >= columns;
    is_id || table.is_blank(column)
}

/// How wide the columns are, in characters: as their longest line needs in a list.
fn widths(table: &Table, is_grid: bool, columns: usize) -> Vec<f64> {
    if is_grid {
        let mut widths = vec![STEP_WIDTH; columns];
        widths.iter_mut().take(table.head_columns).for_each(|width| *width = LANE_WIDTH);
        return widths;
    }
    let mut widths = vec![LIST_WIDTH.0; columns];
    for row in table.rows.iter().take(ROWS_LOOKED_AT) {
        for (width, value) in widths.iter_mut().zip(row) {
            if let Value::Text(text) = value {
                let most = LIST_WIDTH.1 as usize;
                let lines = text.lines().map(|line| line.chars().take(most).count());
                *width = width.max(lines.max().unwrap_or(0) as f64 + 2.0).min(LIST_WIDTH.1);
            }
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_tables_are_printed_on_pages_side_by_side() {
        type Row<'a> = (&'a [f64], usize, u16);
        let rows: [Row<'_>; 6] = [
            (&[], 0, 1),
            (&[12.0, 48.0, 48.0], 1, 1),
            (&[20.0; 13], 1, 1),
            (&[20.0; 15], 1, 2),
            // Repeated on each page they take room on each.
            (&[20.0; 24], 6, 3),
            // What is hidden takes no room.
            (&[0.0; 500], 0, 1),
        ];
        for (widths, repeated, expected) in rows {
            assert_eq!(pages_wide(widths, repeated), expected, "{widths:?}");
        }
    }
}
