//! A map in other formats: pure functions from a project to bytes. Nothing here touches the disk.

pub mod csv;
mod grid;
mod list;
mod refs;
mod sheets;
pub mod table;
pub mod xlsx;
