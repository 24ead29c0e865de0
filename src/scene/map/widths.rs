//! How wide are the steps of a map: alike, as drawn, or by how long their phases take?

use crate::insight::{Length, lengths};
use crate::model::{Journey, Phase, STEP_WIDTH, STEP_WIDTH_RANGE, Step, Widths};
use crate::scene::draw::pen::{self, Pen};
use crate::scene::map::{card, cards, chips};

/// A step that is as wide as it takes long is at least this wide, and wide enough for the words of
/// its cards' chips.
const NARROWEST: f32 = 144.0;

/// The width of each step, phase by phase. `beside` is what a phase's header needs beside its text.
pub(in crate::scene) fn widths(pen: &mut Pen, journey: &Journey, beside: f32) -> Vec<Vec<f32>> {
    let each = |width: fn(&Step) -> f32| {
        let phase = |phase: &std::sync::Arc<Phase>| {
            phase.steps.iter().map(|step| width(step)).collect::<Vec<f32>>()
        };
        journey.phases.iter().map(phase).collect()
    };
    match journey.widths {
        Some(Widths::Equal) => each(|_| STEP_WIDTH as f32),
        Some(Widths::Scale) => by_length(pen, journey, beside, |days, _| days),
        // Ten times as long is one share more.
        Some(Widths::Log) => by_length(pen, journey, beside, |days, shortest| {
            1.0 + (days / shortest.max(f64::MIN_POSITIVE)).log10().max(0.0)
        }),
        _ => each(step_width),
    }
}

/// Are columns wide by how long they take?
pub(in crate::scene) fn are_scaled(journey: &Journey) -> bool {
    matches!(journey.widths, Some(Widths::Scale | Widths::Log))
}

/// How wide a step is drawn, whatever its file says.
fn step_width(step: &Step) -> f32 {
    let width = step.width.filter(|width| width.is_finite()).unwrap_or(STEP_WIDTH);
    width.clamp(STEP_WIDTH_RANGE.0, STEP_WIDTH_RANGE.1) as f32
}

/// Phases that take a known time share what they would take with steps alike; others have a fixed
/// width. None is narrower than its steps or the longest word of its header may be.
fn by_length(
    pen: &mut Pen,
    journey: &Journey,
    beside: f32,
    share: impl Fn(f64, f64) -> f64,
) -> Vec<Vec<f32>> {
    let lengths = lengths(journey);
    let known = || {
        lengths.iter().zip(&journey.phases).filter_map(|(length, phase)| match length {
            Length::Days(days) => Some((*days, phase.steps.len().max(1))),
            Length::Ongoing | Length::Unknown => None,
        })
    };
    let shortest = known().map(|(days, _)| days).fold(f64::INFINITY, f64::min);
    let shares: f64 = known().map(|(days, _)| share(days, shortest)).sum();
    let room: f64 = known().map(|(_, steps)| steps as f64 * STEP_WIDTH).sum();
    let beside_chips = (cards::MARGIN_X + card::PAD_X) * 2.0;
    let narrowest = pen.grown(NARROWEST).max(chips::longest_word(pen) + beside_chips).ceil();
    let width = |(length, phase): (&Length, &std::sync::Arc<Phase>)| {
        let steps = phase.steps.len();
        let wanted = match length {
            Length::Days(days) if shares > 0.0 => room * share(*days, shortest) / shares,
            Length::Days(_) | Length::Ongoing | Length::Unknown => steps as f64 * STEP_WIDTH,
        };
        let least = steps as f32 * narrowest;
        let each = (wanted as f32).max(least).max(word(pen, phase) + beside) / steps.max(1) as f32;
        vec![each.round(); steps]
    };
    lengths.iter().zip(&journey.phases).map(width).collect()
}

/// How wide the longest word of a phase's header is.
fn word(pen: &mut Pen, phase: &Phase) -> f32 {
    // A word longer than this is broken.
    const LONGEST: f32 = 260.0;
    let duration = phase.takes().map_or_else(String::new, |d| pen.words.duration(&d));
    let texts =
        [(&phase.title, pen::PHASE), (&phase.start, pen::DURATION), (&duration, pen::DURATION)];
    let mut widest = 0.0f32;
    for (text, style) in texts {
        for word in text.split_whitespace().take(40) {
            let short: String = word.chars().take(60).collect();
            widest = widest.max(pen.short(&short, style).size.x.ceil());
        }
    }
    widest.min(LONGEST * pen.scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Duration, Id, List, TimeUnit};
    use crate::scene::tests::{scene, small};

    fn mapped(widths: Option<Widths>) -> Vec<f32> {
        let mut project = small();
        let journey = project.journeys.edit(0).unwrap();
        journey.widths = widths;
        let phase = |name: &str, from: f64, unit: TimeUnit, steps: usize| {
            let duration = Duration { from: Some(from), unit: Some(unit), ..Duration::default() };
            let step = |at: usize| Step {
                id: Id::new(&format!("{name}{at}")),
                width: Some(300.0),
                ..Step::default()
            };
            Phase {
                id: Id::new(name),
                title: name.into(),
                duration: Some(duration),
                steps: (0..steps).map(step).collect(),
                ..Phase::default()
            }
        };
        let ongoing = Duration { ongoing: true, ..Duration::default() };
        journey.phases = List::from_iter([
            phase("a", 1.0, TimeUnit::Months, 2),
            phase("b", 2.0, TimeUnit::Months, 1),
            phase("Avtalsförhandlingar", 10.0, TimeUnit::Minutes, 1),
            Phase { duration: Some(ongoing), ..phase("on", 1.0, TimeUnit::Days, 1) },
        ]);
        scene(project).columns.phases.iter().map(|phase| phase.width).collect()
    }

    #[test]
    fn columns_are_free_alike_or_as_wide_as_phases_are_long() {
        assert_eq!(mapped(None), [600.0, 300.0, 300.0, 300.0]);
        assert_eq!(mapped(Some(Widths::Free)), mapped(None));
        assert_eq!(mapped(Some(Widths::Equal)), [476.0, 238.0, 238.0, 238.0]);
        let scaled = mapped(Some(Widths::Scale));
        assert!((scaled[1] / scaled[0] - 2.0).abs() < 0.01, "{scaled:?}");
        // The short one is as wide as its title needs, the ongoing one is as it is.
        assert!(scaled[2] > 160.0 && scaled[2] < 238.0 && scaled[3] == 238.0, "{scaled:?}");
        assert!(scaled.iter().all(|width| *width > 150.0), "chips have room: {scaled:?}");
        let log = mapped(Some(Widths::Log));
        assert!(log[1] > log[0] && log[0] > log[2] * 2.0 && log[1] < log[0] * 1.2, "{log:?}");
    }
}
