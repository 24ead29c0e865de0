//! What stands below a chart of research: what its signs mean, and what it shows in words.

use super::ResearchPicture;
use super::coverage_chart::{filled, hole, tint};
use crate::insight::{Coverage, Saturation};
use crate::model::{Journey, Project};
use crate::scene::draw::pen::{self, Pen, Style, circle, solid, text_at};
use crate::scene::map::columns::phase_color;
use crate::scene::{Face, Item, Layout, Path, Role, Segment, Stroke, Text, icon};
use crate::words::{Words, titled};
use egui::{Rect, pos2, vec2};
use std::sync::Arc;

/// Above the first line, and between two.
const ABOVE: f32 = 14.0;
const BETWEEN: f32 = 6.0;
/// Between what two signs mean, and from a sign to what it means.
const APART: f32 = 26.0;
const BESIDE: f32 = 8.0;
/// How large a sign is.
const SIGN: egui::Vec2 = vec2(22.0, 14.0);
/// So many phases are said to lack a role; the rest are counted.
const HOLES_MAX: usize = 4;

const NOTE: Style = pen::NOTE;
const SAID: Style = Style { face: Face::Medium, size: 13.0, line_height: 17.0 };
const ICON: Style = Style { face: Face::Icons, size: 15.0, line_height: 17.0 };

/// Lines below a chart, from its lower left corner down.
struct Lines {
    width: f32,
    at: egui::Pos2,
    /// How high the line is that is being written.
    high: f32,
    picture: ResearchPicture,
}

impl Lines {
    fn new(width: f32) -> Self {
        Self { width, at: pos2(0.0, ABOVE), high: 0.0, picture: ResearchPicture::default() }
    }

    /// Begins a line.
    fn next(&mut self) {
        if self.high > 0.0 {
            self.at = pos2(0.0, self.at.y + self.high + BETWEEN);
            self.high = 0.0;
        }
    }

    /// A sign, drawn within a box of this width, and what it means; on the next line where this one
    /// has no room.
    fn sign(
        &mut self,
        wide: f32,
        draw: impl FnOnce(Rect) -> Vec<Item>,
        text: Arc<Text>,
        ink: Role,
    ) {
        let all = wide + BESIDE + text.size.x;
        if self.at.x > 0.0 && self.at.x + all > self.width {
            self.next();
        }
        let high = text.size.y.max(SIGN.y);
        let middle = self.at.y + text.size.y.min(high) / 2.0;
        let sign = Rect::from_center_size(pos2(self.at.x + wide / 2.0, middle), vec2(wide, SIGN.y));
        self.picture.items.extend(draw(sign));
        let at = pos2(self.at.x + wide + BESIDE, self.at.y);
        self.picture.size = self.picture.size.max(vec2(self.at.x + all, self.at.y + high));
        self.picture.items.push(text_at(at, text, ink));
        self.at.x += all + APART;
        self.high = self.high.max(high);
    }

    /// A text on a line of its own.
    fn text(&mut self, text: Arc<Text>, ink: Role) {
        self.next();
        self.picture.size = self.picture.size.max(self.at.to_vec2() + text.size);
        self.high = text.size.y;
        self.picture.items.push(text_at(self.at, text, ink));
        self.at.x = 0.0;
        self.next();
    }
}

/// Below the chart of `coverage`: what a colour, a dot and a dashed box mean where `has_legend`, and
/// which phases a role has not told of.
pub fn coverage_notes(
    layout: &mut Layout,
    project: &Project,
    journey: &Journey,
    (coverage, has_legend): (&Coverage, bool),
    (width, words, scale): (f32, &Words, f32),
) -> ResearchPicture {
    let mut pen = layout.pen(project, words, scale);
    let pen = &mut pen;
    let mut lines = Lines::new(width);
    if has_legend {
        let color = journey.phases.first().map_or(0, |phase| phase_color(0, phase));
        let text = pen.short(&words.research_legend_deeper(), NOTE);
        let deeper = |rect: Rect| {
            let shades = [0.1, 0.5, 1.0].into_iter().enumerate().map(|(at, share)| {
                let left = rect.left() + at as f32 * (SIGN.x + 3.0);
                let one = Rect::from_min_size(pos2(left, rect.top()), SIGN);
                filled(one, 4.0, Role::Phase(color).at(tint(share) as u8))
            });
            shades.collect()
        };
        lines.sign(SIGN.x * 3.0 + 6.0, deeper, text, Role::Muted);
        let text = pen.short(&words.research_legend_nothing(), NOTE);
        let dot = |rect: Rect| vec![circle(rect.center(), 1.3, Some(Role::Muted.into()), None)];
        lines.sign(8.0, dot, text, Role::Muted);
        if !coverage.holes.is_empty() {
            let text = pen.short(&words.research_legend_hole(), NOTE);
            lines.sign(SIGN.x, |rect| vec![hole(rect)], text, Role::Muted);
        }
        lines.next();
    }
    for one in coverage.holes.iter().take(HOLES_MAX) {
        let Some(phase) = journey.phases.get(one.phase) else { continue };
        let said = words.research_hole(one.role.to_lowercase(), titled(&phase.title, words));
        said_with_sign(pen, &mut lines, &said);
    }
    let more = coverage.holes.len().saturating_sub(HOLES_MAX);
    if more > 0 {
        let text = pen.short(&words.ask_more(words.number(more as f64)), SAID);
        lines.text(text, Role::Bad);
    }
    lines.picture
}

/// What is missing, with the sign of that.
fn said_with_sign(pen: &mut Pen<'_>, lines: &mut Lines, said: &str) {
    lines.next();
    let sign = pen.short(&icon::BOX_DASHED.to_string(), ICON);
    let wide = sign.size.x;
    let text = pen.text(said, SAID, Some((lines.width - wide - BESIDE).max(80.0)));
    let high = text.size.y;
    let draw = |rect: Rect| {
        let at = pos2(rect.left(), rect.center().y - high / 2.0);
        vec![text_at(at, sign, Role::Bad)]
    };
    lines.sign(wide, draw, text, Role::Bad);
    lines.next();
}

/// Below the chart of `saturation`: what is counted across and how far it is to the goal; then what the
/// lines mean where `has_legend`.
pub fn saturation_notes(
    layout: &mut Layout,
    project: &Project,
    (saturation, has_legend): (&Saturation, bool),
    (width, words, scale): (f32, &Words, f32),
) -> ResearchPicture {
    let mut pen = layout.pen(project, words, scale);
    let mut lines = Lines::new(width);
    let said = match saturation.left() {
        0 => words.research_goal_reached(),
        left => words.research_left(left),
    };
    let said = [words.research_across(), said].join(" · ");
    let text = pen.text(&said, NOTE, Some(width));
    lines.text(text, Role::Ink);
    if has_legend {
        let line = |rect: Rect, stroke: Stroke| {
            let segments =
                vec![Segment::Move(rect.left_center()), Segment::Line(rect.right_center())];
            let path = Arc::new(Path { segments, convex: false });
            vec![Item::Path { path, fill: None, stroke: Some(stroke) }]
        };
        let text = pen.short(&words.research_legend_themes(), NOTE);
        let so_far = |rect| line(rect, solid(2.5, Role::Accent));
        lines.sign(SIGN.x * 1.4, so_far, text, Role::Muted);
        // The dots go on from the last that was read.
        if saturation.wanted > saturation.so_far.len() {
            let text = pen.short(&words.research_legend_goal(), NOTE);
            let dots = Stroke { dash: Some((0.0, 5.0)), ..solid(2.0, Role::Muted.at(150)) };
            lines.sign(SIGN.x * 1.4, |rect| line(rect, dots), text, Role::Muted);
        }
    }
    lines.picture
}
