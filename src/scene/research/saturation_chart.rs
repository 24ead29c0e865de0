//! Do interviews still bring anything new? Themes so far, interview by interview, on to the goal.

use super::ResearchPicture;
use crate::insight::Saturation;
use crate::model::Project;
use crate::scene::draw::pen::{Style, circle, solid, text_at};
use crate::scene::draw::spline::Spline;
use crate::scene::{Face, Item, Layout, Path, Role, Segment, Stroke};
use crate::words::Words;
use egui::{Pos2, Vec2, pos2};
use std::sync::Arc;

/// Left of the first interview, and right of the last.
const SIDES: (f32, f32) = (18.0, 8.0);
/// Above the highest line, and below the lowest.
const ENDS: (f32, f32) = (26.0, 26.0);
/// More interviews than these are not told one by one.
const MANY: usize = 16;

const FIGURE: Style = Style { face: Face::Regular, size: 11.5, line_height: 14.0 };
const NOW: Style = Style { face: Face::SemiBold, size: 12.0, line_height: 15.0 };

/// The chart of `saturation`, as large as `size`.
pub fn saturation_chart(
    layout: &mut Layout,
    project: &Project,
    saturation: &Saturation,
    (size, words, scale): (Vec2, &Words, f32),
) -> ResearchPicture {
    let mut pen = layout.pen(project, words, scale);
    let so_far = &saturation.so_far;
    let across = saturation.wanted.max(so_far.len()).clamp(2, 1000);
    let now = so_far.last().copied().unwrap_or_default();
    // A line for each second theme, or fewer where there are many.
    let every = (now / 4).max(1) * 2;
    let top = now.max(1).div_ceil(every) * every;
    let (left, right) = (SIDES.0, size.x - SIDES.1);
    let (high, low) = (ENDS.0, size.y - ENDS.1);
    let x = |interview: usize| left + (right - left) * interview as f32 / (across - 1) as f32;
    let y = |themes: usize| low - (low - high) * themes as f32 / top as f32;
    let mut items = Vec::new();
    for themes in (0..=top).step_by(every) {
        let line = if themes == 0 { Role::Muted.at(120) } else { Role::Hairline.into() };
        items.push(straight(pos2(left, y(themes)), pos2(right, y(themes)), solid(1.0, line)));
        let text = pen.short(&words.number(themes as f64), FIGURE);
        let at = pos2(0.0, y(themes) - text.size.y / 2.0);
        items.push(text_at(at, text, Role::Muted));
    }
    let step = across.div_ceil(MANY);
    for interview in (0..across).step_by(step) {
        let text = pen.short(&words.number(interview as f64 + 1.0), FIGURE);
        let at = pos2(x(interview) - text.size.x / 2.0, low + 8.0);
        let ink = if interview < so_far.len() { Role::Ink } else { Role::Muted };
        items.push(text_at(at, text, ink));
    }
    let points: Vec<Pos2> =
        so_far.iter().enumerate().map(|(place, themes)| pos2(x(place), y(*themes))).collect();
    let Some(last) = points.last().copied() else { return ResearchPicture { size, items } };
    let dots = Stroke { dash: Some((0.0, 5.0)), ..solid(2.0, Role::Muted.at(150)) };
    if last.x < right {
        items.push(straight(last, pos2(right, last.y), dots));
    }
    let spline = Spline::new(points.clone());
    if spline.pieces() > 0 {
        let line: Vec<Pos2> = (0..spline.pieces()).flat_map(|at| spline.polyline(at)).collect();
        items.push(Item::Band { points: Arc::new(line), base: low, fill: Role::Accent.at(26) });
        items.push(smooth(&spline, solid(2.5, Role::Accent)));
    }
    let edge = Some(solid(1.5, Role::Card));
    items.extend(points.iter().map(|at| circle(*at, 4.5, Some(Role::Accent.into()), edge)));
    let text = pen.short(&words.research_themes(now), NOW);
    let left = (last.x - text.size.x / 2.0).clamp(left, (right - text.size.x).max(left));
    items.push(text_at(pos2(left, last.y - 11.0 - text.size.y), text, Role::Accent));
    ResearchPicture { size, items }
}

fn straight(from: Pos2, to: Pos2, stroke: Stroke) -> Item {
    let segments = vec![Segment::Move(from), Segment::Line(to)];
    let path = Arc::new(Path { segments, convex: false });
    Item::Path { path, fill: None, stroke: Some(stroke) }
}

/// A smooth line.
pub(super) fn smooth(spline: &Spline, stroke: Stroke) -> Item {
    let mut segments: Vec<Segment> =
        spline.points.first().map(|at| Segment::Move(*at)).into_iter().collect();
    for piece in 0..spline.pieces() {
        let cubic = spline.cubic(piece);
        segments.extend(cubic.map(|[_, a, b, to]| Segment::Cubic(a, b, to)));
    }
    let path = Arc::new(Path { segments, convex: false });
    Item::Path { path, fill: None, stroke: Some(stroke) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use egui::vec2;

    #[test]
    fn the_line_goes_from_interview_to_interview_and_dots_on_to_the_goal() {
        let words = Words::new(Lang::Sv);
        let chart = |so_far: &[usize], wanted| {
            let saturation =
                Saturation { so_far: so_far.to_vec(), wanted, ..Saturation::default() };
            let look = (vec2(300.0, 190.0), &words, 1.0);
            saturation_chart(&mut Layout::new(), &Project::default(), &saturation, look)
        };
        let of = |picture: &ResearchPicture| {
            let dotted = |item: &&Item| matches!(item, Item::Path { stroke: Some(stroke), .. } if stroke.dash.is_some());
            let faces = |item: &&Item| matches!(item, Item::Rect { .. });
            let items = || picture.items.iter();
            (items().filter(dotted).count(), items().filter(faces).count())
        };
        let rows: [(&[usize], usize, (usize, usize)); 5] = [
            (&[2, 3, 3, 4, 4, 4], 10, (1, 6)),
            (&[1, 2], 2, (0, 2)),
            (&[1, 2, 3], 2, (0, 3)),
            (&[], 10, (0, 0)),
            (&[0], 0, (1, 1)),
        ];
        for (so_far, wanted, expected) in rows {
            let picture = chart(so_far, wanted);
            assert_eq!(of(&picture), expected, "{so_far:?} {wanted}");
            for item in &picture.items {
                let Item::Rect { rect, .. } = item else { continue };
                assert!(rect.min.y >= 0.0 && rect.max.x <= 300.0 && rect.max.y <= 190.0);
            }
        }
    }
}
