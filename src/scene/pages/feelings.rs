//! Curves over a whole page: what is drawn of them, in page units.

use super::bubbles::{Who, bubbles};
use super::callouts::{APART, CalloutToPlace, PageRoom, place};
use super::context::PageContext;
use super::kit::texts;
use super::sizes::{MARGIN, SMALL};
use crate::insight;
use crate::model::{EmotionPoint, Id, Journey, Lane, Project, Thing, View, feeling, unquoted};
use crate::scene::draw::pen::{Style, solid, text_at};
use crate::scene::draw::spline::Spline;
use crate::scene::free_room::FreeRoom;
use crate::scene::map::ground::pattern;
use crate::scene::map::strands::{Strand, UNIT, beside, flat, strands};
use crate::scene::map::{curve, quotes};
use crate::scene::{
    Columns, Drawing, Face, Group, Item, Paint, Path, PhaseColumn, Role, Segment, Stroke, Tag,
};
use crate::words::titled;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// The name of a phase.
pub(super) const NAME: Style = Style { face: Face::SemiBold, size: 28.0, line_height: 36.0 };
/// What a moment is named.
pub(super) const MOMENT: Style = Style { face: Face::SemiBold, size: 28.0, line_height: 36.0 };
/// Faces are so much larger than on a map.
const FACES: f32 = 2.0;
/// And those of named moments.
const MOMENT_FACES: f32 = 2.7;
/// A face with the light ring around it is so much larger.
const HALO: f32 = 1.1;

/// The name of a phase is at most so long, and may take so much of the height of a page.
const NAME_MAX: usize = 120;
const NAMES_SHARE: f32 = 0.45;

/// What is to be drawn.
pub(super) struct PageCurves<'a> {
    pub project: &'a Project,
    pub journey: &'a Journey,
    pub lane: &'a Lane,
    /// Phases and steps where they stand on the page.
    pub columns: &'a Columns,
    /// Whose curve is the main one.
    pub main: Option<Id>,
    /// Points that are named.
    pub moments: Vec<NamedMoment>,
    /// What else is said.
    pub quotes: bool,
}

/// A point worth naming.
pub(super) struct NamedMoment {
    pub point: Id,
    /// Whose point it is, as it says itself.
    pub persona: Option<Id>,
    /// "Worst moment".
    pub what: String,
    /// "Decision".
    pub at: String,
    pub role: Role,
}

impl<'a> PageCurves<'a> {
    /// The curves of this page, the main one last. Their points stand as high as on a map.
    pub(super) fn strands(&self) -> Vec<Strand<'a>>
    where
        Self: 'a,
    {
        let view = View::default();
        let mut strands =
            strands(self.lane, self.project, self.journey, &view, self.columns, FACES);
        for strand in &mut strands {
            strand.main = strand.persona == self.main.as_ref();
            let usual = if strand.main { 19.0 } else { 12.0 } * FACES;
            let near = strand.spots.windows(2).map(|pair| pair[1].at.x - pair[0].at.x);
            strand.radius = near.fold(usual, |radius, gap| radius.min(gap * 0.48)).max(8.0);
        }
        strands.sort_by_key(|strand| strand.main);
        strands
    }

    /// Draws phases with their names, curves, faces and what is said within `room`.
    pub(super) fn draw(
        &self,
        desk: &mut PageContext<'_>,
        room: Rect,
        between: Option<&[Id; 2]>,
    ) -> Vec<Item> {
        let high = |names: &[Arc<crate::scene::Text>]| {
            names.iter().fold(0.0f32, |most, name| most.max(name.size.y))
        };
        let mut names = self.names(desk, NAME_MAX);
        // Narrow phases with long names leave room for the curves.
        let mut most = NAME_MAX;
        while most > 1 && high(&names) > room.height() * NAMES_SHARE {
            most /= 2;
            names = self.names(desk, most);
        }
        let names_height = high(&names);
        let mut area = room;
        area.max.y -= names_height + 12.0;
        let mut items = Vec::new();
        for (phase, name) in self.columns.phases.iter().zip(names) {
            let at = pos2(phase.x + (phase.width - name.size.x) / 2.0, area.bottom() + 12.0);
            let column = Rect::from_x_y_ranges(phase.x..=phase.x + phase.width, area.y_range());
            items.push(tint(column, phase));
            let title = name.source.to_string();
            let thing = Thing::Phase(phase.id.clone());
            let paint = Role::PhaseText(phase.color).into();
            items.push(texts(Tag::Phase, Some(thing), &title, vec![(at, name, paint)]));
        }
        let mut strands = self.strands();
        let (zero, unit) = (area.center().y, (area.height() / 2.0 - 62.0).max(0.0) / 2.0);
        for spot in strands.iter_mut().flat_map(|strand| &mut strand.spots) {
            spot.at.y = zero + spot.at.y / UNIT * unit;
        }
        // With their halos.
        beside(&mut strands, |point| self.larger(point) * HALO);
        items.extend(axis(desk, area, zero, unit));
        let splines: Vec<Spline> = (strands.iter())
            .map(|strand| Spline::new(strand.spots.iter().map(|spot| spot.at).collect()))
            .collect();
        let pair = between.and_then(|ids| {
            let of = |id| strands.iter().position(|strand| strand.persona == Some(id));
            Some([splines.get(of(&ids[0])?)?, splines.get(of(&ids[1])?)?])
        });
        let means = between.map_or_else(Vec::new, |ids| self.better(ids));
        let told = || self.columns.phases.iter().zip(&means).filter(|(_, mean)| mean.is_some());
        let gap: Option<Vec<crate::scene::Area>> = pair.map(|pair| {
            told().flat_map(|(phase, _)| areas(pair, phase.x, phase.x + phase.width)).collect()
        });
        items.extend(gap.iter().flatten().map(|area| area.item(Vec2::ZERO)));
        for (strand, spline) in strands.iter().zip(&splines) {
            let called = strand.called(desk.pen.words).into_owned();
            items.extend(line(strand, called, spline, zero, gap.is_some()));
        }

        let weights = strands.iter().map(|strand| if strand.main { 7.0 } else { 1.5 });
        let lines = splines.iter().zip(weights).collect();
        let bounds = area.shrink2(vec2(4.0, 8.0));
        let mut page = PageRoom { bounds, room: FreeRoom::new(APART, lines) };
        for (strand, spot) in flat(&strands) {
            let radius = self.radius(strand, spot.point);
            page.room.add_face(spot.at, radius);
            items.push(self.face(desk, strand, spot.point, spot.at, radius));
        }
        if let Some(pair) = pair {
            items.extend(self.differences(desk, pair, &means, zero, &mut page));
        }
        items.extend(self.said(desk, &strands, &mut page));
        items
    }

    /// The names of the phases, each at most so many characters long.
    fn names(&self, desk: &mut PageContext<'_>, most: usize) -> Vec<Arc<crate::scene::Text>> {
        let phases = &self.columns.phases;
        let mut names = Vec::with_capacity(phases.len());
        for column in phases {
            let phase = self.journey.phases.iter().find(|phase| phase.id == column.id);
            let title = titled(phase.map_or("", |phase| &phase.title), desk.pen.words);
            let title = quotes::shortened(&title, most).into_owned();
            names.push(desk.pen.text(&title, NAME, Some(column.width)));
        }
        names
    }

    fn moment(&self, point: &EmotionPoint) -> Option<&NamedMoment> {
        self.moments.iter().find(|one| one.point == point.id && one.persona == point.persona)
    }

    fn radius(&self, strand: &Strand, point: &EmotionPoint) -> f32 {
        strand.radius * self.larger(point)
    }

    /// How much larger a face is than others of its curve.
    fn larger(&self, point: &EmotionPoint) -> f32 {
        if self.moment(point).is_some() { MOMENT_FACES / FACES } else { 1.0 }
    }

    fn face(
        &self,
        desk: &mut PageContext<'_>,
        strand: &Strand,
        point: &Arc<EmotionPoint>,
        at: Pos2,
        radius: f32,
    ) -> Item {
        let shown = curve::shown_face(point);
        let scale = radius / if strand.main { 19.0 } else { 12.0 };
        let drawing = curve::face(desk.pen.engine, &shown, strand.main, strand.role, scale);
        let marks = [desk.pen.words.curve_quote_open(), desk.pen.words.curve_quote_close()];
        let title = curve::title(&strand.called(desk.pen.words), "", point, &marks, desk.pen.words);
        let thing = Thing::Point { lane: self.lane.id.clone(), point: point.id.clone() };
        let bounds = Rect::from_center_size(at, Vec2::splat(radius * 2.0));
        let items = vec![Item::Drawn { at, drawing }];
        Item::Group(Group { tag: Tag::Point, thing: Some(thing), title, bounds, items })
    }

    /// What is said: at named moments in any case, elsewhere where there is room.
    fn said(
        &self,
        desk: &mut PageContext<'_>,
        strands: &[Strand],
        page: &mut PageRoom<'_>,
    ) -> Vec<Item> {
        let mut spots: Vec<_> = flat(strands).collect();
        // Named ones choose first, then those of the main curve, the strongest feelings first.
        spots.sort_by(|(a, first), (b, second)| {
            let rank = |strand: &Strand, point: &EmotionPoint| {
                (self.moment(point).is_none(), !strand.main)
            };
            let strength = |point: &EmotionPoint| -feeling(point.value).abs();
            rank(a, first.point)
                .cmp(&rank(b, second.point))
                .then(strength(first.point).total_cmp(&strength(second.point)))
        });
        let mut items = Vec::new();
        for (strand, spot) in spots {
            let point = spot.point;
            let moment = self.moment(point);
            let said = unquoted(&point.quote);
            if moment.is_none() && (said.is_empty() || !self.quotes) {
                continue;
            }
            let radius = self.radius(strand, point);
            let ask = match moment {
                Some(_) => CalloutToPlace::moment(spot.at, radius),
                None => CalloutToPlace::said(spot.at, radius, 90.0),
            };
            let who = Who::of(self.project, strand);
            let mut bubbles = bubbles(desk, moment, point, &who);
            let sizes: Vec<(Vec2, f32)> =
                bubbles.iter().map(|(bubble, worse)| (bubble.size, *worse)).collect();
            if let Some((index, rect)) = place(page, &ask, &sizes) {
                let bubble = bubbles.swap_remove(index).0;
                items.push(self.bubble(point, bubble, rect, &ask, strand.role));
            }
        }
        items
    }

    fn bubble(
        &self,
        point: &EmotionPoint,
        bubble: Drawing,
        rect: Rect,
        ask: &CalloutToPlace,
        edge: Role,
    ) -> Item {
        let mut items = Vec::new();
        let mut bounds = rect.expand(3.0);
        if let Some([from, to]) = ask.anchor.leader(rect) {
            let segments = vec![Segment::Move(from), Segment::Line(to)];
            let path = Arc::new(Path { segments, convex: false });
            let stroke = Some(solid(3.0, edge));
            items.push(Item::Path { path, fill: None, stroke });
            bounds = bounds.union(Rect::from_two_pos(from, to));
        }
        items.push(Item::Drawn { at: rect.min, drawing: Arc::new(bubble) });
        let thing = Thing::Point { lane: self.lane.id.clone(), point: point.id.clone() };
        let (tag, title) = (Tag::Quote, point.quote.clone());
        Item::Group(Group { tag, thing: Some(thing), title, bounds, items })
    }

    /// How much better the second of two feels than the first in each phase on the page, by their
    /// points; none where one of them has no point.
    fn better(&self, between: &[Id; 2]) -> Vec<Option<f64>> {
        let feelings = insight::Feelings::of_lane(self.journey, &self.lane.id);
        let [first, second] = between.each_ref().map(|id| feelings.place(Some(id)));
        let better = |phase: &PhaseColumn| {
            let place = self.journey.phases.index_where(|one| one.id == phase.id)?;
            Some(feelings.in_phase(second?, place)? - feelings.in_phase(first?, place)?)
        };
        self.columns.phases.iter().map(better).collect()
    }

    /// How far apart two personas are in each phase, where there is room to say so.
    fn differences(
        &self,
        desk: &mut PageContext<'_>,
        [first, second]: [&Spline; 2],
        means: &[Option<f64>],
        zero: f32,
        page: &mut PageRoom<'_>,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        for (phase, mean) in self.columns.phases.iter().zip(means) {
            let Some(mean) = mean.map(insight::as_written).filter(|mean| *mean != 0.0) else {
                continue;
            };
            let places = (0..=40).map(|at| phase.x + phase.width * at as f32 / 40.0);
            let both: Vec<(f32, f32, f32)> =
                places.filter_map(|x| Some((x, first.y_at(x)?, second.y_at(x)?))).collect();
            // Where the curves do not run beside each other it stands at the zero line.
            let alone = (phase.x + phase.width / 2.0, zero, zero);
            let (x, a, b) = both.get(both.len() / 2).unwrap_or(&alone);
            let (said, role) =
                (desk.pen.words.felt(mean), if mean > 0.0 { Role::Good } else { Role::Bad });
            let text = desk.pen.short(&said, MOMENT);
            let size = text.size + vec2(28.0, 8.0);
            let ask = CalloutToPlace::said(pos2(*x, (a + b) / 2.0), 0.0, 260.0);
            let Some((_, rect)) = place(page, &ask, &[(size, 0.0)]) else { continue };
            let back = Item::Rect {
                rect,
                radius: size.y / 2.0,
                fill: Some(Role::Card.into()),
                stroke: Some(solid(2.0, role)),
                shadow: false,
            };
            let at = rect.center() - text.size / 2.0;
            let bounds = rect.expand(2.0);
            items.push(Item::Group(Group {
                tag: Tag::Figure,
                thing: Some(Thing::Phase(phase.id.clone())),
                title: said,
                bounds,
                items: vec![back, text_at(at, text, role)],
            }));
        }
        items
    }
}

fn tint(rect: Rect, phase: &PhaseColumn) -> Item {
    let fill = Some(Role::Tint(phase.color).into());
    Item::Rect { rect, radius: 16.0, fill, stroke: None, shadow: false }
}

/// The zero line with those of the best and the worst feeling, and their figures.
fn axis(desk: &mut PageContext<'_>, area: Rect, zero: f32, unit: f32) -> Vec<Item> {
    let mut items = Vec::new();
    for value in [2.0, 0.0, -2.0] {
        let y = zero - value as f32 * unit;
        let ends = [pos2(area.left(), y), pos2(area.right(), y)];
        let segments = vec![Segment::Move(ends[0]), Segment::Line(ends[1])];
        let path = Arc::new(Path { segments, convex: false });
        let zero = value == 0.0;
        let stroke = Stroke {
            width: if zero { 3.0 } else { 2.0 },
            paint: Role::Hairline.into(),
            dash: (!zero).then_some((4.0, 10.0)),
        };
        items.push(Item::Path { path, fill: None, stroke: Some(stroke) });
        let words = desk.pen.words;
        let figure = if zero { words.number(value) } else { words.signed(value) };
        let text = desk.pen.short(&figure, SMALL);
        let at = pos2(MARGIN - 14.0 - text.size.x, y - text.size.y / 2.0);
        items.push(text_at(at, text, Role::Muted));
    }
    items
}

/// One persona's curve.
fn line(strand: &Strand, title: String, spline: &Spline, zero: f32, gap: bool) -> Option<Item> {
    let cubics: Vec<[Pos2; 4]> =
        (0..spline.pieces()).filter_map(|piece| spline.cubic(piece)).collect();
    let mut segments = vec![Segment::Move(cubics.first()?[0])];
    segments.extend(cubics.iter().map(|[_, a, b, to]| Segment::Cubic(*a, *b, *to)));
    let points: Vec<Pos2> = (0..spline.pieces()).flat_map(|piece| spline.polyline(piece)).collect();
    let bounds = Rect::from_points(&points).expand(4.0);
    let bounds = bounds.union(Rect::from_x_y_ranges(bounds.x_range(), zero..=zero));
    let mut items = Vec::new();
    if strand.main && !gap {
        let fill = strand.role.at(26);
        items.push(Item::Band { points: Arc::new(points), base: zero, fill });
    }
    let path = Arc::new(Path { segments, convex: false });
    items.push(Item::Path { path, fill: None, stroke: Some(stroke(strand)) });
    let thing = strand.persona.map(|id| Thing::Persona(id.clone()));
    Some(Item::Group(Group { tag: Tag::Curve, thing, title, bounds, items }))
}

/// How the line of a curve is drawn on a page, twice as large as on a map.
pub(super) fn stroke(strand: &Strand) -> Stroke {
    let paint: Paint = strand.role.into();
    let (dash, gap) = pattern(strand.pattern);
    match strand.main {
        true => Stroke { width: 8.0, paint, dash: None },
        false => Stroke { width: 5.0, paint, dash: Some((dash * FACES, gap * FACES)) },
    }
}

/// What lies between two curves from `left` to `right`.
fn areas([first, second]: [&Spline; 2], left: f32, right: f32) -> Vec<crate::scene::Area> {
    let ends = |line: &Spline| {
        let points = &line.points;
        Some((points.first()?.x, points.last()?.x))
    };
    let Some((a, b)) = ends(first).zip(ends(second)) else { return Vec::new() };
    let (left, right) = (a.0.max(b.0).max(left), a.1.min(b.1).min(right));
    if right - left < 1.0 {
        return Vec::new();
    }
    let count = ((right - left) / 8.0).ceil() as usize;
    let xs = (0..=count).map(|at| left + (right - left) * at as f32 / count as f32);
    let both: Vec<(f32, f32, f32)> =
        xs.filter_map(|x| Some((x, first.y_at(x)?, second.y_at(x)?))).collect();
    crate::scene::map::gap::areas(&both)
}
