//! The bars around the map: menus, tools, tabs, rooms, the status below, finding text, comparing two maps.

pub(crate) mod compare;
pub(crate) mod find;
pub(crate) mod menu;
pub(crate) mod room_status;
mod rooms;
pub(crate) mod statusbar;
pub(crate) mod tabs;
pub(crate) mod toolbar;
