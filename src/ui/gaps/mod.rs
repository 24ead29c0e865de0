//! The list of gaps beside the map: by phase, by kind or by weight, to be looked at one after the other, shown on
//! the map, waved off with a reason; and the guiding questions of phases and of the map as a whole with their answers.
//!
//! The list keeps no gap: it shows those of the map as it is made ([`Document::gaps`]), and names
//! the one that is chosen by its rule and its place, so that it stays chosen while others go.

mod answering_idea;
mod answers;
mod gap_groups;
mod gap_keys;
mod gap_row;
mod group_list;
mod panel_head;
mod wave_off;

use super::kit::local_time;
use super::kit::window_keys::{WindowPart, entrance};
use super::{CellRef, Context, Document, Message};
use crate::insight::{Gap, GapRule};
use crate::model::{GapPlace, Id, Journey, Project};
use crate::scene::GapMarks;
use crate::words::Lang;
pub(crate) use answering_idea::opportunity_in;
use answers::{AskedOf, NoteDraft};
use egui::{Frame, Margin, ScrollArea, Ui, UiBuilder};
use gap_groups::{GapGroup, GapOrder, GroupKey, OpenedGroups, groups};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use wave_off::Waving;

/// What names a gap from one look at the map to the next.
type GapName = (GapRule, GapPlace);

fn name_of(gap: &Gap) -> GapName {
    (gap.rule, gap.place.clone())
}

/// The sentences of gaps that have been shown, and what they are of.
#[derive(Default)]
struct SaidOfGaps {
    of: Option<(Arc<Vec<Gap>>, Lang)>,
    texts: HashMap<usize, Arc<(String, String)>>,
}

impl SaidOfGaps {
    /// What is said of the gap at this place, and where it is.
    fn text(&mut self, seen: &SeenGaps, at: usize, cx: &Context) -> Arc<(String, String)> {
        let lang = cx.words.lang;
        let same = |(of, said): &(Arc<Vec<Gap>>, Lang)| Arc::ptr_eq(of, seen.gaps) && *said == lang;
        if !self.of.as_ref().is_some_and(same) {
            *self = Self { of: Some((Arc::clone(seen.gaps), lang)), texts: HashMap::new() };
        }
        let say = || {
            let gap = seen.gaps.get(at)?;
            let (project, journey) = (seen.project, seen.journey);
            let text = gap.text(project, journey, cx.words);
            Some(Arc::new((text, gap.place_text(project, journey, cx.words))))
        };
        match self.texts.get(&at) {
            Some(known) => Arc::clone(known),
            None => {
                let said = say().unwrap_or_default();
                self.texts.insert(at, Arc::clone(&said));
                said
            }
        }
    }
}

/// The map whose gaps are listed.
struct SeenGaps<'a> {
    project: &'a Project,
    journey: &'a Journey,
    gaps: &'a Arc<Vec<Gap>>,
    marks: &'a GapMarks,
    /// A thread still looks for them.
    waits: bool,
}

/// What the list remembers.
#[derive(Default)]
pub(crate) struct GapsPanel {
    order: GapOrder,
    /// Only gaps of this rule are listed.
    only: Option<GapRule>,
    /// Groups that somebody has folded, or not.
    folded: HashMap<GroupKey, bool>,
    /// Which are open by themselves, since the room was opened.
    opened: Option<OpenedGroups>,
    /// Groups whose waved-off gaps are shown.
    waved_shown: HashSet<GroupKey>,
    /// How many rows of a long group are shown.
    shown: HashMap<GroupKey, usize>,
    chosen: Option<GapName>,
    /// Why the chosen one is none, as it is typed.
    waving: Option<Waving>,
    /// The phase whose questions are all listed, or the map whose are.
    asks: Option<GroupKey>,
    /// The question that is open.
    question: Option<Id>,
    note: Option<NoteDraft>,
    /// Its field has been shown in this frame.
    note_shown: bool,
    /// The question whose note is to get the keyboard: what was answered asks why.
    note_wanted: Option<Id>,
    /// The same question as long as it is open: it is shown also where it is no gap any more.
    asks_why: Option<Id>,
    /// The chosen row is to get the keyboard and to be in view.
    follow: bool,
    /// The rows that have the keyboard in this frame.
    has_focus: bool,
    /// The gap that is pointed at or chosen.
    lit: Option<GapName>,
    said: SaidOfGaps,
}

impl GapsPanel {
    /// The room is opened: what is folded by itself is found out anew.
    pub(crate) fn enter(&mut self) {
        self.opened = None;
    }

    /// The place in the list of the gap that is to be lit on the map.
    pub(crate) fn lit(&self, gaps: &[Gap]) -> Option<usize> {
        let (rule, place) = self.lit.as_ref()?;
        gaps.iter().position(|gap| gap.rule == *rule && gap.place == *place)
    }

    /// Lists all guiding questions of a phase, the first without an answer open.
    pub(crate) fn ask_all(&mut self, phase: &Id, journey: &Journey) {
        self.ask_of(&GroupKey::Phase(phase.clone()), journey);
    }

    /// The same of a group that has questions.
    fn ask_of(&mut self, key: &GroupKey, journey: &Journey) {
        let Some(asked) = AskedOf::of(journey, key) else { return };
        self.asks = Some(key.clone());
        self.folded.insert(key.clone(), false);
        (self.order, self.only, self.chosen) = (GapOrder::Phase, None, None);
        self.open_first(asked.questions());
    }

    /// Is this the chosen one?
    fn is_chosen(&self, gap: &Gap) -> bool {
        self.chosen.as_ref().is_some_and(|(rule, place)| *rule == gap.rule && *place == gap.place)
    }

    fn choose(&mut self, gap: &Gap) {
        self.chosen = Some(name_of(gap));
        self.question = gap.place.question.clone();
        (self.waving, self.follow) = (None, true);
    }
}

/// Shows the gaps of the map in front and pushes what is to be done to `out`. Esc and G go back to
/// the map.
pub(crate) fn gaps_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &mut Document,
    panel: &mut GapsPanel,
    out: &mut Vec<Message>,
) {
    let today = local_time::today();
    let gaps = doc.gaps(ui.ctx(), today);
    let marks = doc.gap_marks(ui.ctx(), cx.words, today).unwrap_or_default();
    let project = Arc::clone(doc.editor.committed());
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    entrance(ui, WindowPart::Gaps);
    let waits = doc.waits_for_gaps();
    let seen = SeenGaps { project: &project, journey, gaps: &gaps, marks: &marks, waits };
    let groups = groups(cx, &seen, panel);
    panel.keys(ui, cx, doc, &seen, &groups, out);
    panel.lit.clone_from(&panel.chosen);
    panel.has_focus = false;
    panel.note_shown = false;
    let scroll = ScrollArea::vertical().id_salt("gaps").auto_shrink(false);
    scroll.show(ui, |ui| {
        let margin = Margin { left: 20, right: 20, top: 16, bottom: 32 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            let group = UiBuilder::new()
                .accessibility_role(egui::Role::Group)
                .accessibility_label(cx.words.room_gaps());
            ui.scope_builder(group, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                panel.head_ui(ui, cx, &seen, out);
                panel.groups_ui(ui, cx, doc, &seen, &groups, out);
            });
        });
    });
    if !panel.note_shown {
        panel.note_wanted = None;
    }
    // Where the question is no longer open what has been said of it stays.
    if !panel.note_shown && panel.note.take().is_some() {
        out.push(Message::Commit);
    }
}

/// What brings a gap into view: its cell, or what it is about; none where it is of nothing there.
fn shown_by(seen: &SeenGaps, at: usize) -> Option<Message> {
    let gap = seen.gaps.get(at)?;
    let mark = seen.marks.of(at).filter(|mark| mark.around.is_none());
    let cell = mark.and_then(|mark| Some((mark.lane.clone(), mark.step.clone()?)));
    let cell = cell.or_else(|| gap.cell().map(|(lane, step)| (lane.clone(), step.clone())));
    match cell {
        Some((lane, step)) => Some(Message::ShowCell(CellRef { lane, step })),
        None => gap.thing().map(Message::Show),
    }
}

/// The gaps of a group that are listed now, by their places: `left` of it, in its order.
fn listed<'a>(group: &'a GapGroup, panel: &GapsPanel) -> &'a [usize] {
    let most = panel.shown.get(&group.key).copied().unwrap_or(group_list::ROWS);
    group.left.get(..most.min(group.left.len())).unwrap_or_default()
}
