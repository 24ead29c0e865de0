//! The funnel folded to one line: how many come to each phase or step, which share goes on, and the
//! largest loss in words.

use super::funnel::{in_whole, said};
use super::{Sketch, title};
use crate::insight::{self, Funnel, Stop};
use crate::model::{Journey, Part, Thing};
use crate::scene::draw::pen::{self, Pen, Style};
use crate::scene::map::strip::Strip;
use crate::scene::{Columns, Face, PhaseColumn, Role};
use egui::{Pos2, pos2, vec2};

/// How high the line is, at text scale 1.
const HEIGHT: f32 = 32.0;
/// How many come in.
const COUNT: Style = Style { face: Face::SemiBold, size: 14.0, line_height: 18.0 };
/// From a column's edge to its figures.
const INSET: f32 = 10.0;
/// Between a count and its share.
const GAP: f32 = 8.0;

/// The line; none without figures. `journey` may be a part of `whole`.
pub(super) fn line(
    pen: &mut Pen,
    journey: &Journey,
    whole: &Journey,
    columns: &Columns,
) -> Option<Strip> {
    let funnel = insight::funnel(whole)?;
    let height = pen.grown(HEIGHT).ceil();
    let mut pieces = Vec::new();
    for ((place, phase), column) in in_whole(journey, whole).into_iter().zip(&columns.phases) {
        let title = said(pen, whole, &funnel, place, phase);
        let mut sketch = Sketch::default();
        let figures = figures(&funnel, place, column, columns);
        for Figure { x, room, stop, largest } in figures {
            draw(pen, &mut sketch, pos2(x, height / 2.0), room, &stop, largest);
        }
        pieces.extend(sketch.placed(Thing::Phase(phase.id.clone()), title));
    }
    let name = pen.words.strip_funnel();
    let title = title(pen, "👥", &name, height);
    Some(Strip { title, ..Strip::new(pen, Part::Funnel, height, pieces) })
}

/// What stands in one place of the line.
struct Figure {
    /// Where it begins.
    x: f32,
    /// How wide it may be.
    room: f32,
    stop: Stop,
    /// It is the largest loss; none: it is not, else whether all phases are known.
    largest: Option<bool>,
}

/// The figures of a phase: those of its steps, where they have some. The phase that loses most
/// tells its own, so that it is compared with phases.
fn figures(funnel: &Funnel, place: usize, column: &PhaseColumn, columns: &Columns) -> Vec<Figure> {
    let Some(stop) = funnel.phases.get(place).copied() else { return Vec::new() };
    let largest = (funnel.largest == Some(place)).then_some(funnel.complete);
    let inner = funnel.steps.get(place).map_or(&[][..], Vec::as_slice);
    let steps = columns.steps.get(column.steps.clone()).unwrap_or_default();
    let at = |x: f32, width: f32, stop, largest| Figure {
        x: x + INSET,
        room: width - INSET - 4.0,
        stop,
        largest,
    };
    if inner.is_empty() || largest.is_some() {
        return vec![at(column.x, column.width, stop, largest)];
    }
    steps.iter().zip(inner).map(|(step, stop)| at(step.x, step.width, *stop, None)).collect()
}

/// Draws a count, and beside it as much of the rest as there is room for.
fn draw(
    pen: &mut Pen,
    sketch: &mut Sketch,
    middle: Pos2,
    room: f32,
    stop: &Stop,
    largest: Option<bool>,
) {
    let words = pen.words;
    let Some(enter) = stop.enter else { return };
    let count = pen.short(&words.number(enter), COUNT);
    let used = count.size.x + GAP;
    let at = middle - vec2(0.0, count.size.y / 2.0);
    sketch.text(at, count, Role::Ink);
    let Some(share) = stop.conversion().filter(|_| !stop.ends) else { return };
    let share = insight::share_said(share, words);
    let (mut ways, role) = (Vec::new(), if largest.is_some() { Role::Bad } else { Role::Muted });
    if let Some(complete) = largest {
        let largest = match complete {
            true => words.funnel_largest_short(),
            false => words.funnel_largest_known_short(),
        };
        ways.push(format!("{} · {largest}", words.funnel_share_on(&share)));
        ways.push(format!("{share} · {largest}"));
        ways.push(largest);
    }
    ways.push(share);
    for said in ways {
        let text = pen.short(&said, pen::NOTE);
        if used + text.size.x <= room {
            let at = middle + vec2(used, -text.size.y / 2.0);
            return sketch.text(at, text, role);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Phase, Project, Step};
    use crate::scene::{Item, Layout, Paint};
    use crate::words::{Lang, Words};
    use std::sync::Arc;

    /// The texts of the line, in bad or not, of phases that so many come into; the last goes on.
    fn texts(figures: &[f64], steps: &[&[f64]]) -> Vec<(String, bool)> {
        let phases = figures.windows(2).enumerate().map(|(place, pair)| Phase {
            id: Id::new(&format!("p{place}")),
            customers_in: Some(pair[0]),
            customers_out: Some(pair[1]),
            steps: (steps.get(place).copied().unwrap_or(&[0.0]).iter().enumerate())
                .map(|(at, count)| Step {
                    id: Id::new(&format!("s{place}{at}")),
                    customers_in: (*count > 0.0).then_some(*count),
                    ..Step::default()
                })
                .collect(),
            ..Phase::default()
        });
        let journey = Journey { id: Id::new("j"), phases: phases.collect(), ..Journey::default() };
        let journeys = [journey].into_iter().collect();
        let project = Arc::new(Project { journeys, ..Project::default() });
        let mut layout = Layout::new();
        layout.fold_figures = true;
        let scene = layout.scene(&project, &Id::new("j"), &Words::new(Lang::En), 1.0).unwrap();
        let strip = scene.strips.iter().find(|strip| strip.kind == Part::Funnel).unwrap();
        let mut found = Vec::new();
        for piece in strip.pieces() {
            let [Item::Drawn { drawing, .. }] = &piece.drawing.items[..] else { panic!("one") };
            found.extend(drawing.items.iter().filter_map(|item| match item {
                Item::Text { text, paint, .. } => {
                    Some((text.source.to_string(), *paint == Paint::from(Role::Bad)))
                }
                _ => None,
            }));
        }
        found
    }

    #[test]
    fn a_count_stands_with_its_share_and_the_largest_loss_in_words() {
        let plain = |text: &str| (text.to_owned(), false);
        let bad = |text: &str| (text.to_owned(), true);
        // Steps tell their own figures; the last phase only who comes.
        let found = texts(&[420.0, 160.0, 62.0, 26.0], &[&[0.0], &[160.0, 118.0], &[0.0]]);
        let expected = [
            plain("420"),
            bad("38% go on · largest loss"),
            plain("160"),
            plain("74%"),
            plain("118"),
            plain("53%"),
            plain("62"),
        ];
        assert_eq!(found, expected);
        // The phase that loses most tells its own figures, not those of its steps.
        let found = texts(&[420.0, 400.0, 62.0, 26.0], &[&[0.0], &[400.0, 118.0], &[0.0]]);
        let expected = [
            plain("420"),
            plain("95%"),
            plain("400"),
            bad("16% go on · largest loss"),
            plain("62"),
        ];
        assert_eq!(found, expected);
        // Two that lose as many: neither is the largest.
        let found = texts(&[100.0, 80.0, 60.0, 5.0], &[]);
        assert!(found.iter().all(|(_, bad)| !bad), "{found:?}");
    }
}
