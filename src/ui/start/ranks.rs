//! Boxes in rows: as many side by side as there is room for, and none of them alone on a row.

use egui::{Ui, Vec2, vec2};

/// How wide boxes are, and what is between them, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Widths {
    /// None is narrower, where there is room for one.
    pub least: f32,
    /// None is wider, but where fewer stand on a row than on others.
    pub most: f32,
    /// Between two.
    pub gap: f32,
}

/// Rows of boxes: how many stand on each and how wide they are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ranks {
    rows: Vec<(usize, f32)>,
    gap: f32,
}

impl Ranks {
    /// So many boxes within `room`. All rows are as wide as the widest, and as even as they can be: of
    /// boxes that would stand two and two the first has a row of its own, where one is left over.
    pub(crate) fn of(count: usize, room: f32, widths: Widths) -> Self {
        let Widths { least, most, gap } = widths;
        let fit = ((room + gap) / (least + gap)).floor().max(1.0) as usize;
        let side_by_side = fit.min(count).max(1);
        let width =
            |count: usize, room: f32| ((room - gap * (count as f32 - 1.0)) / count as f32).floor();
        let one = width(side_by_side, room).min(most);
        let whole = one * side_by_side as f32 + gap * (side_by_side as f32 - 1.0);
        let mut rows: Vec<(usize, f32)> = even(count, side_by_side)
            .into_iter()
            .map(|count| (count, if count == side_by_side { one } else { width(count, whole) }))
            .collect();
        // A single one in front is the newest: nobody stands alone at the end.
        if rows.last().is_some_and(|(last, _)| *last == 1) && side_by_side > 1 {
            rows.rotate_right(1);
        }
        Self { rows, gap }
    }

    /// The width of the narrowest box.
    pub(crate) fn narrowest(&self) -> f32 {
        self.rows.iter().map(|(_, width)| *width).reduce(f32::min).unwrap_or_default()
    }

    /// Shows `things` row by row, all `height` high.
    pub(crate) fn show<T>(
        &self,
        ui: &mut Ui,
        height: f32,
        things: impl IntoIterator<Item = T>,
        mut show: impl FnMut(&mut Ui, T, Vec2),
    ) {
        let mut things = things.into_iter();
        for (count, width) in &self.rows {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = self.gap;
                for thing in things.by_ref().take(*count) {
                    show(ui, thing, vec2(*width, height));
                }
            });
            ui.add_space(self.gap - ui.spacing().item_spacing.y);
        }
    }
}

/// `count` in as few rows of at most `most` as they take, as even as they can be.
fn even(count: usize, most: usize) -> Vec<usize> {
    let rows = count.div_ceil(most.max(1)).max(1);
    let (each, more) = (count / rows, count % rows);
    (0..rows).map(|row| each + usize::from(row < more)).filter(|count| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTHS: Widths = Widths { least: 190.0, most: 340.0, gap: 18.0 };

    fn counts(count: usize, room: f32) -> Vec<usize> {
        Ranks::of(count, room, WIDTHS).rows.iter().map(|(count, _)| *count).collect()
    }

    #[test]
    fn nothing_is_alone_on_the_last_row() {
        for count in 2..=13 {
            for room in [398.0, 500.0, 620.0, 830.0, 1700.0] {
                let counts = counts(count, room);
                assert_eq!(counts.iter().sum::<usize>(), count);
                assert_ne!(counts.last(), Some(&1), "{count} in {room}: {counts:?}");
                let (most, least) = (counts.iter().max().unwrap(), counts.iter().min().unwrap());
                assert!(most - least <= 1, "{count} in {room}: {counts:?}");
            }
        }
        assert_eq!(counts(4, 620.0), [2, 2], "and not three and one");
        assert_eq!(counts(7, 620.0), [3, 2, 2]);
        assert_eq!(counts(3, 400.0), [1, 2]);
        assert_eq!(counts(1, 900.0), [1]);
        assert!(counts(0, 900.0).is_empty());
        assert_eq!(counts(3, 150.0), [1, 1, 1], "there is room for one only");
    }

    #[test]
    fn rows_are_equally_wide_and_within_the_room() {
        for count in 1..=13 {
            for room in [150.0, 398.0, 620.0, 830.0, 1700.0] {
                let ranks = Ranks::of(count, room, WIDTHS);
                let wide = |(count, width): &(usize, f32)| {
                    *count as f32 * width + (*count as f32 - 1.0) * WIDTHS.gap
                };
                let first = wide(&ranks.rows[0]);
                for row in &ranks.rows {
                    assert!(wide(row) <= room && (wide(row) - first).abs() <= 4.0, "{ranks:?}");
                }
            }
        }
    }
}
