//! Which arcs show that customers go back, skip ahead or leave, and how high does each rise?
//!
//! Arcs stand above the phase headers: up, along on a level of their own, and down. Each has its own
//! place on the headers it joins, in an order in which arcs that can do so nest instead of crossing.
//! On which level each runs, and where its label stands on it, is decided in `levels`.

use crate::model::{Id, Journey, Thing, Transition, TransitionKind};
use crate::scene::draw::pen::{line_boxes, solid, text_at};
use crate::scene::map::quotes::shortened;
use crate::scene::{
    Align, Columns, Drawing, Face, Item, Paint, Path, Placed, Role, Segment, Stroke, Summary, Text,
    TextEngine, TextStyle,
};
use crate::words::Words;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use ends::spread_ends;
use levels::{LabelRoom, arrange};
use std::collections::HashMap;
use std::sync::Arc;

mod beyond;
mod ends;
mod levels;

pub(in crate::scene) use beyond::{Beyond, beyond, from_beyond};

/// How high the lowest arc rises.
const LOWEST: f32 = 38.0;
/// From the line of one level to that of the next.
const LEVEL: f32 = 28.0;
/// Arcs that would rise higher are left out: only a damaged file has so many.
const HIGHEST: f32 = 1200.0;
/// At most so many transitions are looked at.
const MOST: usize = 1000;
/// Between a label and what stands above it.
const BETWEEN: f32 = 6.0;
/// From a label's edge to its text, on either side.
const MARGIN: Vec2 = vec2(16.0, 2.5);
/// Of the corners where an arc turns from up to along, and from along to down.
const CORNER: f32 = 14.0;
/// A label is broken to its arc's straight run, but no narrower than this, at text scale 1.
const LABEL: Rangef = Rangef { min: 150.0, max: 280.0 };
/// Where labels find no free place they are broken to these parts of that width, one after another,
/// on maps of no more arcs than this.
const NARROWER: ([f32; 3], usize) = ([0.7, 0.5, 0.36], 24);
/// A label of more lines than this is a tower.
const TOWER: usize = 2;
/// How far the arrow of those who leave goes to the right.
const OUT: f32 = 46.0;
/// Half the width, and the length, of an arrowhead.
const HEAD: Vec2 = vec2(5.0, 9.0);
/// A label says this much; the inspector says all.
const LABEL_MAX: usize = 400;

/// The transitions as arcs, with the top of the phase headers as y = 0, and how much room they
/// need above it; and whether some labels found no place that is free. Transitions from or to what is not
/// there are left out. `others` are those of a part that come from beyond it: labels stand clear of them.
pub(in crate::scene) fn arcs(
    engine: &mut TextEngine,
    journey: &Journey,
    columns: &Columns,
    others: &[Beyond],
    words: &Words,
    scale: f32,
) -> (Vec<Placed>, f32, bool) {
    if journey.transitions.is_empty() {
        return (Vec::new(), 0.0, false);
    }
    let headers = headers(journey, columns);
    let known = journey.transitions.iter().take(MOST);
    let mut arcs: Vec<Arch> = known.filter_map(|one| Arch::new(one, &headers)).collect();
    spread_ends(&mut arcs, &headers);

    let all = headers.iter().fold(Rangef::NOTHING, |all, header| {
        Rangef::new(all.min.min(header.x.min), all.max.max(header.x.max))
    });
    let style = TextStyle {
        face: Face::Medium,
        size: 12.0 * scale,
        line_height: 16.0 * scale,
        align: Align::Start,
    };
    let passed: Vec<f32> = others.iter().map(|one| one.x).collect();
    let room = LabelRoom { all, passed: &passed };
    let spread = arcs;
    let mut widths = vec![1.0; spread.len()];
    let mut laid = |widths: &[f32]| {
        let mut arcs = spread.clone();
        for (arc, part) in arcs.iter_mut().zip(widths) {
            let label = arc.label(words);
            let run = if arc.to.is_some() { arc.run().span() } else { f32::INFINITY };
            let widest = run.clamp(LABEL.min * scale, LABEL.max * scale) * part;
            let widest = widest.min(all.span() - 2.0 * MARGIN.x).max(1.0);
            let text = engine.layout(&shortened(&label, LABEL_MAX), &style, Some(widest));
            arc.pill = text.size + MARGIN * 2.0;
            arc.text = text;
        }
        let crowded = arrange(&mut arcs, &headers, room, scale);
        (arcs, crowded)
    };
    let (mut arcs, mut crowded) = laid(&widths);
    // First those that found no free place are made narrower, then all.
    let tries = NARROWER.0.into_iter().flat_map(|part| [(part, false), (part, true)]);
    for (part, all) in tries.filter(|_| spread.len() <= NARROWER.1) {
        if crowded.is_empty() {
            break;
        }
        let mut narrower = widths.clone();
        for (place, width) in narrower.iter_mut().enumerate() {
            if all || crowded.contains(&place) {
                *width = part;
            }
        }
        let tried = laid(&narrower);
        if tried.1.len() < crowded.len() || tried.1.len() == crowded.len() && !all {
            (arcs, crowded) = tried;
            widths = narrower;
        }
    }
    // A tower of short lines is as wide again as the others, in their new order, let it be.
    for place in 0..spread.len() {
        let is_tower = arcs[place].text.lines.len() > TOWER;
        let wider = [1.0].into_iter().chain(NARROWER.0).filter(|part| *part > widths[place]);
        for part in wider.filter(|_| is_tower) {
            let mut wider = widths.clone();
            wider[place] = part;
            let tried = laid(&wider);
            if tried.1.len() <= crowded.len() {
                (arcs, crowded) = tried;
                widths = wider;
                break;
            }
        }
    }
    // Only a damaged file has arcs beyond all measure.
    arcs.retain(|arc| arc.height <= HIGHEST);

    // Low ones are painted last: their labels stay above the legs of the others.
    arcs.sort_by(|a, b| b.height.total_cmp(&a.height));
    let top = arcs.iter().map(|arc| arc.height + arc.pill.y / 2.0 + BETWEEN).fold(0.0, f32::max);
    let placed = arcs.into_iter().map(|arc| arc.placed(&headers, words)).collect();
    (placed, top, !crowded.is_empty())
}

/// What a transition says without its reason: "12 % go back". `leaves`: it goes nowhere; `back`: it
/// goes to what comes before.
pub(in crate::scene) fn what(
    transition: &Transition,
    leaves: bool,
    back: bool,
    words: &Words,
) -> String {
    let share = transition.share.filter(|share| share.is_finite());
    let share = share.map(|share| words.percent(share.clamp(0.0, 100.0)));
    let shown = match &transition.kind {
        Some(kind) => kind.clone(),
        None if leaves => TransitionKind::Leave,
        None if back => TransitionKind::LoopBack,
        None => TransitionKind::Skip,
    };
    match (shown, share) {
        (TransitionKind::LoopBack, Some(share)) => words.arc_loop_back(&share),
        (TransitionKind::LoopBack, None) => words.arc_loop_back_some(),
        (TransitionKind::Skip, Some(share)) => words.arc_skip(&share),
        (TransitionKind::Skip, None) => words.arc_skip_some(),
        (TransitionKind::Leave, Some(share)) => words.arc_leave(&share),
        (TransitionKind::Leave, None) => words.arc_leave_some(),
        (TransitionKind::Other(kind), Some(share)) => words.arc_other(&share, kind.as_str()),
        (TransitionKind::Other(kind), None) => kind.to_string(),
    }
}

/// A phase or step that arcs begin and end at.
struct Header<'a> {
    id: &'a Id,
    name: &'a str,
    role: Role,
    x: Rangef,
}

/// All phases and steps that have a place.
fn headers<'a>(journey: &'a Journey, columns: &'a Columns) -> Vec<Header<'a>> {
    let mut names: HashMap<&Id, &str> = HashMap::new();
    for phase in &journey.phases {
        names.insert(&phase.id, &phase.title);
        for step in &phase.steps {
            let own = !step.title.is_empty();
            names.insert(&step.id, if own { &step.title } else { &phase.title });
        }
    }
    let phases = columns.phases.iter().map(|phase| (&phase.id, phase.color, phase.x, phase.width));
    let steps = columns.steps.iter().filter_map(|step| {
        Some((&step.id, columns.phases.get(step.phase)?.color, step.x, step.width))
    });
    let all = phases.chain(steps).filter(|(.., x, width)| x.is_finite() && width.is_finite());
    let header = |(id, color, x, width): (&'a Id, u8, f32, f32)| Header {
        id,
        name: names.get(id).copied().unwrap_or_default(),
        role: Role::PhaseText(color),
        x: Rangef::new(x, x + width.max(0.0)),
    };
    all.map(header).collect()
}

/// An arc in the making.
#[derive(Clone)]
struct Arch<'a> {
    transition: &'a Transition,
    /// The place in the headers it leaves.
    from: usize,
    /// The place in the headers it comes to; none: out.
    to: Option<usize>,
    /// It goes to the left.
    back: bool,
    /// Where it begins and where it ends.
    ends: (f32, f32),
    text: Arc<Text>,
    /// The size of its label.
    pill: Vec2,
    /// The left edge of its label.
    pill_x: f32,
    /// From where to where it and its label reach.
    x: Rangef,
    /// How high it rises.
    height: f32,
}

impl<'a> Arch<'a> {
    fn new(transition: &'a Transition, headers: &[Header]) -> Option<Self> {
        // A step that is all of its phase shares the phase's places.
        let place = |id: &Id| {
            let found = headers.iter().find(|header| header.id == id)?;
            headers.iter().position(|header| header.x == found.x)
        };
        let from = place(&transition.from)?;
        let leaves = transition.kind == Some(TransitionKind::Leave);
        let to = match transition.to.as_ref().filter(|id| !leaves && !id.is_empty()) {
            Some(id) => Some(place(id)?),
            None => None,
        };
        let middle = |at: usize| headers.get(at).map_or(0.0, |header| header.x.center());
        let back = to.is_some_and(|to| middle(to) < middle(from));
        Some(Self {
            transition,
            from,
            to,
            back,
            ends: (0.0, 0.0),
            text: Arc::default(),
            pill: Vec2::ZERO,
            pill_x: 0.0,
            x: Rangef::NOTHING,
            height: 0.0,
        })
    }

    /// What stands on it.
    fn label(&self, words: &Words) -> String {
        label(self.transition, self.to.is_some(), self.back, words)
    }

    /// From where to where it runs straight along its level.
    fn run(&self) -> Rangef {
        let (from, to) = self.ends;
        let (low, high) = (from.min(to), from.max(to));
        let corner = CORNER.min((high - low) / 2.0);
        Rangef::new(low + corner, if self.to.is_some() { high - corner } else { high })
    }

    /// From where to where its label reaches, with the air that it keeps.
    fn label_x(&self) -> Rangef {
        let head = self.to.is_none() && self.ends.1 < self.pill_x;
        let left = if head { self.ends.1 - levels::ARROW } else { self.pill_x - BETWEEN };
        Rangef::new(left, self.pill_x + self.pill.x + BETWEEN)
    }

    /// Where it goes up, and where down if it does.
    fn uprights(&self) -> impl Iterator<Item = f32> {
        [Some(self.ends.0), self.to.map(|_| self.ends.1)].into_iter().flatten()
    }

    /// Puts its label's left edge there.
    fn stand_at(&mut self, left: f32) {
        let (from, to) = self.ends;
        self.pill_x = left;
        let arc = Rangef::new(from.min(to) - HEAD.x, from.max(to) + HEAD.x);
        self.x = Rangef::new(arc.min.min(left), arc.max.max(left + self.pill.x));
    }

    /// Draws it.
    fn placed(self, headers: &[Header], words: &Words) -> Placed {
        let (from, to) = self.ends;
        let h = self.height;
        let line = match self.to {
            Some(_) => over(from, to, h),
            None => out(from, to - 1.0, h),
        };
        // A label that stands before its arc is led to the arrow.
        let before = self.pill_x + self.pill.x;
        let leads = self.to.is_none() && before <= from.min(to);
        let lead =
            leads.then(|| vec![Segment::Move(pos2(before, -h)), Segment::Line(pos2(to - 1.0, -h))]);
        let tip = if self.to.is_some() { pos2(to, -1.0) } else { pos2(to, -h) };
        // The head points down to a header, or out to the right.
        let wings = match self.to {
            Some(_) => [vec2(-HEAD.x, -HEAD.y), vec2(HEAD.x, -HEAD.y)],
            None => [vec2(-HEAD.y, -HEAD.x), vec2(-HEAD.y, HEAD.x)],
        };
        let [one, other] = wings.map(|wing| tip + wing);
        let head = vec![Segment::Move(one), Segment::Line(tip), Segment::Line(other)];

        let pill = Rect::from_min_size(pos2(self.pill_x, -h - self.pill.y / 2.0), self.pill);
        let ends = [pos2(from, 0.0), tip, one, other, pos2((from + to) / 2.0, -h)];
        let bounds = Rect::from_points(&ends).union(pill);
        let moved = -bounds.min.to_vec2();
        let header = headers.get(self.from);
        let paint: Paint = header.map_or(Role::Muted, |header| header.role).into();
        let drawn = |mut segments: Vec<Segment>, dash| {
            segments.iter_mut().for_each(|segment| shift(segment, moved));
            let path = Arc::new(Path { segments, convex: false });
            Item::Path { path, fill: None, stroke: Some(Stroke { width: 1.8, paint, dash }) }
        };
        let corner = pill.min + moved + MARGIN;
        let lines = line_boxes(corner, &self.text);
        let text_rect = Rect::from_min_size(corner, self.text.size);
        let label = self.label(words);
        let mut items = vec![drawn(line, Some((5.0, 4.0))), drawn(head, None)];
        items.extend(lead.map(|lead| drawn(lead, Some((5.0, 4.0)))));
        items.extend([
            Item::Rect {
                rect: pill.translate(moved),
                radius: (10.5f32).min(self.pill.y / 2.0),
                fill: Some(Role::Paper.into()),
                stroke: Some(solid(1.0, paint)),
                shadow: false,
            },
            text_at(corner, self.text, Role::Ink),
        ]);
        let untitled = words.scene_untitled();
        let name = |at: usize| match headers.get(at).map_or("", |header| header.name) {
            "" => &untitled,
            name => name,
        };
        let title = match self.to {
            Some(to) => words.arc_title(name(self.from), name(to), &label),
            None => words.arc_title_out(name(self.from), &label),
        };
        let summary = Summary { lines, ..Summary::default() };
        Placed {
            thing: Thing::Transition(self.transition.id.clone()),
            title,
            at: bounds.min,
            drawing: Arc::new(Drawing {
                size: bounds.size(),
                items,
                summary,
                ..Drawing::default()
            }),
            text_rect,
        }
    }
}

/// What is said of a transition: "30 % går tillbaka: nytt behov". Does it go somewhere, and back?
pub(in crate::scene) fn label(
    transition: &Transition,
    goes: bool,
    back: bool,
    words: &Words,
) -> String {
    let what = what(transition, !goes, back, words);
    let reason = transition.reason.trim();
    if reason.is_empty() { what } else { words.arc_reason(&what, reason) }
}

/// An arc over to another place: up, along, and down, with round corners.
fn over(from: f32, to: f32, height: f32) -> Vec<Segment> {
    let corner = CORNER.min((to - from).abs() / 2.0).min(height);
    let mut line = out(from, to - corner.copysign(to - from), height);
    line.push(quarter(pos2(to - corner.copysign(to - from), -height), pos2(to, corner - height)));
    line.push(Segment::Line(pos2(to, -2.0)));
    line
}

/// Up, round a corner, and along to `to`.
fn out(from: f32, to: f32, height: f32) -> Vec<Segment> {
    let corner = CORNER.min((to - from).abs()).min(height);
    let (below, along) =
        (pos2(from, corner - height), pos2(from + corner.copysign(to - from), -height));
    let mut turn = quarter(along, below);
    if let Segment::Cubic(a, b, end) = &mut turn {
        std::mem::swap(a, b);
        *end = along;
    }
    vec![
        Segment::Move(pos2(from, 0.0)),
        Segment::Line(below),
        turn,
        Segment::Line(pos2(to, -height)),
    ]
}

/// A quarter of a circle from a level at `along` down to `below`.
fn quarter(along: Pos2, below: Pos2) -> Segment {
    // Where a cubic's control points stand for a quarter of a circle.
    const ROUND: f32 = 0.552_284_8;
    let (x, y) = (below.x - along.x, below.y - along.y);
    let a = pos2(along.x + x * ROUND, along.y);
    let b = pos2(below.x, below.y - y * ROUND);
    Segment::Cubic(a, b, below)
}

/// Moves a piece of an outline.
fn shift(segment: &mut Segment, by: Vec2) {
    let shift = |point: &mut Pos2| *point += by;
    match segment {
        Segment::Move(to) | Segment::Line(to) => shift(to),
        Segment::Cubic(a, b, to) => [a, b, to].into_iter().for_each(shift),
        Segment::Close => {}
    }
}

#[cfg(test)]
mod tests;
