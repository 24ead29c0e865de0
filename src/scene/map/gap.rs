//! The gap between two curves of a lane: the area between them, and how far apart they are in each
//! phase. Good is where the second is above the first.
//!
//! The figures are of the points alone ([`Feelings`]), as everywhere; the area follows the curves,
//! and is drawn in those phases of which there is something to tell.

use crate::insight::{Feelings, as_written};
use crate::model::{Id, Journey, Lane, Thing, same_things};
use crate::scene::draw::pen::{self, Pen, text_at};
use crate::scene::map::boxes::{Area, CurveGap, StepGap};
use crate::scene::{
    Columns, Curve, CurveLine, Drawing, Item, Path, PhaseColumn, Placed, Role, Segment, StepColumn,
};
use crate::words::titled;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// How far apart the places are at which the two curves are compared.
const EVERY: f32 = 5.0;
/// From a figure's text to the edge of its pill.
const PAD: Vec2 = vec2(5.0, 1.0);

impl Area {
    /// In which colour it is filled.
    pub fn fill(&self) -> crate::scene::Paint {
        if self.better { Role::Good.at(46) } else { Role::Bad.at(46) }
    }

    /// The area as an item, moved by `by`.
    pub(in crate::scene) fn item(&self, by: Vec2) -> Item {
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
/// `journey` is the whole map where only a part of it is laid out; `before` is the curve as it was.
pub(in crate::scene) fn gap(
    pen: &mut Pen,
    lane: &Lane,
    journey: &Journey,
    columns: &Arc<Columns>,
    curve: &Curve,
    before: Option<&Curve>,
) -> Option<Arc<CurveGap>> {
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
    let means = means(lane, journey, columns, [first, second]);
    let mut steps = Vec::with_capacity(columns.steps.len());
    for (index, column) in columns.steps.iter().enumerate() {
        let told = means.get(column.phase).copied().flatten().is_some();
        let kept = old.as_ref().and_then(|(gap, old)| {
            let kept = gap.steps.get(index)?;
            let same = old.iter().zip(&lines).all(|(a, b)| {
                let (a, b) = (near(a, column), near(b, column));
                same_things(a, b)
            });
            (same && told != kept.areas.is_empty()).then(|| kept.clone())
        });
        let areas = || if told { step_areas(&lines, column) } else { Vec::new() };
        steps.push(kept.unwrap_or_else(|| Arc::new(StepGap { areas: areas() })));
    }
    let taken = taken(columns, curve);
    let mut figures = Vec::with_capacity(columns.phases.len());
    for (index, (phase, taken)) in columns.phases.iter().zip(&taken).enumerate() {
        let mean = means.get(index).copied().flatten();
        let kept = old.as_ref().and_then(|(gap, _)| {
            let figure = gap.figures.get(index)?.as_ref()?;
            let steps =
                gap.steps.get(phase.steps.clone())?.iter().zip(steps.get(phase.steps.clone())?);
            let same =
                gap.means.get(index)? == &mean && steps.into_iter().all(|(a, b)| Arc::ptr_eq(a, b));
            same.then_some(figure)
        });
        let mean = mean.map(as_written).filter(|mean| *mean != 0.0);
        let figure = mean.and_then(|mean| {
            let both = samples(&lines, phase.x, phase.x + phase.width);
            // Also what says the same as before stands where it would come anew.
            let spot = |size: Vec2| spot(phase, &both, curve.zero_y, size, taken);
            if let Some(kept) = kept {
                let at = spot(kept.drawing.size)?.min;
                let stays = at == kept.at;
                return Some(match stays {
                    true => kept.clone(),
                    false => Arc::new(Placed { at, ..Placed::clone(kept) }),
                });
            }
            let name = journey.phases.iter().find(|one| one.id == phase.id);
            figure(pen, phase, name.map_or("", |phase| &phase.title), mean, spot).map(Arc::new)
        });
        figures.push(figure);
    }
    let any = means.iter().any(Option::is_some);
    any.then(|| Arc::new(CurveGap { steps, figures, means, between, columns: columns.clone() }))
}

/// How much better the second persona feels than the first in each phase that is laid out.
fn means(lane: &Lane, journey: &Journey, columns: &Columns, between: [&Id; 2]) -> Vec<Option<f64>> {
    let feelings = Feelings::of_lane(journey, &lane.id);
    let [first, second] = between.map(|id| feelings.place(Some(id)));
    let better = |phase: &PhaseColumn| {
        let place = journey.phases.index_where(|one| one.id == phase.id)?;
        Some(feelings.in_phase(second?, place)? - feelings.in_phase(first?, place)?)
    };
    columns.phases.iter().map(better).collect()
}

fn is_free(rect: Rect, taken: &[Rect]) -> bool {
    !taken.iter().any(|other| other.intersects(rect))
}

/// Faces and quotes, by the phases they stand in.
fn taken(columns: &Columns, curve: &Curve) -> Vec<Vec<Rect>> {
    let mut taken = vec![Vec::new(); columns.phases.len()];
    let mut add = |rect: Rect| {
        let from = columns.phases.partition_point(|phase| phase.x + phase.width < rect.left());
        let to = columns.phases.partition_point(|phase| phase.x <= rect.right());
        for phase in taken.get_mut(from..to.max(from)).into_iter().flatten() {
            phase.push(rect);
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
pub(in crate::scene) fn pieces_within(line: &CurveLine, left: f32, right: f32) -> Range<usize> {
    let x = |at: Option<&Pos2>| at.map_or(0.0, |at| at.x);
    let from = line.pieces.partition_point(|piece| x(piece.last()) <= left);
    let to = line.pieces.partition_point(|piece| x(piece.first()) < right);
    from..to.max(from)
}

/// The area between the two curves within a step.
fn step_areas(lines: &[CurveLine; 2], column: &StepColumn) -> Vec<Area> {
    areas(&samples(lines, column.x, column.x + column.width))
}

/// Places between `left` and `right` with the heights of both curves, as far as both reach.
fn samples(lines: &[CurveLine; 2], left: f32, right: f32) -> Vec<(f32, f32, f32)> {
    let [first, second] = lines
        .each_ref()
        .map(|line| line.pieces.get(pieces_within(line, left, right)).unwrap_or_default());
    let x = |at: Option<&Pos2>| at.map(|at| at.x);
    let ends = |line: &[Arc<Vec<Pos2>>]| {
        let from = x(line.first().and_then(|piece| piece.first()))?;
        Some((from, x(line.last().and_then(|piece| piece.last()))?))
    };
    let (Some(a), Some(b)) = (ends(first), ends(second)) else { return Vec::new() };
    let (left, right) = (a.0.max(b.0).max(left), a.1.min(b.1).min(right));
    if right - left < 1.0 {
        return Vec::new();
    }
    let count = ((right - left) / EVERY).ceil().clamp(2.0, 400.0) as usize;
    let xs = (0..=count).map(|place| left + (right - left) * place as f32 / count as f32);
    xs.map(|x| (x, y_at(first, x), y_at(second, x))).collect()
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
pub(in crate::scene) fn areas(both: &[(f32, f32, f32)]) -> Vec<Area> {
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

/// Where a figure of this size stands, beside faces and quotes: between the curves, or else above or
/// below; where the curves do not run beside each other, at the zero line.
fn spot(
    column: &PhaseColumn,
    both: &[(f32, f32, f32)],
    zero_y: f32,
    size: Vec2,
    taken: &[Rect],
) -> Option<Rect> {
    let alone = [(column.x + column.width / 2.0, zero_y, zero_y)];
    let both = if both.is_empty() { &alone[..] } else { both };
    let mut places = Vec::new();
    for share in [0.5, 0.3, 0.7, 0.4, 0.6, 0.15, 0.85, 0.05, 0.95] {
        let Some((x, a, b)) = both.get((both.len() as f32 * share) as usize) else { continue };
        let between = (a - b).abs() > size.y + 4.0;
        places.push((!between, pos2(*x, (a + b) / 2.0)));
        places.push((true, pos2(*x, a.min(*b) - size.y)));
        places.push((true, pos2(*x, a.max(*b) + size.y)));
    }
    // Between the curves before beside them.
    places.sort_by_key(|(beside, _)| *beside);
    let inside = column.x..=column.x + column.width;
    places.into_iter().map(|(_, at)| Rect::from_center_size(at, size)).find(|rect| {
        let within = inside.contains(&rect.left()) && inside.contains(&rect.right());
        within && rect.top() > 2.0 && is_free(*rect, taken)
    })
}

/// How far apart they are in a phase; none where there is no `spot` for it.
fn figure(
    pen: &mut Pen,
    column: &PhaseColumn,
    name: &str,
    mean: f64,
    spot: impl Fn(Vec2) -> Option<Rect>,
) -> Option<Placed> {
    let said = pen.words.felt(mean);
    let text = pen.short(&said, pen::CHANGE);
    let size = text.size + PAD * 2.0;
    let rect = spot(size)?;
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
    let (thing, text_rect) = (Thing::Phase(column.id.clone()), Rect::ZERO);
    Some(Placed { thing, title, at: rect.min, drawing, text_rect })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EmotionPoint, Persona, Project, Widths};
    use crate::scene::tests::{scene, small};
    use crate::scene::{Body, Layout};
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

    fn gap_of(scene: &crate::scene::Scene) -> Arc<CurveGap> {
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
    }

    /// What the figures say, by phase.
    fn said(gap: &CurveGap) -> Vec<Option<String>> {
        gap.figures.iter().map(|one| one.as_ref().map(|one| one.title.clone())).collect()
    }

    #[test]
    fn figures_are_of_points_whatever_the_columns_are() {
        for widths in [None, Some(Widths::Free), Some(Widths::Scale)] {
            let mut project = crossing();
            let journey = project.journeys.edit(0).unwrap();
            journey.widths = widths;
            journey.phases.edit(1).unwrap().steps.edit(0).unwrap().width = Some(700.0);
            // Bo − Anna: 1 − −1 in the first phase, −1 − 1 in the second.
            let gap = gap_of(&scene(project));
            assert_eq!(gap.means, [Some(2.0), Some(-2.0)]);
            assert_eq!(said(&gap), [Some("early: +2.0".into()), Some("late: −2.0".into())]);
        }
    }

    #[test]
    fn where_one_of_them_has_no_point_nothing_is_said_and_nothing_filled() {
        let mut project = crossing();
        let journey = project.journeys.edit(0).unwrap();
        let at = journey.lanes.iter().position(|lane| lane.id.as_str() == "feeling").unwrap();
        let lane = journey.lanes.edit(at).unwrap();
        // Bo's last point is in the second phase, too, but a step earlier.
        let last = lane.points.index_where(|point| point.id.as_str() == "bos3").unwrap();
        let last = lane.points.edit(last).unwrap();
        (last.step, last.value) = (Id::new("s2"), 0.0);
        let filled = |gap: &CurveGap| -> Vec<bool> {
            gap.steps.iter().map(|step| !step.areas.is_empty()).collect()
        };
        // Anna has +1 in the second phase, Bo 0.
        let gap = gap_of(&scene(project.clone()));
        assert_eq!(said(&gap), [Some("early: +2.0".into()), Some("late: −1.0".into())]);
        assert_eq!(filled(&gap), [true, true, false]);
        // With a point in the first phase alone he has none to compare with in the second.
        let lane = project.journeys.edit(0).unwrap().lanes.edit(at).unwrap();
        lane.points.retain(|point| point.id.as_str() != "bos3");
        let gap = gap_of(&scene(project));
        assert_eq!(said(&gap), [Some("early: +2.0".into()), None]);
        assert_eq!(filled(&gap), [false, false, false]);
    }

    #[test]
    fn a_figure_comes_back_to_its_place_when_that_is_free_again() {
        let (words, mut layout) = (Words::new(Lang::En), Layout::new());
        let mut scene = |project: &Project| {
            layout.scene(&Arc::new(project.clone()), &Id::new("j"), &words, 1.0).unwrap()
        };
        let project = crossing();
        let at = |gap: &CurveGap| gap.figures.iter().flatten().next().unwrap().at;
        let fresh = at(&gap_of(&scene(&project)));
        // A quote is said where the figure stood, and taken back: faces and curves stay.
        let mut said = project.clone();
        let lanes = &mut said.journeys.edit(0).unwrap().lanes;
        let lane = lanes.iter().position(|lane| lane.id.as_str() == "feeling").unwrap();
        for point in 0..4 {
            let point = lanes.edit(lane).unwrap().points.edit(point).unwrap();
            point.quote =
                "It goes on and on, and nobody has told us for how long it will. ".repeat(3);
        }
        let pushed = at(&gap_of(&scene(&said)));
        assert_ne!(pushed, fresh, "a quote stands where it stood");
        assert_eq!(at(&gap_of(&scene(&project))), fresh);
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
        for figure in gap_of(&after).figures.iter().flatten() {
            let rect = Rect::from_min_size(figure.at, figure.drawing.size);
            assert!(curve.points.iter().all(|point| rect.distance_to_pos(point.at) > 10.0));
        }
    }
}
