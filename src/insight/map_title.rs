//! What does the page of the whole map say: how does the journey begin, and how does it end?

use super::feelings::{Feelings, as_written, is_happy, is_unhappy};
use super::funnel::{Funnel, funnel};
use super::learned;
use super::learned::sentence::short;
use super::moments::{MomentKind, moments};
use crate::model::{Id, Journey, Project, View};
use crate::words::{Words, genitive, persona_name, titled};

/// The title of the whole map: what its feelings come to where they say something, else what the map
/// is called.
pub fn map_title(project: &Project, journey: &Journey, words: &Words) -> String {
    felt_title(project, journey, words).unwrap_or_else(|| journey.title.clone())
}

fn felt_title(project: &Project, journey: &Journey, words: &Words) -> Option<String> {
    let feelings = Feelings::of(journey, &View::default());
    let last = journey.phases.len().checked_sub(1).filter(|last| *last > 0)?;
    let (begins, ends) = (feelings.of_all(0)?, feelings.of_all(last)?);
    let mut named = feelings.personas.iter().flatten();
    let alone = named.next().filter(|_| named.next().is_none());
    let whose = alone
        .and_then(|id| project.persona(id))
        .map(|(_, persona)| genitive(&short(&persona_name(persona, words)), words.lang));
    if is_unhappy(begins) && is_happy(ends) {
        return Some(match whose {
            Some(whose) => words.whole_low_high_of(whose),
            None => words.whole_low_high(),
        });
    }
    if is_happy(begins) && is_unhappy(ends) {
        return Some(match whose {
            Some(whose) => words.whole_high_low_of(whose),
            None => words.whole_high_low(),
        });
    }
    if !(is_happy(begins) && is_happy(ends)) {
        return None;
    }
    let between = (1..last).filter_map(|phase| Some((phase, feelings.of_all(phase)?)));
    let between: Vec<(usize, f64)> = between.collect();
    let (lowest, felt) = between.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let alike = between.iter().filter(|(_, other)| as_written(*other) == as_written(*felt));
    if !is_unhappy(*felt) || alike.count() > 1 {
        return None;
    }
    let phase = short(&titled(&journey.phases.get(*lowest)?.title, words));
    Some(match whose {
        Some(whose) => words.whole_high_ends_of(whose, phase),
        None => words.whole_high_ends(phase),
    })
}

/// The title of the page of the curve: where the worst and the best moment are, each only where nothing
/// equals it; none where neither is.
pub fn curve_title(journey: &Journey, words: &Words) -> Option<String> {
    let feelings = Feelings::of(journey, &View::default());
    let found = moments(&feelings);
    let place =
        |kind: MomentKind| found.iter().find(|one| one.kind == kind).map(|one| one.felt.phase);
    let name = |place: usize| {
        let phase = journey.phases.get(place);
        short(&phase.map_or_else(String::new, |phase| titled(&phase.title, words)))
    };
    Some(match (place(MomentKind::Worst), place(MomentKind::Best)) {
        (Some(worst), Some(best)) if worst == best => words.curve_title_same(name(worst)),
        (Some(worst), Some(best)) => words.curve_title_both(name(worst), name(best)),
        (Some(worst), None) => words.curve_title_worst(name(worst)),
        (None, Some(best)) => words.curve_title_best(name(best)),
        (None, None) => return None,
    })
}

/// The title of the page of ways: how many come all the way, where the map says so of all phases and
/// nobody joins on the way; else the largest way back; none where neither is known.
pub fn movement_title(journey: &Journey, words: &Words) -> Option<String> {
    if let Some((first, last)) = funnel(journey).and_then(|funnel| all_the_way(&funnel)) {
        let (said, to) =
            (words.number(first), name(journey, journey.phases.len().saturating_sub(1), words));
        return Some(match last < first {
            true => words.movement_title_part(last, words.figure_of(words.number(last), said), to),
            false => words.movement_title_all(said, to),
        });
    }
    ways_title(journey, words)
}

/// The title of a page that shows ways without how many come all the way: the largest way back; none
/// where there is none.
pub fn ways_title(journey: &Journey, words: &Words) -> Option<String> {
    let steps = journey.phases_by_step();
    // Where nothing else is known a small one is what there is to say.
    let (_, found) = learned::loop_of(journey, &steps, 1.0)?;
    let learned::FindingKind::LargestLoop(one) = found else { return None };
    let (from, to) =
        (end_name(journey, &one.from, words)?, end_name(journey, one.to.as_ref()?, words)?);
    Some(words.movement_title_loop(words.percent(one.share?.clamp(0.0, 100.0)), from, to))
}

/// What a phase or step is called, as it stands on the map: a share is of those who come to it, and to
/// nothing wider. A step without a title goes by its phase's only where it is all of it.
fn end_name(journey: &Journey, id: &Id, words: &Words) -> Option<String> {
    for (place, phase) in journey.phases.iter().enumerate() {
        if phase.id == *id {
            return Some(name(journey, place, words));
        }
        let Some(step) = phase.steps.iter().find(|step| step.id == *id) else { continue };
        return match step.title.trim() {
            "" => (phase.steps.len() == 1).then(|| name(journey, place, words)),
            title => Some(short(title)),
        };
    }
    None
}

fn name(journey: &Journey, place: usize, words: &Words) -> String {
    let phase = journey.phases.get(place);
    short(&phase.map_or_else(String::new, |phase| titled(&phase.title, words)))
}

/// How many come into the first phase and into the last, of two or more of which none gains anybody.
fn all_the_way(funnel: &Funnel) -> Option<(f64, f64)> {
    let enter: Option<Vec<f64>> = funnel.phases.iter().map(|stop| stop.enter).collect();
    let enter = enter.filter(|enter| enter.len() > 1)?;
    let falls = enter.windows(2).all(|pair| pair[1] <= pair[0]);
    let (first, last) = (*enter.first()?, *enter.last()?);
    (falls && first > 0.0).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::felt_map::felt_project;
    use crate::model::{List, Step, Transition};
    use crate::words::Lang;

    #[test]
    fn the_curve_says_where_the_worst_and_the_best_moment_are() {
        let nan = f64::NAN;
        let rows: [(&[&[f64]], Option<&str>); 6] = [
            (&[&[-1.0, 0.5], &[1.0, 0.0]], Some("Sämsta stunden är i P0, bästa i P1")),
            (&[&[-1.0, 1.0], &[0.5, 0.0]], Some("Både sämsta och bästa stunden är i P0")),
            // Two are as good, two as bad; nothing is bad.
            (&[&[-1.0, 1.0], &[1.0, 0.0]], Some("Sämsta stunden är i P0")),
            (&[&[-1.0, 1.0], &[-1.0, 0.0]], Some("Bästa stunden är i P0")),
            (&[&[0.5, 1.0], &[0.0, nan]], Some("Bästa stunden är i P0")),
            (&[&[0.5, 0.5], &[0.5, 0.5]], None),
        ];
        for (felt, expected) in rows {
            let project = felt_project(felt);
            let found = curve_title(&project.journeys[0], &Words::new(Lang::Sv));
            assert_eq!(found.as_deref(), expected, "{felt:?}");
        }
    }

    #[test]
    fn ways_say_how_many_come_all_the_way_where_nobody_joins() {
        let of = |counts: &[f64], back: Option<f64>| {
            let mut project = felt_project(&[&[0.0], &[0.0], &[0.0]]);
            let journey = project.journeys.edit(0).unwrap();
            for (place, count) in counts.iter().enumerate() {
                journey.phases.edit(place).unwrap().customers_in = Some(*count);
            }
            let (from, to) = (journey.phases[1].id.clone(), Some(journey.phases[0].id.clone()));
            let back = Transition { from, to, share: back, ..Transition::default() };
            journey.transitions = List::from_iter([back]);
            movement_title(journey, &Words::new(Lang::Sv))
        };
        let part = "22\u{a0}av\u{a0}420 kommer hela vägen till P2";
        assert_eq!(of(&[420.0, 160.0, 22.0], Some(30.0)).as_deref(), Some(part));
        let all = "Alla 420 kommer hela vägen till P2";
        assert_eq!(of(&[420.0, 420.0, 420.0], None).as_deref(), Some(all));
        // Some join on the way; one figure is missing.
        let back = "30\u{a0}% går från P1 tillbaka till P0";
        assert_eq!(of(&[420.0, 160.0, 162.0], Some(30.0)).as_deref(), Some(back));
        assert_eq!(of(&[420.0, 160.0], None), None);
    }

    #[test]
    fn a_share_of_a_step_is_not_said_of_its_phase() {
        let mut project = felt_project(&[&[1.0], &[0.0]]);
        let journey = project.journeys.edit(0).unwrap();
        let step = journey.phases[1].steps[0].id.clone();
        let (from, to) = (step, Some(journey.phases[0].id.clone()));
        let back = Transition { from, to, share: Some(30.0), ..Transition::default() };
        journey.transitions = List::from_iter([back]);
        let words = Words::new(Lang::Sv);
        let whole = Some("30\u{a0}% går från P1 tillbaka till P0".to_owned());
        assert_eq!(ways_title(journey, &words), whole);
        let phase = journey.phases.edit(1).unwrap();
        phase.steps.push(Step { id: Id::new("more"), ..Step::default() }.into());
        // Part of the phase has no name, and the share is of it alone.
        assert_eq!(ways_title(journey, &words), None);
        let phase = journey.phases.edit(1).unwrap();
        phase.steps.edit(0).unwrap().title = "Provkör".into();
        let of_step = Some("30\u{a0}% går från Provkör tillbaka till P0".to_owned());
        assert_eq!(ways_title(journey, &words), of_step);
    }

    #[test]
    fn the_title_says_how_it_begins_and_ends() {
        let nan = f64::NAN;
        let rows: [(&[&[f64]], &str); 9] = [
            (&[&[-1.0, 0.5], &[0.5, 0.0]], "Resan börjar lågt och slutar högt"),
            (&[&[-1.0, 0.6], &[0.5, 0.0]], "Kartan"),
            (&[&[1.0, 0.6], &[-0.5, 0.0]], "Resan börjar högt och slutar lågt"),
            (&[&[1.0, 0.6], &[-0.5, 0.0], &[1.0, 1.0]], "Högt i båda ändar, lågt i P1"),
            (&[&[1.0, 1.0], &[-1.0, 0.0], &[-0.5, -0.5], &[1.0, 1.0]], "Kartan"),
            (&[&[1.0, nan], &[-1.0, -1.0]], "Kartan"),
            (&[&[-1.0], &[1.0]], "Annas resa börjar lågt och slutar högt"),
            (&[&[1.0], &[-1.0], &[1.0]], "Annas resa: högt i båda ändar, lågt i P1"),
            (&[&[1.0]], "Kartan"),
        ];
        for (given, said) in rows {
            let project = felt_project(given);
            let title = map_title(&project, &project.journeys[0], &Words::new(Lang::Sv));
            assert_eq!(title, said, "{given:?}");
        }
    }
}
