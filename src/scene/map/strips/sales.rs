//! What sales and marketing call their part of each phase: small headers at the top of their lane.

use super::Sketch;
use crate::model::{Journey, Part, Thing};
use crate::scene::draw::pen::{self, Pen, solid};
use crate::scene::map::columns::arrow;
use crate::scene::map::strip::Strip;
use crate::scene::{Columns, Item, Role};
use crate::words::titled;
use egui::{Rect, pos2, vec2};
use std::sync::Arc;

/// From the lane's top to its small headers.
const TOP: f32 = 8.0;
/// A small header is at least this high.
const LOWEST: f32 = 26.0;
/// How far its arrow points.
const POINT: f32 = 9.0;
const PAD: f32 = 12.0;

/// The small headers; none where no phase has a name of its own for them.
pub(super) fn sales(pen: &mut Pen, journey: &Journey, columns: &Columns) -> Option<Strip> {
    let named = columns.phases.iter().zip(&journey.phases);
    let named = named.filter(|(_, phase)| !phase.sales_phase.trim().is_empty());
    let named: Vec<_> = named
        .map(|(column, phase)| {
            let room = column.width - PAD * 2.0 - POINT;
            (column, phase, pen.text(phase.sales_phase.trim(), pen::CHANGE, Some(room)))
        })
        .collect();
    let highest = named.iter().map(|(.., text)| text.size.y + 10.0).reduce(f32::max)?;
    let height = highest.max(LOWEST).ceil();
    let mut pieces = Vec::new();
    for (column, phase, text) in named {
        let mut sketch = Sketch::default();
        let mut path = arrow(column.width, height, POINT, 6.0);
        path.shift(vec2(column.x, TOP));
        let bounds = Rect::from_min_size(pos2(column.x, TOP), vec2(column.width, height));
        let item = Item::Path {
            path: Arc::new(path),
            fill: Some(Role::StripeSales.at(34)),
            stroke: Some(solid(1.2, Role::StripeSales)),
        };
        sketch.add(item, bounds);
        let at = pos2(column.x + PAD, TOP + (height - text.size.y) / 2.0);
        sketch.text(at, text, Role::Ink);
        let title = format!("{}: {}", titled(&phase.title, pen.words), phase.sales_phase.trim());
        pieces.extend(sketch.placed(Thing::Phase(phase.id.clone()), title));
    }
    Some(Strip::new(pen, Part::SalesPhases, TOP + height + 2.0, pieces))
}
