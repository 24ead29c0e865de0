//! What a map is drawn on: tinted columns, hairlines, the grid of the curve, how lines and shadows
//! are drawn, and how small text may be. The screen and the sheet both ask here.

use crate::scene::{
    Curve, CurveLine, Drawing, Item, LaneBox, Paint, Path, PhaseColumn, Role, Scene,
};
use crate::scene::{Segment, Stroke};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// Of tinted columns.
pub(in crate::scene) const TINT_RADIUS: f32 = 10.0;
/// Hairlines keep this far from the map's edges.
const EDGE: f32 = 23.0;
/// Between the figures of the curve's axis and the columns.
const AXIS_GAP: f32 = 10.0;
/// The shadow of a card, in document units: how wide its soft edge is, and how far it falls.
pub const SHADOW: (f32, f32) = (3.0, 1.5);
/// Text smaller than this is drawn as grey lines, in pixels or screen points.
pub const READABLE: f32 = 3.2;
/// Text smaller than this is not drawn at all, in pixels or screen points.
pub const VISIBLE: f32 = 1.2;

/// How solid a curve is that steps back behind those compared, of 255.
pub(in crate::scene) const FAINT: u8 = 120;

/// No line is thinner than this, in pixels or screen points.
pub const THINNEST: f32 = 0.75;

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Its ends.
    pub ends: [Pos2; 2],
    /// How it is drawn.
    pub stroke: Stroke,
}

impl Rule {
    /// The line as an item, moved by `by`.
    pub(in crate::scene) fn item(&self, by: Vec2) -> Item {
        let [from, to] = self.ends;
        let segments = vec![Segment::Move(from + by), Segment::Line(to + by)];
        let path = Arc::new(Path { segments, convex: false });
        Item::Path { path, fill: None, stroke: Some(self.stroke) }
    }
}

impl Scene {
    /// The tinted column of a phase.
    pub fn tint(&self, phase: &PhaseColumn) -> Item {
        let (top, bottom) = (self.body.top(), self.body.bottom());
        let rect = Rect::from_min_max(pos2(phase.x, top), pos2(phase.x + phase.width, bottom));
        let fill = Some(Role::Tint(phase.color).into());
        Item::Rect { rect, radius: TINT_RADIUS, fill, stroke: None, shadow: false }
    }

    /// The line below a lane; one that has a name is [`LaneBox::line`].
    pub fn hairline(&self, lane: &LaneBox) -> Rule {
        self.rule(lane.y + lane.height)
    }

    /// A hairline across the map.
    pub(in crate::scene) fn rule(&self, y: f32) -> Rule {
        let stroke = Stroke { width: 1.0, paint: Role::Hairline.into(), dash: None };
        Rule { ends: [pos2(EDGE, y), pos2(self.size.x - EDGE, y)], stroke }
    }

    /// The lines behind the curves of a lane, one for each figure of the axis: the feeling, and
    /// the line.
    pub fn grid<'a>(
        &'a self,
        lane: &'a LaneBox,
        curve: &'a Curve,
    ) -> impl Iterator<Item = (f64, Rule)> {
        curve.axis.iter().map(|(feeling, _)| {
            let y = lane.y + curve.feeling_y(*feeling);
            let zero = *feeling == 0.0;
            let stroke = Stroke {
                width: if zero { 1.6 } else { 1.0 },
                paint: Role::Hairline.into(),
                dash: (!zero).then_some((2.0, 5.0)),
            };
            let ends = [pos2(self.body.left(), y), pos2(self.body.right(), y)];
            (*feeling, Rule { ends, stroke })
        })
    }

    /// The figures left of the curves of a lane: each with its top left corner.
    pub fn figures<'a>(
        &'a self,
        lane: &'a LaneBox,
        curve: &'a Curve,
    ) -> impl Iterator<Item = (Pos2, &'a Arc<Drawing>)> {
        curve.axis.iter().map(|(feeling, figure)| {
            let y = lane.y + curve.feeling_y(*feeling) - figure.size.y / 2.0;
            (pos2(self.body_x - AXIS_GAP - figure.size.x, y), figure)
        })
    }
}

impl Curve {
    /// Where a feeling is, from the lane's top.
    pub fn feeling_y(&self, feeling: f64) -> f32 {
        self.zero_y - feeling as f32 * self.unit
    }
}

impl CurveLine {
    /// How the line is drawn.
    pub fn stroke(&self) -> Stroke {
        let paint = if self.faint { self.role.at(FAINT) } else { self.role.into() };
        let dash = Some(pattern(self.pattern));
        match self.main {
            _ if self.faint => Stroke { width: 1.5, paint, dash },
            true => self.drawn(),
            false => Stroke { width: 2.5, paint, dash },
        }
    }

    /// How it is drawn while it is being drawn, and as the main one.
    pub fn drawn(&self) -> Stroke {
        Stroke { width: 3.5, paint: self.role.into(), dash: None }
    }

    /// What fills the area between the line and the zero line, if anything does.
    pub fn band(&self) -> Option<Paint> {
        (self.main && !self.faint).then(|| self.role.at(26))
    }

    /// All of its points, moved by `by`.
    pub(in crate::scene) fn points(&self, by: Vec2) -> Vec<Pos2> {
        // Each piece begins where the one before it ends.
        let inner =
            self.pieces.iter().flat_map(|piece| piece.split_last().unwrap_or((&Pos2::ZERO, &[])).1);
        let last = self.pieces.last().and_then(|piece| piece.last());
        inner.chain(last).map(|at| *at + by).collect()
    }
}

/// Dash and gap of a line that is not the main one, in document units. Those of the first six
/// personas are dotted and differ by colour; those who share their hues differ by this as well.
pub(in crate::scene) fn pattern(number: u8) -> (f32, f32) {
    const PATTERNS: [(f32, f32); 6] =
        [(0.0, 6.5), (9.0, 5.0), (4.0, 4.0), (0.0, 13.0), (17.0, 6.0), (9.0, 12.0)];
    PATTERNS[usize::from(number) % PATTERNS.len()]
}

/// The shadow of a box in plain boxes, for writers that cannot blur: the soft edge in steps.
pub(in crate::scene) fn shadow(rect: Rect, radius: f32) -> [Item; 3] {
    let (soft, fall) = SHADOW;
    let rect = rect.translate(vec2(0.0, fall));
    [0.5, 0.0, -0.5].map(|step| Item::Rect {
        rect: rect.expand(soft * step),
        radius: radius + soft * step,
        fill: Some(Role::Shadow.at(85)),
        stroke: None,
        shadow: false,
    })
}
