//! The merge room: two copies of a map beside each other in one list and on one map. What came of
//! both by itself is told, what is in conflict is chosen, and nothing of the open map changes until
//! it is taken in.
//!
//! Copies are merged on a thread (`made`, with what both come from by `base`); a choice is solved at
//! once. The room changes nothing itself: it answers by [`MergeAsks`]. It is also where the conflicts
//! are solved that a map has brought with it.

mod base;
mod conflict_choices;
mod conflict_list;
mod made;
mod merge_keys;
mod merge_marks;
mod merged_map;
mod open_conflict;
mod told_changes;

use super::canvas::MapView;
use super::{Context, Document};
use crate::file::history::Store;
use crate::merge::Keep;
use crate::model::{Id, Project, Side};
use crate::scene::{Layout, Role, Scene};
use crate::ui::kit::buttons::{regular, semibold, text_button};
use crate::ui::kit::local_time;
use crate::ui::kit::room_frame::{FootButton, room_bar, room_foot, room_strip};
use crate::ui::state::looked_at::LookedAt;
use crate::words::{Lang, Words};
use conflict_choices::Choices;
use egui::{CentralPanel, Frame, Label, Panel, RichText, Ui, WidgetInfo, vec2};
use made::{ConflictRow, MadeOne, Merging};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// How wide the list is, in points.
const LIST: f32 = 548.0;
/// In a narrower window the list and the map take turns.
const NARROW: f32 = 1200.0;

/// What the room asks the window to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum MergeAsks {
    /// Leave; what was chosen is kept until the room is entered again.
    Leave,
    /// Open what has come of both as a map without a file.
    Open(Arc<Project>),
    /// Make the open map what has come of both; so many conflicts are left.
    TakeIn(Arc<Project>, usize),
}

/// A copy of a map.
#[derive(Clone, Debug)]
pub(crate) struct CopyToMerge {
    pub project: Arc<Project>,
    /// Its file; none: it has not been saved.
    pub path: Option<PathBuf>,
    /// What it is called: its file.
    pub name: String,
    /// When it was saved last.
    pub when: Option<SystemTime>,
}

/// What the room is about.
#[derive(Clone, Debug)]
pub(crate) enum WhatIsMerged {
    /// The open map, and a file.
    File(Box<CopyToMerge>),
    /// The conflicts that are kept in the open map.
    Kept,
}

/// A part of the room that can have the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RoomPart {
    List,
    Map,
    Foot,
}

/// The room, while it is there.
pub(crate) struct MergeRoom {
    /// How the map was looked at before.
    pub before: LookedAt,
    /// It is in front; else it waits with what was chosen.
    pub is_open: bool,
    what: WhatIsMerged,
    ours: CopyToMerge,
    store: Option<Store>,
    merging: Merging,
    choices: Choices,
    /// The conflict that is open, by its place.
    open: Option<usize>,
    /// It is to be brought into view in the list, and on the map.
    scroll_to: bool,
    scroll_to_thing: bool,
    /// Only what this copy has changed is marked.
    only: Option<Side>,
    /// What the map would be: of the open conflict, if that were kept.
    preview: Option<(usize, Keep, Arc<Project>)>,
    hovered: Option<Keep>,
    /// The journey that is shown.
    journey: Id,
    layout: Layout,
    scene: Option<Arc<Scene>>,
    /// The language and the size of the text that it was laid out with.
    laid: Option<(Lang, f32)>,
    view: MapView,
    /// In a narrow window: the map is in front.
    map_in_front: bool,
    is_narrow: bool,
    focus: Option<RoomPart>,
}

impl MergeRoom {
    /// The room for the open map and `what` comes to it. Versions are kept in `store`.
    pub(crate) fn new(
        doc: &Document,
        what: WhatIsMerged,
        store: Option<Store>,
        words: &Words,
    ) -> Self {
        let mut layout = Layout::new();
        layout.fold_figures = true;
        Self {
            before: LookedAt::now(doc),
            is_open: true,
            what,
            ours: copy_of(doc, words),
            store,
            merging: Merging::default(),
            choices: Choices::default(),
            open: None,
            scroll_to: false,
            scroll_to_thing: false,
            only: None,
            preview: None,
            hovered: None,
            journey: doc.journey.clone(),
            layout,
            scene: None,
            laid: None,
            view: MapView::default(),
            map_in_front: false,
            is_narrow: false,
            focus: Some(RoomPart::List),
        }
    }

    /// Is it about the conflicts that the open map has brought with it?
    pub(crate) fn is_of_kept(&self) -> bool {
        matches!(self.what, WhatIsMerged::Kept)
    }

    /// Is it about this file, as it is now?
    pub(crate) fn is_of(&self, theirs: &CopyToMerge) -> bool {
        match &self.what {
            WhatIsMerged::File(file) => file.path == theirs.path && file.project == theirs.project,
            WhatIsMerged::Kept => false,
        }
    }

    /// The file that is merged with; none: the map's own conflicts are chosen in.
    pub(crate) fn path_of_theirs(&self) -> Option<&Path> {
        match &self.what {
            WhatIsMerged::File(file) => file.path.as_deref(),
            WhatIsMerged::Kept => None,
        }
    }

    /// Comes to the front again, with what was chosen before.
    pub(crate) fn come_back(&mut self, doc: &Document) {
        self.before = LookedAt::now(doc);
        self.is_open = true;
        self.focus = Some(RoomPart::List);
        (self.scroll_to, self.scroll_to_thing) = (true, true);
        let asked = self.merging.made.as_ref().and_then(|made| self.of_selected(made));
        self.open = asked.or(self.open);
    }

    /// Is all that was asked of threads there?
    #[cfg(test)]
    pub(crate) fn is_settled(&self) -> bool {
        let is_of = |made: &MadeOne| Arc::ptr_eq(&made.ours, &self.ours.project);
        self.is_open && self.merging.made.as_ref().is_some_and(is_of)
    }

    /// Shows the room. `free`: nothing is in front of it that has the keyboard.
    pub(crate) fn merging_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        free: bool,
    ) -> Option<MergeAsks> {
        let ctx = ui.ctx().clone();
        self.is_narrow = ui.max_rect().width() < NARROW;
        self.follow(doc, cx, &ctx);
        let mut asks = if free { self.take_keys(&ctx) } else { None };
        let words = cx.words;
        let title = match self.what {
            WhatIsMerged::File(_) => words.merge_room(),
            WhatIsMerged::Kept => words.merge_room_kept(),
        };
        if room_bar(ui, cx, &title, &words.merge_esc()) {
            asks = Some(MergeAsks::Leave);
        }
        self.strip_ui(ui, cx);
        if self.is_narrow {
            self.tabs_ui(ui, cx);
        }
        asks = self.foot_ui(ui, cx).or(asks);
        let panel = Frame::new().fill(cx.theme.color(Role::Panel));
        self.hovered = None;
        if !self.is_narrow {
            let list = Panel::left("conflict list").exact_size(LIST).resizable(false).frame(panel);
            list.show(ui, |ui| self.list_ui(ui, cx));
        } else if !self.map_in_front {
            CentralPanel::no_frame().frame(panel).show(ui, |ui| self.list_ui(ui, cx));
        }
        if !self.is_narrow || self.map_in_front {
            CentralPanel::no_frame().show(ui, |ui| self.map_ui(ui, cx, doc));
        }
        self.give_focus(&ctx);
        asks
    }

    /// Takes in what threads have made, and what the map has become.
    fn follow(&mut self, doc: &mut Document, cx: &Context<'_>, ctx: &egui::Context) {
        if !Arc::ptr_eq(&self.ours.project, doc.editor.project()) {
            self.ours = copy_of(doc, cx.words);
        }
        let store = self.store.as_ref();
        if self.merging.want(&self.ours, &self.what, store, cx.words, ctx)
            && let Some(made) = &self.merging.made
        {
            // What was chosen is chosen again, as far as it is still there to be.
            self.choices.begin(made);
            self.preview = None;
            let is_left = self.open.is_some_and(|open| self.choices.is_left(open));
            if !is_left {
                self.open = self.of_selected(made).or_else(|| self.choices.next_left(None, true));
            }
            (self.scroll_to, self.scroll_to_thing) = (true, true);
            self.focus = Some(match self.choices.left() {
                0 => RoomPart::Foot,
                _ => RoomPart::List,
            });
        }
    }

    /// The conflict that is left of what was selected on the map.
    fn of_selected(&self, made: &MadeOne) -> Option<usize> {
        let selected = self.before.selected();
        let is_of = |row: &ConflictRow| {
            let thing = row.contested.thing.as_ref();
            thing.is_some_and(|thing| selected.iter().any(|one| one.id() == thing.id()))
        };
        let mut of_them = made.rows.iter().enumerate().filter(|(_, row)| is_of(row));
        of_them.find(|(at, _)| self.choices.is_left(*at)).map(|(at, _)| at)
    }

    /// Opens a conflict, and brings it into view.
    fn open(&mut self, at: usize) {
        self.open = Some(at);
        self.preview = None;
        (self.scroll_to, self.scroll_to_thing) = (true, true);
        self.focus = Some(RoomPart::List);
    }

    /// Chooses in the open conflict, and goes on to the next that is left.
    fn choose_nth(&mut self, place: usize) {
        let made = self.merging.made.take();
        if let (Some(made), Some(open)) = (&made, self.open)
            && let Some(row) = made.rows.get(open)
        {
            let shown = row.in_order().map(|(_, keep)| keep);
            self.choose_in(made, open, shown.get(place).copied().unwrap_or(Keep::Both));
        }
        self.merging.made = made;
    }

    /// Chooses in a conflict, also in one that was chosen in before.
    fn choose_in(&mut self, made: &MadeOne, at: usize, keep: Keep) {
        self.choices.take_back(made, at);
        if !self.choices.choose(made, at, keep) {
            return;
        }
        self.preview = None;
        match self.choices.next_left(Some(at), true) {
            Some(next) => self.open(next),
            None => {
                self.open = None;
                self.focus = Some(RoomPart::Foot);
            }
        }
    }

    /// Takes a choice back, and opens its conflict.
    fn take_back(&mut self, made: &MadeOne, at: usize) {
        if self.choices.take_back(made, at) {
            self.open(at);
        }
    }

    /// Takes the last choice back.
    fn take_last_back(&mut self) {
        let Some(made) = self.merging.made.take() else { return };
        if let Some(last) = self.choices.last_chosen() {
            self.take_back(&made, last);
        }
        self.merging.made = Some(made);
    }

    /// What the strip below the bar says: the copies, and what both come from.
    fn strip_ui(&self, ui: &mut Ui, cx: &Context<'_>) {
        let words = cx.words;
        let WhatIsMerged::File(theirs) = &self.what else { return };
        let line = |copy: &CopyToMerge| {
            let when = copy.when.map(|when| local_time::day_and_clock(words, when));
            let parts = [Some(copy.name.clone()), when.filter(|when| !when.is_empty())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let about_base = self.merging.made.as_ref().map(|made| match &made.base {
            _ if made.are_strangers => words.merge_strangers(),
            None => words.merge_no_base(),
            Some(base) => {
                let when = base.when.map(|when| local_time::day_and_clock(words, when));
                let when = when.unwrap_or_default();
                if base.name.is_empty() {
                    words.merge_base(when)
                } else {
                    words.merge_base_named(&base.name)
                }
            }
        });
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        room_strip(ui, cx, |ui| {
            let small = |text: String| RichText::new(text).font(regular(12.5)).color(muted);
            for (side, copy) in [(Side::Ours, &self.ours), (Side::Theirs, &**theirs)] {
                letter_ui(ui, cx, side);
                let name = RichText::new(side_name(side, words)).font(semibold(12.5)).color(ink);
                ui.label(name);
                ui.add(Label::new(small(line(copy))).truncate());
                ui.add_space(16.0);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add(Label::new(small(about_base.unwrap_or_default())).truncate());
            });
        });
    }

    /// In a narrow window: which of both is in front.
    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        Panel::top("merge tabs").exact_size(40.0).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                for (label, map) in
                    [(cx.words.merge_conflicts(), false), (cx.words.merge_tab_map(), true)]
                {
                    let on = self.map_in_front == map;
                    let tab = text_button(ui, cx, &label, on, vec2(96.0, 28.0));
                    tab.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, on, &label));
                    if tab.clicked() {
                        self.map_in_front = map;
                    }
                }
            });
        });
    }

    fn foot_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) -> Option<MergeAsks> {
        let words = cx.words;
        let project = self.choices.project();
        let left = self.choices.left();
        let sentence = match (&self.merging.made, left) {
            (None, _) => words.merge_waiting(),
            (Some(_), 0) => words.merge_none_left(),
            (Some(_), left) => words.merge_left(left),
        };
        let next = format!("{}  F8", words.merge_next());
        let (open, take) = (words.history_open(), words.merge_take_in());
        let is_there = project.is_some();
        let differs = project.is_some_and(|project| !Arc::ptr_eq(project, &self.ours.project));
        let buttons = [
            FootButton { text: &open, enabled: is_there },
            FootButton { text: &next, enabled: left > 0 },
            FootButton { text: &take, enabled: differs },
        ];
        let takes_focus = self.focus == Some(RoomPart::Foot);
        let pressed = room_foot(ui, cx, &sentence, &buttons, takes_focus);
        if takes_focus {
            self.focus = None;
        }
        let project = Arc::clone(self.choices.project()?);
        match pressed? {
            0 => Some(MergeAsks::Open(project)),
            1 => {
                self.step(true);
                None
            }
            _ => Some(MergeAsks::TakeIn(project, left)),
        }
    }
}

/// The open map, as a copy.
fn copy_of(doc: &Document, words: &Words) -> CopyToMerge {
    let name = doc.path.as_deref().and_then(|path| path.file_name());
    let name = name.map(|name| name.to_string_lossy().into_owned());
    CopyToMerge {
        project: Arc::clone(doc.editor.project()),
        path: doc.path.clone(),
        name: name.unwrap_or_else(|| doc.name(words)),
        when: doc.stamp.and_then(|stamp| stamp.modified),
    }
}

/// What a copy is called: `Mine`, `The other`.
fn side_name(side: Side, words: &Words) -> String {
    match side {
        Side::Ours => words.merge_mine(),
        Side::Theirs => words.merge_theirs(),
    }
}

/// The colour of what a copy has changed; always with its letter.
fn side_role(side: Side) -> Role {
    match side {
        Side::Ours => Role::Accent,
        Side::Theirs => Role::Persona(2),
    }
}

/// The letter that stands for a copy.
fn letter(side: Side, words: &Words) -> String {
    side_name(side, words)
        .chars()
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default()
}

/// The letter on its square.
fn letter_ui(ui: &mut Ui, cx: &Context<'_>, side: Side) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), egui::Sense::hover());
    letter_at(ui.painter(), cx, side, rect.center());
}

fn letter_at(painter: &egui::Painter, cx: &Context<'_>, side: Side, at: egui::Pos2) {
    sign_at(painter, cx, side, &letter(side, cx.words), at);
}

/// A letter or a figure on a square of a copy's colour.
fn sign_at(painter: &egui::Painter, cx: &Context<'_>, side: Side, text: &str, at: egui::Pos2) {
    let rect = egui::Rect::from_center_size(at, vec2(17.0, 17.0));
    painter.rect_filled(rect, 4.0, cx.theme.color(side_role(side)));
    let ink = cx.theme.color(Role::OnAccent);
    painter.text(at, egui::Align2::CENTER_CENTER, text, semibold(11.0), ink);
}

/// The language that the map is drawn in.
fn map_words(doc: &Document, words: &Words) -> Words {
    let lang: Lang = doc.lang_of_map(words.lang);
    if lang == words.lang { words.clone() } else { Words::new(lang) }
}
