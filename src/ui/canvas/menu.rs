//! The menu of whatever is under the pointer, by right click or the menu key.

use super::super::command::{Command, State};
use super::super::keys::shown_key;
use super::super::{CellRef, Context, Document, Message, Selection};
use super::tool;
use crate::edit::Thing;
use crate::scene::Hit;
use egui::Response;

/// Shows the menu while it is open. What was right-clicked is selected first.
pub fn context_menu(
    cx: &Context<'_>,
    doc: &mut Document,
    response: &Response,
    hit: &Hit,
    out: &mut Vec<Message>,
) {
    if response.secondary_clicked() {
        let selection = match hit {
            Hit::Cell { lane, step, .. } | Hit::Curve { lane, step, .. } => {
                let cell = Some(CellRef { lane: lane.clone(), step: step.clone() });
                Some(Selection { things: Vec::new(), cell })
            }
            _ => tool::clicked(doc, hit, tool::Held::default()),
        };
        if let Some(selection) = selection {
            let inside = |thing: &Thing| doc.selection.has(thing);
            if selection.things.is_empty() || !selection.things.iter().all(inside) {
                doc.selection = selection.clone();
                out.push(Message::Select(selection));
            }
        }
    }
    egui::Popup::context_menu(response).show(|ui| {
        let state = State {
            doc: Some(doc),
            theme: crate::file::ThemeChoice::System,
            lang: cx.words.lang,
            inspector: true,
        };
        for (index, group) in groups(&doc.selection).iter().enumerate() {
            let allowed: Vec<&Command> =
                group.iter().filter(|command| command.is_allowed(&state)).collect();
            if index > 0 && !allowed.is_empty() {
                ui.separator();
            }
            for command in allowed {
                let key = shown_key(command, cx.words).unwrap_or_default();
                if ui.add(egui::Button::new(command.label(cx.words)).shortcut_text(key)).clicked() {
                    out.push(Message::Do(command.clone()));
                }
            }
        }
    });
}

/// What is offered for what is selected.
fn groups(selection: &Selection) -> Vec<Vec<Command>> {
    use Command::*;
    let clip = vec![Cut, Copy, Paste, Duplicate];
    match selection.things.last() {
        Some(Thing::Card(_)) => vec![
            vec![EditText],
            clip,
            vec![MoveLeft, MoveRight, MoveUp, MoveDown, Park],
            vec![Delete],
        ],
        Some(Thing::Point { .. }) => {
            vec![vec![EditText], vec![MoveUp, MoveDown, MoveLeft, MoveRight], vec![Delete]]
        }
        Some(Thing::Phase(_)) => vec![
            vec![EditText],
            vec![AddPhaseBefore, AddPhaseAfter, AddStep],
            vec![MoveLeft, MoveRight],
            vec![Delete],
        ],
        Some(Thing::Step(_)) => {
            vec![vec![EditText], vec![AddStep], vec![MoveLeft, MoveRight], vec![Delete]]
        }
        Some(Thing::Lane(_)) => vec![
            vec![EditText],
            vec![MoveUp, MoveDown, CollapseLane, HideLane, ShowAllLanes],
            vec![Delete],
        ],
        Some(Thing::Persona(_) | Thing::Transition(_)) => vec![vec![EditText], vec![Delete]],
        Some(Thing::Journey(_)) | None => vec![
            vec![AddCard, Paste],
            vec![AddStep, AddPhaseAfter, AddPersona, ShowAllLanes],
            vec![Fit, Zoom100, SelectAll],
        ],
    }
}
