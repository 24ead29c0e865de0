//! How a sheet lies on pages: one page its own size, a paper size it is scaled to, or several
//! papers to be cut and glued. Sizes of pages are points (1/72 inch).

use egui::{Rect, Vec2, pos2, vec2};
use serde::{Deserialize, Serialize};

/// Points per document unit: 1/96 inch.
pub(super) const UNIT: f32 = 0.75;
/// The longest side of a page that readers of PDF take, in points (PDF 1.7, annex C).
pub(super) const LONGEST: f32 = 14_400.0;
/// The shortest side of a page that readers of PDF take, in points (the same place).
const SHORTEST: f32 = 3.0;
/// Around what is on a page of paper, in points: 10 mm, as printers leave it white.
pub(super) const MARGIN: f32 = 10.0 * MM;
/// What two neighbouring papers both show, in points.
pub(super) const OVERLAP: f32 = 10.0 * MM;
/// The most papers one sheet is cut into.
pub(super) const MOST: usize = 1000;
const MM: f32 = 72.0 / 25.4;

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// As large as the map.
    #[default]
    Fit,
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

/// A page: its paper, and how it is turned. Settings name it as arguments do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PageSize {
    /// Its size.
    pub paper: Paper,
    /// Wider than high? None: whatever suits the map better.
    pub landscape: Option<bool>,
}

/// The sizes of paper by their names.
const PAPERS: [(&str, Paper); 6] = [
    ("fit", Paper::Fit),
    ("a4", Paper::A4),
    ("a3", Paper::A3),
    ("a2", Paper::A2),
    ("a1", Paper::A1),
    ("a0", Paper::A0),
];

impl Paper {
    /// All of them, by name.
    pub fn all() -> impl Iterator<Item = (&'static str, Self)> {
        PAPERS.into_iter()
    }

    /// Width and height in points when it stands upright; none for [`Paper::Fit`].
    pub fn points(self) -> Option<Vec2> {
        let (width, height) = match self {
            Self::Fit => return None,
            Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::A2 => (420.0, 594.0),
            Self::A1 => (594.0, 841.0),
            Self::A0 => (841.0, 1189.0),
        };
        Some(vec2(width, height) * MM)
    }
}

impl TryFrom<String> for PageSize {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::of_name(&name).ok_or(name)
    }
}

impl From<PageSize> for String {
    fn from(page: PageSize) -> Self {
        page.name()
    }
}

impl PageSize {
    /// `fit`, `a4`, `A3-landscape`, `a0-portrait`.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let (paper, turn) = name.split_once('-').unwrap_or((&name, ""));
        let landscape = match turn {
            "" => None,
            "landscape" => Some(true),
            "portrait" => Some(false),
            _ => return None,
        };
        let (_, paper) = PAPERS.into_iter().find(|(known, _)| *known == paper)?;
        Some(Self { paper, landscape })
    }

    /// What [`of_name`](Self::of_name) knows it by.
    pub fn name(self) -> String {
        let paper = PAPERS.iter().find(|(_, paper)| *paper == self.paper);
        let turn = match self.landscape {
            None => "",
            Some(true) => "-landscape",
            Some(false) => "-portrait",
        };
        format!("{}{turn}", paper.map_or("fit", |(name, _)| name))
    }

    /// The ways it may be turned, upright first.
    fn turns(self) -> Vec<Vec2> {
        let Some(upright) = self.paper.points() else { return Vec::new() };
        match self.landscape {
            Some(true) => vec![upright.yx()],
            Some(false) => vec![upright],
            None => vec![upright, upright.yx()],
        }
    }
}

/// A page, and where on it which part of a sheet is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PaperPage {
    /// Its size.
    pub size: Vec2,
    /// Points per document unit.
    pub scale: f32,
    /// Where the sheet's top left corner is on the page; it may be outside.
    pub at: Vec2,
    /// Where on the page the sheet shows.
    pub window: Rect,
    /// Which paper of several it is.
    pub tile: Option<PaperTile>,
}

/// One paper of several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PaperTile {
    /// From 0, from the top.
    pub row: usize,
    /// From 0, from the left.
    pub column: usize,
    /// How many are below each other.
    pub rows: usize,
    /// How many are beside each other.
    pub columns: usize,
    /// How much of it the next one beside it shows too, and the next one below it, in points.
    pub overlap: Vec2,
}

impl PaperTile {
    /// Its number, from 1, in the order of reading.
    pub(super) fn number(self) -> usize {
        self.row * self.columns + self.column + 1
    }
}

impl PaperPage {
    /// The part of the sheet it shows, in document units.
    pub(super) fn part(&self) -> Rect {
        let doc = |at: egui::Pos2| ((at - self.at) / self.scale).to_vec2().to_pos2();
        Rect::from_min_max(doc(self.window.min), doc(self.window.max))
    }

    /// Is it smaller than the map was meant to be, because no page may be as large?
    pub(super) fn is_shrunk(&self) -> bool {
        self.tile.is_none() && self.scale < UNIT && self.at == Vec2::ZERO
    }
}

/// A sheet of `size` (document units) on one page.
pub(super) fn whole(size: Vec2, page: PageSize) -> PaperPage {
    let size = size.max(Vec2::splat(1.0));
    let on = |paper: Vec2| ((paper - Vec2::splat(2.0 * MARGIN)) / size).min_elem();
    let best = page.turns().into_iter().max_by(|one, other| on(*one).total_cmp(&on(*other)));
    let Some(paper) = best else {
        let scale = UNIT.min(LONGEST / size.max_elem());
        let page = (size * scale).max(Vec2::splat(SHORTEST));
        let window = Rect::from_min_size(pos2(0.0, 0.0), page);
        return PaperPage { size: page, scale, at: Vec2::ZERO, window, tile: None };
    };
    let scale = on(paper);
    let at = (paper - size * scale) / 2.0;
    let window = Rect::from_min_size(pos2(0.0, 0.0), paper);
    PaperPage { size: paper, scale, at, window, tile: None }
}

/// A sheet of `size` (document units), as large as it is on `page`, on papers of size `paper` that
/// overlap: by as much as it takes for all to be full, so that none shows only a strip. None where that
/// would be more than [`MOST`]. A `paper` that fits is no paper: A4 then.
pub(super) fn tiles(size: Vec2, page: PageSize, paper: PageSize) -> Option<Vec<PaperPage>> {
    let size = size.max(Vec2::splat(1.0));
    let scale = match page.paper {
        Paper::Fit => UNIT,
        Paper::A4 | Paper::A3 | Paper::A2 | Paper::A1 | Paper::A0 => whole(size, page).scale,
    };
    let all = size * scale;
    let paper = match paper.paper {
        Paper::Fit => PageSize { paper: Paper::A4, ..paper },
        Paper::A4 | Paper::A3 | Paper::A2 | Paper::A1 | Paper::A0 => paper,
    };
    let seen = |paper: Vec2| paper - Vec2::splat(2.0 * MARGIN);
    let count = |paper: Vec2| {
        let next = seen(paper) - Vec2::splat(OVERLAP);
        let along = |all: f32, next: f32| ((all - OVERLAP) / next).ceil().max(1.0) as usize;
        (along(all.x, next.x), along(all.y, next.y))
    };
    let papers = |paper: &Vec2| {
        let (columns, rows) = count(*paper);
        columns.saturating_mul(rows)
    };
    // Of those that take as few papers the way that leaves least of them white.
    let white = |paper: &Vec2| (seen(*paper) - all).max(Vec2::ZERO).max_elem();
    let paper = paper.turns().into_iter().min_by(|one, other| {
        papers(one).cmp(&papers(other)).then_with(|| white(one).total_cmp(&white(other)))
    })?;
    let (columns, rows) = count(paper);
    if columns.saturating_mul(rows) > MOST {
        return None;
    }
    let next = |all: f32, seen: f32, count: usize| match count {
        0 | 1 => 0.0,
        count => (all - seen) / (count - 1) as f32,
    };
    let room = seen(paper);
    let next = vec2(next(all.x, room.x, columns), next(all.y, room.y, rows));
    let overlap = room - next;
    let corner = Vec2::splat(MARGIN);
    let pages = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let pages = pages.map(|(row, column)| {
        let from = vec2(column as f32, row as f32) * next;
        let window = Rect::from_min_size(corner.to_pos2(), (all - from).min(room));
        let tile = Some(PaperTile { row, column, rows, columns, overlap });
        PaperPage { size: paper, scale, at: corner - from, window, tile }
    });
    Some(pages.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(name: &str) -> PageSize {
        PageSize::of_name(name).unwrap()
    }

    #[test]
    fn names_of_pages() {
        let a3 = PageSize { paper: Paper::A3, landscape: Some(true) };
        assert_eq!(PageSize::of_name(" A3-Landscape"), Some(a3));
        assert_eq!(PageSize::of_name("fit"), Some(PageSize::default()));
        assert_eq!((a3.name(), page("a0").name()), ("a3-landscape".into(), "a0".into()));
        for bad in ["", "a5", "a4-", "a4-upside", "a4 portrait"] {
            let expected = (bad == "a4-").then_some(page("a4"));
            assert_eq!(PageSize::of_name(bad), expected, "{bad}");
        }
    }

    #[test]
    fn a_map_fits_on_one_page() {
        let sheet = vec2(2000.0, 1000.0);
        let fit = whole(sheet, page("fit"));
        assert_eq!((fit.size, fit.scale), (vec2(1500.0, 750.0), UNIT));
        assert!(!fit.is_shrunk());
        for (name, wide) in [("a4", true), ("a0", true), ("a4-portrait", false)] {
            let on = whole(sheet, page(name));
            assert_eq!(on.size.x > on.size.y, wide, "{name}");
            // It touches the margins of two sides and is in the middle of the others.
            let room = on.size - Vec2::splat(2.0 * MARGIN);
            let used = sheet * on.scale;
            assert!(used.x <= room.x + 0.01 && used.y <= room.y + 0.01, "{name}");
            assert!((room - used).min_elem() < 0.01, "{name}");
            assert!(((on.at * 2.0 + used) - on.size).length() < 0.01, "{name}");
        }
    }

    #[test]
    fn a_page_is_never_larger_than_readers_take() {
        for sheet in [vec2(100_000.0, 500.0), vec2(500.0, 30_000.0), vec2(0.0, 0.0)] {
            let page = whole(sheet, page("fit"));
            assert!(page.size.max_elem() <= LONGEST + 0.01 && page.size.min_elem() >= SHORTEST);
            assert_eq!(page.is_shrunk(), sheet != vec2(0.0, 0.0));
        }
    }

    #[test]
    fn papers_cover_the_map_and_overlap() {
        for (sheet, on, paper) in [
            (vec2(2400.0, 1300.0), "fit", "a4"),
            (vec2(2400.0, 1300.0), "a0", "a4"),
            (vec2(2400.0, 1300.0), "a0-portrait", "a3-landscape"),
            (vec2(10.0, 10.0), "fit", "a4"),
        ] {
            let pages = tiles(sheet, page(on), page(paper)).unwrap();
            let shown = pages.iter().map(PaperPage::part).reduce(Rect::union).unwrap();
            assert!(shown.min.to_vec2().length() < 0.01, "{shown:?}");
            assert!((shown.max - sheet.to_pos2()).length() < 0.1, "{shown:?}");
            for (index, page) in pages.iter().enumerate() {
                let tile = page.tile.unwrap();
                assert_eq!(tile.number(), index + 1);
                assert!(page.window.right() <= page.size.x - MARGIN + 0.01);
                if tile.column > 0 {
                    let before = pages[index - 1].part();
                    let both = (before.right() - page.part().left()) * page.scale;
                    assert!(both > OVERLAP - 0.1, "{both}");
                    assert!((both - tile.overlap.x).abs() < 0.1, "{both}");
                }
                // Each is as full as the first: none shows only a strip.
                let first = pages[0].window.size();
                assert!(
                    (page.window.size() - first).length() < 0.1,
                    "{name:?}",
                    name = (on, paper)
                );
            }
        }
        assert_eq!(tiles(vec2(10.0, 10.0), page("fit"), page("a4")).unwrap().len(), 1);
        assert_eq!(tiles(vec2(1e7, 1e7), page("fit"), page("a4")), None);
    }
}
