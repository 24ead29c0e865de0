//! What can be chosen for an export.

use super::paper::PageSize;
use super::tables::Separator;
use crate::insight::How;
use crate::model::{Id, View};
use crate::scene::{Picture, ThemeKind};
use crate::words::Lang;
use jiff::civil::Date;

/// What can be chosen for an export. Formats pass over what does not concern them.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// A journey by its id, its title or its number (from 1); none: the first, or all where the
    /// format holds several.
    pub journey: Option<String>,
    /// What is drawn of it in PDF, PNG and SVG.
    pub what: SheetKind,
    /// What of it is shown; none: all of it.
    pub view: Option<ViewChoice>,
    /// Two journeys on one map, instead of one or all.
    pub compare: Option<Compare>,
    /// The colours, and how large texts are.
    pub theme: ThemeKind,
    /// The language of what the program says in it; none: the project's, else English.
    pub lang: Option<Lang>,
    /// Only these lanes, by title, kind's name or id; empty: those that are shown.
    pub lanes: Vec<String>,
    /// Only what concerns these personas, by name or id; empty: all.
    pub personas: Vec<String>,
    /// Leave out title, kind, purpose and personas.
    pub no_title: bool,
    /// Leave out what the signs mean.
    pub no_legend: bool,
    /// Show the questions that help to fill empty cells: a poster for a workshop.
    pub prompts: bool,
    /// Show where the map has gaps, also where the view does not.
    pub gaps: bool,
    /// Show which activity leads to which, also where the view does not.
    pub chain: bool,
    /// The day that dates are compared with; none: nothing is overdue.
    pub today: Option<Date>,
    /// Customers stand on one line, not as a funnel: paper has room for it, a slide may not.
    pub fold_customers: bool,
    /// What stands in the footer as the date, empty for none; none: the day of the last edit.
    pub date: Option<String>,
    /// A logo below the map.
    pub logo: Option<Picture>,
    /// No paper behind the map.
    pub transparent: bool,
    /// What a CSV file lists.
    pub table: TableKind,
    /// What stands between the fields of a CSV file; none: as Excel in the language expects.
    pub separator: Option<Separator>,
    /// The pages the journey is presented with, not its map.
    pub story: bool,
    /// What the presenter is to say stands with each of them.
    pub notes: bool,
    /// The size of pages.
    pub page: PageSize,
    /// The map as large as on a page of that size, cut into papers of this size.
    pub tile: Option<PageSize>,
    /// Also the pages of each phase: as they are presented with their details, or its map alone where
    /// something is shown that only a map shows.
    pub phase_pages: bool,
    /// How large a picture is; none: twice the size at 100 %, or what is possible.
    pub size: Option<PngSize>,
    /// Texts stay texts in SVG, for those who want to edit them: they look right only where the
    /// fonts are installed.
    pub real_text: bool,
}

/// What of a map is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewChoice {
    /// The saved view with this name or id; journeys without it are shown whole.
    Named(String),
    /// This of the journey with this id.
    Shown(Id, Box<View>),
}

/// Two journeys to be shown on one map, each by its id, its title or its number (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The one.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they are shown.
    pub how: How,
}

/// What is drawn of a journey.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SheetKind {
    /// The map.
    #[default]
    Map,
    /// Its opportunities, by value and effort.
    Matrix,
    /// Its opportunities, by status.
    Board,
    /// What each source has told of each phase.
    Coverage,
    /// Whether interviews still bring anything new.
    Saturation,
}

/// What a CSV file lists: one of what a workbook has as sheets.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum TableKind {
    /// A row for each card, with all that is known of it.
    #[default]
    List,
    /// Lanes below each other, steps beside each other.
    Grid,
    /// The phases, each with its steps, and their figures.
    Phases,
    /// Where customers go back, skip ahead and leave.
    Transitions,
    /// Whose journeys they are.
    Personas,
    /// What could be done.
    Opportunities,
    /// Who does what by when.
    Tasks,
    /// What the maps are founded on.
    Sources,
    /// What was taken out of sources.
    Passages,
    /// What recurs over sources.
    Themes,
}

impl TableKind {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 10] = [
        Self::List,
        Self::Grid,
        Self::Phases,
        Self::Transitions,
        Self::Personas,
        Self::Opportunities,
        Self::Tasks,
        Self::Sources,
        Self::Passages,
        Self::Themes,
    ];
}

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PngSize {
    /// Pixels for each document unit: 1 is the map at 100 %.
    Scale(f64),
    /// Pixels for each inch on paper: 96 is the map at 100 %.
    Dpi(f64),
    /// Pixels from left to right.
    Width(u32),
    /// As where nothing is asked for, but no wider and no higher than these pixels.
    Within(u32, u32),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            journey: None,
            what: SheetKind::default(),
            view: None,
            compare: None,
            theme: ThemeKind::Light,
            lang: None,
            lanes: Vec::new(),
            personas: Vec::new(),
            no_title: false,
            no_legend: false,
            prompts: false,
            gaps: false,
            chain: false,
            today: None,
            fold_customers: false,
            date: None,
            logo: None,
            transparent: false,
            table: TableKind::default(),
            separator: None,
            story: false,
            notes: false,
            page: PageSize::default(),
            tile: None,
            phase_pages: false,
            size: None,
            real_text: false,
        }
    }
}
