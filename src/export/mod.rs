//! A map in other formats: pure functions from a project to bytes. Nothing here touches the disk.

pub mod csv;
mod grid;
mod list;
pub mod markdown;
mod outline;
mod refs;
mod sheets;
pub mod table;
#[cfg(test)]
mod table_tests;
pub mod xlsx;
