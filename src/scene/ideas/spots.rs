//! Where an opportunity lies in the matrix, and which figures a place in it means.

use crate::insight::IdeaFigures;
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Figures go from 1 to this.
const MOST: f64 = 5.0;
/// Between cards of equal place.
const APART: f32 = 6.0;

/// Which figures a drag changes upwards and downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixSpot {
    /// Both values, by the same step.
    #[default]
    Both,
    /// Only what it gives the customer.
    Customer,
    /// Only what it gives us.
    Business,
}

/// The middle of the card whose figures these are, within `plot`.
pub(super) fn middle(plot: Rect, effort: f64, value: f64) -> Pos2 {
    let share = |figure: f64| ((figure.clamp(1.0, MOST) - 0.5) / MOST) as f32;
    let across = plot.left() + plot.width() * share(effort);
    pos2(across, plot.bottom() - plot.height() * share(value))
}

/// The effort of a place across, 1 to 5 in whole steps.
pub(super) fn effort_at(plot: Rect, x: f32) -> f64 {
    let share = f64::from((x - plot.left()) / plot.width());
    (share * MOST + 0.5).round().clamp(1.0, MOST)
}

/// The value of a place upwards, 1 to 5.
pub(super) fn value_at(plot: Rect, y: f32) -> f64 {
    let share = f64::from((plot.bottom() - y) / plot.height());
    (share * MOST + 0.5).clamp(1.0, MOST)
}

/// The figures that are meant by `at`, where a card with the figures `from` is dragged to. A value
/// that was not known, like the other, becomes the nearest whole one.
pub(super) fn figures_at(
    plot: Rect,
    from: Option<IdeaFigures>,
    at: Pos2,
    what: MatrixSpot,
) -> IdeaFigures {
    let (effort, value) = (effort_at(plot, at.x), value_at(plot, at.y));
    let Some(from) = from else {
        let value = value.round();
        return IdeaFigures { customer: value, business: value, effort };
    };
    let by = |steps: f64| {
        let stepped = |figure: f64| (figure + steps).clamp(1.0, MOST);
        let (customer, business) = match what {
            MatrixSpot::Both => (stepped(from.customer), stepped(from.business)),
            MatrixSpot::Customer => (stepped(from.customer), from.business),
            MatrixSpot::Business => (from.customer, stepped(from.business)),
        };
        IdeaFigures { customer, business, effort }
    };
    // Of steps that lead equally near the shortest, so that nothing changes by a drag across.
    let steps = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0];
    let away = |figures: &IdeaFigures| (figures.value() - value).abs();
    let nearest = |best: IdeaFigures, one: IdeaFigures| {
        if away(&one) < away(&best) - 1e-3 { one } else { best }
    };
    steps.into_iter().map(by).reduce(nearest).unwrap_or(from)
}

/// Where cards lie that want to have their middles at `wanted`, each `size` large, in the order of
/// their rank. Each is as near to its own place as can be while none covers another: those that share
/// one fan out around it, upwards and downwards, the first of them highest. Where there is no room at
/// all, the last lie below the plot.
pub(super) fn stacked(plot: Rect, wanted: &[(Pos2, Vec2)]) -> Vec<Rect> {
    let own: Vec<Rect> =
        wanted.iter().map(|(middle, size)| Rect::from_center_size(*middle, *size)).collect();
    let at = |place: usize| own.get(place).copied().unwrap_or(Rect::NOTHING);
    let mut placed = own.clone();
    let mut across: Vec<usize> = (0..own.len()).collect();
    across.sort_by(|a, b| at(*a).left().total_cmp(&at(*b).left()));
    // Those that are in each other's way, whatever their values are, share a column.
    let mut columns: Vec<(f32, Vec<usize>)> = Vec::new();
    for place in across {
        let rect = at(place);
        match columns.last_mut() {
            Some((right, column)) if rect.left() < *right + APART => {
                *right = right.max(rect.right());
                column.push(place);
            }
            _ => columns.push((rect.right(), vec![place])),
        }
    }
    for (_, mut column) in columns {
        column.sort_by(|a, b| {
            let middle = |place: usize| at(place).center().y;
            middle(*a).total_cmp(&middle(*b)).then(a.cmp(b))
        });
        let rects: Vec<Rect> = column.iter().map(|place| at(*place)).collect();
        for (place, top) in column.into_iter().zip(tops(plot, &rects)) {
            if let Some(rect) = placed.get_mut(place) {
                *rect = rect.translate(vec2(0.0, top - rect.top()));
            }
        }
    }
    placed
}

/// Where the cards of a column begin, from the highest down, so that the squares of how far each is
/// from its own place are the least in sum.
fn tops(plot: Rect, column: &[Rect]) -> Vec<f32> {
    // Where each would push the first, if all stood close together; neighbours that would overlap are
    // one block, in the mean of where they want to be.
    let mut above = 0.0;
    let mut offsets = Vec::with_capacity(column.len());
    let mut blocks: Vec<(f32, usize)> = Vec::new();
    for rect in column {
        offsets.push(above);
        let mut block = (rect.top() - above, 1);
        while let Some((first, count)) = blocks.pop_if(|(first, _)| *first > block.0) {
            let all = count + block.1;
            block = ((first * count as f32 + block.0 * block.1 as f32) / all as f32, all);
        }
        blocks.push(block);
        above += rect.height() + APART;
    }
    let lowest = plot.bottom() - (above - APART);
    let first = blocks.into_iter().flat_map(|(first, count)| std::iter::repeat_n(first, count));
    let first = first.map(|first| first.min(lowest).max(plot.top()));
    first.zip(offsets).map(|(first, offset)| first + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Rect = Rect { min: Pos2 { x: 52.0, y: 10.0 }, max: Pos2 { x: 824.0, y: 726.0 } };

    fn figures(customer: f64, business: f64, effort: f64) -> IdeaFigures {
        IdeaFigures { customer, business, effort }
    }

    #[test]
    fn a_place_means_the_figures_that_lie_there() {
        for customer in 1..=5 {
            for business in 1..=5 {
                for effort in 1..=5 {
                    let it = figures(customer.into(), business.into(), effort.into());
                    let at = middle(PLOT, it.effort, it.value());
                    assert_eq!(figures_at(PLOT, Some(it), at, MatrixSpot::Both), it);
                }
            }
        }
        let at = middle(PLOT, 4.0, 2.0);
        assert_eq!(figures_at(PLOT, None, at, MatrixSpot::Both), figures(2.0, 2.0, 4.0));
    }

    #[test]
    fn up_and_down_change_what_is_meant() {
        use MatrixSpot::{Both, Business, Customer};
        let rows = [
            // Both by the same step, as far as each goes.
            (figures(3.0, 5.0, 3.0), 4.0, Both, figures(3.0, 5.0, 3.0)),
            (figures(3.0, 5.0, 3.0), 3.0, Both, figures(2.0, 4.0, 3.0)),
            (figures(3.0, 5.0, 3.0), 5.0, Both, figures(5.0, 5.0, 3.0)),
            (figures(3.0, 5.0, 3.0), 4.5, Customer, figures(4.0, 5.0, 3.0)),
            (figures(3.0, 5.0, 3.0), 1.0, Business, figures(3.0, 1.0, 3.0)),
            // Half a step is nearer to no step.
            (figures(4.0, 4.0, 3.0), 4.5, Both, figures(4.0, 4.0, 3.0)),
            // What stands in no whole figures keeps them.
            (figures(2.5, 2.5, 3.0), 3.4, Both, figures(3.5, 3.5, 3.0)),
        ];
        for (from, value, what, expected) in rows {
            let at = middle(PLOT, 3.0, value);
            assert_eq!(figures_at(PLOT, Some(from), at, what), expected, "{from:?} {value}");
        }
        // Beyond the edges it stays within.
        let far = figures_at(PLOT, Some(figures(3.0, 3.0, 3.0)), pos2(9e9, -9e9), Both);
        assert_eq!(far, figures(5.0, 5.0, 5.0));
    }

    #[test]
    fn cards_that_share_a_place_fan_out_around_it_and_none_covers_another() {
        let size = vec2(140.0, 68.0);
        let apart = |rects: &[Rect]| {
            for (place, rect) in rects.iter().enumerate() {
                let mut others = rects.iter().skip(place + 1);
                assert!(others.all(|other| !rect.intersects(*other)), "{rects:?}");
            }
        };
        let at = middle(PLOT, 1.0, 4.0);
        let beside = middle(PLOT, 2.0, 4.0);
        let rects = stacked(PLOT, &[(at, size), (at, size), (beside, size)]);
        let middle_of = (rects[0].center().to_vec2() + rects[1].center().to_vec2()) / 2.0;
        assert!((middle_of - at.to_vec2()).length() < 0.1);
        assert!((rects[1].top() - rects[0].bottom() - 6.0).abs() < 0.01);
        assert_eq!(rects[2].center(), beside);
        // Whatever else is in its column, each is nearest to its own value.
        let values = [5.0, 5.0, 4.0, 4.0, 3.0, 1.0];
        let wanted = values.map(|value| (middle(PLOT, 2.0, value), size));
        let rects = stacked(PLOT, &wanted);
        apart(&rects);
        for (rect, value) in rects.iter().zip(values) {
            let shown = value_at(PLOT, rect.center().y);
            assert!((shown - value).abs() < 0.5, "{shown} {value}");
        }
        // None leaves the plot while there is room, and with no room left they lie below.
        for (value, effort) in [(1.0, 1.0), (5.0, 5.0)] {
            let rects = stacked(PLOT, &[(middle(PLOT, effort, value), size); 9]);
            apart(&rects);
            assert!(rects.iter().all(|rect| PLOT.contains_rect(*rect)));
        }
        let rects = stacked(PLOT, &[(at, size); 14]);
        apart(&rects);
        assert_eq!(rects[0].top(), PLOT.top());
        assert!(rects.iter().filter(|rect| PLOT.contains_rect(**rect)).count() >= 9);
    }
}
