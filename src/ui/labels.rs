//! What can be undone, in words.

use crate::edit::Label;
use crate::words::Words;

/// What an edit did: "Move 3 cards".
pub fn label_text(label: Label, words: &Words) -> String {
    match label {
        Label::AddCards(n) => words.undo_add_cards(n as u32),
        Label::MoveCards(n) => words.undo_move_cards(n as u32),
        Label::ChangeCards(n) => words.undo_change_cards(n as u32),
        Label::EditText => words.undo_edit_text(),
        Label::AddPhases(n) => words.undo_add_phases(n as u32),
        Label::AddSteps(n) => words.undo_add_steps(n as u32),
        Label::AddLanes(n) => words.undo_add_lanes(n as u32),
        Label::MovePhase => words.undo_move_phase(),
        Label::MoveStep => words.undo_move_step(),
        Label::MoveLane => words.undo_move_lane(),
        Label::ChangePhases(n) => words.undo_change_phases(n as u32),
        Label::ChangeSteps(n) => words.undo_change_steps(n as u32),
        Label::ChangeLanes(n) => words.undo_change_lanes(n as u32),
        Label::AddPoint => words.undo_add_point(),
        Label::MovePoints(n) => words.undo_move_points(n as u32),
        Label::ChangePoints(n) => words.undo_change_points(n as u32),
        Label::ChangeTransitions(n) => words.undo_change_transitions(n as u32),
        Label::AddPersona => words.undo_add_persona(),
        Label::ChangePersonas(n) => words.undo_change_personas(n as u32),
        Label::ChangeOpportunities(n) => words.undo_change_opportunities(n as u32),
        Label::ChangeJourney => words.undo_change_journey(),
        Label::AddJourney => words.undo_add_journey(),
        Label::MoveJourney => words.undo_move_journey(),
        Label::ChangeTitle => words.undo_change_title(),
        Label::Remove(n) => words.undo_remove(n as u32),
    }
}
