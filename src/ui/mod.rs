//! The window: reads the project and hands back [`Message`]s; it changes nothing itself.

pub mod canvas;
pub mod command;
mod document;
mod inspector;
mod keys;
mod message;

pub use document::{Camera, CellRef, Document, Selection};
pub use inspector::{Inspector, inspector_ui};
pub use message::{Context, Message};
