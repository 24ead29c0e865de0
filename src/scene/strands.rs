//! Which points of a lane make a curve together, and where does each stand?

use super::head::{Look, looks};
use super::spline::spread;
use super::{Columns, PointBox, Role, StepColumn};
use crate::model::{EmotionPoint, Id, Journey, Lane, Persona, Project, View, feeling};
use crate::words::Words;
use egui::{Pos2, Rangef, pos2};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How far one unit of feeling is.
pub(super) const UNIT: f32 = 46.0;
/// How far apart two points of one persona are at least, sideways.
const APART: f64 = 12.0;

/// One persona's points in a lane.
pub(super) struct Strand<'a> {
    pub persona: Option<&'a Id>,
    /// Their name; [`called`](Self::called) says whose points are that name nobody.
    pub name: &'a str,
    /// Points that name nobody on a map of personas.
    pub nobody: bool,
    pub role: Role,
    /// Of its line, where it is not the main one.
    pub pattern: u8,
    pub main: bool,
    /// Of its faces with their halo.
    pub radius: f32,
    pub spots: Vec<Spot<'a>>,
}

/// A point where it stands.
pub(super) struct Spot<'a> {
    /// The middle of its face, counted from the zero line.
    pub at: Pos2,
    pub point: &'a Arc<EmotionPoint>,
}

/// All points, as they stand in [`Curve::points`].
pub(super) fn flat<'a, 'b>(
    strands: &'b [Strand<'a>],
) -> impl Iterator<Item = (&'b Strand<'a>, &'b Spot<'a>)> {
    strands.iter().flat_map(|strand| strand.spots.iter().map(move |spot| (strand, spot)))
}

/// The curves that are shown, the main one last. In a lane about one persona, points that name
/// nobody are theirs; elsewhere they make a curve of nobody's. On a map without personas that is
/// the main one, on others it comes after all personas that are known.
pub(super) fn strands<'a>(
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
        let Look { role, pattern } = match (persona, look) {
            (None, _) if nobody => Look { role: Role::Muted, pattern: 0 },
            (None, _) => Look { role: Role::Accent, pattern: 0 },
            (_, Some(look)) => look,
            (_, None) => {
                missing += 1;
                Look::of_place(missing - 1)
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
        strands.push(Strand { persona, name, nobody, role, pattern, main, radius, spots });
    }
    strands.reverse();
    strands
}

/// Points from left to right, no two at the same place.
fn spots<'a>(mut points: Vec<(usize, &'a Arc<EmotionPoint>)>, columns: &Columns) -> Vec<Spot<'a>> {
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
        spots.extend(places.iter().zip(xs).map(|((_, point), x)| Spot {
            at: pos2(x as f32, -feeling(point.value) as f32 * UNIT),
            point,
        }));
    }
    spots
}

impl Strand<'_> {
    /// Whose curve it is, in words; empty where there is nothing to say.
    pub fn called(&self, words: &Words) -> Cow<'_, str> {
        if self.nobody { words.curve_nobody().into() } else { self.name.into() }
    }

    /// Adds from where to where this curve is not what it was.
    pub fn changed(&self, old: &[PointBox], changed: &mut Vec<Rangef>) {
        let same = |(old, new): &(&PointBox, &Spot)| {
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
