//! What the commands about views do.

use crate::model::{Id, Thing, View};
use crate::ui::state::command::ViewCommand;
use crate::ui::view::current::title_of;
use crate::ui::view::panel::panel_id;
use crate::ui::{App, Document, Message};
use egui::Popup;

impl App {
    /// Does a command about what is shown.
    pub(in crate::ui) fn perform_on_views(
        &mut self,
        ctx: &egui::Context,
        command: ViewCommand,
        out: &mut Vec<Message>,
    ) {
        let Some(doc) = &mut self.work.doc else { return };
        match command {
            ViewCommand::Views => {
                Popup::toggle_id(ctx, panel_id());
                self.work.view_panel.opened();
            }
            ViewCommand::SaveView => {
                Popup::open_id(ctx, panel_id());
                self.work.view_panel.name_new();
            }
            ViewCommand::ShowAll => out.push(Message::View(Box::default())),
            ViewCommand::OnlyPersona => {
                if let Some(persona) = selected_persona(doc) {
                    let mut view = doc.view().clone();
                    let only = vec![persona];
                    view.personas = if view.personas == only { Vec::new() } else { only };
                    out.push(Message::View(Box::new(view)));
                }
            }
            ViewCommand::NextView => {
                let next = next(doc);
                if let Some(view) = &next {
                    self.front.notices.say(title_of(view, &self.env.words));
                }
                out.push(Message::View(Box::new(next.unwrap_or_default())));
            }
        }
    }
}

/// The persona the keyboard is on.
pub(crate) fn selected_persona(doc: &Document) -> Option<Id> {
    let last = doc.selection.things.last()?;
    if let Thing::Persona(id) = last { Some(id.clone()) } else { None }
}

/// The saved view after the one in front; none: the whole map.
fn next(doc: &Document) -> Option<View> {
    let views = &doc.shown_journey()?.views;
    let id = &doc.view().id;
    let at = views.iter().position(|view| view.id == *id && !id.is_empty());
    views.get(at.map_or(0, |at| at + 1)).map(|view| View::clone(view))
}
