//! What the pointer is on.

use super::Scene;
use crate::edit::{CardRef, Thing};
use crate::model::Id;
use egui::Pos2;

/// What is under a point of the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Hit {
    /// A card; `edge`: its right edge, which makes it span steps.
    Card {
        /// The card.
        card: CardRef,
        /// At the right edge?
        edge: bool,
    },
    /// A face or its quote.
    Point {
        /// Its lane.
        lane: Id,
        /// The point.
        point: Id,
        /// On the quote, not the face?
        quote: bool,
    },
    /// A phase header; `edge`: its right edge, which makes its last step wider.
    Phase {
        /// The phase.
        phase: Id,
        /// At the right edge?
        edge: bool,
    },
    /// A step's title row, or the edge between two steps there.
    Step {
        /// The step.
        step: Id,
        /// At the right edge?
        edge: bool,
    },
    /// A lane's title.
    Lane(Id),
    /// A persona, a transition, or the journey's title in the head.
    Head(Thing),
    /// An empty place in a cell, with the index a card let go there would get.
    Cell {
        /// The lane.
        lane: Id,
        /// The step.
        step: Id,
        /// How many cards of the cell stand above.
        index: usize,
    },
    /// In an emotion lane beside the faces: the step, where within it, and the feeling there.
    Curve {
        /// The lane.
        lane: Id,
        /// The step.
        step: Id,
        /// 0 to 1 within the step.
        at: f64,
        /// The feeling at this height, within its range.
        value: f64,
    },
    /// The parking place, with the index a card let go there would get.
    Parking {
        /// How many parked cards stand above.
        index: usize,
    },
    /// Nothing.
    Outside,
}

/// What is under `point`, in document units. `reach` is how far from an edge or a face still
/// counts, in document units: a few screen pixels divided by the zoom.
pub fn hit(_scene: &Scene, _point: Pos2, _reach: f32) -> Hit {
    Hit::Outside
}
