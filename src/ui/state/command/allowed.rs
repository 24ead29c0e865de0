//! When can each command be done?

use super::{Mode, State};
use crate::insight::is_of_activities;
use crate::model::{CardRef, Id, LaneKind, Thing, TransitionKind, View};
use crate::ui::state::document::transition_from_selected;
use crate::ui::state::pen::{copies_to, persons};
use crate::ui::{Document, Nth};

impl State<'_> {
    fn selected(&self, test: impl Fn(&Thing) -> bool) -> bool {
        self.doc.is_some_and(|doc| doc.selection.things.iter().any(test))
    }
}

pub(super) fn always(_: &State) -> bool {
    true
}
pub(super) fn in_file(state: &State) -> bool {
    state.doc.is_some()
}
pub(super) fn has_tasks(state: &State) -> bool {
    state.doc.is_some_and(|doc| doc.editor.project().tasks.iter().any(|task| !task.done))
}
pub(super) fn can_undo(state: &State) -> bool {
    let undo = |doc: &Document| doc.editor.is_previewing() || doc.editor.undo_label().is_some();
    state.doc.is_some_and(undo)
}
pub(super) fn can_redo(state: &State) -> bool {
    state.doc.is_some_and(|doc| doc.editor.redo_label().is_some())
}
pub(super) fn on_any(state: &State) -> bool {
    state.selected(|_| true)
}
pub(super) fn on_one(state: &State) -> bool {
    state.doc.is_some_and(|doc| match doc.selection.things.as_slice() {
        // In an empty cell Enter begins a card.
        [] => doc.selection.cell.is_some(),
        [_] => true,
        _ => false,
    })
}
pub(super) fn on_card(state: &State) -> bool {
    state.selected(|thing| matches!(thing, Thing::Card(_)))
}
pub(super) fn on_activity(state: &State) -> bool {
    let lane = |doc: &Document, card: &CardRef| {
        let journey = doc.shown_journey()?;
        Some(is_of_activities(journey.lane(card.lane.as_ref()?)?.1))
    };
    // Two maps are looked at and not changed.
    let Some(doc) = state.doc.filter(|doc| doc.comparison.is_none()) else { return false };
    state.selected(|thing| matches!(thing, Thing::Card(card) if lane(doc, card) == Some(true)))
}
pub(super) fn on_copied(state: &State) -> bool {
    state.selected(|thing| !matches!(thing, Thing::Journey(_) | Thing::Transition(_)))
}
pub(super) fn on_removable(state: &State) -> bool {
    state.selected(|thing| !matches!(thing, Thing::Journey(_)))
}
pub(super) fn on_clip(state: &State) -> bool {
    state.selected(|thing| matches!(thing, Thing::Card(_) | Thing::Point { .. }))
}
pub(super) fn on_column(state: &State) -> bool {
    let in_cell = state.doc.is_some_and(|doc| doc.selection.cell.is_some());
    in_cell || moves_sideways(state)
}
pub(super) fn on_step(state: &State) -> bool {
    // A parked card is in no step.
    let parked = |thing: &Thing| matches!(thing, Thing::Card(card) if card.lane.is_none());
    on_column(state) && !state.selected(parked)
}
pub(super) fn moves_sideways(state: &State) -> bool {
    on_clip(state) || state.selected(|thing| matches!(thing, Thing::Step(_) | Thing::Phase(_)))
}
pub(super) fn can_transit(state: &State, kind: TransitionKind) -> bool {
    state.doc.is_some_and(|doc| transition_from_selected(doc, &kind).is_some())
}
pub(super) fn can_loop_back(state: &State) -> bool {
    can_transit(state, TransitionKind::LoopBack)
}
pub(super) fn can_skip(state: &State) -> bool {
    can_transit(state, TransitionKind::Skip)
}
pub(super) fn can_leave(state: &State) -> bool {
    can_transit(state, TransitionKind::Leave)
}
pub(super) fn moves_up(state: &State) -> bool {
    on_clip(state) || state.selected(|thing| matches!(thing, Thing::Lane(_)))
}
pub(super) fn has_curve(state: &State) -> bool {
    let journey = state.doc.and_then(Document::shown_journey);
    journey.is_some_and(|journey| {
        journey.lanes.iter().any(|lane| lane.kind == LaneKind::Emotions && !lane.hidden)
    })
}
pub(super) fn on_lane(state: &State) -> bool {
    state.selected(|thing| matches!(thing, Thing::Lane(_)))
}
pub(super) fn has_hidden_lanes(state: &State) -> bool {
    let journey = state.doc.and_then(Document::shown_journey);
    let in_file = journey.is_some_and(|journey| journey.lanes.iter().any(|lane| lane.hidden));
    in_file || state.doc.is_some_and(|doc| !doc.view().hidden.is_empty())
}
pub(super) fn has_customers(state: &State) -> bool {
    let scene = state.doc.and_then(|doc| doc.scene.as_ref());
    scene.is_some_and(|scene| scene.customers().is_some())
}
pub(super) fn leaves_out(state: &State) -> bool {
    state.doc.is_some_and(|doc| *doc.view() != View::default())
}
pub(super) fn on_persona(state: &State) -> bool {
    state.selected(|thing| matches!(thing, Thing::Persona(_)))
}
pub(super) fn on_persona_of_map(state: &State) -> bool {
    let personas = state.doc.and_then(Document::shown_journey).map(|journey| &journey.personas);
    let on_map = |id: &Id| personas.is_some_and(|personas| personas.contains(id));
    state.selected(|thing| matches!(thing, Thing::Persona(id) if on_map(id)))
}
pub(super) fn nth_persona<'a>(state: &State<'a>, nth: Nth) -> Option<&'a Id> {
    let scene = state.doc?.scene.as_deref()?;
    persons(scene).get(nth.place()).map(|(persona, _)| &persona.id)
}
pub(super) fn can_copy_from(state: &State, nth: Nth) -> bool {
    let from = nth_persona(state, nth);
    let journey = state.doc.and_then(Document::shown_journey);
    let to = state.doc.and_then(copies_to);
    let (Some(from), Some(to), Some(journey)) = (from, to, journey) else { return false };
    crate::edit::can_copy_curve(journey, from, to)
}
pub(super) fn has_views(state: &State) -> bool {
    let journey = state.doc.and_then(Document::shown_journey);
    journey.is_some_and(|journey| !journey.views.is_empty())
}
pub(super) fn in_editor(state: &State) -> bool {
    in_file(state) && !in_workshop(state)
}
pub(super) fn has_conflicts(state: &State) -> bool {
    in_editor(state) && state.doc.is_some_and(|doc| !doc.editor.project().conflicts.is_empty())
}
pub(super) fn in_workshop(state: &State) -> bool {
    in_file(state) && matches!(state.mode, Mode::Workshop { .. })
}
pub(super) fn can_vote(state: &State) -> bool {
    in_workshop(state) && on_card(state)
}
pub(super) fn has_votes(state: &State) -> bool {
    let voted = |doc: &Document| {
        let lanes = doc.shown_journey().map(|journey| &journey.lanes);
        let mut cards = lanes.into_iter().flatten().flat_map(|lane| lane.cards.iter());
        let parked = || doc.editor.project().parked.iter().any(|card| card.votes > 0);
        cards.any(|card| card.votes > 0) || parked()
    };
    state.doc.is_some_and(voted)
}
pub(super) fn has_tabs(state: &State) -> bool {
    state.doc.is_some_and(|doc| doc.editor.project().journeys.len() > 1)
}
