//! The order of steps, and what it means for cards that span several.

use crate::model::{Card, Id, Journey, Lane, List, Phase};
use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::sync::Arc;

/// From how many look-ups on a table of all steps is quicker than looking through them.
const LOOK_UPS: usize = 16;

/// The steps of a journey in order, as they were when it was made.
pub(super) struct StepOrder {
    phases: List<Phase>,
    look_ups: Cell<usize>,
    table: OnceCell<HashMap<Id, usize>>,
}

impl StepOrder {
    /// The steps of `journey` as they are now.
    pub(super) fn of(journey: &Journey) -> Self {
        let phases = journey.phases.clone();
        Self { phases, look_ups: Cell::new(0), table: OnceCell::new() }
    }

    fn steps(&self) -> impl Iterator<Item = &Id> {
        self.phases.iter().flat_map(|phase| phase.steps.iter().map(|step| &step.id))
    }

    pub(super) fn index(&self, step: &Id) -> Option<usize> {
        self.look_ups.update(|count| count.saturating_add(1));
        if self.look_ups.get() < LOOK_UPS {
            return self.steps().position(|one| one == step);
        }
        // Of two steps with one id, which only a damaged file can have, the first counts.
        let table = self.table.get_or_init(|| {
            let mut table = HashMap::new();
            for (index, id) in self.steps().enumerate() {
                table.entry(id.clone()).or_insert(index);
            }
            table
        });
        table.get(step).copied()
    }

    /// The step at `index`.
    pub(super) fn at(&self, mut index: usize) -> Option<&Id> {
        for phase in &self.phases {
            match phase.steps.get(index) {
                Some(step) => return Some(&step.id),
                None => index -= phase.steps.len(),
            }
        }
        None
    }

    /// How many steps there are.
    pub(super) fn len(&self) -> usize {
        self.phases.iter().map(|phase| phase.steps.len()).sum()
    }

    /// The last step.
    pub(super) fn last(&self) -> Option<&Id> {
        self.at(self.len().checked_sub(1)?)
    }

    /// How many steps further than its first a card reaches.
    pub(super) fn reach(&self, card: &Card) -> usize {
        let until = card.until.as_ref().and_then(|until| self.index(until));
        match (self.index(&card.step), until) {
            (Some(from), Some(until)) => until.saturating_sub(from),
            _ => 0,
        }
    }

    /// What `until` has to be for a card that begins in `step` to reach `reach` steps further, or
    /// to the end.
    pub(super) fn until(&self, step: &Id, reach: usize) -> Option<Id> {
        let from = self.index(step).filter(|_| reach > 0)?;
        let last = from.saturating_add(reach).min(self.len().saturating_sub(1));
        self.at(last).filter(|_| last > from).cloned()
    }

    /// The card, begun in `step`; it keeps the number of steps it spans.
    pub(super) fn moved(&self, card: &Arc<Card>, step: &Id) -> Arc<Card> {
        let until = self.until(step, self.reach(card));
        if card.step == *step && card.until == until {
            return card.clone();
        }
        Arc::new(Card { step: step.clone(), until, ..Card::clone(card) })
    }
}

/// Drops each `until` that does not come after its card's first step any more.
pub(super) fn mend_spans(journey: &mut Journey) {
    let order = StepOrder::of(journey);
    for lane in 0..journey.lanes.len() {
        let broken = |card: &Card| card.until.is_some() && order.reach(card) == 0;
        if journey.lanes[lane].cards.iter().any(|card| broken(card))
            && let Some(lane) = journey.lanes.edit(lane)
        {
            for card in lane.cards.iter_mut().filter(|card| broken(card)) {
                Arc::make_mut(card).until = None;
            }
        }
    }
}

/// Takes out of a lane what stands in no step of the journey.
pub(super) fn fit_lane(lane: &mut Lane, order: &StepOrder) {
    lane.cards.retain(|card| order.index(&card.step).is_some());
    lane.points.retain(|point| order.index(&point.step).is_some());
    for card in lane.cards.iter_mut() {
        let fitted = order.moved(card, &card.step);
        *card = fitted;
    }
}
