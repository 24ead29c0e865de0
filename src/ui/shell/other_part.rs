//! The key that goes from the map to what stands beside it, and back.

use super::app::App;
use super::rooms::SidePanel;
use crate::ui::kit::window_keys::{WindowPart, is_on_map, wanted_id};
use crate::ui::opportunities::ideas_room_id;
use crate::ui::research::research_room_id;
use crate::ui::state::document::canvas_id;
use crate::ui::state::rooms::Room;
use crate::ui::table::{table_room_id, table_search_id};
use egui::Context;

impl App {
    /// From the map to the fields beside it, and from anywhere else to the map.
    pub(crate) fn go_to_other_part(&mut self, ctx: &Context) {
        match self.work.room {
            Room::Opportunities => return self.go_to_other_part_of_ideas(ctx),
            Room::Table => return go_to_other_part_of_table(ctx),
            Room::Research => return self.go_to_other_part_of_research(ctx),
            Room::Map | Room::Gaps => {}
        }
        if !is_on_map(ctx.memory(|memory| memory.focused())) {
            return ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        }
        let part = match (self.work.workshop.is_on(), self.side_panel()) {
            (true, _) => WindowPart::Workshop,
            (false, SidePanel::Inspector) => WindowPart::Inspector,
            (false, SidePanel::Gaps) => WindowPart::Gaps,
            (false, SidePanel::Nothing) => WindowPart::Toolbar,
        };
        ctx.data_mut(|data| data.insert_temp(wanted_id(), part));
    }

    /// The same in the room of research: from the text to the window's bars, and back.
    fn go_to_other_part_of_research(&self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        if focused.is_some() && !self.work.research.holds(focused) {
            return ctx.memory_mut(|memory| memory.request_focus(research_room_id()));
        }
        ctx.data_mut(|data| data.insert_temp(wanted_id(), WindowPart::Toolbar));
    }

    /// The same in the room of opportunities: from what is shown to the panel, and back.
    fn go_to_other_part_of_ideas(&self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        if focused.is_some() && !self.work.ideas.holds(focused) {
            return ctx.memory_mut(|memory| memory.request_focus(ideas_room_id()));
        }
        let part = match self.work.ideas.chosen_idea() {
            Some(_) => WindowPart::Inspector,
            None => WindowPart::Toolbar,
        };
        ctx.data_mut(|data| data.insert_temp(wanted_id(), part));
    }
}

/// The same in the table: from the rows to the field of words, and from anywhere else to the rows.
fn go_to_other_part_of_table(ctx: &Context) {
    let from_rows = ctx.memory(|memory| memory.has_focus(table_room_id()));
    let to = if from_rows { table_search_id() } else { table_room_id() };
    ctx.memory_mut(|memory| memory.request_focus(to));
}
