//! The curve in the middle of the whole map: one persona's brought out, the others' dotted, and the
//! best and the worst moment with what was said.

use super::super::SIZE;
use super::super::callouts::{APART, CalloutToPlace, PageRoom, place};
use super::super::context::PageContext;
use super::super::curve::main_of;
use super::super::feelings::NamedMoment;
use super::super::kit::face;
use super::super::lines::{dotted, few_lines, filled};
use super::super::persona_curve::path;
use super::super::sizes::style;
use super::super::who::{People, portrait_of};
use super::top::Drawn;
use crate::model::{EmotionPoint, Id, Journey, Lane, Project, Thing, View, unquoted};
use crate::scene::draw::pen::{Style, solid, text_at};
use crate::scene::draw::spline::Spline;
use crate::scene::free_room::FreeRoom;
use crate::scene::map::curve;
use crate::scene::map::strands::{FaceSpot, Strand, UNIT, beside, strands};
use crate::scene::{Columns, Drawing, Face, Group, Item, Path, Role, Segment, Tag, Text};
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// A face with its halo, and that of the best or the worst moment.
const FACE: (f32, f32) = (42.0, 26.0);
const MOMENT: (f32, f32) = (78.0, 44.0);
/// Smaller faces than this are none.
const LEAST: f32 = 16.0;
/// How far one unit of feeling is, of half the height.
const UNIT_PART: f32 = 0.33;
/// What a curve's extreme takes that has no face.
const EXTREME: f32 = 10.0;
/// Around the text of a callout, and of its portrait.
const PAD: Vec2 = vec2(20.0, 9.0);
const PORTRAIT: f32 = 30.0;
const WHAT: Style = style(Face::SemiBold, 28.0, 34.0);
const QUOTE: Style = style(Face::Italic, 32.0, 38.0);
/// How wide a quote is, and in how many lines: what is tried.
const SHAPES: [(f32, usize); 7] =
    [(340.0, 2), (520.0, 1), (260.0, 3), (440.0, 2), (420.0, 3), (300.0, 4), (520.0, 4)];
/// A callout without what was said is so much worse.
const WITHOUT: f32 = 20_000.0;

/// The curves of a lane.
pub(super) struct FeltBand<'a> {
    lane: &'a Lane,
    strands: Vec<Strand<'a>>,
    moments: Vec<NamedMoment>,
    zero: f32,
    room: Rangef,
}

/// The places of the phases that moments are in.
pub(super) fn phases_of(journey: &Journey, moments: &[NamedMoment]) -> Vec<usize> {
    let points = journey.lanes.iter().flat_map(|lane| &lane.points);
    let named = points.filter(|point| moments.iter().any(|one| one.point == point.id));
    let steps: Vec<&Id> = named.map(|point| &point.step).collect();
    journey.steps().filter(|(_, step)| steps.contains(&&step.id)).map(|(phase, _)| phase).collect()
}

impl<'a> FeltBand<'a> {
    /// The curves of `lane` from top to bottom of `room`.
    pub(super) fn new(
        project: &'a Project,
        journey: &'a Journey,
        lane: &'a Lane,
        columns: &Columns,
        room: Rangef,
        moments: Vec<NamedMoment>,
    ) -> Self {
        let main = main_of(project, journey, lane);
        let zero = room.center();
        // Beyond the highest feeling there is room for what was said.
        let unit = (room.span() / 2.0 * UNIT_PART).max(1.0);
        let mut strands = strands(lane, project, journey, &View::default(), columns, 1.0);
        for strand in &mut strands {
            strand.main = strand.persona == main.as_ref();
            for spot in &mut strand.spots {
                spot.at.y = zero + spot.at.y / UNIT * unit;
            }
            let near = strand.spots.windows(2).map(|pair| pair[1].at.x - pair[0].at.x);
            let small = near.fold(FACE.1, |radius, gap| radius.min(gap * 0.48));
            strand.radius = if strand.main { small } else { 1.0 };
        }
        strands.sort_by_key(|strand| strand.main);
        let larger = |point: &EmotionPoint| match moments.iter().any(|one| one.point == point.id) {
            true => 1.2,
            false => 1.0,
        };
        beside(&mut strands, larger);
        Self { lane, strands, moments, zero, room }
    }

    /// Whose curves they are, the one that is brought out first.
    pub(super) fn legend(&self) -> Vec<Drawn> {
        let named = self.strands.iter().rev().filter_map(|strand| {
            let persona = strand.persona?.clone();
            Some(Drawn { persona, main: strand.main, role: strand.role })
        });
        named.collect()
    }

    /// Draws them right of `left`.
    pub(super) fn draw(&self, desk: &mut PageContext<'_>, left: f32, items: &mut Vec<Item>) {
        let line = Rect::from_x_y_ranges(left..=SIZE.x, self.zero - 1.0..=self.zero + 1.0);
        items.push(filled(line, 0.0, Role::Muted.at(107)));
        let spline =
            |strand: &Strand<'_>| Spline::new(strand.spots.iter().map(|spot| spot.at).collect());
        let splines: Vec<Spline> = self.strands.iter().map(spline).collect();
        for (strand, spline) in self.strands.iter().zip(&splines) {
            let called = strand.called(desk.pen.words).into_owned();
            if !strand.main {
                items.extend(path(spline, dotted(strand.role, 255), called, strand.persona));
                continue;
            }
            let points: Vec<Pos2> =
                (0..spline.pieces()).flat_map(|piece| spline.polyline(piece)).collect();
            if points.len() > 1 {
                let (points, fill) = (Arc::new(points), strand.role.at(30));
                items.push(Item::Band { points, base: self.zero, fill });
            }
            items.extend(path(spline, solid(8.0, strand.role), called, strand.persona));
        }
        let weights = self.strands.iter().map(|strand| if strand.main { 7.0 } else { 1.5 });
        let lines: Vec<(&Spline, f32)> = splines.iter().zip(weights).collect();
        let bounds =
            Rect::from_x_y_ranges(left + 10.0..=SIZE.x - 20.0, self.room.min..=self.room.max);
        let mut page = PageRoom { bounds, room: FreeRoom::new(APART, lines) };
        // What is named is larger, and no other face hides behind it.
        let named = self.flat().filter(|(_, spot)| self.is_named(spot));
        let named: Vec<Pos2> = named.map(|(_, spot)| spot.at).collect();
        for (strand, spot) in self.flat() {
            let radius = match self.is_named(spot) {
                true => MOMENT.1,
                false if strand.main && self.has_face(strand) => strand.radius,
                false => 0.0,
            };
            let is_hidden = !self.is_named(spot)
                && named.iter().any(|at| at.distance(spot.at) < MOMENT.1 + radius - 4.0);
            if radius > 0.0 && !is_hidden {
                page.room.add_face(spot.at, radius);
                items.push(self.face(desk, strand, spot, radius));
            }
        }
        for strand in &self.strands {
            for (at, spot) in strand.spots.iter().enumerate() {
                if is_extreme(&strand.spots, at) {
                    page.room.add_face(spot.at, EXTREME);
                }
            }
        }
        for moment in &self.moments {
            let found = self.flat().find(|(_, spot)| spot.point.id == moment.point);
            if let Some((strand, spot)) = found {
                items.extend(self.callout(desk, moment, strand, spot, &mut page));
            }
        }
    }

    fn flat(&self) -> impl Iterator<Item = (&Strand<'a>, &FaceSpot<'a>)> {
        self.strands.iter().flat_map(|one| one.spots.iter().map(move |spot| (one, spot)))
    }

    fn is_named(&self, spot: &FaceSpot<'_>) -> bool {
        self.moments.iter().any(|one| one.point == spot.point.id)
    }

    fn has_face(&self, strand: &Strand<'_>) -> bool {
        strand.radius / FACE.1 * FACE.0 >= LEAST
    }

    fn face(
        &self,
        desk: &mut PageContext<'_>,
        strand: &Strand<'_>,
        spot: &FaceSpot<'_>,
        radius: f32,
    ) -> Item {
        let size = match self.is_named(spot) {
            true => MOMENT.0,
            false => radius / FACE.1 * FACE.0,
        };
        let items = face(desk, &curve::shown_face(spot.point), size, radius, spot.at);
        let words = desk.pen.words;
        let marks = [words.curve_quote_open(), words.curve_quote_close()];
        let title = curve::title(&strand.called(words), "", spot.point, &marks, words);
        let point = spot.point.id.clone();
        let thing = Some(Thing::Point { lane: self.lane.id.clone(), point });
        let bounds = Rect::from_center_size(spot.at, Vec2::splat(radius * 2.0));
        Item::Group(Group { tag: Tag::Point, thing, title, bounds, items })
    }

    /// What the best or the worst moment is, in free room; none where there is none.
    fn callout(
        &self,
        desk: &mut PageContext<'_>,
        moment: &NamedMoment,
        strand: &Strand<'_>,
        spot: &FaceSpot<'_>,
        page: &mut PageRoom<'_>,
    ) -> Option<Item> {
        let words = desk.pen.words;
        let said = unquoted(&spot.point.quote);
        let quoted = format!("{}{said}{}", words.curve_quote_open(), words.curve_quote_close());
        let mut tries: Vec<(Drawing, f32)> = Vec::new();
        if !said.is_empty() {
            // All of it or nothing: the page of its phase says it in any case.
            for (place, (width, lines)) in SHAPES.into_iter().enumerate() {
                let (quote, cut) = few_lines(desk, &quoted, &[(QUOTE, lines)], width);
                if !cut {
                    let drawing = bubble(desk, moment, strand, Some(quote));
                    tries.push((drawing, place as f32 * 30.0));
                }
            }
        }
        let without = if said.is_empty() { 0.0 } else { WITHOUT };
        tries.push((bubble(desk, moment, strand, None), without));
        let sizes: Vec<(Vec2, f32)> =
            tries.iter().map(|(drawing, worse)| (drawing.size, *worse)).collect();
        let ask = CalloutToPlace::moment(spot.at, MOMENT.1);
        let (index, rect) = place(page, &ask, &sizes)?;
        let drawing = tries.swap_remove(index).0;
        let mut items = Vec::new();
        let mut bounds = rect.expand(2.0);
        if let Some([from, to]) = ask.anchor.leader(rect) {
            let segments = vec![Segment::Move(from), Segment::Line(to)];
            let path = Arc::new(Path { segments, convex: false });
            items.push(Item::Path { path, fill: None, stroke: Some(solid(2.5, moment.role)) });
            bounds = bounds.union(Rect::from_two_pos(from, to));
        }
        items.push(Item::Drawn { at: rect.min, drawing: Arc::new(drawing) });
        let point = spot.point.id.clone();
        let thing = Some(Thing::Point { lane: self.lane.id.clone(), point });
        let title = match said {
            "" => moment.what.clone(),
            _ => words.labelled(&moment.what, &quoted),
        };
        Some(Item::Group(Group { tag: Tag::Quote, thing, title, bounds, items }))
    }
}

/// A callout with what was said, or without.
fn bubble(
    desk: &mut PageContext<'_>,
    moment: &NamedMoment,
    strand: &Strand<'_>,
    quote: Option<Arc<Text>>,
) -> Drawing {
    let what = few_lines(desk, &moment.what, &[(WHAT, 1)], 480.0).0;
    let mut items = Vec::new();
    let beside = strand.persona.map_or(0.0, |_| PORTRAIT * 2.0 + 16.0);
    let left = PAD.x + beside;
    let wide = quote.as_ref().map_or(0.0, |quote| quote.size.x).max(what.size.x);
    let high = what.size.y + quote.as_ref().map_or(0.0, |quote| quote.size.y);
    let high = high.max(if beside > 0.0 { PORTRAIT * 2.0 + 8.0 } else { 0.0 });
    let size = vec2(left + wide + PAD.x, high + PAD.y * 2.0);
    let rect = Rect::from_min_size(Pos2::ZERO, size);
    let (fill, stroke) = (Some(Role::Card.into()), Some(solid(2.5, moment.role)));
    items.push(Item::Rect { rect, radius: 16.0, fill, stroke, shadow: false });
    if let Some(id) = strand.persona {
        let people = People::of(desk, [id]);
        let middle = pos2(PAD.x + PORTRAIT, size.y / 2.0);
        portrait_of(desk, &people, id, middle, PORTRAIT, &mut items);
    }
    let own = what.size.y + quote.as_ref().map_or(0.0, |quote| quote.size.y);
    let down = (size.y - own) / 2.0;
    let below = down + what.size.y;
    items.push(text_at(pos2(left, down), what, moment.role));
    if let Some(quote) = quote {
        items.push(text_at(pos2(left, below), quote, Role::Ink));
    }
    Drawing { size, items, ..Drawing::default() }
}

/// Does the curve turn at this point, or end?
fn is_extreme(spots: &[FaceSpot<'_>], at: usize) -> bool {
    let y = |at: usize| spots.get(at).map(|spot| spot.at.y);
    let (before, here, after) = (at.checked_sub(1).and_then(y), y(at), y(at + 1));
    match (before, here, after) {
        (Some(before), Some(here), Some(after)) => (here - before) * (after - here) <= 0.0,
        _ => true,
    }
}
