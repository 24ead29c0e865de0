//! The window: reads the project and hands back [`Message`]s; it changes nothing itself.

pub mod canvas;
mod document;
mod message;

pub use document::{Camera, CellRef, Document, Selection};
pub use message::{Context, Message};
