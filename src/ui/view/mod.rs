//! Views: what of a map is shown in the window, and the panel it is chosen in.
//!
//! What is shown is not an edit: it is kept with the open file for each journey, and only what is
//! saved under a name goes into the project.

pub(crate) mod current;
pub(crate) mod panel;
mod parts;

pub(super) use current::{Hidden, title_of};
pub(super) use panel::{ViewPanel, view_button_ui};
