//! What is said of a finding and of what it rests on: the same words on the page and in documents.

use super::sentence::{Sentence, short, unmarked};
use super::{Finding, FindingKind, Founded, Learned};
use crate::insight::{reads_on, share_said};
use crate::model::{Id, Journey, Metric, Project};
use crate::words::{Words, genitive, persona_name, titled};

/// What the page of findings is called: "Ten sources, three findings"; none where there are none.
pub fn learned_title(learned: &Learned, words: &Words) -> Option<String> {
    let count = learned.findings.len();
    if count == 0 {
        return None;
    }
    let Founded { sources, interviews } = learned.rests_on;
    if sources == 0 {
        return Some(words.learned_assumptions(words.first_count_word(count)));
    }
    let on = match interviews == sources {
        true => words.learned_interviews(interviews as f64, words.first_count_word(interviews)),
        false => words.learned_sources(sources as f64, words.first_count_word(sources)),
    };
    Some(words.learned_title(on, words.learned_findings(words.count_word(count))))
}

/// A finding as a sentence.
pub fn finding_said(
    project: &Project,
    journey: &Journey,
    finding: &Finding,
    words: &Words,
) -> String {
    finding_sentence(project, journey, finding, words).text
}

/// The same, with where it names phases.
pub fn finding_sentence(
    project: &Project,
    journey: &Journey,
    finding: &Finding,
    words: &Words,
) -> Sentence {
    Sentence::of(&marked(project, journey, finding, words))
}

/// The sentence with its marks.
fn marked(project: &Project, journey: &Journey, finding: &Finding, words: &Words) -> String {
    let name = |place: usize| {
        let phase = journey.phases.get(place);
        let name = phase.map_or_else(String::new, |phase| titled(&phase.title, words));
        Sentence::named(place, &short(&name))
    };
    let who = |id: &Id| {
        let persona = project.persona(id).map(|(_, persona)| persona_name(persona, words));
        short(&persona.unwrap_or_else(|| words.scene_untitled()))
    };
    let whose = |id: Option<&Id>| id.map(|id| genitive(&who(id), words.lang));
    let here = name(finding.phase);
    match &finding.what {
        FindingKind::LargestLoss(loss, complete) => {
            let share = share_said(loss.people / loss.of, words);
            match complete {
                true => words.learned_loss(here, share),
                false => words.learned_known_loss(here, share),
            }
        }
        FindingKind::OnlyUnhappy(means) => match means.as_slice() {
            [(Some(one), _)] => words.learned_unhappy_one(here, who(one)),
            [_, _] => words.learned_unhappy_both(here),
            all => words.learned_unhappy_all(here, words.count_word(all.len())),
        },
        FindingKind::WorstMoment(felt) => match whose(felt.persona.as_ref()) {
            Some(whose) => words.learned_worst(whose, here),
            None => words.learned_worst_nobodys(here),
        },
        FindingKind::BestMoment(felt) => match whose(felt.persona.as_ref()) {
            Some(whose) => words.learned_best(whose, here),
            None => words.learned_best_nobodys(here),
        },
        FindingKind::FurthestApart([best, worst]) => {
            words.learned_apart(here, who(&best.0), who(&worst.0))
        }
        FindingKind::OffTarget(card) => {
            let metric = card.metric.clone().unwrap_or_default();
            let target = Metric { value: metric.target, ..metric.clone() };
            let [value, target] =
                [metric, target].map(|metric| unmarked(&words.metric_value(&metric)));
            let what = short(&card.text);
            match reads_on(&what) {
                true => words.learned_off_read_on(here, value, what, target),
                false => words.learned_off(what, value, here, target),
            }
        }
        FindingKind::MostVotes(_) => words.learned_most_votes(here),
        FindingKind::LargestLoop(one) => {
            let to = one.to.as_ref().and_then(|to| {
                journey.phases.iter().position(|phase| {
                    phase.id == *to || phase.steps.iter().any(|step| step.id == *to)
                })
            });
            let share = words.percent(one.share.unwrap_or_default().clamp(0.0, 100.0));
            words.learned_loop(share, here, to.map(name).unwrap_or_default())
        }
    }
}

/// What a finding rests on: "The phase rests on 5 sources, of which 4 interviews".
pub fn rests_said(project: &Project, finding: &Finding, words: &Words) -> String {
    let on = finding.rests_on;
    let number = |count: usize| words.number(count as f64);
    let sources = words.learned_count_sources(on.sources as f64, number(on.sources));
    let interviews = words.learned_count_interviews(on.interviews as f64, number(on.interviews));
    let is_counted = matches!(finding.what, FindingKind::LargestLoss(..));
    let moment = finding.what.moment().and_then(|felt| felt.point.source.as_ref());
    let said = match on {
        Founded { sources: 0, .. } if is_counted => String::new(),
        Founded { sources: 0, .. } => return words.learned_unfounded(),
        Founded { interviews: 0, .. } => sources,
        Founded { sources: all, interviews: asked } if all == asked => interviews,
        Founded { .. } => words.learned_rests_on(sources, interviews),
    };
    let said = match (said.is_empty(), moment.map(|id| source_called(project, id))) {
        (true, _) => said,
        (false, Some(Some(who))) => words.labelled(words.learned_moment_rests(said), who),
        (false, Some(None)) => words.learned_moment_rests(said),
        (false, None) => words.learned_phase_rests(said),
    };
    match is_counted {
        true => format!("{} {said}", words.learned_counts_are_the_maps()).trim().to_owned(),
        false => said,
    }
}

/// Who was asked, or what else a source goes by.
fn source_called(project: &Project, id: &Id) -> Option<String> {
    let source = project.sources.iter().find(|source| source.id == *id)?;
    let who = [&source.who, &source.role, &source.title];
    who.into_iter().find(|text| !text.trim().is_empty()).map(|text| short(text))
}
