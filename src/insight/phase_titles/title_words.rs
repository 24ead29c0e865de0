//! The titles of phases in words.

use super::kind::{PhaseTitleKind, TitleMean};
use super::{Asked, as_title};
use crate::insight::learned::sentence::{Sentence, short, unmarked};
use crate::insight::{loss_said, reads_on};
use crate::model::{Id, Metric, on_one_line, unquoted};
use crate::words::{persona_name, titled};

/// The title of the phase at `phase` as a sentence.
pub(super) fn sentence(asked: &Asked<'_>, phase: usize, kind: &PhaseTitleKind) -> Sentence {
    Sentence::of(&marked(asked, phase, kind))
}

fn marked(asked: &Asked<'_>, phase: usize, kind: &PhaseTitleKind) -> String {
    let words = asked.words;
    let who = |id: &Id| {
        let persona = asked.project.persona(id).map(|(_, persona)| persona_name(persona, words));
        short(&persona.unwrap_or_else(|| words.scene_untitled()))
    };
    let name = |place: usize| {
        let phase = asked.journey.phases.get(place);
        let name = phase.map_or_else(String::new, |phase| titled(&phase.title, words));
        Sentence::named(place, &short(&name))
    };
    let count = |all: &[TitleMean]| words.count_word(all.len());
    match kind {
        PhaseTitleKind::OnlyUnhappy(all) => match all.as_slice() {
            [one] => words.phase_title_only_unhappy_one(who(&one.persona)),
            [_, _] => words.phase_title_only_unhappy_both(),
            all => words.phase_title_only_unhappy_all(count(all)),
        },
        // Not that they do not go on at all: some may have skipped ahead.
        PhaseTitleKind::LargestLoss(loss, true) => {
            words.phase_title_largest_loss(loss_said(*loss, words), name(phase + 1))
        }
        PhaseTitleKind::LargestLoss(loss, false) => {
            words.phase_title_largest_known_loss(loss_said(*loss, words), name(phase + 1))
        }
        PhaseTitleKind::WorstMoment(point, of_all) => match (&point.persona, of_all) {
            (Some(id), true) => words.phase_title_worst(who(id)),
            (Some(id), false) => words.phase_title_worst_known(who(id)),
            (None, true) => words.phase_title_worst_nobodys(),
            (None, false) => words.phase_title_worst_known_nobodys(),
        },
        PhaseTitleKind::BestMoment(point, of_all) => match (&point.persona, of_all) {
            (Some(id), true) => words.phase_title_best(who(id)),
            (Some(id), false) => words.phase_title_best_known(who(id)),
            (None, true) => words.phase_title_best_nobodys(),
            (None, false) => words.phase_title_best_known_nobodys(),
        },
        PhaseTitleKind::FurthestApart([best, worst]) => {
            words.phase_title_furthest_apart(who(&best.persona), who(&worst.persona))
        }
        PhaseTitleKind::StepApart(step, [best, worst]) => {
            let step = asked.journey.steps().find(|(_, one)| one.id == *step);
            let step = step.map_or_else(String::new, |(_, step)| short(&step.title));
            words.phase_title_step_apart(step, who(&best.persona), who(&worst.persona))
        }
        PhaseTitleKind::FallsMost(_) => words.phase_title_falls_most(),
        PhaseTitleKind::TurnsUp(_) => words.phase_title_turns_up(),
        PhaseTitleKind::Happiest(one) => words.phase_title_happiest(who(&one.persona)),
        PhaseTitleKind::LeastHappy(one) => words.phase_title_least_happy(who(&one.persona)),
        PhaseTitleKind::AllHappy(all) => match all.as_slice() {
            [one] => words.phase_title_happy_one(who(&one.persona)),
            [_, _] => words.phase_title_happy_both(),
            all => words.phase_title_happy_all(count(all)),
        },
        PhaseTitleKind::AllUnhappy(all) => match all.as_slice() {
            [one] => words.phase_title_unhappy_one(who(&one.persona)),
            [_, _] => words.phase_title_unhappy_both(),
            all => words.phase_title_unhappy_all(count(all)),
        },
        PhaseTitleKind::Loss(loss) => {
            words.phase_title_loss(loss_said(*loss, words), name(phase + 1))
        }
        PhaseTitleKind::LargestLoop(one, to) => {
            let share = words.percent(one.share.unwrap_or_default().clamp(0.0, 100.0));
            words.phase_title_loop(share, name(*to))
        }
        PhaseTitleKind::OffTarget(card) => {
            let metric = card.metric.clone().unwrap_or_default();
            let target = Metric { value: metric.target, ..metric.clone() };
            let [value, target] =
                [metric, target].map(|metric| unmarked(&words.metric_value(&metric)));
            let what = as_title(&card.text);
            match reads_on(&what) {
                true => words.phase_title_off_target_read_on(value, what, target),
                false => words.phase_title_off_target(what, value, target),
            }
        }
        PhaseTitleKind::Longest(time) => words.phase_title_longest(unmarked(&words.duration(time))),
        PhaseTitleKind::MostVotes(card) => as_title(&card.text),
        PhaseTitleKind::MomentOfTruth(card) => words.phase_title_truth(as_title(&card.text)),
        PhaseTitleKind::NoTouchpoint(_) => words.phase_title_no_touchpoint(),
        PhaseTitleKind::Quote(point) => {
            let said = unmarked(unquoted(&point.point.quote));
            let said = on_one_line(&said);
            format!("{}{said}{}", words.curve_quote_open(), words.curve_quote_close())
        }
        PhaseTitleKind::Goal(goal) => goal.clone(),
        PhaseTitleKind::Name => {
            let phase = asked.journey.phases.get(phase);
            unmarked(&phase.map_or_else(String::new, |phase| titled(&phase.title, words)))
        }
    }
}
