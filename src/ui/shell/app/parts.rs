//! The four parts of the window: what it is in, what goes on beside the map, what is in front of it,
//! and what is worked on. A function that needs one of them does not hold the others.

use super::{Finished, WindowOptions};
use crate::file::Settings;
use crate::file::history::Store;
use crate::file::recovery::Recovered;
use crate::scene::{Theme, ThemeKind};
use crate::templates::{Damaged, Template};
use crate::ui::Document;
use crate::ui::bars::find::Find;
use crate::ui::bars::statusbar::Counted;
use crate::ui::bars::tabs::Tabs;
use crate::ui::canvas::Canvas;
use crate::ui::export::{ExportDialog, Running};
use crate::ui::gaps::GapsPanel;
use crate::ui::history::HistoryRoom;
use crate::ui::inspector::Inspector;
use crate::ui::kit::notice::Notices;
use crate::ui::kit::pictures_in::Incoming;
use crate::ui::merging::MergeRoom;
use crate::ui::opportunities::IdeasRoom;
use crate::ui::palette::Palette;
use crate::ui::present::Present;
use crate::ui::research::ResearchRoom;
use crate::ui::shell::autosave::Autosave;
use crate::ui::shell::dialog::Dialog;
use crate::ui::shell::in_use::{KnownWindow, UsedFile};
use crate::ui::shell::saving::Saving;
use crate::ui::shell::unsaved::Unsaved;
use crate::ui::shell::watching::FileWatch;
use crate::ui::start::pictures::SmallPictures;
use crate::ui::state::file_choice::Choosing;
use crate::ui::state::rooms::Room;
use crate::ui::story::StoryPanel;
use crate::ui::table::TableRoom;
use crate::ui::view::ViewPanel;
use crate::ui::workshop::Workshop;
use crate::words::Words;
use egui::Event;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What the window is in: the system, the user's settings, the language and the looks.
pub(crate) struct Environment {
    pub ctx: egui::Context,
    pub options: WindowOptions,
    pub settings: Settings,
    /// As they were loaded or kept last.
    pub(super) kept_settings: Settings,
    pub words: Words,
    pub theme: Theme,
    /// Where versions of files are kept; none: nothing is kept on this machine.
    pub store: Option<Store>,
    /// What egui's style was last made from.
    pub(super) styled: Option<(ThemeKind, bool)>,
    /// The window's title as it was last set.
    pub(super) title: String,
    /// Events that wait for the next frame, so that keys are taken in the order they were pressed.
    pub(super) held_keys: Vec<Event>,
}

impl Environment {
    pub(crate) fn new(
        ctx: &egui::Context,
        options: WindowOptions,
        settings: Settings,
        words: Words,
    ) -> Self {
        let store = options.keep.then(Store::of_user).flatten();
        Self {
            ctx: ctx.clone(),
            store,
            options,
            kept_settings: settings.clone(),
            settings,
            words,
            theme: Theme::new(ThemeKind::Light),
            styled: None,
            title: String::new(),
            held_keys: Vec::new(),
        }
    }
}

/// What goes on beside the map, whichever is open: threads, kept work, what the start page shows.
pub(crate) struct Session {
    pub recovered: Vec<Recovered>,
    /// The user's own templates, and those of them that are damaged.
    pub own: (Vec<Template>, Vec<Damaged>),
    pub pictures: SmallPictures,
    pub autosave: Autosave,
    pub saving: Saving,
    /// Looks at the open file for what others write to it.
    pub watch: Option<FileWatch>,
    /// This window, as other windows on this machine know it.
    pub window: Option<KnownWindow>,
    /// What the file that was last asked for is opened as.
    pub opens_to: UsedFile,
    pub unsaved: Unsaved,
    /// Exports that are being written.
    pub running: Running,
    /// Pictures that are being read.
    pub incoming: Incoming,
    pub counted: Counted,
    /// Where threads send what they have finished.
    pub done: (Sender<Finished>, Receiver<Finished>),
    /// Tells the answers of threads that are still wanted from those that are not.
    pub ticket: u64,
    pub quitting: bool,
}

impl Session {
    pub(crate) fn new() -> Self {
        Self {
            recovered: Vec::new(),
            own: Default::default(),
            pictures: SmallPictures::default(),
            autosave: Autosave::default(),
            saving: Saving::default(),
            watch: None,
            window: None,
            opens_to: UsedFile::default(),
            unsaved: Unsaved::default(),
            running: Running::default(),
            incoming: Incoming::default(),
            counted: Counted::default(),
            done: channel(),
            ticket: 0,
            quitting: false,
        }
    }
}

/// What is in front of the map and asks or tells something.
#[derive(Default)]
pub(crate) struct Front {
    pub palette: Option<Palette>,
    pub dialog: Option<Dialog>,
    pub notices: Notices,
    pub find: Find,
    /// Which file is being chosen.
    pub choosing: Choosing,
    /// What is to be exported, while its logo is chosen.
    pub export_aside: Option<Box<ExportDialog>>,
}

/// What is worked on: the open file and the rooms it is seen in.
pub(crate) struct Work {
    /// The open file; none: the start page is shown.
    pub doc: Option<Document>,
    /// The room of the map that is in front.
    pub room: Room,
    pub canvas: Canvas,
    pub inspector: Inspector,
    pub inspector_open: bool,
    pub gaps: GapsPanel,
    pub ideas: IdeasRoom,
    pub table: TableRoom,
    /// The room of research.
    pub research: ResearchRoom,
    /// The small picture of the whole map is shown where not all of the map is.
    pub overview_open: bool,
    pub tabs: Tabs,
    pub view_panel: ViewPanel,
    pub story: StoryPanel,
    pub workshop: Workshop,
    /// The map is being presented.
    pub presenting: Option<Box<Present>>,
    /// The history of the map is being looked at.
    pub history: Option<Box<HistoryRoom>>,
    /// The map is being merged with another; the room may wait while the map is in front.
    pub merging: Option<Box<MergeRoom>>,
}

impl Work {
    /// Is the merge room in front?
    pub(crate) fn is_merging(&self) -> bool {
        self.merging.as_ref().is_some_and(|room| room.is_open)
    }

    /// Nothing is open yet; panels are where they last were.
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            doc: None,
            room: Room::Map,
            canvas: Canvas::default(),
            inspector: Inspector::default(),
            inspector_open: settings.inspector,
            gaps: GapsPanel::default(),
            ideas: IdeasRoom::default(),
            table: TableRoom::default(),
            research: ResearchRoom::default(),
            overview_open: settings.overview,
            tabs: Tabs::default(),
            view_panel: ViewPanel::default(),
            story: StoryPanel::default(),
            workshop: Workshop::default(),
            presenting: None,
            history: None,
            merging: None,
        }
    }
}
