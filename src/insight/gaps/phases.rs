//! What does a phase lack: a persona that no card of it names, an answer to a guiding question? And
//! which questions about the map as a whole have none?

use super::seen::SeenMap;
use super::{Found, GapRule};
use crate::model::{GapPlace, Id, List, Question, QuestionAnswer};
use crate::words::is_called;
use std::collections::{HashMap, HashSet};

/// How far the guiding questions of a phase, or of the map as a whole, are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuestionTally {
    /// How many there are.
    pub all: usize,
    /// Those that have an answer, whichever.
    pub answered: usize,
    /// Those that are answered by partly: no gap, and not done either.
    pub partly: usize,
}

/// What is answered to a guiding question: the file's word, or what it is called in one of our
/// languages; `Other` with the user's own words. None: there is no answer.
pub fn question_answer(question: &Question) -> Option<QuestionAnswer> {
    let said = question.answer.trim().trim_end_matches(['.', '!']).to_lowercase();
    if said.is_empty() {
        return None;
    }
    let known = QuestionAnswer::ALL.iter().find(|one| is_called(*one, &said.replace('\'', "’")));
    Some(known.cloned().unwrap_or_else(|| QuestionAnswer::from(said.as_str())))
}

/// Counts guiding questions. One that asks nothing is none.
pub fn question_tally(questions: &List<Question>) -> QuestionTally {
    let mut tally = QuestionTally::default();
    for question in questions.iter().filter(|one| !one.question.trim().is_empty()) {
        tally.all += 1;
        match question_answer(question) {
            None => {}
            Some(QuestionAnswer::Partly) => {
                tally.answered += 1;
                tally.partly += 1;
            }
            Some(
                QuestionAnswer::Yes
                | QuestionAnswer::No
                | QuestionAnswer::Unknown
                | QuestionAnswer::Other(_),
            ) => tally.answered += 1,
        }
    }
    tally
}

pub(super) fn find(map: &SeenMap, found: &mut Found) {
    questions(map, found);
    personas(map, found);
}

fn questions(map: &SeenMap, found: &mut Found) {
    for (rule, at) in unanswered(&map.journey.checklist) {
        found.on_map(rule, at);
    }
    for (place, phase) in map.journey.phases.iter().enumerate() {
        for (rule, at) in unanswered(&phase.checklist) {
            found.in_phase(rule, place, at);
        }
    }
}

/// The questions that are answered by no, or that nobody knows the answer to.
fn unanswered(questions: &List<Question>) -> impl Iterator<Item = (GapRule, GapPlace)> {
    questions.iter().filter(|one| !one.question.trim().is_empty()).filter_map(|question| {
        let rule = match question_answer(question) {
            Some(QuestionAnswer::No) => GapRule::QuestionNo,
            Some(QuestionAnswer::Unknown) => GapRule::QuestionUnknown,
            // What is partly so is said beside the phase ([`QuestionTally`]).
            Some(QuestionAnswer::Yes | QuestionAnswer::Partly | QuestionAnswer::Other(_))
            | None => return None,
        };
        Some((rule, GapPlace { question: Some(question.id.clone()), ..GapPlace::default() }))
    })
}

/// Personas that no card names, on the map or in a phase whose cards name others. What concerns
/// everybody says nothing of one of them.
fn personas(map: &SeenMap, found: &mut Found) {
    let known: HashSet<&Id> = map.project.personas.iter().map(|one| &one.id).collect();
    let mut who: Vec<&Id> = Vec::new();
    let mut places: HashMap<&Id, usize> = HashMap::new();
    for id in map.journey.personas.iter().filter(|id| known.contains(id)) {
        places.entry(id).or_insert_with(|| {
            who.push(id);
            who.len() - 1
        });
    }
    if who.len() < 2 || !found.wants(GapRule::PersonaMissing) {
        return;
    }
    let phases = map.journey.phases.len();
    let mut named = vec![vec![false; phases]; who.len()];
    for one in &map.cards {
        let phase = |step: &usize| map.steps.get(*step).map(|(phase, _)| *phase);
        let (Some(first), Some(last)) = (phase(one.steps.start()), phase(one.steps.end())) else {
            continue;
        };
        for id in one.card.personas.iter().chain(&one.lane.persona) {
            let row = places.get(id).and_then(|place| named.get_mut(*place));
            let cells = row.and_then(|row| row.get_mut(first..=last));
            cells.into_iter().flatten().for_each(|cell| *cell = true);
        }
    }
    let somebody = |phase: usize| named.iter().any(|row| row.get(phase) == Some(&true));
    for (row, id) in named.iter().zip(&who) {
        let at = || GapPlace { persona: Some((*id).clone()), ..GapPlace::default() };
        if row.contains(&true) {
            for (phase, _) in row.iter().enumerate().filter(|(_, here)| !**here) {
                if somebody(phase) {
                    found.in_phase(GapRule::PersonaMissing, phase, at());
                }
            }
        } else if (0..phases).any(somebody) {
            found.on_map(GapRule::PersonaMissing, at());
        }
    }
}
