//! The window: reads the project and hands back [`Message`]s; only [`App`] changes anything.
//!
//! [`run`] opens it. [`command`] holds the one table of what can be asked for; menus, toolbar,
//! palette, keys and help read it. The [`app`] shows the parts, then does what they asked for.

pub mod app;
mod autosave;
pub mod canvas;
mod caret;
mod clock;
pub mod command;
mod compare;
mod dialog;
mod dialog_path;
mod document;
mod emoji;
mod examples;
mod export;
mod files;
mod find;
mod fonts;
mod help;
mod incoming;
mod inspector;
pub mod keys;
mod menu;
mod message;
mod new_dialog;
mod new_map;
mod notice;
mod ordered;
mod own_templates;
mod palette;
mod pen;
mod perform;
mod pictures;
pub mod present;
mod question;
mod ranks;
mod run;
mod shelf;
mod start;
mod start_templates;
mod statusbar;
mod story;
mod style;
mod tabs;
mod template_dialog;
mod tiles;
mod toolbar;
mod tooltip;
mod view;
mod widgets;
mod window_keys;
mod window_place;
mod workshop;

pub use app::{App, Options};
pub use document::{Camera, CellRef, Document, Selection, canvas_id};
pub use emoji::{EmojiPicker, emoji_picker_ui};
pub use fonts::{font_id, install_fonts, register_system_fonts};
pub use inspector::{Inspector, inspector_ui};
pub use message::{Context, Message};
pub use new_map::{WantedMap, make_map};
pub use pen::{Nth, Pen};
pub use run::run;
pub use style::{RADIUS, apply_style};
