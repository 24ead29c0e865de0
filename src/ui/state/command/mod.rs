//! What can the user ask the program to do, by which key, from which menu, and when?
//!
//! One row for each command, which also says who performs it. Menus, toolbar, palette, keys, the help window and the README's list
//! of keys all read this table and nothing else.

mod allowed;
mod performer;

pub use performer::{
    CanvasCommand, FileCommand, Performer, TabCommand, ViewCommand, WindowCommand, WorkshopCommand,
};

use super::pen::{persons, said_name};
use super::rooms::Room;
use crate::file::{InterfaceSize, ThemeChoice};
use crate::model::{DetailsPlace, LaneKind, Widths};
use crate::scene::icon;
use crate::ui::{Document, Nth};
use crate::words::{Lang, Named, Words, genitive};
use allowed::*;
use egui::{Key, KeyboardShortcut, Modifiers};

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what it is")]
pub enum Menu {
    File,
    Edit,
    View,
    Map,
    Help,
}

impl Menu {
    /// From left to right.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Map, Self::Help];

    /// What it is called.
    pub fn label(self, words: &Words) -> String {
        match self {
            Self::File => words.menu_file(),
            Self::Edit => words.menu_edit(),
            Self::View => words.menu_view(),
            Self::Map => words.menu_map(),
            Self::Help => words.menu_help(),
        }
    }
}

/// What the table says of a command.
pub struct Row {
    /// The menu it is in.
    pub menu: Menu,
    /// Sections of a menu have a line between them.
    pub section: u8,
    /// Its icon, a character of the icon font.
    pub icon: char,
    /// Its keys; the first one is shown.
    pub keys: &'static [KeyboardShortcut],
    /// When it can be done.
    pub allowed: fn(&State) -> bool,
    /// What it is called.
    pub label: fn(&Words) -> String,
    /// What it does, in a sentence without a full stop.
    pub hint: fn(&Words) -> String,
}

/// What decides whether a command can be done, and whether it is switched on.
pub struct State<'a> {
    /// The open file; none: the start page is shown.
    pub doc: Option<&'a Document>,
    /// The theme the user chose.
    pub theme: ThemeChoice,
    /// The language of the window.
    pub lang: Lang,
    /// The inspector is shown.
    pub inspector: bool,
    /// The small picture of the whole map is shown.
    pub overview: bool,
    /// How large the interface is.
    pub interface_size: InterfaceSize,
    /// The camera stands still.
    pub less_motion: bool,
    /// What the window shows of the file.
    pub mode: Mode,
    /// The room of the map that is in front.
    pub room: Room,
}

/// What the window shows of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The map with its panels.
    #[default]
    Editor,
    /// The same with the pages of its presentation beside it.
    Pages,
    /// The map alone, for a room that works on it; `voting`: a click gives a card a vote.
    Workshop {
        /// A click gives a card a vote.
        voting: bool,
    },
}

macro_rules! table {
    ($($menu:ident $section:literal $of:ident $name:ident $(($value:ident: $payload:ty))?,
        $icon:expr, [$($key:expr),*], $allowed:expr, $label:ident, $hint:ident;)*) => {
        /// What the user can ask the program to do.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the table's hints say what each does")]
        pub enum Command { $($name $(($payload))?),* }

        impl Command {
            /// Its row in the table.
            pub fn row(&self) -> &'static Row {
                match self {$(
                    Self::$name { .. } => {
                        static ROW: Row = Row {
                            menu: Menu::$menu,
                            section: $section,
                            icon: $icon,
                            keys: &[$($key),*],
                            allowed: $allowed,
                            label: |words| words.$label(),
                            hint: |words| words.$hint(),
                        };
                        &ROW
                    }
                )*}
            }

            /// Who performs it.
            pub fn performer(self) -> Performer {
                match self {$(
                    Self::$name $(($value))? => Performer::from($of::$name $(($value))?),
                )*}
            }

            /// All of them, in the order of the menus.
            pub fn all() -> Vec<Self> {
                [$(table!(@each $name $($payload)?)),*].concat()
            }
        }
    };
    (@each $name:ident) => { vec![Self::$name] };
    (@each $name:ident $payload:ty) => {
        <$payload>::ALL.iter().cloned().map(Self::$name).collect()
    };
}

table! {
    File 0 FileCommand New, icon::FILE_PLUS, [ctrl(Key::N)], always, command_new, hint_new;
    File 0 FileCommand Open, icon::FOLDER_OPEN, [ctrl(Key::O)], always, command_open, hint_open;
    File 1 FileCommand Save, icon::SAVE, [ctrl(Key::S)], in_file, command_save, hint_save;
    File 1 FileCommand SaveAs, icon::SAVE, [ctrl_shift(Key::S)], in_file, command_save_as, hint_save_as;
    File 1 FileCommand SaveTemplate, icon::LAYOUT_GRID, [], in_file, command_save_template, hint_save_template;
    File 2 FileCommand History, icon::HISTORY, [ctrl(Key::H)], in_editor, command_history, hint_history;
    File 2 FileCommand Merge, icon::MERGE, [], in_editor, command_merge, hint_merge;
    File 2 FileCommand Export, icon::DOWNLOAD, [ctrl(Key::E)], in_file, command_export, hint_export;
    File 2 FileCommand TranscriptIn, icon::QUOTE, [], in_editor, command_transcript_in, hint_transcript_in;
    File 2 FileCommand TasksOut, icon::CALENDAR, [], has_tasks, command_tasks_out, hint_tasks_out;
    File 2 FileCommand TasksTable, icon::TABLE, [], has_tasks, command_tasks_table, hint_tasks_table;
    File 2 FileCommand TasksList, icon::LIST, [], has_tasks, command_tasks_list, hint_tasks_list;
    File 3 FileCommand Close, icon::X, [ctrl(Key::W)], in_file, command_close, hint_close;
    File 3 FileCommand Quit, icon::LOG_OUT, [ctrl(Key::Q)], always, command_quit, hint_quit;

    Edit 0 WindowCommand Undo, icon::UNDO, [ctrl(Key::Z)], can_undo, command_undo, hint_undo;
    Edit 0 WindowCommand Redo, icon::REDO, [ctrl(Key::Y), ctrl_shift(Key::Z)], can_redo, command_redo, hint_redo;
    // The system's clipboard keys arrive as events of their own, not as key presses.
    Edit 1 CanvasCommand Cut, icon::SCISSORS, [ctrl(Key::X)], on_clip, command_cut, hint_cut;
    Edit 1 CanvasCommand Copy, icon::COPY, [ctrl(Key::C)], on_clip, command_copy, hint_copy;
    Edit 1 WindowCommand Paste, icon::CLIPBOARD, [ctrl(Key::V)], in_file, command_paste, hint_paste;
    Edit 1 FileCommand CopyPicture, icon::IMAGE, [], in_file, command_copy_picture, hint_copy_picture;
    Edit 1 FileCommand InsertPicture, icon::FILE_IMAGE, [], in_file, command_insert_picture, hint_insert_picture;
    Edit 1 CanvasCommand Duplicate, icon::COPY, [ctrl(Key::D)], on_copied, command_duplicate, hint_duplicate;
    Edit 1 CanvasCommand Delete, icon::TRASH, [bare(Key::Delete), bare(Key::Backspace)], on_removable, command_delete, hint_delete;
    Edit 2 CanvasCommand SelectAll, icon::CHECK_SQUARE, [ctrl(Key::A)], in_file, command_select_all, hint_select_all;
    Edit 2 CanvasCommand EditText, icon::PENCIL, [bare(Key::F2), bare(Key::Enter)], on_one, command_edit_text, hint_edit_text;
    Edit 2 CanvasCommand RenameStep, icon::PENCIL, [], on_step, command_rename_step, hint_rename_step;
    Edit 2 WindowCommand Find, icon::SEARCH, [ctrl(Key::F)], in_file, command_find, hint_find;
    Edit 2 WindowCommand FindNext, icon::CHEVRON_DOWN, [bare(Key::F3)], in_file, command_find_next, hint_find_next;
    Edit 2 WindowCommand FindPrevious, icon::CHEVRON_UP, [shift(Key::F3)], in_file, command_find_previous, hint_find_previous;
    Edit 2 FileCommand Conflicts, icon::SPLIT, [bare(Key::F8)], has_conflicts, command_conflicts, hint_conflicts;
    Edit 3 CanvasCommand MoveLeft, icon::ARROW_LEFT, [alt(Key::ArrowLeft)], moves_sideways, command_move_left, hint_move_left;
    Edit 3 CanvasCommand MoveRight, icon::ARROW_RIGHT, [alt(Key::ArrowRight)], moves_sideways, command_move_right, hint_move_right;
    Edit 3 CanvasCommand MoveUp, icon::ARROW_UP, [alt(Key::ArrowUp)], moves_up, command_move_up, hint_move_up;
    Edit 3 CanvasCommand MoveDown, icon::ARROW_DOWN, [alt(Key::ArrowDown)], moves_up, command_move_down, hint_move_down;
    Edit 3 CanvasCommand Park, icon::PARKING, [], on_card, command_park, hint_park;
    Edit 3 CanvasCommand LeadsTo, icon::ROUTE, [], on_activity, command_leads_to, hint_leads_to;

    Edit 4 CanvasCommand MarkNew, icon::SPARKLES, [], on_card, command_mark_new, hint_mark_new;
    Edit 4 CanvasCommand MarkChanged, icon::REFRESH_CW, [], on_card, command_mark_changed, hint_mark_changed;
    Edit 4 CanvasCommand MarkRemoved, icon::MINUS, [], on_card, command_mark_removed, hint_mark_removed;

    View 0 CanvasCommand ZoomIn, icon::ZOOM_IN, [ctrl(Key::Plus), ctrl(Key::Equals), ctrl_shift(Key::Plus)], in_file, command_zoom_in, hint_zoom_in;
    View 0 CanvasCommand ZoomOut, icon::ZOOM_OUT, [ctrl(Key::Minus)], in_file, command_zoom_out, hint_zoom_out;
    View 0 CanvasCommand Zoom100, icon::SEARCH, [ctrl(Key::Num0)], in_file, command_zoom_100, hint_zoom_100;
    View 0 CanvasCommand Fit, icon::MAXIMIZE, [ctrl(Key::Num1)], in_file, command_fit, hint_fit;
    View 0 CanvasCommand ZoomSelection, icon::TARGET, [ctrl(Key::Num2)], on_any, command_zoom_selection, hint_zoom_selection;
    View 0 WindowCommand Room(room: Room), icon::LAYOUT_GRID, [alt(Key::Num1), alt(Key::Num2), alt(Key::Num3), alt(Key::Num4), alt(Key::Num5)], in_editor, command_room, hint_room;
    View 1 WindowCommand Gaps, icon::BOX_DASHED, [bare(Key::G)], in_editor, command_gaps, hint_gaps;
    View 1 WindowCommand GapsOnMap, icon::BOX_DASHED, [], in_editor, command_gaps_on_map, hint_gaps_on_map;
    View 1 WindowCommand Chain, icon::ROUTE, [], in_editor, command_chain, hint_chain;
    View 1 WindowCommand Inspector, icon::PANEL_RIGHT, [ctrl(Key::I)], in_file, command_inspector, hint_inspector;
    View 1 WindowCommand OtherPart, icon::KEYBOARD, [bare(Key::F4)], in_file, command_other_part, hint_other_part;
    View 1 WindowCommand Overview, icon::MAP, [], in_editor, command_overview, hint_overview;
    View 1 CanvasCommand Parking, icon::PARKING, [], in_file, command_parking, hint_parking;
    View 1 WindowCommand FoldCustomers, icon::CHEVRON_UP, [], has_customers, command_fold_customers, hint_fold_customers;
    View 1 CanvasCommand ShowAllLanes, icon::EYE, [], has_hidden_lanes, command_show_all_lanes, hint_show_all_lanes;
    View 2 ViewCommand Views, icon::FILTER, [ctrl_shift(Key::F)], in_file, command_views, hint_views;
    View 2 ViewCommand ShowAll, icon::EYE, [ctrl_shift(Key::A)], leaves_out, command_show_all, hint_show_all;
    View 2 ViewCommand OnlyPersona, icon::USER, [ctrl_shift(Key::P)], on_persona, command_only_persona, hint_only_persona;
    View 2 ViewCommand NextView, icon::REPEAT, [ctrl(Key::Num3)], has_views, command_next_view, hint_next_view;
    View 2 ViewCommand SaveView, icon::SAVE, [], in_file, command_save_view, hint_save_view;
    View 3 WindowCommand Present, icon::PRESENTATION, [bare(Key::F5)], in_file, command_present, hint_present;
    View 3 WindowCommand PresentHere, icon::PLAY, [shift(Key::F5)], in_file, command_present_here, hint_present_here;
    View 3 WindowCommand Story, icon::LAYERS, [bare(Key::F7)], in_editor, command_story, hint_story;
    View 3 WorkshopCommand Workshop, icon::USERS, [bare(Key::F6)], in_file, command_workshop, hint_workshop;
    View 4 WorkshopCommand QuickAdd, icon::PLUS, [], in_workshop, command_quick_add, hint_quick_add;
    View 4 WorkshopCommand Timer, icon::CLOCK, [bare(Key::F8)], in_workshop, command_timer, hint_timer;
    View 4 WorkshopCommand TimerReset, icon::ROTATE_CCW, [shift(Key::F8)], in_workshop, command_timer_reset, hint_timer_reset;
    View 4 WorkshopCommand Voting, icon::CIRCLE_DOT, [bare(Key::F9)], in_workshop, command_voting, hint_voting;
    View 4 CanvasCommand VoteMore, icon::PLUS, [bare(Key::Plus), shift(Key::Plus)], can_vote, command_vote_more, hint_vote_more;
    View 4 CanvasCommand VoteLess, icon::MINUS, [bare(Key::Minus)], can_vote, command_vote_less, hint_vote_less;
    View 4 CanvasCommand ClearVotes, icon::TRASH, [], has_votes, command_clear_votes, hint_clear_votes;
    View 5 WindowCommand ThemeSystem, icon::MONITOR, [], always, command_theme_system, hint_theme_system;
    View 5 WindowCommand ThemeLight, icon::SUN, [], always, command_theme_light, hint_theme_light;
    View 5 WindowCommand ThemeDark, icon::MOON, [], always, command_theme_dark, hint_theme_dark;
    View 5 WindowCommand ThemeProjector, icon::PROJECTOR, [], always, command_theme_projector, hint_theme_projector;
    View 6 WindowCommand InterfaceSize(size: InterfaceSize), icon::EXPAND, [], always, command_interface_size, hint_interface_size;
    View 6 WindowCommand InterfaceLarger, icon::PLUS, [ctrl(Key::Period)], always, command_interface_larger, hint_interface_larger;
    View 6 WindowCommand InterfaceSmaller, icon::MINUS, [ctrl(Key::Comma)], always, command_interface_smaller, hint_interface_smaller;
    View 6 WindowCommand Swedish, icon::LANGUAGES, [], always, command_swedish, hint_swedish;
    View 6 WindowCommand English, icon::LANGUAGES, [], always, command_english, hint_english;
    View 6 WindowCommand LessMotion, icon::MOVE, [], always, command_less_motion, hint_less_motion;

    Map 0 CanvasCommand AddCard, icon::PLUS, [], in_file, command_add_card, hint_add_card;
    Map 0 CanvasCommand AddPoint, icon::SMILE, [], has_curve, command_add_point, hint_add_point;
    Map 0 CanvasCommand AddStep, icon::COLUMNS, [], in_file, command_add_step, hint_add_step;
    Map 0 CanvasCommand AddPhaseFirst, icon::CORNER_UP_LEFT, [ctrl_shift(Key::B)], in_file, command_add_phase_first, hint_add_phase_first;
    Map 0 CanvasCommand AddPhaseBefore, icon::CHEVRON_LEFT, [], on_column, command_add_phase_before, hint_add_phase_before;
    Map 0 CanvasCommand AddPhaseAfter, icon::CHEVRON_RIGHT, [], in_file, command_add_phase_after, hint_add_phase_after;
    Map 0 CanvasCommand AddLane(kind: LaneKind), icon::ROWS, [], in_file, command_add_lane, hint_add_lane;
    Map 0 CanvasCommand AddPersona, icon::USER_PLUS, [], in_file, command_add_persona, hint_add_persona;
    Map 0 CanvasCommand OffMap, icon::EYE_OFF, [], on_persona_of_map, command_off_map, hint_off_map;
    Map 0 CanvasCommand DrawCurve(nth: Nth), icon::PENCIL, [bare(Key::Num1), bare(Key::Num2), bare(Key::Num3), bare(Key::Num4), bare(Key::Num5), bare(Key::Num6), bare(Key::Num7), bare(Key::Num8), bare(Key::Num9)], has_curve, command_draw_curve, hint_draw_curve;
    Map 0 CanvasCommand CopyCurve(nth: Nth), icon::COPY, [], has_curve, command_copy_curve, hint_copy_curve;
    Map 1 CanvasCommand AddLoopBack, icon::CORNER_UP_LEFT, [], can_loop_back, command_add_loop_back, hint_add_loop_back;
    Map 1 CanvasCommand AddSkip, icon::SKIP_FORWARD, [], can_skip, command_add_skip, hint_add_skip;
    Map 1 CanvasCommand AddLeave, icon::LOG_OUT, [], can_leave, command_add_leave, hint_add_leave;
    Map 1 CanvasCommand CollapseLane, icon::CHEVRON_UP, [], on_lane, command_collapse_lane, hint_collapse_lane;
    Map 1 CanvasCommand HideLane, icon::EYE_OFF, [], on_lane, command_hide_lane, hint_hide_lane;
    Map 1 CanvasCommand Widths(widths: Widths), icon::COLUMNS, [], in_file, command_widths, hint_widths;
    Map 1 CanvasCommand Details(place: DetailsPlace), icon::FILE_TEXT, [], in_file, command_details, hint_details;
    Map 2 TabCommand AddJourney, icon::MAP, [], in_file, command_add_journey, hint_add_journey;
    Map 2 TabCommand RenameJourney, icon::PENCIL, [], in_editor, command_rename_journey, hint_rename_journey;
    Map 2 TabCommand DuplicateJourney, icon::COPY, [], in_file, command_duplicate_journey, hint_duplicate_journey;
    Map 2 TabCommand MakeFuture, icon::SPARKLES, [], in_file, command_make_future, hint_make_future;
    Map 2 TabCommand Compare, icon::COLUMNS, [ctrl_shift(Key::J)], has_tabs, command_compare, hint_compare;
    Map 2 TabCommand DeleteJourney, icon::TRASH, [], has_tabs, command_delete_journey, hint_delete_journey;
    Map 2 TabCommand NextJourney, icon::CHEVRON_RIGHT, [ctrl(Key::PageDown), ctrl(Key::Tab)], has_tabs, command_next_journey, hint_next_journey;
    Map 2 TabCommand PreviousJourney, icon::CHEVRON_LEFT, [ctrl(Key::PageUp), ctrl_shift(Key::Tab)], has_tabs, command_previous_journey, hint_previous_journey;

    Help 0 WindowCommand Palette, icon::COMMAND, [ctrl(Key::K)], always, command_palette, hint_palette;
    Help 0 WindowCommand Guide, icon::ROUTE, [], always, command_guide, hint_guide;
    Help 0 WindowCommand Keys, icon::KEYBOARD, [bare(Key::F1)], always, command_keys, hint_keys;
    Help 0 CanvasCommand Signs, icon::INFO, [shift(Key::F1)], on_one, command_signs, hint_signs;
    Help 0 WindowCommand Menus, icon::ROWS, [bare(Key::F10)], in_editor, command_menus, hint_menus;
    Help 1 WindowCommand About, icon::INFO, [], always, command_about, hint_about;
}

impl Command {
    /// What it is called.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few commands differ here; the others go by their rows"
    )]
    pub fn label(&self, words: &Words) -> String {
        let label = (self.row().label)(words);
        match self {
            Self::AddLane(kind) => format!("{label}: {}", kind.name(words)),
            Self::Details(place) => format!("{label}: {}", place.name(words)),
            Self::Widths(widths) => format!("{label}: {}", widths.name(words)),
            Self::DrawCurve(nth) | Self::CopyCurve(nth) => format!("{label}: {}", nth.number()),
            Self::Room(room) => format!("{label}: {}", room.label(words)),
            Self::InterfaceSize(size) => {
                format!("{label}: {}", words.percent(f64::from(size.percent())))
            }
            _ => label,
        }
    }

    /// What it is called on the map that is open: with the names of those it is about.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few commands differ here; the others go by their rows"
    )]
    pub fn label_on(&self, words: &Words, state: &State) -> String {
        let scene = state.doc.and_then(|doc| doc.scene.as_deref());
        let named = |nth: &Nth| {
            let (persona, _) = *persons(scene?).get(nth.place())?;
            Some(genitive(&said_name(persona, words), words.lang))
        };
        let said = match self {
            Self::DrawCurve(nth) => named(nth).map(|whose| words.pen_draw(whose)),
            Self::CopyCurve(nth) => named(nth).map(|whose| words.pen_copy(whose)),
            _ => None,
        };
        said.unwrap_or_else(|| self.label(words))
    }

    /// The keys of this very command: those of its row, but where each of several has one.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few commands differ here; the others go by their rows"
    )]
    pub fn keys(&self) -> &'static [KeyboardShortcut] {
        let keys = self.row().keys;
        match self {
            Self::DrawCurve(nth) => keys.get(nth.place()..=nth.place()).unwrap_or_default(),
            Self::Room(room) => keys.get(room.place()..=room.place()).unwrap_or_default(),
            _ => keys,
        }
    }

    /// What those that share its row are called together.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few commands differ here; the others go by their rows"
    )]
    pub fn label_of_all(&self, words: &Words) -> String {
        match self {
            Self::DrawCurve(_) | Self::CopyCurve(_) | Self::Room(_) => (self.row().label)(words),
            _ => self.label(words),
        }
    }

    /// What it does.
    pub fn hint(&self, words: &Words) -> String {
        (self.row().hint)(words)
    }

    /// Can it be done now?
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few commands differ here; the others go by their rows"
    )]
    pub fn is_allowed(&self, state: &State) -> bool {
        (self.row().allowed)(state)
            && match self {
                Self::DrawCurve(nth) => nth_persona(state, *nth).is_some(),
                Self::CopyCurve(nth) => can_copy_from(state, *nth),
                _ => true,
            }
    }

    /// For those that switch something: is it on?
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few commands differ here; the others go by their rows"
    )]
    pub fn is_on(&self, state: &State) -> Option<bool> {
        Some(match self {
            Self::Inspector => state.inspector,
            Self::Room(room) => *room == state.room,
            Self::Gaps => state.room == Room::Gaps,
            Self::GapsOnMap => state.doc.is_some_and(|doc| doc.view().gaps),
            Self::Chain => state.doc.is_some_and(|doc| doc.view().chain),
            Self::FoldCustomers => state.doc.is_some_and(|doc| doc.fold_figures),
            Self::LessMotion => state.less_motion,
            Self::Overview => state.overview,
            Self::InterfaceSize(size) => *size == state.interface_size,
            Self::Story => state.mode == Mode::Pages,
            Self::Workshop => matches!(state.mode, Mode::Workshop { .. }),
            Self::Voting => state.mode == Mode::Workshop { voting: true },
            Self::Compare => state.doc.is_some_and(|doc| doc.comparison.is_some()),
            Self::ThemeSystem => state.theme == ThemeChoice::System,
            Self::ThemeLight => state.theme == ThemeChoice::Light,
            Self::ThemeDark => state.theme == ThemeChoice::Dark,
            Self::ThemeProjector => state.theme == ThemeChoice::Projector,
            Self::Swedish => state.lang == Lang::Sv,
            Self::English => state.lang == Lang::En,
            Self::Details(place) => {
                let journey = state.doc.and_then(Document::shown_journey)?;
                *place == journey.details_place()
            }
            Self::Widths(widths) => {
                let journey = state.doc.and_then(Document::shown_journey)?;
                *widths == journey.widths.clone().unwrap_or(Widths::Free)
            }
            _ => return None,
        })
    }
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}
const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}
const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}
const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}
const fn bare(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

/// Can this be done while two maps are compared, so that they stay in front?
pub(crate) fn leaves_comparison(command: &CanvasCommand) -> bool {
    use CanvasCommand::{Fit, Zoom100, ZoomIn, ZoomOut};
    matches!(command, ZoomIn | ZoomOut | Zoom100 | Fit)
}

#[cfg(test)]
mod tests;
