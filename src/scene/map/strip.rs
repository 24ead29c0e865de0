//! A row that is computed, laid out, and what it was made from.

use crate::model::Channel;
use crate::model::{Id, Lane, Part};
use crate::scene::{Columns, Curve, Drawing, Placed};
use std::sync::Arc;

/// A row that is computed. What is in it is drawn at its own place from the map's left and from the
/// strip's top.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// What it tells.
    pub kind: Part,
    /// The lane it stands in or below; none: it stands below the phase headers.
    pub lane: Option<Id>,
    /// Its top edge.
    pub y: f32,
    /// Its height.
    pub height: f32,
    /// What it is called, for those who do not see it.
    pub name: String,
    /// Its title, to be drawn at (0, `y`); empty where its lane's title says enough.
    pub title: Arc<Drawing>,
    /// What is in it, from left to right.
    /// In groups, so that those that are as they were are shared: one alone, or of a path the
    /// lines behind it and then one for each step.
    pub groups: Arc<Vec<Arc<Vec<Placed>>>>,
    /// How wide the widest piece of the first group is.
    pub(crate) reach: f32,
    /// What it was made from, where layout asks for it again.
    pub(crate) made: MadeFrom,
}

/// What a strip was made from.
#[derive(Clone, Debug, Default)]
pub(crate) enum MadeFrom {
    /// The columns alone.
    #[default]
    Columns,
    /// Touchpoints.
    Path(Arc<Stops>),
    /// Curves, which stand for the points and personas they were made from.
    Curve(Arc<Curve>),
}

impl PartialEq for MadeFrom {
    // It decides only what is made anew, not what is shown.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The touchpoints that a path goes through, and what was drawn for them.
#[derive(Debug)]
pub(crate) struct Stops {
    pub(crate) lanes: Vec<Arc<Lane>>,
    /// What was found in each of the lanes.
    pub(crate) found: Vec<Arc<LaneStops>>,
    /// How high the lane's title is.
    pub(crate) top: f32,
    pub(crate) columns: Arc<Columns>,
    /// The channels in use, from top to bottom, and the middle of each one's row.
    pub(crate) rows: Rows,
    pub(crate) order: Arc<StopOrder>,
    /// What is drawn: the lines of the rows, then what each step has.
    pub(crate) groups: Arc<Vec<Arc<Vec<Placed>>>>,
}

/// All touchpoints step by step.
#[derive(Debug)]
pub(crate) struct StopOrder {
    /// Which lane, and which of its cards.
    pub(crate) stops: Vec<(usize, usize)>,
    /// Where those of each step begin, and where the last one's end.
    pub(crate) starts: Vec<usize>,
}

/// The touchpoints of a lane.
#[derive(Debug)]
pub(crate) struct LaneStops {
    /// The step and the place in the lane of each.
    pub(crate) stops: Vec<(usize, usize)>,
    /// The channels in use, as they are met.
    pub(crate) channels: Vec<Channel>,
}

pub(crate) type Rows = Vec<(Channel, f32)>;
