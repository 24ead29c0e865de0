//! How much each source has told of each phase: the more, the deeper the colour of the phase.

use super::ResearchPicture;
use crate::insight::{Coverage, CoverageRow};
use crate::model::{Journey, Project};
use crate::scene::draw::pen::{self, Pen, Style, circle, solid, text_at};
use crate::scene::map::columns::phase_color;
use crate::scene::{Face, Group, Item, Layout, Role, Stroke, Tag};
use crate::words::{Words, source_short_name, titled};
use egui::{Rect, pos2, vec2};

/// How wide the names of sources are.
const NAMES: f32 = 152.0;
/// How far a row is below the one before, and a cell's height in it.
const ROW: f32 = 32.0;
const CELL: f32 = 25.0;
/// The same where rows stand close.
const TIGHT_ROW: f32 = 27.0;
const TIGHT_CELL: f32 = 22.0;
/// Between two cells.
const BETWEEN: f32 = 4.0;
/// How wide a cell is at least, and at most.
const WIDTHS: (f32, f32) = (26.0, 64.0);
/// From the top to the first row, and to the title of a phase.
const HEAD: f32 = 44.0;
const TITLE: f32 = 9.0;
/// Names that are told whole take at most so much of the width, and keep so much air beside them.
const NAMES_MOST: f32 = 0.36;
const AIR: f32 = 14.0;
/// How high a line of small text is.
const NOTE_LINE: f32 = pen::NOTE.line_height;
/// How deep the colour of one and of the most is, of 255.
const TINTS: (f32, f32) = (66.0, 242.0);
/// From here on a figure is white.
const DARK: f32 = 153.0;

const NAME: Style = Style { face: Face::Medium, size: 12.5, line_height: 16.0 };
const ROLE: Style = Style { face: Face::Regular, size: 11.0, line_height: 14.0 };
const PHASE: Style = Style { face: Face::Regular, size: 11.0, line_height: 13.0 };
const FIGURE: Style = Style { face: Face::SemiBold, size: 12.0, line_height: 15.0 };

/// Which part of a coverage is drawn, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageShape {
    /// How much room there is from left to right.
    pub width: f32,
    /// The sources that are shown, by their places.
    pub rows: Vec<usize>,
    /// The phases that are shown, by their places.
    pub phases: Vec<usize>,
    /// The row that is lit.
    pub chosen: Option<usize>,
    /// Sources stand with all of their names, where no list beside the chart has them.
    pub whole_names: bool,
    /// Rows stand closer, where many are to have room.
    pub is_tight: bool,
    /// Phases take all of the width, and not only what their figures need.
    pub is_wide: bool,
}

impl CoverageShape {
    /// All of `coverage`, in `width`.
    pub fn all(coverage: &Coverage, journey: &Journey, width: f32) -> Self {
        Self {
            width,
            rows: (0..coverage.rows.len()).collect(),
            phases: (0..journey.phases.len()).collect(),
            chosen: None,
            whole_names: false,
            is_tight: false,
            is_wide: false,
        }
    }
}

/// The chart of `coverage`. Phases without room beside each other make it wider than is asked for.
pub fn coverage_chart(
    layout: &mut Layout,
    project: &Project,
    journey: &Journey,
    (coverage, shape): (&Coverage, &CoverageShape),
    (words, scale): (&Words, f32),
) -> ResearchPicture {
    let mut pen = layout.pen(project, words, scale);
    let pen = &mut pen;
    let rows = shape.rows.iter().filter_map(|at| Some((*at, coverage.rows.get(*at)?)));
    let rows: Vec<(usize, &CoverageRow)> = rows.collect();
    let phases = shape.phases.iter().filter_map(|at| Some((*at, journey.phases.get(*at)?)));
    let phases: Vec<_> = phases.collect();
    let named: Vec<(Vec<Item>, f32)> = rows.iter().map(|(_, row)| name(pen, row, shape)).collect();
    let least = pen.grown(NAMES);
    let names = named.iter().map(|(_, wide)| wide + pen.grown(AIR)).fold(least, f32::max);
    let (row, high, head) = match shape.is_tight {
        true => (pen.grown(TIGHT_ROW), pen.grown(TIGHT_CELL), 0.0),
        false => (pen.grown(ROW), pen.grown(CELL), pen.grown(HEAD)),
    };
    let room = (shape.width - names) / phases.len().max(1) as f32 - BETWEEN;
    let most = if shape.is_wide { f32::INFINITY } else { pen.grown(WIDTHS.1) };
    let cell = vec2(room.clamp(pen.grown(WIDTHS.0), most), high);
    let left = |column: usize| names + column as f32 * (cell.x + BETWEEN);
    let titles: Vec<_> = phases
        .iter()
        .map(|(_, phase)| pen.text(&titled(&phase.title, words), PHASE, Some(cell.x)))
        .collect();
    // A long title pushes the rows down, and is not written over.
    let deepest = titles.iter().map(|text| text.size.y).fold(0.0, f32::max);
    let head = head.max(TITLE + deepest + pen.grown(8.0));
    let size = vec2(left(phases.len()), head + row * rows.len() as f32);
    let mut items = Vec::new();
    for (column, ((place, phase), text)) in phases.iter().zip(titles).enumerate() {
        let rect = Rect::from_min_size(pos2(left(column), 0.0), vec2(cell.x, 3.0));
        items.push(filled(rect, 1.5, Role::Phase(phase_color(*place, phase)).into()));
        items.push(text_at(pos2(left(column), TITLE), text, Role::Muted));
    }
    for (line, ((place, of), (named, _))) in rows.iter().zip(named).enumerate() {
        let top = head + row * line as f32;
        if shape.chosen == Some(*place) {
            let lit = Rect::from_min_size(pos2(-8.0, top - 2.0), vec2(size.x + 10.0, row - 2.0));
            items.push(filled(lit, 7.0, Role::Accent.at(28)));
        }
        let mut drawn: Vec<Item> =
            named.into_iter().map(|item| item.moved(vec2(0.0, top))).collect();
        let mut told = Vec::new();
        for (column, (at, phase)) in phases.iter().enumerate() {
            let count = of.counts.get(*at).copied().unwrap_or_default();
            let rect = Rect::from_min_size(pos2(left(column), top), cell);
            let is_hole = coverage.is_hole(*place, *at);
            let color = phase_color(*at, phase);
            drawn.extend(cell_items(pen, rect, color, (count, coverage.most, is_hole)));
            if count > 0 {
                told.push(format!(
                    "{} {}",
                    titled(&phase.title, words),
                    words.number(count as f64)
                ));
            }
        }
        let title = words.labelled(titled(&of.source.title, words), told.join(", "));
        let bounds = Rect::from_min_size(pos2(0.0, top), vec2(size.x, row));
        let (tag, thing) = (Tag::Figure, None);
        items.push(Item::Group(Group { tag, thing, title, bounds, items: drawn }));
    }
    ResearchPicture { size, items }
}

/// A cell with its count of the most there are; a dot, or a dashed box where a role is missing.
fn cell_items(
    pen: &mut Pen<'_>,
    rect: Rect,
    color: u8,
    (count, most, is_hole): (usize, usize, bool),
) -> Vec<Item> {
    match count {
        0 if is_hole => vec![hole(rect.shrink(1.0))],
        0 => vec![circle(rect.center(), 1.3, Some(Role::Muted.into()), None)],
        _ => {
            let tint = tint(count as f32 / most.max(1) as f32);
            let ink = if tint >= DARK { Role::OnColor } else { Role::Ink };
            let text = pen.short(&pen.words.number(count as f64), FIGURE);
            let at = rect.center() - text.size / 2.0;
            let box_of = filled(rect, 6.0, Role::Phase(color).at(tint as u8));
            vec![box_of, text_at(at, text, ink)]
        }
    }
}

/// How deep the colour is of what has this share of the most.
pub(super) fn tint(share: f32) -> f32 {
    TINTS.0 + (TINTS.1 - TINTS.0) * share
}

/// A box that says that a role is missing.
pub(super) fn hole(rect: Rect) -> Item {
    Item::Rect {
        rect,
        radius: 6.0,
        fill: Some(Role::GapFill.into()),
        stroke: Some(Stroke { dash: Some((4.0, 3.0)), ..solid(1.2, Role::Bad) }),
        shadow: false,
    }
}

/// What a source is called with the role it speaks for, from the top of its row, and how wide that is.
fn name(pen: &mut Pen<'_>, row: &CoverageRow, shape: &CoverageShape) -> (Vec<Item>, f32) {
    let high = pen.grown(if shape.is_tight { TIGHT_CELL } else { CELL });
    let (title, role) = (titled(&row.source.title, pen.words), row.source.role.trim());
    if shape.whole_names {
        let most = shape.width * NAMES_MOST;
        let mut text = pen.text(&title, NAME, Some(most));
        if text.lines.len() > 2 {
            // As much as has room in two lines.
            let letters = (most / pen.grown(NAME.size) * 3.2) as usize;
            text = pen.text(&cut(&title, letters.max(12)), NAME, Some(most));
        }
        let (wide, top) = (text.size.x, (high - text.size.y) / 2.0);
        return (vec![text_at(pos2(0.0, top), text, Role::Ink)], wide);
    }
    let short = source_short_name(&row.source, pen.words);
    let most = if role.is_empty() { 24 } else { 13 };
    let text = pen.short(&cut(&short, most), NAME);
    let wide = text.size.x;
    let mut items = vec![text_at(pos2(0.0, 4.0), text, Role::Ink)];
    if !role.is_empty() {
        let role = pen.short(&cut(&role.to_lowercase(), 10), ROLE);
        let beside = pos2(wide + 6.0, 4.0 + NOTE_LINE - ROLE.line_height - 1.0);
        items.push(text_at(beside, role, Role::Muted));
    }
    // As wide as ever beside the list.
    (items, 0.0)
}

/// At most so many characters of a text.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

pub(super) fn filled(rect: Rect, radius: f32, fill: crate::scene::Paint) -> Item {
    Item::Rect { rect, radius, fill: Some(fill), stroke: None, shadow: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{CoverageRow, RoleHole};
    use crate::model::{Phase, Source};
    use crate::words::Lang;

    #[test]
    fn a_cell_is_deeper_the_more_a_source_has_told() {
        let journey =
            Journey { phases: (0..4).map(|_| Phase::default()).collect(), ..Journey::default() };
        let source = Source { title: "Intervju 1 – chef".into(), ..Source::default() };
        let row = CoverageRow { source: source.into(), counts: vec![1, 8, 0, 0] };
        let hole = RoleHole { role: "chef".into(), phase: 2, rows: vec![0] };
        let coverage = Coverage { rows: vec![row], holes: vec![hole], most: 8 };
        let words = Words::new(Lang::Sv);
        let project = Project::default();
        let chart = |chosen| {
            let shape = CoverageShape { chosen, ..CoverageShape::all(&coverage, &journey, 480.0) };
            let of = (&coverage, &shape);
            coverage_chart(&mut Layout::new(), &project, &journey, of, (&words, 1.0))
        };
        let plain = chart(None);
        let cells = |picture: &ResearchPicture| -> Vec<(Option<u8>, bool)> {
            let high = |item: &Item| match item {
                Item::Rect { rect, fill, stroke, .. } if rect.height() > 20.0 => {
                    let is_dashed = stroke.is_some_and(|stroke| stroke.dash.is_some());
                    Some((fill.map(|fill| fill.alpha), is_dashed))
                }
                _ => None,
            };
            let rows = picture.items.iter().flat_map(|item| match item {
                Item::Group(row) => row.items.iter(),
                item => std::slice::from_ref(item).iter(),
            });
            rows.filter_map(high).collect()
        };
        let [(Some(one), false), (Some(most), false), (_, true)] = cells(&plain)[..] else {
            panic!("{:?}", cells(&plain))
        };
        assert!(one < most && f32::from(one) < DARK && f32::from(most) >= DARK);
        assert_eq!(cells(&chart(Some(0))).len(), 4);
        assert!(plain.size.x <= 480.0 && plain.size.y > ROW);
        let Some(Item::Group(row)) = plain.items.last() else { panic!("no row") };
        assert!(row.title.starts_with("Intervju 1 – chef: "), "{}", row.title);
    }

    #[test]
    fn only_what_is_asked_for_is_shown_and_names_may_be_whole() {
        let phase = |title: &str| Phase { title: title.into(), ..Phase::default() };
        let phases = ["Ett", "Två", "Tre"].map(phase).into_iter().collect();
        let journey = Journey { phases, ..Journey::default() };
        let row = |title: &str, counts: [usize; 3]| CoverageRow {
            source: Source { title: title.into(), ..Source::default() }.into(),
            counts: counts.to_vec(),
        };
        let rows =
            vec![row("Intervju 1 – produktionschef, Leksand", [1, 2, 0]), row("B", [0, 1, 3])];
        let coverage = Coverage { rows, holes: Vec::new(), most: 3 };
        let words = Words::new(Lang::Sv);
        let project = Project::default();
        let chart = |shape: &CoverageShape| {
            let mut layout = Layout::new();
            let picture =
                coverage_chart(&mut layout, &project, &journey, (&coverage, shape), (&words, 1.0));
            let mut said = Vec::new();
            let mut see = |items: &[Item]| {
                for item in items {
                    if let Item::Text { text, .. } = item {
                        said.push(text.source.to_string());
                    }
                }
            };
            see(&picture.items);
            for item in &picture.items {
                if let Item::Group(row) = item {
                    see(&row.items);
                }
            }
            said
        };
        let all = CoverageShape::all(&coverage, &journey, 600.0);
        assert_eq!(chart(&all), ["Ett", "Två", "Tre", "Intervju 1", "1", "2", "B", "1", "3"]);
        let part = CoverageShape { rows: vec![1], phases: vec![0, 2], ..all.clone() };
        assert_eq!(chart(&part), ["Ett", "Tre", "B", "3"]);
        let whole = CoverageShape { rows: vec![0], whole_names: true, ..all };
        assert!(chart(&whole).contains(&"Intervju 1 – produktionschef, Leksand".to_owned()));
    }
}
