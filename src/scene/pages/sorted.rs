//! What stands in each phase of a journey: its cards and feelings, sorted once for all pages.

use crate::insight::{Feelings, same_feelings};
use crate::model::{Card, EmotionPoint, Id, Journey, Lane, LaneKind, View, same_things};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What stands in each phase of a journey.
pub(super) struct Sorted {
    /// The journey it was made from.
    pub of: Arc<Journey>,
    /// One for each phase.
    pub phases: Vec<Arc<InPhase>>,
    /// One for each lane.
    lanes: Vec<Arc<LaneByPhase>>,
    steps: Arc<StepPlaces>,
    /// Where cards stand, once somebody has asked.
    places: OnceLock<HashMap<Id, CardPlace>>,
}

/// The place of the phase of each step, and its own among all.
type StepPlaces = foldhash::HashMap<Id, (usize, usize)>;

/// The cards of a lane in the order of the steps: one list for each phase, none where the lane shows
/// no cards.
struct LaneByPhase {
    lane: Arc<Lane>,
    phases: Vec<Vec<Arc<Card>>>,
}

impl LaneByPhase {
    fn new(lane: &Arc<Lane>, steps: &StepPlaces, count: usize) -> Self {
        let mut phases: Vec<Vec<Arc<Card>>> = Vec::new();
        if View::default().shows_lane(lane) && !lane.collapsed && lane.kind != LaneKind::Emotions {
            phases.resize_with(count, Vec::new);
            let known = lane.cards.iter();
            let mut known: Vec<_> =
                known.filter_map(|card| Some((*steps.get(&card.step)?, card))).collect();
            known.sort_by_key(|((_, order), _)| *order);
            for ((phase, _), card) in known {
                phases[phase].push(card.clone());
            }
        }
        Self { lane: lane.clone(), phases }
    }

    fn in_phase(&self, phase: usize) -> &[Arc<Card>] {
        self.phases.get(phase).map(Vec::as_slice).unwrap_or_default()
    }

    /// Are the very same cards in the phase?
    fn same_in(&self, other: &Self, phase: usize) -> bool {
        same_things(self.in_phase(phase), other.in_phase(phase))
    }
}

/// A card with the places of its lane and its phase.
pub(super) type CardPlace = (usize, Option<usize>, Arc<Card>);

/// What stands in a phase, in the order of lanes and steps, each with the place of its lane.
#[derive(Default)]
pub(super) struct InPhase {
    pub cards: Vec<(usize, Arc<Card>)>,
    pub points: Vec<(usize, Arc<EmotionPoint>)>,
}

impl InPhase {
    /// Are both the very same things?
    pub(super) fn same(&self, other: &Self) -> bool {
        fn same<T>(a: &[(usize, Arc<T>)], b: &[(usize, Arc<T>)]) -> bool {
            let mut both = a.iter().zip(b);
            a.len() == b.len() && both.all(|(a, b)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1))
        }
        same(&self.cards, &other.cards) && same(&self.points, &other.points)
    }
}

impl Sorted {
    /// Goes once through all that is shown of `journey`.
    pub(super) fn new(journey: &Arc<Journey>) -> Self {
        Self::after(journey, None)
    }

    /// The same, where it is known how it was `before`: goes through the lanes that have changed since.
    pub(super) fn after(journey: &Arc<Journey>, before: Option<&Self>) -> Self {
        let count = journey.phases.len();
        let same_steps = |before: &&Self| same_things(&before.of.phases, &journey.phases);
        let steps = before.filter(same_steps).map(|before| before.steps.clone());
        let steps = steps.unwrap_or_else(|| {
            let all = journey.steps().enumerate();
            Arc::new(all.map(|(order, (phase, step))| (step.id.clone(), (phase, order))).collect())
        });
        let before = before.filter(|before| same_feelings(&before.of, journey));
        let known = |place: usize| before.and_then(|before| before.lanes.get(place));
        let (mut lanes, mut changed) = (Vec::new(), Vec::new());
        for (place, lane) in journey.lanes.iter().enumerate() {
            match known(place).filter(|known| Arc::ptr_eq(&known.lane, lane)) {
                Some(known) => lanes.push(known.clone()),
                None => {
                    changed.push(place);
                    lanes.push(Arc::new(LaneByPhase::new(lane, &steps, count)));
                }
            }
        }
        let points = match before {
            Some(_) => Vec::new(),
            None => points_by_phase(journey),
        };
        let in_phase = |phase: usize| {
            let old = before.and_then(|before| before.phases.get(phase));
            let same = |place: &usize| {
                known(*place).is_some_and(|known| known.same_in(&lanes[*place], phase))
            };
            if let Some(old) = old.filter(|_| changed.iter().all(same)) {
                return old.clone();
            }
            let cards = lanes.iter().enumerate();
            let cards = cards.flat_map(|(place, lane)| {
                lane.in_phase(phase).iter().map(move |card| (place, card.clone()))
            });
            let points = match old {
                Some(old) => old.points.clone(),
                None => points.get(phase).cloned().unwrap_or_default(),
            };
            Arc::new(InPhase { cards: cards.collect(), points })
        };
        let phases = (0..count).map(in_phase).collect();
        Self { of: journey.clone(), phases, lanes, steps, places: OnceLock::new() }
    }

    /// The card called `id`, with its places.
    pub(super) fn card(&self, id: &Id) -> Option<&CardPlace> {
        let places = self.places.get_or_init(|| {
            let steps = self.of.phases_by_step();
            let mut places = HashMap::new();
            for (lane, model) in self.of.lanes.iter().enumerate() {
                for card in &model.cards {
                    let place = (lane, steps.get(&card.step).copied(), card.clone());
                    places.entry(card.id.clone()).or_insert(place);
                }
            }
            places
        });
        places.get(id)
    }
}

/// The points of each phase that count, in the order of lanes and steps.
fn points_by_phase(journey: &Journey) -> Vec<Vec<(usize, Arc<EmotionPoint>)>> {
    let mut phases = Vec::new();
    phases.resize_with(journey.phases.len(), Vec::new);
    // Nobody speaks on a page whose curve is off.
    let mut felt = Feelings::of(journey, &View::default()).points;
    felt.sort_by_key(|felt| (felt.lane, felt.step));
    for felt in felt {
        let folded = journey.lanes.get(felt.lane).is_some_and(|lane| lane.collapsed);
        if let Some(phase) = phases.get_mut(felt.phase).filter(|_| !folded) {
            phase.push((felt.lane, felt.point.clone()));
        }
    }
    phases
}

/// Does somebody say something at the point?
pub(crate) fn has_quote(point: &EmotionPoint) -> bool {
    !crate::model::unquoted(&point.quote).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Phase, Step};

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    fn map() -> Journey {
        let step = |name: &str| Step { id: id(name), ..Step::default() };
        let phase = |(name, steps): (&str, [&str; 2])| Phase {
            id: id(name),
            steps: steps.map(step).into_iter().collect(),
            ..Phase::default()
        };
        let card =
            |(name, at): (&str, &str)| Card { id: id(name), step: id(at), ..Card::default() };
        let lane = |name: &str, cards: &[(&str, &str)]| Lane {
            id: id(name),
            kind: LaneKind::Touchpoints,
            cards: cards.iter().copied().map(card).collect(),
            ..Lane::default()
        };
        let point = EmotionPoint { id: id("p"), step: id("c"), ..EmotionPoint::default() };
        let felt = Lane {
            kind: LaneKind::Emotions,
            points: List::from_iter([point]),
            ..lane("felt", &[])
        };
        Journey {
            phases: [("A", ["a", "b"]), ("B", ["c", "d"])].into_iter().map(phase).collect(),
            lanes: [
                lane("L", &[("1", "c"), ("2", "b"), ("3", "a")]),
                felt,
                lane("M", &[("4", "d"), ("5", "gone")]),
            ]
            .into_iter()
            .collect(),
            ..Journey::default()
        }
    }

    #[test]
    fn what_changed_is_sorted_anew_and_the_rest_stays() {
        fn lane(map: &mut Journey, at: usize) -> &mut Lane {
            map.lanes.edit(at).unwrap()
        }
        // After each change: which phases are the very same as before.
        type Row = (fn(&mut Journey), [bool; 2]);
        let rows: [Row; 9] = [
            (|_| {}, [true, true]),
            (|map| lane(map, 0).cards.edit(2).unwrap().text = "said".into(), [false, true]),
            (|map| lane(map, 0).cards.edit(1).unwrap().step = id("d"), [false, false]),
            (|map| lane(map, 2).cards.edit(1).unwrap().text = "nowhere".into(), [true, true]),
            (|map| lane(map, 2).cards.edit(1).unwrap().step = id("a"), [false, true]),
            (|map| drop(lane(map, 0).cards.remove(0)), [true, false]),
            (|map| lane(map, 1).points.edit(0).unwrap().value = 1.0, [false, false]),
            (|map| lane(map, 2).collapsed = true, [false, false]),
            (|map| map.lanes.rotate_left(1), [false, false]),
        ];
        let mut journey = Arc::new(map());
        let mut sorted = Sorted::new(&journey);
        for (number, (change, stays)) in rows.into_iter().enumerate() {
            let mut map = Journey::clone(&journey);
            change(&mut map);
            journey = Arc::new(map);
            let after = Sorted::after(&journey, Some(&sorted));
            let anew = Sorted::new(&journey);
            assert_eq!(after.phases.len(), 2);
            for (phase, stays) in stays.into_iter().enumerate() {
                let (here, old) = (&after.phases[phase], &sorted.phases[phase]);
                assert!(here.same(&anew.phases[phase]), "change {number}");
                assert_eq!(Arc::ptr_eq(here, old), stays, "change {number}, phase {phase}");
            }
            sorted = after;
        }
    }
}
