//! What the cards of the matrix lie on: the plot with its wash, the cross, words and axes.

use crate::scene::draw::pen::{self, Pen, Style, solid, text_at};
use crate::scene::{Face, Item, Path, Role, Segment, Stroke};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// Steps of an axis.
const STEPS: u8 = 5;
const RADIUS: f32 = 10.0;
/// Where the cross stands, of the plot: what is worth three is worth doing.
const CROSS: f32 = 0.6;
/// The wash is made of so many thin layers.
const LAYERS: u8 = 8;

const WORD: Style = Style { face: Face::SemiBold, size: 13.0, line_height: 17.0 };
const FIGURE: Style = pen::NOTE;
const AXIS: Style = Style { face: Face::SemiBold, size: 12.5, line_height: 16.0 };

/// A line of straight pieces.
pub(super) fn line(from: Pos2, to: Pos2, stroke: Stroke) -> Item {
    let segments = vec![Segment::Move(from), Segment::Line(to)];
    Item::Path {
        path: Arc::new(Path { segments, convex: false }),
        fill: None,
        stroke: Some(stroke),
    }
}

/// How far a control point of a quarter of a circle is from its ends.
const ROUND: f32 = 0.5523;

/// A quarter of an ellipse from the upper left corner of `plot`, as large as `share` of it.
fn quarter(plot: Rect, share: f32) -> Item {
    let (corner, r) = (plot.min, RADIUS);
    let reach = plot.size() * share;
    let (right, down) = (pos2(corner.x + reach.x, corner.y), pos2(corner.x, corner.y + reach.y));
    let segments = vec![
        Segment::Move(corner + vec2(0.0, r)),
        Segment::Cubic(
            corner + vec2(0.0, r * (1.0 - ROUND)),
            corner + vec2(r * (1.0 - ROUND), 0.0),
            corner + vec2(r, 0.0),
        ),
        Segment::Line(right),
        Segment::Cubic(right + vec2(0.0, reach.y * ROUND), down + vec2(reach.x * ROUND, 0.0), down),
        Segment::Close,
    ];
    let path = Arc::new(Path { segments, convex: true });
    Item::Path { path, fill: Some(Role::Accent.at(6)), stroke: None }
}

/// Plot, wash, cross, and the words in its corners.
pub(super) fn plot(pen: &mut Pen<'_>, plot: Rect) -> Vec<Item> {
    let mut items = vec![Item::Rect {
        rect: plot,
        radius: RADIUS,
        fill: Some(Role::Card.into()),
        stroke: None,
        shadow: false,
    }];
    items.extend(
        (1..=LAYERS).map(|layer| quarter(plot, f32::from(layer) / f32::from(LAYERS) * 0.94)),
    );
    items.push(Item::Rect {
        rect: plot,
        radius: RADIUS,
        fill: None,
        stroke: Some(solid(1.0, Role::Hairline)),
        shadow: false,
    });
    let dots = Stroke { dash: Some((1.5, 4.5)), ..solid(1.2, Role::Muted.at(90)) };
    let (x, y) = (plot.left() + plot.width() * CROSS, plot.top() + plot.height() * CROSS);
    items.push(line(pos2(x, plot.top() + 12.0), pos2(x, plot.bottom() - 12.0), dots));
    items.push(line(pos2(plot.left() + 12.0, y), pos2(plot.right() - 12.0, y), dots));

    let words = pen.words;
    let corners = [
        (words.ideas_do_now(), false, false, Role::Accent),
        (words.ideas_plan(), true, false, Role::Muted),
        (words.ideas_when_it_fits(), false, true, Role::Muted),
        (words.ideas_leave(), true, true, Role::Muted),
    ];
    for (word, is_right, is_low, role) in corners {
        let text = pen.short(&word, WORD);
        let x = if is_right { plot.right() - 18.0 - text.size.x } else { plot.left() + 18.0 };
        let y = if is_low { plot.bottom() - 11.0 - text.size.y } else { plot.top() + 11.0 };
        items.push(text_at(pos2(x, y), text, role));
    }
    items
}

/// The figures of both axes and what these tell. `middle` says where a step is: its number, and
/// whether across.
pub(super) fn axes(pen: &mut Pen<'_>, plot: Rect, middle: impl Fn(u8, bool) -> f32) -> Vec<Item> {
    let mut items = Vec::new();
    for step in 1..=STEPS {
        let number = pen.words.number(f64::from(step));
        let text = pen.short(&number, FIGURE);
        let across = pos2(middle(step, true) - text.size.x / 2.0, plot.bottom() + 8.0);
        items.push(text_at(across, text.clone(), Role::Muted));
        let up =
            pos2(plot.left() - 16.0 - text.size.x / 2.0, middle(step, false) - text.size.y / 2.0);
        items.push(text_at(up, text, Role::Muted));
    }
    let words = pen.words;
    let below = plot.bottom() + 31.0;
    let effort = pen.short(&words.table_effort(), AXIS);
    let at = pos2(plot.center().x - effort.size.x / 2.0, below);
    items.push(text_at(at, effort, Role::Ink));
    let small = pen.short(&words.ideas_small(), FIGURE);
    items.push(text_at(pos2(plot.left(), below), small, Role::Muted));
    let large = pen.short(&words.ideas_large(), FIGURE);
    items.push(text_at(pos2(plot.right() - large.size.x, below), large, Role::Muted));
    items.push(value_axis(pen, plot));
    items
}

/// What the values are, above their axis: texts lie level, whoever draws them.
fn value_axis(pen: &mut Pen<'_>, plot: Rect) -> Item {
    let text = pen.short(&pen.words.ideas_value_axis(), AXIS);
    let at = pos2(plot.left(), plot.top() - text.size.y - 8.0);
    text_at(at, text, Role::Ink)
}
