//! A phase on paper: the pages of the presentation that show it with its details, one below the other, as
//! many on each sheet as have room, and as large as the sheet is wide.

use super::Book;
use crate::export::ExportError;
use crate::export::paper::{MARGIN, PageSize, PaperPage};
use crate::export::story::Slide;
use crate::scene::pages::SIZE;
use crate::scene::{Item, Visit, walk};
use egui::{Rect, Vec2, vec2};

/// Points for each page unit where there is no paper: as slides are.
const SCALE: f32 = 0.5;
/// Pages are made this much smaller for one more to have room.
const SMALLER: f32 = 0.85;
/// Below the last of what stands on a page, in page units.
const BELOW: f32 = 44.0;

impl Book<'_> {
    /// Puts the pages of a phase on as many sheets as they take.
    pub(super) fn phase_sheets(&mut self, slides: &[Slide]) -> Result<(), ExportError> {
        let options = self.job.options;
        // Papers that are glued together are cut from one that nobody prints on.
        let sheet = PhaseSheet::of(options.tile.unwrap_or(options.page));
        let heights: Vec<f32> = slides.iter().map(|slide| height(&slide.items)).collect();
        let mut slides = slides.iter();
        for pages in sheet.filled(&heights) {
            let slides: Vec<&Slide> = slides.by_ref().take(pages.len()).collect();
            self.start(sheet.size, |pen, tags, _, surface| {
                for (slide, page) in slides.iter().zip(&pages) {
                    super::draw_tagged(&slide.items, page, pen, tags, surface);
                    tags.end_page(surface);
                }
            })?;
        }
        Ok(())
    }
}

/// How much of a page something stands on, from above, in page units: what is as high as the page frames
/// it.
fn height(items: &[Item]) -> f32 {
    let mut low = 0.0_f32;
    let Ok(()) = walk(items, None, &mut |visit| {
        if let Visit::Draw(item, by) = visit {
            let end = match item {
                Item::Rect { rect, .. } | Item::Image { rect, .. } => *rect,
                Item::Text { at, text, .. } => Rect::from_min_size(*at, text.size),
                Item::Path { .. } | Item::Band { .. } | Item::Drawn { .. } | Item::Group(_) => {
                    Rect::ZERO
                }
            };
            if end.height() < SIZE.y {
                low = low.max(end.bottom() + by.y);
            }
        }
        Ok::<(), std::convert::Infallible>(())
    });
    (low + BELOW).min(SIZE.y)
}

/// A sheet of paper for pages.
struct PhaseSheet {
    /// How large it is, in points.
    size: Vec2,
    /// Around what stands on it, in points.
    margin: f32,
    /// Points for each page unit.
    scale: f32,
}

impl PhaseSheet {
    fn of(page: PageSize) -> Self {
        let Some(upright) = page.paper.points() else {
            return Self { size: SIZE * SCALE, margin: 0.0, scale: SCALE };
        };
        // Upright there is room for what belongs together.
        let size = if page.landscape == Some(true) { upright.yx() } else { upright };
        let scale = ((size - Vec2::splat(2.0 * MARGIN)) / SIZE).min_elem();
        Self { size, margin: MARGIN, scale }
    }

    /// Where pages that are so high, in page units, lie on one sheet after the other.
    fn filled(&self, heights: &[f32]) -> Vec<Vec<PaperPage>> {
        let room = self.size.y - 2.0 * self.margin;
        let mut sheets = Vec::new();
        let mut left = heights;
        while let [first, rest @ ..] = left {
            let (mut count, mut high) = (1, first * self.scale);
            for next in rest {
                if (high + next * self.scale) * SMALLER > room {
                    break;
                }
                (count, high) = (count + 1, high + next * self.scale);
            }
            let (here, after) = left.split_at(count);
            let scale = self.scale * (room / high).min(1.0);
            let mut top = self.margin;
            let page = |height: &f32| {
                let (at, size) = (vec2(self.margin, top), vec2(SIZE.x, *height) * scale);
                top += size.y;
                let window = Rect::from_min_size(at.to_pos2(), size);
                PaperPage { size: self.size, scale, at, window, tile: None }
            };
            sheets.push(here.iter().map(page).collect());
            left = after;
        }
        sheets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Pos2;

    #[test]
    fn pages_lie_one_below_the_other_on_as_few_sheets_as_they_take() {
        let rows: [(&str, &[usize]); 5] = [
            ("fit", &[1, 1, 1, 1]),
            ("a4", &[3, 1]),
            ("a3-landscape", &[1, 2, 1]),
            ("a4-portrait", &[3, 1]),
            ("a0-portrait", &[3, 1]),
        ];
        for (name, counts) in rows {
            let sheet = PhaseSheet::of(PageSize::of_name(name).unwrap());
            let sheets = sheet.filled(&[1080.0, 700.0, 720.0, 1080.0]);
            let found: Vec<usize> = sheets.iter().map(Vec::len).collect();
            assert_eq!(found, counts, "{name}");
            let paper = Rect::from_min_size(Pos2::ZERO, sheet.size).expand(0.5);
            for pages in &sheets {
                for (at, page) in pages.iter().enumerate() {
                    assert!(paper.contains_rect(page.window), "{name}");
                    let before = at.checked_sub(1).map(|before| pages[before].window.bottom());
                    assert!(before.is_none_or(|before| before <= page.window.top() + 0.01));
                    assert!(page.scale >= sheet.scale * SMALLER, "{name}");
                }
            }
        }
    }
}
