//! Placeholder.
use super::{Columns, Curve, TextEngine};
use crate::model::{Journey, Lane, Project};
use crate::words::Words;
#[expect(clippy::too_many_arguments, reason = "")]
pub(super) fn curve(
    _engine: &mut TextEngine,
    _lane: &Lane,
    _project: &Project,
    _journey: &Journey,
    _columns: &Columns,
    _words: &Words,
    _scale: f32,
    _before: Option<&Curve>,
) -> (Curve, f32) {
    (Curve { zero_y: 118.0, unit: 46.0, ..Curve::default() }, 236.0)
}
