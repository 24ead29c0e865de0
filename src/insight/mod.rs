//! What a map tells: pure functions over the model.

mod both;
mod columns;
mod compare;
mod counts;

pub use both::compared;
pub use compare::{CardDifference, Differences, FeelingGap, How, counterpart, differences};
pub use counts::{Counts, counts, lane_counts};
