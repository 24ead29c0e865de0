//! What the rooms of the window share: the open file and what is selected in it, what can be asked for,
//! the keys for it, and what rooms answer.

pub mod command;
pub(crate) mod comparison;
pub(crate) mod document;
pub(crate) mod file_choice;
pub(crate) mod found_gaps;
pub mod keys;
pub(crate) mod looked_at;
pub(crate) mod message;
pub(crate) mod pen;
pub mod rooms;
