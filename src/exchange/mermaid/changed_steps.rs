//! How do phases and steps become those that a text names now, and what becomes of what stood in them?

use super::build;
use super::changes::{PairedSteps, gone, places, steps_of};
use super::parse::Diagram;
use crate::exchange::{Remark, RemarkKind, SourcePlace};
use crate::model::{Card, Id, IdSource, Journey, Phase, Project, Step};
use std::collections::HashMap;
use std::sync::Arc;

/// A step of the map as it is now.
pub(super) struct PlacedStep {
    pub id: Id,
    /// Its place among all that were written; none: it is new.
    pub written: Option<usize>,
    /// Its place among all that are seen.
    pub seen: usize,
}

/// Puts the phases and steps of a journey in the order in which they are seen. What stood only in steps
/// that are gone is parked, and told.
pub(super) fn change(
    project: &mut Project,
    journey: &mut Journey,
    written: &Diagram,
    seen: &Diagram,
    pairs: &PairedSteps,
    ids: &mut IdSource,
    remarks: &mut Vec<Remark>,
) -> Vec<PlacedStep> {
    let was: Vec<Arc<Step>> =
        journey.phases.iter().flat_map(|phase| phase.steps.iter().cloned()).collect();
    let old_names = steps_of(written);
    let old_phases: Vec<Id> = journey.phases.iter().map(|phase| phase.id.clone()).collect();
    let mut placed = Vec::new();
    let mut phases = Vec::new();
    for (at, section) in seen.sections.iter().enumerate() {
        let mut phase = match pairs.sections.of_seen.get(at).copied().flatten() {
            Some(old) => kept_phase(journey, written, old, &section.name),
            None => build::phase(&section.name, ids),
        };
        for step in &section.steps {
            let seen = placed.len();
            let old = pairs.steps.of_seen.get(seen).copied().flatten();
            let kept = old.and_then(|old| Some((was.get(old)?, old_names.get(old)?)));
            let own = match kept {
                Some((own, name)) if name.name == step.name => own.clone(),
                Some((own, _)) => Arc::new(Step { title: step.name.clone(), ..Step::clone(own) }),
                None => Arc::new(build::step(&step.name, ids)),
            };
            placed.push(PlacedStep { id: own.id.clone(), written: old, seen });
            phase.steps.push(own);
        }
        phases.push(Arc::new(phase));
    }
    let left = journey.phases.iter().zip(&pairs.sections.of_written);
    for (phase, _) in left.filter(|(_, seen)| seen.is_none()) {
        tell(remarks, RemarkKind::Removed, &phase.title, phase.title.clone());
    }
    journey.phases.clear();
    journey.phases.extend(phases);
    build::complete(journey, ids);

    let was: Vec<Id> = was.iter().map(|step| step.id.clone()).collect();
    let is: Vec<Id> = journey.steps().map(|(_, step)| step.id.clone()).collect();
    let names = was.iter().zip(&old_names).map(|(id, step)| (id, step.name.as_str()));
    let places = Places { was: places(&was), is: places(&is), names: names.collect(), order: &was };
    let parked = places.leave(journey, remarks);
    project.parked.extend(parked.into_iter().map(Arc::new));
    let new_phases: Vec<Id> = journey.phases.iter().map(|phase| phase.id.clone()).collect();
    let gone_phases = gone(&old_phases, &new_phases);
    let is_gone = |id: &Id| gone_phases.contains(id) || places.is_gone(id);
    journey.transitions.retain(|one| {
        let stays = !is_gone(&one.from) && !one.to.as_ref().is_some_and(is_gone);
        if !stays {
            tell(remarks, RemarkKind::Removed, &one.reason, one.reason.clone());
        }
        stays
    });
    placed
}

/// A phase that stays, by the name it has now, without its steps.
fn kept_phase(journey: &Journey, written: &Diagram, old: usize, name: &str) -> Phase {
    let mut phase = journey.phases.get(old).map(|phase| Phase::clone(phase)).unwrap_or_default();
    if written.sections.get(old).is_some_and(|section| section.name != name) {
        phase.title = name.to_owned();
    }
    phase.steps.clear();
    phase
}

fn tell(remarks: &mut Vec<Remark>, kind: RemarkKind, thing: &str, said: String) {
    let thing = thing.to_owned();
    let at = if thing.is_empty() { SourcePlace::Whole } else { SourcePlace::Thing(thing) };
    remarks.push(Remark { at, kind, said });
}

/// Where the steps were and are.
struct Places<'a> {
    was: HashMap<&'a Id, usize>,
    is: HashMap<&'a Id, usize>,
    names: HashMap<&'a Id, &'a str>,
    /// As they were.
    order: &'a [Id],
}

impl Places<'_> {
    fn is_gone(&self, step: &Id) -> bool {
        self.was.contains_key(step) && !self.is.contains_key(step)
    }

    fn name(&self, step: &Id) -> &str {
        self.names.get(step).copied().unwrap_or_default()
    }

    /// Takes all out of steps that are gone; the cards that have no other.
    fn leave(&self, journey: &mut Journey, remarks: &mut Vec<Remark>) -> Vec<Card> {
        let (next, before) = self.nearest();
        let mut parked = Vec::new();
        for lane in journey.lanes.iter_mut() {
            let lane = Arc::make_mut(lane);
            lane.points.retain(|point| {
                let stays = !self.is_gone(&point.step);
                if !stays && !point.quote.is_empty() {
                    tell(remarks, RemarkKind::Removed, self.name(&point.step), point.quote.clone());
                }
                stays
            });
            lane.prompts.retain(|prompt| {
                let stays = !self.is_gone(&prompt.step);
                if !stays {
                    tell(
                        remarks,
                        RemarkKind::Removed,
                        self.name(&prompt.step),
                        prompt.text.clone(),
                    );
                }
                stays
            });
            lane.cards.retain_mut(|card| match self.span(card, &next, &before) {
                Some((step, until)) if step == card.step && until == card.until => true,
                Some((step, until)) => {
                    let card = Arc::make_mut(card);
                    (card.step, card.until) = (step, until);
                    true
                }
                None => {
                    tell(remarks, RemarkKind::Parked, self.name(&card.step), card.text.clone());
                    parked.push(Card { step: Id::default(), until: None, ..Card::clone(card) });
                    false
                }
            });
        }
        parked
    }

    /// The first and the last step of a card that are there still.
    fn span(&self, card: &Card, next: &[usize], before: &[usize]) -> Option<(Id, Option<Id>)> {
        let is_touched =
            self.is_gone(&card.step) || card.until.as_ref().is_some_and(|id| self.is_gone(id));
        let place = |id: &Id| self.is.get(id).copied();
        let (first, last) = if is_touched {
            let first = *self.was.get(&card.step)?;
            let last =
                card.until.as_ref().and_then(|id| self.was.get(id).copied()).unwrap_or(first);
            let (from, to) = (*next.get(first)?, *before.get(last)?);
            // They are counted from one, so that there may be none before the first.
            if from + 1 > to {
                return None;
            }
            (self.order.get(from)?.clone(), Some(self.order.get(to - 1)?.clone()))
        } else {
            (card.step.clone(), card.until.clone())
        };
        let Some(last) = last.filter(|last| !is_touched || *last != first) else {
            return Some((first, None));
        };
        // Its ends may have changed places.
        let turned = self.is.contains_key(&last) && place(&last) < place(&first);
        Some(if turned { (last, Some(first)) } else { (first, Some(last)) })
    }

    /// For each step as it was the place of the first that stays from there on, and how many are before
    /// the end of the last that stays up to there.
    fn nearest(&self) -> (Vec<usize>, Vec<usize>) {
        let mut next = vec![self.order.len(); self.order.len()];
        let mut following = self.order.len();
        for (place, id) in self.order.iter().enumerate().rev() {
            if self.is.contains_key(id) {
                following = place;
            }
            if let Some(next) = next.get_mut(place) {
                *next = following;
            }
        }
        let mut last = 0;
        let before = self.order.iter().enumerate().map(|(place, id)| {
            if self.is.contains_key(id) {
                last = place + 1;
            }
            last
        });
        (next, before.collect())
    }
}
