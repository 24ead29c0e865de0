//! What it takes to plan and draw pages.

use super::memo::Memo;
use crate::model::{Journey, Project};
use crate::scene::Layout;
use crate::scene::draw::pen::Pen;
use jiff::civil::Date;
use std::sync::Arc;

/// What it takes to plan and draw pages.
pub(crate) struct PageContext<'a> {
    /// Lays out text at the sizes above.
    pub pen: Pen<'a>,
    /// Lays out the map.
    pub layout: &'a mut Layout,
    /// Lays out maps that are made for a page, so that the map itself is still known.
    pub made: &'a mut Layout,
    /// What is known from before.
    pub memo: &'a mut Memo,
    pub project: &'a Arc<Project>,
    pub journey: &'a Arc<Journey>,
    /// The map of which the journey is a part; none: it is whole.
    pub whole: Option<&'a Arc<Journey>>,
    /// The day that dates are compared with; none: nothing is overdue.
    pub today: Option<Date>,
}
