//! What cards that came back name comes back as well; what is nowhere any more is let go of.

use super::named_again;
use super::neighbours::come_back;
use crate::edit::chain;
use crate::edit::research_refs::forget_missing;
use crate::model::{Card, EmotionPoint, Id, Journey, Lane, List, Persona, Project, StoryPage};
use std::collections::HashSet;
use std::sync::Arc;

/// Makes all that `map`, now in `after`, names be there: taken from `from` where it is gone. `now` is
/// the project before anything came back.
pub(super) fn bring_named(now: &Project, after: &mut Project, from: &Project, map: &Journey) {
    let named = Named::of(after, map);
    back(&mut after.personas, &from.personas, &named.personas, |one| &one.id);
    back(&mut after.sources, &from.sources, &named.sources, |one| &one.id);
    back(&mut after.subgoals, &from.subgoals, &named.subgoals, |one| &one.id);
    back(&mut after.opportunities, &from.opportunities, &named.opportunities, |one| &one.id);
    let portraits = after.personas.iter().filter_map(|persona| persona.image.clone());
    let images: HashSet<Id> = named.images.iter().cloned().chain(portraits).collect();
    back(&mut after.images, &from.images, &images, |one| &one.id);
    let known = Known::of(after);
    for index in 0..after.personas.len() {
        let loose = |one: &Persona| one.image.as_ref().is_some_and(|id| !known.images.contains(id));
        if after.personas.get(index).is_some_and(|one| loose(one))
            && let Some(persona) = after.personas.edit(index)
        {
            persona.image = None;
        }
    }
    for index in 0..after.parked.len() {
        let Some(card) = after.parked.get_mut(index) else { continue };
        known.let_go(card);
    }
    if let Some((at, _)) = after.journey(&map.id)
        && let Some(map) = after.journeys.edit(at)
    {
        map.personas.retain(|id| known.personas.contains(id));
        for page in 0..map.story.len() {
            let loose = |page: &Arc<StoryPage>| {
                page.image.as_ref().is_some_and(|id| !known.images.contains(id))
            };
            if map.story.get(page).is_some_and(loose)
                && let Some(page) = map.story.edit(page)
            {
                page.image = None;
            }
        }
        for lane in 0..map.lanes.len() {
            if let Some(lane) = map.lanes.edit(lane) {
                known.let_go_in(lane);
            }
        }
    }
    named_again::by_the_rest(now, after, from);
    forget_missing(after);
    chain::forget_missing(after);
}

/// Brings what is named and gone back into its list.
fn back<T>(now: &mut List<T>, was: &List<T>, named: &HashSet<Id>, id: impl Fn(&T) -> &Id + Copy) {
    for (at, item) in was.iter().enumerate() {
        if named.contains(id(item)) {
            come_back(now, was, at, id);
        }
    }
}

/// What cards, points and lanes name.
#[derive(Default)]
struct Named {
    personas: HashSet<Id>,
    sources: HashSet<Id>,
    subgoals: HashSet<Id>,
    opportunities: HashSet<Id>,
    images: HashSet<Id>,
}

impl Named {
    fn of(project: &Project, map: &Journey) -> Self {
        let mut named = Self::default();
        named.personas.extend(map.personas.iter().cloned());
        for lane in &map.lanes {
            let points = lane.points.iter();
            named.personas.extend(lane.persona.iter().chain(&lane.gap_between).cloned());
            named.personas.extend(points.clone().filter_map(|one| one.persona.clone()));
            named.sources.extend(points.filter_map(|one| one.source.clone()));
            lane.cards.iter().for_each(|card| named.card(card));
        }
        project.parked.iter().for_each(|card| named.card(card));
        named.images.extend(map.story.iter().filter_map(|page| page.image.clone()));
        named
    }

    fn card(&mut self, card: &Card) {
        self.personas.extend(card.personas.iter().cloned());
        self.sources.extend(card.sources.iter().cloned());
        self.subgoals.extend(card.subgoal.iter().cloned());
        self.opportunities.extend(card.opportunity.iter().cloned());
        self.images.extend(card.image.iter().cloned());
    }
}

/// What there is to name.
struct Known(Named);

impl std::ops::Deref for Known {
    type Target = Named;
    fn deref(&self) -> &Named {
        &self.0
    }
}

impl Known {
    fn of(project: &Project) -> Self {
        Self(Named {
            personas: project.personas.iter().map(|one| one.id.clone()).collect(),
            sources: project.sources.iter().map(|one| one.id.clone()).collect(),
            subgoals: project.subgoals.iter().map(|one| one.id.clone()).collect(),
            opportunities: project.opportunities.iter().map(|one| one.id.clone()).collect(),
            images: project.images.iter().map(|one| one.id.clone()).collect(),
        })
    }

    fn let_go(&self, card: &mut Arc<Card>) {
        let loose = |id: &Option<Id>, known: &HashSet<Id>| {
            id.as_ref().is_some_and(|id| !known.contains(id))
        };
        let all = |ids: &[Id], known: &HashSet<Id>| ids.iter().all(|id| known.contains(id));
        let sound = all(&card.personas, &self.personas)
            && all(&card.sources, &self.sources)
            && !loose(&card.subgoal, &self.subgoals)
            && !loose(&card.opportunity, &self.opportunities)
            && !loose(&card.image, &self.images);
        if sound {
            return;
        }
        let card = Arc::make_mut(card);
        card.personas.retain(|id| self.personas.contains(id));
        card.sources.retain(|id| self.sources.contains(id));
        card.subgoal.take_if(|id| !self.subgoals.contains(id));
        card.opportunity.take_if(|id| !self.opportunities.contains(id));
        card.image.take_if(|id| !self.images.contains(id));
    }

    fn let_go_in(&self, lane: &mut Lane) {
        lane.persona.take_if(|id| !self.personas.contains(id));
        lane.gap_between.retain(|id| self.personas.contains(id));
        lane.curves_off.retain(|id| self.personas.contains(id));
        lane.cards.iter_mut().for_each(|card| self.let_go(card));
        let loose = |point: &EmotionPoint| {
            point.persona.as_ref().is_some_and(|id| !self.personas.contains(id))
                || point.source.as_ref().is_some_and(|id| !self.sources.contains(id))
        };
        for point in lane.points.iter_mut().filter(|point| loose(point)) {
            let point = Arc::make_mut(point);
            point.persona.take_if(|id| !self.personas.contains(id));
            point.source.take_if(|id| !self.sources.contains(id));
        }
    }
}
