//! The window: reads the project and hands back [`Message`]s; it changes nothing itself.

mod document;
mod emoji;
mod fonts;
mod inspector;
mod message;
mod style;

pub use document::{Camera, CellRef, Document, Selection};
pub use emoji::{EmojiPicker, emoji_picker_ui};
pub use fonts::{font_id, install_fonts, register_system_fonts};
pub use inspector::{Inspector, inspector_ui};
pub use message::{Context, Message};
pub use style::{ICON_BUTTON, RADIUS, TEXT_SIZE, apply_style, chip, primary_button};
