//! The map as the overview paints it: kept from frame to frame, and never more than there are
//! pixels for, however large the map is.

use crate::scene::{Body, Curve, Role, Scene, Theme, ThemeKind};
use egui::epaint::Mesh;
use egui::{Color32, Pos2, Rect, Shape, Vec2, pos2, vec2};
use std::sync::Arc;

/// What is kept.
#[derive(Default)]
pub(super) struct Small {
    made: Option<Made>,
}

struct Made {
    scene: Arc<Scene>,
    theme: ThemeKind,
    picture: Rect,
    shapes: Vec<Shape>,
}

impl Small {
    /// The shapes of `scene`, which is as large as `map`, within `picture`. As long as it is `held`
    /// another scene than before is not looked at.
    pub(super) fn shapes(
        &mut self,
        scene: &Arc<Scene>,
        theme: &Theme,
        picture: Rect,
        map: Vec2,
        held: bool,
    ) -> &[Shape] {
        let same = self.made.as_ref().is_some_and(|made| {
            let place = made.theme == theme.kind && made.picture == picture;
            let journey = made.scene.journey.id == scene.journey.id;
            place && (Arc::ptr_eq(&made.scene, scene) || (held && journey))
        });
        if !same {
            let shapes = drawn(scene, theme, picture, map);
            self.made = Some(Made { scene: scene.clone(), theme: theme.kind, picture, shapes });
        }
        self.made.as_ref().map_or(&[], |made| &made.shapes)
    }
}

fn drawn(scene: &Scene, theme: &Theme, picture: Rect, map: Vec2) -> Vec<Shape> {
    let scale = super::scale_in(picture, map);
    let place = |at: Pos2| picture.min + at.to_vec2() * scale;
    let mut boxes = Mesh::default();
    let mut put = |rect: Rect, color: Color32| {
        let min = place(rect.min);
        let size = (rect.size() * scale).max(Vec2::splat(1.0));
        boxes.add_colored_rect(Rect::from_min_size(min, size), color);
    };
    for phase in &scene.columns.phases {
        let head = vec2(phase.width, scene.header_height);
        let rect = Rect::from_min_size(pos2(phase.x, scene.header_y), head);
        put(rect, theme.color(Role::Phase(phase.color)));
        let column = Rect::from_x_y_ranges(rect.x_range(), scene.body.y_range());
        put(column, theme.color(Role::Tint(phase.color)));
    }
    let (card, title) = (theme.color(Role::Muted.at(110)), theme.color(Role::Muted.at(160)));
    let mut below = f32::NEG_INFINITY;
    for lane in &scene.lanes {
        // Of lanes that share a row of pixels one is enough.
        if place(pos2(0.0, lane.y + lane.height)).y < below + 1.0 {
            continue;
        }
        below = place(pos2(0.0, lane.y + lane.height)).y;
        let text = lane.title_rect.translate(vec2(0.0, lane.y));
        put(text.with_max_x(text.left() + text.width() * 0.7), title);
        let Body::Cards(cards) = &lane.body else { continue };
        let mut right = f32::NEG_INFINITY;
        for (cell, step) in cards.cells.iter().zip(&scene.columns.steps) {
            let end = place(pos2(step.x + step.width, 0.0)).x;
            if end < right + 1.0 {
                continue;
            }
            right = end;
            let mut under = f32::NEG_INFINITY;
            for shown in &cell.cards {
                let rect = shown.rect.translate(vec2(0.0, lane.y));
                if place(rect.max).y >= under + 1.0 {
                    under = place(rect.max).y;
                    put(rect.shrink(2.0), card);
                }
            }
        }
    }
    for shown in &scene.parking.cards {
        put(shown.rect.translate(scene.parking_rect.min.to_vec2()), card);
    }
    let mut shapes = vec![Shape::mesh(boxes)];
    for lane in &scene.lanes {
        if let Body::Curve(curve) = &lane.body {
            shapes.extend(lines(curve, theme, |at| place(at + vec2(0.0, lane.y))));
        }
    }
    shapes
}

/// The curves, with a point for each point of the screen at most.
fn lines(curve: &Curve, theme: &Theme, place: impl Fn(Pos2) -> Pos2) -> Vec<Shape> {
    let line = |line: &crate::scene::CurveLine| {
        let mut points: Vec<Pos2> = Vec::new();
        for at in line.pieces.iter().flat_map(|piece| piece.iter()) {
            let at = place(*at);
            if points.last().is_none_or(|last| at.x - last.x >= 1.0) {
                points.push(at);
            }
        }
        let width = if line.main { 1.5 } else { 0.8 };
        Shape::line(points, egui::Stroke::new(width, theme.color(line.role)))
    };
    curve.lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fitted;
    use super::*;
    use crate::edit::notation::{id, parse};
    use crate::scene::Layout;
    use crate::words::{Lang, Words};

    /// How many boxes a map takes in a picture of this size.
    fn boxes(text: &str, picture: Vec2) -> usize {
        let (project, _) = parse(text);
        let words = Words::new(Lang::En);
        let scene = Layout::new().scene(&Arc::new(project), &id("map"), &words, 1.0).unwrap();
        let theme = Theme::new(ThemeKind::Light);
        let picture = fitted(Rect::from_min_size(pos2(3.0, 5.0), picture), scene.size);
        let mut small = Small::default();
        let shapes = small.shapes(&scene, &theme, picture, scene.size, false).to_vec();
        // It is kept: the same shapes, and none made anew.
        let again = small.shapes(&scene, &theme, picture, scene.size, false);
        assert_eq!(again.as_ptr(), small.made.as_ref().unwrap().shapes.as_ptr());
        let Some(Shape::Mesh(mesh)) = shapes.first() else { panic!("no mesh") };
        let bounds = mesh.calc_bounds();
        assert!(picture.expand(1.0).contains_rect(bounds), "{bounds} in {picture}");
        mesh.vertices.len() / 4
    }

    #[test]
    fn a_large_map_takes_no_more_than_there_is_room_for() {
        let row = |cards: usize| vec!["x"; cards].join(" ");
        let few = boxes("A: a b\nL: x y / z", vec2(160.0, 80.0));
        // Two heads with their columns, a title, three cards.
        assert_eq!(few, 2 + 1 + 3);
        let many = format!("A: a b\nL: {} / {}", row(900), row(900));
        assert!(boxes(&many, vec2(160.0, 80.0)) < 170);
    }
}
