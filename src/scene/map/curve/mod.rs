//! Where are the emotion curves of a lane, their faces and their quotes?
//!
//! Of what was laid out before, everything is used again that would come out the same: faces, the
//! texts of quotes, quotes in unchanged surroundings, and pieces of curves. So an edit costs what
//! is near the point that changed.

use crate::model::{EmotionPoint, Id, Journey, LANE_HEIGHT_RANGE, Lane, Part, face_of, feeling};
use crate::scene::draw::pen::{Pen, circle, emoji_at, solid, text_at};
use crate::scene::draw::spline::Spline;
use crate::scene::map::ground::FAINT;
use crate::scene::map::quotes::{self, Obstacles, QuoteSpot, QuoteToPlace, Speaker};
use crate::scene::map::strands::{Strand, UNIT, beside, flat, strands};
use crate::scene::{
    Align, Columns, Curve, CurveLine, Drawing, Face, PointBox, Role, Text, TextEngine, TextStyle,
};
use crate::words::Words;
use egui::{Pos2, Rangef, Rect, Vec2, vec2};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// From the lane's top to the zero line, and from there to its bottom, where quotes need no more.
const HALF: f32 = 118.0;
/// How high a lane of curves is whose height nobody has said and whose quotes need no more.
pub const CURVE_HEIGHT: f32 = 2.0 * HALF;
/// Between a quote and the edge of the lane.
const EDGE: f32 = 3.0;
/// A lane grows by this at a time, so that it stands still while a point is dragged.
const GROWTH: f32 = 24.0;
/// A face of the user's own is drawn up to this many characters: enough for any single emoji.
const FACE_MAX: usize = 16;
/// A title says this much of a quote.
const TITLE_MAX: usize = 300;

/// What it costs that a quote covers a unit of the main curve, and of another.
const COVERED: [f32; 2] = [1.5, 0.5];

/// The curves of a lane of emotions, and how high the lane is; `before` is the lane as it was, laid
/// out with the same words, scale, personas and pictures.
pub(in crate::scene) fn curve(
    pen: &mut Pen,
    lane: &Lane,
    journey: &Journey,
    columns: &Columns,
    before: Option<&Curve>,
) -> (Curve, f32) {
    let (words, scale) = (pen.words, pen.scale);
    let before = Before::new(before);
    // In a higher lane feelings are further apart.
    let least = lane.height.map_or(HALF, |height| (height.min(LANE_HEIGHT_RANGE.1) / 2.0) as f32);
    let least = least.max(HALF);
    let unit = UNIT * least / HALF;
    let mut strands = strands(lane, pen.project, journey, pen.view, columns, scale);
    for spot in strands.iter_mut().flat_map(|strand| &mut strand.spots) {
        spot.at.y *= unit / UNIT;
    }
    beside(&mut strands, |_| 1.0);
    let marks = [words.curve_quote_open(), words.curve_quote_close()];
    let mut texts: Vec<Option<Arc<Text>>> = Vec::new();
    let speakers: Vec<Speaker> =
        strands.iter().map(|strand| Speaker::new(pen, strand.persona, strand.role)).collect();
    for (_, spot) in flat(&strands).filter(|_| pen.view.shows(&Part::Quotes)) {
        let known = before.text(spot.point);
        texts.push(known.or_else(|| quotes::text(pen, &spot.point.quote, &marks)));
    }
    texts.resize(flat(&strands).count(), None);
    let of = speakers.iter().zip(&strands);
    let speakers: Vec<&Speaker> =
        of.flat_map(|(speaker, strand)| strand.spots.iter().map(move |_| speaker)).collect();
    let places = places(&strands, &texts, &speakers, columns, &before, least, scale);

    let over = places.iter().flatten().map(|spot| -spot.rect.min.y).fold(0.0, f32::max);
    let under = places.iter().flatten().map(|spot| spot.rect.max.y).fold(0.0, f32::max);
    let (zero_y, below) = (half(over, least), half(under, least));

    let lines: Vec<CurveLine> =
        strands.iter().map(|strand| line(strand, zero_y, &before)).collect();
    let names = step_names(journey);
    let mut faces = before.faces.clone();
    let mut points = Vec::with_capacity(texts.len());
    let spots = flat(&strands).zip(texts).zip(places).zip(speakers);
    for ((((strand, spot), said), place), speaker) in spots {
        let at = spot.at + vec2(0.0, zero_y);
        let point = spot.point.clone();
        let quote = said.as_ref().zip(place).map(|(said, place)| {
            let old = before
                .point(strand, &point)
                .filter(|old| old.at.x == at.x && old.is_folded == place.folded);
            let drawing = match old.and_then(|old| old.quote.as_ref()) {
                // The drawing may hold a line to the face, so both must stand where they stood.
                Some((rect, drawing)) if before.by_zero(*rect) == place.rect => drawing.clone(),
                _ if place.folded => quotes::sign(pen, strand.role),
                _ => {
                    let face = (spot.at - place.rect.min).to_pos2();
                    speaker.bubble(said.clone(), face, strand.radius)
                }
            };
            (place.rect.translate(vec2(0.0, zero_y)), drawing)
        });
        let shown = if strand.faint { String::new() } else { shown_face(&point) };
        let drawing = faces
            .entry((shown, strand.role, strand.radius.to_bits()))
            .or_insert_with_key(|(shown, ..)| match strand.faint {
                true => dot(strand),
                false => face(pen.engine, shown, strand.main, strand.role, scale),
            })
            .clone();
        let name = names.get(&point.step).copied().unwrap_or_default();
        let title = title(&strand.called(words), name, &point, &marks, words);
        let (radius, main) = (strand.radius, strand.main);
        let is_folded = place.is_some_and(|place| place.folded);
        points.push(PointBox { point, at, radius, drawing, quote, said, is_folded, main, title });
    }
    let axis = match before.curve {
        Some(curve) => curve.axis.clone(),
        None => axis(pen.engine, words, scale),
    };
    (Curve { zero_y, unit, axis, lines, points, gap: None }, zero_y + below)
}

impl Curve {
    /// What somebody's curve feels at `x` (document units); beyond its ends it goes on level, and
    /// without a curve it is 0.
    pub fn feeling_at(&self, whose: Option<&Id>, x: f32) -> f64 {
        let line = self.lines.iter().find(|line| line.persona.as_ref() == whose);
        let y = line.and_then(|line| line.y_near(x));
        y.map_or(0.0, |y| f64::from((self.zero_y - y) / self.unit.max(1.0)))
    }
}

impl CurveLine {
    /// How high it is at `x`, or at the end that is nearest; none where it has no pieces.
    fn y_near(&self, x: f32) -> Option<f32> {
        let first = self.pieces.first()?.first()?;
        let last = self.pieces.last()?.last()?;
        let x = x.clamp(first.x, last.x.max(first.x));
        let mut pairs = self.pieces.iter().flat_map(|piece| piece.windows(2));
        pairs.find_map(|pair| {
            let &[a, b] = pair else { return None };
            let part = if b.x > a.x { (x - a.x) / (b.x - a.x) } else { 0.0 };
            (a.x <= x && x <= b.x).then_some(a.y + (b.y - a.y) * part)
        })
    }

    /// How far from `at` it runs; none where it has no pieces.
    pub(in crate::scene) fn distance(&self, at: Pos2) -> Option<f32> {
        let pairs = self.pieces.iter().flat_map(|piece| piece.windows(2));
        let away = pairs.filter_map(|pair| {
            let &[a, b] = pair else { return None };
            let along = b - a;
            let part = (at - a).dot(along) / along.length_sq().max(f32::EPSILON);
            Some((at - a - along * part.clamp(0.0, 1.0)).length())
        });
        away.min_by(f32::total_cmp)
    }
}

/// How far the lane reaches from the zero line when quotes reach this far: `least` at least.
fn half(need: f32, least: f32) -> f32 {
    let more = (need + EDGE - least).max(0.0);
    least + (more / GROWTH).ceil() * GROWTH
}

/// The figures left of the columns, each from its own top left corner.
fn axis(engine: &mut TextEngine, words: &Words, scale: f32) -> Vec<(f64, Arc<Drawing>)> {
    let style = TextStyle {
        face: Face::Regular,
        size: 11.0 * scale,
        line_height: 14.0 * scale,
        align: Align::Start,
    };
    let drawing = |value: f64| {
        let figure = if value == 0.0 { words.number(value) } else { words.signed(value) };
        let text = engine.layout(&figure, &style, None);
        let size = text.size;
        let items = vec![text_at(Pos2::ZERO, text, Role::Muted)];
        (value, Arc::new(Drawing { size, items, ..Drawing::default() }))
    };
    [2.0, 1.0, 0.0, -1.0, -2.0].map(drawing).to_vec()
}

/// One persona's curve, with pieces from before where they are the same.
fn line(strand: &Strand, zero_y: f32, before: &Before) -> CurveLine {
    let points = strand.spots.iter().map(|spot| spot.at + vec2(0.0, zero_y));
    let spline = Spline::new(points.collect());
    let old = before
        .strands
        .get(&strand.persona)
        .map(|(line, points)| (*line, Spline::new(points.iter().map(|point| point.at).collect())));
    let piece = |piece: usize| {
        let known = old.as_ref().and_then(|(line, old)| {
            // Counted from the left, or from the right where points came or went.
            let from_right = (piece + old.pieces()).checked_sub(spline.pieces());
            let same = |at: &usize| old.cubic(*at) == spline.cubic(piece);
            let at = [Some(piece), from_right].into_iter().flatten().find(same)?;
            line.pieces.get(at).cloned()
        });
        known.unwrap_or_else(|| Arc::new(spline.polyline(piece)))
    };
    CurveLine {
        persona: strand.persona.cloned(),
        role: strand.role,
        main: strand.main,
        pattern: strand.pattern,
        faint: strand.faint,
        pieces: (0..spline.pieces()).map(piece).collect(),
    }
}

/// A place for each quote, counted from the zero line.
fn places(
    strands: &[Strand],
    texts: &[Option<Arc<Text>>],
    speakers: &[&Speaker],
    columns: &Columns,
    before: &Before,
    least: f32,
    scale: f32,
) -> Vec<Option<QuoteSpot>> {
    let mut changed = Vec::new();
    for strand in strands {
        let old = before.strands.get(&strand.persona).map_or(&[][..], |(_, points)| points);
        strand.changed(old, &mut changed);
    }
    // With other curves than before, nothing is known of where quotes would come.
    let curves = || before.curve.into_iter().flat_map(|curve| &curve.lines);
    let alike =
        curves().map(|line| line.persona.as_ref()).eq(strands.iter().map(|one| one.persona));

    let mut asks = Vec::new();
    let mut asking = Vec::new();
    let mut kept = HashSet::new();
    let said = flat(strands).zip(texts).zip(speakers);
    for (index, (((strand, spot), text), speaker)) in said.enumerate() {
        let Some(text) = text else { continue };
        let old = before.point(strand, spot.point).filter(|old| alike && old.at.x == spot.at.x);
        if old.is_some_and(|old| old.quote.is_some()) {
            kept.insert(Arc::as_ptr(spot.point));
        }
        let stood = old.filter(|old| !old.is_folded);
        let stood = stood.and_then(|old| Some(before.by_zero(old.quote.as_ref()?.0)));
        asks.push(QuoteToPlace {
            at: spot.at,
            radius: strand.radius,
            size: speaker.size(text),
            rank: (!strand.main, hash(spot.point.id.as_str())),
            kept: stood,
            folded: strand.faint,
        });
        asking.push(index);
    }
    let gone = before.points.iter().filter(|(point, _)| !kept.contains(*point));
    changed.extend(gone.filter_map(|(_, old)| Some(old.quote.as_ref()?.0.x_range())));

    let splines: Vec<Spline> = (strands.iter())
        .map(|strand| Spline::new(strand.spots.iter().map(|spot| spot.at).collect()))
        .collect();
    let (first, last) = (columns.steps.first(), columns.steps.last());
    let ground = Obstacles {
        faces: flat(strands).map(|(strand, spot)| (spot.at, strand.radius)).collect(),
        // The main curve, and a few others that are better left free too.
        curves: (strands.iter().zip(&splines).rev().take(6))
            .map(|(strand, spline)| (spline, COVERED[usize::from(!strand.main)]))
            .collect(),
        x: Rangef::new(
            first.map_or(0.0, |step| step.x),
            last.map_or(0.0, |step| step.x + step.width),
        ),
        x_before: before.reach(),
        reach: least - EDGE,
        changed,
        scale,
    };
    let mut places = vec![None; texts.len()];
    for (index, place) in asking.into_iter().zip(quotes::place(&ground, &asks)) {
        places[index] = Some(place);
    }
    places
}

/// FNV-1a: the same on every machine and in every version.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What was laid out before, by what it is looked up by.
#[derive(Default)]
struct Before<'a> {
    curve: Option<&'a Curve>,
    zero_y: f32,
    points: HashMap<*const EmotionPoint, &'a PointBox>,
    strands: HashMap<Option<&'a Id>, (&'a CurveLine, &'a [PointBox])>,
    /// By what they show, whose they are and how large.
    faces: HashMap<(String, Role, u32), Arc<Drawing>>,
}

impl<'a> Before<'a> {
    fn new(curve: Option<&'a Curve>) -> Self {
        let Some(curve) = curve else { return Self::default() };
        let mut before = Self { curve: Some(curve), zero_y: curve.zero_y, ..Self::default() };
        let mut rest = &curve.points[..];
        for line in &curve.lines {
            let (points, others) = rest.split_at((line.pieces.len() + 1).min(rest.len()));
            before.strands.insert(line.persona.as_ref(), (line, points));
            rest = others;
        }
        #[expect(clippy::iter_over_hash_type, reason = "of two alike any will do")]
        for (line, points) in before.strands.values() {
            for point in *points {
                let shown = if line.faint { String::new() } else { shown_face(&point.point) };
                let face = before.faces.entry((shown, line.role, point.radius.to_bits()));
                face.or_insert_with(|| point.drawing.clone());
            }
        }
        before.points.extend(curve.points.iter().map(|one| (Arc::as_ptr(&one.point), one)));
        before
    }

    /// A point as it was, if it has not changed and stands on the same kind of curve.
    fn point(&self, strand: &Strand, point: &Arc<EmotionPoint>) -> Option<&'a PointBox> {
        let old = self.points.get(&Arc::as_ptr(point)).copied();
        let line = self.strands.get(&strand.persona).map(|(line, _)| *line);
        let same = line.is_some_and(|line| line.role == strand.role && line.faint == strand.faint);
        old.filter(|old| same && old.radius == strand.radius)
    }

    /// A box counted from the zero line as it was.
    fn by_zero(&self, rect: Rect) -> Rect {
        rect.translate(vec2(0.0, -self.zero_y))
    }

    /// The text of a point's quote, if it is known.
    fn text(&self, point: &Arc<EmotionPoint>) -> Option<Arc<Text>> {
        self.points.get(&Arc::as_ptr(point))?.said.clone()
    }

    /// From where to where something stood, so that there were columns.
    fn reach(&self) -> Rangef {
        let points = self.curve.map_or(&[][..], |curve| &curve.points);
        points.iter().fold(Rangef::NOTHING, |reach, point| {
            let x =
                point.quote.as_ref().map_or(Rangef::point(point.at.x), |(rect, _)| rect.x_range());
            Rangef::new(reach.min.min(x.min).min(point.at.x), reach.max.max(x.max).max(point.at.x))
        })
    }
}

/// What to draw as a face: a single emoji, whatever the file says.
pub(in crate::scene) fn shown_face(point: &EmotionPoint) -> String {
    let shown: String = point.shown_face().trim().chars().take(FACE_MAX).collect();
    if shown.is_empty() { face_of(point.value).to_owned() } else { shown }
}

/// A face with its halo, in the ring of whose it is, around (0, 0).
pub(in crate::scene) fn face(
    engine: &mut TextEngine,
    shown: &str,
    main: bool,
    whose: Role,
    scale: f32,
) -> Arc<Drawing> {
    let (size, radius) = if main { (31.0, 19.0) } else { (19.0, 12.0) };
    let (size, radius) = (size * scale, radius * scale);
    let style =
        |size| TextStyle { face: Face::Emoji, size, line_height: size, align: Align::Start };
    let mut text = engine.layout(shown, &style(size), None);
    let mut drawn = size;
    if text.size.x > radius * 2.0 {
        // A word instead of a face, or several: as small as it must be.
        drawn = size * radius * 2.0 / text.size.x;
        text = engine.layout(shown, &style(drawn), None);
    }
    let ring = solid(if main { 2.0 } else { 1.2 } * scale, whose);
    let halo = circle(Pos2::ZERO, radius, Some(Role::Paper.into()), Some(ring));
    let items = vec![halo, emoji_at(Pos2::ZERO, text, drawn)];
    Arc::new(Drawing { size: Vec2::splat(radius * 2.0), items, ..Drawing::default() })
}

/// A point of a faint curve, around (0, 0): a dot in its colour.
fn dot(strand: &Strand) -> Arc<Drawing> {
    let radius = strand.radius;
    let edge = Some(crate::scene::draw::pen::solid(1.5, Role::Paper));
    let items = vec![circle(Pos2::ZERO, radius * 0.8, Some(strand.role.at(FAINT)), edge)];
    Arc::new(Drawing { size: Vec2::splat(radius * 2.0), items, ..Drawing::default() })
}

/// What each step is called: its own name, or its phase's.
pub(in crate::scene) fn step_names(journey: &Journey) -> HashMap<&Id, &str> {
    let steps =
        journey.phases.iter().flat_map(|phase| phase.steps.iter().map(move |step| (phase, step)));
    steps
        .map(|(phase, step)| {
            (&step.id, if step.title.is_empty() { &*phase.title } else { &*step.title })
        })
        .collect()
}

/// What a point is called, for those who do not see it: `Anna, Beslut: −1,6, ”Priset …”`.
pub(in crate::scene) fn title(
    name: &str,
    step: &str,
    point: &EmotionPoint,
    marks: &[String; 2],
    words: &Words,
) -> String {
    titled(name, step, point, marks, words, TITLE_MAX)
}

/// The same with all that was said.
pub(in crate::scene) fn whole_title(
    name: &str,
    step: &str,
    point: &EmotionPoint,
    marks: &[String; 2],
    words: &Words,
) -> String {
    titled(name, step, point, marks, words, usize::MAX)
}

fn titled(
    name: &str,
    step: &str,
    point: &EmotionPoint,
    [open, close]: &[String; 2],
    words: &Words,
    most: usize,
) -> String {
    let mut title = String::with_capacity(64);
    title.push_str(name);
    if !name.is_empty() && !step.is_empty() {
        title.push_str(", ");
    }
    title.push_str(step);
    if !title.is_empty() {
        title.push_str(": ");
    }
    title.push_str(&words.felt(feeling(point.value)));
    let said = crate::model::unquoted(&point.quote);
    if !said.is_empty() {
        title.push_str(&format!(", {open}{}{close}", quotes::shortened(said, most)));
    }
    title
}

#[cfg(test)]
mod tests;
