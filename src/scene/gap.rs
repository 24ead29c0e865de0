//! The gap between two curves of a lane: the area between them, and how far apart they are in each
//! step. Good is where the second is above the first.

use super::pen::{self, Pen, text_at};
use super::titled;
use super::{Columns, Curve, CurveLine, Drawing, Item, Path, Placed, Role, Segment, StepColumn};
use crate::edit::Thing;
use crate::model::{Id, Journey, Lane};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// How far apart the places are at which the two curves are compared.
const EVERY: f32 = 5.0;
/// A gap smaller than this is not said.
const LEAST: f64 = 0.05;
/// From a figure's text to the edge of its pill.
const PAD: Vec2 = vec2(5.0, 1.0);

/// The area between two curves, step by step. Positions are as in [`Curve`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gap {
    /// From left to right.
    pub steps: Vec<Arc<StepGap>>,
    /// Whose curves they are: from the first one's to the second one's.
    between: [Id; 2],
    columns: Arc<Columns>,
}

/// The gap within one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepGap {
    /// Its parts: a new one begins where the curves cross.
    pub areas: Vec<Area>,
    /// How far apart they are on average, where there is room to say so.
    pub figure: Option<Placed>,
}

/// A part of the area between two curves.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Is the second curve above the first?
    pub better: bool,
    /// Its upper edge, from left to right.
    pub upper: Vec<Pos2>,
    /// Its lower edge, at the same places.
    pub lower: Vec<Pos2>,
}

impl Area {
    /// In which colour it is filled.
    pub fn fill(&self) -> super::Paint {
        if self.better { Role::Good.at(46) } else { Role::Bad.at(46) }
    }

    /// The area as an item, moved by `by`.
    pub(super) fn item(&self, by: Vec2) -> Item {
        let edge = self.upper.iter().chain(self.lower.iter().rev()).map(|at| *at + by);
        let mut segments: Vec<Segment> = edge.map(Segment::Line).collect();
        if let Some(Segment::Line(at)) = segments.first().copied() {
            segments[0] = Segment::Move(at);
        }
        segments.push(Segment::Close);
        let path = Arc::new(Path { segments, convex: false });
        Item::Path { path, fill: Some(self.fill()), stroke: None }
    }
}

/// The gap that `lane` asks for; none where it asks for none, or where its curves do not meet.
/// `before` is the curve as it was.
pub(super) fn gap(
    pen: &mut Pen,
    lane: &Lane,
    journey: &Journey,
    columns: &Arc<Columns>,
    curve: &Curve,
    before: Option<&Curve>,
) -> Option<Arc<Gap>> {
    let [first, second, ..] = lane.gap_between.as_slice() else { return None };
    let line = |curve: &Curve, id: &Id| -> Option<CurveLine> {
        curve.lines.iter().find(|line| line.persona.as_ref() == Some(id)).cloned()
    };
    let lines = [line(curve, first)?, line(curve, second)?];
    let between = [first.clone(), second.clone()];
    let old = before.and_then(|before| {
        let gap = before.gap.as_ref()?;
        let is_it = gap.between == between && Arc::ptr_eq(&gap.columns, columns);
        let same = is_it && before.zero_y == curve.zero_y;
        same.then_some((gap, [line(before, first)?, line(before, second)?]))
    });
    let taken = taken(columns, curve);
    let names = journey.steps().map(|(phase, step)| match step.title.is_empty() {
        true => journey.phases.get(phase).map_or("", |phase| phase.title.as_str()),
        false => step.title.as_str(),
    });
    let mut steps = Vec::with_capacity(columns.steps.len());
    for (((index, column), name), taken) in columns.steps.iter().enumerate().zip(names).zip(&taken)
    {
        let kept = old.as_ref().and_then(|(gap, old)| {
            let kept = gap.steps.get(index)?;
            let same = old.iter().zip(&lines).all(|(a, b)| {
                let (a, b) = (near(a, column), near(b, column));
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
            });
            let free = kept.figure.as_ref().is_none_or(|figure| is_free(rect(figure), taken));
            (same && free).then(|| kept.clone())
        });
        steps.push(kept.unwrap_or_else(|| Arc::new(one(pen, &lines, curve, column, name, taken))));
    }
    let any = steps.iter().any(|step| !step.areas.is_empty());
    any.then(|| Arc::new(Gap { steps, between, columns: columns.clone() }))
}

fn rect(figure: &Placed) -> Rect {
    Rect::from_min_size(figure.at, figure.drawing.size)
}

fn is_free(rect: Rect, taken: &[Rect]) -> bool {
    !taken.iter().any(|other| other.intersects(rect))
}

/// Faces and quotes, by the steps they stand in.
fn taken(columns: &Columns, curve: &Curve) -> Vec<Vec<Rect>> {
    let mut taken = vec![Vec::new(); columns.steps.len()];
    let mut add = |rect: Rect| {
        let from = columns.steps.partition_point(|step| step.x + step.width < rect.left());
        let to = columns.steps.partition_point(|step| step.x <= rect.right());
        for step in taken.get_mut(from..to.max(from)).into_iter().flatten() {
            step.push(rect);
        }
    };
    for point in &curve.points {
        add(Rect::from_center_size(point.at, Vec2::splat(point.radius * 2.0)));
        if let Some((quote, _)) = &point.quote {
            add(quote.expand(2.0));
        }
    }
    taken
}

/// The pieces of a line of which something is within a step.
fn near<'a>(line: &'a CurveLine, column: &StepColumn) -> &'a [Arc<Vec<Pos2>>] {
    let range = pieces_within(line, column.x, column.x + column.width);
    line.pieces.get(range).unwrap_or_default()
}

/// Which pieces of a line have something between `left` and `right`.
pub(super) fn pieces_within(line: &CurveLine, left: f32, right: f32) -> Range<usize> {
    let x = |at: Option<&Pos2>| at.map_or(0.0, |at| at.x);
    let from = line.pieces.partition_point(|piece| x(piece.last()) <= left);
    let to = line.pieces.partition_point(|piece| x(piece.first()) < right);
    from..to.max(from)
}

/// The gap within a step.
fn one(
    pen: &mut Pen,
    lines: &[CurveLine; 2],
    curve: &Curve,
    column: &StepColumn,
    name: &str,
    taken: &[Rect],
) -> StepGap {
    let [first, second] = lines.each_ref().map(|line| near(line, column));
    let x = |at: Option<&Pos2>| at.map(|at| at.x);
    let ends = |line: &[Arc<Vec<Pos2>>]| {
        let from = x(line.first().and_then(|piece| piece.first()))?;
        Some((from, x(line.last().and_then(|piece| piece.last()))?))
    };
    let (Some(a), Some(b)) = (ends(first), ends(second)) else { return StepGap::default() };
    let left = a.0.max(b.0).max(column.x);
    let right = a.1.min(b.1).min(column.x + column.width);
    if right - left < 1.0 {
        return StepGap::default();
    }
    let count = ((right - left) / EVERY).ceil().clamp(2.0, 400.0) as usize;
    let xs = (0..=count).map(|place| left + (right - left) * place as f32 / count as f32);
    let both: Vec<(f32, f32, f32)> = xs.map(|x| (x, y_at(first, x), y_at(second, x))).collect();
    let areas = areas(&both);
    let mean = both.iter().map(|(_, a, b)| f64::from(a - b)).sum::<f64>() / both.len() as f64;
    let mean = (mean / f64::from(curve.unit.max(1.0)) * 10.0).round() / 10.0;
    let figure = (mean.abs() >= LEAST).then(|| figure(pen, column, name, &both, mean, taken));
    StepGap { areas, figure: figure.flatten() }
}

/// How high a curve is at `x`.
fn y_at(pieces: &[Arc<Vec<Pos2>>], x: f32) -> f32 {
    let place = pieces.partition_point(|piece| piece.last().is_some_and(|at| at.x < x));
    let Some(piece) = pieces.get(place).or(pieces.last()) else { return 0.0 };
    let place = piece.partition_point(|at| at.x < x);
    match (piece.get(place.wrapping_sub(1)), piece.get(place)) {
        (Some(a), Some(b)) if b.x > a.x => a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x),
        (_, Some(at)) | (Some(at), None) => at.y,
        (None, None) => 0.0,
    }
}

/// The area between the curves, cut where they cross: `both` are places from left to right with the
/// heights of the first and the second curve.
pub(super) fn areas(both: &[(f32, f32, f32)]) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    let mut last: Option<(f32, f32, f32)> = None;
    for &(x, first, second) in both {
        let better = second < first;
        let crossing = last.filter(|(_, a, b)| (b < a) != better).map(|(from, a, b)| {
            let (before, after) = (a - b, first - second);
            let part = if before == after { 0.5 } else { before / (before - after) };
            pos2(from + (x - from) * part, a + (first - a) * part)
        });
        if last.is_none() || crossing.is_some() {
            if let (Some(area), Some(at)) = (areas.last_mut(), crossing) {
                area.upper.push(at);
                area.lower.push(at);
            }
            let start: Vec<Pos2> = crossing.into_iter().collect();
            areas.push(Area { better, upper: start.clone(), lower: start });
        }
        if let Some(area) = areas.last_mut() {
            area.upper.push(pos2(x, first.min(second)));
            area.lower.push(pos2(x, first.max(second)));
        }
        last = Some((x, first, second));
    }
    areas
}

/// How far apart they are, beside faces and quotes: between the curves, or else above or below.
fn figure(
    pen: &mut Pen,
    column: &StepColumn,
    name: &str,
    both: &[(f32, f32, f32)],
    mean: f64,
    taken: &[Rect],
) -> Option<Placed> {
    let said = pen.words.signed(mean);
    let text = pen.short(&said, pen::CHANGE);
    let size = text.size + PAD * 2.0;
    let mut places = Vec::new();
    for share in [0.5, 0.3, 0.7, 0.15, 0.85] {
        let Some((x, a, b)) = both.get((both.len() as f32 * share) as usize) else { continue };
        let between = (a - b).abs() > size.y + 4.0;
        places.push((!between, pos2(*x, (a + b) / 2.0)));
        places.push((true, pos2(*x, a.min(*b) - size.y)));
        places.push((true, pos2(*x, a.max(*b) + size.y)));
    }
    // Between the curves before beside them.
    places.sort_by_key(|(beside, _)| *beside);
    let inside = column.x..=column.x + column.width;
    let rect = places.into_iter().map(|(_, at)| Rect::from_center_size(at, size)).find(|rect| {
        let within = inside.contains(&rect.left()) && inside.contains(&rect.right());
        within && rect.top() > 2.0 && is_free(*rect, taken)
    })?;
    let role = if mean > 0.0 { Role::Good } else { Role::Bad };
    let back = Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, size),
        radius: size.y / 2.0,
        fill: Some(Role::Paper.at(225)),
        stroke: None,
        shadow: false,
    };
    let items = vec![back, text_at(PAD.to_pos2(), text, role)];
    let drawing = Arc::new(Drawing { size, items, ..Drawing::default() });
    let title = format!("{}: {said}", titled(name, pen.words));
    let (thing, text_rect) = (Thing::Step(column.id.clone()), Rect::ZERO);
    Some(Placed { thing, title, at: rect.min, drawing, text_rect })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{scene, small};
    use super::super::{Body, Layout};
    use super::*;
    use crate::model::{EmotionPoint, Persona, Project};
    use crate::words::{Lang, Words};

    /// Anna goes from −1 to +1, Bo from +1 to −1: they cross in the middle.
    fn crossing() -> Project {
        let mut project = small();
        let bo = Persona { id: Id::new("bo"), name: "Bo".into(), ..Persona::default() };
        project.personas.push(bo.into());
        let journey = project.journeys.edit(0).unwrap();
        journey.personas.push(Id::new("bo"));
        let at = journey.lanes.iter().position(|lane| lane.id.as_str() == "feeling").unwrap();
        let lane = journey.lanes.edit(at).unwrap();
        let point = |who: &str, step: &str, value: f64| EmotionPoint {
            id: Id::new(&format!("{who}{step}")),
            persona: Some(Id::new(who)),
            step: Id::new(step),
            value,
            ..EmotionPoint::default()
        };
        let points = [("anna", -1.0), ("bo", 1.0)].into_iter().flat_map(|(who, sign)| {
            [("s1", sign), ("s3", -sign)].map(|(step, value)| point(who, step, value))
        });
        lane.points = points.collect();
        lane.gap_between = vec![Id::new("anna"), Id::new("bo")];
        project
    }

    fn gap_of(scene: &super::super::Scene) -> Arc<Gap> {
        let curve = scene.lanes.iter().find_map(|lane| match &lane.body {
            Body::Curve(curve) => Some(curve.clone()),
            _ => None,
        });
        curve.unwrap().gap.clone().unwrap()
    }

    #[test]
    fn the_area_turns_from_good_to_bad_where_curves_cross() {
        let gap = gap_of(&scene(crossing()));
        let sides: Vec<Vec<bool>> = gap
            .steps
            .iter()
            .map(|step| step.areas.iter().map(|one| one.better).collect())
            .collect();
        assert_eq!(sides, [vec![true], vec![true, false], vec![false]]);
        for area in gap.steps.iter().flat_map(|step| &step.areas) {
            assert!(area.upper.len() == area.lower.len() && area.upper.len() > 2);
            assert!(area.upper.iter().zip(&area.lower).all(|(a, b)| a.y <= b.y && a.x == b.x));
        }
        let said = |step: usize| gap.steps[step].figure.as_ref().map(|one| one.title.clone());
        assert!(said(0).is_some_and(|said| said.contains('+')), "{:?}", said(0));
        assert!(said(2).is_some_and(|said| said.contains('−')), "{:?}", said(2));
        assert_eq!(said(1), None);
    }

    #[test]
    fn steps_far_from_an_edit_are_kept_and_figures_cover_no_face() {
        let (words, mut layout) = (Words::new(Lang::En), Layout::new());
        let mut project = crossing();
        let mut scene = |project: &Project| {
            layout.scene(&Arc::new(project.clone()), &Id::new("j"), &words, 1.0).unwrap()
        };
        let before = scene(&project);
        let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
        lane.title = "Another".into();
        let after = scene(&project);
        assert!(Arc::ptr_eq(&gap_of(&before), &gap_of(&after)));
        let Some(Body::Curve(curve)) = after.lanes.iter().map(|lane| &lane.body).nth(2) else {
            panic!("no curve")
        };
        for figure in gap_of(&after).steps.iter().filter_map(|step| step.figure.as_ref()) {
            let rect = rect(figure);
            assert!(curve.points.iter().all(|point| rect.distance_to_pos(point.at) > 10.0));
        }
    }
}
