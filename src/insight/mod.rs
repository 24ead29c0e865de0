//! What a map tells: pure functions over the model.

mod counts;

pub use counts::{Counts, counts, lane_counts};
