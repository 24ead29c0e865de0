//! What the mouse does on the map: a gesture is computed from where it began and made once.

use super::super::{CellRef, Document, Message, Selection};
use super::edges::{Height, Width};
use super::pen_tool::Setting;
use super::transitions::Pull;
use super::{drag, link};
use crate::edit::{Change, Spot, add_with, copy_cards, own_copy};
use crate::insight::{is_of_opportunities, opportunity_of};
use crate::model::{Card, CardRef, EmotionPoint, Id, Thing};
use crate::scene::{Hit, Scene};
use egui::{Pos2, Vec2};
use std::collections::HashSet;
use std::sync::Arc;

/// What the mouse is doing.
#[derive(Default)]
pub(super) enum Tool {
    /// Nothing.
    #[default]
    Idle,
    /// Moving the map itself.
    Pan,
    /// Selecting all within two corners; what was selected before stays.
    Band {
        /// The corner it began at, in document units.
        from: Pos2,
        /// What stays selected.
        kept: Vec<Thing>,
        /// What was selected before it began.
        before: Selection,
    },
    /// Moving or copying cards.
    Cards(DraggedCards),
    /// Pulling a card's right edge.
    Span {
        card: CardRef,
        /// The map when it began.
        base: Arc<Scene>,
    },
    /// Pulling faces.
    Points {
        /// The points as they were, with their lanes.
        points: Vec<(Id, EmotionPoint)>,
        /// Where it began, in document units.
        from: Pos2,
        /// The map when it began.
        base: Arc<Scene>,
    },
    /// Setting a feeling with the pen.
    Set(Box<Setting>),
    /// Making a step wider.
    Width(Width),
    /// Making a lane higher.
    Height(Height),
    /// Moving a phase, a step or a lane among its kind.
    Order {
        /// What moves.
        thing: Thing,
        /// The map when it began.
        base: Arc<Scene>,
    },
    /// Pulling a transition from a phase or a step.
    Pull(Pull),
}

/// DraggedCards being dragged.
pub(super) struct DraggedCards {
    /// The one under the pointer.
    pub grabbed: CardRef,
    /// All of them.
    pub cards: Vec<CardRef>,
    /// Their ids.
    pub ids: HashSet<Id>,
    /// From the grabbed card's corner to the pointer, in document units.
    pub grip: Vec2,
    /// How many steps right of where it begins the card was grabbed.
    offset: usize,
    /// Copies to be added instead when Ctrl is held, made once so that their ids stay.
    copies: Vec<Card>,
    /// Copies would land, and not the cards themselves.
    copying: bool,
    /// Ctrl was held when it began: it was meant as a copy, whatever command comes in between.
    begun_as_copy: bool,
    /// Where they would land now.
    pub spot: Option<Spot>,
    /// The opportunity they would be tied to instead.
    pub onto: Option<CardRef>,
    /// The map when it began.
    pub base: Arc<Scene>,
}

/// The keys held with the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Adds to the selection, snaps.
    pub shift: bool,
    /// Adds to the selection, copies.
    pub ctrl: bool,
}

impl Tool {
    /// Is something held that the edges of the canvas should scroll for?
    pub(super) fn scrolls(&self) -> bool {
        !matches!(self, Self::Idle | Self::Pan)
    }

    /// The drag begins at `from` on `hit`.
    pub(super) fn begin(
        doc: &mut Document,
        hit: &Hit,
        from: Pos2,
        held: Held,
        out: &mut Vec<Message>,
    ) -> Self {
        let Some(scene) = doc.scene.clone() else { return Self::Idle };
        if !held.shift
            && !held.ctrl
            && let Some(setting) = Setting::begin(doc, &scene, hit, from)
        {
            return Self::Set(Box::new(setting));
        }
        match hit {
            Hit::Card { card, edge: true } => {
                let thing = Thing::Card(card.clone());
                if !doc.selection.has(&thing) {
                    out.push(Message::Select(Selection::of(thing)));
                }
                Self::Span { card: card.clone(), base: scene }
            }
            Hit::Card { card, edge: false } => begin_cards(doc, card, from, held, scene, out),
            Hit::Point { lane, point, .. } => begin_points(doc, lane, point, from, scene, out),
            Hit::Phase { phase, edge: true } => {
                let phase = scene.columns.phases.iter().find(|other| other.id == *phase);
                let last = phase.and_then(|phase| phase.steps.clone().last());
                Width::begin(&scene, last, from.x).map_or(Self::Idle, Self::Width)
            }
            Hit::Step { step, edge: true } => {
                let at = scene.columns.index.get(step).copied();
                Width::begin(&scene, at, from.x).map_or(Self::Idle, Self::Width)
            }
            Hit::LaneEdge(lane) => {
                Height::begin(&scene, lane, from.y).map_or(Self::Idle, Self::Height)
            }
            Hit::Phase { phase, .. } => order(Thing::Phase(phase.clone()), scene, out),
            Hit::Step { step, .. } => order(Thing::Step(step.clone()), scene, out),
            Hit::Lane(lane) => order(Thing::Lane(lane.clone()), scene, out),
            Hit::Head(_)
            | Hit::Customers
            | Hit::Cell { .. }
            | Hit::Curve { .. }
            | Hit::Parking { .. }
            | Hit::Outside => {
                let before = doc.selection.clone();
                let adds = held.shift || held.ctrl;
                let kept = if adds { before.things.clone() } else { Vec::new() };
                Self::Band { from, kept, before }
            }
        }
    }

    /// The pointer is at `at`. Asks for the preview of what letting go here would do.
    pub(super) fn drag(&mut self, doc: &Document, at: Pos2, held: Held, out: &mut Vec<Message>) {
        match self {
            Self::Idle | Self::Pan | Self::Pull(_) => {}
            Self::Band { from, kept, .. } => {
                let Some(scene) = &doc.scene else { return };
                let mut things = kept.clone();
                let there: HashSet<&Thing> = kept.iter().collect();
                let within = super::walk::within(scene, *from, at);
                things.extend(within.into_iter().filter(|thing| !there.contains(thing)));
                let selection = Selection { things, cell: None };
                if selection != doc.selection {
                    out.push(Message::Select(selection));
                }
            }
            Self::Cards(cards) => cards.drag(at, held, out),
            Self::Span { card, base } => {
                let found = base.card_box(card);
                if let (Some(until), Some(found)) = (drag::reach_to(base, card, at.x), found) {
                    let new = Card { until, ..(*found.card).clone() };
                    out.push(Message::Preview(Change::PutCards(vec![(card.clone(), new)])));
                }
            }
            Self::Points { points, from, base } => {
                let by = at - *from;
                let pulled = points.iter().map(|(lane, point)| {
                    (lane.clone(), drag::pulled(base, lane, point, by, held.shift))
                });
                out.push(Message::Preview(Change::PutPoints(pulled.collect())));
            }
            Self::Set(setting) => {
                if let Some(scene) = &doc.scene {
                    setting.drag(scene, at, held.shift, out);
                }
            }
            Self::Width(width) => {
                out.push(width.to(doc, at.x).map_or(Message::Cancel, Message::Preview));
            }
            Self::Height(height) => {
                out.push(height.to(doc, at.y).map_or(Message::Cancel, Message::Preview));
            }
            Self::Order { thing, base } => {
                if let Some(change) = reordered(base, thing, at) {
                    out.push(Message::Preview(change));
                }
            }
        }
    }

    /// The button is let go: what is shown becomes real.
    pub(super) fn end(&mut self, out: &mut Vec<Message>) {
        let tool = std::mem::take(self);
        match tool {
            Self::Idle | Self::Pan | Self::Band { .. } => {}
            Self::Pull(pull) => pull.end(out),
            Self::Cards(cards) => {
                out.push(Message::Commit);
                if let Some(selection) = cards.landed() {
                    out.push(Message::Select(selection));
                }
            }
            Self::Set(setting) => setting.end(out),
            Self::Span { .. }
            | Self::Points { .. }
            | Self::Width(_)
            | Self::Height(_)
            | Self::Order { .. } => out.push(Message::Commit),
        }
    }

    /// A command comes in between: what is shown becomes real, but as a move where only the
    /// command's Ctrl has made it a copy.
    pub(super) fn interrupt(&mut self, at: Option<Pos2>, out: &mut Vec<Message>) {
        match (&mut *self, at) {
            (Self::Pull(_), _) => return self.cancel(out),
            (Self::Cards(cards), Some(at)) if cards.copying && !cards.begun_as_copy => {
                cards.drag(at, Held::default(), out);
            }
            _ => {}
        }
        self.end(out);
    }

    /// Esc: everything is as it was.
    pub(super) fn cancel(&mut self, out: &mut Vec<Message>) {
        match std::mem::take(self) {
            Self::Idle | Self::Pan | Self::Pull(_) => {}
            Self::Band { before, .. } => out.push(Message::Select(before)),
            Self::Cards(_)
            | Self::Span { .. }
            | Self::Points { .. }
            | Self::Set(_)
            | Self::Width(_)
            | Self::Height(_)
            | Self::Order { .. } => out.push(Message::Cancel),
        }
    }
}

impl DraggedCards {
    /// The pointer is at `at`.
    fn drag(&mut self, at: Pos2, held: Held, out: &mut Vec<Message>) {
        self.copying = held.ctrl;
        // Of copies the originals stay where they are.
        let none = HashSet::new();
        let moved = if held.ctrl { &none } else { &self.ids };
        self.onto = match held.ctrl {
            true => None,
            false => link::opportunity_at(&self.base, at, &self.cards),
        };
        if let Some(onto) = &self.onto {
            // Back where it came from nothing is kept of where it would have landed on the way.
            self.spot = None;
            let tied = link::tied(&self.base, &self.cards, onto);
            return out.push(tied.map_or(Message::Cancel, Message::Preview));
        }
        if let Some(spot) = drag::spot_at(&self.base, at, self.offset, moved) {
            self.spot = Some(spot);
        }
        out.push(self.change().map_or(Message::Cancel, Message::Preview));
    }

    /// What letting go now would do; none: nothing.
    fn change(&self) -> Option<Change> {
        let moves = drag::moves(&self.base, &self.grabbed, &self.cards, self.spot.as_ref()?);
        if !self.copying {
            return (!drag::stay(&self.base, &moves)).then_some(Change::MoveCards(moves));
        }
        let mut opportunities = Vec::new();
        let copied = moves.into_iter().filter_map(|(card, spot)| {
            let mut copy = self.copy(&card)?;
            let lane = card.lane.as_ref().and_then(|lane| self.base.journey.lane(lane));
            if lane.is_some_and(|(_, lane)| is_of_opportunities(lane)) {
                let of = opportunity_of(&self.base.project, &copy).map(|one| &**one);
                opportunities.extend(own_copy(of, &mut copy));
            }
            Some((spot, copy))
        });
        let copied = copied.collect();
        Some(add_with(copied, opportunities))
    }

    fn copy(&self, card: &CardRef) -> Option<Card> {
        let index = self.cards.iter().position(|other| other == card)?;
        self.copies.get(index).cloned()
    }

    /// The cards, where they have come to stand; none where they could not be let go.
    fn landed(&self) -> Option<Selection> {
        let moves = drag::moves(&self.base, &self.grabbed, &self.cards, self.spot.as_ref()?);
        let things = moves.into_iter().filter_map(|(card, spot)| {
            let lane = spot.lane().cloned();
            let card = if self.copying { self.copy(&card)?.id } else { card.card };
            Some(Thing::Card(CardRef { lane, card }))
        });
        Some(Selection { things: things.collect(), cell: None })
    }
}

fn begin_cards(
    doc: &mut Document,
    card: &CardRef,
    from: Pos2,
    held: Held,
    base: Arc<Scene>,
    out: &mut Vec<Message>,
) -> Tool {
    let thing = Thing::Card(card.clone());
    if !doc.selection.has(&thing) {
        doc.selection = Selection::of(thing.clone());
        out.push(Message::Select(doc.selection.clone()));
    }
    let cards: Vec<CardRef> = doc
        .selection
        .things
        .iter()
        .filter_map(|thing| match thing {
            Thing::Card(card) => Some(card.clone()),
            Thing::Point { .. }
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => None,
        })
        .collect();
    // One that is not shown cannot be dragged.
    let cards: Vec<CardRef> =
        cards.into_iter().filter(|card| base.card_box(card).is_some()).collect();
    let copies = cards.iter().filter_map(|card| base.card_box(card));
    let copies = copy_cards(copies.map(|found| &*found.card), &mut doc.editor.ids);
    let corner = base.thing_rect(&thing).map_or(from, |rect| rect.min);
    let ids = cards.iter().map(|card| card.card.clone()).collect();
    Tool::Cards(DraggedCards {
        grabbed: card.clone(),
        cards,
        ids,
        grip: from - corner,
        offset: drag::grabbed_at(&base, card, from.x),
        copies,
        copying: false,
        begun_as_copy: held.ctrl,
        spot: None,
        onto: None,
        base,
    })
}

fn begin_points(
    doc: &mut Document,
    lane: &Id,
    point: &Id,
    from: Pos2,
    base: Arc<Scene>,
    out: &mut Vec<Message>,
) -> Tool {
    let thing = Thing::Point { lane: lane.clone(), point: point.clone() };
    if !doc.selection.has(&thing) {
        doc.selection = Selection::of(thing);
        out.push(Message::Select(doc.selection.clone()));
    }
    let project = doc.editor.project();
    let Some((_, journey)) = project.journey(&doc.journey) else { return Tool::Idle };
    let points = doc.selection.things.iter().filter_map(|thing| {
        let Thing::Point { lane, point } = thing else { return None };
        let found = journey.lane(lane)?.1.points.iter().find(|other| other.id == *point)?;
        Some((lane.clone(), (**found).clone()))
    });
    Tool::Points { points: points.collect(), from, base }
}

fn order(thing: Thing, base: Arc<Scene>, out: &mut Vec<Message>) -> Tool {
    out.push(Message::Select(Selection::of(thing.clone())));
    Tool::Order { thing, base }
}

/// The order a phase, step or lane gets when it is let go at `at`.
fn reordered(base: &Scene, thing: &Thing, at: Pos2) -> Option<Change> {
    match thing {
        Thing::Phase(id) => {
            let others = base.columns.phases.iter().filter(|phase| phase.id != *id);
            let to = others.filter(|phase| phase.x + phase.width / 2.0 < at.x).count();
            Some(Change::MovePhase { phase: id.clone(), to })
        }
        Thing::Lane(id) => {
            let mut others = base.lanes.iter().filter(|lane| lane.id != *id);
            // Hidden lanes stand between the shown ones: count places in the journey.
            let above = others.rfind(|lane| lane.y + lane.height / 2.0 < at.y);
            let moved = base.lanes.iter().find(|lane| lane.id == *id)?;
            let to = above.map_or(0, |above| above.index + usize::from(above.index < moved.index));
            Some(Change::MoveLane { lane: id.clone(), to })
        }
        Thing::Step(id) => {
            let phase = base.columns.steps[drag::nearest_step(base, at.x)?].phase;
            let column = &base.columns.phases[phase];
            let others =
                base.columns.steps[column.steps.clone()].iter().filter(|step| step.id != *id);
            let to = others.filter(|step| step.x + step.width / 2.0 < at.x).count();
            Some(Change::MoveStep { step: id.clone(), phase: column.id.clone(), to })
        }
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    }
}

/// What a click on `hit` selects.
pub(super) fn clicked(doc: &Document, hit: &Hit, held: Held) -> Option<Selection> {
    let thing = match hit {
        Hit::Card { card, .. } => Thing::Card(card.clone()),
        Hit::Point { lane, point, .. } => Thing::Point { lane: lane.clone(), point: point.clone() },
        Hit::Phase { phase, .. } => Thing::Phase(phase.clone()),
        Hit::Step { step, .. } => Thing::Step(step.clone()),
        Hit::Lane(lane) | Hit::LaneEdge(lane) => Thing::Lane(lane.clone()),
        Hit::Head(thing) => thing.clone(),
        Hit::Customers => return None,
        Hit::Cell { .. } | Hit::Curve { .. } | Hit::Parking { .. } | Hit::Outside
            if held.shift || held.ctrl =>
        {
            return None;
        }
        Hit::Cell { lane, step, .. } => {
            let cell = Some(CellRef { lane: lane.clone(), step: step.clone() });
            return Some(Selection { things: Vec::new(), cell });
        }
        Hit::Curve { .. } | Hit::Parking { .. } | Hit::Outside => return Some(Selection::default()),
    };
    if held.shift || held.ctrl {
        let mut selection = doc.selection.clone();
        selection.toggle(thing);
        Some(selection)
    } else {
        Some(Selection::of(thing))
    }
}
