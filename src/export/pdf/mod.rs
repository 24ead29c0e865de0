//! A map as PDF: text that can be searched and copied, fonts with only the glyphs in use, bookmarks
//! for phases, tags for screen readers; on one page, scaled to a paper, or on several to be glued.

mod pages;
mod pdf_pen;
mod phase_map;
mod phase_pages;
mod tags;

pub(in crate::export) use super::pdf::pages::write_story;

use super::filter::one_phase;
use super::paper::{self, PaperPage, PaperTile};
use super::pdf::pdf_pen::PdfPen;
use super::story::Slides;
use super::{ExportError, Job, Report, SheetKind, Watch};
use crate::model::{Journey, plain_text};
use crate::scene::{Align, Face, Item, Layout, Role, Sheet, TextEngine, TextStyle, Visit, walk};
use crate::words::phase_name;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla::{Document, SerializeSettings};
use std::io::Write;
use std::sync::Arc;
use tags::Tags;

/// How long the marks to cut by are, in points.
const MARK: f32 = 12.0;
/// How thick they are, in points.
const HAIR: f32 = 0.5;

/// Writes the journeys that are meant.
pub(in crate::export) fn write(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let mut book = Book::new(job);
    let sheets = job.sheets()?;
    let count = sheets.len() as f32;
    for (index, sheet) in sheets.into_iter().enumerate() {
        let done = 0.9 * index as f32 / count;
        if !watch(done) {
            return Err(ExportError::Stopped);
        }
        book.journey(&sheet, &mut |part| watch(done + 0.9 * part / count))?;
    }
    book.finish(&job.journeys()?, out)
}

/// What a document says of itself.
fn metadata(job: &Job<'_>, journeys: &[Arc<Journey>]) -> Result<Metadata, ExportError> {
    let first = journeys.first().ok_or(ExportError::NoJourneys)?;
    let titles = [first.title.trim(), job.project.title.trim()];
    // The project's title where it stands for several journeys.
    let order = if journeys.len() > 1 { [1, 0] } else { [0, 1] };
    let title = order.into_iter().map(|index| titles[index]).find(|title| !title.is_empty());
    let mut about = Metadata::new()
        .title(title.map_or_else(
            || job.words.window_untitled_journey(),
            |title| plain_text(title).into_owned(),
        ))
        .creator("Kundresa".into())
        .language(job.words.lang.code().into());
    if !first.purpose.trim().is_empty() {
        about = about.description(plain_text(first.purpose.trim()).into_owned());
    }
    if let Some(date) = job.project.edited.as_deref().and_then(date) {
        about = about.creation_date(date);
    }
    Ok(about)
}

/// A date and time as RFC 3339 writes it, to the second; the file's last edit, never now.
fn date(text: &str) -> Option<DateTime> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
    let small = |from: usize, to: usize| part(from, to).and_then(|n| u8::try_from(n).ok());
    let date = DateTime::new(part(0, 4)?).month(small(5, 7)?).day(small(8, 10)?);
    let (Some(hour), Some(minute), Some(second)) = (small(11, 13), small(14, 16), small(17, 19))
    else {
        return Some(date);
    };
    Some(date.hour(hour).minute(minute).second(second).utc_offset_hour(0).utc_offset_minute(0))
}

/// A document in the making.
struct Book<'a> {
    job: &'a Job<'a>,
    pdf: Document,
    pen: PdfPen<'a>,
    tags: Tags,
    outline: Outline,
    engine: TextEngine,
    report: Report,
    pages: usize,
}

impl<'a> Book<'a> {
    fn new(job: &'a Job<'a>) -> Self {
        let settings = SerializeSettings { enable_tagging: true, ..Default::default() };
        let mut engine = TextEngine::new();
        engine.lang = job.words.lang;
        Self {
            job,
            pdf: Document::new_with(settings),
            pen: PdfPen::new(&job.theme),
            tags: Tags::default(),
            outline: Outline::new(),
            engine,
            report: Report::default(),
            pages: 0,
        }
    }

    /// Writes what was made of these journeys.
    fn finish(
        mut self,
        journeys: &[Arc<Journey>],
        out: &mut dyn Write,
    ) -> Result<Report, ExportError> {
        self.pdf.set_outline(self.outline);
        self.pdf.set_tag_tree(self.tags.finish(self.job.words.lang.code()));
        self.pdf.set_metadata(metadata(self.job, journeys)?);
        let bytes = self.pdf.finish();
        let bytes = bytes.map_err(|error| ExportError::Unexpected(format!("{error:?}")))?;
        out.write_all(&bytes)?;
        Ok(self.report)
    }

    /// A journey: the whole of it on one page or several, then each phase if that is wanted.
    fn journey(&mut self, sheet: &Sheet, watch: &mut Watch<'_>) -> Result<(), ExportError> {
        let options = self.job.options;
        let title = sheet.scene.journey.title.trim();
        let title = if title.is_empty() {
            self.job.words.window_untitled_journey()
        } else {
            title.to_owned()
        };
        let first = self.pages;
        let pages = match options.tile {
            None => vec![paper::whole(sheet.size, options.page)],
            Some(tile) => {
                let pages = paper::tiles(sheet.size, options.page, tile);
                pages.ok_or(ExportError::TooManyPages(paper::MOST))?
            }
        };
        if let [page, _, ..] = &pages[..] {
            self.overview(sheet, page, &pages)?;
        }
        let count = pages.len() as f32;
        for (index, page) in pages.iter().enumerate() {
            if !watch(index as f32 / count) {
                return Err(ExportError::Stopped);
            }
            self.page(&sheet.items, page)?;
        }
        let scale = pages.first().map_or(paper::UNIT, |page| page.scale);
        self.report.note_small(sheet, scale, options.page);
        let shrunk = pages.iter().any(PaperPage::is_shrunk);
        self.report.shrunk |= shrunk;

        let mut node = bookmark(&title, to(first, Vec2::ZERO)).with_open(true);
        let on_first = if pages.len() > 1 { None } else { pages.first() };
        let columns = sheet.scene.columns.clone();
        let journey = sheet.scene.journey.clone();
        let is_map = options.what == SheetKind::Map;
        let phases = journey.phases.iter().zip(&columns.phases).filter(|_| is_map);
        for (phase, column) in phases {
            let name = phase_name(phase, &self.job.words);
            let header = pos2(column.x, sheet.scene.header_y) + sheet.map_at;
            let place = match on_first {
                Some(page) => to(first, header.to_vec2() * page.scale + page.at),
                None => to(first + 1 + holds(&pages, header), Vec2::ZERO),
            };
            node.push_child(bookmark(&name, place));
        }
        if options.phase_pages && is_map {
            self.phases(&journey, &mut node, watch)?;
        }
        self.outline.push_child(node);
        Ok(())
    }

    /// The pages of each phase. What only a map shows is on a map of the phase.
    fn phases(
        &mut self,
        journey: &Arc<Journey>,
        node: &mut OutlineNode,
        watch: &mut Watch<'_>,
    ) -> Result<(), ExportError> {
        let (job, options) = (self.job, self.job.options);
        let is_map = options.prompts || options.gaps || options.chain || job.compared.is_some();
        let (mut layout, mut slides) = (Layout::new(), None);
        for phase in &journey.phases {
            if !watch(1.0) {
                return Err(ExportError::Stopped);
            }
            let name = job.words.export_phase_page(phase_name(phase, &job.words));
            node.push_child(bookmark(&name, to(self.pages, Vec2::ZERO)));
            if is_map {
                let alone = one_phase(job.project, &journey.id, &phase.id);
                let filling = phase_map::filling(job, &mut layout, &alone, &journey.id)?;
                let Some((sheet, page)) = filling else { continue };
                self.report.note_small(&sheet, page.scale, options.page);
                self.page(&sheet.items, &page)?;
            } else {
                let slides = slides.get_or_insert_with(|| Slides::of_phases(job, journey));
                self.phase_sheets(&slides.of_phase(&phase.id))?;
            }
        }
        Ok(())
    }

    /// Begins a page and paints what is behind everything, then lets `draw` draw on it.
    fn start(
        &mut self,
        size: Vec2,
        draw: impl FnOnce(&mut PdfPen<'a>, &mut Tags, &mut TextEngine, &mut Surface<'_>),
    ) -> Result<(), ExportError> {
        let settings = PageSettings::from_wh(size.x, size.y);
        let settings = settings.ok_or(ExportError::TooSmall(size.x.into(), size.y.into()))?;
        let mut page = self.pdf.start_page_with(settings);
        let mut surface = page.surface();
        if !self.job.options.transparent {
            self.tags.decoration(&mut surface);
            self.pen.fill(&mut surface, Rect::from_min_size(Pos2::ZERO, size), Role::Paper);
            self.tags.end_page(&mut surface);
        }
        draw(&mut self.pen, &mut self.tags, &mut self.engine, &mut surface);
        surface.finish();
        page.finish();
        self.pages += 1;
        self.report.pages = Some(self.pages);
        Ok(())
    }

    /// A page that shows a part of a sheet's items.
    fn page(&mut self, items: &[Item], page: &PaperPage) -> Result<(), ExportError> {
        let label = page.tile.map(|tile| self.label(tile));
        self.start(page.size, |pen, tags, engine, surface| {
            draw_tagged(items, page, pen, tags, surface);
            tags.end_page(surface);
            if let Some((tile, label)) = page.tile.zip(label) {
                tags.decoration(surface);
                marks(pen, surface, page, tile);
                let at = pos2(page.window.left(), page.window.bottom() + 6.0);
                written(pen, engine, surface, &label, 8.0, at, false);
                tags.end_page(surface);
            }
        })
    }

    /// The page in front of several: the whole map, and which paper shows what of it.
    fn overview(
        &mut self,
        sheet: &Sheet,
        paper: &PaperPage,
        pages: &[PaperPage],
    ) -> Result<(), ExportError> {
        let room = paper.size - Vec2::splat(2.0 * paper::MARGIN);
        let scale = (room / sheet.size.max(Vec2::splat(1.0))).min_elem();
        let at = (paper.size - sheet.size * scale) / 2.0;
        let window = Rect::from_min_size(Pos2::ZERO, paper.size);
        let page = PaperPage { size: paper.size, scale, at, window, tile: None };
        self.start(page.size, |pen, tags, engine, surface| {
            // The papers themselves are what is read.
            tags.decoration(surface);
            draw_items(&sheet.items, &page, surface, &mut |surface, visit| {
                if let Visit::Draw(item, by) | Visit::Shadow(item, by) = visit {
                    pen.item(surface, item, by);
                }
            });
            for one in pages {
                let part = one.part();
                let corner = |doc: Pos2| (doc.to_vec2() * scale + at).to_pos2();
                let rect = Rect::from_min_max(corner(part.min), corner(part.max));
                for (from, to) in [
                    (rect.left_top(), rect.right_top()),
                    (rect.right_top(), rect.right_bottom()),
                    (rect.right_bottom(), rect.left_bottom()),
                    (rect.left_bottom(), rect.left_top()),
                ] {
                    pen.line(surface, from, to, 1.0, Role::Accent);
                }
                let number = one.tile.map_or(0, PaperTile::number).to_string();
                let size = (rect.size().min_elem() * 0.3).clamp(6.0, 40.0);
                written(pen, engine, surface, &number, size, rect.center(), true);
            }
            tags.end_page(surface);
        })
    }

    fn label(&self, tile: PaperTile) -> String {
        let count = tile.rows * tile.columns;
        let [number, count, row, column] =
            [tile.number(), count, tile.row + 1, tile.column + 1].map(|n| n.to_string());
        self.job.words.export_tile(number, count, row, column)
    }
}

/// Draws what of a sheet's items a page shows, and tells screen readers of it.
fn draw_tagged(
    items: &[Item],
    page: &PaperPage,
    pen: &mut PdfPen<'_>,
    tags: &mut Tags,
    surface: &mut Surface<'_>,
) {
    draw_items(items, page, surface, &mut |surface, visit| match visit {
        Visit::Begin(group, _) => tags.begin(surface, group),
        Visit::Draw(item, by) | Visit::Shadow(item, by) => {
            tags.draw(surface);
            pen.item(surface, item, by);
        }
        Visit::End(group) => tags.end(surface, group),
    });
}

/// Goes through what of a sheet's items a page shows, with the sheet's units in force.
fn draw_items(
    items: &[Item],
    page: &PaperPage,
    surface: &mut Surface<'_>,
    see: &mut dyn FnMut(&mut Surface<'_>, Visit<'_>),
) {
    let mut window = PathBuilder::new();
    let Rect { min, max } = page.window;
    let shown = krilla::geom::Rect::from_ltrb(min.x, min.y, max.x, max.y);
    shown.into_iter().for_each(|shown| window.push_rect(shown));
    let Some(window) = window.finish() else { return };
    surface.push_clip_path(&window, &FillRule::NonZero);
    let Vec2 { x, y } = page.at;
    surface.push_transform(&Transform::from_row(page.scale, 0.0, 0.0, page.scale, x, y));
    let seen = walk(items, Some(page.part()), &mut |visit| {
        see(surface, visit);
        Ok::<(), std::convert::Infallible>(())
    });
    let Ok(()) = seen;
    surface.pop();
    surface.pop();
}

/// Where to cut, and from where on the next paper lies over this one.
fn marks(pen: &PdfPen<'_>, surface: &mut Surface<'_>, page: &PaperPage, tile: PaperTile) {
    let window = page.window;
    let mut mark = |from: Pos2, by: Vec2| pen.line(surface, from, from + by, HAIR, Role::Muted);
    for (corner, out) in [
        (window.left_top(), vec2(-1.0, -1.0)),
        (window.right_top(), vec2(1.0, -1.0)),
        (window.left_bottom(), vec2(-1.0, 1.0)),
        (window.right_bottom(), vec2(1.0, 1.0)),
    ] {
        mark(corner + vec2(out.x * 2.0, 0.0), vec2(out.x * MARK, 0.0));
        mark(corner + vec2(0.0, out.y * 2.0), vec2(0.0, out.y * MARK));
    }
    if tile.column + 1 < tile.columns {
        let x = window.right() - tile.overlap.x;
        mark(pos2(x, window.top() - 2.0), vec2(0.0, -MARK / 2.0));
        mark(pos2(x, window.bottom() + 2.0), vec2(0.0, MARK / 2.0));
    }
    if tile.row + 1 < tile.rows {
        let y = window.bottom() - tile.overlap.y;
        mark(pos2(window.left() - 2.0, y), vec2(-MARK / 2.0, 0.0));
        mark(pos2(window.right() + 2.0, y), vec2(MARK / 2.0, 0.0));
    }
}

/// A short text of our own, from `at` or with its middle there; `size` in points.
fn written(
    pen: &mut PdfPen<'_>,
    engine: &mut TextEngine,
    surface: &mut Surface<'_>,
    text: &str,
    size: f32,
    at: Pos2,
    middle: bool,
) {
    let face = if middle { Face::SemiBold } else { Face::Regular };
    let style = TextStyle { face, size, line_height: size * 1.25, align: Align::Start };
    let text = engine.layout(text, &style, None);
    let at = if middle { at - text.size / 2.0 } else { at };
    let role = if middle { Role::Accent } else { Role::Muted };
    pen.text(surface, &text, at, role.into());
}

/// The first of `pages` that shows `at` (document units).
fn holds(pages: &[PaperPage], at: Pos2) -> usize {
    pages.iter().position(|page| page.part().contains(at)).unwrap_or_default()
}

fn bookmark(name: &str, place: XyzDestination) -> OutlineNode {
    OutlineNode::new(plain_text(name).into_owned(), place)
}

fn to(page: usize, at: Vec2) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(at.x.max(0.0), at.y.max(0.0)))
}
