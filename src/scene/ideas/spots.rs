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
/// their rank: those of equal place stack downwards, and none covers another. Where there is no room
/// below, a card goes up; where there is none at all, it lies below the plot.
pub(super) fn stacked(plot: Rect, wanted: &[(Pos2, Vec2)]) -> Vec<Rect> {
    let mut placed: Vec<Rect> = Vec::with_capacity(wanted.len());
    for (middle, size) in wanted {
        let own = Rect::from_center_size(*middle, *size);
        // Within the plot as far as it goes up.
        let own = own.translate(vec2(0.0, (plot.top() - own.top()).max(0.0)));
        let covers = |rect: &Rect, placed: &[Rect]| {
            let near = rect.expand(APART - 0.01);
            placed.iter().copied().find(|other| near.intersects(*other))
        };
        let mut rect = own;
        while let Some(other) = covers(&rect, &placed) {
            rect = rect.translate(vec2(0.0, other.bottom() + APART - rect.top()));
        }
        if rect.bottom() > plot.bottom() {
            let mut up = own;
            while let Some(other) = covers(&up, &placed) {
                up = up.translate(vec2(0.0, other.top() - APART - up.bottom()));
            }
            if up.top() >= plot.top() {
                rect = up;
            }
        }
        placed.push(rect);
    }
    placed
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
    fn cards_of_equal_place_stack_and_none_covers_another() {
        let size = vec2(140.0, 68.0);
        let at = middle(PLOT, 1.0, 5.0);
        let rects = stacked(PLOT, &[(at, size), (at, size), (middle(PLOT, 2.0, 4.5), size)]);
        assert_eq!(rects[0].center(), at);
        assert_eq!(rects[1].top(), rects[0].bottom() + 6.0);
        assert_eq!(rects[2].center(), middle(PLOT, 2.0, 4.5));
        // At the lower edge they go up, and with no room left they lie below.
        let low = middle(PLOT, 1.0, 1.0);
        let rects = stacked(PLOT, &[(low, size); 14]);
        assert_eq!(rects[1].bottom(), rects[0].top() - 6.0);
        for (place, rect) in rects.iter().enumerate() {
            assert!(rects.iter().skip(place + 1).all(|other| !rect.intersects(*other)));
        }
        assert!(rects.iter().filter(|rect| PLOT.contains_rect(**rect)).count() >= 9);
    }
}
