//! What the rooms of the window are built of: buttons, fields, the box of a dialog, notices, fonts.
//! Nothing here knows what a room is for.

pub(crate) mod buttons;
pub(crate) mod caret;
pub(crate) use crate::file::clock;
pub(crate) mod dashed_frame;
pub(crate) mod dialog_box;
pub(crate) mod emoji;
pub(crate) mod fonts;
pub(crate) mod keyboard;
pub(crate) mod local_time;
pub(crate) mod map_picture;
pub(crate) mod notice;
pub(crate) mod ordered;
pub(crate) mod own_thread;
pub(crate) mod pictures_in;
pub(crate) mod question;
pub(crate) mod room_frame;
pub(crate) mod style;
pub(crate) mod text_field;
pub(crate) mod titles;
pub(crate) mod tooltip;
pub(crate) mod window_keys;
