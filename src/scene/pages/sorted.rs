//! What stands in each phase of a journey: its cards and feelings, sorted once for all pages.

use crate::insight::Feelings;
use crate::model::{Card, EmotionPoint, Id, Journey, LaneKind, View};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What stands in each phase of a journey.
pub(super) struct Sorted {
    /// The journey it was made from.
    pub of: Arc<Journey>,
    /// One for each phase.
    pub phases: Vec<Arc<InPhase>>,
    /// Where cards stand, once somebody has asked.
    places: OnceLock<HashMap<Id, CardPlace>>,
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
        let mut steps: HashMap<&Id, (usize, usize)> = HashMap::new();
        for (order, (phase, step)) in journey.steps().enumerate() {
            steps.insert(&step.id, (phase, order));
        }
        let mut phases: Vec<InPhase> = Vec::new();
        phases.resize_with(journey.phases.len(), InPhase::default);
        let view = View::default();
        // Nobody speaks on a page whose curve is off.
        let mut felt = Feelings::of(journey, &view).points;
        felt.sort_by_key(|felt| (felt.lane, felt.step));
        for felt in felt {
            let folded = journey.lanes.get(felt.lane).is_some_and(|lane| lane.collapsed);
            if let Some(phase) = phases.get_mut(felt.phase).filter(|_| !folded) {
                phase.points.push((felt.lane, felt.point.clone()));
            }
        }
        for (place, lane) in journey.lanes.iter().enumerate() {
            if !view.shows_lane(lane) || lane.collapsed {
                continue;
            }
            if lane.kind == LaneKind::Emotions {
                continue;
            }
            let known = lane.cards.iter().filter_map(|card| {
                let (phase, order) = *steps.get(&card.step)?;
                Some((phase, order, card))
            });
            let mut known: Vec<_> = known.collect();
            known.sort_by_key(|(_, order, _)| *order);
            for (phase, _, card) in known {
                phases[phase].cards.push((place, card.clone()));
            }
        }
        let phases = phases.into_iter().map(Arc::new).collect();
        Self { of: journey.clone(), phases, places: OnceLock::new() }
    }

    /// The card called `id`, with its places.
    pub(super) fn card(&self, id: &Id) -> Option<&CardPlace> {
        let places = self.places.get_or_init(|| {
            let steps = self.of.steps().map(|(phase, step)| (&step.id, phase));
            let steps: HashMap<&Id, usize> = steps.collect();
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

/// Does somebody say something at the point?
pub(crate) fn has_quote(point: &EmotionPoint) -> bool {
    !crate::model::unquoted(&point.quote).is_empty()
}
