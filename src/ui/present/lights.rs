//! What is drawn over a page: the glowing dot, the spotlight, and a few words at its foot.

use crate::scene::{BLACKOUT, Role, Theme};
use crate::ui::kit::buttons::semibold;
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Align2, Color32, Pos2, Rect, Shape, Ui, Vec2, vec2};
use std::f32::consts::TAU;

/// How many corners a circle has.
const CORNERS: u32 = 48;
/// How far around the mouse the spotlight shines, in page units.
const SPOT: f32 = 190.0;
/// How far its edge is soft, in page units.
const SOFT: f32 = 26.0;
/// How dark the rest is, of 255.
const DARK: f32 = 0.78;
/// How far the dot glows, in page units.
const GLOW: f32 = 34.0;

/// A dot that glows at `at`; `zoom` is screen points for each page unit.
pub(super) fn dot(ui: &Ui, theme: &Theme, window: Rect, at: Pos2, zoom: f32) {
    let painter = ui.painter_at(window);
    let color = theme.color(Role::Bad);
    let clear = color.gamma_multiply(0.0);
    painter.add(ring(at, [9.0 * zoom, GLOW * zoom], [color.gamma_multiply(0.6), clear]));
    painter.circle_filled(at, 10.0 * zoom, color);
    painter.circle_filled(at, 4.0 * zoom, theme.color(Role::OnColor));
}

/// All but what is around `at` becomes dark.
pub(super) fn spot(ui: &Ui, window: Rect, at: Pos2, zoom: f32) {
    let (dark, clear) = (BLACKOUT.gamma_multiply(DARK), BLACKOUT.gamma_multiply(0.0));
    let (inner, outer) = (SPOT * zoom, (SPOT + SOFT) * zoom);
    // Far enough to reach every corner from wherever the mouse is.
    let far = 1.5 * (window.width() + window.height()) + outer;
    let painter = ui.painter_at(window);
    painter.add(ring(at, [inner, outer], [clear, dark]));
    painter.add(ring(at, [outer, far], [dark, dark]));
}

/// A ring that goes from one colour at its inner edge to another at its outer one.
fn ring(at: Pos2, radii: [f32; 2], colors: [Color32; 2]) -> Shape {
    let mut mesh = Mesh::default();
    for corner in 0..CORNERS {
        let toward = Vec2::angled(corner as f32 / CORNERS as f32 * TAU);
        for (radius, color) in radii.into_iter().zip(colors) {
            mesh.vertices.push(Vertex { pos: at + toward * radius, uv: WHITE_UV, color });
        }
        let (here, next) = (2 * corner, 2 * ((corner + 1) % CORNERS));
        mesh.add_triangle(here, here + 1, next);
        mesh.add_triangle(next, here + 1, next + 1);
    }
    Shape::mesh(mesh)
}

/// A few words in the middle of the foot of `window`.
pub(super) fn says(ui: &Ui, theme: &Theme, window: Rect, text: &str) {
    let size = (window.height() / 30.0).clamp(11.0, 40.0);
    let painter = ui.painter_at(window);
    let color = theme.color(Role::Paper);
    let galley = painter.layout(text.to_owned(), semibold(size), color, window.width() * 0.9);
    let foot = window.center_bottom() - vec2(0.0, window.height() * 0.06);
    let rect = Align2::CENTER_BOTTOM.anchor_size(foot, galley.size());
    let chip = rect.expand2(vec2(size, size * 0.5));
    painter.rect_filled(chip, size * 0.7, theme.color(Role::Ink));
    painter.galley(rect.min, galley, color);
}
