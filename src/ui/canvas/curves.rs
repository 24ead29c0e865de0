//! Paints the curves of a lane: lines, faces, and what is said at them.

use super::brush::Brush;
use super::detail::{Detail, Except};
use super::far::Far;
use super::pen_marks;
use crate::model::Thing;
use crate::scene::{Curve, CurveLine, LaneBox, Role, Scene};
use egui::{Pos2, Rect, pos2, vec2};

/// A curve is drawn in pieces of at least this length, in screen points.
const FINEST: f32 = 0.8;

/// Paints the curves of a lane with their faces and quotes. Returns how many faces it painted.
#[expect(clippy::too_many_arguments, reason = "one caller, and each is a part of the frame")]
pub(super) fn curves(
    brush: &mut Brush<'_, '_>,
    far: &mut Far,
    scene: &Scene,
    lane: &LaneBox,
    curve: &Curve,
    visible: Rect,
    detail: Detail,
    except: &Except<'_>,
) -> usize {
    let down = vec2(0.0, lane.y);
    let in_view = scene.visible_steps(visible.left(), visible.right());
    let gap = || {
        let steps = curve.gap.as_ref().and_then(|gap| gap.steps.get(in_view.clone()));
        steps.into_iter().flatten()
    };
    // From far away an area of a few points is none.
    let zoom = brush.zoom;
    let is_wide = |points: &[Pos2]| {
        points.first().zip(points.last()).is_some_and(|(a, b)| (b.x - a.x) * zoom >= 3.0)
    };
    let areas = gap().flat_map(|step| &step.areas);
    brush.areas(areas.filter(|area| detail != Detail::Fill || is_wide(&area.upper)), down);
    // The one being drawn comes last, on top of the others.
    let drawn = |line: &&CurveLine| except.pen.is_some() && line.persona.as_ref() == except.pen;
    let others = curve.lines.iter().filter(|line| !drawn(line));
    for line in others.chain(curve.lines.iter().filter(drawn)) {
        let seen = |piece: &&std::sync::Arc<Vec<Pos2>>| {
            let ends = piece.first().zip(piece.last());
            ends.is_some_and(|(a, b)| b.x >= visible.left() && a.x <= visible.right())
        };
        // As many as there can be on the screen: it does not grow by and by.
        let across = (visible.width() * zoom / FINEST) as usize;
        let own: usize = line.pieces.iter().filter(seen).map(|piece| piece.len()).sum();
        let mut points: Vec<Pos2> = Vec::with_capacity(own.min(across) + 2);
        for piece in line.pieces.iter().filter(seen) {
            points.extend(thinned(piece, brush.zoom).map(|at| brush.screen(*at + down)));
        }
        let end = line.pieces.iter().rfind(seen).and_then(|piece| piece.last());
        points.extend(end.map(|at| brush.screen(*at + down)));
        if points.len() < 2 {
            continue;
        }
        if let Some(fill) = line.band().filter(|_| curve.gap.is_none()) {
            let base = brush.screen(pos2(0.0, lane.y + curve.zero_y)).y;
            brush.band(&points, base, fill);
        }
        brush.line(points, &if drawn(&line) { line.drawn() } else { line.stroke() });
    }
    let near = visible.expand(60.0);
    let seen = curve.points.iter().filter(|point| near.contains(point.at + down));
    if detail == Detail::Fill {
        let color = brush.color(Role::Ink.at(120));
        return far.faces(seen.map(|point| brush.screen(point.at + down)), color);
    }
    let mut painted = 0;
    for point in seen {
        painted += 1;
        match except.pen.is_some() && pen_marks::owner(scene, lane, point) == except.pen {
            true => pen_marks::face(brush, scene, point, point.at + down),
            false => brush.drawing(&point.drawing, point.at + down),
        }
    }
    for figure in curve.gap.iter().flat_map(|gap| gap.figures.iter().flatten()) {
        let at = figure.at + down;
        if Rect::from_min_size(at, figure.drawing.size).intersects(visible) {
            brush.drawing(&figure.drawing, at);
        }
    }
    for point in &curve.points {
        let Some((rect, drawing)) = &point.quote else { continue };
        let rect = rect.translate(down);
        let typed = matches!(except.typed, Some(Thing::Point { point: typed, .. }) if *typed == point.point.id);
        if rect.intersects(visible) && !typed {
            brush.drawing(drawing, rect.min);
        }
    }
    painted
}

/// The points of a piece of a curve, but its last, which begins the next piece. From far away they
/// are closer to each other than can be seen: some are left out.
fn thinned(piece: &[Pos2], zoom: f32) -> impl Iterator<Item = &Pos2> {
    let ends = piece.first().zip(piece.last());
    let width = ends.map_or(0.0, |(from, to)| (to.x - from.x) * zoom);
    let count = piece.len().saturating_sub(1);
    let each = (count as f32 * FINEST / width.max(0.1)) as usize;
    piece.iter().take(count).step_by(each.clamp(1, count.max(1)))
}
