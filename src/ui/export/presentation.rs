//! The presentation instead of the map: what is chosen for it, and how its pages are looked at before
//! they are exported.

use super::ExportDialog;
use super::options::{pick, remark, section, toggle};
use super::picture::decoded;
use crate::export::{self, ExportError, Format, Options, PngSize, Watch, page_file};
use crate::model::Project;
use crate::ui::Context;
use egui::{Color32, ColorImage, Ui, Vec2, vec2};
use std::path::Path;
use std::sync::Arc;

/// Between two pages that are looked at beside each other, in pixels.
const GAP: f32 = 12.0;
/// A page is a whole number of times this wide and high, so that no pixel is divided.
const ASPECT: Vec2 = vec2(16.0, 9.0);
/// Of more pages than this only the first are looked at: smaller ones could not be told apart.
const LOOKED_AT: usize = 60;

impl ExportDialog {
    /// The map or its presentation.
    pub(crate) fn story_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let words = cx.words;
        let mut story = self.choices.story;
        section(ui, cx, "what", &words.handouts_what(), |ui| {
            pick(ui, cx, &words.handouts_map(), &mut story, false);
            pick(ui, cx, &words.handouts_story(), &mut story, true);
        });
        if story != self.choices.story {
            self.choices.set_story(story);
        }
        ui.add_space(8.0);
    }

    /// How the pages are written.
    pub(crate) fn pages_of_story_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let words = cx.words;
        if self.choices.format == Format::Png {
            self.size_ui(ui, cx);
            let first = page_file(Path::new("x.png"), 1, 1);
            let first = first.to_string_lossy().replacen('x', "…", 1);
            remark(ui, cx, &words.handouts_files_hint(first));
            return;
        }
        let hint = match self.choices.format {
            Format::Pdf => words.handouts_notes_hint_pdf(),
            Format::Png
            | Format::Svg
            | Format::Pptx
            | Format::Html
            | Format::Xlsx
            | Format::Csv
            | Format::Markdown => words.handouts_notes_hint_pptx(),
        };
        let notes = &mut self.choices.notes;
        section(ui, cx, "with", &words.export_dialog_with(), |ui| {
            toggle(ui, cx, &words.handouts_notes(), notes);
        });
        if *notes {
            remark(ui, cx, &hint);
        }
    }
}

/// The pages beside each other, as large as fit into the room that `options` give a picture, and
/// how many more come after them.
pub(crate) fn pages_of(
    project: &Arc<Project>,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<(ColorImage, usize), ExportError> {
    let room = match options.size {
        Some(PngSize::Within(width, height)) => vec2(width as f32, height as f32),
        _ => vec2(1280.0, 720.0),
    };
    let all_pages = export::page_count(project, options)?;
    let count = all_pages.min(LOOKED_AT);
    let (columns, page) = grid(count, room);
    let (width, height) = (page.x as u32, page.y as u32);
    let options = Options { size: Some(PngSize::Within(width, height)), ..options.clone() };
    let rows = count.div_ceil(columns).max(1);
    let along = |pages: usize, one: f32| (pages as f32 * (one + GAP) - GAP).max(1.0) as usize;
    let size = [along(columns, page.x), along(rows, page.y)];
    let mut all = ColorImage::filled(size, Color32::TRANSPARENT);
    let mut drawn = 0;
    let mut take = |number: usize, _: usize, bytes: Vec<u8>| {
        let one = decoded(&bytes).map_err(|error| ExportError::Unexpected(error.to_string()))?;
        let place = number.saturating_sub(1);
        let left = (place % columns) * (page.x + GAP) as usize;
        let top = (place / columns) * (page.y + GAP) as usize;
        put(&mut all, &one, left, top);
        drawn = number;
        if number == count { Err(ExportError::Stopped) } else { Ok(()) }
    };
    match export::pictures(project, &options, &mut take, watch) {
        // All that is looked at has been drawn.
        Err(ExportError::Stopped) if drawn == count => {}
        other => _ = other?,
    }
    Ok((all, all_pages - count))
}

/// Puts one picture onto another; what does not fit is left out.
fn put(all: &mut ColorImage, one: &ColorImage, left: usize, top: usize) {
    let room = all.size[0].saturating_sub(left).min(one.size[0]);
    for (row, pixels) in one.pixels.chunks_exact(one.size[0].max(1)).enumerate() {
        let from = (top + row) * all.size[0] + left;
        let line = all.pixels.get_mut(from..from + room);
        if let Some((line, pixels)) = line.zip(pixels.get(..room)) {
            line.copy_from_slice(pixels);
        }
    }
}

/// How many of so many pages stand beside each other so that they are as large as the room allows,
/// and how large they are then, in whole pixels.
fn grid(count: usize, room: Vec2) -> (usize, Vec2) {
    let count = count.max(1);
    // How many times the smallest page.
    let times = |columns: usize| {
        let beside = vec2(columns as f32, count.div_ceil(columns) as f32);
        let one = (room + Vec2::splat(GAP)) / beside - Vec2::splat(GAP);
        (one / ASPECT).min_elem().floor().max(1.0)
    };
    let best = (1..=count).rev().max_by(|a, b| times(*a).total_cmp(&times(*b))).unwrap_or(1);
    (best, ASPECT * times(best))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, PageKind, StoryPage};
    use crate::templates::{make, ours};
    use crate::words::Lang;

    #[test]
    fn pages_are_as_large_as_the_room_allows() {
        for count in [1, 2, 7, 14, 60] {
            let room = vec2(640.0, 600.0);
            let (columns, page) = grid(count, room);
            let rows = count.div_ceil(columns) as f32;
            assert!(columns as f32 * (page.x + GAP) - GAP <= room.x, "{count}");
            assert!(rows * (page.y + GAP) - GAP <= room.y, "{count}");
            assert_eq!(page.x * 9.0, page.y * 16.0);
        }
        assert_eq!(grid(1, vec2(640.0, 600.0)), (1, vec2(640.0, 360.0)));
        assert_eq!(grid(4, vec2(640.0, 400.0)).0, 2);
    }

    #[test]
    fn all_pages_are_in_the_picture() {
        let project = Arc::new(make(&ours(Lang::Sv)[0], true, &mut IdSource::seeded(1)));
        let size = Some(PngSize::Within(600, 500));
        let options = Options { story: true, size, ..Options::default() };
        let (picture, more) = pages_of(&project, &options, &mut |_| true).unwrap();
        assert!(picture.size[0] <= 600 && picture.size[1] <= 500, "{:?}", picture.size);
        assert_eq!(more, 0);
        let solid = picture.pixels.iter().filter(|pixel| pixel.a() == 255).count();
        assert!(solid > picture.pixels.len() / 2, "{solid}");
    }
    #[test]
    fn of_a_very_long_presentation_the_first_pages_are_looked_at() {
        let mut project = make(&ours(Lang::Sv)[0], true, &mut IdSource::seeded(1));
        let mut ids = IdSource::seeded(2);
        let pages = (0..200).map(|number| StoryPage {
            id: ids.next_id(),
            kind: PageKind::Text,
            title: format!("{number}"),
            ..StoryPage::default()
        });
        Arc::make_mut(&mut project.journeys[0]).story = pages.collect();
        let side = 2048;
        let options =
            Options { story: true, size: Some(PngSize::Within(side, side)), ..Options::default() };
        let (picture, more) = pages_of(&Arc::new(project), &options, &mut |_| true).unwrap();
        assert!(more >= 140, "{more}");
        assert!(
            picture.size.into_iter().all(|pixels| pixels <= side as usize),
            "{:?}",
            picture.size
        );
    }
}
