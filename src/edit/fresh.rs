//! New things, and copies with ids of their own.

use super::chain::follow_copies;
use crate::model::{
    Card, Id, IdSource, Journey, Lane, LaneKind, List, Phase, Question, Step, StoryPage,
    Transition, View,
};
use serde_json::Value;
use std::collections::HashMap;

/// A card that says `text`.
pub fn new_card(text: &str, ids: &mut IdSource) -> Card {
    Card { id: ids.next_id(), text: text.to_owned(), ..Card::default() }
}

/// An untitled phase with one step.
pub fn new_phase(ids: &mut IdSource) -> Phase {
    let id = ids.next_id();
    Phase { id, steps: List::from_iter([new_step(ids)]), ..Phase::default() }
}

/// An untitled step.
pub fn new_step(ids: &mut IdSource) -> Step {
    Step { id: ids.next_id(), ..Step::default() }
}

/// An empty lane.
pub fn new_lane(kind: LaneKind, ids: &mut IdSource) -> Lane {
    Lane { id: ids.next_id(), kind, ..Lane::default() }
}

/// The card with an id of its own, for a copy that stands beside it. It leads where its original
/// does, until `follow_copies` makes it lead to copies.
pub(super) fn copy_of(card: &Card, ids: &mut IdSource) -> Card {
    Card { id: ids.next_id(), origin: None, ..card.clone() }
}

/// The cards with ids of their own, for copies that stand beside them and lead to each other as
/// those do.
pub fn copy_cards<'a>(cards: impl Iterator<Item = &'a Card>, ids: &mut IdSource) -> Vec<Card> {
    let mut names = HashMap::new();
    let mut copies = Vec::new();
    for card in cards {
        let copy = copy_of(card, ids);
        names.insert(&card.id, copy.id.clone());
        copies.push(copy);
    }
    follow_copies(copies.iter_mut(), &names);
    copies
}

/// A copy of a journey that can stand beside it: new ids throughout, what names another thing of
/// the journey names its copy, and journey and cards know what they were made from.
pub fn fresh_copy(journey: &Journey, ids: &mut IdSource) -> Journey {
    let mut names = Names { ids, new: HashMap::new() };
    let mut copy = journey.clone();
    copy.origin = Some(journey.id.clone());
    names.rename(&mut copy.id);
    copy.checklist = names.questions(&copy.checklist);
    copy.phases = copy.phases.iter().map(|phase| names.phase(phase)).collect();
    copy.lanes = copy.lanes.iter().map(|lane| names.lane(lane)).collect();
    copy.transitions = copy.transitions.iter().map(|one| names.transition(one)).collect();
    for value in &mut copy.waved_off {
        names.follow_json(value);
    }
    copy.views = copy.views.iter().map(|view| names.view(view)).collect();
    copy.story = copy.story.iter().map(|page| names.page(page)).collect();
    // A card or point may stand before the card it names, so references come last.
    for lane in copy.lanes.iter_mut() {
        let lane = std::sync::Arc::make_mut(lane);
        for card in lane.cards.iter_mut().filter(|card| card.next.is_some()) {
            let next = &mut std::sync::Arc::make_mut(card).next;
            *next = next.take().and_then(|id| names.new.get(&id).cloned());
        }
        for point in lane.points.iter_mut() {
            let touchpoint = &mut std::sync::Arc::make_mut(point).touchpoint;
            *touchpoint = touchpoint.take().and_then(|id| names.new.get(&id).cloned());
        }
    }
    copy
}

/// Old ids with the new ones that were given for them.
struct Names<'a> {
    ids: &'a mut IdSource,
    new: HashMap<Id, Id>,
}

impl Names<'_> {
    /// Gives a thing a new id.
    fn rename(&mut self, id: &mut Id) {
        let new = self.ids.next_id();
        let old = std::mem::replace(id, new.clone());
        self.new.insert(old, new);
    }

    /// Names the copy where the copied thing was named.
    fn follow(&self, id: &mut Id) {
        if let Some(new) = self.new.get(id) {
            id.clone_from(new);
        }
    }

    fn follow_json(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(new) = self.new.get(&Id::new(text)) {
                    new.as_str().clone_into(text);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.follow_json(item)),
            Value::Object(fields) => {
                fields.values_mut().for_each(|item| self.follow_json(item));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn page(&mut self, page: &StoryPage) -> StoryPage {
        let mut page = page.clone();
        self.rename(&mut page.id);
        page.about.iter_mut().chain(&mut page.cards).for_each(|id| self.follow(id));
        page
    }

    fn phase(&mut self, phase: &Phase) -> Phase {
        let mut copy = phase.clone();
        copy.origin = Some(phase.id.clone());
        self.rename(&mut copy.id);
        let steps = phase.steps.iter().map(|step| {
            let mut step = Step::clone(step);
            step.origin = Some(step.id.clone());
            self.rename(&mut step.id);
            step
        });
        copy.steps = steps.collect();
        copy.checklist = self.questions(&phase.checklist);
        copy
    }

    fn questions(&mut self, questions: &List<Question>) -> List<Question> {
        let renamed = questions.iter().map(|question| {
            let mut question = Question::clone(question);
            self.rename(&mut question.id);
            question
        });
        renamed.collect()
    }

    fn lane(&mut self, lane: &Lane) -> Lane {
        let mut copy = lane.clone();
        copy.origin = Some(lane.id.clone());
        self.rename(&mut copy.id);
        for index in 0..copy.prompts.len() {
            copy.prompts.edit(index).into_iter().for_each(|prompt| self.follow(&mut prompt.step));
        }
        let cards = lane.cards.iter().map(|card| {
            let mut card = Card::clone(card);
            card.origin = Some(card.id.clone());
            card.change = None;
            self.rename(&mut card.id);
            self.follow(&mut card.step);
            card.until.iter_mut().for_each(|until| self.follow(until));
            card
        });
        copy.cards = cards.collect();
        let points = lane.points.iter().map(|point| {
            let mut point = crate::model::EmotionPoint::clone(point);
            self.rename(&mut point.id);
            self.follow(&mut point.step);
            point
        });
        copy.points = points.collect();
        copy
    }

    fn view(&mut self, view: &View) -> View {
        let mut copy = view.clone();
        self.rename(&mut copy.id);
        let lanes = [&mut copy.hidden, &mut copy.collapsed, &mut copy.pinned];
        lanes.into_iter().flatten().for_each(|lane| self.follow(lane));
        copy
    }

    fn transition(&mut self, transition: &Transition) -> Transition {
        let mut copy = transition.clone();
        self.rename(&mut copy.id);
        self.follow(&mut copy.from);
        copy.to.iter_mut().for_each(|to| self.follow(to));
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Change, Edit, apply};
    use super::*;

    #[test]
    fn a_fresh_copy_names_nothing_of_the_original() {
        let (project, _) = parse("A: a b\nL: x>b y /\n~E: p+1@y /\n-> t: A b");
        let copy = fresh_copy(&project.journeys[0], &mut IdSource::seeded(1));
        assert_eq!(
            (copy.origin.clone(), copy.lanes[0].cards[0].origin.clone()),
            (Some(id("map")), Some(id("x")))
        );
        let change = Change::AddJourney { at: 1, journey: Box::new(copy) };
        let made = apply(&project, &Edit { journey: id("map"), change }).unwrap();
        assert_eq!(faults(&made), Vec::<String>::new());
        let copy = &made.journeys[1];
        assert_eq!(copy.lanes[0].cards[0].until.as_ref(), Some(&copy.phases[0].steps[1].id));
        assert_eq!(copy.lanes[1].points[0].touchpoint.as_ref(), Some(&copy.lanes[0].cards[1].id));
        assert_eq!(copy.transitions[0].from, copy.phases[0].id);
    }
}
