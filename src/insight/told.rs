//! What is said of customers and of time, in the same words and figures wherever it is said: on the map, on
//! pages, in tables and documents, and to those who do not see any of them.

use super::{Funnel, Loss, Stop, Total, shown_percent, too_many, ways};
use crate::model::{Conversion, Journey, Phase, Transition, TransitionKind, fitting};
use crate::words::Words;

/// How long a journey takes: "About 8 months in all + ongoing (4 of 5 phases)".
pub fn total_said(total: &Total, words: &Words) -> String {
    let mut text = words.total_time(words.duration(&fitting(total.from, total.to)));
    if total.ongoing {
        text = format!("{text} {}", words.total_ongoing());
    }
    if total.known < total.phases {
        text = format!("{text} {}", words.total_known(total.known as f64, total.phases as f64));
    }
    text
}

/// "260 of 420".
pub fn lost(loss: Loss, words: &Words) -> String {
    words.figure_of(words.number(loss.people), words.number(loss.of))
}

/// "260 of 420 do not go on".
pub fn loss_said(loss: Loss, words: &Words) -> String {
    words.funnel_loss(loss.people, words.number(loss.people), words.number(loss.of))
}

/// "Largest loss: 260 of 420", or that it is the largest known one.
pub fn largest_said(funnel: &Funnel, loss: Loss, words: &Words) -> String {
    match funnel.complete {
        true => words.funnel_largest(lost(loss, words)),
        false => words.funnel_largest_known(lost(loss, words)),
    }
}

/// "The journey's largest loss is in Awareness: 260 of 420 do not go on to Interest": of the phase that
/// loses most, which is called `phase`, and the one after it. Some of them may have skipped ahead: what
/// is known is that they do not come there.
pub fn largest_loss_told(
    funnel: &Funnel,
    phase: &str,
    next: &str,
    words: &Words,
) -> Option<String> {
    let (_, loss) = funnel.largest_loss()?;
    let said = loss_said(loss, words);
    Some(match funnel.complete {
        true => words.page_largest_loss(phase, said, next),
        false => words.page_largest_known_loss(phase, said, next),
    })
}

/// A share as it is written everywhere: "38%".
pub fn share_said(share: f64, words: &Words) -> String {
    words.percent(shown_percent(share))
}

/// "38% ask for a quote", by the name of what they do, or that they go on.
pub fn conversion_said(stop: &Stop, named: Option<&Conversion>, words: &Words) -> Option<String> {
    let share = share_said(stop.conversion()?, words);
    Some(format!("{share} {}", conversion_name(named, words)))
}

/// What those do who go on.
pub fn conversion_name(named: Option<&Conversion>, words: &Words) -> String {
    let name = named.map_or("", |named| named.name.trim());
    if name.is_empty() { words.funnel_goes_on() } else { name.to_owned() }
}

/// In, on and out of a stop, of one count: "420 in", "160 go on", "38% ask for a quote",
/// "260 of 420 do not go on". Empty where nothing is known.
pub fn stop_said(stop: &Stop, named: Option<&Conversion>, words: &Words) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(stop.enter.map(|enter| words.funnel_in(words.number(enter))));
    parts.extend(stop.leave.map(|leave| words.funnel_out(leave, words.number(leave))));
    parts.extend(conversion_said(stop, named, words));
    parts.extend(stop.loss().map(|loss| loss_said(loss, words)));
    parts
}

/// All that is said of the customers of the phase at `place`.
pub fn phase_said(
    journey: &Journey,
    funnel: &Funnel,
    place: usize,
    phase: &Phase,
    words: &Words,
) -> Vec<String> {
    let Some(stop) = funnel.phases.get(place) else { return Vec::new() };
    let mut parts = stop_said(stop, phase.conversion.as_ref(), words);
    parts.extend(ways_said(journey, funnel, place, words));
    if let Some((_, loss)) = funnel.largest_loss().filter(|(largest, _)| *largest == place) {
        parts.push(largest_said(funnel, loss, words));
    }
    parts.extend(largest_step_said(funnel, place, phase, words));
    // What is said of the phase as a whole may say so already.
    let said = ways(journey, funnel, place).is_some_and(|ways| ways.over.is_some());
    let steps = phase.steps.iter().map(|step| &step.id);
    let mut places = std::iter::once(&phase.id).chain(steps).filter(|_| !said);
    let over = places.find_map(|id| too_many(journey, Some(funnel), id));
    parts.extend(over.map(|all| words.way_too_many(words.percent(all.round()))));
    parts
}

/// Where those of a phase go who do not go on, and how many of them the map does not account for:
/// "29 leave", "226 of 420 unaccounted for".
pub fn ways_said(journey: &Journey, funnel: &Funnel, place: usize, words: &Words) -> Vec<String> {
    let Some(ways) = ways(journey, funnel, place) else { return Vec::new() };
    if let Some(all) = ways.over {
        return vec![words.way_too_many(words.percent(all.round()))];
    }
    let of = |(index, people): &(usize, f64)| {
        let one = journey.transitions.get(*index)?;
        (*people > 0.0).then(|| way_said(journey, one, place, *people, words))
    };
    let mut parts: Vec<String> = ways.away.iter().filter_map(of).collect();
    if ways.unknown > 0.0 {
        let (unknown, enter) = (words.number(ways.unknown), words.number(ways.enter));
        parts.push(words.way_unknown(words.figure_of(unknown, enter)));
    }
    parts
}

fn way_said(
    journey: &Journey,
    one: &Transition,
    from: usize,
    people: f64,
    words: &Words,
) -> String {
    let count = words.number(people);
    let to = one.to.as_ref().filter(|id| !id.is_empty()).and_then(|id| {
        let has = |phase: &Phase| phase.id == *id || phase.steps.iter().any(|step| step.id == *id);
        journey.phases.iter().position(|phase| has(phase))
    });
    match (&one.kind, to) {
        (Some(TransitionKind::Other(kind)), _) => words.arc_other(count, kind.as_str()),
        (Some(TransitionKind::Leave), _) | (None, None) => words.way_leave(people, count),
        (Some(TransitionKind::LoopBack), _) => words.way_back(people, count),
        (None, Some(to)) if to < from => words.way_back(people, count),
        (Some(TransitionKind::Skip), _) | (None, Some(_)) => words.way_skip(people, count),
    }
}

/// "most in Compare: 42 of 160": the step of a phase where most are lost.
fn largest_step_said(
    funnel: &Funnel,
    place: usize,
    phase: &Phase,
    words: &Words,
) -> Option<String> {
    let step = funnel.largest_steps.get(place).copied().flatten()?;
    let loss = funnel.steps.get(place)?.get(step)?.loss()?;
    let title = phase.steps.get(step)?.title.trim();
    (!title.is_empty()).then(|| words.funnel_largest_step(title, lost(loss, words)))
}
