//! The selected cards, and what can be set on all of them at once: by the small bar and the menu.

use super::super::inspector::{FeelingForm, Lit, find_cards, points_where};
use super::super::{Document, Message};
use super::pen_tool::owner;
use crate::edit::{Change, tie, tie_to_new};
use crate::insight::leads_to;
use crate::model::{
    Card, CardRef, EmotionPoint, Id, Journey, LaneKind, Mark, Opportunity, Persona, Project, Thing,
    feeling,
};
use std::collections::HashSet;
use std::sync::Arc;

/// The selected cards, looked up.
pub(super) struct Chosen {
    project: Arc<Project>,
    journey: Arc<Journey>,
    things: Vec<Thing>,
    /// Each with the lane it is in.
    pub cards: Vec<(CardRef, Arc<Card>)>,
    /// The points of the curve that belong to them, each with its lane: those of the pen beside them,
    /// if there is one.
    points: Vec<(Id, Arc<EmotionPoint>)>,
    /// Whose pen lies beside them.
    pen: Option<Id>,
}

impl Chosen {
    /// The cards that are selected; none where something else is selected too, or nothing.
    pub(super) fn of(doc: &Document) -> Option<Self> {
        let things = &doc.selection.things;
        let all = things.iter().all(|thing| matches!(thing, Thing::Card(_)));
        if things.is_empty() || !all {
            return None;
        }
        let project = doc.editor.project().clone();
        let journey = project.journey(&doc.journey)?.1.clone();
        let cards = find_cards(&project, &journey, things);
        if cards.is_empty() {
            return None;
        }
        let ids: HashSet<&Id> = cards.iter().map(|(_, card)| &card.id).collect();
        let pen = doc.pen.aside().cloned();
        let mut points = points_where(&journey, true, |point| {
            point.touchpoint.as_ref().is_some_and(|card| ids.contains(card))
        });
        points.retain(|(lane, point)| {
            let lane = journey.lane(lane).map(|(_, lane)| lane);
            pen.is_none() || lane.and_then(|lane| owner(lane, point)) == pen.as_ref()
        });
        Some(Self { project, journey, things: things.clone(), cards, points, pen })
    }

    /// Are they what is selected still?
    pub(super) fn is_of(&self, doc: &Document) -> bool {
        Arc::ptr_eq(&self.project, doc.editor.project())
            && self.journey.id == doc.journey
            && self.things == doc.selection.things
            && self.pen.as_ref() == doc.pen.aside()
    }

    /// Do all of them, some or none pass?
    pub(super) fn lit(&self, test: impl Fn(&Card) -> bool) -> Lit {
        let count = self.cards.iter().filter(|(_, card)| test(card)).count();
        match count {
            0 => Lit::Off,
            _ if count == self.cards.len() => Lit::On,
            _ => Lit::Some,
        }
    }

    fn put(&self, set: impl Fn(&mut Card), out: &mut Vec<Message>) {
        let cards = self.copied().into_iter().map(|(place, mut card)| {
            set(&mut card);
            (place, card)
        });
        out.push(Message::Edit(Change::PutCards(cards.collect())));
    }

    fn copied(&self) -> Vec<(CardRef, Card)> {
        self.cards.iter().map(|(place, card)| (place.clone(), Card::clone(card))).collect()
    }

    /// Puts a mark on all of them, or takes it away where all have it.
    pub(super) fn toggle_mark(&self, mark: &Mark, out: &mut Vec<Message>) {
        let on = self.lit(|card| card.marks.contains(mark)) != Lit::On;
        self.put(
            |card| {
                card.marks.retain(|one| one != mark);
                if on {
                    card.marks.push(mark.clone());
                }
            },
            out,
        );
    }

    /// Says that they concern a persona, or no longer, where all did.
    pub(super) fn toggle_persona(&self, id: &Id, out: &mut Vec<Message>) {
        let on = self.lit(|card| card.personas.contains(id)) != Lit::On;
        self.put(
            |card| {
                card.personas.retain(|one| one != id);
                if on {
                    card.personas.push(id.clone());
                }
            },
            out,
        );
    }

    /// Says that they concern everybody.
    pub(super) fn concern_everybody(&self, out: &mut Vec<Message>) {
        self.put(|card| card.personas.clear(), out);
    }

    /// Gives them a colour, or their lanes' again where all had this one.
    pub(super) fn toggle_color(&self, color: u8, out: &mut Vec<Message>) {
        let on = self.lit(|card| card.color == Some(color)) != Lit::On;
        self.put(|card| card.color = on.then_some(color), out);
    }

    /// The colour all of them have.
    pub(super) fn color(&self) -> Option<u8> {
        let first = self.cards.first()?.1.color?;
        (self.lit(|card| card.color == Some(first)) == Lit::On).then_some(first)
    }

    /// Can they have a feeling? A parked card has no place on the curve.
    pub(super) fn can_feel(&self) -> bool {
        let placed =
            |(place, card): &(CardRef, Arc<Card>)| place.lane.is_some() && !card.step.is_empty();
        self.cards.iter().all(placed)
    }

    /// The feeling that all of them have, in whole steps.
    pub(super) fn feeling(&self) -> Option<f64> {
        let first = feeling(self.points.first()?.1.value).round();
        let same = self.points.iter().all(|(_, point)| feeling(point.value).round() == first);
        let felt: HashSet<&Id> =
            self.points.iter().filter_map(|(_, point)| point.touchpoint.as_ref()).collect();
        let all = self.cards.iter().all(|(_, card)| felt.contains(&card.id));
        (same && all).then_some(first)
    }

    /// Sets what is felt there, or takes it away where that is felt already.
    pub(super) fn toggle_feeling(&self, value: f64, doc: &mut Document, out: &mut Vec<Message>) {
        let of = FeelingForm {
            project: &self.project,
            journey: &self.journey,
            cards: &self.cards,
            points: &self.points,
            pen: self.pen.as_ref(),
        };
        let change = match self.feeling() == Some(value) {
            true => of.remove(),
            false => of.set_to(value, &mut || doc.editor.ids.next_id()),
        };
        out.push(Message::Edit(change));
    }

    /// Whose feelings are set at them: the pen's that lies beside them, where there is one.
    pub(super) fn feels(&self) -> Option<&Persona> {
        Some(self.project.persona(self.pen.as_ref()?)?.1)
    }

    /// Are some of them opportunities themselves? They lead to none.
    pub(super) fn are_opportunities(&self) -> bool {
        let is_one = |place: &CardRef| {
            let lane = place.lane.as_ref().and_then(|lane| self.journey.lane(lane));
            lane.is_some_and(|(_, lane)| lane.kind == LaneKind::Opportunities)
        };
        self.cards.iter().any(|(place, _)| is_one(place))
    }

    /// Does a card lead to an opportunity?
    pub(super) fn leads(&self) -> Lit {
        self.lit(|card| leads_to(&self.project, card).is_some())
    }

    /// Do they lead to this one?
    pub(super) fn lit_to(&self, one: &Opportunity) -> Lit {
        self.lit(|card| leads_to(&self.project, card).is_some_and(|other| other.id == one.id))
    }

    /// Ties them to an opportunity, or lets go of it where all lead there.
    pub(super) fn toggle_opportunity(&self, one: &Opportunity, out: &mut Vec<Message>) {
        let all = self.lit_to(one) == Lit::On;
        let to = (!all).then(|| one.clone());
        out.push(Message::Edit(tie(&self.project, &self.copied(), to)));
    }

    /// Ties them to a new opportunity called as the first of them says.
    pub(super) fn new_opportunity(&self, doc: &mut Document, out: &mut Vec<Message>) {
        let id = doc.editor.ids.next_id();
        let change = tie_to_new(&self.project, &self.journey, &self.copied(), id);
        out.push(Message::Edit(change));
    }

    /// The opportunities they can lead to: those of the list, then cards that are not in it yet.
    pub(super) fn opportunities(&self) -> Vec<Opportunity> {
        let mut all: Vec<Opportunity> =
            self.project.opportunities.iter().map(|one| Opportunity::clone(one)).collect();
        let lanes = self.journey.lanes.iter().filter(|lane| lane.kind == LaneKind::Opportunities);
        let cards = lanes.flat_map(|lane| lane.cards.iter());
        let alone = cards.filter(|card| card.opportunity.is_none() && !card.text.trim().is_empty());
        all.extend(alone.map(|card| crate::edit::opportunity_or_new(&self.project, card)));
        all
    }

    /// The personas of the project.
    pub(super) fn personas(&self) -> &[Arc<crate::model::Persona>] {
        &self.project.personas
    }
}

/// The selected cards.
pub(super) fn cards(doc: &Document) -> Vec<CardRef> {
    let cards = doc.selection.things.iter().filter_map(|thing| match thing {
        Thing::Card(card) => Some(card.clone()),
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    cards.collect()
}
