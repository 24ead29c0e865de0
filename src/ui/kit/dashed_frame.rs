//! A dashed frame, around what is no more or what somebody else has brought.

use egui::{Painter, Rect, Shape, Stroke};

/// Paints it along the edges of `rect` (screen points).
pub(crate) fn dashed_frame(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
}
