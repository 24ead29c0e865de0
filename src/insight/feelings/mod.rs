//! What does each persona feel in a phase, in a step and over the map, and where do they agree?
//!
//! Everything that tells a feeling reads it here. It is told from the points alone, each of which
//! counts as much as any other, and never from the curve drawn between them: a curve follows the
//! widths of columns, and what somebody feels does not. Where a persona has no point there is
//! nothing to tell.
//!
//! **Who counts.** What personas are compared in (whether they agree, how far apart they are, where
//! most) is of all whose curve the map has, whomever a view or an export leaves out: a part of a
//! map tells the figures of the whole, and two agree or not, whether or not one of them is looked
//! at. It is asked for by [`Feelings::of_lane`], or by [`Feelings::of`] with a view of everybody.
//! What somebody feels (means, the best and the worst moment, quotes) is of those who are shown.
//! Only whose curve is switched off in the lane, as it is for who is taken off the map, is not there
//! for either: that stands in the map itself.

use crate::model::{EmotionPoint, Id, Journey, Lane, LaneKind, View, feeling};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use crate::model::as_written;

/// Whose mean is at least this is happy there, and whose is at most its negative is unhappy;
/// between them somebody is neither.
pub const HAPPY: f64 = 0.25;

/// Personas whose means are no further apart than this agree: the legend says so, too.
pub const AGREED: f64 = 0.5;

/// Is a persona with this mean happy?
pub fn is_happy(mean: f64) -> bool {
    mean >= HAPPY
}

/// Is a persona with this mean unhappy?
pub fn is_unhappy(mean: f64) -> bool {
    mean <= -HAPPY
}

/// A point that is shown, and where it counts.
#[derive(Clone, Copy, Debug)]
pub struct Felt<'a> {
    /// Whose it is; none: nobody's in particular.
    pub persona: Option<&'a Id>,
    /// Its lane, by its place in the journey.
    pub lane: usize,
    /// Its phase, by its place.
    pub phase: usize,
    /// Its step, by its place among all steps.
    pub step: usize,
    /// The point itself.
    pub point: &'a Arc<EmotionPoint>,
}

impl Felt<'_> {
    /// How it feels, −2 to +2.
    pub fn value(&self) -> f64 {
        feeling(self.point.value)
    }
}

/// A point of a curve with whose it is, where that is kept without its map.
#[derive(Clone, Debug, PartialEq)]
pub struct FeltPoint {
    /// Its lane, by its place in the journey.
    pub lane: usize,
    /// Whose it is; none: nobody's in particular.
    pub persona: Option<Id>,
    /// The point itself.
    pub point: Arc<EmotionPoint>,
}

impl From<&Felt<'_>> for FeltPoint {
    fn from(felt: &Felt<'_>) -> Self {
        Self { lane: felt.lane, persona: felt.persona.cloned(), point: felt.point.clone() }
    }
}

/// How far apart personas are in one phase or step.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// Who feels worst, by their places among the personas: more than one where they tie as written.
    pub low: Vec<usize>,
    /// Who feels best.
    pub high: Vec<usize>,
    /// From the lowest mean to the highest: 0 to 4.
    pub gap: f64,
}

impl Apart {
    /// Do they agree?
    pub fn agrees(&self) -> bool {
        as_written(self.gap) <= AGREED
    }
}

/// Feelings of which the mean is asked for, in hundredths, so that a sum is exact.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    hundredths: i64,
    count: i64,
}

impl Sum {
    fn add(&mut self, point: &EmotionPoint) {
        self.hundredths += (feeling(point.value) * 100.0).round() as i64;
        self.count += 1;
    }

    fn mean(self) -> Option<f64> {
        (self.count > 0).then(|| self.hundredths as f64 / (self.count * 100) as f64)
    }
}

/// What personas feel: those that were asked for. Whose curve is off and lanes that are hidden are
/// not in it.
#[derive(Debug)]
pub struct Feelings<'a> {
    /// Whose feelings they are: the map's personas in its order, then others that have points.
    /// Those without a point are there, too, but who has switched off all of theirs.
    pub personas: Vec<Option<&'a Id>>,
    /// The points that count, lane by lane in their order.
    pub points: Vec<Felt<'a>>,
    phases: usize,
    /// By persona and phase, and by persona and step.
    in_phases: HashMap<(usize, usize), Sum>,
    in_steps: HashMap<(usize, usize), Sum>,
    /// By persona.
    in_all: Vec<Sum>,
}

impl<'a> Feelings<'a> {
    /// Those of all lanes of `journey` that `view` shows, of the personas it shows.
    pub fn of(journey: &'a Journey, view: &View) -> Self {
        let shown = |lane: &Lane| view.shows_lane(lane);
        Self::of_lanes(journey, view, shown)
    }

    /// Those of the lane called `lane`, of all its personas: to compare them in.
    pub fn of_lane(journey: &'a Journey, lane: &Id) -> Self {
        Self::of_lanes(journey, &View::default(), |one| one.id == *lane)
    }

    fn of_lanes(journey: &'a Journey, view: &View, shown: impl Fn(&Lane) -> bool) -> Self {
        let steps = journey.steps().enumerate();
        let steps: HashMap<&Id, (usize, usize)> =
            steps.map(|(place, (phase, step))| (&step.id, (phase, place))).collect();
        let (mut points, mut off) = (Vec::new(), HashSet::new());
        for (place, lane) in journey.lanes.iter().enumerate() {
            if lane.kind != LaneKind::Emotions || !shown(lane) {
                continue;
            }
            for point in &lane.points {
                let persona = point.persona.as_ref().or(lane.persona.as_ref());
                // A lane about one persona shows nobody else's.
                if lane.persona.is_some() && persona != lane.persona.as_ref()
                    || !view.shows_persona(persona)
                {
                    continue;
                }
                if persona.is_some_and(|id| lane.curves_off.contains(id)) {
                    off.insert(persona);
                    continue;
                }
                if let Some(&(phase, step)) = steps.get(&point.step) {
                    points.push(Felt { persona, lane: place, phase, step, point });
                }
            }
        }
        let have: HashSet<Option<&Id>> = points.iter().map(|felt| felt.persona).collect();
        let own = journey.personas.iter().filter(|id| view.shows_persona(Some(*id))).map(Some);
        let mut personas: Vec<Option<&Id>> = Vec::new();
        let mut places: HashMap<Option<&Id>, usize> = HashMap::new();
        let with_points = points.iter().map(|felt| felt.persona);
        for id in own.filter(|id| have.contains(id) || !off.contains(id)).chain(with_points) {
            places.entry(id).or_insert_with(|| {
                personas.push(id);
                personas.len() - 1
            });
        }
        let mut found = Self {
            in_all: vec![Sum::default(); personas.len()],
            personas,
            phases: journey.phases.len(),
            in_phases: HashMap::new(),
            in_steps: HashMap::new(),
            points,
        };
        for felt in &found.points {
            let Some(&who) = places.get(&felt.persona) else { continue };
            found.in_phases.entry((who, felt.phase)).or_default().add(felt.point);
            found.in_steps.entry((who, felt.step)).or_default().add(felt.point);
            if let Some(sum) = found.in_all.get_mut(who) {
                sum.add(felt.point);
            }
        }
        found
    }

    /// The place of a persona among [`Self::personas`].
    pub fn place(&self, persona: Option<&Id>) -> Option<usize> {
        self.personas.iter().position(|one| *one == persona)
    }

    /// The mean of a persona's points in a phase, −2 to +2.
    pub fn in_phase(&self, who: usize, phase: usize) -> Option<f64> {
        self.in_phases.get(&(who, phase))?.mean()
    }

    /// The mean of a persona's points in a step, by its place among all steps.
    pub fn in_step(&self, who: usize, step: usize) -> Option<f64> {
        self.in_steps.get(&(who, step))?.mean()
    }

    /// The mean of all of a persona's points.
    pub fn over_map(&self, who: usize) -> Option<f64> {
        self.in_all.get(who)?.mean()
    }

    /// The mean of what the personas feel in a phase, only where all of them have points there.
    /// Nobody's in particular are asked for only where there is nobody else.
    pub fn of_all(&self, phase: usize) -> Option<f64> {
        let means = self.asked().into_iter().map(|who| self.in_phase(who, phase));
        let means: Option<Vec<f64>> = means.collect();
        let means = means.filter(|means| !means.is_empty())?;
        Some(means.iter().sum::<f64>() / means.len() as f64)
    }

    /// Who is meant by all of them, by their places: those with a name, or nobody in particular where
    /// there is nobody else.
    pub fn asked(&self) -> Vec<usize> {
        let named = self.named();
        if named.is_empty() { (0..self.personas.len()).collect() } else { named }
    }

    /// How far apart the personas with points in a phase are; none of fewer than two.
    pub fn apart(&self, phase: usize) -> Option<Apart> {
        self.apart_by(|who| self.in_phase(who, phase))
    }

    /// How far apart they are in a step, by its place among all steps.
    pub fn apart_in_step(&self, step: usize) -> Option<Apart> {
        self.apart_by(|who| self.in_step(who, step))
    }

    fn apart_by(&self, mean: impl Fn(usize) -> Option<f64>) -> Option<Apart> {
        let felt: Vec<(usize, f64)> =
            self.named().into_iter().filter_map(|who| Some((who, mean(who)?))).collect();
        let lowest = felt.iter().map(|(_, mean)| *mean).min_by(f64::total_cmp)?;
        let highest = felt.iter().map(|(_, mean)| *mean).max_by(f64::total_cmp)?;
        let alike = |end: f64| {
            let same = felt.iter().filter(|(_, mean)| as_written(*mean) == as_written(end));
            same.map(|(who, _)| *who).collect()
        };
        (felt.len() > 1).then(|| Apart {
            low: alike(lowest),
            high: alike(highest),
            gap: highest - lowest,
        })
    }

    /// The one phase in which they are furthest apart; none where they agree everywhere, where two
    /// phases tie as written, or where only one can be told of.
    pub fn furthest(&self) -> Option<usize> {
        let gaps = (0..self.phases).filter_map(|phase| Some((phase, self.apart(phase)?)));
        let gaps: Vec<(usize, Apart)> = gaps.collect();
        let (phase, most) = gaps.iter().max_by(|(_, a), (_, b)| a.gap.total_cmp(&b.gap))?;
        let same = gaps.iter().filter(|(_, one)| as_written(one.gap) == as_written(most.gap));
        (gaps.len() > 1 && same.count() == 1 && !most.agrees()).then_some(*phase)
    }

    /// Those who have a name: agreement is between them.
    pub(super) fn named(&self) -> Vec<usize> {
        let all = self.personas.iter().enumerate();
        all.filter(|(_, persona)| persona.is_some()).map(|(who, _)| who).collect()
    }
}

#[cfg(test)]
mod tests;
