//! The signs on the small bar: an icon, filled where it is on.

use super::bar::Button;
use crate::ui::kit::buttons::regular;
use egui::epaint::{Mesh, PathShape};
use egui::{Align2, Color32, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

/// How large an icon is, in points.
pub(crate) const SIZE: f32 = 17.0;

/// Paints a button's sign in the middle of `rect`.
pub(super) fn paint(
    painter: &Painter,
    button: Button,
    icon: char,
    rect: Rect,
    on: bool,
    ink: Color32,
) {
    let middle = rect.center();
    match button {
        Button::Flag if on => flag(painter, middle, ink),
        Button::Star if on => star(painter, middle, ink),
        Button::Flag
        | Button::Star
        | Button::Feeling
        | Button::Persona
        | Button::Opportunity
        | Button::Color
        | Button::More => {
            painter.text(middle, Align2::CENTER_CENTER, icon, regular(SIZE), ink);
        }
    }
}

fn flag(painter: &Painter, middle: Pos2, ink: Color32) {
    let (left, top) = (middle.x - 5.5, middle.y - 7.0);
    let (upper, lower) = (pos2(left + 11.5, top), pos2(left + 11.5, top + 8.4));
    // Not convex at its end: three pieces that are.
    let notch = pos2(left + 9.0, top + 4.2);
    let (head, foot) = (pos2(left, top), pos2(left, top + 8.4));
    for piece in [[head, upper, notch], [head, notch, foot], [foot, notch, lower]] {
        painter.add(PathShape::convex_polygon(piece.to_vec(), ink, Stroke::NONE));
    }
    painter
        .line_segment([pos2(left, top - 0.8), pos2(left, middle.y + 7.5)], Stroke::new(1.8, ink));
}

fn star(painter: &Painter, middle: Pos2, ink: Color32) {
    let corner = |n: usize| -> Vec2 {
        let radius = if n.is_multiple_of(2) { 8.4 } else { 3.6 };
        let turn = std::f32::consts::PI * (n as f32 / 5.0 - 0.5);
        vec2(turn.cos(), turn.sin()) * radius
    };
    let mut mesh = Mesh::default();
    mesh.colored_vertex(middle, ink);
    (0..10).for_each(|n| mesh.colored_vertex(middle + corner(n), ink));
    for n in 0..10u32 {
        mesh.add_triangle(0, n + 1, (n + 1) % 10 + 1);
    }
    painter.add(mesh);
    // Its edge is drawn smoothly.
    let edge: Vec<Pos2> = (0..10).map(|n| middle + corner(n)).collect();
    painter.add(PathShape::closed_line(edge, Stroke::new(1.0, ink)));
}
