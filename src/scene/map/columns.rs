//! The columns of a map: where phases and steps are, and their headers.

use crate::model::{Journey, Phase, STEP_WIDTH, Step};
use crate::scene::draw::pen::line_boxes;
use crate::scene::draw::pen::{self, Pen, text_at, text_box};
use crate::scene::map::friction::Friction;
use crate::scene::map::widths;
use crate::scene::{
    Columns, Drawing, Item, Path, PhaseColumn, Role, Segment, Sign, SignSpot, StepColumn, Summary,
};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Between phases.
const PHASE_GAP: f32 = 8.0;
/// A phase header is at least this high.
const HEADER_MIN: f32 = 52.0;
/// How far the arrow of a header points.
const ARROW: f32 = 14.0;
const HEADER_RADIUS: f32 = 8.0;
const HEADER_PAD: f32 = 15.0;
/// How wide the sign is at the end of what goes on.
const ONGOING: f32 = 22.0;
/// So much around a sign in a header counts as the sign.
pub(in crate::scene) const PHASE_SIGN_AIR: f32 = 3.0;
/// Step titles stand in line with the text of cards.
pub(in crate::scene) const STEP_TITLE: Vec2 = vec2(14.0, 8.0);

/// The columns of `journey`, from `left`. Headers whose phase and width are as `before` are kept.
pub(in crate::scene) fn columns(
    pen: &mut Pen,
    journey: &Journey,
    left: f32,
    before: Option<(&Journey, &Columns)>,
) -> Columns {
    // Headers of other widths may have other ends.
    let old = Old::new(before.filter(|(before, _)| before.widths == journey.widths));
    let widths = widths::widths(pen, journey, HEADER_PAD + ARROW + 10.0);
    let scaled = widths::are_scaled(journey);
    let mut columns = Columns { header_height: HEADER_MIN, ..Columns::default() };
    let mut x = left;
    for (place, phase) in journey.phases.iter().enumerate() {
        let (start, first) = (x, columns.steps.len());
        for (step, width) in phase.steps.iter().zip(widths.get(place).into_iter().flatten()) {
            let width = *width;
            let title = old.step_title(step, width).unwrap_or_else(|| step_title(pen, step, width));
            let height = title.as_ref().map_or(0.0, |title| title.size.y);
            columns.titles_height = columns.titles_height.max(height);
            columns.index.entry(step.id.clone()).or_insert(columns.steps.len());
            columns.steps.push(StepColumn { id: step.id.clone(), phase: place, x, width, title });
            x += width;
        }
        if phase.steps.is_empty() {
            x += STEP_WIDTH as f32;
        }
        let color = phase_color(place, phase);
        let (width, steps) = (x - start, first..columns.steps.len());
        let column = match old.phase(phase, width, color) {
            Some(kept) => PhaseColumn { x: start, steps, ..kept.clone() },
            None => header(pen, phase, (color, scaled), start, width, steps, HEADER_MIN),
        };
        columns.header_height = columns.header_height.max(column.needs);
        columns.phases.push(column);
        x += PHASE_GAP;
    }
    // All headers are as high as the highest.
    let height = columns.header_height;
    for (column, phase) in columns.phases.iter_mut().zip(&journey.phases) {
        if column.header.size.y != height {
            let (x, steps) = (column.x, column.steps.clone());
            let look = (column.color, scaled);
            *column = header(pen, phase, look, x, column.width, steps, height);
        }
    }
    columns
}

/// The colour number of a phase, by the one it was given or else by its place in the journey.
pub fn phase_color(place: usize, phase: &Phase) -> u8 {
    phase.color.unwrap_or((place % 6) as u8)
}

impl Columns {
    /// The right edge of the last column; `left` where there is none.
    pub(in crate::scene) fn right(&self, left: f32) -> f32 {
        self.phases.last().map_or(left, |phase| phase.x + phase.width)
    }

    /// Are all steps the same and where they are in `other`?
    pub(in crate::scene) fn same_places(&self, other: &Self) -> bool {
        let place = |step: &StepColumn| (step.x, step.width);
        self.steps.len() == other.steps.len()
            && self
                .steps
                .iter()
                .zip(&other.steps)
                .all(|(a, b)| place(a) == place(b) && a.id == b.id)
    }
}

/// What was drawn before, by the pointers of what it was drawn for.
struct Old<'a> {
    phases: HashMap<*const Phase, &'a PhaseColumn>,
    steps: HashMap<*const Step, &'a StepColumn>,
}

impl<'a> Old<'a> {
    fn new(before: Option<(&'a Journey, &'a Columns)>) -> Self {
        let mut old = Self { phases: HashMap::new(), steps: HashMap::new() };
        let Some((journey, columns)) = before else { return old };
        old.phases.extend(journey.phases.iter().map(Arc::as_ptr).zip(&columns.phases));
        let steps = journey.phases.iter().flat_map(|phase| phase.steps.iter());
        old.steps.extend(steps.map(Arc::as_ptr).zip(&columns.steps));
        old
    }

    fn phase(&self, phase: &Arc<Phase>, width: f32, color: u8) -> Option<&PhaseColumn> {
        let kept = self.phases.get(&Arc::as_ptr(phase))?;
        (kept.width == width && kept.color == color).then_some(kept)
    }

    fn step_title(&self, step: &Arc<Step>, width: f32) -> Option<Option<Arc<Drawing>>> {
        let kept = self.steps.get(&Arc::as_ptr(step))?;
        (kept.width == width).then(|| kept.title.clone())
    }
}

/// What a step is called, and below that how long it takes; none where neither is said.
fn step_title(pen: &mut Pen, step: &Step, width: f32) -> Option<Arc<Drawing>> {
    let duration = step.duration.as_ref().map(|duration| pen.words.duration(duration));
    let said = [(step.title.as_str(), pen::STEP), (duration.as_deref().unwrap_or(""), pen::CHIP)];
    let (mut items, mut lines, mut y) = (Vec::new(), Vec::new(), 0.0);
    for (text, style) in said.into_iter().filter(|(text, _)| !text.is_empty()) {
        let text = pen.text(text, style, Some(width - STEP_TITLE.x * 2.0));
        let at = STEP_TITLE.to_pos2() + vec2(0.0, y);
        y += text.size.y;
        lines.extend(line_boxes(at, &text));
        items.push(text_at(at, text, Role::Muted));
    }
    if items.is_empty() {
        return None;
    }
    let size = vec2(width, y + 12.0);
    Some(Arc::new(Drawing {
        size,
        items,
        summary: Summary { lines, ..Summary::default() },
        ..Drawing::default()
    }))
}

/// A phase with its header, which is at least `height` high. `look` is its colour, and whether
/// columns are wide by how long they take: then what goes on has an end of its own.
fn header(
    pen: &mut Pen,
    phase: &Phase,
    look: (u8, bool),
    x: f32,
    width: f32,
    steps: Range<usize>,
    height: f32,
) -> PhaseColumn {
    let (color, scaled) = look;
    let goes_on = scaled && phase.takes().is_some_and(|duration| duration.ongoing);
    let end = if goes_on { ONGOING } else { 0.0 };
    let text_width = (width - HEADER_PAD - ARROW - 8.0 - end).max(30.0);
    let (name, ink) = pen.titled(&phase.title, Role::OnColor);
    let name = pen.text(&name, pen::PHASE, Some(text_width));
    let duration = phase.takes().map(|duration| pen.words.duration(&duration));
    let parts = [Some(phase.start.clone()), duration];
    let when: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let when =
        (!when.is_empty()).then(|| pen.text(&when.join(" · "), pen::DURATION, Some(text_width)));

    let line = pen.grown(pen::PHASE.line_height);
    let name_height = name.size.y.max(line);
    let friction = Friction::of(pen, phase);
    // Beside the duration where there is room, or else below it.
    let used = when.as_ref().map_or(0.0, |when| when.size.x + 14.0);
    let beside = friction.as_ref().and_then(|friction| friction.fits(text_width - used));
    let mut content = name_height + when.as_ref().map_or(0.0, |when| when.size.y + 1.0);
    let is_alone = friction.is_some() && (beside.is_none() || when.is_none());
    let friction_y = content + 1.0;
    if let Some(friction) = friction.as_ref().filter(|_| is_alone) {
        content = friction_y + friction.height();
    }
    let needs = (content + 15.0).max(HEADER_MIN);
    let height = height.max(needs);

    let at = pos2(HEADER_PAD, ((height - content) / 2.0).round());
    let title_rect = text_box(at, &name, text_width, line);
    let summary = Summary {
        fill: Some(Role::Phase(color).into()),
        lines: line_boxes(at, &name),
        ..Summary::default()
    };
    let mut items = vec![
        Item::Path {
            path: Arc::new(arrow(width, height, ARROW, HEADER_RADIUS)),
            fill: Some(Role::Phase(color).into()),
            stroke: None,
        },
        text_at(at, name, ink),
    ];
    let mut signs = Vec::new();
    if let Some(when) = when {
        let at = pos2(at.x, at.y + name_height + 1.0);
        let sign = Sign::Duration(when.source.to_string());
        signs.push(SignSpot { rect: Rect::from_min_size(at, when.size), sign });
        items.push(text_at(at, when, Role::OnColor));
    }
    let mut taken = 0.0;
    if let Some(friction) = friction {
        let wide = beside.filter(|_| !is_alone);
        let down = if is_alone { friction_y } else { name_height + 1.0 };
        let wide = wide.or_else(|| friction.fits(text_width)).unwrap_or(text_width);
        let left = if is_alone { at.x } else { at.x + text_width - wide };
        taken = wide + 14.0;
        let at = pos2(left, at.y + down);
        let rect = Rect::from_min_size(at, vec2(wide, friction.height()));
        signs.push(SignSpot { rect, sign: Sign::Friction(phase.friction.unwrap_or_default()) });
        items.push(friction.draw(at, wide));
    }
    if goes_on {
        items.push(chevrons(pos2(width - ARROW - ONGOING / 2.0, height / 2.0)));
    }
    let size = vec2(width, height);
    let header = Arc::new(Drawing { size, items, summary, signs, ..Drawing::default() });
    PhaseColumn { id: phase.id.clone(), x, width, color, steps, header, title_rect, taken, needs }
}

/// Two arrowheads to the right: it goes on.
fn chevrons(middle: Pos2) -> Item {
    let head = |x: f32| {
        [
            Segment::Move(middle + vec2(x - 3.0, -6.0)),
            Segment::Line(middle + vec2(x + 3.0, 0.0)),
            Segment::Line(middle + vec2(x - 3.0, 6.0)),
        ]
    };
    let segments = [head(-4.0), head(4.0)].concat();
    let stroke = Some(pen::solid(2.0, Role::OnColor));
    Item::Path { path: Arc::new(Path { segments, convex: false }), fill: None, stroke }
}

/// A box that points to the right, with round corners at the left.
pub(in crate::scene) fn arrow(width: f32, height: f32, point: f32, r: f32) -> Path {
    let neck = width - point;
    // Where a cubic's control points stand for a quarter of a circle.
    let k = r * (1.0 - 0.552_284_8);
    Path {
        segments: vec![
            Segment::Move(pos2(0.0, r)),
            Segment::Cubic(pos2(0.0, k), pos2(k, 0.0), pos2(r, 0.0)),
            Segment::Line(pos2(neck, 0.0)),
            Segment::Line(pos2(width, height / 2.0)),
            Segment::Line(pos2(neck, height)),
            Segment::Line(pos2(r, height)),
            Segment::Cubic(pos2(k, height), pos2(0.0, height - k), pos2(0.0, height - r)),
            Segment::Close,
        ],
        convex: true,
    }
}
