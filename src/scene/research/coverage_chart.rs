//! How much each source has told of each phase: the more, the deeper the colour of the phase.

use super::ResearchPicture;
use crate::insight::Coverage;
use crate::model::{Journey, Project};
use crate::scene::draw::pen::{self, Pen, Style, circle, solid, text_at};
use crate::scene::map::columns::phase_color;
use crate::scene::{Face, Item, Layout, Role, Stroke};
use crate::words::{Words, titled};
use egui::{Rect, pos2, vec2};

/// How wide the names of sources are.
const NAMES: f32 = 152.0;
/// How far a row is below the one before, and a cell's height in it.
const ROW: f32 = 32.0;
const CELL: f32 = 25.0;
/// Between two cells.
const BETWEEN: f32 = 4.0;
/// How wide a cell is at least, and at most.
const WIDTHS: (f32, f32) = (26.0, 64.0);
/// From the top to the first row.
const HEAD: f32 = 44.0;
/// How deep the colour of one and of the most is, of 255.
const TINTS: (f32, f32) = (66.0, 242.0);
/// From here on a figure is white.
const DARK: f32 = 153.0;

const NAME: Style = Style { face: Face::Medium, size: 12.5, line_height: 16.0 };
const ROLE: Style = Style { face: Face::Regular, size: 11.0, line_height: 14.0 };
const PHASE: Style = Style { face: Face::Regular, size: 11.0, line_height: 13.0 };
const FIGURE: Style = Style { face: Face::SemiBold, size: 12.0, line_height: 15.0 };

/// The chart of `coverage` in `width`, with the row lit that `chosen` is the place of. Phases without
/// room beside each other make it wider.
pub fn coverage_chart(
    layout: &mut Layout,
    project: &Project,
    journey: &Journey,
    (coverage, chosen): (&Coverage, Option<usize>),
    (width, words, scale): (f32, &Words, f32),
) -> ResearchPicture {
    let mut pen = layout.pen(project, words, scale);
    let phases = journey.phases.len();
    let (names, row, head) = (pen.grown(NAMES), pen.grown(ROW), pen.grown(HEAD));
    let room = (width - names) / phases.max(1) as f32 - BETWEEN;
    let cell = vec2(room.clamp(pen.grown(WIDTHS.0), pen.grown(WIDTHS.1)), pen.grown(CELL));
    let left = |phase: usize| names + phase as f32 * (cell.x + BETWEEN);
    let size = vec2(left(phases), head + row * coverage.rows.len() as f32);
    let mut items = Vec::new();
    for (place, phase) in journey.phases.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(left(place), 0.0), vec2(cell.x, 3.0));
        items.push(filled(rect, 1.5, Role::Phase(phase_color(place, phase)).into()));
        let text = pen.text(&titled(&phase.title, words), PHASE, Some(cell.x));
        items.push(text_at(pos2(left(place), 9.0), text, Role::Muted));
    }
    for (place, of) in coverage.rows.iter().enumerate() {
        let top = head + row * place as f32;
        if chosen == Some(place) {
            let lit = Rect::from_min_size(pos2(-8.0, top - 2.0), vec2(size.x + 10.0, row - 2.0));
            items.push(filled(lit, 7.0, Role::Accent.at(28)));
        }
        items.extend(name(&mut pen, &titled(&of.source.title, words), &of.source.role, top + 4.0));
        for (phase, count) in of.counts.iter().enumerate() {
            let rect = Rect::from_min_size(pos2(left(phase), top), cell);
            let color = journey.phases.get(phase).map_or(0, |one| phase_color(phase, one));
            let share = *count as f32 / coverage.most.max(1) as f32;
            match count {
                0 if coverage.is_hole(place, phase) => items.push(Item::Rect {
                    rect: rect.shrink(1.0),
                    radius: 6.0,
                    fill: Some(Role::GapFill.into()),
                    stroke: Some(Stroke { dash: Some((4.0, 3.0)), ..solid(1.2, Role::Bad) }),
                    shadow: false,
                }),
                0 => items.push(circle(rect.center(), 1.3, Some(Role::Muted.into()), None)),
                _ => {
                    let tint = TINTS.0 + (TINTS.1 - TINTS.0) * share;
                    items.push(filled(rect, 6.0, Role::Phase(color).at(tint as u8)));
                    let ink = if tint >= DARK { Role::OnColor } else { Role::Ink };
                    let text = pen.short(&words.number(*count as f64), FIGURE);
                    let at = rect.center() - text.size / 2.0;
                    items.push(text_at(at, text, ink));
                }
            }
        }
    }
    ResearchPicture { size, items }
}

/// What a source is called in short, and the role it speaks for.
fn name(pen: &mut Pen<'_>, title: &str, role: &str, top: f32) -> Vec<Item> {
    // What comes after a dash says who and where, which the list of sources tells.
    let short = title.split([',', '–', '—']).next().unwrap_or(title).trim();
    let most = if role.trim().is_empty() { 24 } else { 13 };
    let text = pen.short(&cut(short, most), NAME);
    let beside = pos2(text.size.x + 6.0, top + pen::NOTE.line_height - ROLE.line_height - 1.0);
    let mut items = vec![text_at(pos2(0.0, top), text, Role::Ink)];
    if !role.trim().is_empty() {
        let role = pen.short(&cut(&role.trim().to_lowercase(), 10), ROLE);
        items.push(text_at(beside, role, Role::Muted));
    }
    items
}

/// At most so many characters of a text.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

fn filled(rect: Rect, radius: f32, fill: crate::scene::Paint) -> Item {
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
            let of = (&coverage, chosen);
            coverage_chart(&mut Layout::new(), &project, &journey, of, (480.0, &words, 1.0))
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
            picture.items.iter().filter_map(high).collect()
        };
        let [(Some(one), false), (Some(most), false), (_, true)] = cells(&plain)[..] else {
            panic!("{:?}", cells(&plain))
        };
        assert!(one < most && f32::from(one) < DARK && f32::from(most) >= DARK);
        assert_eq!(cells(&chart(Some(0))).len(), 4);
        assert!(plain.size.x <= 480.0 && plain.size.y > ROW);
    }
}
