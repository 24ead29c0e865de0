//! A table as it stands in its source: rows of cells, some of which cover others.

use crate::exchange::ImportError;
use crate::model::limits::{CARDS_MAX, TEXT_BYTES_MAX};
use crate::model::plain_text;
use std::collections::BTreeMap;

/// A table has at most so many columns: a map has one step for each.
const COLUMNS_MAX: usize = 2_000;
/// A table reaches at most so far down.
const ROWS_MAX: usize = 20_000;
/// So many cells may be filled, or stand between filled ones: what is far and wide and nearly empty would
/// fill the memory.
pub(super) const CELLS_MAX: usize = CARDS_MAX * 20;

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableSheet {
    /// What it is called where there are several; empty: nothing.
    pub name: String,
    /// Its rows, all as long as the longest.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetCell {
    /// What it says, without what no text may hold; empty: nothing.
    pub text: String,
    /// How many columns and rows further it reaches; 0: it is merged with none.
    pub more: (usize, usize),
    /// Another cell reaches over it.
    pub covered: bool,
}

impl SheetCell {
    /// A cell that says this.
    pub fn of(text: &str) -> Self {
        Self { text: plain_text(text).trim().to_owned(), ..Self::default() }
    }
}

impl TableSheet {
    /// A table of these texts, without the rows and columns at its end in which nothing stands.
    pub fn new(name: &str, rows: Vec<Vec<SheetCell>>) -> Self {
        let mut sheet = Self { name: name.trim().to_owned(), rows };
        let filled = |cell: &SheetCell| !cell.text.is_empty() || cell.covered;
        let rows = sheet.rows.iter().rposition(|row| row.iter().any(filled));
        sheet.rows.truncate(rows.map_or(0, |last| last + 1));
        let last = sheet.rows.iter().filter_map(|row| row.iter().rposition(filled)).max();
        let columns = last.map_or(0, |last| last + 1);
        sheet.rows.iter_mut().for_each(|row| row.resize(columns, SheetCell::default()));
        sheet
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// What stands in a cell; empty where there is none.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", |cell| &cell.text)
    }

    /// How many cells say something.
    pub fn filled(&self) -> usize {
        self.rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count()
    }

    /// With rows for columns.
    pub fn flipped(&self) -> Self {
        let mut rows = vec![Vec::with_capacity(self.rows.len()); self.columns()];
        for row in &self.rows {
            for (place, cell) in row.iter().enumerate() {
                if let Some(column) = rows.get_mut(place) {
                    let more = (cell.more.1, cell.more.0);
                    column.push(SheetCell { more, ..cell.clone() });
                }
            }
        }
        Self { name: self.name.clone(), rows }
    }
}

/// The cells of a table that say something, by row and column, no more than a map can be made of.
#[derive(Default)]
pub(super) struct FilledCells(BTreeMap<(usize, usize), String>);

impl FilledCells {
    /// Adds a cell, if it says anything.
    ///
    /// # Errors
    /// It stands too far down or to the right, there are too many, or it says more than a file of ours
    /// may hold in one text.
    pub(super) fn add(
        &mut self,
        (row, column): (usize, usize),
        text: &str,
    ) -> Result<(), ImportError> {
        let text = text.trim();
        let bound = |many: usize, most: usize| match many <= most {
            true => Ok(()),
            false => Err(ImportError::TooLarge(many, most)),
        };
        if text.is_empty() {
            return Ok(());
        }
        if text.len() > TEXT_BYTES_MAX {
            return Err(ImportError::TooManyBytes(TEXT_BYTES_MAX as u64));
        }
        bound(row.saturating_add(1), ROWS_MAX)?;
        bound(column.saturating_add(1), COLUMNS_MAX)?;
        self.0.insert((row, column), text.to_owned());
        bound(self.0.len(), CARDS_MAX)
    }

    /// All cells, row by row.
    ///
    /// # Errors
    /// They stand so far apart that there are too many between them.
    pub(super) fn rows(self) -> Result<Vec<Vec<SheetCell>>, ImportError> {
        let rows = self.0.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
        let columns = self.0.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        let all = rows.saturating_mul(columns);
        if all > CELLS_MAX {
            return Err(ImportError::TooLarge(all, CELLS_MAX));
        }
        let mut cells = vec![vec![SheetCell::default(); columns]; rows];
        for ((row, column), text) in self.0 {
            if let Some(cell) = cells.get_mut(row).and_then(|row| row.get_mut(column)) {
                *cell = SheetCell::of(&text);
            }
        }
        Ok(cells)
    }
}

/// What a cell is called in a spreadsheet: `B7`, for row 6 and column 1.
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// What a column is called in a spreadsheet: `A`, `Z`, `AA`.
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + (rest % 26) as u8));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_name(column), name);
        }
        assert_eq!(cell_name(6, 1), "B7");
    }

    #[test]
    fn a_table_ends_where_nothing_more_stands_and_can_be_flipped() {
        let row = |texts: &[&str]| texts.iter().map(|text| SheetCell::of(text)).collect();
        let sheet =
            TableSheet::new(" A ", vec![row(&["a", "", ""]), row(&["b", "c"]), row(&["", " "])]);
        assert_eq!((sheet.rows.len(), sheet.columns(), sheet.filled()), (2, 2, 3));
        let flipped = sheet.flipped();
        assert_eq!((flipped.text(0, 1), flipped.text(1, 1), flipped.text(1, 0)), ("b", "c", ""));
        assert_eq!(flipped.flipped(), sheet);
        assert_eq!(TableSheet::new("", vec![row(&["", ""])]), TableSheet::default());
    }
}
