//! What is shown of the map in each of its rooms, and how one goes from one to another.

use super::app::App;
use crate::insight::{Gap, GapRule};
use crate::model::{Id, Project};
use crate::scene::Role;
use crate::ui::bars::compare::compare_bar_ui;
use crate::ui::bars::statusbar::{Status, statusbar_ui};
use crate::ui::canvas::{self, OverviewPlace, ShownGaps};
use crate::ui::gaps::{gaps_ui, opportunity_in};
use crate::ui::inspector::inspector_ui;
use crate::ui::kit::local_time::today;
use crate::ui::state::rooms::Room;
use crate::ui::{CellRef, Context, Document, Message, Selection};
use crate::words::Words;
use egui::{CentralPanel, Frame, Panel, Ui};

/// How wide the inspector is, in points.
const INSPECTOR: f32 = 300.0;
/// How wide the list of gaps is, in points.
const GAPS: f32 = 360.0;

/// What stands to the right of the map.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SidePanel {
    /// The map goes on to the window's edge.
    Nothing,
    /// The fields of what is selected.
    Inspector,
    /// The list of gaps.
    Gaps,
}

impl App {
    /// Goes to a room of the map in front. What is selected stays so where fields of it are shown.
    pub(crate) fn go_to_room(&mut self, room: Room) {
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        self.work.canvas.let_go();
        match room {
            Room::Map => {}
            Room::Gaps => {
                doc.stop_comparing();
                doc.select(Selection::default());
                self.work.gaps.enter();
            }
            Room::Research => {
                doc.stop_comparing();
                doc.select(Selection::default());
                self.work.research.enter();
            }
            Room::Opportunities => {
                doc.stop_comparing();
                doc.select(Selection::default());
                self.work.ideas.enter();
            }
            Room::Table => {
                doc.stop_comparing();
                doc.select(Selection::default());
                self.work.table.enter();
            }
        }
        self.work.room = room;
    }

    /// Goes back to the map from a room where it is not, since something of it is to be seen.
    pub(crate) fn show_canvas(&mut self) {
        if !self.work.room.has_canvas() {
            self.go_to_room(Room::Map);
        }
    }

    /// Shows all guiding questions of a phase, beside the map.
    pub(crate) fn ask_questions(&mut self, phase: &Id) {
        self.go_to_room(Room::Gaps);
        if let Some(journey) = self.work.doc.as_ref().and_then(Document::shown_journey) {
            self.work.gaps.ask_all(phase, journey);
        }
    }

    /// Makes an opportunity of what the box of gaps in `cell` says, as their list does.
    pub(super) fn answer_gaps(&mut self, cell: &CellRef, out: &mut Vec<Message>) {
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        let gaps = doc.gaps(&self.env.ctx, today());
        opportunity_in(doc, &self.env.words, &gaps, cell, out);
    }

    /// What the map in front shows of its gaps: in their room, or where the view asks for them.
    pub(super) fn show_gaps(&mut self, doc: &mut Document) {
        let in_room = self.work.room == Room::Gaps && !self.work.workshop.is_on();
        let shown = (in_room || doc.view().gaps) && doc.comparison.is_none();
        let today = today();
        let marks = shown.then(|| doc.gap_marks(&self.env.ctx, &self.env.words, today)).flatten();
        let lit = marks.as_ref().filter(|_| in_room).and_then(|marks| {
            let gaps = doc.gaps(&self.env.ctx, today);
            let at = self.work.gaps.lit(&gaps)?;
            let of_thing = || doc.scene.as_ref()?.thing_rect(&gaps.get(at)?.thing()?);
            marks.of(at).map(|mark| mark.rect).or_else(of_thing)
        });
        self.work.canvas.gaps = ShownGaps { marks, lit };
    }

    /// What stands to the right of the map in this room.
    pub(super) fn side_panel(&self) -> SidePanel {
        self.side_of(self.work.doc.as_ref())
    }

    fn side_of(&self, doc: Option<&Document>) -> SidePanel {
        let selected = doc.is_some_and(|doc| !doc.selection.things.is_empty());
        match (self.work.room, self.work.inspector_open) {
            (Room::Map, true) => SidePanel::Inspector,
            (Room::Map, false) => SidePanel::Nothing,
            // The fields of a card that is chosen are shown instead of the list.
            (Room::Gaps, _) if selected => SidePanel::Inspector,
            (Room::Gaps, _) => SidePanel::Gaps,
            (Room::Research | Room::Opportunities | Room::Table, _) => SidePanel::Nothing,
        }
    }

    /// The room that is in front, below the tabs.
    pub(crate) fn room_ui(&mut self, ui: &mut Ui, doc: &mut Document, out: &mut Vec<Message>) {
        match self.work.room {
            Room::Map | Room::Gaps => self.map_room_ui(ui, doc, out),
            Room::Research => self.research_room_ui(ui, doc, out),
            Room::Opportunities => self.ideas_room_ui(ui, doc, out),
            Room::Table => self.table_room_ui(ui, doc, out),
        }
    }

    /// The map, with what stands around it.
    fn map_room_ui(&mut self, ui: &mut Ui, doc: &mut Document, out: &mut Vec<Message>) {
        let side = self.side_of(Some(doc));
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        self.work.story.story_ui(ui, &cx, doc, out);
        let overview = self.work.overview_open;
        self.work.canvas.overview.place = match (side, overview) {
            (SidePanel::Inspector, _) => OverviewPlace::Inspector,
            (SidePanel::Gaps | SidePanel::Nothing, true) => OverviewPlace::Corner,
            (SidePanel::Gaps | SidePanel::Nothing, false) => OverviewPlace::Nowhere,
        };
        let panel = Frame::new().fill(self.env.theme.color(Role::Panel));
        let mut open = side == SidePanel::Inspector;
        // It comes and goes by moving only where nothing takes its place.
        if side != SidePanel::Gaps {
            let inspector = Panel::right("inspector")
                .default_size(INSPECTOR)
                .size_range(240.0..=480.0)
                .frame(panel);
            inspector.show_collapsible(ui, &mut open, |ui| {
                canvas::overview_ui(ui, &cx, doc, &mut self.work.canvas, overview, out);
                inspector_ui(ui, &cx, doc, &mut self.work.inspector, out);
            });
            // Its edge can be pulled until it is gone.
            match self.work.room {
                Room::Map => self.work.inspector_open = open,
                Room::Gaps | Room::Research | Room::Opportunities | Room::Table if open => {}
                Room::Gaps | Room::Research | Room::Opportunities | Room::Table => {
                    out.push(Message::Select(Selection::default()));
                }
            }
        } else {
            let gaps = Panel::right("gaps").exact_size(GAPS).resizable(false).frame(panel);
            gaps.show(ui, |ui| gaps_ui(ui, &cx, doc, &mut self.work.gaps, out));
        }
        self.show_gaps(doc);
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let gaps_said = (side == SidePanel::Gaps).then(|| {
            let gaps = doc.gaps(&self.env.ctx, today());
            counts_of(&gaps, doc.editor.committed(), &self.env.words)
        });
        let status = Status {
            gaps: gaps_said.is_some(),
            typing: self.work.canvas.typed_over(),
            to_choose: self.work.canvas.to_choose,
            counts: match &gaps_said {
                Some(said) => said,
                None => self.session.counted.text(doc, &self.env.words),
            },
            saving: self.session.saving.is_on(),
            merging: self.work.merging.as_ref().and_then(|room| room.path_of_theirs()),
            kept: self.session.autosave.at,
            no_copy: self.session.autosave.failed,
        };
        statusbar_ui(ui, &cx, doc, &status, out);
        compare_bar_ui(ui, &cx, doc, out);
        CentralPanel::no_frame().show(ui, |ui| {
            canvas::canvas_ui(ui, &cx, doc, &mut self.work.canvas, out);
        });
    }
}

/// `21 gaps · 1 waved off · 1 rule off`
fn counts_of(gaps: &[Gap], project: &Project, words: &Words) -> String {
    let waved = gaps.iter().filter(|gap| gap.waved_off.is_some()).count();
    let off = GapRule::ALL.len() - GapRule::chosen(project).len();
    let mut said = vec![words.gaps_count(gaps.len() - waved)];
    said.extend((waved > 0).then(|| words.gaps_waved_off(waved)));
    said.extend((off > 0).then(|| words.gaps_rules_off(off)));
    said.join(" · ")
}
