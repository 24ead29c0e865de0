//! The history room: which versions of the map there are, what differs from one of them, and what is
//! to come back.
//!
//! Versions are read, compared and laid out on threads (`change_texts`, `compared_pair`,
//! `row_pictures`); a frame shows what is there. The room changes nothing itself: it answers by
//! [`HistoryAsks`].

mod change_texts;
mod compared_pair;
mod difference_marks;
mod differing;
mod naming;
mod past_rows;
mod room_keys;
mod row_list;
mod row_pictures;
mod side_by_side;

use super::canvas::MapView;
use super::{Camera, Context, Document};
use crate::edit::Returning;
use crate::file::history::{self, KeptVersion, Store};
use crate::model::{Id, Project, Thing};
use crate::scene::Role;
use crate::ui::kit::buttons::text_button;
use crate::ui::kit::room_frame::{FootButton, room_bar, room_foot, room_foot_with, room_strip};
use crate::ui::state::looked_at::LookedAt;
use change_texts::ChangeTexts;
use compared_pair::{ComparedPair, Looking, PairOf};
use egui::{CentralPanel, Frame, Panel, Stroke, Ui, WidgetInfo, vec2};
use naming::{Naming, NamingAnswer};
use past_rows::{PastRow, RowKey};
use row_list::bookmark;
use row_pictures::RowPictures;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// How wide the list is.
const LIST: f32 = 400.0;
/// In a narrower window the list and the maps take turns.
const NARROW: f32 = 1200.0;

/// What the room asks the window to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum HistoryAsks {
    /// Leave: the map is shown as it was.
    Leave,
    /// Open this as a map without a file.
    Open(Arc<Project>),
    /// Make the map, or some things of it, what they were.
    BringBack(Arc<Project>, Returning),
    /// Give what is now this name and note.
    Name(String, String),
    /// Call a named version something else, with this note.
    Rename(Id, String, String),
    /// Take a named version away.
    Remove(Id),
}

/// What a row of the list is asked for.
enum RowAsks {
    Choose(RowKey),
    /// Name what is now.
    Name,
    Rename(RowKey),
    Remove(RowKey),
    /// Open it as a new map.
    Open(RowKey),
}

/// A part of the room that can have the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RoomPart {
    List,
    Maps,
    Foot,
}

/// What was kept, newest first, or why that cannot be read.
type Listed = Result<Vec<KeptVersion>, String>;

/// The versions that were kept at saves.
enum KeptList {
    Waiting,
    Known(Vec<KeptVersion>),
    /// Why they cannot be read.
    Failed(String),
}

/// The room, while it is there.
pub(crate) struct HistoryRoom {
    /// How the map was looked at before.
    pub before: LookedAt,
    store: Option<Store>,
    path: Option<PathBuf>,
    journey: Id,
    /// The project as it was in the last frame.
    now: Arc<Project>,
    kept: KeptList,
    news: (Sender<Listed>, Receiver<Listed>),
    /// They are being listed.
    listing: bool,
    /// What is now, and all versions.
    rows: Vec<PastRow>,
    /// Those that are shown, by their places.
    listed: Vec<usize>,
    query: String,
    chosen: RowKey,
    /// Nobody has chosen a row yet.
    untouched: bool,
    /// The chosen row is to be brought into view.
    scroll_to: bool,
    texts: ChangeTexts,
    pictures: RowPictures,
    looking: Looking,
    /// What is to be brought back, by its place among what differs.
    ticked: BTreeSet<usize>,
    /// The difference that was stepped to.
    current: Option<usize>,
    /// What is to be brought into view, on one of the maps.
    wanted: Option<(usize, Thing)>,
    views: [MapView; 2],
    camera: Option<Camera>,
    naming: Option<Naming>,
    /// In a narrow window: the maps are in front.
    maps_in_front: bool,
    is_narrow: bool,
    focus: Option<RoomPart>,
}

impl HistoryRoom {
    /// The history of the open map, whose kept versions are in `store`.
    pub(crate) fn new(doc: &Document, store: Option<Store>) -> Self {
        let now = Arc::clone(doc.editor.project());
        let rows = PastRow::all(&now, &[]);
        Self {
            before: LookedAt::now(doc),
            store,
            path: doc.path.clone(),
            journey: doc.journey.clone(),
            now,
            kept: KeptList::Waiting,
            news: channel(),
            listing: false,
            rows,
            listed: Vec::new(),
            query: String::new(),
            chosen: RowKey::Now,
            untouched: true,
            scroll_to: false,
            texts: ChangeTexts::default(),
            pictures: RowPictures::default(),
            looking: Looking::default(),
            ticked: BTreeSet::new(),
            current: None,
            wanted: None,
            views: [MapView::default(), MapView::default()],
            camera: None,
            naming: None,
            maps_in_front: false,
            is_narrow: false,
            focus: Some(RoomPart::List),
        }
    }

    /// The journey whose history it is.
    pub(crate) fn journey(&self) -> &Id {
        &self.journey
    }

    /// The versions may be others than before: one has been kept.
    pub(crate) fn look_again(&mut self) {
        self.listing = false;
        if !matches!(self.kept, KeptList::Known(_)) {
            self.kept = KeptList::Waiting;
        }
    }

    /// Is all that was asked of threads there?
    #[cfg(test)]
    pub(crate) fn is_settled(&self) -> bool {
        let texts = (0..self.rows.len()).all(|at| self.texts.known(&self.rows, at).is_some());
        !matches!(self.kept, KeptList::Waiting) && self.looking.of(&self.chosen).is_some() && texts
    }

    /// Shows the room. `free`: nothing is in front of it that has the keyboard.
    pub(crate) fn history_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        free: bool,
    ) -> Option<HistoryAsks> {
        let ctx = ui.ctx().clone();
        self.is_narrow = ui.max_rect().width() < NARROW;
        self.follow(doc, cx, &ctx);
        let mut asks = match &mut self.naming {
            Some(_) => None,
            None if free => self.take_keys(&ctx),
            None => None,
        };
        let name = doc.path.as_deref().and_then(|path| path.file_name());
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let title = match name {
            Some(name) => cx.words.history_title_of(name),
            None => cx.words.history_title(),
        };
        if room_bar(ui, cx, &title, &cx.words.history_esc()) {
            asks = Some(HistoryAsks::Leave);
        }
        if self.is_narrow {
            self.tabs_ui(ui, cx);
        }
        asks = self.foot_ui(ui, cx).or(asks);
        let panel = Frame::new().fill(cx.theme.color(Role::Panel));
        let mut row_asks = None;
        if !self.is_narrow {
            let list = Panel::left("history list").exact_size(LIST).resizable(false).frame(panel);
            row_asks = list.show(ui, |ui| self.list_ui(ui, cx)).inner;
        } else if !self.maps_in_front {
            row_asks =
                CentralPanel::no_frame().frame(panel).show(ui, |ui| self.list_ui(ui, cx)).inner;
        }
        if !self.is_narrow || self.maps_in_front {
            CentralPanel::no_frame().show(ui, |ui| self.maps_ui(ui, cx));
        }
        if let Some(asked) = row_asks {
            asks = self.row_asked(asked, &ctx).or(asks);
        }
        self.give_focus(&ctx);
        self.naming_ui(&ctx, cx).or(asks)
    }

    /// Takes in what threads have found, and asks them for what is missing.
    fn follow(&mut self, doc: &mut Document, cx: &Context<'_>, ctx: &egui::Context) {
        let mut is_new = false;
        while let Ok(kept) = self.news.1.try_recv() {
            self.kept = match kept {
                Ok(kept) => KeptList::Known(kept),
                Err(why) => KeptList::Failed(why),
            };
            is_new = true;
        }
        if self.path != doc.path {
            // It has been saved meanwhile, for the first time or elsewhere.
            self.path.clone_from(&doc.path);
            self.listing = false;
        }
        self.list_kept(cx, ctx);
        if !Arc::ptr_eq(&self.now, doc.editor.project()) {
            self.now = Arc::clone(doc.editor.project());
            is_new = true;
        }
        if is_new {
            let kept = if let KeptList::Known(kept) = &self.kept { kept.as_slice() } else { &[] };
            self.rows = PastRow::all(&self.now, kept);
            if self.rows.iter().all(|row| row.key != self.chosen) {
                self.choose(RowKey::Now);
                self.focus = Some(RoomPart::List);
            }
            self.choose_first(doc);
        }
        self.texts.want(&self.rows, &self.now, self.store.as_ref(), cx.words, ctx);
        let lang = doc.lang_of_map(cx.words.lang);
        let wanted = self
            .row()
            .map(|row| PairOf::new(row, &self.now, &self.journey, lang, cx.theme.text_scale()));
        if let Some(wanted) = wanted
            && self.looking.want(&wanted, self.store.as_ref(), cx.words, ctx)
        {
            (self.current, self.wanted) = (None, None);
            self.ticked.clear();
        }
    }

    /// Lists what was kept, on a thread.
    fn list_kept(&mut self, cx: &Context<'_>, ctx: &egui::Context) {
        if self.listing {
            return;
        }
        self.listing = true;
        let (Some(store), Some(path)) = (self.store.clone(), self.path.clone()) else {
            self.kept = KeptList::Known(Vec::new());
            return;
        };
        let (sender, ctx, words) = (self.news.0.clone(), ctx.clone(), cx.words.clone());
        let work = move || {
            let kept = history::list(&store, &path).map_err(|error| error.reason(&words));
            if sender.send(kept).is_ok() {
                ctx.request_repaint();
            }
        };
        // Without a thread only named versions are shown.
        drop(std::thread::Builder::new().name("history".into()).spawn(work));
    }

    /// At first the newest version is looked at that is not the same as what is now.
    fn choose_first(&mut self, doc: &Document) {
        if !self.untouched || matches!(self.kept, KeptList::Waiting) {
            return;
        }
        let newest = if doc.editor.is_modified() { 1 } else { 2 };
        let row = self.rows.get(newest).or(self.rows.get(1));
        if let Some(key) = row.map(|row| row.key.clone()) {
            self.choose(key);
            self.untouched = true;
            self.focus = Some(RoomPart::List);
        }
    }

    /// The chosen row.
    fn row(&self) -> Option<&PastRow> {
        self.rows.iter().find(|row| row.key == self.chosen)
    }

    fn choose(&mut self, key: RowKey) {
        self.untouched = false;
        self.scroll_to = true;
        if self.chosen != key {
            self.chosen = key;
            (self.current, self.wanted) = (None, None);
            self.ticked.clear();
        }
    }

    fn pair(&self) -> Option<&ComparedPair> {
        self.looking.of(&self.chosen)?.as_ref().ok()
    }

    /// Does what a row was asked for.
    fn row_asked(&mut self, asked: RowAsks, ctx: &egui::Context) -> Option<HistoryAsks> {
        match asked {
            RowAsks::Choose(key) => {
                self.choose(key);
                self.focus = Some(RoomPart::List);
                None
            }
            RowAsks::Name => {
                self.naming = Some(Naming::new(None, ctx));
                None
            }
            RowAsks::Rename(key) => {
                let row = self.rows.iter().find(|row| row.key == key);
                let named = row.and_then(PastRow::named).cloned();
                // What is now has no name yet; what was kept at a save is known by its time.
                if named.is_some() || key == RowKey::Now {
                    self.naming = Some(Naming::new(named.as_deref(), ctx));
                }
                None
            }
            RowAsks::Remove(RowKey::Named(id)) => Some(HistoryAsks::Remove(id)),
            RowAsks::Remove(RowKey::Now | RowKey::Kept(_)) => None,
            RowAsks::Open(key) => {
                self.choose(key);
                // It is there where it has been looked at.
                self.pair().map(|pair| HistoryAsks::Open(Arc::clone(&pair.whole)))
            }
        }
    }

    fn naming_ui(&mut self, ctx: &egui::Context, cx: &Context<'_>) -> Option<HistoryAsks> {
        let answer = self.naming.as_mut()?.naming_ui(ctx, cx)?;
        let Naming { of, name, note, .. } = self.naming.take()?;
        self.focus = Some(RoomPart::List);
        ctx.request_repaint();
        let (name, note) = (name.trim().to_owned(), note.trim().to_owned());
        match (answer, of) {
            (NamingAnswer::Cancel, _) => None,
            (NamingAnswer::Keep, None) => Some(HistoryAsks::Name(name, note)),
            (NamingAnswer::Keep, Some(id)) => Some(HistoryAsks::Rename(id, name, note)),
        }
    }

    /// In a narrow window: which of both is in front.
    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        room_strip(ui, cx, |ui| {
            for (label, maps) in
                [(cx.words.history_tab_list(), false), (cx.words.history_tab_maps(), true)]
            {
                let on = self.maps_in_front == maps;
                let tab = text_button(ui, cx, &label, on, vec2(96.0, 28.0));
                tab.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, on, &label));
                if tab.clicked() {
                    self.maps_in_front = maps;
                }
            }
        });
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().hline(ui.max_rect().x_range(), ui.available_rect_before_wrap().top(), edge);
    }

    fn foot_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) -> Option<HistoryAsks> {
        let words = cx.words;
        let is_version = self.chosen != RowKey::Now;
        let pair = self.pair().filter(|_| is_version);
        let (is_there, differs) = (pair.is_some(), pair.is_some_and(|pair| !pair.is_same));
        let ticked = self.ticked.len();
        let keeps = self.path.is_some() && self.store.is_some();
        let sentence = match () {
            () if !differs => String::new(),
            () if keeps => words.history_keeps_now(),
            () => words.history_can_undo(),
        };
        let labels =
            [words.history_open(), words.history_all(), words.history_ticked(ticked as u32)];
        let enabled = [is_there, differs, differs && ticked > 0];
        let [open, all, some] = &labels;
        let buttons = [open, all, some];
        let buttons = [0, 1, 2].map(|at| FootButton { text: buttons[at], enabled: enabled[at] });
        let takes_focus = self.focus == Some(RoomPart::Foot);
        let pressed = match ticked {
            // Nothing of the map changes by it.
            0 => room_foot_with(ui, cx, &sentence, &buttons, 0, takes_focus),
            _ => room_foot(ui, cx, &sentence, &buttons, takes_focus),
        }?;
        if takes_focus {
            self.focus = None;
        }
        let pair = self.pair()?;
        Some(match pressed {
            0 => HistoryAsks::Open(Arc::clone(&pair.whole)),
            1 => HistoryAsks::BringBack(Arc::clone(&pair.from), Returning::All),
            _ => {
                let chosen = self.ticked.iter().filter_map(|at| pair.differences.get(*at));
                let things = chosen.flat_map(|one| one.difference.before.iter().cloned());
                let what = Returning::Things(things.collect());
                HistoryAsks::BringBack(Arc::clone(&pair.from), what)
            }
        })
    }
}
