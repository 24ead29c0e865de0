//! How a project changes: every change is an [`Edit`], applied by [`apply`], kept by [`Editor`].

mod apply;
mod change;
mod editor;

pub use apply::apply;
pub use change::{CardRef, Change, Edit, EditError, Label, Spot, Thing};
pub use editor::{Editor, Shown};
