//! Placeholder.
use super::{Columns, Placed, TextEngine};
use crate::model::Journey;
use crate::words::Words;
pub(super) fn arcs(
    _engine: &mut TextEngine,
    _journey: &Journey,
    _columns: &Columns,
    _header_y: f32,
    _words: &Words,
    _scale: f32,
) -> (Vec<Placed>, f32) {
    (Vec::new(), 0.0)
}
