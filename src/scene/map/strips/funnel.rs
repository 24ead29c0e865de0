//! The funnel: a band as high as there are customers, with what goes on and what is lost.

use super::{Sketch, title, triangle};
use crate::insight::{self, Funnel, Loss, Stop};
use crate::model::{Journey, Part, Phase, Thing};
use crate::scene::draw::pen::{self, Pen, solid};
use crate::scene::map::strip::Strip;
use crate::scene::{Columns, Item, Path, PhaseColumn, Role, Segment, StepColumn, Stroke, Text};
use crate::words::titled;
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// How high the band is where there are most customers.
const BAND: f32 = 56.0;
/// Between the strip's edges, its figures and the band.
const GAP: f32 = 6.0;
/// From a column's edge to its figures.
const INSET: f32 = 10.0;
/// How many straight pieces a bend is made of.
const PIECES: usize = 20;
const PILL_PAD: f32 = 8.0;
const PILL_DOWN: f32 = 3.0;
/// The sign before a loss takes so much.
const SIGN: f32 = 14.0;
/// The funnel; none without figures. `journey` may be a part of `whole`.
pub(super) fn strip(
    pen: &mut Pen,
    journey: &Journey,
    whole: &Journey,
    columns: &Columns,
) -> Option<Strip> {
    let funnel = insight::funnel(whole)?;
    let phases = in_whole(journey, whole);
    Some(strip_of(pen, (whole, &funnel), &phases, columns, (BAND, true)))
}

/// The phases of `journey` with their places in `whole`, of which it may be a part.
pub(super) fn in_whole<'a>(journey: &'a Journey, whole: &Journey) -> Vec<(usize, &'a Arc<Phase>)> {
    let all = journey.phases.len() == whole.phases.len();
    let place = |at: usize, phase: &Phase| match all {
        true => Some(at),
        false => whole.phases.index_where(|one| one.id == phase.id),
    };
    let phases = journey.phases.iter().enumerate();
    phases.map(|(at, phase)| (place(at, phase).unwrap_or(usize::MAX), phase)).collect()
}

/// The funnel of these phases of a journey, by their places in it: with a band so high where there
/// are most customers, and with figures of steps or of phases alone.
pub(in crate::scene) fn strip_of(
    pen: &mut Pen,
    (journey, all): (&Journey, &Funnel),
    phases: &[(usize, &Arc<Phase>)],
    columns: &Columns,
    (band_height, steps): (f32, bool),
) -> Strip {
    let places: Vec<usize> = phases.iter().map(|(place, _)| *place).collect();
    let funnel = &all.part(&places);
    let phases: Vec<(&PhaseColumn, &Arc<Phase>)> =
        columns.phases.iter().zip(phases.iter().map(|(_, phase)| *phase)).collect();
    let says: Vec<Says> = (phases.iter().enumerate())
        .map(|(place, (column, phase))| match steps {
            true => Says::new(pen, funnel, place, column, phase, columns),
            false => Says::whole(pen, funnel, place, column, phase),
        })
        .collect();
    let over = says.iter().fold(0.0f32, |most, says| most.max(says.over()));
    let under = says.iter().fold(0.0f32, |most, says| most.max(says.under()));
    let middle = GAP + over + GAP + band_height / 2.0;
    let height = (middle + band_height / 2.0 + GAP + under + GAP * 1.5).ceil();

    let scale = band_height / funnel.most as f32;
    let none = Columns::default();
    let mut pieces = Vec::new();
    for (place, ((column, phase), says)) in phases.iter().zip(says).enumerate() {
        let mut sketch = Sketch::default();
        let next = columns.phases.get(place + 1).map(|column| column.x);
        let after = funnel.phases.get(place + 1).and_then(|stop| stop.enter);
        let mut knots = knots(funnel, place, column, if steps { columns } else { &none });
        // Over to the next phase, where others may join or leave.
        knots.extend(
            next.zip(after)
                .filter(|_| funnel.phases.get(place).is_some_and(|stop| stop.leave.is_some())),
        );
        band(&mut sketch, &knots, column, middle, scale);
        let at = places.get(place).copied().unwrap_or(usize::MAX);
        let title = said(pen, journey, all, at, phase);
        says.draw(&mut sketch, GAP, middle + band_height / 2.0 + GAP);
        pieces.extend(sketch.placed(Thing::Phase(phase.id.clone()), title));
    }
    let name = pen.words.strip_funnel();
    let title = title(pen, "👥", &name, middle * 2.0);
    Strip { title, ..Strip::new(pen, Part::Funnel, height, pieces) }
}

/// Where the band is how high: along the phase, from left to right.
fn knots(
    funnel: &Funnel,
    place: usize,
    column: &PhaseColumn,
    columns: &Columns,
) -> Vec<(f32, f64)> {
    let right = column.x + column.width;
    let mut knots = Vec::new();
    let mut knot = |x: f32, count: Option<f64>| knots.extend(count.map(|count| (x, count)));
    let Some(stop) = funnel.phases.get(place) else { return knots };
    let steps = columns.steps.get(column.steps.clone()).unwrap_or_default();
    let inner = funnel.steps.get(place).map_or(&[][..], Vec::as_slice);
    let next = funnel.phases.get(place + 1);
    if stop.enter.is_none() && inner.is_empty() && next.is_some_and(|next| next.enter.is_some()) {
        // That so many come to the next phase says nothing of this one.
        return knots;
    }
    knot(column.x, stop.enter.or(stop.leave));
    for (step, inner) in steps.iter().zip(inner).skip(1) {
        knot(step.x, inner.enter);
    }
    knot(right, stop.leave.or(stop.enter));
    knots
}

/// The band through `knots`, in the phase's colour; a dashed line where nothing is known.
fn band(sketch: &mut Sketch, knots: &[(f32, f64)], column: &PhaseColumn, middle: f32, scale: f32) {
    if knots.len() < 2 {
        let ends = [pos2(column.x, middle), pos2(column.x + column.width, middle)];
        let segments = vec![Segment::Move(ends[0]), Segment::Line(ends[1])];
        let path = Arc::new(Path { segments, convex: false });
        let stroke = Stroke { dash: Some((3.0, 5.0)), ..solid(1.2, Role::Muted) };
        let item = Item::Path { path, fill: None, stroke: Some(stroke) };
        sketch.add(item, Rect::from_two_pos(ends[0], ends[1]).expand(2.0));
        return;
    }
    let mut halves: Vec<(f32, f32)> = Vec::with_capacity(knots.len() * PIECES);
    for pair in knots.windows(2) {
        let [(x, from), (to_x, to)] = *pair else { continue };
        for piece in 0..=PIECES {
            let t = piece as f32 / PIECES as f32;
            // Level at both ends.
            let bend = t * t * (3.0 - 2.0 * t);
            let count = from as f32 + (to - from) as f32 * bend;
            halves.push((x + (to_x - x) * t, (count * scale / 2.0).max(0.75)));
        }
    }
    halves.dedup_by(|a, b| a.0 == b.0);
    let fill = Role::PhaseText(column.color).at(92);
    let edge = Some(solid(1.2, Role::PhaseText(column.color)));
    for sign in [-1.0, 1.0] {
        let points: Vec<Pos2> =
            halves.iter().map(|(x, half)| pos2(*x, middle + sign * half)).collect();
        let bounds = Rect::from_points(&points).union(Rect::from_points(&[pos2(column.x, middle)]));
        let mut segments = vec![Segment::Move(points[0])];
        segments.extend(points.iter().skip(1).map(|at| Segment::Line(*at)));
        sketch.add(Item::Band { points: Arc::new(points), base: middle, fill }, bounds);
        let path = Arc::new(Path { segments, convex: false });
        sketch.add(Item::Path { path, fill: None, stroke: edge }, bounds);
    }
}

/// The texts of one phase.
struct Says {
    /// How many come in, at this x.
    counts: Vec<(f32, Arc<Text>, Role)>,
    /// How many go on: the share, and what that is.
    goes_on: Option<(Arc<Text>, Arc<Text>)>,
    /// How many do not, at this x.
    losses: Vec<(f32, Arc<Text>)>,
    /// The same in a pill, of the phase that loses most.
    largest: Option<Arc<Text>>,
    x: f32,
}

impl Says {
    fn new(
        pen: &mut Pen,
        funnel: &Funnel,
        place: usize,
        column: &PhaseColumn,
        phase: &Phase,
        columns: &Columns,
    ) -> Self {
        let mut says = Self::none(column.x + INSET);
        let (x, width) = (says.x, column.width - INSET * 2.0);
        let Some(stop) = funnel.phases.get(place) else { return says };
        let steps = columns.steps.get(column.steps.clone()).unwrap_or_default();
        let inner = funnel.steps.get(place).map_or(&[][..], Vec::as_slice);
        let first = steps.first().filter(|_| !inner.is_empty());
        says.enters(pen, stop, first.map_or(width, |step: &StepColumn| step.width - INSET * 2.0));
        for (place, (step, stop)) in steps.iter().zip(inner).enumerate() {
            let room = step.width - INSET * 2.0;
            if let Some(enter) = stop.enter.filter(|_| place > 0) {
                let text = pen.text(&pen.words.number(enter), pen::NOTE, Some(room));
                says.counts.push((step.x + INSET, text, Role::Muted));
            }
            if let Some(loss) = stop.loss() {
                says.lost(pen, step.x + INSET, room, loss);
            }
        }
        says.goes_on(pen, stop, phase, width);
        let is_largest = says.largest(pen, funnel, place, width);
        if let Some(loss) = stop.loss().filter(|_| says.losses.is_empty() && !is_largest) {
            says.lost(pen, x, width, loss);
        }
        says
    }

    /// The same of a phase alone. What it loses is what does not go on; only the largest loss is
    /// told.
    fn whole(
        pen: &mut Pen,
        funnel: &Funnel,
        place: usize,
        column: &PhaseColumn,
        phase: &Phase,
    ) -> Self {
        let mut says = Self::none(column.x + INSET);
        let width = column.width - INSET * 2.0;
        let Some(stop) = funnel.phases.get(place) else { return says };
        says.enters(pen, stop, width);
        says.goes_on(pen, stop, phase, width);
        says.largest(pen, funnel, place, width);
        says
    }

    fn none(x: f32) -> Self {
        Self { counts: Vec::new(), goes_on: None, losses: Vec::new(), largest: None, x }
    }

    fn enters(&mut self, pen: &mut Pen, stop: &Stop, room: f32) {
        if let Some(enter) = stop.enter {
            let text = pen.text(&pen.words.number(enter), pen::LANE, Some(room));
            self.counts.push((self.x, text, Role::Ink));
        }
    }

    fn goes_on(&mut self, pen: &mut Pen, stop: &Stop, phase: &Phase, width: f32) {
        if let Some(conversion) = stop.conversion() {
            let share = pen.short(&insight::share_said(conversion, pen.words), pen::CHANGE);
            let name = insight::conversion_name(phase.conversion.as_ref(), pen.words);
            let room = (width - share.size.x - 5.0).max(40.0);
            self.goes_on = Some((share, pen.text(&name, pen::NOTE, Some(room))));
        }
    }

    /// What is lost, of how many; left out where that would become a tower.
    fn lost(&mut self, pen: &mut Pen, x: f32, room: f32, loss: Loss) {
        let room = (room - SIGN).max(30.0);
        let text = pen.text(&insight::lost(loss, pen.words), pen::NOTE, Some(room));
        if text.lines.len() <= 2 {
            self.losses.push((x, text));
        }
    }

    /// Is it the phase that loses most? Then that stands in a pill.
    fn largest(&mut self, pen: &mut Pen, funnel: &Funnel, place: usize, room: f32) -> bool {
        let largest = funnel.largest_loss().filter(|(largest, _)| *largest == place);
        self.largest = largest.map(|(_, loss)| {
            let said = insight::largest_said(funnel, loss, pen.words);
            pill(pen, &said, &insight::lost(loss, pen.words), room)
        });
        self.largest.is_some()
    }

    /// How high what stands above the band is.
    fn over(&self) -> f32 {
        self.counts.iter().fold(0.0, |most, (_, text, _)| most.max(text.size.y))
    }

    fn goes_on_height(&self) -> f32 {
        self.goes_on.as_ref().map_or(0.0, |(share, name)| share.size.y.max(name.size.y) + 3.0)
    }

    fn losses_height(&self) -> f32 {
        self.losses.iter().fold(0.0f32, |most, (_, text)| most.max(text.size.y))
    }

    /// How high what stands below the band is.
    fn under(&self) -> f32 {
        let largest = self.largest.as_ref().map_or(0.0, |text| text.size.y + PILL_DOWN * 2.0 + 3.0);
        self.goes_on_height() + self.losses_height() + largest
    }

    fn draw(self, sketch: &mut Sketch, over_y: f32, under_y: f32) {
        let losses_y = under_y + self.goes_on_height();
        let largest_y = losses_y + self.losses_height() + 3.0;
        for (x, text, role) in self.counts {
            sketch.text(pos2(x, over_y), text, role);
        }
        if let Some((share, name)) = self.goes_on {
            let name_x = self.x + share.size.x + 5.0;
            sketch.text(pos2(self.x, under_y), share, Role::Ink);
            sketch.text(pos2(name_x, under_y), name, Role::Muted);
        }
        for (x, text) in self.losses {
            down(sketch, pos2(x, losses_y), text, Role::Muted);
        }
        if let Some(text) = self.largest {
            let size = vec2(SIGN + text.size.x + PILL_PAD * 2.0, text.size.y + PILL_DOWN * 2.0);
            let rect = Rect::from_min_size(pos2(self.x, largest_y), size);
            let (fill, stroke) = (Some(Role::GapFill.into()), Some(solid(1.2, Role::Bad)));
            let radius = (size.y / 2.0).min(11.0);
            sketch.add(Item::Rect { rect, radius, fill, stroke, shadow: false }, rect);
            down(sketch, rect.min + vec2(PILL_PAD, PILL_DOWN), text, Role::Bad);
        }
    }
}

/// A text after a sign that points down.
fn down(sketch: &mut Sketch, at: Pos2, text: Arc<Text>, role: Role) {
    let sign = at + vec2(4.0, text.size.y.min(18.0) / 2.0);
    let path = Arc::new(triangle(sign, vec2(4.0, 3.2), false));
    let item = Item::Path { path, fill: Some(role.into()), stroke: None };
    sketch.add(item, Rect::from_center_size(sign, vec2(8.0, 7.0)));
    sketch.text(at + vec2(SIGN, 0.0), text, role);
}

/// What stands in a pill in a column with this much room: in a narrow one, where all of it would
/// become a tower, the figure alone.
fn pill(pen: &mut Pen, said: &str, figure: &str, room: f32) -> Arc<Text> {
    let room = (room - SIGN - PILL_PAD * 2.0).max(30.0);
    let all = pen.text(said, pen::CHANGE, Some(room));
    if all.lines.len() > 2 { pen.text(figure, pen::CHANGE, Some(room)) } else { all }
}

/// All that the funnel says of a phase, for those who do not see it.
pub(super) fn said(
    pen: &Pen,
    journey: &Journey,
    funnel: &Funnel,
    place: usize,
    phase: &Phase,
) -> String {
    let words = pen.words;
    let mut parts = insight::phase_said(journey, funnel, place, phase, words);
    if parts.is_empty() {
        parts.push(words.funnel_unknown());
    }
    format!("{}: {}", titled(&phase.title, words), parts.join(", "))
}
