//! Who performs a command?
//!
//! Each performer has an enum of its own that it matches whole, so that a command without somebody who
//! does it is no program. The table sorts the commands into them by their names.

use crate::file::InterfaceSize;
use crate::model::{DetailsPlace, LaneKind, Widths};
use crate::ui::Nth;
use crate::ui::state::rooms::Room;

macro_rules! performers {
    ($(#[doc = $doc:literal] $performer:ident($of:ident) {
        $($name:ident $(($payload:ty))?),* $(,)?
    })*) => {
        /// A command, by who performs it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Performer { $(#[doc = $doc] $performer($of)),* }

        $(
            #[doc = $doc]
            #[derive(Clone, Debug, PartialEq, Eq)]
            #[expect(missing_docs, reason = "the table's hints say what each does")]
            pub enum $of { $($name $(($payload))?),* }

            impl From<$of> for Performer {
                fn from(command: $of) -> Self {
                    Self::$performer(command)
                }
            }
        )*
    };
}

performers! {
    /// Opens, saves, exports and leaves a file, and takes pictures in and out.
    File(FileCommand) {
        New, Open, Save, SaveAs, SaveTemplate, History, Merge, Conflicts, Export, TasksOut, TasksTable, TasksList, TranscriptIn, Close, Quit,
        CopyPicture, InsertPicture,
    }
    /// Is done by the window itself: history, search, panels, looks, help.
    Window(WindowCommand) {
        Undo, Redo, Paste, Find, FindNext, FindPrevious, Inspector, OtherPart, Overview,
        FoldCustomers, Room(Room), Gaps, GapsOnMap, Chain, Present, PresentHere, Story, ThemeSystem, ThemeLight, ThemeDark,
        ThemeProjector, InterfaceSize(InterfaceSize), InterfaceLarger, InterfaceSmaller,
        Swedish, English, LessMotion, Palette, Guide, Keys, Menus, About,
    }
    /// Adds, changes and goes between the journeys in the tabs.
    Tabs(TabCommand) {
        AddJourney, RenameJourney, DuplicateJourney, MakeFuture, Compare, DeleteJourney,
        NextJourney, PreviousJourney,
    }
    /// Is about what is shown of the journey in front.
    Views(ViewCommand) {
        Views, ShowAll, OnlyPersona, NextView, SaveView,
    }
    /// Is of workshop mode.
    Workshop(WorkshopCommand) {
        Workshop, QuickAdd, Timer, TimerReset, Voting,
    }
    /// Acts on the map: on what is selected, or on the part that is seen.
    Canvas(CanvasCommand) {
        Cut, Copy, Duplicate, Delete, SelectAll, EditText, RenameStep, MoveLeft, MoveRight,
        MoveUp, MoveDown, Park, LeadsTo, MarkNew, MarkChanged, MarkRemoved, ZoomIn, ZoomOut, Zoom100,
        Fit, ZoomSelection, Parking, ShowAllLanes, VoteMore, VoteLess, ClearVotes, AddCard,
        AddPoint, AddStep, AddPhaseFirst, AddPhaseBefore, AddPhaseAfter, AddLane(LaneKind),
        AddPersona, OffMap, DrawCurve(Nth), CopyCurve(Nth), AddLoopBack, AddSkip, AddLeave,
        CollapseLane, HideLane, Widths(Widths), Details(DetailsPlace), Signs,
    }
}
