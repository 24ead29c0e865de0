//! Which places are taken, looked up by the cells of a grid.

use egui::{Rangef, Rect, Vec2, pos2};
use std::collections::HashMap;

/// Which places are taken.
#[derive(Default)]
pub(super) struct Grid {
    /// Boxes by the cells of a grid they are in.
    boxes: HashMap<(i32, i32), Vec<Rect>>,
    /// Top and bottom of all that stands in a column of that grid.
    reach: HashMap<i32, Rangef>,
}

/// How wide and high a cell is.
const CELL: f32 = 64.0;
/// How many boxes a cell knows one by one; in a crowd the last stands for all further ones.
const CROWD: usize = 16;

/// The cells that a stretch touches.
pub(crate) fn cells(stretch: Rangef) -> std::ops::RangeInclusive<i32> {
    (stretch.min / CELL).floor() as i32..=(stretch.max / CELL).floor() as i32
}

impl Grid {
    /// Takes a place.
    pub(super) fn add(&mut self, rect: Rect) {
        for column in cells(rect.x_range()) {
            let reach = self.reach.entry(column).or_insert(Rangef::NOTHING);
            *reach = Rangef::new(reach.min.min(rect.min.y), reach.max.max(rect.max.y));
            for row in cells(rect.y_range()) {
                let corner = pos2(column as f32 * CELL, row as f32 * CELL);
                let part = rect.intersect(Rect::from_min_size(corner, Vec2::splat(CELL)));
                let boxes = self.boxes.entry((column, row)).or_default();
                match boxes.get_mut(CROWD - 1) {
                    Some(rest) => *rest = rest.union(part),
                    None => boxes.push(part),
                }
            }
        }
    }

    /// Is nothing in this box?
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        !cells(rect.x_range()).any(|column| {
            cells(rect.y_range()).any(|row| {
                let boxes = self.boxes.get(&(column, row));
                boxes.is_some_and(|boxes| boxes.iter().any(|taken| taken.intersects(rect)))
            })
        })
    }

    /// Is a place free of all but what is within `own`?
    pub(super) fn is_free_beside(&self, rect: Rect, own: Rect) -> bool {
        !cells(rect.x_range()).any(|column| {
            cells(rect.y_range()).any(|row| {
                let boxes = self.boxes.get(&(column, row));
                let mut boxes = boxes.into_iter().flatten();
                boxes.any(|taken| taken.intersects(rect) && !own.contains_rect(*taken))
            })
        })
    }

    /// Top and bottom of what stands in a stretch; none where nothing does.
    pub(super) fn taken(&self, x: Rangef) -> Option<Rangef> {
        let columns = cells(x).filter_map(|column| self.reach.get(&column).copied());
        columns.reduce(|a, b| Rangef::new(a.min.min(b.min), a.max.max(b.max)))
    }
}
