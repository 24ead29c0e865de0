//! What an export will look like, worked out on a thread by the writers themselves.

use super::on_paper::on_paper_ui;
use super::picture::picture_of;
use super::presentation::pages_of;
use super::running::Progress;
use crate::export::{
    ExportError, Format, Options, PaperPlan, PngSize, SheetKind, export, paper_plan,
};
use crate::model::Project;
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::regular;
use crate::words::Words;
use egui::{
    Align2, ColorImage, Rect, RichText, ScrollArea, Stroke, StrokeKind, TextureHandle,
    TextureOptions, Ui, UiBuilder, Vec2, vec2,
};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Of a table or a text only the beginning is shown: so many lines, and letters of each.
const LINES: usize = 60;
const LETTERS: usize = 160;

pub(super) struct Preview {
    wanted: Option<(Format, Options)>,
    /// Of the thread that works on what is wanted.
    progress: Arc<Progress>,
    shown: Option<Shown>,
    sender: Sender<(Arc<Progress>, Result<Made, String>)>,
    receiver: Receiver<(Arc<Progress>, Result<Made, String>)>,
}

/// What a thread has made.
enum Made {
    /// And how many pages come after those in it.
    Picture(ColorImage, usize),
    /// And how it lies on paper.
    OnPaper(ColorImage, PaperPlan),
    Text(String),
}

/// What is on the screen.
enum Shown {
    Picture(TextureHandle, usize),
    OnPaper(TextureHandle, PaperPlan),
    Text(String),
    Failed(String),
}

impl Default for Preview {
    fn default() -> Self {
        let (sender, receiver) = channel();
        let progress = Arc::default();
        Self { wanted: None, progress, shown: None, sender, receiver }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.progress.stop();
    }
}

impl Preview {
    /// Begins to make what is wanted, where it is something else than before, and takes what is made.
    pub(super) fn follow(
        &mut self,
        ctx: &egui::Context,
        cx: &Context,
        project: &Arc<Project>,
        (format, options): (Format, &Options),
        size: Vec2,
    ) {
        self.want(ctx, cx.words, project, (format, options), room_in(size));
        self.take(ctx);
    }

    /// What there is to be warned of: texts too small to be read on the paper that is chosen.
    pub(super) fn warning(&self, words: &Words) -> Option<String> {
        match &self.shown {
            Some(Shown::OnPaper(_, plan)) => plan.small.map(|small| small.text(words)),
            Some(Shown::Picture(..) | Shown::Text(_) | Shown::Failed(_)) | None => None,
        }
    }

    /// Shows it in `size`; what it shows stays until what is wanted now is there.
    pub(super) fn preview_ui(&self, ui: &mut Ui, cx: &Context, size: Vec2) {
        let room = room_in(size);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        let label = cx.words.export_dialog_preview();
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &label));
        let theme = cx.theme;
        let edge = Stroke::new(1.0, theme.color(Role::Hairline));
        ui.painter().rect(rect, 8.0, theme.color(Role::Chip), edge, StrokeKind::Inside);
        match &self.shown {
            None => {}
            Some(Shown::Picture(texture, more)) => {
                let scale = (room / texture.size_vec2()).min_elem();
                let place = Rect::from_center_size(rect.center(), texture.size_vec2() * scale);
                egui::Image::new(texture).paint_at(ui, place);
                // Pages beside each other are told apart by their paper.
                if !self.wanted.as_ref().is_some_and(|(_, options)| options.story) {
                    ui.painter().rect_stroke(place, 0.0, edge, StrokeKind::Outside);
                }
                if *more > 0 {
                    let at = rect.center_bottom() - vec2(0.0, 2.0);
                    let (text, muted) = (cx.words.handouts_more(*more), theme.color(Role::Muted));
                    ui.painter().text(at, Align2::CENTER_BOTTOM, text, regular(12.0), muted);
                }
            }
            Some(Shown::OnPaper(texture, plan)) => {
                on_paper_ui(ui, cx, Rect::from_center_size(rect.center(), room), texture, plan);
            }
            Some(Shown::Text(text)) => {
                let text = RichText::new(text).monospace().color(theme.color(Role::Ink));
                let inner = ui.new_child(UiBuilder::new().max_rect(rect.shrink(12.0)));
                text_ui(inner, text);
            }
            Some(Shown::Failed(text)) => {
                let mut inner = ui.new_child(UiBuilder::new().max_rect(rect.shrink(24.0)));
                let muted = theme.color(Role::Muted);
                inner.label(RichText::new(text).font(regular(14.0)).color(muted));
            }
        }
    }

    /// Begins to make what is wanted, where it is something else than before.
    fn want(
        &mut self,
        ctx: &egui::Context,
        words: &Words,
        project: &Arc<Project>,
        (format, options): (Format, &Options),
        room: Vec2,
    ) {
        // The picture goes to the screen as one texture.
        let most = Vec2::splat(ctx.input(|input| input.max_texture_side) as f32);
        let room = (room * ctx.pixels_per_point()).min(most);
        let wanted = essence(format, options, room);
        if self.wanted.as_ref() == Some(&wanted) {
            return;
        }
        self.wanted = Some(wanted.clone());
        self.progress.stop();
        self.progress = Arc::default();
        let (progress, sender, ctx) =
            (Arc::clone(&self.progress), self.sender.clone(), ctx.clone());
        let (project, words) = (Arc::clone(project), words.clone());
        let work = move || {
            let made = made(&project, wanted.0, &wanted.1, &progress);
            let made = made.map_err(|error| error.text(&words));
            if !progress.is_stopped() && sender.send((progress, made)).is_ok() {
                ctx.request_repaint();
            }
        };
        // Without a thread there is no preview, and all else works.
        drop(std::thread::Builder::new().name("preview".into()).spawn(work));
    }

    fn take(&mut self, ctx: &egui::Context) {
        while let Ok((progress, made)) = self.receiver.try_recv() {
            // What was asked for before this is no longer wanted.
            if !Arc::ptr_eq(&progress, &self.progress) {
                continue;
            }
            self.shown = Some(match made {
                Ok(Made::Text(text)) => Shown::Text(text),
                Err(text) => Shown::Failed(text),
                Ok(Made::OnPaper(picture, plan)) => {
                    let options = TextureOptions::LINEAR;
                    Shown::OnPaper(ctx.load_texture("export preview", picture, options), plan)
                }
                Ok(Made::Picture(picture, more)) => {
                    let options = TextureOptions::LINEAR;
                    Shown::Picture(ctx.load_texture("export preview", picture, options), more)
                }
            });
        }
    }
}

/// The room in a preview of this size.
fn room_in(size: Vec2) -> Vec2 {
    (size - Vec2::splat(32.0)).max(Vec2::splat(16.0))
}

fn text_ui(mut ui: Ui, text: RichText) {
    ScrollArea::both().id_salt("preview").auto_shrink(false).show(&mut ui, |ui| {
        ui.add(egui::Label::new(text).extend());
    });
}

/// Of what is asked for that which can be seen, so that nothing is drawn again for the rest.
fn essence(format: Format, options: &Options, room: Vec2) -> (Format, Options) {
    let shown = Options {
        journey: options.journey.clone(),
        view: options.view.clone(),
        compare: options.compare.clone(),
        lang: options.lang,
        lanes: options.lanes.clone(),
        personas: options.personas.clone(),
        ..Options::default()
    };
    match format {
        _ if options.story => {
            let room = room.max(vec2(16.0, 16.0)).round();
            let size = Some(PngSize::Within(room.x as u32, room.y as u32));
            let (theme, story) = (options.theme, true);
            (Format::Png, Options { theme, story, size, ..shown })
        }
        _ if format.is_drawn() => {
            let room = room.max(vec2(16.0, 16.0)).round();
            let what = if format.draws_charts() { options.what } else { SheetKind::Map };
            let drawn = Options {
                what,
                theme: options.theme,
                no_title: options.no_title,
                no_legend: options.no_legend,
                prompts: options.prompts,
                gaps: options.gaps,
                chain: options.chain,
                today: options.today,
                fold_customers: options.fold_customers,
                logo: options.logo.clone(),
                transparent: options.transparent,
                size: Some(PngSize::Within(room.x as u32, room.y as u32)),
                ..shown
            };
            match format {
                // How it lies on paper is seen too.
                Format::Pdf => {
                    let (page, tile) = (options.page, options.tile);
                    (Format::Pdf, Options { page, tile, ..drawn })
                }
                Format::Png
                | Format::Svg
                | Format::Pptx
                | Format::Html
                | Format::Xlsx
                | Format::Csv
                | Format::Markdown => (Format::Png, drawn),
            }
        }
        Format::Csv => {
            let (table, separator) = (options.table, options.separator);
            (Format::Csv, Options { table, separator, ..shown })
        }
        // A sheet of a workbook is such a table.
        Format::Xlsx => (Format::Csv, Options { separator: Some(TAB), ..shown }),
        other @ (Format::Pdf
        | Format::Png
        | Format::Svg
        | Format::Pptx
        | Format::Html
        | Format::Markdown) => (other, shown),
    }
}

const TAB: crate::export::Separator = crate::export::Separator::Tab;

fn made(
    project: &Arc<Project>,
    format: Format,
    options: &Options,
    progress: &Arc<Progress>,
) -> Result<Made, ExportError> {
    let mut watch = progress.watch();
    if options.story {
        return pages_of(project, options, &mut *watch)
            .map(|(picture, more)| Made::Picture(picture, more));
    }
    if format == Format::Png {
        return picture_of(project, options, &mut *watch).map(|picture| Made::Picture(picture, 0));
    }
    if format == Format::Pdf {
        let plan = paper_plan(project, options)?;
        return picture_of(project, options, &mut *watch)
            .map(|picture| Made::OnPaper(picture, plan));
    }
    let mut bytes = Vec::new();
    export(project, format, options, &mut bytes, &mut *watch)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.trim_start_matches('\u{feff}').lines().take(LINES);
    let lines: Vec<String> =
        lines.map(|line| line.replace('\t', "    ").chars().take(LETTERS).collect()).collect();
    Ok(Made::Text(lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::PageSize;

    #[test]
    fn only_what_can_be_seen_is_drawn_again() {
        let of = |format, options: &Options| essence(format, options, vec2(500.0, 300.0));
        let plain = Options::default();
        let dpi = Options { size: Some(PngSize::Dpi(72.0)), phase_pages: true, ..plain.clone() };
        assert_eq!(of(Format::Png, &plain), of(Format::Svg, &dpi));
        let paper = Options { page: PageSize::of_name("a4").unwrap(), ..plain.clone() };
        assert_ne!(of(Format::Pdf, &plain), of(Format::Pdf, &paper));
        assert_eq!(of(Format::Png, &plain), of(Format::Png, &paper));
        let dark = Options { theme: crate::scene::ThemeKind::Dark, ..plain.clone() };
        assert_ne!(of(Format::Pdf, &plain), of(Format::Pdf, &dark));
        let story = Options { story: true, ..plain.clone() };
        let noted = Options { notes: true, ..story.clone() };
        assert_eq!(of(Format::Pdf, &story), of(Format::Pptx, &noted));
        assert_ne!(of(Format::Pdf, &plain), of(Format::Pdf, &story));
        assert_eq!(of(Format::Markdown, &plain), of(Format::Markdown, &dark));
        assert_eq!(of(Format::Markdown, &plain).0, Format::Markdown);
        let chart = Options { what: SheetKind::Coverage, ..plain.clone() };
        assert_ne!(of(Format::Pdf, &plain), of(Format::Pdf, &chart));
        assert_eq!(of(Format::Html, &plain), of(Format::Html, &chart), "it shows the map");
        let view = crate::export::ViewChoice::Named("Ledningen".into());
        let viewed = Options { view: Some(view), ..plain.clone() };
        assert_ne!(of(Format::Pdf, &plain), of(Format::Pdf, &viewed));
    }
}
