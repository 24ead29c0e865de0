//! What does the page of the whole map say: how does the journey begin, and how does it end?

use super::feelings::{Feelings, as_written, is_happy, is_unhappy};
use super::learned::sentence::short;
use crate::model::{Journey, Project, View};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::felt_map::felt_project;
    use crate::words::Lang;

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
