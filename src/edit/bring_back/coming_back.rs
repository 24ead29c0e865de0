//! What comes back when somebody chose some things: what is in them, and what they cannot be without.

use super::super::EditError;
use crate::model::{Card, CardRef, Id, Journey, Project, Thing};
use std::collections::HashSet;

/// What comes back of one journey, by its ids in the version.
#[derive(Default)]
pub(super) struct ComingBack<'a> {
    /// The journey's own fields as well.
    pub head: bool,
    pub phases: HashSet<&'a Id>,
    pub steps: HashSet<&'a Id>,
    pub lanes: HashSet<&'a Id>,
    pub cards: HashSet<&'a Id>,
    pub points: HashSet<&'a Id>,
    pub transitions: HashSet<&'a Id>,
    pub personas: HashSet<&'a Id>,
    /// Other journeys.
    pub journeys: Vec<&'a Id>,
}

impl<'a> ComingBack<'a> {
    /// What `things` stand for in `journey` as it was in `from`.
    pub(super) fn of(
        from: &'a Project,
        journey: &'a Journey,
        things: &[Thing],
    ) -> Result<Self, EditError> {
        let mut chosen = Self::default();
        for thing in things {
            let known = match thing {
                Thing::Card(card) => chosen.card(from, journey, card),
                Thing::Point { point, .. } => chosen.point(journey, point),
                Thing::Phase(id) => chosen.phase(journey, id),
                Thing::Step(id) => chosen.step(journey, id),
                Thing::Lane(id) => chosen.lane(journey, id),
                Thing::Transition(id) => chosen.transition(journey, id),
                Thing::Persona(id) => from.persona(id).map(|(_, one)| {
                    chosen.personas.insert(&one.id);
                }),
                Thing::Journey(id) if *id == journey.id => {
                    chosen.all_of(journey);
                    Some(())
                }
                Thing::Journey(id) => {
                    from.journey(id).map(|(_, one)| chosen.journeys.push(&one.id))
                }
            };
            known.ok_or_else(|| EditError::Missing(thing.clone()))?;
        }
        Ok(chosen)
    }

    fn card(&mut self, from: &'a Project, journey: &'a Journey, card: &CardRef) -> Option<()> {
        let (_, card) = from.card(journey, card)?;
        self.cards.insert(&card.id);
        Some(())
    }

    fn point(&mut self, journey: &'a Journey, point: &Id) -> Option<()> {
        let mut all = journey.lanes.iter().flat_map(|lane| lane.points.iter());
        self.points.insert(&all.find(|one| one.id == *point)?.id);
        Some(())
    }

    fn transition(&mut self, journey: &'a Journey, id: &Id) -> Option<()> {
        self.transitions.insert(&journey.transitions.iter().find(|one| one.id == *id)?.id);
        Some(())
    }

    fn phase(&mut self, journey: &'a Journey, id: &Id) -> Option<()> {
        let phase = journey.phases.iter().find(|one| one.id == *id)?;
        self.phases.insert(&phase.id);
        phase.steps.iter().for_each(|step| {
            self.columns(journey, &step.id);
        });
        self.movement(journey, id);
        Some(())
    }

    fn step(&mut self, journey: &'a Journey, id: &Id) -> Option<()> {
        let (_, step) = journey.steps().find(|(_, one)| one.id == *id)?;
        self.columns(journey, &step.id);
        Some(())
    }

    /// A step with all that stood in it.
    fn columns(&mut self, journey: &'a Journey, step: &'a Id) {
        self.steps.insert(step);
        for lane in &journey.lanes {
            let cards = lane.cards.iter().filter(|card| card.step == *step);
            self.cards.extend(cards.map(|card| &card.id));
            let points = lane.points.iter().filter(|point| point.step == *step);
            self.points.extend(points.map(|point| &point.id));
        }
        self.movement(journey, step);
    }

    /// What led to and from a phase or a step.
    fn movement(&mut self, journey: &'a Journey, end: &Id) {
        let all = journey.transitions.iter();
        let touching = all.filter(|one| one.from == *end || one.to.as_ref() == Some(end));
        self.transitions.extend(touching.map(|one| &one.id));
    }

    fn lane(&mut self, journey: &'a Journey, id: &Id) -> Option<()> {
        let (_, lane) = journey.lane(id)?;
        self.lanes.insert(&lane.id);
        self.cards.extend(lane.cards.iter().map(|card| &card.id));
        self.points.extend(lane.points.iter().map(|point| &point.id));
        Some(())
    }

    fn all_of(&mut self, journey: &'a Journey) {
        self.head = true;
        for phase in &journey.phases {
            self.phase(journey, &phase.id);
        }
        for lane in &journey.lanes {
            self.lane(journey, &lane.id);
        }
        self.transitions.extend(journey.transitions.iter().map(|one| &one.id));
    }

    /// The steps that something chosen stands in, in the version.
    pub(super) fn steps_needed(&self, journey: &'a Journey) -> HashSet<&'a Id> {
        let lanes = || journey.lanes.iter();
        let cards = lanes().flat_map(|lane| lane.cards.iter());
        let cards = cards.filter(|card| self.cards.contains(&card.id)).map(|card: &'a _| {
            let card: &'a Card = card;
            &card.step
        });
        let points = lanes().flat_map(|lane| lane.points.iter());
        let points = points.filter(|point| self.points.contains(&point.id));
        cards.chain(points.map(|point| &point.step)).collect()
    }

    /// Does something chosen stand in the lane, in the version?
    pub(super) fn needs_lane(&self, journey: &Journey, lane: &Id) -> bool {
        journey.lane(lane).is_some_and(|(_, lane)| {
            lane.cards.iter().any(|card| self.cards.contains(&card.id))
                || lane.points.iter().any(|point| self.points.contains(&point.id))
        })
    }
}
