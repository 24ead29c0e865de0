//! Tables of other programs: how they are read, what their rows seem to be, and the maps they become.

pub mod build;
mod felt_cells;
pub mod guess;
mod ods_bounds;
mod pieces;
pub mod roles;
pub mod sheet;
#[cfg(test)]
mod tests;
pub mod text_form;
pub mod workbook;

pub use build::{NoPlace, TableMap, map_of};
pub use guess::guess;
pub use roles::{FeelingScale, LeftCell, RowRole, TableRoles};
pub use sheet::{SheetCell, TableSheet, cell_name, column_name};
pub use text_form::{SEPARATORS, TextForm};
