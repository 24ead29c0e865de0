//! The window: reads the project and hands back [`Message`]s; only [`App`] changes anything.
//!
//! It stands in storeys: `state` and `kit`, then the rooms, then `shell`. A room leans on what is
//! below it and never on another's inside; only the shell knows [`App`]. [`run`] opens the window.
//! [`state::command`] holds the one table of what can be asked for; menus, toolbar, palette, keys and
//! help read it.

mod bars;
pub mod canvas;
mod dialogs;
mod export;
mod gaps;
mod history;
pub(crate) mod inspector;
mod kit;
mod merging;
mod opportunities;
mod palette;
pub mod present;
mod research;
mod shell;
mod start;
pub mod state;
mod story;
mod table;
mod view;
mod workshop;

pub use dialogs::new_map::{WantedMap, make_map};
pub use dialogs::period::Period;
pub use inspector::{Inspector, inspector_ui};
pub use kit::emoji::{EmojiPicker, emoji_picker_ui};
pub use kit::fonts::{font_id, install_fonts, register_system_fonts};
pub use kit::style::{RADIUS, apply_style};
pub use shell::app::{App, WindowOptions};
pub use shell::emergency::stand_by;
pub use shell::run::run;
pub use state::document::{Camera, CellRef, Document, Selection, canvas_id};
pub use state::message::{Context, Message};
pub use state::pen::{Nth, PersonaPen};
