//! The start page: recent maps, templates and examples, each with a small picture.

pub(crate) mod examples;
pub(crate) mod page;
pub(crate) mod pictures;
pub(crate) mod ranks;
pub(crate) mod shelf;
pub(crate) mod templates;
pub(crate) mod tiles;
