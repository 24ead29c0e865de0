//! A map as pictures and documents: a project in, bytes out. No window, no clock, and the disk only
//! by way of `file`.
//!
//! [`export`] is the only way in, and [`export_to`] its way to a file. It finds the journeys that are meant ([`Job::journeys`]), leaves
//! out what is not wanted ([`filtered`]), lays out what is left and makes a [`Sheet`] of it; a
//! writer goes through the sheet with [`Sheet::visit`] and draws what it is told: boxes, outlines,
//! bands and texts, in groups that mean something. The same project and options give the same
//! bytes, on every machine with the same fonts.
//!
//! **Adding a format** takes a file with `fn write(job: &Job, out: &mut dyn Write, watch: &mut
//! Watch) -> Result<Report, ExportError>`, a variant of [`Format`] and a row in `FORMATS`. It
//! asks the job for [`Job::sheet`] where it holds one journey and for [`Job::sheets`] where it holds
//! all; tables read [`Job::journeys`]. What can tell a story has a second such function, which goes
//! through the pages of a presentation (`story::Slides`) with [`scene::walk`](crate::scene::walk). It calls `watch` now and then, so that it can be stopped.

mod calendar;
mod chart_sheet;
mod error;
mod escape;
mod filter;
mod glyphs;
mod html;
mod options;
mod outlines;
mod paper;
mod paper_plan;
mod pdf;
mod pixels;
mod png;
pub(crate) mod pptx;
mod shown;
mod small;
mod story;
mod svg;
mod tables;
mod tasks;
mod to_file;

pub use chart_sheet::charts_of;
pub use error::ExportError;
pub use filter::{filtered, one_phase};
pub use options::{Compare, Options, PngSize, SheetKind, TableKind, ViewChoice};
pub use paper::{PageSize, Paper};
pub use paper_plan::{PaperPlan, PlannedPaper, SmallText, paper_plan};
pub use shown::{Compared, journey as journey_named};
pub use small::corner;
pub use story::{page_count, page_file, page_files, pictures};
pub use tables::{Separator, TableError};
pub use tasks::{TaskExport, TaskFormat, TaskReport, export_tasks};
pub use to_file::export_to;

use crate::insight::{GapRule, gaps};
use crate::model::{Id, Journey, Part, Project, View};
use crate::scene::sheet;
use crate::scene::{Frame, GapMarks, Layout, Scene, Sheet, Theme};
use crate::words::{Lang, Words};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a map can become. Settings name it by how its files end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Format {
    /// A document to mail and to print.
    Pdf,
    /// A picture.
    Png,
    /// A drawing for browsers, Inkscape and slides.
    Svg,
    /// Slides to be shown and changed in PowerPoint, Keynote and Impress: only of the presentation.
    Pptx,
    /// A page for browsers with all journeys, for those without the program.
    Html,
    /// A workbook for Excel.
    Xlsx,
    /// A table for any program.
    Csv,
    /// An outline.
    Markdown,
}

/// Writes what is to be exported.
type Writer = fn(&Job<'_>, &mut dyn Write, &mut Watch<'_>) -> Result<Report, ExportError>;

/// What there is to know of a format: arguments, help, dialog, settings and checks read it here.
struct Row {
    format: Format,
    /// As people say it.
    name: &'static str,
    /// How its files end.
    extension: &'static str,
    /// Who writes the map, and in which form; none: it is only for presentations.
    map: Option<(Form, Writer)>,
    /// Who writes the presentation, and on how many files; none: it is only for maps.
    story: Option<(Files, Writer)>,
    /// A file holds the maps of all journeys, not of one.
    all_journeys: bool,
}

/// What a map becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// It is drawn, in colours.
    Drawing,
    /// It is told in rows or in words.
    Table,
}

/// How many files the pages of a presentation become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    /// One with all of them.
    One,
    /// One for each of them.
    Several,
}

/// All formats, in the order they are offered in.
#[rustfmt::skip]
const FORMATS: &[Row] = {
    use Files::{One, Several};
    use Form::{Drawing, Table};
    &[
        Row { format: Format::Pdf, name: "PDF", extension: "pdf", map: Some((Drawing, pdf::write)), story: Some((One, pdf::write_story)), all_journeys: true },
        Row { format: Format::Png, name: "PNG", extension: "png", map: Some((Drawing, png::write)), story: Some((Several, story::write_picture)), all_journeys: false },
        Row { format: Format::Svg, name: "SVG", extension: "svg", map: Some((Drawing, svg::write)), story: None, all_journeys: false },
        Row { format: Format::Pptx, name: "PPTX", extension: "pptx", map: None, story: Some((One, pptx::write)), all_journeys: false },
        Row { format: Format::Html, name: "HTML", extension: "html", map: Some((Drawing, html::write)), story: None, all_journeys: true },
        Row { format: Format::Xlsx, name: "Excel", extension: "xlsx", map: Some((Table, tables::write_xlsx)), story: None, all_journeys: true },
        Row { format: Format::Csv, name: "CSV", extension: "csv", map: Some((Table, tables::write_csv)), story: None, all_journeys: false },
        Row { format: Format::Markdown, name: "Markdown", extension: "md", map: Some((Table, tables::write_markdown)), story: None, all_journeys: true },
    ]
};

/// Is told how far an export has come, 0 to 1, and says whether to go on.
pub type Watch<'a> = dyn FnMut(f32) -> bool + 'a;

/// What an export says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How large a picture became, in pixels.
    pub pixels: Option<(u32, u32)>,
    /// How many pages a document has.
    pub pages: Option<usize>,
    /// A page is smaller than the map at 100 %, since no reader takes so large a page.
    pub shrunk: bool,
    /// Texts are too small to be read on the paper that was chosen.
    pub small: Option<SmallText>,
}

impl Format {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|row| row.format)
    }

    /// The format of files that end in `extension` (`svg`, `SVG`).
    pub fn of_extension(extension: &str) -> Option<Self> {
        let row = FORMATS.iter().find(|row| row.extension.eq_ignore_ascii_case(extension));
        row.map(|row| row.format)
    }

    fn row(self) -> Option<&'static Row> {
        FORMATS.iter().find(|row| row.format == self)
    }

    /// What people call it: `SVG`.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// How files of it end: `svg`.
    pub fn extension(self) -> &'static str {
        self.row().map_or("", |row| row.extension)
    }

    /// Can a presentation become it?
    pub fn tells_stories(self) -> bool {
        self.row().is_some_and(|row| row.story.is_some())
    }

    /// Can a map become it?
    pub fn shows_maps(self) -> bool {
        self.row().is_some_and(|row| row.map.is_some())
    }

    /// Is it drawn in colours, and not a table or a text? Presentations always are.
    pub fn is_drawn(self) -> bool {
        self.row().is_some_and(|row| row.map.is_none_or(|(form, _)| form == Form::Drawing))
    }

    /// Can it be of a chart instead of the map?
    pub fn draws_charts(self) -> bool {
        matches!(self, Self::Pdf | Self::Png | Self::Svg)
    }

    /// Does a file of it hold the maps of several journeys?
    pub fn holds_several(self) -> bool {
        self.row().is_some_and(|row| row.all_journeys)
    }

    /// Does it become several files, one for each page?
    pub fn is_many(self, options: &Options) -> bool {
        let files = self.row().and_then(|row| row.story);
        options.story && files.is_some_and(|(files, _)| files == Files::Several)
    }
}

impl TryFrom<String> for Format {
    type Error = String;

    fn try_from(extension: String) -> Result<Self, String> {
        Self::of_extension(&extension).ok_or(extension)
    }
}

impl From<Format> for &'static str {
    fn from(format: Format) -> Self {
        format.extension()
    }
}

/// Writes `project` as `format` to `out`, and says what came of it. What was written before an
/// error is of no use.
pub fn export(
    project: &Arc<Project>,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let Some(row) = format.row() else {
        return Ok(Report::default());
    };
    let (map, story) = (row.map.map(|(_, map)| map), row.story.map(|(_, story)| story));
    let writer = if options.story { story } else { map.or(story) };
    let writer = writer.ok_or_else(|| {
        let able = FORMATS.iter().filter(|row| row.story.is_some());
        ExportError::NoStory(able.map(|row| row.extension).collect())
    })?;
    let map = Options { what: SheetKind::Map, ..options.clone() };
    let options = if format.draws_charts() { options } else { &map };
    with_job(project, options, |job| {
        if !watch(0.0) {
            return Err(ExportError::Stopped);
        }
        // A library that meets what it does not expect would end the program, and the user's work
        // with it.
        let written = catch_unwind(AssertUnwindSafe(|| writer(job, out, watch)));
        written.unwrap_or_else(|_| Err(ExportError::Unexpected(row.extension.into())))
    })
}

/// Finds out what is meant, and does `work` with it.
fn with_job<T>(
    project: &Arc<Project>,
    options: &Options,
    work: impl FnOnce(&Job<'_>) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    let lang = options.lang.or_else(|| Some(Lang::from_code(project.language.as_deref()?)));
    let words = Words::new(lang.unwrap_or(Lang::En));
    let compared = shown::differences(project, options)?;
    let (project, options) = shown::compared(project, options, &words)?;
    let whole = project.clone();
    let project = filtered(&project, &options)?;
    let (project, views) = shown::viewed(&project, &options)?;
    let theme = Theme::new(options.theme);
    work(&Job {
        project: &project,
        whole: &whole,
        options: &options,
        views,
        compared,
        theme,
        words,
    })
}

/// What is to be exported.
pub struct Job<'a> {
    /// With only those lanes and personas that are wanted.
    pub project: &'a Arc<Project>,
    /// With all of them: what is counted is told of all.
    pub whole: &'a Arc<Project>,
    /// How.
    pub options: &'a Options,
    /// What of each journey is shown; one that is not there is shown whole.
    pub views: HashMap<Id, Arc<View>>,
    /// Where the map is of two journeys: what is different between them.
    pub compared: Option<Compared>,
    /// In which colours.
    pub theme: Theme,
    /// In which language.
    pub words: Words,
}

impl Job<'_> {
    /// The journeys that are meant: the one that was named, or all; at least one.
    pub fn journeys(&self) -> Result<Vec<Arc<Journey>>, ExportError> {
        let all = &self.project.journeys;
        let Some(name) = &self.options.journey else {
            return match all.is_empty() {
                true => Err(ExportError::NoJourneys),
                false => Ok(all.to_vec()),
            };
        };
        Ok(vec![shown::journey(self.project, name)?.clone()])
    }

    /// The sheet of the journey that was named, or of the first.
    pub fn sheet(&self) -> Result<Sheet, ExportError> {
        let journeys = self.journeys()?;
        let first = journeys.first().ok_or(ExportError::NoJourneys)?;
        self.laid_out(&mut Layout::new(), first)
    }

    /// The sheets of all journeys that are meant; of charts those that show something, if any does.
    pub fn sheets(&self) -> Result<Vec<Sheet>, ExportError> {
        let mut layout = Layout::new();
        let (mut sheets, mut none) = (Vec::new(), None);
        for journey in self.journeys()? {
            match self.laid_out(&mut layout, &journey) {
                Err(error @ ExportError::NoChart(_)) => none = none.or(Some(error)),
                made => sheets.push(made?),
            }
            // Interviews are the project's, whatever the map: the chart is the same for all.
            if self.options.what == SheetKind::Saturation && !sheets.is_empty() {
                break;
            }
        }
        match none.filter(|_| sheets.is_empty()) {
            Some(error) => Err(error),
            None => Ok(sheets),
        }
    }

    fn laid_out(&self, layout: &mut Layout, journey: &Journey) -> Result<Sheet, ExportError> {
        self.sheet_of(layout, self.project, &journey.id)?.ok_or(ExportError::NoJourneys)
    }

    /// The sheet of a journey of `project`; none where it has no such journey.
    fn sheet_of(
        &self,
        layout: &mut Layout,
        project: &Arc<Project>,
        journey: &Id,
    ) -> Result<Option<Sheet>, ExportError> {
        layout.view = self.views.get(journey).cloned().unwrap_or_default();
        if !self.options.prompts && layout.view.shows(&Part::Prompts) {
            // Nor do lanes keep room for them.
            Arc::make_mut(&mut layout.view).off.push(Part::Prompts);
        }
        if self.options.chain && !layout.view.chain {
            Arc::make_mut(&mut layout.view).chain = true;
        }
        layout.whole = self.whole_of(project, journey);
        layout.fold_figures = self.options.fold_customers;
        let text_scale = self.theme.text_scale();
        let Some(scene) = layout.scene(project, journey, &self.words, text_scale) else {
            return Ok(None);
        };
        if let Some(sheet) = chart_sheet::chart_sheet(self, layout, &scene)? {
            return Ok(Some(sheet));
        }
        let no_head = self.options.no_title;
        let (no_legend, logo) = (self.options.no_legend, self.options.logo.clone());
        let prompts = self.options.prompts;
        let gaps = self.gaps(layout, &scene);
        let frame = Frame { no_head, prompts, gaps, no_legend, date: self.date(), logo };
        Ok(Some(sheet(&scene, &self.words, &frame)))
    }

    /// The marks of gaps on a scene, where they are asked for: gaps are those of the whole map.
    fn gaps(&self, layout: &mut Layout, scene: &Scene) -> Option<Arc<GapMarks>> {
        if !self.options.gaps && !scene.view.gaps {
            return None;
        }
        let today = self.options.today.unwrap_or(Date::MIN);
        let (_, journey) = self.whole.journey(&scene.journey.id)?;
        let gaps = gaps(self.whole, journey, today, &GapRule::chosen(self.whole));
        Some(Arc::new(layout.gap_marks(scene, &gaps, &self.words)))
    }

    /// The journey as it is in the whole map, whose figures are told; none where `project` is whole.
    fn whole_of(&self, project: &Arc<Project>, journey: &Id) -> Option<Arc<Journey>> {
        let is_part = !Arc::ptr_eq(project, self.whole);
        let whole = self.whole.journey(journey).filter(|_| is_part);
        whole.map(|(_, whole)| whole.clone())
    }

    /// What stands in the footer as the date: what was asked for, or the day of the last edit.
    pub fn date(&self) -> String {
        if let Some(date) = &self.options.date {
            return date.clone();
        }
        let day = self.project.edited.as_deref().and_then(|edited| edited.get(..10));
        day.map_or_else(String::new, |day| self.words.sheet_edited(day))
    }
}
