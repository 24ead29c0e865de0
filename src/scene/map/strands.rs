//! Which points of a lane make a curve together, and where does each stand?

use crate::model::{EmotionPoint, Id, Journey, Lane, Persona, Project, View, feeling};
use crate::scene::draw::spline::spread;
use crate::scene::map::head::{PersonaLook, looks};
use crate::scene::{Columns, PointBox, Role, StepColumn};
use crate::words::Words;
use egui::{Pos2, Rangef, pos2};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How far one unit of feeling is.
pub(in crate::scene) const UNIT: f32 = 46.0;
/// How far apart two points of one persona are at least, sideways.
const APART: f64 = 12.0;

/// One persona's points in a lane.
pub(in crate::scene) struct Strand<'a> {
    pub persona: Option<&'a Id>,
    /// Their name; [`called`](Self::called) says whose points are that name nobody.
    pub name: &'a str,
    /// Points that name nobody on a map of personas.
    pub nobody: bool,
    pub role: Role,
    /// Of its line, where it is not the main one.
    pub pattern: u8,
    pub main: bool,
    /// It steps back behind two others that are compared.
    pub faint: bool,
    /// Of its faces with their halo.
    pub radius: f32,
    pub spots: Vec<FaceSpot<'a>>,
}

/// A point where it stands.
pub(in crate::scene) struct FaceSpot<'a> {
    /// The middle of its face, counted from the zero line.
    pub at: Pos2,
    /// From where to where its step is.
    step: Rangef,
    pub point: &'a Arc<EmotionPoint>,
}

/// All points, as they stand in [`Curve::points`].
pub(in crate::scene) fn flat<'a, 'b>(
    strands: &'b [Strand<'a>],
) -> impl Iterator<Item = (&'b Strand<'a>, &'b FaceSpot<'a>)> {
    strands.iter().flat_map(|strand| strand.spots.iter().map(move |spot| (strand, spot)))
}

/// The curves that are shown, the main one last. In a lane about one persona, points that name
/// nobody are theirs; elsewhere they make a curve of nobody's. On a map without personas that is
/// the main one, on others it comes after all personas that are known.
pub(in crate::scene) fn strands<'a>(
    lane: &'a Lane,
    project: &'a Project,
    journey: &'a Journey,
    view: &View,
    columns: &Columns,
    scale: f32,
) -> Vec<Strand<'a>> {
    let known: HashMap<&Id, (usize, &Persona)> = (project.personas.iter().enumerate().rev())
        .map(|(place, persona)| (&persona.id, (place, persona.as_ref())))
        .collect();
    let looks = looks(project);
    let peopled = !journey.personas.is_empty();
    let mut order: Vec<Option<&Id>> = if peopled { Vec::new() } else { vec![None] };
    order.extend(journey.personas.iter().map(Some));
    order.extend(project.personas.iter().map(|persona| Some(&persona.id)));
    order.push(None);
    let mut groups: HashMap<Option<&Id>, Vec<(usize, &Arc<EmotionPoint>)>> = HashMap::new();
    for point in &lane.points {
        let persona = point.persona.as_ref().or(lane.persona.as_ref());
        let shown = lane.persona.is_none() || persona == lane.persona.as_ref();
        if let Some(&step) = columns.index.get(&point.step).filter(|_| shown) {
            groups.entry(persona).or_default().push((step, point));
            // Personas that are missing come last.
            if persona.is_some_and(|id| !known.contains_key(id)) {
                order.push(persona);
            }
        }
    }
    let off: HashSet<&Id> = lane.curves_off.iter().collect();
    let mut missing = project.personas.len();
    let mut strands = Vec::new();
    for persona in order {
        let Some(points) = groups.remove(&persona) else { continue };
        let of_project = persona.and_then(|id| known.get(id));
        let nobody = persona.is_none() && peopled;
        let look = of_project.and_then(|(place, _)| looks.get(*place).copied());
        let PersonaLook { role, pattern } = match (persona, look) {
            (None, _) if nobody => PersonaLook { role: Role::Muted, pattern: 0 },
            (None, _) => PersonaLook { role: Role::Accent, pattern: 0 },
            (_, Some(look)) => look,
            (_, None) => {
                missing += 1;
                PersonaLook::of_place(missing - 1)
            }
        };
        let spots = spots(points, columns);
        let off = persona.is_some_and(|id| off.contains(id)) || !view.shows_persona(persona);
        if spots.is_empty() || off {
            continue;
        }
        let main = strands.is_empty();
        let radius = if main { 19.0 } else { 12.0 } * scale;
        let name = of_project.map_or("", |(_, persona)| persona.name.as_str());
        let faint = false;
        strands.push(Strand { persona, name, nobody, role, pattern, main, faint, radius, spots });
    }
    if let [a, b, ..] = lane.gap_between.as_slice()
        && [a, b].iter().all(|id| strands.iter().any(|strand| strand.persona == Some(*id)))
    {
        for strand in &mut strands {
            strand.faint = strand.persona != Some(a) && strand.persona != Some(b);
            strand.radius = if strand.faint { 6.0 * scale } else { strand.radius };
        }
    }
    strands.reverse();
    strands
}

/// So many faces near each other cannot stand beside each other: they are left where they are.
const CROWD: usize = 24;
/// How wide and high the cells are by which faces are looked up.
const CELL: f32 = 64.0;

/// Moves faces sideways so that none lies on another: those of one persona apart, and those of other
/// curves out from behind those of the main one. A face keeps to its step, and its order; where its
/// step is full it may stand beyond it. `larger` says how much larger than others of its curve a
/// face is.
pub(in crate::scene) fn beside(strands: &mut [Strand], larger: impl Fn(&EmotionPoint) -> f32) {
    type Faces = HashMap<(i32, i32), Vec<(Pos2, f32)>>;
    let most = flat(strands)
        .fold(0.0f32, |most, (strand, spot)| most.max(strand.radius * larger(spot.point)));
    let side = CELL.max(most);
    let all = flat(strands).fold(Rangef::NOTHING, |all, (_, spot)| {
        Rangef::new(all.min.min(spot.step.min), all.max.max(spot.step.max))
    });
    let cell = |at: Pos2| ((at.x / side).floor() as i32, (at.y / side).floor() as i32);
    let near = |faces: &Faces, at: Pos2| -> Vec<(Pos2, f32)> {
        let (column, row) = cell(at);
        let cells = (column - 3..=column + 3)
            .flat_map(|column| (row - 2..=row + 2).map(move |row| (column, row)));
        cells.filter_map(|cell| faces.get(&cell)).flatten().copied().collect()
    };
    let mut faces = Faces::new();
    for strand in strands.iter_mut().rev() {
        apart(&mut strand.spots, strand.radius, &larger);
        for index in 0..strand.spots.len() {
            let FaceSpot { at, step, point } = &strand.spots[index];
            let (at, step, radius) = (*at, *step, strand.radius * larger(point));
            let taken = near(&faces, at);
            let covers = |at: Pos2, (face, other): &(Pos2, f32)| face.distance(at) < other + radius;
            if taken.len() <= CROWD && taken.iter().any(|face| covers(at, face)) {
                let left = index.checked_sub(1).and_then(|left| strand.spots.get(left));
                let right = strand.spots.get(index + 1);
                let low = left.map_or(f32::MIN, |spot| spot.at.x + APART as f32);
                let high = right.map_or(f32::MAX, |spot| spot.at.x - APART as f32);
                let places: Vec<f32> = (taken.iter())
                    .flat_map(|(face, other)| {
                        let (reach, down) = (other + radius + 1.0, face.y - at.y);
                        let aside = (reach * reach - down * down).max(0.0).sqrt();
                        [face.x - aside, face.x + aside]
                    })
                    .filter(|x| !taken.iter().any(|face| covers(pos2(*x, at.y), face)))
                    .collect();
                let margin = radius.min(step.span() / 4.0);
                let away = |x: &f32| (x - at.x).abs();
                // Rather beyond its step than behind another.
                let beyond = step.expand(radius);
                let beyond = Rangef::new(beyond.min.max(all.min), beyond.max.min(all.max));
                let found = [step.shrink(margin), step, beyond].iter().find_map(|room| {
                    let room = Rangef::new(low.max(room.min), high.min(room.max));
                    let free = places.iter().copied().filter(|x| room.contains(*x));
                    free.min_by(|a, b| away(a).total_cmp(&away(b)))
                });
                if let Some(x) = found {
                    strand.spots[index].at.x = x;
                }
            }
            let at = strand.spots[index].at;
            faces.entry(cell(at)).or_default().push((at, radius));
        }
    }
}

/// Moves the faces of a step apart where some of one persona's lie on each other.
fn apart(spots: &mut [FaceSpot], radius: f32, larger: impl Fn(&EmotionPoint) -> f32) {
    for group in spots.chunk_by_mut(|a, b| a.step == b.step) {
        let radius = group.iter().fold(radius, |most, spot| most.max(radius * larger(spot.point)));
        let covers = |pair: &[FaceSpot]| pair[0].at.distance(pair[1].at) < radius * 2.0;
        let Some(step) = group.first().map(|spot| spot.step) else { continue };
        if group.len() > CROWD || !group.windows(2).any(covers) {
            continue;
        }
        let mut xs: Vec<f64> = group.iter().map(|spot| f64::from(spot.at.x)).collect();
        let margin = radius.min(step.span() / group.len() as f32 / 2.0);
        let (low, high) = (f64::from(step.min + margin), f64::from(step.max - margin));
        spread(&mut xs, f64::from(radius * 2.0 + 1.0), low, high);
        for (spot, x) in group.iter_mut().zip(xs) {
            spot.at.x = x as f32;
        }
    }
}

/// Points from left to right, no two at the same place.
fn spots<'a>(
    mut points: Vec<(usize, &'a Arc<EmotionPoint>)>,
    columns: &Columns,
) -> Vec<FaceSpot<'a>> {
    points.sort_by_key(|(step, _)| *step);
    let mut spots = Vec::with_capacity(points.len());
    for group in points.chunk_by(|a, b| a.0 == b.0) {
        let Some(&StepColumn { x, width, .. }) =
            group.first().and_then(|(step, _)| columns.steps.get(*step))
        else {
            continue;
        };
        let (left, width, count) = (f64::from(x), f64::from(width), group.len() as f64);
        if !(left.is_finite() && width.is_finite() && width > 0.0) {
            continue;
        }
        let mut places: Vec<(f64, &Arc<EmotionPoint>)> = (group.iter().enumerate())
            .map(|(index, (_, point))| {
                let evenly = (index as f64 + 0.5) / count;
                let at = point.at.filter(|at| at.is_finite()).unwrap_or(evenly);
                (left + at.clamp(0.0, 1.0) * width, *point)
            })
            .collect();
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut xs: Vec<f64> = places.iter().map(|(x, _)| *x).collect();
        // Half the distance at either end keeps points of neighbouring steps apart too.
        let margin = APART.min(width / count) / 2.0;
        spread(&mut xs, APART, left + margin, left + width - margin);
        spots.extend(places.iter().zip(xs).map(|((_, point), x)| FaceSpot {
            at: pos2(x as f32, -feeling(point.value) as f32 * UNIT),
            step: Rangef::new(left as f32, (left + width) as f32),
            point,
        }));
    }
    spots
}

impl Strand<'_> {
    /// Whose curve it is, in words; empty where there is nothing to say.
    pub(crate) fn called(&self, words: &Words) -> Cow<'_, str> {
        if self.nobody { words.curve_nobody().into() } else { self.name.into() }
    }

    /// Adds from where to where this curve is not what it was.
    pub(crate) fn changed(&self, old: &[PointBox], changed: &mut Vec<Rangef>) {
        let same = |(old, new): &(&PointBox, &FaceSpot)| {
            old.point.id == new.point.id
                && old.at.x == new.at.x
                && feeling(old.point.value) == feeling(new.point.value)
                && old.radius == self.radius
        };
        let left = old.iter().zip(&self.spots).take_while(same).count();
        let rest = old.len().min(self.spots.len()) - left;
        let right =
            old.iter().rev().zip(self.spots.iter().rev()).take(rest).take_while(same).count();
        if left + right == old.len() && left + right == self.spots.len() {
            return;
        }
        let old: Vec<f32> = old.iter().map(|point| point.at.x).collect();
        let new: Vec<f32> = self.spots.iter().map(|spot| spot.at.x).collect();
        for xs in [old, new] {
            // A point bends two pieces on either side of it.
            let last = (xs.len() + 1).saturating_sub(right).min(xs.len().saturating_sub(1));
            if let (Some(from), Some(to)) =
                (xs.get(left.saturating_sub(2)).or(xs.last()), xs.get(last))
            {
                changed.push(Rangef::new(from.min(*to) - self.radius, to.max(*from) + self.radius));
            }
        }
    }
}
