//! How wide is each phase on the page of the whole map, and what stands in its head?

use super::super::context::PageContext;
use super::super::lines::{few_lines, one_line};
use super::super::sizes::style;
use super::super::slices::bare_phase;
use super::{HEADS, SIZE, steps_of};
use crate::model::{Journey, Thing};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::{
    Columns, Face, Group, Item, Path, Role, Segment, StepColumn, Tag, Text, phase_color,
};
use crate::words::{phase_name, titled};
use egui::{Rangef, Rect, pos2};
use std::sync::Arc;

/// How far the arrow of a head points.
const ARROW: f32 = 16.0;
/// A phase is so much wider than its name.
const AROUND: f32 = 40.0;
/// So many phases have their name in one line, and so many in two.
const ONE_LINE: usize = 9;
const TWO_LINES: usize = 13;
/// Of more phases those that are not named are at least so wide.
const LEAST: f32 = 24.0;
const NAME: Style = style(Face::SemiBold, 30.0, 38.0);
const LOWER: Style = style(Face::SemiBold, 28.0, 31.0);
/// A name in two lines is at most so wide.
const LOWER_MAX: f32 = 190.0;

/// Where phases and steps stand, and what is written over them.
pub(super) struct Ground {
    pub columns: Columns,
    /// What stands in each head, as it was laid out.
    names: Vec<Option<Arc<Text>>>,
}

impl Ground {
    /// From `left` to the edge of the page. Of many phases those at the places `named` keep their
    /// names, with the first and the last.
    pub(super) fn new(
        desk: &mut PageContext<'_>,
        journey: &Journey,
        left: f32,
        named: &[usize],
    ) -> Self {
        let count = journey.phases.len();
        if count == 0 {
            return Self { columns: Columns::default(), names: Vec::new() };
        }
        let between = match count {
            0..=13 => 8.0,
            14..=40 => 4.0,
            _ => 1.0,
        };
        let room = SIZE.x - left - between * (count - 1) as f32;
        let weights: Vec<f32> = (0..count).map(|place| steps_of(journey, place) as f32).collect();
        let (names, needs) = names(desk, journey, room, named);
        let widths = shared(&weights, &needs, room);
        let mut columns = Columns::default();
        let mut x = left;
        for (place, (phase, width)) in journey.phases.iter().zip(&widths).enumerate() {
            let first = columns.steps.len();
            let each = width / steps_of(journey, place) as f32;
            for (at, step) in phase.steps.iter().enumerate() {
                let (id, x) = (step.id.clone(), x + each * at as f32);
                columns.index.entry(id.clone()).or_insert(columns.steps.len());
                columns.steps.push(StepColumn { id, phase: place, x, width: each, title: None });
            }
            let (color, steps) = (phase_color(place, phase), first..columns.steps.len());
            columns.phases.push(bare_phase(phase, color, Rangef::new(x, x + width), steps));
            x += width + between;
        }
        Self { columns, names }
    }

    /// Draws the heads with their names, or numbers where there is room for no more.
    pub(super) fn heads(
        &self,
        desk: &mut PageContext<'_>,
        journey: &Journey,
        items: &mut Vec<Item>,
    ) {
        let count = self.columns.phases.len();
        let heads = self.columns.phases.iter().zip(&self.names).zip(&journey.phases);
        for (place, ((column, name), phase)) in heads.enumerate() {
            let is_last = place + 1 == count;
            let tip = if is_last { 0.0 } else { ARROW.min(column.width / 4.0) };
            let right = column.x + column.width;
            let at = |x: f32, y: f32| Segment::Line(pos2(x, y));
            let segments = vec![
                Segment::Move(pos2(column.x, HEADS.min)),
                at(right - tip, HEADS.min),
                at(right, HEADS.center()),
                at(right - tip, HEADS.max),
                at(column.x, HEADS.max),
                Segment::Close,
            ];
            let path = Arc::new(Path { segments, convex: true });
            let fill = Some(Role::Phase(column.color).into());
            let mut drawn = vec![Item::Path { path, fill, stroke: None }];
            let room = column.width - tip / 2.0;
            let number = || (place + 1).to_string();
            let text = match name {
                Some(name) => Some(name.clone()),
                None => Some(desk.pen.short(&number(), LOWER)),
            };
            if let Some(text) = text.filter(|text| text.size.x + 4.0 <= room) {
                let middle = column.x + room / 2.0;
                in_middle(desk, &text, middle, &mut drawn);
            }
            let bounds = Rect::from_x_y_ranges(column.x..=right, HEADS);
            let thing = Some(Thing::Phase(phase.id.clone()));
            let title = phase_name(phase, desk.pen.words);
            items.push(Item::Group(Group { tag: Tag::Phase, thing, title, bounds, items: drawn }));
        }
    }
}

/// The lines of a name each in the middle of its head.
fn in_middle(desk: &mut PageContext<'_>, text: &Arc<Text>, x: f32, drawn: &mut Vec<Item>) {
    // A word that is broken has its hyphen only where it was laid out.
    let breaks = text.lines.windows(2).any(|pair| {
        let end = pair[1].range.start;
        let before = text.source.get(..end).unwrap_or_default();
        !before.ends_with(char::is_whitespace)
    });
    if text.lines.len() < 2 || breaks {
        let at = pos2(x - text.size.x / 2.0, HEADS.center() - text.size.y / 2.0);
        return drawn.push(text_at(at, text.clone(), Role::OnColor));
    }
    let top = HEADS.center() - text.size.y / 2.0;
    for line in &text.lines {
        let said = text.source.get(line.range.clone()).unwrap_or_default().trim();
        let piece = desk.pen.short(said, LOWER);
        let at = pos2(x - piece.size.x / 2.0, top + line.top);
        drawn.push(text_at(at, piece, Role::OnColor));
    }
}

/// What stands in each head, and how wide each phase is at least for it.
fn names(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    room: f32,
    named: &[usize],
) -> (Vec<Option<Arc<Text>>>, Vec<f32>) {
    let count = journey.phases.len();
    let title = |desk: &PageContext<'_>, place: usize| {
        titled(journey.phases.get(place).map_or("", |phase| &phase.title), desk.pen.words)
    };
    if count <= ONE_LINE {
        let all = (0..count).map(|place| {
            let name = title(desk, place);
            one_line(desk, &name, &[NAME], SIZE.x)
        });
        let all: Vec<Arc<Text>> = all.collect();
        let needs: Vec<f32> = all.iter().map(|text| text.size.x + AROUND).collect();
        if needs.iter().sum::<f32>() <= room {
            return (all.into_iter().map(Some).collect(), needs);
        }
    }
    if count <= TWO_LINES {
        // As wide as they need where there is room, else as wide as any other.
        let most = (room / count as f32 - AROUND / 2.0).max(LEAST);
        let widest = if count <= ONE_LINE { room } else { LOWER_MAX };
        for width in [widest.min(most * 1.8), most * 1.3, most] {
            let all = (0..count).map(|place| {
                let name = title(desk, place);
                few_lines(desk, &name, &[(LOWER, 2)], width).0
            });
            let all: Vec<Arc<Text>> = all.collect();
            let needs: Vec<f32> = all.iter().map(|text| text.size.x + AROUND / 2.0).collect();
            if needs.iter().sum::<f32>() <= room {
                return (all.into_iter().map(Some).collect(), needs);
            }
        }
    }
    let ends = [0, count - 1];
    let keep = |place: usize| named.contains(&place) || ends.contains(&place);
    let mut found: Vec<Option<Arc<Text>>> = vec![None; count];
    let mut needs = vec![LEAST; count];
    let kept = (0..count).filter(|place| keep(*place)).count() as f32;
    let most = ((room - LEAST * (count as f32 - kept)) / kept.max(1.0)).min(LOWER_MAX);
    if most > 110.0 {
        for place in (0..count).filter(|place| keep(*place)) {
            let name = title(desk, place);
            let (text, _) = few_lines(desk, &name, &[(LOWER, 2)], most - AROUND / 2.0);
            needs[place] = text.size.x + AROUND / 2.0;
            found[place] = Some(text);
        }
    } else {
        needs = vec![0.0; count];
    }
    (found, needs)
}

/// Shares `room` by weight, none less than it needs.
fn shared(weights: &[f32], needs: &[f32], room: f32) -> Vec<f32> {
    let mut fixed = vec![false; weights.len()];
    loop {
        let taken: f32 =
            needs.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(need, _)| need).sum();
        let rest: f32 =
            weights.iter().zip(&fixed).filter(|(_, fixed)| !**fixed).map(|(one, _)| one).sum();
        let each = (room - taken).max(0.0) / rest.max(f32::EPSILON);
        let mut changed = false;
        for ((fixed, weight), need) in fixed.iter_mut().zip(weights).zip(needs) {
            if !*fixed && weight * each < *need {
                (*fixed, changed) = (true, true);
            }
        }
        if !changed || rest <= 0.0 {
            let width = |((weight, need), fixed): ((&f32, &f32), &bool)| {
                if *fixed { *need } else { weight * each }
            };
            let widths: Vec<f32> = weights.iter().zip(needs).zip(&fixed).map(width).collect();
            // All of it is used, and no more.
            let all: f32 = widths.iter().sum();
            return widths.iter().map(|width| width * room / all.max(f32::EPSILON)).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn none_is_narrower_than_it_needs_and_all_room_is_used() {
        assert_eq!(shared(&[1.0, 3.0], &[10.0, 10.0], 400.0), [100.0, 300.0]);
        assert_eq!(shared(&[1.0, 3.0], &[200.0, 10.0], 400.0), [200.0, 200.0]);
        assert_eq!(shared(&[1.0, 1.0], &[200.0, 200.0], 400.0), [200.0, 200.0]);
    }
}
