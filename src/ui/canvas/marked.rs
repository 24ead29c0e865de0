//! What is found in the journey in front, for the map to mark.

use crate::model::{Id, Thing};
use std::collections::HashSet;

/// What is found in the journey in front, for the map to mark.
#[derive(Default)]
pub struct Marked {
    /// By their ids.
    pub ids: HashSet<Id>,
    /// The one that is shown.
    pub current: Option<Thing>,
}
