//! The dialogs that ask for more than a yes: a new map, a template, a file, and what Help shows.

pub(crate) mod guide;
pub(crate) mod help;
pub(crate) mod new;
pub(crate) mod new_map;
pub(crate) mod path;
pub(crate) mod period;
pub(crate) mod template;
