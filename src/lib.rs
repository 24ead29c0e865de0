//! Kundresa.
pub mod cli;
pub mod edit;
pub mod file;
pub mod insight;
pub mod model;
pub mod scene;
pub mod ui;
pub mod words;
