//! One persona's curve on their own page: with faces, the worst and the best of them larger and named,
//! others' curves dotted behind it, and the phases' names below.

use super::context::PageContext;
use super::curve::shown_lanes;
use super::kit::{face, texts};
use super::lines::{End, dotted, filled, on_base, one_line};
use super::sizes::{MARGIN, style};
use super::slices::bare_phase;
use super::{SIZE, who::People};
use crate::insight::{Feelings, persona_ends};
use crate::model::{EmotionPoint, Id, Journey, Lane, Thing, View};
use crate::scene::draw::pen::{Style, solid, text_at};
use crate::scene::draw::spline::Spline;
use crate::scene::map::curve;
use crate::scene::map::strands::{UNIT, strands};
use crate::scene::{
    Columns, Face, Group, Item, Path, Role, Segment, StepColumn, Stroke, Tag, phase_color,
};
use crate::words::titled;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// Where the curve ends, and the base of the names below it.
const BOTTOM: f32 = 970.0;
const NAMES: f32 = 1006.0;
const NAME: Style = style(Face::SemiBold, 28.0, 36.0);
/// A face with its halo, and one that is named.
const FACE: (f32, f32) = (38.0, 26.0);
const ENDS: (f32, f32) = (64.0, 39.0);
/// Smaller faces than this are none.
const LEAST: f32 = 14.0;
/// A name says this much.
const NAME_MAX: usize = 26;
/// How much of others' curves is seen, of 255.
const OTHERS: u8 = 140;

/// The curve of one persona.
pub(super) struct OwnCurve {
    id: Id,
    lane: Arc<Lane>,
    journey: Arc<Journey>,
}

/// A face where it stands.
struct Spot {
    at: Pos2,
    point: Arc<EmotionPoint>,
    /// The worst or the best, and what it is called.
    named: Option<(String, Role)>,
}

impl OwnCurve {
    /// That of the first lane that has points of theirs; none where none has.
    pub(super) fn of(desk: &PageContext<'_>, id: &Id) -> Option<Self> {
        let journey = desk.journey.clone();
        let steps = |point: &EmotionPoint| journey.steps().any(|(_, step)| step.id == point.step);
        let own = |lane: &&Arc<Lane>| {
            let whose = |point: &EmotionPoint| match &lane.persona {
                Some(whose) => whose == id && point.persona.as_ref().is_none_or(|one| one == id),
                None => point.persona.as_ref() == Some(id),
            };
            let is_on = !lane.curves_off.contains(id);
            is_on && lane.points.iter().any(|point| whose(point) && steps(point))
        };
        let lane = shown_lanes(&journey).into_iter().find(own)?.clone();
        Some(Self { id: id.clone(), lane, journey })
    }

    /// Draws it from `top` down.
    pub(super) fn draw(&self, desk: &mut PageContext<'_>, top: f32, items: &mut Vec<Item>) {
        let columns = even_columns(&self.journey, Rangef::new(MARGIN, SIZE.x - MARGIN));
        let (zero, unit) = ((top + BOTTOM) / 2.0, (BOTTOM - top) / 2.0 - ENDS.1);
        let unit = unit / 2.0;
        let people = People::of(desk, [&self.id]);
        let (role, name) = (people.role(&self.id), people.name(&self.id));
        let view = View::default();
        let project = desk.project.clone();
        let all = strands(&self.lane, &project, &self.journey, &view, &columns, 1.0);
        let at = |at: Pos2| pos2(at.x, zero + at.y / UNIT * unit);
        let line =
            Rect::from_min_max(pos2(MARGIN, zero - 0.75), pos2(SIZE.x - MARGIN, zero + 0.75));
        items.push(filled(line, 0.0, Role::Muted.at(107)));
        for strand in all.iter().filter(|strand| strand.persona != Some(&self.id)) {
            let spline = Spline::new(strand.spots.iter().map(|spot| at(spot.at)).collect());
            let called = strand.called(desk.pen.words).into_owned();
            items.extend(path(&spline, dotted(strand.role, OTHERS), called, strand.persona));
        }
        let Some(own) = all.iter().find(|strand| strand.persona == Some(&self.id)) else { return };
        let spline = Spline::new(own.spots.iter().map(|spot| at(spot.at)).collect());
        items.extend(path(&spline, solid(6.5, role), name.clone(), Some(&self.id)));
        let lines = spline;
        let spots: Vec<Spot> = {
            let feelings = Feelings::of(&self.journey, &view);
            let ends = persona_ends(&feelings, &self.id);
            let words = desk.pen.words;
            let named = |point: &EmotionPoint| {
                let felt = words.felt(point.value);
                let is = |end: Option<crate::insight::Felt<'_>>| {
                    end.is_some_and(|end| end.point.id == point.id)
                };
                if is(ends.worst) {
                    return Some(match point.value < 0.0 {
                        true => (words.persona_worst(felt), Role::Bad),
                        false => (words.persona_lowest(felt), Role::Muted),
                    });
                }
                is(ends.best).then(|| match point.value > 0.0 {
                    true => (words.persona_best(felt), Role::Good),
                    false => (words.persona_highest(felt), Role::Muted),
                })
            };
            let spot = |spot: &crate::scene::map::strands::FaceSpot<'_>| Spot {
                at: at(spot.at),
                point: spot.point.clone(),
                named: named(spot.point),
            };
            own.spots.iter().map(spot).collect()
        };
        let near = spots.windows(2).map(|pair| pair[1].at.x - pair[0].at.x);
        let small = near.fold(FACE.1, |radius, gap| radius.min(gap * 0.48)) / FACE.1;
        let ends: Vec<(Pos2, f32)> = spots
            .iter()
            .filter(|spot| spot.named.is_some())
            .map(|spot| (spot.at, ENDS.1))
            .collect();
        let hidden = |spot: &Spot| {
            let covers =
                |(at, radius): &(Pos2, f32)| at.distance(spot.at) < radius + FACE.1 * small - 4.0;
            spot.named.is_none() && ends.iter().any(covers)
        };
        let mut faces: Vec<(Pos2, f32)> = ends.clone();
        for spot in spots.iter().filter(|spot| !hidden(spot)) {
            let (size, halo) = match &spot.named {
                Some(_) => ENDS,
                None if FACE.0 * small < LEAST => continue,
                None => (FACE.0 * small, FACE.1 * small),
            };
            faces.push((spot.at, halo));
            let drawn = face(desk, &curve::shown_face(&spot.point), size, halo, spot.at);
            let marks = [desk.pen.words.curve_quote_open(), desk.pen.words.curve_quote_close()];
            let title = curve::title(&name, "", &spot.point, &marks, desk.pen.words);
            let point = spot.point.id.clone();
            let thing = Some(Thing::Point { lane: self.lane.id.clone(), point });
            let bounds = Rect::from_center_size(spot.at, Vec2::splat(halo * 2.0));
            items.push(Item::Group(Group { tag: Tag::Point, thing, title, bounds, items: drawn }));
        }
        let room = Rect::from_min_max(pos2(MARGIN, top), pos2(SIZE.x - MARGIN, BOTTOM));
        let mut taken: Vec<Rect> = Vec::new();
        for spot in &spots {
            let Some((said, role)) = &spot.named else { continue };
            let there = Taken { faces: &faces, labels: &taken, curve: &lines };
            if let Some((rect, item)) = label(desk, spot, (said, *role), zero, room, &there) {
                taken.push(rect);
                items.push(item);
            }
        }
        self.names(desk, &columns, &ends, items);
    }

    /// The names of phases there is room for: first those of the worst and the best, and the ends.
    fn names(
        &self,
        desk: &mut PageContext<'_>,
        columns: &Columns,
        ends: &[(Pos2, f32)],
        items: &mut Vec<Item>,
    ) {
        let count = columns.phases.len();
        let holds = |place: usize| {
            let column = &columns.phases[place];
            ends.iter().any(|(at, _)| (column.x..=column.x + column.width).contains(&at.x))
        };
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|place| (!holds(*place), *place != 0 && *place + 1 != count, *place));
        let mut taken: Vec<Rangef> = Vec::new();
        let mut found = Vec::new();
        for place in order {
            let (Some(column), Some(phase)) =
                (columns.phases.get(place), self.journey.phases.get(place))
            else {
                continue;
            };
            let name = titled(&phase.title, desk.pen.words);
            let short = crate::scene::map::quotes::shortened(&name, NAME_MAX).into_owned();
            let text = one_line(desk, &short, &[NAME], SIZE.x / 2.0);
            let most = SIZE.x - MARGIN - text.size.x;
            let left = (column.x + (column.width - text.size.x) / 2.0).min(most).max(MARGIN);
            let reach = Rangef::new(left - 11.0, left + text.size.x + 11.0);
            if taken.iter().any(|other| other.intersects(reach)) {
                continue;
            }
            taken.push(reach);
            let at = on_base(&text, End::Left, left, NAMES);
            let paint = Role::PhaseText(phase_color(place, phase)).into();
            let thing = Some(Thing::Phase(phase.id.clone()));
            found.push((place, texts(Tag::Phase, thing, &name, vec![(at, text, paint)])));
        }
        found.sort_by_key(|(place, _)| *place);
        items.extend(found.into_iter().map(|(_, item)| item));
    }
}

/// What is there already where a face is to be named.
struct Taken<'a> {
    faces: &'a [(Pos2, f32)],
    labels: &'a [Rect],
    curve: &'a Spline,
}

impl Taken<'_> {
    fn is_free(&self, rect: Rect) -> bool {
        let covers = |(at, radius): &(Pos2, f32)| rect.distance_to_pos(*at) < radius - 2.0;
        !self.faces.iter().any(covers) && !self.labels.iter().any(|other| other.intersects(rect))
    }

    /// How much of the curve is below a box, in units of its width.
    fn covered(&self, rect: Rect) -> usize {
        let xs = (0..=(rect.width() / 4.0) as usize).map(|at| rect.left() + at as f32 * 4.0);
        let hit = |x: &f32| self.curve.y_at(*x).is_some_and(|y| rect.y_range().contains(y));
        xs.filter(hit).count()
    }
}

/// What the worst or the best is called, beside its face and on no other, where it hides least of the
/// curve.
fn label(
    desk: &mut PageContext<'_>,
    spot: &Spot,
    (said, role): (&str, Role),
    zero: f32,
    room: Rect,
    there: &Taken<'_>,
) -> Option<(Rect, Item)> {
    let text = one_line(desk, said, &[NAME], room.width());
    let size = text.size + vec2(16.0, 0.0);
    let away = ENDS.1 + 2.0;
    let middle = spot.at.x.clamp(room.left() + size.x / 2.0, room.right() - size.x / 2.0);
    let above = pos2(middle, spot.at.y - away - size.y / 2.0);
    let below = pos2(middle, spot.at.y + away + size.y / 2.0);
    let left = spot.at - vec2(away + size.x / 2.0, 0.0);
    let right = spot.at + vec2(away + size.x / 2.0, 0.0);
    // Towards the middle, where there is more room; of places alike good the first.
    let order = if spot.at.y > zero { [above, below] } else { [below, above] };
    let places = order.into_iter().chain([left, right]);
    let rects = places.map(|at| Rect::from_center_size(at, size));
    let free =
        |rect: &Rect| room.expand2(vec2(0.0, 4.0)).contains_rect(*rect) && there.is_free(*rect);
    let rect = rects.into_iter().filter(free).min_by_key(|rect| there.covered(*rect))?;
    let at = rect.center() - text.size / 2.0;
    let back = filled(rect, 8.0, Role::Paper);
    let items = vec![back, text_at(at, text, role)];
    let title = said.to_owned();
    let tag = Tag::Figure;
    Some((rect, Item::Group(Group { tag, thing: None, title, bounds: rect, items })))
}

/// A curve as one thing; none of fewer than two points.
pub(super) fn path(
    spline: &Spline,
    stroke: Stroke,
    title: String,
    whose: Option<&Id>,
) -> Option<Item> {
    let cubics: Vec<[Pos2; 4]> =
        (0..spline.pieces()).filter_map(|piece| spline.cubic(piece)).collect();
    let mut segments = vec![Segment::Move(cubics.first()?[0])];
    segments.extend(cubics.iter().map(|[_, a, b, to]| Segment::Cubic(*a, *b, *to)));
    let bounds = Rect::from_points(&spline.points).expand(4.0);
    let path = Arc::new(Path { segments, convex: false });
    let items = vec![Item::Path { path, fill: None, stroke: Some(stroke) }];
    let thing = whose.map(|id| Thing::Persona(id.clone()));
    Some(Item::Group(Group { tag: Tag::Curve, thing, title, bounds, items }))
}

/// Columns of which each step is as wide as any other.
fn even_columns(journey: &Journey, x: Rangef) -> Columns {
    let count: usize = journey.phases.iter().map(|phase| phase.steps.len().max(1)).sum();
    let width = x.span() / count.max(1) as f32;
    let mut columns = Columns::default();
    let mut left = x.min;
    for (place, phase) in journey.phases.iter().enumerate() {
        let first = columns.steps.len();
        for (at, step) in phase.steps.iter().enumerate() {
            let (id, x) = (step.id.clone(), left + at as f32 * width);
            columns.index.entry(id.clone()).or_insert(columns.steps.len());
            columns.steps.push(StepColumn { id, phase: place, x, width, title: None });
        }
        let wide = width * phase.steps.len().max(1) as f32;
        let (color, steps) = (phase_color(place, phase), first..columns.steps.len());
        columns.phases.push(bare_phase(phase, color, Rangef::new(left, left + wide), steps));
        left += wide;
    }
    columns
}
